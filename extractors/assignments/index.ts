import { readTokens, type Token } from '../../language/writing/tokens.js';
import type { Assignment, Deadline } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { BodyContext } from '../bodies/index.js';
import { markKnown } from '../bodies/known-names.js';
import { mendTokens } from '../bodies/mend-tokens.js';
import type { ParsedBody } from '../bodies/parsed.js';
import { checkDates } from '../bodies/validity.js';
import { noteAnnouncement } from './announcement.js';
import { noteDoubts } from './doubts.js';
import { finishDraft, gatherClauses, toBody } from './draft.js';
import { type Hiding, judgeHiding } from './hidden-subject.js';
import { readHandsDown } from './inherit.js';
import { type Inheritance, inheritBody, NO_INHERITANCE } from './inheritance.js';
import { introduces, namesTheme } from './introduces.js';
import { type ReadClause, readClauses } from './read-clauses.js';
import { readResponsible } from './read-responsible.js';
import { traceRoles } from './trace-roles.js';

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
  /** Those who answer for the items above, when the text does nothing but name them: "Trách nhiệm thực hiện: Sở A." */
  readonly answersFor: Inheritance | undefined;
  /** True when the text is nothing but names, or the name of a theme with a colon: a heading. */
  readonly isHeading: boolean;
  /** True when the text only leads over to items below it: who is told, and a colon. */
  readonly introduces: boolean;
  /** True when somebody is told to act by giao, yêu cầu, đề nghị …, not only named as subject. */
  readonly assigns: boolean;
  /** Whether a name may have been overlooked; 'no' where somebody was read. */
  readonly hides: Hiding;
}

const bodiesOf = ({ opening, marked }: ReadClause): readonly ParsedBody[] => [
  ...opening.bodies,
  ...marked.flatMap((one) => one.bodies),
];

const noteDates = (clauses: readonly ReadClause[], context: BodyContext): readonly Note[] => {
  for (const body of clauses.flatMap(bodiesOf)) {
    const note = checkDates(body, context.issuedOn);
    if (note !== undefined) return [note];
  }
  return [];
};

/** Doubt about an item that tells nobody: what is no task need not tell. */
export const NOBODY_NAMED = makeNote('assignments/nobody-named', {});

/** Whoever is only directed answers for nothing: without one who directs nobody is named. */
const namesSomebody = (assignments: readonly Assignment[]): boolean =>
  assignments.some((one) => one.bodies.some((body) => body.role === 'lead'));

/** One note names the first of them: who reads the sentence sees the others. */
const noteUnknown = (clauses: readonly ReadClause[]): readonly Note[] => {
  const unknown = clauses.flatMap(bodiesOf).find((body) => body.isUnknown === true);
  return unknown === undefined ? [] : [makeNote('assignments/unknown-name', { actual: unknown.name })];
};

const noteDamage = (assignments: readonly Assignment[]): readonly Note[] =>
  assignments.some((one) => one.bodies.some((body) => !body.inherited && body.confidence !== null))
    ? [makeNote('assignments/damaged-name', {})]
    : [];

const readAnswersFor = (tokens: readonly Token[], context: BodyContext): Inheritance | undefined => {
  const bodies = readResponsible(tokens)?.flatMap(({ role, list }) =>
    list.bodies.map((body) => inheritBody(toBody(tokens, body, role, context))),
  );
  return bodies === undefined ? undefined : { bodies, directs: false, from: 'below' };
};

/**
 * Reads one item clause by clause: who leads, executes, coordinates and receives, with the deadlines of each clause.
 * Spans are in `text`. A clause without own bodies goes with the one before it, unless both have deadlines; a deadline
 * is bound to the clause in which it stands, one in closing brackets to the clause before them.
 *
 * `readAssignments('Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế', { issuedOn: null })` gives one assignment with a
 * lead and a coordinating body. — phân công
 */
export const readAssignments = (text: string, context: AssignmentContext): ReadAssignments => {
  const tokens = markKnown(mendTokens(readTokens(text)), context.known);
  const inherited = context.inherited ?? NO_INHERITANCE;
  const clauses = readClauses(text, tokens, context.deadlines ?? [], inherited);
  const drafts = gatherClauses(tokens, clauses, inherited, context);
  const whole = { start: 0, end: text.length, bodies: [], deadlines: [], hasLead: false, hasExecutor: false };
  const assignments = (drafts.length > 0 ? drafts : [whole]).map((draft) => finishDraft(text, draft, inherited));
  const isNamed = namesSomebody(assignments);
  if (context.trace !== undefined) traceRoles({ tokens, clauses, assignments, inherited }, context, context.trace);
  return {
    assignments,
    notes: [
      ...noteDates(clauses, context),
      ...(isNamed ? [] : [NOBODY_NAMED]),
      ...noteDamage(assignments),
      ...noteDoubts(tokens, clauses, assignments),
      ...noteUnknown(clauses),
      ...noteAnnouncement(tokens, clauses),
    ],
    handsDown: readHandsDown(tokens, clauses, assignments, inherited),
    answersFor: readAnswersFor(tokens, context),
    isHeading: (clauses.length === 1 && clauses[0]?.opening.form === 'heading') || namesTheme(tokens, clauses),
    introduces: introduces(tokens, clauses),
    assigns: clauses.some((read) => read.opening.form === 'assigned'),
    hides: isNamed ? 'no' : judgeHiding(tokens, clauses),
  };
};
