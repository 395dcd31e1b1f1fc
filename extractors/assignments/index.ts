import type { Assignment, Body, BodyRole, Deadline } from '../../schemas/directive.js';
import type { Note } from '../../schemas/note.js';
import { type BodyContext, describeBody } from '../bodies/index.js';
import type { ParsedBody } from '../bodies/parsed.js';
import { matchPhrase, readTokens, type Token } from '../bodies/tokens.js';
import { checkDates } from '../bodies/validity.js';
import { type Clause, splitClauses } from './clauses.js';
import { type Inheritance, inheritBodies, NO_INHERITANCE } from './inherit.js';
import { DIRECTING } from './lexicon.js';
import { type Marked, type Opening, readMarked, readOpening, skipEnumerator } from './read-clause.js';

/** What is known about an item besides its text. */
export interface AssignmentContext extends BodyContext {
  /** Deadlines found in the item's text. */
  readonly deadlines?: readonly Deadline[];
  readonly inherited?: Inheritance;
}

/** Who does what by when in one item. */
export interface ReadAssignments {
  /** At least one, in the order of the text. */
  readonly assignments: readonly Assignment[];
  /** Doubts: bodies outside their dates, nobody named. */
  readonly notes: readonly Note[];
  /** What the item hands down when it is a lead-in or a heading. */
  readonly handsDown: Inheritance;
  /** True when the text is nothing but names: a heading. */
  readonly isHeading: boolean;
}

interface ReadClause {
  readonly clause: Clause;
  readonly opening: Opening;
  readonly marked: readonly Marked[];
  readonly deadlines: readonly Deadline[];
}

interface Draft {
  start: number;
  end: number;
  hasOwn: boolean;
  /** True when whoever opens the clause executes for the body of the lead-in. */
  hasExecutor: boolean;
  readonly bodies: Body[];
  readonly deadlines: Deadline[];
}

const toBody = (tokens: readonly Token[], parsed: ParsedBody, role: BodyRole, context: BodyContext): Body => {
  const { form: _form, ...found } = describeBody(tokens, parsed, context);
  return { ...found, role, inherited: false, confidence: null };
};

const addBodies = (bodies: Body[], more: readonly Body[]): void => {
  for (const body of more) if (!bodies.some((had) => had.normalized === body.normalized)) bodies.push(body);
};

/** The clauses of an item with what each says by itself. */
const readClauses = (
  text: string,
  tokens: readonly Token[],
  deadlines: readonly Deadline[],
  inherited: Inheritance,
): readonly ReadClause[] =>
  splitClauses(tokens, skipEnumerator(tokens)).map((clause) => {
    const opening = readOpening(
      tokens,
      clause,
      inherited.from === 'parent' && inherited.bodies.some((body) => body.branch === 'party'),
    );
    const start = tokens[clause.from]?.start ?? 0;
    const end = tokens[clause.to]?.start ?? text.length;
    return {
      clause,
      opening,
      marked: readMarked(tokens, opening.form === 'none' ? clause.from : opening.to, clause.to),
      deadlines: deadlines.filter((deadline) => deadline.span.start >= start && deadline.span.start < end),
    };
  });

const hasNamedParent = ({ bodies, from }: Inheritance): boolean =>
  from === 'parent' &&
  bodies.some((body) => body.role === 'lead' && !/^(?:các|những|mỗi|toàn thể)\s/u.test(body.normalized));

/** Role of the bodies that open a clause. */
const roleOfOpening = (
  read: ReadClause,
  isFirst: boolean,
  hasSubject: boolean,
  inherited: Inheritance,
  tokens: readonly Token[],
): BodyRole => {
  if (inherited.directs) return 'executing';
  if (read.opening.form !== 'assigned' || read.opening.asker.length > 0) return 'lead';
  const isNewSentence = read.clause.startsSentence && tokens[read.clause.from]?.isCapital === true;
  // "…; khẩn trương giao Y lập hồ sơ" goes on with the subject of its sentence; "Giao Y …" after a full stop is the author's.
  if (hasSubject && !isNewSentence) return 'executing';
  // Under "1. Sở A:" the task to assign is that body's; under "các bộ, ngành:" the author goes on assigning.
  return isFirst && hasNamedParent(inherited) ? 'executing' : 'lead';
};

/** "Ban Thường vụ yêu cầu X": the asker has no task. "Sở A giao Phòng B": both have one. */
const readAskers = (read: ReadClause, context: AssignmentContext): readonly ParsedBody[] =>
  read.opening.asker.length > 0 && context.inherited?.directs === true ? read.opening.asker : [];

/**
 * Reads one item: clause by clause who leads, executes, coordinates and receives, with the deadlines of each clause.
 * Spans are in `text`. A clause without own bodies goes with the one before it, unless both have deadlines.
 *
 * `readAssignments('Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế', { issuedOn: null })` gives one assignment with a
 * lead and a coordinating body.
 */
export const readAssignments = (text: string, context: AssignmentContext): ReadAssignments => {
  const tokens = readTokens(text);
  const inherited = context.inherited ?? NO_INHERITANCE;
  const clauses = readClauses(text, tokens, context.deadlines ?? [], inherited);
  const drafts: Draft[] = [];
  const parsed: ParsedBody[] = [];
  let hasSubject = false;
  clauses.forEach((read, i) => {
    if (read.clause.startsSentence) hasSubject = false;
    const role = roleOfOpening(read, i === 0, hasSubject, inherited, tokens);
    const askers = readAskers(read, context);
    const opened = read.opening.bodies.map((body) => toBody(tokens, body, role, context));
    const marked = read.marked.flatMap((one) => one.bodies.map((body) => toBody(tokens, body, one.role, context)));
    parsed.push(...askers, ...read.opening.bodies, ...read.marked.flatMap((one) => one.bodies));
    const isOwn = opened.length > 0;
    const last = drafts.at(-1);
    const joins =
      last !== undefined &&
      !(isOwn && (role === 'lead' || inherited.directs)) &&
      !(last.deadlines.length > 0 && read.deadlines.length > 0);
    const draft = joins ? last : openDraft(drafts, read, tokens, role === 'lead' && isOwn ? [] : carriedLeads(last));
    addBodies(draft.bodies, [
      ...askers.map((body) => toBody(tokens, body, 'executing', context)),
      ...opened,
      ...marked,
    ]);
    draft.deadlines.push(...read.deadlines);
    draft.end = tokens[read.clause.to - 1]?.end ?? text.length;
    draft.hasOwn ||= isOwn && role === 'lead';
    draft.hasExecutor ||= isOwn && role === 'executing';
    hasSubject ||= isOwn;
  });
  if (drafts.length === 0)
    drafts.push({ start: 0, end: text.length, hasOwn: false, hasExecutor: false, bodies: [], deadlines: [] });
  const assignments = drafts.map((draft) => finishDraft(text, draft, inherited));
  return {
    assignments,
    notes: [...noteDates(parsed, context), ...noteNobody(assignments)],
    handsDown: readHandsDown(tokens, clauses, assignments, inherited),
    isHeading: clauses.length === 1 && clauses[0]?.opening.form === 'heading',
  };
};

const carriedLeads = (last: Draft | undefined): readonly Body[] =>
  (last?.bodies ?? [])
    .filter((body) => body.role === 'lead')
    .map(({ span: _span, ...body }) => ({ ...body, inherited: true }));

const openDraft = (drafts: Draft[], read: ReadClause, tokens: readonly Token[], carried: readonly Body[]): Draft => {
  const draft: Draft = {
    start: tokens[read.clause.from]?.start ?? 0,
    end: 0,
    hasOwn: carried.length > 0,
    hasExecutor: false,
    bodies: [...carried],
    deadlines: [],
  };
  drafts.push(draft);
  return draft;
};

const finishDraft = (text: string, draft: Draft, inherited: Inheritance): Assignment => {
  const bodies = [...draft.bodies];
  if (!draft.hasOwn) {
    const taken = inherited.bodies.filter(
      (body) =>
        body.role === 'lead' ||
        (body.role !== 'receiving' && inherited.from === 'parent' && !(body.role === 'executing' && draft.hasExecutor)),
    );
    addBodies(bodies, taken);
  }
  return {
    text: text.slice(draft.start, draft.end),
    span: { start: draft.start, end: draft.end },
    bodies,
    deadlines: draft.deadlines,
  };
};

const noteDates = (parsed: readonly ParsedBody[], context: BodyContext): readonly Note[] => {
  const first = parsed.map((body) => checkDates(body, context.issuedOn)).find((note) => note !== undefined);
  return first === undefined ? [] : [first];
};

const noteNobody = (assignments: readonly Assignment[]): readonly Note[] =>
  assignments.some((one) => one.bodies.some((body) => body.role === 'lead' || body.role === 'executing'))
    ? []
    : [
        {
          level: 'review',
          rule: 'assignments/nobody-named',
          message: { vi: 'Chưa rõ cơ quan, cá nhân chịu trách nhiệm', en: 'The text names nobody who is responsible' },
        },
      ];

/** "X chỉ đạo:" and "Giao X chỉ đạo Y …:" hand down a body that directs; "X chịu trách nhiệm:" one that acts itself. */
const readHandsDown = (
  tokens: readonly Token[],
  clauses: readonly ReadClause[],
  assignments: readonly Assignment[],
  inherited: Inheritance,
): Inheritance => {
  const bodies = inheritBodies(assignments.flatMap((one) => one.bodies)).filter((body) => body.role !== 'receiving');
  const leads = bodies.filter((body) => body.role === 'lead');
  const opened = clauses.find((read) => read.opening.bodies.length > 0);
  if (leads.length === 0) return inherited;
  return {
    bodies: [...new Map(bodies.map((body) => [body.normalized, body])).values()],
    directs: opened !== undefined && opened.opening.form !== 'heading' ? directs(tokens, opened) : false,
    from: 'parent',
  };
};

const directs = (tokens: readonly Token[], read: ReadClause): boolean => {
  for (let i = read.opening.to; i < Math.min(read.clause.to, read.opening.to + 6); i++) {
    if (matchPhrase(DIRECTING, tokens, i) !== undefined) return true;
  }
  return false;
};
