import { daysBetween, formatDay } from '../../language/calendar/civil-date.js';
import { listSigningDays } from '../../language/calendar/signing-time.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { type Finding, findingOn } from './finding.js';

/**
 * Days that may lie between the day of issue and the first signature. The office signs on the day of issue, or when the
 * day that the paper bears was a holiday; a copy is signed when it is made, which a person should know.
 */
const SIGNED_WITHIN_DAYS = 30;

/** A day of issue that the digital signatures contradict: after the last of them, or long before the first. */
export const checkSigning = (header: ExportedDocument['document']): Finding[] => {
  const { issuedOn, signatures } = header;
  const days = listSigningDays(signatures.map(({ at }) => at));
  const [first, last] = [days[0], days.at(-1)];
  if (issuedOn === null || first === undefined || last === undefined) return [];
  const find = (vi: string, en: string): Finding[] => [findingOn(header, 'signing-date', vi, en)];
  if (issuedOn > last)
    return find(
      `Ban hành ngày ${formatDay(issuedOn)}, sau chữ ký số cuối cùng ngày ${formatDay(last)}`,
      `Issued on ${issuedOn}, after its last digital signature on ${last}`,
    );
  const apart = daysBetween(issuedOn, first);
  return apart === undefined || apart <= SIGNED_WITHIN_DAYS
    ? []
    : find(
        `Ban hành ngày ${formatDay(issuedOn)}, nhưng ký số lần đầu ngày ${formatDay(first)}, sau ${apart} ngày`,
        `Issued on ${issuedOn}, but first signed digitally on ${first}, ${apart} days later`,
      );
};
