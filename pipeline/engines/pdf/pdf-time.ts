import { toIsoDate } from '../../../language/calendar/civil-date.js';

const PDF_TIME =
  /^D:(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?<second>[0-5]\d)?(?:(?<utc>Z)|(?<sign>[+-])(?<zh>\d{2})'?(?<zm>\d{2})?'?)?/u;

/** A time as PDF writes it, in ISO 8601: "D:20260528172451+07'00'" is "2026-05-28T17:24:51+07:00"; null where it is none. */
export const readPdfTime = (text: string): string | null => {
  const groups = PDF_TIME.exec(text)?.groups;
  if (groups === undefined) return null;
  const { year, month, day, hour, minute, second = '00', utc, sign, zh, zm = '00' } = groups;
  const date = toIsoDate(Number(year), Number(month), Number(day));
  if (date === undefined) return null;
  const zone = utc === undefined ? (sign === undefined ? '' : `${sign}${zh}:${zm}`) : 'Z';
  return `${date}T${hour}:${minute}:${second}${zone}`;
};
