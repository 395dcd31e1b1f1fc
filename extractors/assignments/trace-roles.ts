import { matchPhrase, type PhraseTrie } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import type { Assignment, Body } from '../../schemas/directive.js';
import type { BodyContext } from '../bodies/index.js';
import { describeBody } from '../bodies/index.js';
import { ASSIGN } from '../bodies/lexicon.js';
import { joinTokens } from '../bodies/parse-area.js';
import type { ParsedBody } from '../bodies/parsed.js';
import type { Trace } from '../trace.js';
import type { TraceRule } from '../trace-rules.js';
import type { Inheritance } from './inheritance.js';
import { MARKERS } from './lexicon.js';
import type { ReadClause } from './read-clauses.js';

/** What there is to tell of one item: how its clauses were read and what came of them. */
export interface ReadRoles {
  readonly tokens: readonly Token[];
  readonly clauses: readonly ReadClause[];
  readonly assignments: readonly Assignment[];
  readonly inherited: Inheritance;
}

const FROM_RULES: Readonly<Record<Inheritance['from'], TraceRule>> = {
  parent: 'inherit/parent',
  opening: 'inherit/opening',
  below: 'inherit/below',
};

/** How many tokens before a body its assigning words may begin: "giao nhiệm vụ cho:". */
const LONGEST_VERB = 7;

const wordsAt = (tokens: readonly Token[], words: PhraseTrie<unknown>, at: number): string =>
  joinTokens(tokens, at, matchPhrase(words, tokens, at)?.end ?? at + 2);

/** The words of assignment right before a body, or nothing. */
const findVerb = (tokens: readonly Token[], before: number): string => {
  for (let at = Math.max(0, before - LONGEST_VERB); at < before; at++) {
    const end = matchPhrase(ASSIGN, tokens, at)?.end;
    if (end === before || (end !== undefined && end + 1 === before)) return joinTokens(tokens, at, end);
  }
  return '';
};

const traceClause = (
  { tokens }: ReadRoles,
  { opening, role, why, marked }: ReadClause,
  context: BodyContext,
  trace: Trace,
): void => {
  const known = new Set<string>();
  const tell = (parsed: ParsedBody, rule: TraceRule, own: Body['role'], marker: string): void => {
    const { name, span, normalized } = describeBody(tokens, parsed, context);
    trace({
      rule: known.has(normalized) ? 'role/named-before' : rule,
      text: name,
      span,
      values: { role: own, marker },
    });
    known.add(normalized);
  };
  const verb = findVerb(tokens, opening.bodies[0]?.from ?? 0);
  for (const body of opening.bodies) tell(body, why, role, verb);
  for (const one of marked) {
    const marker = wordsAt(tokens, one.isAssigned ? ASSIGN : MARKERS, one.at);
    for (const body of one.bodies) tell(body, one.role === 'lead' ? 'role/assigned' : 'role/marked', one.role, marker);
  }
};

const traceTaken = ({ assignments, inherited }: ReadRoles, trace: Trace): void => {
  const above = new Set(inherited.bodies.map((body) => body.normalized));
  const taken = new Set<string>();
  for (const { bodies, span } of assignments)
    for (const body of bodies.filter((one) => one.inherited)) {
      const fromAbove = FROM_RULES[inherited.from];
      const rule = above.has(body.normalized) ? fromAbove : 'inherit/clause-before';
      taken.add(body.normalized);
      trace({ rule, text: body.name, span: { start: span.start, end: span.start }, values: { role: body.role } });
    }
  for (const { name, role, normalized } of inherited.bodies)
    if (!taken.has(normalized))
      trace({ rule: 'inherit/own-lead', text: name, span: { start: 0, end: 0 }, values: { role } });
};

/** Tells by which rule each body of an item got its role, and what was taken over from above. — vì sao */
export const traceRoles = (read: ReadRoles, context: BodyContext, trace: Trace): void => {
  for (const clause of read.clauses) {
    const { asker } = clause.opening;
    if (read.inherited.directs)
      for (const body of asker) {
        const { name, span } = describeBody(read.tokens, body, context);
        trace({ rule: 'role/asker', text: name, span, values: { role: 'executing' } });
      }
    traceClause(read, clause, context, trace);
  }
  traceTaken(read, trace);
};
