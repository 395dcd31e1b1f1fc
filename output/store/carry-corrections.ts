import type { Correction } from '../../schemas/correction.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { type Bilingual, makeNote } from '../../schemas/note.js';
import { findCounterpart } from '../tracker/judge-files.js';
import { placeCorrections } from '../tracker/place-corrections.js';
import { listCorrections } from './corrections.js';
import { saveCorrections } from './save-correction.js';
import { saveFile } from './save-file.js';
import type { Store } from './store.js';
import { loadStanding } from './take-out.js';

/** Documents of a file with the corrections of each. */
export interface Corrected {
  readonly documents: readonly ExportedDocument[];
  readonly corrections: readonly Correction[];
}

const FIELD_NAMES: Readonly<Record<string, Bilingual>> = {
  due: { vi: 'hạn xử lý', en: 'day due' },
  lead: { vi: 'chủ trì', en: 'lead body' },
  text: { vi: 'nội dung', en: 'text' },
  review: { vi: 'rà soát', en: 'review' },
  number: { vi: 'số, ký hiệu', en: 'number' },
  type: { vi: 'loại văn bản', en: 'type' },
  issuer: { vi: 'cơ quan ban hành', en: 'issuer' },
  place: { vi: 'địa danh', en: 'place' },
  subject: { vi: 'trích yếu', en: 'subject' },
  issuedOn: { vi: 'ngày ban hành', en: 'issue date' },
  heldOn: { vi: 'ngày họp', en: 'day of the meeting' },
  meetingNumber: { vi: 'hội nghị lần thứ', en: 'meeting' },
};

const noteHomeless = ({ directiveId, field, newValue, correctedBy }: Correction, old: ExportedDocument) => {
  const item = old.directives.find(({ id }) => id === directiveId)?.number;
  const name = FIELD_NAMES[field] ?? { vi: field, en: field };
  const where = item === undefined ? name : { vi: `mục ${item}, ${name.vi}`, en: `item ${item}, ${name.en}` };
  // The sentence quotes no text of a paper; the note holds it.
  const value = newValue === null ? '—' : field === 'text' ? '…' : newValue;
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
