import { measureLikeness } from '../../language/writing/distance.js';
import { fold } from '../../language/writing/unicode.js';
import type { Correction } from '../../schemas/correction.js';
import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { HEADER_FIELDS } from './apply-corrections.js';
import { findFirstDeadline } from './first-deadline.js';
import { listNames } from './list-names.js';

/** What becomes of the corrections of a document when another reading of the same paper counts. */
export interface PlacedCorrections {
  /** As they are tied to the other document. */
  readonly placed: readonly Correction[];
  /** Those that found no place, as they were. */
  readonly homeless: readonly Correction[];
}

/** Under the same number a task may have lost or gained a clause; an engine may have misread a word in seven. */
const LIKE_NUMBERED = 0.6;
/** Under another number nothing but small words may differ. */
const LIKE_RENUMBERED = 0.9;
/** What a person said of a whole task holds for a text that is all but the same. */
const LIKE_JUDGED = 0.8;

const findTask = (
  { number, text }: Directive,
  directives: readonly Directive[],
): { readonly directive: Directive; readonly likeness: number } | undefined => {
  const alike = directives
    .map((directive) => ({ directive, likeness: measureLikeness(text, directive.text) }))
    .sort((one, other) => other.likeness - one.likeness);
  const numbered = alike.find(({ directive, likeness }) => directive.number === number && likeness >= LIKE_NUMBERED);
  if (numbered !== undefined) return numbered;
  const [best, next] = alike;
  // Two that are alike, as in a table: which one is meant cannot be told.
  return best === undefined || best.likeness < LIKE_RENUMBERED || best.likeness === next?.likeness ? undefined : best;
};

const squeeze = (text: string | null): string | null =>
  text === null ? null : fold(text).replace(/\s+/gu, ' ').trim();

const joinNames = (names: readonly string[]): string | null =>
  names.length === 0 ? null : squeeze([...names].sort().join('; '));

/** What was read of a field, so that two readings can be compared. */
const readField = (directive: Directive, field: string): string | null => {
  if (field === 'due') return findFirstDeadline(directive)?.due ?? null;
  if (field === 'lead') return joinNames(listNames(directive, 'lead'));
  return field === 'text' ? squeeze(directive.text) : null;
};

const correctedTo = ({ field, newValue }: Correction): string | null => {
  if (field === 'due' || newValue === null) return newValue;
  return field === 'lead' ? joinNames(newValue.split(';').map((name) => name.trim())) : squeeze(newValue);
};

/** The wording of the deadline, where no day was read. */
const readWording = (directive: Directive): string | null => squeeze(findFirstDeadline(directive)?.text ?? null);

const sameField = (old: Directive, now: Directive, field: string): boolean =>
  readField(old, field) === readField(now, field) &&
  (field !== 'due' || readField(old, field) !== null || readWording(old) === readWording(now));

const lastOfEach = (corrections: readonly Correction[]): readonly Correction[] => [
  ...new Map(corrections.map((one) => [`${one.directiveId} ${one.field}`, one])).values(),
];

/** placed: it holds in the new reading; needless: that reads what was corrected; homeless: a person must look. */
type Fate = 'placed' | 'needless' | 'homeless';

const HEADER: ReadonlySet<string> = new Set(HEADER_FIELDS);
const isHeaderField = (field: string): field is (typeof HEADER_FIELDS)[number] => HEADER.has(field);

/** A document is confirmed in view of its doubts: new ones were not seen. */
const judgeHeader = (one: Correction, old: ExportedDocument, now: ExportedDocument): Fate => {
  const { field, newValue } = one;
  if (isHeaderField(field)) {
    const [before, after] = [old.document[field], now.document[field]];
    if (squeeze(after) === squeeze(newValue)) return 'needless';
    return squeeze(before) === squeeze(after) ? 'placed' : 'homeless';
  }
  const seen = new Set(old.document.notes.map(({ rule }) => rule));
  const isSeen = now.document.notes.every(({ rule, level }) => level === 'info' || seen.has(rule));
  return isSeen ? 'placed' : 'homeless';
};

const VALUES: ReadonlySet<string> = new Set(['due', 'lead', 'text']);

const judgeValue = (one: Correction, old: Directive, now: Directive): Fate => {
  if (readField(now, one.field) === correctedTo(one)) return 'needless';
  return sameField(old, now, one.field) ? 'placed' : 'homeless';
};

/**
 * Ties the corrections of a document to another reading of the same paper. A task is found again by its number and a text that
 * is like, or by a text that is all but the same. A corrected value is carried over where both readings gave the value that it
 * replaced; where the new one gives the corrected value it is needless; where it gives a third, it may be out of date, and is
 * homeless. A confirmed task stays confirmed where day and lead are the same. Only the last correction of a field counts.
 */
export const placeCorrections = (
  old: ExportedDocument,
  corrections: readonly Correction[],
  now: ExportedDocument,
): PlacedCorrections => {
  const placed: Correction[] = [];
  const homeless: Correction[] = [];
  const fates = new Map<string, Fate>();
  /** Whose corrections a task of the other reading took: two that were one task there would hide each other. */
  const taken = new Map<string, string>();
  const settle = (one: Correction, fate: Fate, directiveId: string | null): void => {
    fates.set(`${one.directiveId} ${one.field}`, fate);
    if (fate === 'placed') placed.push({ ...one, documentId: now.document.id, directiveId });
    if (fate === 'homeless') homeless.push(one);
  };
  const judgeReview = (one: Correction, before: Directive, after: Directive, likeness: number): Fate => {
    if (likeness < LIKE_JUDGED) return 'homeless';
    if (one.newValue === 'not-a-task') return 'placed';
    const isKept = (field: string): boolean => {
      const fate = fates.get(`${one.directiveId} ${field}`);
      return fate === undefined ? sameField(before, after, field) : fate !== 'homeless';
    };
    return isKept('due') && isKept('lead') ? 'placed' : 'homeless';
  };
  // What was said of the whole task last: it asks what became of the values.
  const ordered = [...lastOfEach(corrections)].sort(
    (one, other) => Number(!VALUES.has(one.field)) - Number(!VALUES.has(other.field)),
  );
  for (const one of ordered) {
    if (one.directiveId === null) {
      settle(one, judgeHeader(one, old, now), null);
      continue;
    }
    const before = old.directives.find(({ id }) => id === one.directiveId);
    const found = before === undefined ? undefined : findTask(before, now.directives);
    const isTaken = found !== undefined && (taken.get(found.directive.id) ?? one.directiveId) !== one.directiveId;
    if (before === undefined || found === undefined || isTaken) {
      settle(one, 'homeless', null);
      continue;
    }
    const { directive: after, likeness } = found;
    taken.set(after.id, before.id);
    const fate = VALUES.has(one.field) ? judgeValue(one, before, after) : judgeReview(one, before, after, likeness);
    settle(one, fate, after.id);
  }
  return { placed, homeless };
};
