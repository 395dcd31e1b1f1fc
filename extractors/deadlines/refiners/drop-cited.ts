import type { Citation } from '../../references/citation.js';
import type { Trace } from '../../trace.js';
import { type Candidate, type DeadlineRefiner, placeOf } from '../candidate.js';

/** In a title only the date words of the title itself can stand: "về phát triển du lịch đến năm 2030". */
const isPartOfTitle = (candidate: Candidate): boolean =>
  candidate.signal !== 'strong' ||
  candidate.precision === 'year' ||
  candidate.kind === 'recurring' ||
  candidate.kind === 'standing';

const isCited = (candidate: Candidate, citation: Citation): boolean => {
  const { start, end } = candidate.span;
  if (end <= citation.span.start || start >= citation.span.end) return false;
  return start < citation.headEnd || isPartOfTitle(candidate);
};

const traceCited = (candidate: Candidate, citation: Citation, trace: Trace): void =>
  trace({
    rule: candidate.span.start < citation.headEnd ? 'drop-cited/date-of-paper' : 'drop-cited/in-title',
    ...placeOf(candidate),
    values: { cited: citation.text },
  });

/** Drops what belongs to a cited document: its date, and the times in its title. */
export const dropCited: DeadlineRefiner = (found, _text, context) => {
  if (found.length === 0) return found;
  const { trace } = context;
  const citations = context.citations();
  let from = 0;
  return found.filter((candidate) => {
    // Both lists are sorted, so citations that end before this candidate cannot meet a later one either.
    while ((citations[from]?.span.end ?? Number.POSITIVE_INFINITY) <= candidate.span.start) from += 1;
    for (let i = from; i < citations.length; i++) {
      const citation = citations[i];
      if (citation === undefined || citation.span.start >= candidate.span.end) break;
      if (!isCited(candidate, citation)) continue;
      if (trace !== undefined) traceCited(candidate, citation, trace);
      return false;
    }
    return true;
  });
};
