import { matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import type { Assignment } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';
import { DRAFTED, isNameStop, QUANTITY, startsPredicate } from '../bodies/lexicon.js';
import { parseBodyList } from '../bodies/parse-bodies.js';
import { parseNamed } from '../bodies/parse-named.js';
import { isFollowed, mayStartPredicate } from './clause-words.js';
import { NOT_VERBS } from './interposed.js';
import { actsSoon, hasOwnSubject, isThing } from './own-subject.js';
import type { ReadClause } from './read-clauses.js';
import { leavesWords } from './unclaimed-words.js';

/** What goes on behind a name may belong to it. */
export const NAME_CUT = makeNote('assignments/name-cut', {});
/** The item says who acts, and somebody else leads it. */
export const OWN_SUBJECT = makeNote('assignments/own-subject', {});

/** A word that can only go on with a name: "xã Nam Sơn *2*", "Ban Quản lý khu *Vân Hà*". */
const goesOn = (tokens: readonly Token[], at: number): boolean => {
  const [word, next] = [tokens[at], tokens[at + 1]];
  if (word === undefined || !word.hasGap || isNameStop(word) || startsPredicate(tokens, at)) return false;
  // "Sở A 02 bản báo cáo" counts things, "trước 30/6" begins a day.
  if (word.kind === 'number')
    return next === undefined || next.kind === 'mark'
      ? !/^[/.-]$/u.test(next?.key ?? '')
      : startsPredicate(tokens, at + 1);
  if (matchPhrase(DRAFTED, tokens, at) !== undefined) return false;
  return word.kind === 'word' && word.isCapital && tokens[at - 1]?.kind === 'word';
};

/** "Đề nghị Hiệp hội Doanh nghiệp *nhỏ và vừa* cử …": right behind who is told stands what he does, or his name goes on. */
const isTold = (tokens: readonly Token[], { opening, clause }: ReadClause): boolean => {
  // A group is told apart from what it does by its own words: "các sở, ngành phụ trách xã …".
  if (opening.form !== 'assigned' || opening.to >= clause.to || opening.bodies.at(-1)?.form !== 'body') return false;
  const [word, next] = [tokens[opening.to], tokens[opening.to + 1]];
  if (word?.kind !== 'word' || word.isCapital || isNameStop(word) || isFollowed(tokens, opening.to, clause.to))
    return false;
  // A predicate soon behind it shows that words of the name stood between: "nhỏ và vừa *cử* …".
  if (mayStartPredicate(tokens, opening.to)) return false;
  const soon = [1, 2, 3, 4].some((by) => startsPredicate(tokens, opening.to + by));
  return soon && matchPhrase(DRAFTED, tokens, opening.to) === undefined && next?.kind === 'word';
};

/**
 * "Các cơ quan chuyên môn, cơ quan *pháp chế* rà soát …": behind a group as subject stands a word that no list knows, and
 * what it does only behind that: the word may be a part of its name.
 */
const mayGoOn = (tokens: readonly Token[], { opening, clause }: ReadClause): boolean => {
  if (opening.form !== 'subject' || opening.bodies.at(-1)?.form !== 'group' || opening.to >= clause.to) return false;
  const word = tokens[opening.to];
  if (word?.kind !== 'word' || word.isCapital || isNameStop(word) || isFollowed(tokens, opening.to, clause.to))
    return false;
  return !mayStartPredicate(tokens, opening.to) && [1, 2, 3].some((by) => startsPredicate(tokens, opening.to + by));
};

/** "các chi bộ *Các cấp ủy*": two names that lost the break between them. */
const runsOn = (tokens: readonly Token[], { opening }: ReadClause): boolean =>
  opening.bodies.some(
    ({ from, to, form }) =>
      // "Đảng ủy Các cơ quan Đảng tỉnh" is a name, "các chi bộ Các cấp" two groups.
      form === 'group' &&
      tokens
        .slice(from + 1, to)
        .some((word, at) => word.isCapital && /^(?:các|những)$/u.test(word.key) && tokens[from + at]?.kind === 'word'),
  );

/** "Đơn vị chủ trì: *Sở*", at the end of a text without a stop: the line that holds the rest of the name was lost. */
const endsBare = (tokens: readonly Token[], { opening, marked }: ReadClause): boolean => {
  const last = [...opening.bodies, ...marked.flatMap(({ bodies }) => bodies)].find(({ to }) => to === tokens.length);
  return last !== undefined && last.to - last.from === 1 && tokens[last.from]?.isCapital === true;
};

/** "giao *lực lượng* tham gia giải tỏa …": "lực lượng" alone is no name, its words were taken for the act. */
const isBareForce = (tokens: readonly Token[], { opening }: ReadClause): boolean =>
  opening.bodies.some(
    ({ from, to }) => to - from === 2 && tokens[from]?.key === 'lực' && tokens[to - 1]?.key === 'lượng',
  );

/** "Các cơ quan *sau đây* rà soát: Sở A, Sở B": who is meant is listed elsewhere. */
const isListedBelow = (tokens: readonly Token[], { opening }: ReadClause): boolean =>
  opening.bodies.at(-1)?.form === 'group' && tokens[opening.to]?.key === 'sau' && tokens[opening.to + 1]?.key === 'đây';

/** "Đề nghị A, B; *Mạng lưới C; D* nghiên cứu …": a row of who is told that nothing to do follows before its semicolon. */
const endsTold = (tokens: readonly Token[], { opening }: ReadClause): boolean =>
  opening.form === 'assigned' && tokens[opening.to]?.key === ';' && opening.to + 1 < tokens.length;

/** "…, *riêng thôn Nà Lũng* trước ngày 25/8": somebody by himself, whom no part of the clause has. */
const namesException = (tokens: readonly Token[], { clause, opening, marked }: ReadClause): boolean => {
  const read = [...opening.bodies, ...marked.flatMap(({ bodies }) => bodies)];
  for (let i = clause.from + 1; i + 1 < clause.to; i++) {
    if (tokens[i]?.key !== 'riêng' || tokens[i - 1]?.key !== ',') continue;
    const named = parseBodyList(tokens, i + 1, { takesPlaces: true });
    if (named !== undefined && !read.some(({ from }) => from >= i && from < named.to)) return true;
  }
  return false;
};

/** "Tổ công tác *phụ trách* thôn kiểm tra …": what a body is in charge of may be a part of its name where an act stands soon behind. */
const hasCharge = (tokens: readonly Token[], { opening, clause }: ReadClause): boolean => {
  const at = opening.to;
  if (opening.bodies.length === 0 || tokens[at]?.key !== 'phụ' || tokens[at + 1]?.key !== 'trách') return false;
  for (let i = at + 3; i < Math.min(clause.to, at + CHARGE_WORDS) && tokens[i]?.kind !== 'mark'; i++)
    if (startsPredicate(tokens, i)) return true;
  return false;
};
const CHARGE_WORDS = 8;

/** "…, *cấp ủy viên và người đứng đầu các đoàn thể* cùng vào cuộc": people in small letters go on with the row, and nobody read them. */
const losesPeople = (tokens: readonly Token[], { clause, opening, marked }: ReadClause): boolean => {
  const read = [...opening.bodies, ...marked.flatMap(({ bodies }) => bodies)];
  for (let i = Math.max(clause.from, opening.to); i + 2 < clause.to; i++) {
    if (tokens[i]?.key !== ',' || tokens[i + 1]?.isCapital !== false) continue;
    const named = parseNamed(tokens, i + 1, 1);
    if (named?.bodies[0]?.form !== 'person' || read.some(({ from }) => from > i && from < named.to)) continue;
    const more = tokens[named.to]?.key === 'và' ? parseNamed(tokens, named.to + 1, 1) : undefined;
    if (ROW_ACTS.has(tokens[more?.to ?? named.to]?.key ?? '')) return true;
  }
  return false;
};
const ROW_ACTS = new Set(['cùng', 'phải', 'cần']);

const isCut = (tokens: readonly Token[], read: ReadClause): boolean => {
  const { opening, marked } = read;
  const ends = [
    ...(opening.bodies.length > 0 && opening.form !== 'heading' ? [opening.to] : []),
    // Behind who receives stands what is laid before him: "trình Chính phủ Đề án …".
    ...marked.filter((one) => one.role !== 'receiving').map((one) => one.bodies.at(-1)?.to ?? -1),
  ];
  return (
    leavesWords(tokens, read) ||
    endsBare(tokens, read) ||
    isBareForce(tokens, read) ||
    isListedBelow(tokens, read) ||
    endsTold(tokens, read) ||
    namesException(tokens, read) ||
    hasCharge(tokens, read) ||
    losesPeople(tokens, read) ||
    isTold(tokens, read) ||
    mayGoOn(tokens, read) ||
    runsOn(tokens, read) ||
    ends.some((at) => at > 0 && goesOn(tokens, at))
  );
};

const isInherited = (assignments: readonly Assignment[]): boolean => {
  const leads = assignments.flatMap((one) => one.bodies).filter((body) => body.role === 'lead');
  return leads.length > 0 && leads.every((body) => body.inherited);
};

/**
 * "*Lãnh đạo Văn phòng* sẽ chỉ đạo các phòng …": somebody is directed, yet who directs was not read, and the clause does not
 * begin with the act.
 */
const directsUnnamed = (
  tokens: readonly Token[],
  clauses: readonly ReadClause[],
  assignments: readonly Assignment[],
): boolean => {
  const unled = assignments.filter(({ bodies }) => bodies.length > 0 && bodies.every(({ role }) => role !== 'lead'));
  return clauses.some(({ clause, opening, marked }) => {
    const at = tokens[clause.from]?.start ?? 0;
    return (
      opening.form === 'none' &&
      unled.some(({ span }) => span.start <= at && at < span.end) &&
      marked.some((one) => one.role === 'executing' && one.at > clause.from) &&
      !mayStartPredicate(tokens, clause.from)
    );
  });
};

/** "*Thành phố Hà Nội, tỉnh Bắc Ninh* đẩy nhanh …": names at the head of a clause that were not read as who does it. */
const opensNamed = (tokens: readonly Token[], { clause, opening }: ReadClause): boolean =>
  opening.form === 'none' &&
  tokens[clause.from]?.isCapital === true &&
  !mayStartPredicate(tokens, clause.from) &&
  (parseBodyList(tokens, clause.from, { takesPlaces: true })?.to ?? clause.to) < clause.to;

// "a) *Nhiệm vụ:* Các đơn vị được giao …"
const LABELS = new Set(['nhiệm vụ', 'nội dung', 'công việc']);

/**
 * "Nhiệm vụ: *Các đơn vị được giao nhiệm vụ* lập dự toán. Đơn vị chủ trì: Các sở.": the work has a subject of its own, beside
 * those whom a label names.
 */
const labelCrossesSubject = (tokens: readonly Token[], clauses: readonly ReadClause[]): boolean => {
  const [first, ...rest] = clauses;
  if (first === undefined || first.opening.form !== 'none' || !rest.some(({ answers }) => answers)) return false;
  const { from } = first.clause;
  const isLabel = LABELS.has(`${tokens[from]?.key} ${tokens[from + 1]?.key}`) && tokens[from + 2]?.key === ':';
  return hasOwnSubject(tokens, isLabel ? { ...first, clause: { ...first.clause, from: from + 3 } } : first);
};

/** "… vận động các hộ còn lại: *Đội Dân vận* nhận tổ 1": names behind a colon, before a word that is no verb of the lists. */
const namesBehindColon = (tokens: readonly Token[], { clause, opening, marked }: ReadClause): boolean => {
  if (opening.form !== 'none') return false;
  for (let i = clause.from + 2; i + 2 < clause.to; i++) {
    if (tokens[i]?.key !== ':' || tokens[i + 1]?.isCapital !== true) continue;
    if (marked.some(({ at, bodies }) => at > i || bodies.some(({ from }) => from > i))) return false;
    const list = parseBodyList(tokens, i + 1);
    const next = list === undefined || list.to >= clause.to ? undefined : tokens[list.to];
    return (
      list?.bodies.every(({ kind }) => kind !== null) === true &&
      next?.kind === 'word' &&
      !next.isCapital &&
      !isNameStop(next) &&
      !NOT_VERBS.has(next.key)
    );
  }
  return false;
};

/** "*Các cấp … xuống dự họp*; bí thư báo cáo": the first clause begins like a subject, nobody was read of it, and others have the lead. */
const losesFirst = (
  tokens: readonly Token[],
  clauses: readonly ReadClause[],
  assignments: readonly Assignment[],
): boolean => {
  const [first] = clauses;
  const [own, ...others] = assignments;
  const isLed = (one: Assignment | undefined): boolean => one?.bodies.some(({ role }) => role === 'lead') === true;
  if (first === undefined || first.opening.form !== 'none' || isLed(own) || !others.some(isLed)) return false;
  const { from } = first.clause;
  const quantity = matchPhrase(QUANTITY, tokens, from);
  return quantity !== undefined && !isThing(tokens, from) && actsSoon(tokens, quantity.end, first.clause.to);
};

/** Doubts about who does an item: a name that an unknown word cut, a lead taken over across a subject of the item's own. */
export const noteDoubts = (
  tokens: readonly Token[],
  clauses: readonly ReadClause[],
  assignments: readonly Assignment[],
): readonly Note[] => {
  const inherited = isInherited(assignments);
  return [
    ...(clauses.some((clause) => isCut(tokens, clause)) ? [NAME_CUT] : []),
    ...(directsUnnamed(tokens, clauses, assignments) ||
    labelCrossesSubject(tokens, clauses) ||
    clauses.some((one) => !one.answers && namesBehindColon(tokens, one)) ||
    losesFirst(tokens, clauses, assignments) ||
    clauses.some(
      (one, i) => !one.answers && (inherited || (i > 0 && one.clause.startsSentence)) && hasOwnSubject(tokens, one),
    ) ||
    (inherited && clauses.some((one) => opensNamed(tokens, one)))
      ? [OWN_SUBJECT]
      : []),
  ];
};
