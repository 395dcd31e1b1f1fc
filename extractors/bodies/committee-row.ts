import type { Token } from '../../language/writing/tokens.js';
import { joinTokens } from './parse-area.js';
import type { ParsedBodies } from './parsed.js';

/** "tỉnh ủy", "thành ủy" in small letters and without a name: the kind, not one of them. */
const isCommittee = (tokens: readonly Token[], at: number): boolean =>
  /^(?:tỉnh|thành|huyện|thị|quận|đảng)$/u.test(tokens[at]?.key ?? '') &&
  tokens[at]?.isCapital === false &&
  tokens[at + 1]?.key === 'ủy' &&
  tokens[at + 2]?.isCapital !== true;

/** "các văn phòng tỉnh ủy*, thành ủy*": whose they all are, a row of kinds in small letters that ends one name. */
export const widenCommittees = (tokens: readonly Token[], one: ParsedBodies): ParsedBodies => {
  const last = one.bodies.at(-1);
  const isOwned = last !== undefined && last.to - last.from > 3 && isCommittee(tokens, last.to - 2);
  if (!isOwned || last.to !== one.to) return one;
  let end = one.to;
  // "tỉnh ủy, *đảng ủy các bộ*": a committee that has owners of its own begins the next name.
  while (
    /^(?:,|và)$/u.test(tokens[end]?.key ?? '') &&
    isCommittee(tokens, end + 1) &&
    !(tokens[end + 1]?.key === 'đảng' && tokens[end + 3]?.key === 'các')
  )
    end += 3;
  if (end === one.to) return one;
  const widened = { ...last, name: joinTokens(tokens, last.from, end), to: end };
  return { bodies: [...one.bodies.slice(0, -1), widened], to: end };
};
