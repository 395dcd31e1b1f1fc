import { fold } from '../../pipeline/text/unicode.js';
import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { classifyDeadline } from '../task/deadline-type.js';
import { placeTones } from './tones.js';

/** Raise it when anything below changes: databases then build their full-text index anew at the next opening. */
export const INDEX_VERSION = 1;

/** Keys that stand for names in tags: a filter by name becomes a search for a word. */
export interface TagKeys {
  readonly issuer: number | null;
  readonly type: number | null;
  /** body_key of each body, in the order of the directive's assignments and their bodies. */
  readonly bodies: readonly number[];
}

/** Words that stand for filters in the index. They begin with a sign that no word of a text contains. */
export const tag = {
  body: (key: number): string => `_b${key}`,
  lead: (key: number): string => `_l${key}`,
  issuer: (key: number): string => `_i${key}`,
  type: (key: number): string => `_t${key}`,
  issuedYear: (year: string): string => `_y${year}`,
  dueYear: (year: string): string => `_dy${year}`,
  dueMonth: (month: string): string => `_dm${month.replace('-', '')}`,
  noDeadline: '_nodeadline',
  needsReview: '_review',
  /** On every directive: asks for everything. */
  any: '_any',
} as const;

/** Text as exact hits compare it: lower case with its marks, tone marks in one place (uỷ as ủy). */
export const toExact = (text: string): string => placeTones(text.toLowerCase());

/** Words as the index cuts a text: letters and digits, nothing else. */
export const findWords = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Two neighbours as one word: `joinPair('dang', 'uy') === 'dang_uy'`. */
export const joinPair = (left: string, right: string): string => `${left}_${right}`;

const folds = new Map<string, string>();

/** Folds one word, remembering it: a language has few syllables, and folding is the dearest step of indexing. */
const foldWord = (word: string): string => {
  let folded = folds.get(word);
  if (folded === undefined) {
    if (folds.size > 100_000) folds.clear();
    folded = fold(word);
    folds.set(word, folded);
  }
  return folded;
};

/** Every word, every two neighbours and every word with marks of a text, each once. */
const addText = (words: Set<string>, text: string): void => {
  let last: string | undefined;
  for (const exact of findWords(toExact(text))) {
    const folded = foldWord(exact);
    words.add(folded);
    if (folded !== exact) words.add(exact);
    if (last !== undefined) words.add(joinPair(last, folded));
    last = folded;
  }
};

const collectTags = (document: ExportedDocument['document'], directive: Directive, keys: TagKeys): string[] => {
  const tags: string[] = [tag.any];
  if (keys.issuer !== null) tags.push(tag.issuer(keys.issuer));
  if (keys.type !== null) tags.push(tag.type(keys.type));
  if (document.issuedOn !== null) tags.push(tag.issuedYear(document.issuedOn.slice(0, 4)));
  if (directive.needsReview || document.needsReview) tags.push(tag.needsReview);
  const bodies = directive.assignments.flatMap((a) => a.bodies);
  for (const [index, key] of keys.bodies.entries()) {
    tags.push(tag.body(key));
    if (bodies[index]?.role === 'lead') tags.push(tag.lead(key));
  }
  const deadlines = directive.assignments.flatMap((a) => a.deadlines);
  for (const { due } of deadlines)
    if (due !== null) tags.push(tag.dueYear(due.slice(0, 4)), tag.dueMonth(due.slice(0, 7)));
  if (classifyDeadline(directive) === null) tags.push(tag.noDeadline);
  return tags;
};

/** What a directive is found by besides its text: the document's number, and bodies that it inherits, as a clerk looks for "Sở Tài chính" under a lead-in, too. */
export const listContext = (document: ExportedDocument['document'], directive: Directive): string[] => [
  ...(document.number === null ? [] : [document.number]),
  ...directive.assignments.flatMap((a) => a.bodies.filter((body) => body.inherited).map((body) => body.name)),
];

/** The words under which the full-text index knows one directive, each once. */
export const buildIndexWords = (
  document: ExportedDocument['document'],
  directive: Directive,
  keys: TagKeys,
): string => {
  const words = new Set<string>(collectTags(document, directive, keys));
  addText(words, directive.text);
  for (const text of listContext(document, directive)) addText(words, text);
  return [...words].join(' ');
};
