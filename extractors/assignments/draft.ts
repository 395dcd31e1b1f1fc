import type { Token } from '../../language/writing/tokens.js';
import type { Assignment, Body, BodyRole, Deadline } from '../../schemas/directive.js';
import { type BodyContext, describeBody } from '../bodies/index.js';
import type { ParsedBody } from '../bodies/parsed.js';
import { type Inheritance, inheritBody } from './inheritance.js';
import type { ReadClause } from './read-clauses.js';

/** An assignment while its clauses are gathered. */
interface Draft {
  readonly start: number;
  readonly end: number;
  readonly bodies: readonly Body[];
  readonly deadlines: readonly Deadline[];
  /** True when it names its own lead, or goes on with that of the clause before. */
  readonly hasLead: boolean;
  /** True when whoever opens it executes for the body of the lead-in. */
  readonly hasExecutor: boolean;
}

/** Adds bodies that are not yet there: the first role of a body in a clause is the one that counts. */
const addBodies = (bodies: readonly Body[], more: readonly Body[]): readonly Body[] => {
  const known = new Set(bodies.map((body) => body.normalized));
  return [...bodies, ...more.filter((body) => !known.has(body.normalized) && known.add(body.normalized))];
};

/** A body as an assignment has it: with its role and its place. */
export const toBody = (tokens: readonly Token[], parsed: ParsedBody, role: BodyRole, context: BodyContext): Body => {
  // Spelt out, not spread: this runs for every body of every item.
  const { name, span, normalized, level, branch, confidence } = describeBody(tokens, parsed, context);
  return { name, span, normalized, level, branch, confidence, role, inherited: false };
};

const describeClause = (
  tokens: readonly Token[],
  read: ReadClause,
  directs: boolean,
  context: BodyContext,
): readonly Body[] => [
  // "Ban Thường vụ yêu cầu X": the asker has no task, unless a body above told it to ask: then it executes, too.
  ...(directs ? read.opening.asker.map((body) => toBody(tokens, body, 'executing', context)) : []),
  ...read.opening.bodies.map((body) => toBody(tokens, body, read.role, context)),
  ...read.marked.flatMap((one) => one.bodies.map((body) => toBody(tokens, body, one.role, context))),
];

/** True when a clause belongs to the assignment before it: it opens with nobody new, and not both have deadlines. */
const goesOn = (last: Draft, read: ReadClause, directs: boolean): boolean => {
  const opensNew = read.opening.bodies.length > 0 && (read.role === 'lead' || directs);
  return !opensNew && !(last.deadlines.length > 0 && read.deadlines.length > 0);
};

const startDraft = (tokens: readonly Token[], read: ReadClause, last: Draft | undefined): Draft => {
  const isLed = read.role === 'lead' && read.opening.bodies.length > 0;
  const carried = isLed ? [] : (last?.bodies ?? []).filter((body) => body.role === 'lead').map(inheritBody);
  const start = tokens[read.clause.from]?.start ?? 0;
  return { start, end: start, bodies: carried, deadlines: [], hasLead: carried.length > 0, hasExecutor: false };
};

/** Gives a clause that names no lead those who answer for it; only the clause that names them holds their place. */
const answerFor = (draft: Draft, named: readonly Body[], holdsNames: boolean): Draft =>
  draft.hasLead && !holdsNames
    ? draft
    : {
        ...draft,
        bodies: addBodies(draft.bodies, holdsNames ? named : named.map(inheritBody)),
        hasLead: draft.hasLead || named.some((body) => body.role === 'lead'),
      };

/** Gathers clauses into assignments: one for each that names its own subject or has its own deadline. */
export const gatherClauses = (
  tokens: readonly Token[],
  clauses: readonly ReadClause[],
  inherited: Inheritance,
  context: BodyContext,
): readonly Draft[] => {
  const drafts: Draft[] = [];
  for (const read of clauses) {
    const last = drafts.at(-1);
    if (read.answers && last !== undefined) {
      const named = describeClause(tokens, read, inherited.directs, context);
      drafts.splice(0, drafts.length, ...drafts.map((one, i) => answerFor(one, named, i === drafts.length - 1)));
      const end = tokens[read.clause.to - 1]?.end ?? last.end;
      drafts.push(
        ...drafts.splice(-1).map((one) => ({ ...one, end, deadlines: [...one.deadlines, ...read.deadlines] })),
      );
      continue;
    }
    const isNext = last === undefined || !goesOn(last, read, inherited.directs);
    const draft = isNext ? startDraft(tokens, read, last) : last;
    const opens = read.opening.bodies.length > 0;
    if (!isNext) drafts.pop();
    const described = describeClause(tokens, read, inherited.directs, context);
    drafts.push({
      start: draft.start,
      end: tokens[read.clause.to - 1]?.end ?? draft.end,
      bodies: addBodies(draft.bodies, described),
      deadlines: [...draft.deadlines, ...read.deadlines],
      hasLead: draft.hasLead || described.some((body) => body.role === 'lead'),
      hasExecutor: draft.hasExecutor || (opens && read.role === 'executing'),
    });
  }
  return drafts;
};

const RANKS: Readonly<Record<BodyRole, number>> = { lead: 0, executing: 1, coordinating: 2, receiving: 3 };

/** Puts who answers for the task first; within a role the order of the text stays. */
const sortByRole = (bodies: readonly Body[]): readonly Body[] =>
  [...bodies].sort((a, b) => RANKS[a.role] - RANKS[b.role]);

/** A lead is taken over even where the item names it in another part: "UBND tỉnh: … báo cáo UBND tỉnh". */
const takeOver = (own: readonly Body[], taken: readonly Body[]): readonly Body[] => {
  const leads = taken.filter((body) => body.role === 'lead');
  return [
    ...leads,
    ...addBodies(
      own,
      taken.filter((body) => body.role !== 'lead'),
    ),
  ];
};

/** Completes an assignment with what it takes over; one that names its own lead takes nothing. */
export const finishDraft = (text: string, draft: Draft, inherited: Inheritance): Assignment => {
  const isTaken = (body: Body): boolean =>
    body.role === 'lead' || (inherited.from !== 'opening' && !(body.role === 'executing' && draft.hasExecutor));
  return {
    text: text.slice(draft.start, draft.end),
    span: { start: draft.start, end: draft.end },
    bodies: sortByRole(draft.hasLead ? draft.bodies : takeOver(draft.bodies, inherited.bodies.filter(isTaken))),
    deadlines: draft.deadlines,
  };
};
