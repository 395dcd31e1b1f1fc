import { measureLikeness } from '../../language/writing/distance.js';
import type { Correction, SeenTask } from '../../schemas/correction.js';
import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { findFirstDeadline } from './first-deadline.js';
import { listNames } from './list-names.js';

/** Under the same number a task may have lost or gained a clause; an engine may have misread a word in seven. */
const LIKE_NUMBERED = 0.6;
/** Under another number nothing but small words may differ. */
const LIKE_RENUMBERED = 0.9;

/** The task of another reading that is the one with this number and text; undefined where none is, or which cannot be told. */
export const findTask = (
  { number, text }: Pick<Directive, 'number' | 'text'>,
  directives: readonly Directive[],
): { readonly directive: Directive; readonly likeness: number } | undefined => {
  const equal = directives.find((directive) => directive.number === number && directive.text === text);
  if (equal !== undefined) return { directive: equal, likeness: 1 };
  const alike = directives
    .map((directive) => ({ directive, likeness: measureLikeness(text, directive.text) }))
    .sort((one, other) => other.likeness - one.likeness);
  const numbered = alike.find(({ directive, likeness }) => directive.number === number && likeness >= LIKE_NUMBERED);
  if (numbered !== undefined) return numbered;
  const [best, next] = alike;
  // Two that are alike, as in a table: which one is meant cannot be told.
  return best === undefined || best.likeness < LIKE_RENUMBERED || best.likeness === next?.likeness ? undefined : best;
};

/** What is kept of a reading so that an item is known again. */
export const seeTask = (directive: Directive): SeenTask => ({
  number: directive.number,
  text: directive.text,
  due: findFirstDeadline(directive)?.due ?? null,
  lead: listNames(directive, 'lead').join('; ') || null,
});

/** What is kept of a reading whose paper was called right as a whole: the rules that doubted it. */
export const seeDoubts = ({ document }: ExportedDocument): SeenTask => {
  const rules = document.notes.filter(({ level }) => level !== 'info').map(({ rule }) => rule);
  return { number: '', text: [...new Set(rules)].sort().join(' '), due: null, lead: null };
};

const MADE = ':+';
/** Id of an item that a person made: by a split, or of a passage. `makeTaskId('7f…', 3) === '7f…:+3'` */
export const makeTaskId = (documentId: string, count: number): string => `${documentId}${MADE}${count}`;
/** True of the id of an item that no reading has. */
export const isMadeId = (id: string): boolean => id.includes(MADE);

/** Finds the items of corrections in one reading: each under one id, and no two under the same. */
class Places {
  readonly #found = new Map<string, string | undefined>();
  readonly #taken = new Map<string, string>();

  constructor(readonly reading: ExportedDocument) {}

  /** Id of the item in this reading; undefined where it is not to be found. */
  find(id: string, seen: Pick<SeenTask, 'number' | 'text'> | undefined): string | undefined {
    if (isMadeId(id)) return id;
    // A lost correction keeps the id that its item had, which another one may have by now.
    const key = JSON.stringify([id, seen?.number, seen?.text]);
    if (!this.#found.has(key)) {
      const found = this.#seek(id, seen);
      const other = found === undefined ? undefined : this.#taken.get(found);
      if (found !== undefined && other === undefined) this.#taken.set(found, id);
      this.#found.set(key, other === undefined || other === id ? found : undefined);
    }
    return this.#found.get(key);
  }

  #seek(id: string, seen: Pick<SeenTask, 'number' | 'text'> | undefined): string | undefined {
    const { directives } = this.reading;
    const same = directives.find((directive) => directive.id === id);
    // Corrections of earlier versions remember no text.
    if (seen === undefined || same?.text === seen.text) return same?.id;
    if (same !== undefined && measureLikeness(seen.text, same.text) >= LIKE_NUMBERED) return id;
    return findTask(seen, directives)?.directive.id;
  }
}

/**
 * Ties corrections to one reading of their document: ids go by numbers, which another reading may have given to other items, so
 * what was seen is sought again. Each comes back with the id that it has now, and `isLost` where there is no such item.
 */
export const placeInReading = (
  reading: ExportedDocument,
  corrections: readonly Correction[],
): readonly Correction[] => {
  const places = new Places(reading);
  return corrections.map((correction): Correction => {
    const { isLost: _lost, ...rest } = correction;
    const { directiveId, seen, detail, field } = rest;
    if (directiveId === null || field === 'add' || field === 'passage') return rest;
    const id = places.find(directiveId, seen);
    if (id === undefined) return { ...rest, isLost: true };
    if (detail?.kind !== 'merge') return { ...rest, directiveId: id };
    const other = places.find(detail.other, { number: '', text: detail.text });
    return other === undefined ? { ...rest, isLost: true } : { ...rest, directiveId: id, detail: { ...detail, other } };
  });
};
