import { type PrintedDate, toPrintedDay } from '../../language/printed/printed-date.js';
import type { IsoDate } from '../../schemas/span.js';

/** Years that a paper of the Party can bear; others are misprints. */
const FIRST_YEAR = 1930;
const LAST_YEAR = 2100;

/** The day of a date in a header; null where a part is missing or no paper can bear it. — ngày ban hành */
export const toIssueDay = (date: PrintedDate): IsoDate | null => {
  const isPlausible = date.year !== null && date.year >= FIRST_YEAR && date.year <= LAST_YEAR;
  return isPlausible ? (toPrintedDay(date) ?? null) : null;
};
