import { readIsoDate } from '../../language/calendar/civil-date.js';
import { listSigningDays } from '../../language/calendar/signing-time.js';
import type { DateParts, ElectronicSignature } from '../../schemas/export.js';
import type { IsoDate } from '../../schemas/span.js';
import type { Suggested } from '../../schemas/suggested.js';

/**
 * How far the last signature speaks of the day of issue: a paper gets number, day and seal when the office signs, which it
 * does last. Estimates, not measured: more of the printed date agrees, more is believed.
 */
const CONFIDENCE = { monthAgrees: 0.85, yearAgrees: 0.7, nothingPrinted: 0.6 } as const;
/** Less where the signatures are of several days: the day of issue is one of them, or between. */
const SEVERAL_DAYS = 0.75;

/** How far a day agrees with what was read of the printed date; undefined where it contradicts that. */
const agreeWith = (day: IsoDate, parts: DateParts | undefined): number | undefined => {
  const date = readIsoDate(day);
  if (date === undefined) return undefined;
  const { year = null, month = null, day: printed = null } = parts ?? {};
  const isOther =
    (year !== null && year !== date.year) ||
    (month !== null && month !== date.month) ||
    (printed ?? date.day) !== date.day;
  if (isOther) return undefined;
  if (month !== null && year !== null) return CONFIDENCE.monthAgrees;
  return year === null ? CONFIDENCE.nothingPrinted : CONFIDENCE.yearAgrees;
};

/** What the time of signing says of a day of issue that was not read; undefined where it says nothing or contradicts the print. */
export const suggestIssueDay = (
  signatures: readonly ElectronicSignature[],
  parts: DateParts | undefined,
): Suggested | undefined => {
  const days = listSigningDays(signatures.map(({ at }) => at));
  const last = days.at(-1);
  const confidence = last === undefined ? undefined : agreeWith(last, parts);
  if (last === undefined || confidence === undefined) return undefined;
  const share = days.length === 1 ? 1 : SEVERAL_DAYS;
  return { number: null, issuedOn: last, confidence: Math.round(confidence * share * 100) / 100, from: 'signature' };
};
