import { COUNTED_NOUNS } from '../../language/lexicon/name-words.js';
import { verbsOf } from '../../language/lexicon/verbs.js';
import { buildPhraseSet, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';

const VERBS = buildPhraseSet(() => verbsOf('act'));
const COUNTED = buildPhraseSet(COUNTED_NOUNS);

/** Marks that, set close behind a number, make it a part of a date, a figure or a symbol: "30/6", "1.500", "2+300". */
const IN_FIGURE = new Set(['/', '.', ',', '-', '+', '%', ':']);

const goesOnAsFigure = (tokens: readonly Token[], at: number): boolean => {
  const mark = tokens[at + 1];
  if (mark?.kind !== 'mark' || mark.hasGap || !IN_FIGURE.has(mark.key)) return false;
  return mark.key === '%' || tokens[at + 2]?.hasGap === false;
};

/**
 * True when the number at `at` belongs to the name before it ("xã Nam Sơn *2*", "phường *3* Lam Hà") and does not count
 * what follows ("UBND xã Nam Sơn *02* tuần một lần"). Names of places never begin their number with a zero.
 */
export const isNameNumber = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'number' || !token.hasGap || !/^[1-9]\d?$/u.test(token.text)) return false;
  const next = tokens[at + 1];
  if (next === undefined || next.isCapital) return true;
  // "phường 3 *tổ chức* tựu trường": a verb of two words goes before the noun that it may be.
  if ((matchPhrase(VERBS, tokens, at + 1)?.end ?? 0) > at + 2) return true;
  return next.kind !== 'number' && !goesOnAsFigure(tokens, at) && matchPhrase(COUNTED, tokens, at + 1) === undefined;
};
