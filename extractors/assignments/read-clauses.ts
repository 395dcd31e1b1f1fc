import { type Clause, skipEnumerator, splitClauses } from '../../language/writing/clauses.js';
import { matchPhrase } from '../../language/writing/phrases.js';
import { readTokens, type Token } from '../../language/writing/tokens.js';
import type { BodyRole, Deadline } from '../../schemas/directive.js';
import { ASSIGN } from '../bodies/lexicon.js';
import type { ParsedBody } from '../bodies/parsed.js';
import type { TraceRule } from '../trace-rules.js';
import type { Inheritance } from './inheritance.js';
import { DIRECTING_GROUP, URGING } from './lexicon.js';
import { type Marked, readMarked } from './read-marked.js';
import { nobodyAt, type Opening, readOpening, tellsAt } from './read-opening.js';
import { readAnnounced } from './read-responsible.js';
import { splitRows } from './split-rows.js';
import { skipTopicOf } from './topic.js';

/** A clause with what it says by itself. */
export interface ReadClause {
  readonly clause: Clause;
  readonly opening: Opening;
  /** Role of the bodies that open it. */
  readonly role: BodyRole;
  /** The rule that gave them this role. */
  readonly why: TraceRule;
  readonly marked: readonly Marked[];
  readonly deadlines: readonly Deadline[];
  /** True when it says who answers for what stands before it, or helps: "Trách nhiệm thực hiện: Sở A; phối hợp: Sở B." */
  readonly answers: boolean;
}

const isUnderParty = ({ from, bodies }: Inheritance): boolean =>
  from === 'parent' && bodies.some((body) => body.role === 'lead' && body.branch === 'party');

const hasNamedParent = ({ bodies, from }: Inheritance): boolean =>
  from === 'parent' &&
  bodies.some((body) => body.role === 'lead' && !/^(?:các|những|mỗi|toàn thể)\s/u.test(body.normalized));

const hasLead = ({ bodies, from }: Inheritance): boolean =>
  from !== 'opening' && bodies.some((body) => body.role === 'lead');

/** Committees, governments and their heads give tasks themselves; an office or a department under them hardly does. */
const mayDirect = (body: ParsedBody): boolean =>
  body.branch === 'party' ||
  body.kind?.directs === true ||
  matchPhrase(DIRECTING_GROUP, readTokens(body.name), 0) !== undefined;

type Reason = Pick<ReadClause, 'role' | 'why'>;

const SUBJECT: Reason = { role: 'lead', why: 'role/subject' };
const HEADING: Reason = { role: 'lead', why: 'role/heading' };
const ASSIGNED: Reason = { role: 'lead', why: 'role/assigned' };
const UNDER_DIRECTOR: Reason = { role: 'executing', why: 'role/under-director' };
const TOLD_BY_SUBJECT: Reason = { role: 'executing', why: 'role/told-by-subject' };
const UNDER_HEADING: Reason = { role: 'executing', why: 'role/under-heading' };

const readRole = (opening: Opening, isUrging: boolean, continuesSubject: boolean, inherited: Inheritance): Reason => {
  if (opening.form === 'assigned' && opening.isBehindActs === true && hasLead(inherited)) return TOLD_BY_SUBJECT;
  if (inherited.directs) return UNDER_DIRECTOR;
  if (opening.form !== 'assigned') return opening.form === 'heading' ? HEADING : SUBJECT;
  if (opening.asker.length > 0) return ASSIGNED;
  // "…; khẩn trương giao Y lập hồ sơ" goes on with the subject of its sentence; "Giao Y …" after a full stop is the author's.
  if (continuesSubject) return TOLD_BY_SUBJECT;
  // Under "1. Sở A:" it is that body which parts the work or urges ("Phân công …", "Yêu cầu nhà thầu …"); "Giao Phòng B …"
  // gives B a task of its own there, too, and under "các bộ, ngành:" the author goes on assigning.
  return isUrging && hasNamedParent(inherited) ? UNDER_HEADING : ASSIGNED;
};

/** Token behind the names that open a clause, semicolons notwithstanding; 0 when none do. */
const findReach = (tokens: readonly Token[], clause: Clause, leadsByVerb: boolean): number => {
  const opening = readOpening(tokens, { ...clause, to: tokens.length }, leadsByVerb);
  return (opening.bodies[0]?.from ?? clause.to) < clause.to ? opening.to : 0;
};

/** Joins clauses over which one list of names runs: "Các Sở: Tài chính, Xây dựng; *UBND các xã* đẩy nhanh …". */
const joinLists = (tokens: readonly Token[], clauses: readonly Clause[], leadsByVerb: boolean): readonly Clause[] => {
  const joined: Clause[] = [];
  let reach = 0;
  for (const clause of clauses) {
    const last = joined.at(-1);
    if (last !== undefined && clause.from < reach) joined[joined.length - 1] = { ...last, to: clause.to };
    else {
      joined.push(clause);
      reach = tokens[clause.to - 1]?.key === ';' ? findReach(tokens, clause, leadsByVerb) : 0;
    }
  }
  return joined;
};

/** A list of names may run over a semicolon into the next clause, which reads those names itself. */
const startingIn = (bodies: readonly ParsedBody[], clause: Clause): readonly ParsedBody[] =>
  bodies.filter((body) => body.from < clause.to);

const withinClause = (marked: readonly Marked[], clause: Clause): readonly Marked[] =>
  marked.map((one) => ({ ...one, bodies: startingIn(one.bodies, clause) })).filter(({ bodies }) => bodies.length > 0);

interface CutClause {
  readonly clause: Clause;
  /** True where it goes on with a row of who acts: "…, *Đoàn Thanh niên đảm nhận 2 tuyến*". */
  readonly isInRow: boolean;
}

/** Cuts clauses that somebody opens before each further body that acts in them. */
const cutRows = (tokens: readonly Token[], clauses: readonly Clause[], leadsByVerb: boolean): readonly CutClause[] =>
  clauses.flatMap((clause) => {
    const [first, ...more] = splitRows(tokens, clause);
    const opened = first === undefined || more.length === 0 ? undefined : readOpening(tokens, first, leadsByVerb);
    const isOpened = opened !== undefined && opened.bodies.length > 0 && opened.form !== 'heading';
    if (first === undefined || !isOpened) return [{ clause, isInRow: false }];
    return [{ clause: first, isInRow: false }, ...more.map((one) => ({ clause: one, isInRow: true }))];
  });

/** Who goes on with a row has the part of the one before: of who is told by its subject, or of that subject. */
const readRowRole = (above: ReadClause | undefined): Reason | undefined => {
  if (above === undefined) return undefined;
  const isToldOn = above.marked.some(({ role, isAssigned }) => role === 'executing' || isAssigned);
  return isToldOn ? TOLD_BY_SUBJECT : { role: above.role, why: above.why };
};

const AS_MEMBER = new Set(['làm', 'là', 'giữ', 'gồm']);
const BEFORE_MEMBERS = new Set([':', 'có', 'các', 'đồng', 'chí', 'đại', 'diện', 'lãnh', 'đạo', 'ông', 'bà']);

/** "… *gồm: đại diện* Sở A": right behind the word that lists who a board is made of. */
const standsBehindList = (tokens: readonly Token[], at: number): boolean => {
  let before = at - 1;
  while (BEFORE_MEMBERS.has(tokens[before]?.key ?? '')) before -= 1;
  return tokens[before]?.key === 'gồm';
};

/**
 * "Kiện toàn Ban Chỉ đạo, *gồm*: …; *Sở A; Phòng B*", "… *gồm: đồng chí B làm Tổ trưởng*": whoever a board is made of has
 * nothing to do: names that only stand in a row, behind the word itself, or before what they are there.
 */
const isMember = (tokens: readonly Token[], { form, to, bodies }: Opening, begin: number): boolean => {
  const [first] = bodies;
  if (first === undefined || form === 'assigned' || form === 'none') return false;
  // "Phó Trưởng ban *gồm* đại diện …"
  if (form === 'subject' && tokens.slice(first.from, to).some(({ key }) => key === 'gồm')) return true;
  if (!tokens.slice(begin, first.from).some(({ key }) => key === 'gồm')) return false;
  if (form === 'heading') return tokens[to]?.key !== ':';
  return standsBehindList(tokens, first.from) || AS_MEMBER.has(tokens[to]?.key ?? '');
};

const MAX_TITLE = 8;

/** Words of the title before the colon that announces names: "*cơ quan thực hiện*: Sở B"; empty where none does. */
const titleAt = (tokens: readonly Token[], at: number): string => {
  const words = tokens.slice(at, at + MAX_TITLE).map(({ key }) => key);
  return words.includes(':') ? words.slice(0, words.indexOf(':')).join(' ') : '';
};

/** "Cơ quan chủ trì: A. *Cơ quan thực hiện: B*": beside who leads, those who carry it out. */
const carryOut = (tokens: readonly Token[], clauses: readonly ReadClause[]): readonly ReadClause[] => {
  const titles = clauses.flatMap(({ marked }) => marked.map(({ at }) => titleAt(tokens, at)));
  if (!titles.some((title) => /chủ trì$/u.test(title))) return clauses;
  const isCarrier = ({ at }: Marked): boolean =>
    /^(?:cơ quan|đơn vị|cơ quan , đơn vị) thực hiện$/u.test(titleAt(tokens, at));
  return clauses.map((read) => ({
    ...read,
    marked: read.marked.map((one) => (isCarrier(one) ? { ...one, role: 'executing' } : one)),
  }));
};

const promote = (one: Marked): Marked => (one.isAssigned ? { ...one, role: 'lead' } : one);

/** Cuts an item into clauses and reads each: who opens it, whom its markers name, which deadlines stand in it. */
export const readClauses = (
  text: string,
  tokens: readonly Token[],
  deadlines: readonly Deadline[],
  inherited: Inheritance,
): readonly ReadClause[] => {
  const leadsByVerb = isUnderParty(inherited);
  const isLed = hasLead(inherited);
  let subject: readonly ParsedBody[] = [];
  const head = skipEnumerator(tokens);
  const begin = skipTopicOf(tokens, head, (at) => tellsAt(tokens, at));
  const cut = cutRows(tokens, joinLists(tokens, splitClauses(tokens, begin), leadsByVerb), leadsByVerb);
  let above: ReadClause | undefined;
  const read = cut.map(({ clause, isInRow }, i): ReadClause => {
    if (clause.startsSentence) subject = [];
    const announced = readAnnounced(tokens, clause.from);
    const answers = i > 0 && announced !== undefined;
    // "Đơn vị phối hợp: Sở B." names those who help, at the head of an item, too.
    const isHelp = announced?.role === 'coordinating';
    const found = answers || isHelp ? nobodyAt(clause) : readOpening(tokens, clause, leadsByVerb);
    const opened = isMember(tokens, found, begin) ? nobodyAt(clause) : found;
    const opening = { ...opened, bodies: startingIn(opened.bodies, clause) };
    const isNewSentence = clause.startsSentence && tokens[clause.from]?.isCapital === true;
    const isBare = matchPhrase(ASSIGN, tokens, clause.from) !== undefined;
    const continues = subject.length > 0 && !isNewSentence && (!isBare || subject.some(mayDirect));
    const isUrging = (i === 0 || !clause.startsSentence) && matchPhrase(URGING, tokens, clause.from) !== undefined;
    const { role, why } =
      (isInRow ? readRowRole(above) : undefined) ?? readRole(opening, isUrging, continues, inherited);
    if (opening.form === 'subject') subject = opening.bodies;
    const from = opening.form === 'none' ? clause.from : opening.to;
    const marked = withinClause(readMarked(tokens, from, clause.to), clause);
    // "Kinh phí do ngân sách cấp, giao Sở A thẩm định": with nobody before it, the author is the one who assigns.
    const takesTasks = opening.form === 'none' && subject.length === 0 && !isLed;
    // A time in the topic goes with what is told first.
    const start = i === 0 ? 0 : (tokens[clause.from]?.start ?? 0);
    const end = tokens[clause.to]?.start ?? text.length;
    above = {
      clause,
      opening,
      role,
      why,
      answers,
      marked: takesTasks ? marked.map(promote) : marked,
      deadlines: deadlines.filter((deadline) => deadline.span.start >= start && deadline.span.start < end),
    };
    return above;
  });
  return carryOut(tokens, read);
};
