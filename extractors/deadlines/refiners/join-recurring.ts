import { type Candidate, type DeadlineRefiner, placeOf } from '../candidate.js';

const isSpecific = ({ precision, recurrence }: Candidate): number =>
  precision === 'day' ? 2 : recurrence === null ? 0 : 1;

/** Joins recurring or standing times that stand side by side ("hằng quý, định kỳ"), keeping the rule that says more. */
export const joinRecurring: DeadlineRefiner = (found, text, { trace }) => {
  const joined: Candidate[] = [];
  for (const candidate of found) {
    const last = joined.at(-1);
    const isNeighbour =
      last !== undefined &&
      candidate.kind === last.kind &&
      (candidate.kind === 'recurring' || candidate.kind === 'standing') &&
      // two days of the year are two rules, and one rule can say only one
      !(candidate.precision === 'day' && last.precision === 'day') &&
      /^[\s,(/]*(?:và\s+|hoặc\s+)?$/u.test(text.slice(last.span.end, candidate.span.start));
    if (!isNeighbour) {
      joined.push(candidate);
      continue;
    }
    const kept = isSpecific(candidate) > isSpecific(last) ? candidate : last;
    const given = kept === last ? candidate : last;
    trace?.({ rule: 'join-recurring/neighbours', ...placeOf(given), values: { kept: kept.text } });
    const span = { start: last.span.start, end: candidate.span.end };
    joined[joined.length - 1] = { ...kept, span, text: text.slice(span.start, span.end) };
  }
  return joined;
};
