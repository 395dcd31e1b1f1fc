import { buildPhraseSet, listPhrases, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { skipCharges } from './charges.js';
import {
  ACTS_OF_GROUPS,
  ADVERBS,
  attends,
  COMPOUNDS,
  isNameStop,
  NAMELIKE,
  OBLIGES,
  QUANTITY,
  startsPredicate,
  TAILS,
  VERBS,
} from './lexicon.js';
import { parseArea, skipFromTo, skipProperName } from './parse-area.js';

// What a group "has": of these nouns it is a duty or an act that follows, not a mark of which bodies are meant.
export const NOT_A_MARK: ReadonlySet<string> = new Set([
  'trách',
  'kế',
  'giải',
  'văn',
  'báo',
  'ý',
  'phương',
  'biện',
  'hình',
  'chính',
  'cơ',
  'nhiệm',
  'thể',
]);
const MAX_RELATIVE = 12;
// được *giao*, *phân* công, *cử*, *cấp* phép, *ủy* quyền, *hưởng* lợi, *chọn*
const PASSIVES = new Set(['giao', 'phân', 'cử', 'cấp', 'ủy', 'hưởng', 'chọn']);

const INSPECTED = buildPhraseSet([
  'kiểm tra',
  'giám sát',
  'thanh tra',
  'kiểm toán',
  'kiểm tra, giám sát',
  'khảo sát',
  'chọn',
  'mời',
]);

/**
 * End of a relative clause that says which bodies are meant: "có cụm công nghiệp", "được giao kế hoạch vốn",
 * "nơi có dự án đi qua"; `at` where none begins.
 */
export const skipRelative = (tokens: readonly Token[], at: number): number => {
  const opener = tokens[at]?.key;
  const next = tokens[at + 1];
  if (next === undefined) return at;
  const isPassive = opener === 'được' && PASSIVES.has(next.key);
  const isPlace = opener === 'nơi' && next.key === 'có';
  const isMark = opener === 'có' && next.kind === 'word' && !next.isCapital && !NOT_A_MARK.has(next.key);
  const isOffice = opener === 'đầu' && next.key === 'mối';
  // "các chi bộ *được kiểm tra* chuẩn bị báo cáo": one act was done to them, the next one is theirs.
  const done = opener === 'được' ? matchPhrase(INSPECTED, tokens, at + 1) : undefined;
  if (done !== undefined && startsPredicate(tokens, done.end)) return done.end;
  if (!(isPassive || isPlace || isMark || isOffice)) return at;
  let end = at + 1;
  // The verbs of "được phân công phụ trách, theo dõi" belong to the relative clause; the next verb does not.
  const isMore = (): boolean => startsPredicate(tokens, end) && (end === at + 1 || !obliges(tokens, end));
  while (isPassive && end < tokens.length && isMore() && end - at < 6) end = endOfPredicateOpening(tokens, end);
  if (isPassive && next.key === 'phân') end = skipCharges(tokens, end);
  if (isPlace || isOffice) end += 1;
  while (end < tokens.length && end - at < MAX_RELATIVE) {
    const token = tokens[end];
    if (token === undefined || token.kind === 'mark' || token.key === 'và') break;
    if (end > at + 1 && (matchPhrase(OBLIGES, tokens, end) !== undefined || attends(tokens, end))) break;
    const compound = matchPhrase(COMPOUNDS, tokens, end)?.end;
    if (compound !== undefined && (end > at + 1 || isMark)) {
      end = compound;
      continue;
    }
    // "chưa có *Quyết định thành lập*": what there is, and what it does.
    if (tokens[end - 1]?.key === 'có' && token.key === 'quyết' && tokens[end + 1]?.key === 'định') {
      end += 2;
      end = matchPhrase(VERBS, tokens, end)?.end ?? end;
      continue;
    }
    const isActing = startsPredicate(tokens, end) && (end > at + 2 || (isMark && end > at + 1 && actsAt(tokens, end)));
    if (isActing) break;
    if (isNameStop(token) && !['chưa', 'có', 'của'].includes(token.key))
      return INNER_LINKS.has(token.key) ? Math.max(skipToAct(tokens, end, MAX_PLACE), skipPassing(tokens, end)) : end;
    end += 1;
  }
  return end;
};

/** "được phân công *phải* cập nhật": what they must do is no part of the clause. */
const obliges = (tokens: readonly Token[], at: number): boolean => matchPhrase(OBLIGES, tokens, at) !== undefined;

const MAX_PLACE = 9;
// Small words inside a relative clause: "được cấp phép bán hàng *tại* chợ đêm giữ gìn …". Behind all but the last three
// something must follow, so that a verb there is none of the group's own.
const OPEN_LINKS = listPhrases(
  'tại | trên | trong | ở | của | theo | về | cho | với | các | từ | và | bị | được | có | không | chưa | đã | do | là | dưới | để | đang | nơi',
);
const TAKES_MORE = new Set(OPEN_LINKS);
const INNER_LINKS = new Set([...OPEN_LINKS, 'qua', 'vào', 'ra']);

/** True when a verb of two words, which no name holds, or an adverb opens what a group must do at `at`. */
const actsAt = (tokens: readonly Token[], at: number): boolean => {
  if (tokens[at]?.isCapital !== false || matchPhrase(COMPOUNDS, tokens, at) !== undefined) return false;
  if (matchPhrase(OBLIGES, tokens, at) !== undefined) return true;
  // "… *tự* tháo dỡ mái che": by themselves.
  if (tokens[at].key === 'tự' && matchPhrase(VERBS, tokens, at + 1) !== undefined) return true;
  const verb = matchPhrase(VERBS, tokens, at);
  return verb !== undefined && (verb.end - at > 1 || matchPhrase(NAMELIKE, tokens, at) === undefined);
};

/**
 * End of words that go on telling which bodies are meant, where what they must do stands behind them without a mark; `at`
 * where it does not. Verbs side by side are one, "bán hàng", so that the act is the first one behind another word.
 */
const skipToAct = (tokens: readonly Token[], at: number, most: number): number => {
  for (let i = at; i <= at + most; ) {
    const token = tokens[i];
    // "giết mổ gia súc, *gia cầm* chấp hành": a row of things, not of acts.
    if (
      token?.key === ',' &&
      tokens[i + 1]?.kind === 'word' &&
      !tokens[i + 1]?.isCapital &&
      !startsPredicate(tokens, i + 1)
    ) {
      i += 1;
      continue;
    }
    if (token === undefined || token.kind === 'mark') return at;
    const isBehindWord = !TAKES_MORE.has(tokens[i - 1]?.key ?? '') && tokens[i - 1]?.kind !== 'mark';
    if (isBehindWord && matchPhrase(VERBS, tokens, i - 1) === undefined && actsAt(tokens, i)) return i;
    if (isNameStop(token) && !INNER_LINKS.has(token.key)) return at;
    i = matchPhrase(COMPOUNDS, tokens, i)?.end ?? i + 1;
  }
  return at;
};

/** "có đường sắt đi *qua* rào …": where the verb behind it is in no list, "đi qua" ends the clause. */
const skipPassing = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.key === 'qua' && tokens[at - 1]?.key === 'đi' ? at + 1 : at;

const MAX_STATE = 14;
// What tells the state or the place of those who are meant: "các xã *nằm* trong vùng hạ du", "các tổ chức *đang* khai thác".
const STATES = buildPhraseSet(
  listPhrases(
    'nằm trong | nằm ở | nằm dọc | đang | chưa | bị | nơi | là tổ chức | là hộ | là cá nhân | là đảng viên | ở vùng | ở khu vực | trên lưu vực | trên tuyến | trên các tuyến | ven | dọc | tại khu vực | tại các khu | trong vùng | trong khu vực | thuộc vùng | thuộc diện | thuộc khu vực | tham gia',
  ),
);

/** "các xã *nằm trong vùng hạ du* lập phương án": a state or a place of a group before what it must do; `at` where none is. */
const skipState = (tokens: readonly Token[], at: number): number => {
  const state = matchPhrase(STATES, tokens, at);
  if (state === undefined) return at;
  const end = skipToAct(tokens, state.end, MAX_STATE);
  return end > state.end || tokens[at]?.key === 'là' ? end : at;
};

/** "các đơn vị *quản lý* rà soát", not "chính quyền *quản lý chặt chẽ kho*": the verb is the mark of a body where nothing is managed. */
const hasNoObject = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at];
  if (next === undefined || next.key === 'và' || next.key === 'phải') return true;
  if (next.kind === 'mark') return next.key !== ',' || !startsPredicate(tokens, at + 1);
  return matchPhrase(VERBS, tokens, at) !== undefined && matchPhrase(COMPOUNDS, tokens, at) === undefined;
};

const FIELD_BEFORE = new Set(['nước', 'ngành', 'môn', 'trách']);
const MAX_FIELD_WORDS = 8;

/** End of "về …" where an act or the end of the clause stands behind it; `at` where it does not. */
const skipFieldOfGroup = (tokens: readonly Token[], at: number): number => {
  if (tokens[at]?.key !== 'về') return at;
  let end = at + 1;
  for (let token = tokens[end]; token?.kind === 'word' && end - at <= MAX_FIELD_WORDS; token = tokens[end]) {
    const compound = matchPhrase(COMPOUNDS, tokens, end)?.end;
    const isOver = startsPredicate(tokens, end) || isNameStop(token) || matchPhrase(TAILS, tokens, end) !== undefined;
    if (compound === undefined && isOver) break;
    end = compound ?? end + 1;
  }
  const next = tokens[end];
  const isOver =
    matchPhrase(TAILS, tokens, end) !== undefined ||
    next === undefined ||
    next.kind === 'mark' ||
    startsPredicate(tokens, end);
  return isOver && end > at + 1 && end - at <= MAX_FIELD_WORDS ? end : at;
};

const MAX_MANAGED = 9;
// What tells how, not what: "chính quyền quản lý *chặt chẽ* …" acts.
const MANNERS = new Set(['chặt', 'tốt', 'nghiêm', 'hiệu', 'đúng', 'toàn', 'thống', 'chủ', 'kịp']);

const PLACE_LINKS = new Set(['trên', 'tại', 'ở', 'trong', 'dọc', 'ven']);

/** "các sở *quản lý công trình chuyên ngành* rà soát …": the thing in hand marks the group where another act stands behind it. */
const skipManaged = (tokens: readonly Token[], at: number): number => {
  // "đơn vị tư vấn *lập quy hoạch*": the act was taken as the last word of the group.
  if (tokens[at - 1]?.key === 'vấn' && startsPredicate(tokens, at)) {
    const end = skipToAct(tokens, at + 1, MAX_MANAGED);
    return end > at + 1 ? end : at;
  }
  const act = matchPhrase(ACTS_OF_GROUPS, tokens, at);
  const next = act === undefined ? undefined : tokens[act.end];
  // "cá nhân kinh doanh *trên vỉa hè* tự tháo dỡ …": where they do it.
  const isPlaced = PLACE_LINKS.has(next?.key ?? '');
  if (act === undefined || next?.kind !== 'word' || next.isCapital || MANNERS.has(next.key)) return at;
  if (isNameStop(next) && !isPlaced) return at;
  const end = skipToAct(tokens, act.end, MAX_MANAGED);
  return end > act.end ? end : at;
};

const endOfPredicateOpening = (tokens: readonly Token[], at: number): number =>
  matchPhrase(VERBS, tokens, at)?.end ?? matchPhrase(ADVERBS, tokens, at)?.end ?? at + 1;

/**
 * "các cơ quan *chủ trì Dự án, Tiểu dự án*, …": behind "cơ quan", "đơn vị" in a list, what they are in charge of; `at` where
 * the words are an act: "các đơn vị *chủ trì rà soát*".
 */
const skipCharge = (tokens: readonly Token[], at: number): number => {
  const isOffice = tokens[at - 1]?.key === 'quan' || tokens[at - 1]?.key === 'vị';
  if (!isOffice || tokens[at]?.key !== 'chủ' || tokens[at + 1]?.key !== 'trì') return at;
  let end = at + 2;
  const isOf = tokens[end]?.isCapital === true || matchPhrase(COMPOUNDS, tokens, end) !== undefined;
  if (!isOf || startsPredicate(tokens, end)) return at;
  while (end - at < MAX_MANAGED + 8) {
    const token = tokens[end];
    if (token?.kind === 'mark' && token.key === ',' && tokens[end + 1]?.isCapital === true) end += 1;
    else if (token === undefined || token.kind === 'mark' || isNameStop(token) || actsAt(tokens, end)) break;
    else end = matchPhrase(COMPOUNDS, tokens, end)?.end ?? end + 1;
  }
  const isListed = tokens[end]?.key === ',' && matchPhrase(QUANTITY, tokens, end + 1) !== undefined;
  return isListed || actsAt(tokens, end) || tokens[end]?.key === ':' ? end : at;
};

const PLACES = new Set(['phương', 'xã', 'phường', 'huyện', 'tỉnh', 'phố', 'trấn']);

/** End of what narrows a group: "liên quan", "của tỉnh", "trên địa bàn huyện X", "có cụm công nghiệp". */
export const skipGroupTail = (tokens: readonly Token[], at: number, takesActs = true): number => {
  let end = at;
  for (;;) {
    // "các địa phương *sử dụng* ngân sách hỗ trợ …": places spend; only offices are told apart by what they use.
    if (tokens[end]?.key === 'sử' && PLACES.has(tokens[end - 1]?.key ?? '')) return end;
    const act = takesActs ? matchPhrase(ACTS_OF_GROUPS, tokens, end) : undefined;
    const tailEnd = matchPhrase(TAILS, tokens, end)?.end ?? end;
    if (act !== undefined && act.end > tailEnd && hasNoObject(tokens, act.end)) {
      end = act.end;
      continue;
    }
    // "các chi bộ, đảng bộ cơ sở *Các cấp ủy* …": a capital begins what stands on the next line.
    const tail = tokens[end]?.text === 'Các' ? undefined : matchPhrase(TAILS, tokens, end);
    // "giúp việc *Tỉnh ủy*": a committee, no place.
    const isCommittee =
      tokens[tail?.end ?? end]?.key === 'ủy' &&
      /^(?:tỉnh|huyện|thành|quận|thị)$/u.test(tokens[(tail?.end ?? end) - 1]?.key ?? '');
    if (tail !== undefined && !isCommittee) {
      const named = skipProperName(tokens, tail.end);
      end = /^(?:tỉnh|huyện|xã|phường|phố)$/u.test(tokens[tail.end - 1]?.key ?? '') ? named : tail.end;
      continue;
    }
    if (tokens[end]?.key === 'trên' && tokens[end + 1]?.key === 'địa' && tokens[end + 2]?.key === 'bàn') {
      end = parseArea(tokens, end + 3)?.to ?? end + 3;
      continue;
    }
    end = skipFromTo(tokens, end);
    // "các sở quản lý nhà nước chuyên ngành *về hạ tầng*": the field of the group.
    const field = FIELD_BEFORE.has(tokens[end - 1]?.key ?? '') ? skipFieldOfGroup(tokens, end) : end;
    if (field > end) {
      end = field;
      continue;
    }
    const relative = Math.max(skipRelative(tokens, end), skipCharge(tokens, end));
    if (relative === end) {
      const state = skipState(tokens, end);
      return takesActs && state === end ? skipManaged(tokens, end) : state;
    }
    end = relative;
  }
};
