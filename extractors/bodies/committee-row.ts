import type { Token } from '../../language/writing/tokens.js';
import { joinTokens } from './parse-area.js';
import type { ParsedBodies } from './parsed.js';

/** "tỉnh ủy", "thành ủy" in small letters and without a name: the kind, not one of them. */
const isCommittee = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.key === 'ủy' &&
  /^(?:tỉnh|thành|huyện|thị|quận|đảng)$/u.test(tokens[at]?.key ?? '') &&
  tokens[at]?.isCapital === false &&
  tokens[at + 2]?.isCapital !== true;

/** "tỉnh ủy", "đảng ủy", "chi bộ": committees and branches of the Party by their kind. */
export const isCommitteeUnit = (tokens: readonly Token[], at: number): boolean => {
  const [kind, word] = [tokens[at]?.key ?? '', tokens[at + 1]?.key ?? ''];
  return (
    (word === 'ủy' && /^(?:tỉnh|thành|huyện|thị|quận|đảng|chi)$/u.test(kind)) ||
    (word === 'bộ' && /^(?:đảng|chi)$/u.test(kind))
  );
};

/** "…, *đảng ủy các bộ*": a committee that has its own owners begins a name of its own. */
export const startsOwned = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.key === 'đảng' && isCommitteeUnit(tokens, at) && tokens[at + 2]?.key === 'các';

/** "các văn phòng tỉnh ủy*, thành ủy*": whose they all are, a row of kinds in small letters that ends one name. */
export const widenCommittees = (tokens: readonly Token[], one: ParsedBodies): ParsedBodies => {
  const last = one.bodies.at(-1);
  const isOwned = last !== undefined && last.to - last.from > 3 && isCommittee(tokens, last.to - 2);
  if (!isOwned || last.to !== one.to) return one;
  let end = one.to;
  while (/^(?:,|và)$/u.test(tokens[end]?.key ?? '') && isCommittee(tokens, end + 1) && !startsOwned(tokens, end + 1))
    end += 3;
  if (end === one.to) return one;
  const widened = { ...last, name: joinTokens(tokens, last.from, end), to: end };
  return { bodies: [...one.bodies.slice(0, -1), widened], to: end };
};
