import { z } from 'zod';
import { IsoDate } from '../../schemas/span.js';
import { addDays, weekdayOf } from './civil-date.js';
import holidays from './holidays.json' with { type: 'json' };

const HolidayTable = z.object({
  years: z.record(
    z.string(),
    z.object({ off: z.array(IsoDate).readonly(), workingSaturdays: z.array(IsoDate).readonly() }).readonly(),
  ),
});

const table = HolidayTable.parse(holidays).years;

/** The result of counting working days, and whether the holidays of every year on the way were known. */
export interface WorkingDayCount {
  readonly date: IsoDate;
  /** False when a year on the way is not in holidays.json: then only weekends were left out. */
  readonly knowsHolidays: boolean;
}

const FRIDAY = 5;

/**
 * The n-th working day after a day (ngày làm việc): weekends and public holidays are not counted.
 * `addWorkingDays('2024-04-26', 2)` is 2024-05-03: weekend, 29/4, 30/4 and 1/5 are off.
 */
export const addWorkingDays = (from: IsoDate, count: number): WorkingDayCount | undefined => {
  let date = from;
  let left = count;
  let knowsHolidays = true;
  while (left > 0) {
    const next = addDays(date, 1);
    const weekday = next === undefined ? undefined : weekdayOf(next);
    if (next === undefined || weekday === undefined) return undefined;
    date = next;
    const year = table[date.slice(0, 4)];
    if (year === undefined) knowsHolidays = false;
    const isOff = weekday > FRIDAY ? !year?.workingSaturdays.includes(date) : year?.off.includes(date);
    if (isOff !== true) left -= 1;
  }
  return { date, knowsHolidays };
};
