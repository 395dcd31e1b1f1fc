import type { Span } from '../../schemas/span.js';
import { foldSource } from '../folded-pattern.js';

/** How far a clause is followed to either side: longer ones are enumerations, whose far end says nothing of the time. */
const REACH = 240;
const CLAUSE_BREAK = /[;\n]|[.:](?=\s)/gu;

/** The folded text before and after a place, to the borders of its clause. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** Cuts out the clause around a span: semicolons, colons, ends of sentences and of paragraphs bound it. — mệnh đề */
export const surroundingsOf = (folded: string, { start, end }: Span): Surroundings => {
  const before = folded.slice(Math.max(0, start - REACH), start);
  const after = folded.slice(end, end + REACH);
  const last = [...before.matchAll(CLAUSE_BREAK)].at(-1);
  const next = CLAUSE_BREAK[Symbol.matchAll](after).next();
  return {
    before: last === undefined ? before : before.slice(last.index + 1),
    after: next.done === true ? after : after.slice(0, next.value.index),
  };
};

/** True when nothing but marks stands beside the span in the whole text, as in a cell of an annex table. */
export const isAlone = (folded: string, { start, end }: Span): boolean =>
  !/[a-z0-9]/u.test(folded.slice(Math.max(0, start - 40), start)) && !/[a-z0-9]/u.test(folded.slice(end, end + 40));

const joined = (words: readonly string[]): string => words.map(foldSource).join('|');

/** A pattern for one of some words at the very end of the text before a place, marks and brackets between. */
export const endsWith = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z0-9])(?:${joined(words)})[\\s,:("“]*$`, 'u');

/** A pattern for one of some words anywhere. */
export const contains = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z0-9])(?:${joined(words)})(?![a-z0-9])`, 'u');
