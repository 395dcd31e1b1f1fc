import type { BodyKind } from '../../language/lexicon/bodies/body-kind.js';
import { matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { NEEDS_CAPITAL, NOT_HEADS } from './lexicon.js';

/** Small letters may open a name of several words; a single word must be set in a capital to be one. */
export const mayOpen = (
  tokens: readonly Token[],
  at: number,
  head: { readonly value: BodyKind; readonly end: number },
  isIntroduced: boolean,
): boolean => {
  const falseHead = matchPhrase(NOT_HEADS, tokens, at);
  if (falseHead !== undefined && falseHead.end >= head.end) return false;
  if (tokens[at]?.isCapital === true || isIntroduced) return true;
  // "*thường trực các* huyện ủy": of several the small letter is a name's, too.
  if (/^(?:trưởng|thường)$/u.test(tokens[at]?.key ?? '') && tokens[head.end]?.key === 'các') return true;
  const words = head.end - at;
  // "giao phòng Quản lý Công nghiệp": the field's capital tells the name.
  if (head.value.field === 'required' && tokens[head.end]?.isCapital === true) return true;
  // "lực lượng *Thanh tra giao thông*"
  if (tokens[at]?.key === 'lực' && tokens[head.end]?.isCapital === true) return true;
  return (
    words > 1 &&
    (words > 2 || head.value.field !== 'required') &&
    matchPhrase(NEEDS_CAPITAL, tokens, at)?.end !== head.end
  );
};
