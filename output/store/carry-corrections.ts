import type { Correction } from '../../schemas/correction.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { makeNote } from '../../schemas/note.js';
import { nameField } from '../tracker/field-names.js';
import { findCounterpart } from '../tracker/judge-files.js';
import { placeCorrections } from '../tracker/place-corrections.js';
import { listCorrections } from './corrections.js';
import { saveCorrections } from './save-correction.js';
import { saveFile } from './save-file.js';
import type { Store } from './store.js';
import { type Corrected, loadStanding } from './take-out.js';

/** Fields whose value is text of the paper. */
const QUOTING: ReadonlySet<string> = new Set(['text', 'split', 'merge', 'add']);

const noteHomeless = (correction: Correction, old: ExportedDocument) => {
  const { directiveId, field, newValue, correctedBy, seen } = correction;
  const item = old.directives.find(({ id }) => id === directiveId)?.number ?? seen?.number;
  const name = nameField(correction);
  const where = item === undefined ? name : { vi: `mục ${item}, ${name.vi}`, en: `item ${item}, ${name.en}` };
  // The sentence quotes no text of a paper; the note holds it.
  const value = newValue === null ? '—' : QUOTING.has(field) ? '…' : newValue;
  return makeNote('identity/correction-homeless', { actual: newValue ?? '—' }, { where, value, by: correctedBy });
};

const isEqual = (one: Correction, other: Correction): boolean =>
  one.directiveId === other.directiveId &&
  one.field === other.field &&
  one.newValue === other.newValue &&
  one.correctedBy === other.correctedBy &&
  one.correctedAt === other.correctedAt;

/**
 * Carries the corrections of a file that counts no more over to the one that counts now; those that find no place are noted on
 * its documents, for review, and stay with the other file. Done twice, it does nothing the second time. The caller holds the
 * transaction. Returns how many were carried over and how many found no place.
 */
export const carryCorrections = (
  db: Store,
  from: Corrected,
  to: string,
  at: string,
): { readonly carried: number; readonly homeless: number } => {
  const now = loadStanding(db, to, at);
  let [carried, homeless] = [0, 0];
  if (now === undefined || from.corrections.length === 0) return { carried, homeless };
  const documents = new Map(now.file.documents.map((record) => [record.document.id, record]));
  for (const old of from.documents) {
    const own = from.corrections.filter(({ documentId }) => documentId === old.document.id);
    const record = own.length === 0 ? undefined : findCounterpart(old, now.file.documents);
    const target = record ?? now.file.documents[0];
    if (own.length === 0 || target === undefined) continue;
    const result = record === undefined ? { placed: [], homeless: own } : placeCorrections(old, own, record);
    const { id } = target.document;
    const known = listCorrections(db, id);
    const unknown = result.placed.filter((one) => !known.some((other) => isEqual(one, other)));
    if (unknown.length > 0) saveCorrections(db, unknown);
    carried += unknown.length;
    const marked = documents.get(id) ?? target;
    const notes = result.homeless.map((one) => noteHomeless(one, old));
    const fresh = notes.filter(
      ({ rule, message }) =>
        !marked.document.notes.some((note) => note.rule === rule && note.message.vi === message.vi),
    );
    homeless += fresh.length;
    if (fresh.length === 0) continue;
    const document = { ...marked.document, needsReview: true, notes: [...marked.document.notes, ...fresh] };
    documents.set(id, { ...marked, document });
  }
  if (homeless > 0) saveFile(db, { ...now.file, documents: [...documents.values()], at });
  return { carried, homeless };
};
