import { z } from 'zod';
import { IsoDate } from '../../schemas/span.js';
import { addDays, weekdayOf } from './civil-date.js';
import holidays from './holidays.json' with { type: 'json' };

const Year = z
  .object({
    source: z.string().min(1),
    off: z.array(IsoDate).readonly(),
    workingSaturdays: z.array(IsoDate).readonly(),
  })
  .readonly();
const LegalDay = z
  .object({ monthDay: z.string().regex(/^\d\d-\d\d$/u), from: z.int(), madeUp: z.boolean() })
  .readonly();
const HolidayTable = z.object({
  law: z.object({ source: z.string().min(1), days: z.array(LegalDay).readonly() }),
  years: z.record(z.string(), Year),
});

const { law, years } = HolidayTable.parse(holidays);

/** The result of counting working days, and whether the holidays of every year on the way were known. */
export interface WorkingDayCount {
  readonly date: IsoDate;
  /** False when a year on the way is not in holidays.json: then only weekends and the days fixed by law were left out. */
  readonly knowsHolidays: boolean;
}

const FRIDAY = 5;
const isWeekend = (date: IsoDate): boolean => (weekdayOf(date) ?? 0) > FRIDAY;

/** Days off of a year whose notice is not in the table: those that the law itself names, with what makes them up. */
const offByLaw = (year: string): ReadonlySet<IsoDate> => {
  const off = new Set<IsoDate>();
  const days = law.days.filter(({ from }) => Number(year) >= from);
  for (const { monthDay } of days) off.add(`${year}-${monthDay}`);
  for (const { monthDay, madeUp } of days) {
    if (!madeUp || !isWeekend(`${year}-${monthDay}`)) continue;
    let next = addDays(`${year}-${monthDay}`, 1);
    while (next !== undefined && (isWeekend(next) || off.has(next))) next = addDays(next, 1);
    if (next !== undefined) off.add(next);
  }
  return off;
};

const isDayOff = (date: IsoDate): boolean => {
  const year = years[date.slice(0, 4)];
  if (isWeekend(date)) return year?.workingSaturdays.includes(date) !== true;
  return year === undefined ? offByLaw(date.slice(0, 4)).has(date) : year.off.includes(date);
};

/** A day itself where it is worked on, else the last one before it. `lastWorkingDay('2026-05-31') === '2026-05-29'`. */
export const lastWorkingDay = (date: IsoDate): IsoDate => {
  const before = isDayOff(date) ? addDays(date, -1) : undefined;
  return before === undefined ? date : lastWorkingDay(before);
};

/**
 * The n-th working day after a day (ngày làm việc): weekends and public holidays are not counted, by the table in
 * holidays.json, which names the law and the notice of each year. — ngày nghỉ lễ, tết
 * `addWorkingDays('2024-04-26', 2)` is 2024-05-03: weekend, 29/4, 30/4 and 1/5 are off.
 */
export const addWorkingDays = (from: IsoDate, count: number): WorkingDayCount | undefined => {
  let date = from;
  let left = count;
  let knowsHolidays = true;
  while (left > 0) {
    const next = addDays(date, 1);
    if (next === undefined) return undefined;
    date = next;
    if (years[date.slice(0, 4)] === undefined) knowsHolidays = false;
    if (!isDayOff(date)) left -= 1;
  }
  return { date, knowsHolidays };
};
