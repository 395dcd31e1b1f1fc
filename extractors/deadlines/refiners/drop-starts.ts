import { fold } from '../../../language/writing/unicode.js';
import { type Candidate, type DeadlineRefiner, placeOf } from '../candidate.js';

/** Blanks aside, what happens before the length begins: "khi nhận được hồ sơ", "nhận được hồ sơ". */
const startOf = ({ anchor }: Candidate): string | undefined =>
  anchor === null ? undefined : fold(anchor).replace(/^khi\s+/u, '');

/** Drops the happening from which a length of the same sentence counts: "*Ngay sau khi nhận hồ sơ*, trả lời trong vòng 05 ngày". */
export const dropStarts: DeadlineRefiner = (found, _text, { trace }) =>
  found.filter((candidate) => {
    if (candidate.kind !== 'event' && candidate.foundBy !== 'deadline/right-after') return true;
    const start = startOf(candidate);
    const counted = found.find((one) => one !== candidate && one.kind === 'relative' && startOf(one) === start);
    if (start === undefined || counted === undefined) return true;
    trace?.({ rule: 'drop-starts/counted-from', ...placeOf(candidate), values: { kept: counted.text } });
    return false;
  });
