import { uniformY } from '../../language/writing/final-y.js';
import { placeTones } from '../../language/writing/tone-place.js';
import { fold } from '../../language/writing/unicode.js';
import type { BodyRole, DeadlineKind, Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Span } from '../../schemas/span.js';
import type { Unclaimed } from '../../schemas/unclaimed.js';
import { lacksDay, trackDirective } from '../tracker/tracker-state.js';

/** Raise it when anything below changes: databases then build their full-text index anew at the next opening. */
export const INDEX_VERSION = 5;

/** Keys that stand for names in tags: a filter by name becomes a search for a word. */
export interface TagKeys {
  readonly issuer: number | null;
  readonly type: number | null;
  /** body_key of each body, in the order of the directive's assignments and their bodies. */
  readonly bodies: readonly number[];
}

/** Words that stand for filters in the index. */
export const tag = {
  body: (key: number): string => `#b${key}`,
  /** A body in one role: #l12 is body 12 as lead. */
  role: (role: BodyRole, key: number): string => `#${role.charAt(0)}${key}`,
  anyRole: (role: BodyRole): string => `#any${role}`,
  issuer: (key: number): string => `#i${key}`,
  type: (key: number): string => `#t${key}`,
  issuedYear: (year: string): string => `#y${year}`,
  dueYear: (year: string): string => `#dy${year}`,
  dueMonth: (month: string): string => `#dm${month.replace('-', '')}`,
  noDeadline: '#nodeadline',
  /** No day, and none is to be filled in: THƯỜNG XUYÊN, CHỜ ĐIỀU KIỆN. */
  standing: '#standing',
  waiting: '#waiting',
  kind: (kind: DeadlineKind): string => `#k${kind}`,
  inferred: '#inferred',
  needsReview: '#review',
  /** On every directive: asks for everything. */
  any: '#any',
  /** On every unclaimed passage, and on nothing else. */
  unclaimed: '#unclaimed',
} as const;

/** Text as exact hits compare it: lower case with its marks, tone marks in one place (uỷ as ủy). */
export const toExact = (text: string): string => placeTones(text.toLowerCase());

const WORD = 1;
const OTHER = 2;
/** What each UTF-16 unit met so far is: part of a word are letters, digits, and both halves of rarer characters. */
const unitKinds = new Uint8Array(0x10000);

const readUnit = (code: number): number => {
  const kind = /[\p{L}\p{N}\ud800-\udfff]/u.test(String.fromCharCode(code)) ? WORD : OTHER;
  unitKinds[code] = kind;
  return kind;
};

const isInWord = (code: number): boolean => (unitKinds[code] || readUnit(code)) === WORD;

/** Places of the words of a text as the index cuts it: letters and digits, nothing else. */
export const findWordSpans = (text: string): Span[] => {
  const spans: Span[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const inside = i < text.length && isInWord(text.charCodeAt(i));
    if (inside && start === -1) start = i;
    if (!inside && start !== -1) {
      spans.push({ start, end: i });
      start = -1;
    }
  }
  return spans;
};

/** One word as it is compared: with its marks and without. */
export interface WordForms {
  readonly exact: string;
  readonly folded: string;
}

const forms = new Map<string, WordForms>();

/** Both forms of a word, remembered: a language has few syllables, and folding is the dearest step of indexing. */
export const formsOf = (word: string): WordForms => {
  let found = forms.get(word);
  if (found === undefined) {
    if (forms.size > 100_000) forms.clear();
    const exact = uniformY(toExact(word));
    found = { exact, folded: fold(exact) };
    forms.set(word, found);
  }
  return found;
};

/** Both forms of every word of a text, in order. */
export const listWords = (text: string): WordForms[] =>
  findWordSpans(text).map(({ start, end }) => formsOf(text.slice(start, end)));

/** The words of a text as the index compares them without marks, one blank between; i and y are one: `joinWords('Kĩ thuật') === 'ky thuat'`. */
export const joinWords = (text: string): string =>
  listWords(text)
    .map(({ folded }) => folded)
    .join(' ');

/** Two neighbours as one word of the index: `pairWord('dang', 'uy') === '=dang_uy'`. */
export const pairWord = (left: string, right: string): string => `=${left}_${right}`;

/** A word with its marks as a word of the index: `markedWord('đảng') === '~đảng'`. */
export const markedWord = (exact: string): string => `~${exact}`;

/** Adds every word, every two neighbours and every word with marks of a text to `words`; `met` gathers the plain ones. */
const addWords = (text: string, words: string[], met: Set<string>): void => {
  let last = '';
  for (const { exact, folded } of listWords(text)) {
    met.add(folded);
    words.push(folded);
    if (folded !== exact) words.push(markedWord(exact));
    if (last !== '') words.push(pairWord(last, folded));
    last = folded;
  }
};

const collectHeaderTags = (document: ExportedDocument['document'], keys: Omit<TagKeys, 'bodies'>): string[] => {
  const tags: string[] = [];
  if (keys.issuer !== null) tags.push(tag.issuer(keys.issuer));
  if (keys.type !== null) tags.push(tag.type(keys.type));
  if (document.issuedOn !== null) tags.push(tag.issuedYear(document.issuedOn.slice(0, 4)));
  return tags;
};

const collectTags = (document: ExportedDocument['document'], directive: Directive, keys: TagKeys): string[] => {
  const tags: string[] = [tag.any, ...collectHeaderTags(document, keys)];
  if (directive.needsReview) tags.push(tag.needsReview);
  const bodies = directive.assignments.flatMap((a) => a.bodies);
  for (const [index, key] of keys.bodies.entries()) {
    tags.push(tag.body(key));
    const role = bodies[index]?.role;
    if (role !== undefined) tags.push(tag.role(role, key), tag.anyRole(role));
  }
  const deadlines = directive.assignments.flatMap((a) => a.deadlines);
  for (const { due, kind, inferred } of deadlines) {
    tags.push(tag.kind(kind));
    if (inferred) tags.push(tag.inferred);
    if (due !== null) tags.push(tag.dueYear(due.slice(0, 4)), tag.dueMonth(due.slice(0, 7)));
  }
  const task = trackDirective(directive);
  if (lacksDay(task)) tags.push(tag.noDeadline);
  else if (task.deadline?.due == null)
    tags.push(task.deadlineType === 'Nhiệm vụ thường xuyên' ? tag.standing : tag.waiting);
  return tags;
};

/** The words under which the index knows an unclaimed passage: its own, the document's number, the tags of its header. */
export const buildPassageWords = (
  document: ExportedDocument['document'],
  { text }: Unclaimed,
  keys: Omit<TagKeys, 'bodies'>,
  met: Set<string>,
): string => {
  const words = [tag.unclaimed, tag.needsReview, ...collectHeaderTags(document, keys)];
  for (const part of [text, ...(document.number === null ? [] : [document.number])]) addWords(part, words, met);
  return words.join(' ');
};

/** What a directive is found by besides its text: the document's number, and bodies that it inherits, as a clerk looks for "Sở Tài chính" under a lead-in, too. */
export const listContext = (document: ExportedDocument['document'], directive: Directive): string[] => [
  ...(document.number === null ? [] : [document.number]),
  ...directive.assignments.flatMap((a) => a.bodies.filter((body) => body.inherited).map((body) => body.name)),
];

/** The words under which the full-text index knows one directive; a word may come twice. `met` gathers the plain ones. */
export const buildIndexWords = (
  document: ExportedDocument['document'],
  directive: Directive,
  keys: TagKeys,
  met: Set<string>,
): string => {
  const words = collectTags(document, directive, keys);
  for (const text of [directive.text, ...listContext(document, directive)]) addWords(text, words, met);
  // Joined at once: one flat string lives until it is written, the many small ones die young.
  return words.join(' ');
};
