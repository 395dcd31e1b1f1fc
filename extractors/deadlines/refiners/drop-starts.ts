import { fold } from '../../../language/writing/unicode.js';
import { type Candidate, type DeadlineRefiner, placeOf } from '../candidate.js';
import { RIGHT_AFTER } from '../finder-ids.js';

/** What happens before the length begins: "khi nhận được hồ sơ", "nhận được hồ sơ". */
const startOf = ({ anchor }: Candidate): string | undefined =>
  anchor === null ? undefined : fold(anchor).replace(/^khi\s+/u, '');

const isHappening = ({ kind, foundBy }: Candidate): boolean => kind === 'event' || foundBy === RIGHT_AFTER;

/** Drops the happening from which the length behind it counts: "*Ngay sau khi nhận hồ sơ*, trả lời trong vòng 05 ngày". */
export const dropStarts: DeadlineRefiner = (found, _text, { trace }) =>
  found.filter((candidate, i) => {
    const next = found[i + 1];
    if (next?.kind !== 'relative' || isHappening(next) || !isHappening(candidate)) return true;
    const start = startOf(candidate);
    if (start === undefined || startOf(next) !== start) return true;
    trace?.({ rule: 'drop-starts/counted-from', ...placeOf(candidate), values: { kept: next.text } });
    return false;
  });
