import { readAssignments } from '../../extractors/assignments/index.js';
import { findDeadlines } from '../../extractors/deadlines/index.js';
import { judgeClarity } from '../../extractors/directives/judge-clarity.js';
import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Unclaimed } from '../../schemas/unclaimed.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';

const PAGE = `SELECT p.text, p.text_start AS start FROM page p JOIN document d ON d.file_key = p.file_key
  WHERE d.id = ? AND p.number = ?`;

const BLANK = /\s/u;

/** Where the words of a text stand in a page, blanks aside; one piece for each run that is printed as it is written. */
export const findPieces = (page: string, start: number, text: string): Directive['pieces'] => {
  const words = [...text.matchAll(/\S+/gu)];
  const first = words[0]?.[0];
  if (first === undefined) return [];
  for (let from = page.indexOf(first); from >= 0; from = page.indexOf(first, from + 1)) {
    const pieces: { at: number; source: { start: number; end: number } }[] = [];
    let at = from;
    const isThere = words.every((word) => {
      while (at < page.length && BLANK.test(page.charAt(at))) at++;
      if (!page.startsWith(word[0], at)) return false;
      const last = pieces.at(-1);
      const source = { start: start + at, end: start + at + word[0].length };
      const isNext = last !== undefined && source.start - last.source.start === word.index - last.at;
      if (isNext) last.source.end = source.end;
      else pieces.push({ at: word.index, source });
      at += word[0].length;
      return true;
    });
    if (isThere) return pieces;
  }
  return [];
};

/** The next free number of an item that has none in print, after the one before it. */
const numberAfter = (directives: readonly Directive[], page: number): string => {
  const before = directives.findLast((one) => one.page <= page)?.number;
  return nextNumber(directives, before === undefined ? '' : `${before}.`);
};

/** "2.¶1", or the first behind it that no item has. */
export const nextNumber = (directives: readonly Directive[], under: string): string => {
  const taken = new Set(directives.map(({ number }) => number));
  let count = 1;
  while (taken.has(`${under}¶${count}`)) count++;
  return `${under}¶${count}`;
};

/** The task that a passage gives, read by the extractors like any other item; `text` where a person wrote it. */
export const makeTask = (
  db: Store,
  { document, directives }: ExportedDocument,
  passage: Unclaimed,
  given: { readonly id: string; readonly text: string },
): Directive => {
  const { id, text } = given;
  const { issuedOn } = document;
  const deadlines = findDeadlines(text, { issuedOn });
  const { assignments, isHeading } = readAssignments(text, { issuedOn, deadlines });
  const row = prepare<{ text: string; start: number }>(db, PAGE).get(document.id, passage.page);
  return {
    id,
    number: numberAfter(directives, passage.page),
    text,
    kind: 'task',
    parent: null,
    page: passage.page,
    pieces: row === undefined ? [] : findPieces(row.text, row.start, text),
    confidence: null,
    needsReview: false,
    clarity: judgeClarity(assignments, isHeading),
    assignments,
    references: [],
    notes: [],
  };
};
