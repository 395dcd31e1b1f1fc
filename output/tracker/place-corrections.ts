import { fold } from '../../language/writing/unicode.js';
import type { Correction } from '../../schemas/correction.js';
import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { isHeaderField, readHeaderField } from './correct-document.js';
import { isRole, isTaskField } from './correct-task.js';
import { splitNames } from './corrected-value.js';
import { findFirstDeadline } from './first-deadline.js';
import { listNames } from './list-names.js';
import { findTask, isMadeId, seeTask } from './place-in-reading.js';

/** What becomes of the corrections of a document when another reading of the same paper counts. */
export interface PlacedCorrections {
  /** As they are tied to the other document. */
  readonly placed: readonly Correction[];
  /** Those that found no place, as they were. */
  readonly homeless: readonly Correction[];
}

/** What a person said of a whole task holds for a text that is all but the same. */
const LIKE_JUDGED = 0.8;

const squeeze = (text: string | null): string | null =>
  text === null ? null : fold(text).replace(/\s+/gu, ' ').trim();

const joinNames = (names: readonly string[]): string | null =>
  names.length === 0 ? null : squeeze([...names].sort().join('; '));

/** What was read of a field, so that two readings can be compared. */
const readField = (directive: Directive, field: string): string | null => {
  if (field === 'due') return findFirstDeadline(directive)?.due ?? null;
  if (isRole(field)) return joinNames(listNames(directive, field));
  if (field === 'number' || field === 'kind') return directive[field];
  return field === 'text' ? squeeze(directive.text) : null;
};

const correctedTo = ({ field, newValue }: Correction): string | null => {
  if (field === 'due' || field === 'number' || field === 'kind' || newValue === null) return newValue;
  return isRole(field) ? joinNames(splitNames(newValue)) : squeeze(newValue);
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

/** A document is confirmed in view of its doubts: new ones were not seen. */
const judgeHeader = (one: Correction, old: ExportedDocument, now: ExportedDocument): Fate => {
  const { field, newValue } = one;
  if (isHeaderField(field)) {
    const [before, after] = [readHeaderField(old.document, field), readHeaderField(now.document, field)];
    if (squeeze(after) === squeeze(newValue)) return 'needless';
    return squeeze(before) === squeeze(after) ? 'placed' : 'homeless';
  }
  const seen = new Set(old.document.notes.map(({ rule }) => rule));
  const isSeen = now.document.notes.every(({ rule, level }) => level === 'info' || seen.has(rule));
  return isSeen ? 'placed' : 'homeless';
};

const judgeValue = (one: Correction, old: Directive, now: Directive): Fate => {
  if (readField(now, one.field) === correctedTo(one)) return 'needless';
  return sameField(old, now, one.field) ? 'placed' : 'homeless';
};

/** What an item of one reading is in another. */
interface Found {
  readonly directive: Directive;
  readonly likeness: number;
}

/** The placing of the corrections of one document. */
class Placing {
  readonly placed: Correction[] = [];
  readonly homeless: Correction[] = [];
  readonly #fates = new Map<string, Fate>();
  /** Whose corrections a task of the other reading took: two that were one task there would hide each other. */
  readonly #taken = new Map<string, string>();
  readonly #found = new Map<string, Found | undefined>();
  /** Items that a person made, where what they were made by has a place. */
  readonly #made = new Set<string>();

  constructor(
    readonly old: ExportedDocument,
    readonly now: ExportedDocument,
  ) {}

  settle(one: Correction): void {
    const { directiveId, field } = one;
    if (directiveId === null) this.#note(one, judgeHeader(one, this.old, this.now), null);
    else if (field === 'add' || field === 'passage') this.#settlePassage(one, directiveId);
    else if (isMadeId(directiveId))
      this.#note(one, this.#made.has(directiveId) ? 'placed' : 'homeless', this.#rename(directiveId));
    else this.#settleTask(one, directiveId);
  }

  /** A correction of an item that was split or merged: what it is about is the whole as it was, nothing is needless. */
  settleShaped(one: Correction): void {
    const { directiveId, field, detail } = one;
    if (directiveId === null || isMadeId(directiveId) || field === 'add' || field === 'passage') {
      this.settle(one);
      return;
    }
    const found = this.#findTask(directiveId);
    const other = detail?.kind === 'merge' ? this.#findOther(detail.other) : undefined;
    const isAlike = found !== undefined && found.likeness >= LIKE_JUDGED;
    if (!isAlike || (detail?.kind === 'merge' && other === undefined)) {
      this.#note(one, 'homeless', null);
      return;
    }
    if (detail?.kind === 'split') {
      this.#made.add(detail.id);
      this.#note({ ...one, detail: { ...detail, id: this.#rename(detail.id) } }, 'placed', found.directive.id);
    } else if (detail?.kind === 'merge' && other !== undefined)
      this.#note({ ...one, detail: { ...detail, other } }, 'placed', found.directive.id);
    else this.#note(one, 'placed', found.directive.id);
  }

  #rename(id: string): string {
    return id.replace(this.old.document.id, this.now.document.id);
  }

  #findOther(id: string): string | undefined {
    if (isMadeId(id)) return this.#made.has(id) ? this.#rename(id) : undefined;
    return this.#findTask(id)?.directive.id;
  }

  #findTask(id: string): Found | undefined {
    if (!this.#found.has(id)) {
      const before = this.old.directives.find((directive) => directive.id === id);
      const found = before === undefined ? undefined : findTask(before, this.now.directives);
      const isTaken = found !== undefined && (this.#taken.get(found.directive.id) ?? id) !== id;
      if (found !== undefined && !isTaken) this.#taken.set(found.directive.id, id);
      this.#found.set(id, isTaken ? undefined : found);
    }
    return this.#found.get(id);
  }

  #settlePassage(one: Correction, id: string): void {
    const { detail } = one;
    const text = detail?.kind === 'passage' ? squeeze(detail.text) : null;
    const passage = this.now.document.unclaimed.find((other) => other.text !== '' && squeeze(other.text) === text);
    if (detail?.kind !== 'passage' || passage === undefined) {
      this.#note(one, 'homeless', null);
      return;
    }
    this.#made.add(id);
    const { page, text: printed, why } = passage;
    // Its places are those of the other file.
    const directive = detail.directive === undefined ? {} : { directive: { ...detail.directive, page, pieces: [] } };
    this.#note({ ...one, detail: { ...detail, page, text: printed, why, ...directive } }, 'placed', this.#rename(id));
  }

  #settleTask(one: Correction, id: string): void {
    const before = this.old.directives.find((directive) => directive.id === id);
    const found = this.#findTask(id);
    if (before === undefined || found === undefined) {
      this.#note(one, 'homeless', null);
      return;
    }
    const { directive: after, likeness } = found;
    const fate = isTaskField(one.field)
      ? judgeValue(one, before, after)
      : this.#judgeReview(one, before, after, likeness);
    this.#note(one, fate, after.id);
  }

  #judgeReview(one: Correction, before: Directive, after: Directive, likeness: number): Fate {
    if (likeness < LIKE_JUDGED) return 'homeless';
    if (one.newValue === 'not-a-task') return 'placed';
    const isKept = (field: string): boolean => {
      const fate = this.#fates.get(`${one.directiveId} ${field}`);
      return fate === undefined ? sameField(before, after, field) : fate !== 'homeless';
    };
    return isKept('due') && isKept('lead') ? 'placed' : 'homeless';
  }

  #note(one: Correction, fate: Fate, directiveId: string | null): void {
    this.#fates.set(`${one.directiveId} ${one.field}`, fate);
    if (fate === 'homeless') this.homeless.push(one);
    if (fate !== 'placed') return;
    const { key: _key, isLost: _lost, seen: _seen, ...rest } = one;
    const now = this.now.directives.find(({ id }) => id === directiveId);
    const seen = now === undefined ? {} : { seen: seeTask(now) };
    this.placed.push({ ...rest, ...seen, documentId: this.now.document.id, directiveId });
  }
}

/** Items that a person split, merged or made: the order of what was done to them counts. */
const listShaped = (corrections: readonly Correction[]): ReadonlySet<string | null> => {
  const shaped = new Set<string | null>();
  for (const { directiveId, field, detail } of corrections) {
    if (detail?.kind === 'merge') shaped.add(detail.other);
    if (field === 'split' || field === 'merge' || (directiveId !== null && isMadeId(directiveId)))
      shaped.add(directiveId);
  }
  return shaped;
};

/**
 * Ties the corrections of a document to another reading of the same paper. A task is found again by its number and a text that
 * is like, or by a text that is all but the same. A corrected value is carried over where both readings gave the value that it
 * replaced; where the new one gives the corrected value it is needless; where it gives a third, it may be out of date, and is
 * homeless. A confirmed task stays confirmed where day and lead are the same. Only the last correction of a field counts. What
 * was split, merged or made of a passage is so again where its text is all but the same.
 */
export const placeCorrections = (
  old: ExportedDocument,
  corrections: readonly Correction[],
  now: ExportedDocument,
): PlacedCorrections => {
  const placing = new Placing(old, now);
  const shaped = listShaped(corrections);
  const plain = corrections.filter(({ directiveId }) => !shaped.has(directiveId));
  // What was said of the whole task last: it asks what became of the values.
  const ordered = [...lastOfEach(plain)].sort(
    (one, other) => Number(!isTaskField(one.field)) - Number(!isTaskField(other.field)),
  );
  for (const one of ordered) placing.settle(one);
  for (const one of corrections) if (shaped.has(one.directiveId)) placing.settleShaped(one);
  return { placed: placing.placed, homeless: placing.homeless };
};
