import type { Correction } from '../../schemas/correction.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { makeNote } from '../../schemas/note.js';
import { nameField } from '../tracker/field-names.js';
import { findCounterpart } from '../tracker/judge-files.js';
import { placeCorrections } from '../tracker/place-corrections.js';
import { isStanding, listHistory } from './corrections.js';
import { addNotes, isNoted } from './keep-notes.js';
import { noteClash, QUOTING, type ToldClash, tellClash } from './note-clash.js';
import { changeHistory, see } from './save-correction.js';
import { saveFile } from './save-file.js';
import type { Store } from './store.js';
import { type Corrected, loadStanding } from './take-out.js';
import { uniteHistories } from './unite-histories.js';
import { writeHistory } from './write-history.js';

const noteHomeless = (correction: Correction, old: ExportedDocument) => {
  const { directiveId, field, newValue, correctedBy, seen } = correction;
  const item = old.directives.find(({ id }) => id === directiveId)?.number ?? seen?.number;
  const name = nameField(correction);
  const where = item === undefined ? name : { vi: `mục ${item}, ${name.vi}`, en: `item ${item}, ${name.en}` };
  const value = newValue === null ? '—' : QUOTING.has(field) ? '…' : newValue;
  return makeNote('identity/correction-homeless', { actual: newValue ?? '—' }, { where, value, by: correctedBy });
};

const isSameWord = (one: Correction, other: Correction): boolean =>
  one.field === other.field &&
  one.newValue === other.newValue &&
  one.correctedBy === other.correctedBy &&
  one.correctedAt === other.correctedAt;

const isEqual = (one: Correction, other: Correction): boolean =>
  one.directiveId === other.directiveId && isSameWord(one, other);

/** Words on one field of one item that differ, of people of whom neither knew the other's. */
const findClashes = (
  known: readonly Correction[],
  brought: readonly Correction[],
  from: Corrected,
  record: ExportedDocument,
): readonly ToldClash[] =>
  brought.flatMap((one) => {
    const { directiveId, field, newValue, correctedAt } = one;
    const other = known.findLast((c) => isStanding(c) && c.directiveId === directiveId && c.field === field);
    const isKnown = other !== undefined && from.corrections.some((correction) => isSameWord(correction, other));
    if (other === undefined || isKnown || other.newValue === newValue) return [];
    const isLater = Date.parse(correctedAt) >= Date.parse(other.correctedAt);
    return [tellClash(isLater ? { counts: one, other } : { counts: other, other: one }, record)];
  });

/** Writes corrections of another file where their time has its place among those of this one: the later word counts. */
const bring = (db: Store, documentId: string, brought: readonly Correction[], at: string): void => {
  const { corrections } = uniteHistories(documentId, [listHistory(db, documentId), brought]);
  changeHistory(db, documentId, { touched: brought, at }, () => writeHistory(db, documentId, corrections));
};

/**
 * Carries the corrections of a file that counts no more over to the one that counts now; those that find no place are noted on
 * its documents, for review, and stay with the other file. Done twice, it does nothing the second time. With
 * `onClash` it is told and noted where people contradict each other. The caller holds the transaction. Returns how many were
 * carried over and how many found no place.
 */
export const carryCorrections = (
  db: Store,
  from: Corrected,
  to: string,
  at: string,
  onClash?: (clash: ToldClash) => void,
): { readonly carried: number; readonly homeless: number } => {
  const now = loadStanding(db, to, at);
  let [carried, homeless, isMarked] = [0, 0, false];
  if (now === undefined || from.corrections.length === 0) return { carried, homeless };
  const documents = new Map(now.file.documents.map((record) => [record.document.id, record]));
  for (const old of from.documents) {
    const own = from.corrections.filter(({ documentId }) => documentId === old.document.id);
    const record = own.length === 0 ? undefined : findCounterpart(old, now.file.documents);
    const target = record ?? now.file.documents[0];
    if (own.length === 0 || target === undefined) continue;
    const result = record === undefined ? { placed: [], homeless: own } : placeCorrections(old, own, record);
    const { id } = target.document;
    // What a person took back here is not brought again.
    const known = listHistory(db, id);
    const unknown = result.placed
      .filter((one) => !known.some((other) => isEqual(one, other)))
      .map((one): Correction => ({ seen: see(target, one), ...one }));
    const clashes = onClash === undefined ? [] : findClashes(known, unknown, from, target);
    for (const clash of clashes) onClash?.(clash);
    if (unknown.length > 0) bring(db, id, unknown, at);
    carried += unknown.length;
    const marked = documents.get(id) ?? target;
    const lost = result.homeless.map((one) => noteHomeless(one, old));
    const notes = [...lost, ...clashes.map(noteClash)];
    const fresh = notes.filter((note) => !isNoted(marked.document.notes, note));
    homeless += fresh.filter((note) => lost.includes(note)).length;
    if (fresh.length === 0) continue;
    isMarked = true;
    documents.set(id, addNotes(marked, fresh));
  }
  if (isMarked) saveFile(db, { ...now.file, documents: [...documents.values()], at });
  return { carried, homeless };
};
