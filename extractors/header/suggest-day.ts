import { readIsoDate } from '../../language/calendar/civil-date.js';
import { listSigningDays } from '../../language/calendar/signing-time.js';
import type { DateParts, ElectronicSignature } from '../../schemas/export.js';
import type { IsoDate } from '../../schemas/span.js';
import type { Suggested } from '../../schemas/suggested.js';

/**
 * How far the first signature speaks of the day of issue. Of four real papers of 2021–2025 whose day is known two were
 * signed on it and two a day later, so it is half believed where the printed month agrees, and less where none was read.
 * The office, its copies and the gazette sign later still.
 */
const CONFIDENCE = { monthAgrees: 0.5, other: 0.4 } as const;

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
  return month !== null && year !== null ? CONFIDENCE.monthAgrees : CONFIDENCE.other;
};

/** What the time of signing says of a day of issue that was not read; undefined where it says nothing or contradicts the print. */
export const suggestIssueDay = (
  signatures: readonly ElectronicSignature[],
  parts: DateParts | undefined,
): Suggested | undefined => {
  const [first] = listSigningDays(signatures.map(({ at }) => at));
  const confidence = first === undefined ? undefined : agreeWith(first, parts);
  return first === undefined || confidence === undefined
    ? undefined
    : {
        number: null,
        issuedOn: first,
        confidence,
        issuedOnConfidence: confidence,
        from: 'signature',
      };
};
