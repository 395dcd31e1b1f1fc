import { buildPhraseSet, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import {
  ADVERBS,
  COMPOUNDS,
  DRAFTED,
  FIELDS,
  HEADS,
  isNameStop,
  matchUnit,
  NAMELIKE,
  NEEDS_CAPITAL,
  NOT_HEADS,
  STANDS_FOR,
  UNITS,
  VERBS,
  WHOLE_PHRASES,
} from './lexicon.js';
import { isNameNumber } from './name-number.js';

const MAX_FIELD = 16;
// Words that a loose field may open with although other names stop at them: "Ban Chỉ đạo *các* chương trình …".
const OPENS_LOOSELY = new Set(['đạo', 'lý', 'bql', 'bcđ']);
const LOOSE_OPENERS = new Set(['các', 'về']);

/** True when the words at `at` open another body: a list has ended there. */
export const startsHead = (tokens: readonly Token[], at: number): boolean => {
  const head = matchPhrase(HEADS, tokens, at);
  // "Ban Chỉ huy *Phòng thủ* dân sự": the word that looks like an office is none.
  if (head !== undefined && (matchPhrase(NOT_HEADS, tokens, at)?.end ?? 0) > head.end) return false;
  return head !== undefined && (head.end - at >= 2 || tokens[at]?.isCapital === true);
};

/** Words at `at` that, though verbs elsewhere, are part of a name; `at` where they are not. */
const skipNamelike = (tokens: readonly Token[], at: number): number => {
  const verb = matchPhrase(NAMELIKE, tokens, at);
  if (verb !== undefined && tokens[at]?.isCapital === true) return verb.end;
  if (verb === undefined || tokens[verb.end] === undefined) return at;
  // "sắp xếp *lại*": the longer phrase is nothing but an act.
  if ((matchPhrase(VERBS, tokens, at)?.end ?? 0) > verb.end) return at;
  return matchPhrase(DRAFTED, tokens, verb.end) === undefined && tokens[verb.end]?.kind === 'word' ? verb.end : at;
};

// Verbs that a field opens with ("Đoàn *kiểm tra* …") but that behind two words of one are the act: "Trung tâm Dịch vụ nông nghiệp *tổ chức* …".
const ACTS_BEHIND_FIELD = buildPhraseSet([
  'tổ chức',
  'thực hiện',
  'kiểm tra',
  'triển khai',
  'hỗ trợ',
  'tuyên truyền',
  'vận động',
  'giải quyết',
  'tổng hợp',
  'thẩm định',
  'khởi công',
  'chăm sóc',
  'cung ứng',
  'cấp',
  'thu',
  'chi',
  'dự',
]);

/** Fields of one syllable that are words by themselves: "Đội *Thuế* kiểm tra …". */
const WHOLE_WORDS = new Set(['thuế', 'điện', 'nước', 'bơm']);

/** "Phòng Giao dịch số 3 *kiểm soát* chi": a number ends the name, and any verb behind it acts. */
const actsBehindNumber = (tokens: readonly Token[], at: number, end: number): boolean =>
  end > at + 1 &&
  tokens[end - 1]?.kind === 'number' &&
  tokens[end - 2]?.key === 'số' &&
  tokens[end]?.isCapital === false &&
  matchPhrase(VERBS, tokens, end) !== undefined;

/** True when the field read from `at` is over and an act begins at `end`; "xây dựng *và thực hiện*" goes on. */
const actBegins = (tokens: readonly Token[], at: number, end: number): boolean =>
  actsBehindNumber(tokens, at, end) ||
  ((end - at >= 2 || WHOLE_WORDS.has(tokens[at]?.key ?? '') || (end > at && tokens[end - 1]?.kind === 'number')) &&
    tokens[end]?.isCapital === false &&
    tokens[end - 1]?.kind !== 'mark' &&
    tokens[end - 1]?.key !== 'và' &&
    matchPhrase(NAMELIKE, tokens, end - 2)?.end !== end &&
    // "Khu *dự trữ* sinh quyển": the longer word is no "dự".
    (matchPhrase(ACTS_BEHIND_FIELD, tokens, end)?.end ?? 0) >= (matchPhrase(NAMELIKE, tokens, end)?.end ?? 1) &&
    matchPhrase(COMPOUNDS, tokens, end) === undefined);

/** True when the comma at `at` stands inside a coordinated field: "đầu tư, Thương mại và Du lịch". */
const isInnerComma = (tokens: readonly Token[], at: number): boolean => {
  if (tokens[at + 1]?.isCapital !== true || startsHead(tokens, at + 1)) return false;
  if (tokens[at - 1]?.isAllCapital === true && tokens[at + 1]?.isAllCapital === true) return true;
  for (let i = at + 2; i < at + 6; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'mark') return false;
    if (token.key === 'và') return tokens[i + 1]?.isCapital === true && !startsHead(tokens, i + 1);
  }
  return false;
};

const MAX_LOOSE_PART = 4;

/** The comma inside "công tác tôn giáo, *tín ngưỡng* huyện Lam Giang": plain nouns stand behind it, then the place. */
const isLooseComma = (tokens: readonly Token[], at: number): boolean => {
  for (let i = at + 1; i < at + 2 + MAX_LOOSE_PART; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind !== 'word' || token.isCapital || isNameStop(token)) return false;
    if (i > at + 1 && isUnit(tokens, i)) return true;
    if (isUnit(tokens, i) || matchUnit(tokens, i) !== undefined || matchPhrase(VERBS, tokens, i) !== undefined)
      return false;
    if (matchPhrase(ADVERBS, tokens, i) !== undefined) return false;
  }
  return false;
};

/** "Ban Quản lý Khu kinh tế *và các Khu* công nghiệp": the noun of the field comes once more. */
const repeatsNoun = (tokens: readonly Token[], at: number, end: number): boolean => {
  const again = tokens[end + 1]?.key === 'các' ? end + 2 : end + 1;
  return tokens[end]?.key === 'và' && tokens[again]?.key === tokens[at]?.key;
};

// Services that are bodies by themselves and fields of others: "Cục Lâm nghiệp và *Kiểm lâm*", "Phòng Pháp chế và *Thanh tra*".
const SERVICES = buildPhraseSet(['kiểm lâm', 'kiểm ngư', 'thanh tra', 'kiểm tra', 'pháp chế', 'kiểm toán nội bộ']);

/** "… và Kiểm lâm *phối hợp*": a service without a place or an owner behind it goes on with the field before it. */
const isService = (tokens: readonly Token[], at: number): boolean => {
  const end = matchPhrase(SERVICES, tokens, at)?.end;
  const next = end === undefined ? undefined : tokens[end];
  return end !== undefined && next?.isCapital !== true && matchPhrase(UNITS, tokens, end) === undefined;
};

const joinsNext = (tokens: readonly Token[], at: number, isFirm: boolean): boolean => {
  const next = tokens[at + 1];
  if (next === undefined || next.kind === 'mark') return false;
  if (startsOther(tokens, at + 1, isFirm) && !(tokens[at]?.key === 'và' && isService(tokens, at + 1))) return false;
  if (tokens[at]?.key === '-') return matchPhrase(STANDS_FOR, tokens, at + 1) === undefined;
  // "Ban Chỉ huy PCLB *&* TKCN"
  if (tokens[at]?.key === '&') return next.isCapital;
  return next.isCapital && tokens[at]?.key === 'và';
};

/** "Già làng Tây Pơ Kô *hòa giải* …": behind a name of places or peoples in the field small letters go on with nothing. */
const endsInName = (tokens: readonly Token[], at: number, end: number): boolean =>
  end - at > 2 &&
  tokens[end]?.isCapital === false &&
  [1, 2].every(
    (by) => tokens[end - by]?.kind === 'word' && tokens[end - by]?.isCapital && !tokens[end - by]?.isAllCapital,
  ) &&
  tokens.slice(at, end - 2).some((token) => token.kind === 'word' && !token.isCapital);

/** "Tập đoàn Điện lực Việt Nam *di dời* …": behind the country's name a small word goes on with no name. */
const endsInCountry = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 2]?.text === 'Việt' && tokens[at - 1]?.text === 'Nam' && tokens[at]?.isCapital === false;

const isUnit = (tokens: readonly Token[], at: number): boolean => {
  const unit = matchPhrase(UNITS, tokens, at);
  return (
    unit !== undefined &&
    tokens[at]?.isCapital !== true &&
    tokens[unit.end]?.key !== 'hội' &&
    tokens[unit.end]?.key !== 'hóa'
  );
};

/** A firm bears any name, "Công ty *Trường Xuân*", "Tập đoàn Viễn thông *Quân đội*": a common word is no other body there. */
export const startsOther = (tokens: readonly Token[], at: number, isFirm: boolean): boolean => {
  if (!isFirm || !startsHead(tokens, at)) return startsHead(tokens, at);
  const head = matchPhrase(HEADS, tokens, at);
  if (head === undefined || head.value.branch === 'other') return false;
  return head.end > at + 1 && matchPhrase(NEEDS_CAPITAL, tokens, at)?.end !== head.end;
};

// Acts of one syllable behind a body of any name: "Trạm Bơm *cần* …", "Đội Thuế *thu* …", "Tổ Xe *trình* …".
const LONE_ACTS = new Set([
  'cần',
  'phải',
  'sẽ',
  'giao',
  'trình',
  'thu',
  'chi',
  'cấp',
  'lập',
  'mở',
  'gửi',
  'nộp',
  'xây',
  'tự',
  'không',
  'xem',
]);

/** "Phản *ứng*", "Trực *cống*": no field is one syllable long where a small syllable that is no clear act follows. */
const isSplitWord = (tokens: readonly Token[], at: number): boolean => {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first?.kind !== 'word' || !first.isCapital || first.isAllCapital || second?.kind !== 'word' || second.isCapital)
    return false;
  if (LONE_ACTS.has(second.key) || isNameStop(second) || isUnit(tokens, at + 1)) return false;
  const verb = matchPhrase(VERBS, tokens, at + 1) ?? matchPhrase(ADVERBS, tokens, at + 1);
  return verb !== undefined && verb.end === at + 2;
};

/** End of a field that no list knows: words up to a verb, a place, a mark or another body. */
const skipFreeField = (tokens: readonly Token[], at: number, isLoose: boolean, isFirm = false): number => {
  let end = at;
  while (end < tokens.length && end - at < MAX_FIELD) {
    const token = tokens[end];
    if (token === undefined) break;
    if (token.kind === 'mark') {
      const isInner = isInnerComma(tokens, end) || (isLoose && isLooseComma(tokens, end));
      if (token.key === ',' ? !isInner : !joinsNext(tokens, end, isFirm)) break;
      end += 1;
      continue;
    }
    if (end > at && repeatsNoun(tokens, tokens[at]?.key === 'các' ? at + 1 : at, end)) {
      end += tokens[end + 1]?.key === 'các' ? 3 : 2;
      continue;
    }
    if (token.key === 'và' ? !joinsNext(tokens, end, isFirm) : isUnit(tokens, end) || endsInCountry(tokens, end)) break;
    if (endsInName(tokens, at, end)) break;
    // "Cục Nghiệp vụ *Quản lý thị trường*": a known field in capitals goes on with the one before it.
    const known = end > at && token.isCapital && !isLoose ? matchPhrase(FIELDS, tokens, end) : undefined;
    if (known !== undefined && known.end - end > 1 && tokens[end - 1]?.kind === 'word') {
      end = known.end;
      continue;
    }
    const isJoined = tokens[end - 1]?.key === 'và' && isService(tokens, end);
    if (end > at && token.isCapital && startsOther(tokens, end, isFirm) && !isJoined) break;
    // "Tổ *Phản ứng* nhanh": a lone syllable in a capital and a small verb of one syllable are one word.
    if (end === at + 1 && isSplitWord(tokens, at)) {
      end += 1;
      continue;
    }
    // "Ban Chỉ đạo *tổng hợp kết quả*": of the verbs that fields open with, this one in small letters is an act.
    const isSummary = token.key === 'tổng' && tokens[end + 1]?.key === 'hợp' && tokens[end + 2]?.kind === 'word';
    if (actBegins(tokens, at, end) || (end === at && isSummary && !token.isCapital)) break;
    const namelike =
      matchPhrase(WHOLE_PHRASES, tokens, end)?.end ??
      matchPhrase(COMPOUNDS, tokens, end)?.end ??
      skipNamelike(tokens, end);
    if (namelike > end) {
      end = namelike;
      continue;
    }
    const isOpening =
      end === at &&
      (token.isCapital || (isLoose && LOOSE_OPENERS.has(token.key) && OPENS_LOOSELY.has(tokens[end - 1]?.key ?? '')));
    if (!isOpening && (isNameStop(token) || matchPhrase(VERBS, tokens, end) || matchPhrase(ADVERBS, tokens, end)))
      break;
    end += 1;
  }
  return end;
};

/**
 * "Sở Xây dựng - *Kiểm tra* các công trình": behind the dash an act with what it is done to; in "Phòng Kế hoạch - *Đầu tư*
 * thẩm định", "Phòng Văn hóa - *Thông tin* xã" it is a field.
 */
export const actsBehindDash = (tokens: readonly Token[], at: number): boolean => {
  const verb = tokens[at]?.isCapital === true ? matchPhrase(VERBS, tokens, at) : undefined;
  const next = verb === undefined ? undefined : tokens[verb.end];
  if (verb === undefined || verb.end - at < 2 || next?.kind !== 'word' || next.isCapital || next.key === 'và')
    return false;
  return !isUnit(tokens, verb.end) && (matchPhrase(VERBS, tokens, verb.end) === undefined || next.key === 'các');
};

/**
 * End of the field of work or proper name at token `at`; `at` itself where there is none. The longest known field wins;
 * otherwise a capital must open it, unless the head takes loose fields.
 */
export const skipField = (tokens: readonly Token[], at: number, isLoose: boolean, isFirm = false): number => {
  const opening = tokens[at];
  if (opening === undefined || opening.kind === 'mark') return at;
  const known = isLoose || !opening.isCapital ? undefined : matchPhrase(FIELDS, tokens, at);
  if (known !== undefined) {
    const goesOn =
      tokens[known.end]?.key === '-' &&
      tokens[known.end + 1]?.isCapital === true &&
      !startsHead(tokens, known.end + 1) &&
      matchPhrase(STANDS_FOR, tokens, known.end + 1) === undefined &&
      !actsBehindDash(tokens, known.end + 1);
    return goesOn ? skipFreeField(tokens, known.end + 1, false) : known.end;
  }
  if (!isLoose && !opening.isCapital && opening.key !== 'số' && !isNameNumber(tokens, at)) return at;
  return skipFreeField(tokens, at, isLoose, isFirm);
};
