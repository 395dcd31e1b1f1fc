import { buildPhraseSet, listPhrases, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { startsPredicate } from './lexicon.js';

/* With what people are charged who are told apart by it. — được phân công phụ trách địa bàn, lĩnh vực */

const CHARGES = buildPhraseSet(listPhrases('lãnh đạo | chỉ đạo | quản lý | phụ trách | theo dõi | giúp đỡ'));
const CHARGED = buildPhraseSet(
  listPhrases('địa bàn | lĩnh vực | khu vực | thôn | bản | xã | phường | cơ sở | chi bộ | đơn vị | ngành | địa phương'),
);

/** A row of `words` with commas or "và" between them, from `at` on; `at` where none begins. */
const skipWords = (tokens: readonly Token[], at: number, words: typeof CHARGES): number => {
  let end = matchPhrase(words, tokens, at)?.end ?? at;
  while (end > at && (tokens[end]?.key === ',' || tokens[end]?.key === 'và')) {
    const next = matchPhrase(words, tokens, end + 1)?.end;
    if (next === undefined) break;
    end = next;
  }
  return end;
};

/**
 * "được phân công lãnh đạo*, quản lý, phụ trách địa bàn, lĩnh vực* tiếp tục …": with what they were charged, in rows, before what
 * they must do; `at` where the rows are not ended by an act.
 */
export const skipCharges = (tokens: readonly Token[], at: number): number => {
  let verbs = at;
  while (verbs > 0 && tokens[verbs]?.key !== 'công') verbs -= 1;
  const acts = skipWords(tokens, verbs + 1, CHARGES);
  const end = acts > verbs + 1 ? skipWords(tokens, acts, CHARGED) : acts;
  return end > Math.max(acts, at) && startsPredicate(tokens, end) ? end : at;
};
