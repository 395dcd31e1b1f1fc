import type { Deadline } from '../../schemas/directive.js';
import type { IsoDate } from '../../schemas/span.js';
import type { ExtractionContext } from '../contract.js';
import { findDeadlines } from './index.js';

/**
 * Finds deadlines in a text of a document whose issue date may be blank: then a missing year is taken from the day of
 * the meeting, which the issue date follows by days, and flagged as inferred. What counts from the signing keeps no day,
 * since that day is the one that is missing.
 */
export const readDeadlines = (
  text: string,
  { issuedOn, heldOn, trace, onDrop }: ExtractionContext & { readonly heldOn: IsoDate | null },
): readonly Deadline[] => {
  if (issuedOn !== null || heldOn === null) return findDeadlines(text, { issuedOn, trace, onDrop });
  const lent = findDeadlines(text, { issuedOn: heldOn, trace, onDrop });
  if (lent.every((one) => one.kind !== 'relative')) return lent;
  const exact = findDeadlines(text, { issuedOn: null });
  return lent.flatMap((one) => {
    if (one.kind !== 'relative') return [one];
    return exact.filter(({ span }) => span.start === one.span.start && span.end === one.span.end);
  });
};
