import { type Candidate, type DeadlineRefiner, placeOf } from '../candidate.js';

const length = ({ span }: Candidate): number => span.end - span.start;

/** Of candidates that overlap keeps the longest, of equal ones that of the earlier finder: "ngày 20 tháng 6" holds "tháng 6". */
export const keepLongest: DeadlineRefiner = (found, _text, { trace }) => {
  const kept: Candidate[] = [];
  for (const candidate of found) {
    const last = kept.at(-1);
    if (last === undefined || last.span.end <= candidate.span.start) {
      kept.push(candidate);
      continue;
    }
    const longer = length(candidate) > length(last) ? candidate : last;
    kept[kept.length - 1] = longer;
    const shorter = longer === last ? candidate : last;
    trace?.({ rule: 'keep-longest/inside-longer', ...placeOf(shorter), values: { kept: longer.text } });
  }
  return kept;
};
