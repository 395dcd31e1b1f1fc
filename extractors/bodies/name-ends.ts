import type { BodyKind } from '../../language/lexicon/bodies/body-kind.js';
import { buildPhraseSet, listPhrases, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { ASSIGN, HEADS, startsPredicate } from './lexicon.js';
import { parseArea, skipProperName } from './parse-area.js';
import { skipField } from './parse-field.js';
import type { ParsedBody } from './parsed.js';

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

/** True where no name goes on: at the end, a mark, "và", or what somebody does. */
export const isNameOver = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at];
  return next === undefined || next.kind === 'mark' || next.key === 'và' || startsPredicate(tokens, at);
};

/** "Cục Thuế *địa phương* rà soát": that of the place, where what it does or a mark stands behind. */
export const skipLocal = (tokens: readonly Token[], at: number): number => {
  const from = tokens[at]?.key === 'các' ? at + 1 : at;
  const isLocal = tokens[from]?.key === 'địa' && !tokens[from].isCapital && tokens[from + 1]?.key === 'phương';
  return isLocal && isNameOver(tokens, from + 2) ? from + 2 : at;
};

/** "nhà thầu *thi công* và tư vấn": the trade of a builder, where nothing that is built stands behind it. */
export const skipTrade = (tokens: readonly Token[], at: number, kind: BodyKind): number => {
  const isTrade = tokens[at]?.key === 'thi' && tokens[at + 1]?.key === 'công' && kind.heads.includes('nhà thầu');
  return isTrade && isNameOver(tokens, at + 2) ? at + 2 : at;
};

/** "Tổ đại biểu HĐND *số 3*", "Đội Thuế liên xã *số 2*". */
export const skipNumber = (tokens: readonly Token[], at: number): number => {
  if (tokens[at]?.key !== 'số' || tokens[at + 1]?.kind !== 'number') return at;
  const next = tokens[at + 2];
  const isOver = next === undefined || /^(?:[,.;:)]|và)$/u.test(next.key) || startsPredicate(tokens, at + 2);
  return isOver ? at + 2 : at;
};

/** "các Ban *HĐND tỉnh*", "hai ban *Đảng ủy xã*": boards, and right behind them the council or committee that has them. */
export const ownsBoards = (tokens: readonly Token[], { to }: ParsedBody): boolean => {
  if (tokens[to - 1]?.key !== 'ban') return false;
  const head = matchPhrase(HEADS, tokens, to);
  return head !== undefined && (head.value.branch === 'party' || /^(?:hđnd|hội)$/u.test(tokens[to]?.key ?? ''));
};

/** "Đảng ủy *các bộ*", "Chi bộ *các thôn*": a committee by itself, not its board or its office. */
export const isCommittee = (kind: BodyKind): boolean =>
  kind.branch === 'party' && kind.heads.some((head) => head === 'Đảng ủy' || head === 'Ban cán sự đảng');
