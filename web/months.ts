import { addMonths, lastDayOfMonth, readIsoDate } from '../language/calendar/civil-date.js';
import type { Bilingual } from '../schemas/bilingual.js';
import type { IsoDate } from '../schemas/span.js';

/** First and last day of a month, which is called 2025-07. */
export const daysOf = (month: string): { readonly from: IsoDate; readonly to: IsoDate } => {
  const from = `${month}-01`;
  const { year = 1, month: number = 1 } = readIsoDate(from) ?? {};
  return { from, to: lastDayOfMonth(year, number) ?? from };
};

/** The month of a day: '2025-07' of '2025-07-15'. */
export const monthOf = (day: IsoDate): string => day.slice(0, 7);

/** A month some months later, or earlier; itself at the ends of the calendar. `shiftMonth('2025-12', 1) === '2026-01'` */
export const shiftMonth = (month: string, months: number): string =>
  monthOf(addMonths(`${month}-01`, months) ?? `${month}-01`);

/** "tháng 7/2025" */
export const nameMonth = (month: string): Bilingual => {
  const [year = '', number = ''] = month.split('-');
  return { vi: `tháng ${Number(number)}/${year}`, en: `${number}/${year}` };
};
