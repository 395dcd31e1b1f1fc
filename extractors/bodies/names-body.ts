import { buildPhraseSet, matchPhrase } from '../../language/writing/phrases.js';
import { readTokens, type Token } from '../../language/writing/tokens.js';
import { GROUPS, NEEDS_CAPITAL } from './lexicon.js';
import { mendTokens } from './mend-tokens.js';
import { parseBodyList } from './parse-bodies.js';
import { parseUnknown } from './parse-unknown.js';

/** Characters of the longest title: a list of bodies runs to three lines of print. */
const NAME_AT_MOST = 220;

// "3. Đối với Sở Y tế", "Giao các sở": a title may say what the body gets.
const LEADS = buildPhraseSet([
  'giao',
  'giao cho',
  'đối với',
  'về phía',
  'đề nghị',
  'yêu cầu',
  'phân công',
  'tập thể',
  'toàn thể',
]);

/** "Thôn, bản, tổ dân phố": common nouns that only together, at the head of a title, are bodies. */
const listsGroups = (tokens: readonly Token[], at: number): boolean => {
  const first = matchPhrase(GROUPS, tokens, at);
  return (
    first !== undefined && tokens[first.end]?.key === ',' && matchPhrase(GROUPS, tokens, first.end + 1) !== undefined
  );
};

/** "Nhóm Điều phối Mây Ngàn:": nothing but a name that no list knows. */
const isUnknownName = (tokens: readonly Token[], at: number): boolean => {
  const unknown = parseUnknown(tokens, at, 'heading');
  return unknown !== undefined && (unknown.to >= tokens.length || /^[:.]$/u.test(tokens[unknown.to]?.key ?? ''));
};

const SERIES = new Set([',', 'và']);

/**
 * True when a title, its mark left out, begins with a body, an office, a group or a place rather than with a theme:
 * `namesBody('3. Sở Xây dựng', '3.')`, not `namesBody('8. Tổ chức thực hiện', '8.')`.
 */
export const namesBody = (text: string, printed: string): boolean => {
  const title = text.slice(printed.length).trim();
  if (title === '' || title.length > NAME_AT_MOST) return false;
  const tokens = mendTokens(readTokens(title));
  const from = matchPhrase(LEADS, tokens, 0)?.end ?? 0;
  const list = parseBodyList(tokens, from, { takesPlaces: true });
  if (list === undefined) return listsGroups(tokens, from) || isUnknownName(tokens, from);
  // Every title begins with a capital: "Quân sự, quốc phòng" is a theme, as "Thanh tra, kiểm tra" is.
  const isCommonWord = matchPhrase(NEEDS_CAPITAL, tokens, from)?.end === list.to;
  return !(isCommonWord && SERIES.has(tokens[list.to]?.key ?? ''));
};
