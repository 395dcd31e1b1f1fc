import type { Clause } from '../../language/writing/clauses.js';
import { buildPhraseSet, listPhrases, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { ASSIGN, COMPOUNDS, QUANTITY, startsPredicate } from '../bodies/lexicon.js';
import { parseBodyList } from '../bodies/parse-bodies.js';
import { actsBehindDash } from '../bodies/parse-field.js';
import { parseNamed } from '../bodies/parse-named.js';
import { parseUnknown, type UnknownPlace } from '../bodies/parse-unknown.js';
import type { ParsedBodies, ParsedBody } from '../bodies/parsed.js';
import { isApproval } from './approval.js';
import { isFollowed, isNoun } from './clause-words.js';
import { NOT_VERBS, PERIODS, skipInterposed } from './interposed.js';
import { DECIDES, endOfRegularReport, isLaidBefore } from './laid-before.js';
import { AUTHOR, CONCERNING, OPENERS } from './lexicon.js';
import { partsWithin } from './parts-within.js';
import { readConcerned, readList, readWholeTitle, tellsDuty } from './read-title.js';

/** What opens a clause: who is told to act, and how. */
export interface Opening {
  /** subject: the bodies stand first; assigned: behind giao, yêu cầu …; heading: nothing but the names; none: nobody named. */
  readonly form: 'subject' | 'assigned' | 'heading' | 'none';
  readonly bodies: readonly ParsedBody[];
  /** Who gives the task in the same clause: "*Ban Thường vụ* yêu cầu …". */
  readonly asker: readonly ParsedBody[];
  /** Token behind the opening: the predicate begins here. */
  readonly to: number;
  /** True when acts of somebody else stand before the word that assigns: "hướng dẫn, đôn đốc, *yêu cầu* các đơn vị …". */
  readonly isBehindActs?: true;
}

// In the middle of a sentence these open no predicate: "giữa các sở, UBND các cấp *trong* quản lý đất đai".
const PREPOSITIONS = new Set(listPhrases('trong | từ | đến | để | trước | hết | khi | nếu | không'));
const NOBODY: readonly ParsedBody[] = [];
const MAX_TOPIC = 60;
const MAX_ADVERBIAL = 140;

/** "yêu cầu *lãnh đạo các sở*, Chủ tịch UBND các xã …": people in small letters, where the place says that somebody is told. */
const readLeaders = (tokens: readonly Token[], at: number, place: UnknownPlace): ParsedBodies | undefined => {
  if (place !== 'told' || tokens[at]?.key !== 'lãnh' || tokens[at + 1]?.key !== 'đạo') return undefined;
  const named = parseNamed(tokens, at, 1);
  return named?.bodies[0]?.form === 'person' ? named : undefined;
};

/** A list of names, or behind it, or instead of it, a name that no list knows but that stands where somebody is named. */
const readNames = (tokens: readonly Token[], at: number, place: UnknownPlace): ParsedBodies | undefined => {
  const list = readList(tokens, at) ?? readLeaders(tokens, at, place) ?? parseUnknown(tokens, at, place);
  const mark = list === undefined ? '' : (tokens[list.to]?.key ?? '');
  if (list === undefined || (mark !== ',' && mark !== 'và') || tokens[list.to + 1]?.isCapital !== true) return list;
  const more =
    readList(tokens, list.to + 1) ?? (place === 'told' ? parseUnknown(tokens, list.to + 1, place) : undefined);
  return more === undefined ? list : { bodies: [...list.bodies, ...more.bodies], to: more.to };
};

const readAssigned = (tokens: readonly Token[], at: number): { readonly list: ParsedBodies } | undefined => {
  const verb = matchPhrase(ASSIGN, tokens, at);
  if (verb === undefined || matchPhrase(COMPOUNDS, tokens, at) !== undefined) return undefined;
  const skip = tokens[verb.end]?.key === ':' ? verb.end + 1 : verb.end;
  const list = readNames(tokens, skip, 'told');
  // "Thông báo đến từng hộ dân *lịch tiêm*" tells a thing: somebody is told to act only by what he does.
  const tellsThing =
    tokens[at]?.key === 'thông' &&
    tokens[list?.to ?? 0]?.kind === 'word' &&
    !isFollowed(tokens, list?.to ?? 0, tokens.length);
  return list === undefined || tellsThing ? undefined : { list };
};

/** Token of the assigning verb behind a subject, past an adverb or "thông báo và". */
const findAssigner = (tokens: readonly Token[], at: number): number | undefined => {
  for (let i = at; i <= at + 4; i++) {
    if (matchPhrase(ASSIGN, tokens, i) !== undefined && readAssigned(tokens, i) !== undefined) return i;
    if (!startsPredicate(tokens, i) && tokens[i]?.key !== 'và' && !startsPredicate(tokens, i - 1)) return undefined;
  }
  return undefined;
};

/**
 * True when a name that opens a clause is surely its subject although its verb is in no list ("Phòng A *khóa* sổ kế toán"):
 * named bodies, or a group with "Các", before a small word that does not tie the name to something else.
 */
const isPlainSubject = (tokens: readonly Token[], list: ParsedBodies, at: number): boolean => {
  const next = tokens[list.to];
  // "UBND xã X *02 tuần* một lần kiểm tra": how often stands before the verb.
  if (next?.kind === 'number') return matchPhrase(PERIODS, tokens, list.to + 1) !== undefined;
  if (next === undefined || next.kind !== 'word' || next.isCapital || NOT_VERBS.has(next.key)) return false;
  const isPlace = (body: ParsedBody): boolean => body.units.length > 0 && /\s\p{Lu}/u.test(body.name);
  return (
    list.bodies.every((body) => body.kind !== null || body.isUnknown || body.isKnown || isPlace(body)) ||
    (/^các$/iu.test(tokens[at]?.text ?? '') && list.to - at > 2)
  );
};

const readOpeningAt = (tokens: readonly Token[], at: number, to: number, isDirect = false): Opening | undefined => {
  const assigned = readAssigned(tokens, at);
  if (assigned !== undefined) {
    return { form: 'assigned', bodies: assigned.list.bodies, asker: NOBODY, to: assigned.list.to };
  }
  const named = matchPhrase(CONCERNING, tokens, at);
  const read =
    named === undefined
      ? (readList(tokens, at) ?? (isDirect ? readUnknownOpening(tokens, at, to) : undefined))
      : (readConcerned(tokens, at, named.end, to) ?? readList(tokens, named.end));
  if (read === undefined || read.to > to) return undefined;
  const list = isDirect && named === undefined ? readWholeTitle(tokens, read, to) : read;
  const behind = tokens[list.to];
  // "Đối với các doanh nghiệp nợ thuế: *giao* Cục Thuế …": somebody else is told about them.
  if (named !== undefined && behind?.key === ':' && readAssigned(tokens, list.to + 1) !== undefined) return undefined;
  // "2. Công an tỉnh - *Xử lý* hành vi cản trở": the dash parts who from what.
  if (isDirect && named === undefined && behind?.key === '-' && actsBehindDash(tokens, list.to + 1))
    return { form: 'subject', bodies: list.bodies, asker: NOBODY, to: list.to + 1 };
  if (list.to >= to || behind === undefined || /^[:.;]$/u.test(behind.key)) {
    return { form: 'heading', bodies: list.bodies, asker: NOBODY, to: list.to };
  }
  // "Đối với các chủ đầu tư *cần* nhanh chóng …": who is concerned is told his duty at once.
  if (named !== undefined && isDirect && tellsDuty(tokens, list.to) && isFollowed(tokens, list.to, to))
    return { form: 'subject', bodies: list.bodies, asker: NOBODY, to: list.to };
  // "Đối với Sở A, …": who is concerned, unless a heading, is told by what follows.
  if (named !== undefined) return undefined;
  // "7. Các sở, UBND các xã | *Trên cơ sở* kế hoạch này, tổ chức …": a title that lost its line break before an adverbial.
  if (isDirect && behind.isCapital && matchPhrase(OPENERS, tokens, list.to) !== undefined)
    return { form: 'subject', bodies: list.bodies, asker: NOBODY, to: list.to };
  const verb = findAssigner(tokens, list.to);
  const told = verb === undefined ? undefined : readAssigned(tokens, verb);
  // The verb that follows is the subject's own, and readMarked reads whom it tells.
  if (verb !== undefined && told !== undefined && partsWithin(tokens, list, verb, told.list))
    return { form: 'subject', bodies: list.bodies, asker: NOBODY, to: list.to };
  if (told !== undefined) return { form: 'assigned', bodies: told.list.bodies, asker: list.bodies, to: told.list.to };
  if (matchPhrase(AUTHOR, tokens, list.to) !== undefined && tokens[to - 1]?.key === ':') return undefined;
  if (isApproval(tokens, list)) return undefined;
  const verbAt = skipInterposed(tokens, list.to, to);
  if (verbAt > list.to) return { form: 'subject', bodies: list.bodies, asker: NOBODY, to: verbAt };
  const isSubject = isDirect
    ? isFollowed(tokens, list.to, to) || isPlainSubject(tokens, list, at)
    : isFollowed(tokens, list.to, to) && !PREPOSITIONS.has(tokens[list.to]?.key ?? '');
  if (isSubject) {
    return { form: 'subject', bodies: list.bodies, asker: NOBODY, to: list.to };
  }
  // A heading that lost its line break: "2. Các trạm bơm | Trạm bơm Sông Vĩ nạo vét …". One body is a theme to the one
  // behind it; of several names each is told to act.
  const glued = behind.isCapital ? readList(tokens, list.to) : undefined;
  if (glued === undefined || !isFollowed(tokens, glued.to, to)) return undefined;
  const isTheme = list.bodies.length === 1 && list.bodies[0]?.form === 'body';
  return {
    form: 'subject',
    bodies: isTheme ? glued.bodies : [...list.bodies, ...glued.bodies],
    asker: NOBODY,
    to: glued.to,
  };
};

/** A name that no list knows at the head of an item: its heading, or the subject before its verb. */
const readUnknownOpening = (tokens: readonly Token[], at: number, to: number): ParsedBodies | undefined => {
  const heading = parseUnknown(tokens, at, 'heading');
  const isAlone =
    heading !== undefined && (heading.to >= to || (tokens[heading.to]?.key === ':' && heading.to + 1 >= to));
  return isAlone ? heading : parseUnknown(tokens, at, 'subject');
};

/** Behind a topic, "Nội dung thứ hai (đường thôn): …", the sentence begins anew. */
const skipTopic = (tokens: readonly Token[], from: number, to: number): number | undefined => {
  let isBracketed = false;
  for (let i = from; i < Math.min(to - 1, from + MAX_TOPIC); i++) {
    if (tokens[i]?.key === '(' || tokens[i]?.key === ')') isBracketed = tokens[i]?.key === '(';
    // A colon in brackets tells of the words before them.
    if (tokens[i]?.key === ':') return isBracketed ? undefined : i + 1;
  }
  return undefined;
};

/**
 * Token behind the names in mid-sentence at `at`: "Dưới sự chỉ đạo của *Huyện ủy*, các chi bộ kiểm tra". Of two with a comma
 * between the second may be the subject; a longer row is taken as one.
 */
const endOfGoverned = (tokens: readonly Token[], at: number): number => {
  const list = parseBodyList(tokens, at);
  const [first, second, third] = list?.bodies ?? [];
  const isParted = second !== undefined && third === undefined && tokens[first?.to ?? at]?.key === ',';
  return (isParted ? first?.to : list?.to) ?? at;
};

/**
 * Looks for the subject behind an adverbial: "Để …, *Ban Thường vụ* yêu cầu", "Trong quá trình thực hiện *Sở A* …".
 * Without a comma only a capital tells it, and only a name that no preposition governs.
 */
const readBehindAdverbial = (
  tokens: readonly Token[],
  { from, to }: Clause,
  hasOpener: boolean,
): Opening | undefined => {
  const limit = Math.min(to, from + MAX_ADVERBIAL);
  let hasComma = !hasOpener;
  const reported = endOfRegularReport(tokens, from);
  for (let i = reported ?? from + 1; i < limit; i++) {
    const before = tokens[i - 1];
    const isBreak = before?.key === ',' || before?.key === ':';
    hasComma ||= isBreak;
    const isNamed = tokens[i]?.isCapital === true && ADVERBIAL_ENDS.has(before?.key ?? '');
    // "Trước ngày 30/6/2024 các sở gửi kế hoạch": a date ends the adverbial as a comma would.
    const isDated =
      before?.kind === 'number' && (tokens[i]?.isCapital === true || matchPhrase(QUANTITY, tokens, i) !== undefined);
    const isCapitalised = !hasComma && (isNamed || isDated);
    // "Nay thông báo để các sở thực hiện", "trên cơ sở đó giao Sở A lập đề án": the verb itself tells it.
    const isAssigning = before?.kind === 'word' && matchPhrase(ASSIGN, tokens, i) !== undefined && !isNoun(tokens, i);
    if (!isBreak && !isCapitalised && !isAssigning) {
      // A name in mid-sentence is passed as a whole: behind "Ban Thường vụ" no adverbial ends.
      if (!hasComma && tokens[i]?.isCapital === true) i = Math.max(i, endOfGoverned(tokens, i) - 1);
      continue;
    }
    const found = readOpeningAt(tokens, i, to);
    // Behind a comma a bare common noun goes on with a list: "các Bộ, *ngành* và địa phương"; a place with its name and its
    // duty does not: "…, *thành phố Lam Giang* cần tập trung …".
    const goesOn =
      found?.form === 'subject' &&
      found.bodies[0]?.form === 'group' &&
      !isPlaceObliged(tokens, found) &&
      !opensSubject(tokens, i) &&
      matchPhrase(QUANTITY, tokens, i) === undefined;
    // A report is the act itself: behind it only somebody else who is told follows.
    const isActed =
      (reported !== undefined && found?.form === 'subject') ||
      (found?.form === 'subject' && DECIDES.has(tokens[found.to]?.key ?? '') && isLaidBefore(tokens, from, i));
    const isFound = found !== undefined && found.form !== 'heading' && !goesOn && !isActed;
    if (isFound)
      return found.form === 'assigned' && actsBefore(tokens, from, i) ? { ...found, isBehindActs: true } : found;
    // A name that is not the subject is passed as a whole: "Thủ tướng Chính phủ" holds no second body.
    if (isCapitalised) i = Math.max(i, endOfGoverned(tokens, i) - 1);
  }
  return undefined;
};

/** "*thành phố Lam Giang* cần …": a place that is named and told its duty. */
const isPlaceObliged = (tokens: readonly Token[], { bodies, to }: Opening): boolean =>
  bodies.every(({ name }) => NAMED_PLACE.test(name)) && /^(?:cần|phải|có)$/u.test(tokens[to]?.key ?? '');
const NAMED_PLACE = /^(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)\s\p{Lu}/u;

// Where these open the words before an order, they tell its ground or time: "*Để* bảo đảm tiến độ, yêu cầu …".
const BEFORE_ORDERS = buildPhraseSet(
  listPhrases(
    'để | nhằm | căn cứ | trên cơ sở | theo | sau | sau khi | khi | nếu | từ | trước | đến | hết | trong | thực hiện | qua | xét | trên | do | vì | tại | với | đối với | định kỳ | hằng | hàng',
  ),
);

/** True when what stands right before the assigning verb at `at` is an act in the same row: "rà soát, *yêu cầu* …". */
const actsBefore = (tokens: readonly Token[], from: number, at: number): boolean => {
  const comma = tokens[at - 1]?.key === ',' ? at - 1 : at;
  let start = comma - 1;
  while (start > from && tokens[start - 1]?.key !== ',' && tokens[start - 1]?.key !== ':') start -= 1;
  const opener = tokens[start]?.key === 'đồng' && tokens[start + 1]?.key === 'thời' ? start + 2 : start;
  return opener < comma && startsPredicate(tokens, opener) && matchPhrase(BEFORE_ORDERS, tokens, opener) === undefined;
};

/** cấp ủy, chính quyền, tổ chức đảng open a subject without "các"; "…, *cấp huyện* và cấp xã" goes on with a list. */
const opensSubject = (tokens: readonly Token[], at: number): boolean =>
  SUBJECT_NOUNS.has(tokens[at]?.key ?? '') && (tokens[at]?.key !== 'cấp' || tokens[at + 1]?.key === 'ủy');
const SUBJECT_NOUNS = new Set(['cấp', 'chính', 'tổ']);
// Words with which an adverbial ends although no comma stands: "trong quá trình thực *hiện*", "thời gian *tới*".
const ADVERBIAL_ENDS = new Set(['hiện', 'khai', 'hành', 'tới', 'nay', 'đó', 'này', 'mắt', 'trên', 'vụ', 'họp', 'hình']);

/** True where somebody is told or acts at token `at`, before the end of its clause. */
export const tellsAt = (tokens: readonly Token[], at: number): boolean => {
  const stop = tokens.findIndex(({ key }, i) => i >= at && (key === ';' || key === '.'));
  const opened = readOpeningAt(tokens, at, stop < 0 ? tokens.length : stop);
  return opened !== undefined && opened.form !== 'heading';
};

/** The opening of a clause that names nobody at its head. */
export const nobodyAt = ({ from }: Clause): Opening => ({ form: 'none', bodies: NOBODY, asker: NOBODY, to: from });

/**
 * Reads who is told to act at the beginning of a clause. With `leadsByVerb` a clause-initial "Lãnh đạo" is what the
 * committee above has to do, not its leaders.
 */
export const readOpening = (tokens: readonly Token[], clause: Clause, leadsByVerb: boolean): Opening => {
  const nobody = nobodyAt(clause);
  if (leadsByVerb && tokens[clause.from]?.key === 'lãnh' && tokens[clause.from + 1]?.key === 'đạo') return nobody;
  const direct = readOpeningAt(tokens, clause.from, clause.to, true);
  if (direct !== undefined) return direct;
  // "*Riêng* Sở A có phương án trước 25/01": one body by itself, told as any that stands first.
  const alone =
    tokens[clause.from]?.key === 'riêng' ? readOpeningAt(tokens, clause.from + 1, clause.to, true) : undefined;
  if (alone?.form === 'subject') return alone;
  const hasOpener = matchPhrase(OPENERS, tokens, clause.from) !== undefined;
  if (hasOpener || tokens[clause.to - 1]?.key === ':') {
    const behind = readBehindAdverbial(tokens, clause, hasOpener);
    if (behind !== undefined) return behind;
  }
  const topic = skipTopic(tokens, clause.from, clause.to);
  return (topic === undefined ? undefined : readOpeningAt(tokens, topic, clause.to)) ?? nobody;
};
