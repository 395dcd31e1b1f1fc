import type { BodyKind } from '../../language/lexicon/bodies/body-kind.js';
import { buildPhraseSet, listPhrases, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { ASSIGN, startsPredicate } from './lexicon.js';
import { parseArea, skipProperName } from './parse-area.js';
import { skipField } from './parse-field.js';

/* Where a name ends that is told by its kind, beyond its field: proper names, brackets, branches. */

/**
 * "Trường Tiểu học Sơn Hạ *khám sức khỏe* …": a school or a firm that bears nothing but a proper name ends with it, also
 * before a verb that no list knows.
 */
export const endAtProper = (tokens: readonly Token[], kind: BodyKind, at: number, to: number): number => {
  const bearsProper = kind.branch === 'other' || kind.heads.includes('Trường');
  const isProper = (i: number): boolean =>
    i < to && tokens[i]?.kind === 'word' && tokens[i]?.isCapital === true && !tokens[i]?.isAllCapital;
  if (!bearsProper || !isProper(at) || !isProper(at + 1)) return to;
  let end = at + 2;
  while (isProper(end)) end += 1;
  const rest = tokens.slice(end, to);
  return rest.length > 1 && rest.every((token) => token.kind === 'word' && !token.isCapital) ? end : to;
};

const MAX_BRACKET = 14;

/** "Ban Quản lý dự án *(giao thông, dân dụng)* xã": a bracket before the place is a part of the name. */
export const skipInnerBracket = (tokens: readonly Token[], at: number): number => {
  if (tokens[at]?.key !== '(') return at;
  const close = tokens.slice(at, at + MAX_BRACKET).findIndex(({ key }) => key === ')');
  return close > 0 && tokens[at + close + 1]?.isCapital === false && parseArea(tokens, at + close + 1) !== undefined
    ? at + close + 1
    : at;
};

const COMMITTEES = new Set(['Ban Chỉ đạo', 'Tổ công tác', 'Hội đồng', 'Tiểu ban', 'Ban Điều hành']);
// "báo cáo Ban Chỉ đạo tỉnh *về kết quả* …" tells what is reported.
const REPORTED = buildPhraseSet(
  listPhrases(
    'kết quả | tình hình | tiến độ | việc | nội dung | số liệu | các | những | khó khăn | vướng mắc | thời gian',
  ),
);
const MAX_THEME = 14;

/** "Ban Chỉ đạo tỉnh *về chuyển đổi số* đôn đốc …": what a committee is for, up to what it does or the end of its name. */
export const skipTheme = (tokens: readonly Token[], at: number, kind: BodyKind): number => {
  if (tokens[at]?.key !== 'về' || !kind.heads.some((head) => COMMITTEES.has(head))) return at;
  if (matchPhrase(REPORTED, tokens, at + 1) !== undefined) return at;
  const end = skipField(tokens, at + 1, true);
  const next = tokens[end];
  const isOver = next === undefined || startsPredicate(tokens, end) || /^[:;.,]$/u.test(next.key);
  return end > at + 1 && end - at < MAX_THEME && (isOver || matchPhrase(ASSIGN, tokens, end) !== undefined) ? end : at;
};

const BRANCHES = buildPhraseSet(['chi nhánh', 'phòng giao dịch', 'văn phòng đại diện', 'hội sở']);

/** End of the branch that a name goes on with: "Ngân hàng Chính sách xã hội *- Chi nhánh tỉnh Lam Giang*"; "Văn phòng Đăng ký đất đai *chi nhánh khu vực V*". */
export const skipBranch = (tokens: readonly Token[], at: number, kind: BodyKind): number => {
  const hasDash = tokens[at]?.key === '-';
  if (kind.form !== 'body') return at;
  const branch = matchPhrase(BRANCHES, tokens, hasDash ? at + 1 : at);
  if (branch === undefined) return at;
  const named = parseArea(tokens, branch.end)?.to ?? skipProperName(tokens, branch.end);
  const end = named > branch.end ? named : skipField(tokens, branch.end, false);
  return end > branch.end ? end : at;
};
