import { buildPhraseSet, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { CLAUSES_OF_GROUPS, NAMELIKE, OBLIGES, VERBS } from './lexicon.js';

const MAX_CLAUSE = 24;
// What these open tells which bodies are meant also where it ends a title: "Các doanh nghiệp *hoạt động trong cụm công nghiệp*:".
const LICENSES = buildPhraseSet([
  'được cấp',
  'được phép',
  'hoạt động',
  'kinh doanh',
  'sản xuất',
  'sản xuất, kinh doanh',
  'khai thác',
  'chế biến',
  'hành nghề',
  'vi phạm',
]);

/**
 * End of the clause that says which bodies of a group are meant, where what they must do ends it: "(các tổ chức) *được cấp
 * phép khai thác* có trách nhiệm …", "(các doanh nghiệp) *hoạt động trong lĩnh vực xây dựng* phải …". `at` where none is.
 */
export const skipClause = (tokens: readonly Token[], at: number): number => {
  if (matchPhrase(CLAUSES_OF_GROUPS, tokens, at) === undefined || matchPhrase(OBLIGES, tokens, at) !== undefined)
    return at;
  let isTrade = true;
  for (let i = at + 1; i < at + MAX_CLAUSE; i++) {
    const token = tokens[i];
    const isOver = token === undefined || (token.key === ':' && i + 1 >= tokens.length);
    if (isOver) return isTrade && matchPhrase(LICENSES, tokens, at) !== undefined ? i : at;
    isTrade &&= matchPhrase(VERBS, tokens, i) === undefined || matchPhrase(NAMELIKE, tokens, i) !== undefined;
    if (token.kind === 'mark' && !/^[,()-]$/u.test(token.key)) return at;
    // "…, *chủ động* rà soát": behind a comma the group goes on acting.
    if (tokens[i - 1]?.key !== ',' && matchPhrase(OBLIGES, tokens, i) !== undefined) return i;
  }
  return at;
};
