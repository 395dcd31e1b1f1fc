import { readIsoDate } from '../../language/calendar/civil-date.js';
import { brokenPromise } from '../../pipeline/base/errors.js';
import type { Correction } from '../../schemas/correction.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { IsoDate } from '../../schemas/span.js';
import { isRole } from '../tracker/correct-task.js';
import { splitNames } from '../tracker/corrected-value.js';
import { isMadeId, seeDoubts, seeTask } from '../tracker/place-in-reading.js';
import { recordChange } from './changes.js';
import { insertCorrection, settleUndone } from './corrections.js';
import { buildPaperRows, insertPaperRows } from './index-papers.js';
import { buildIndexRows, forgetIndexRows, insertIndexRows } from './index-rows.js';
import { loadDocument } from './load-document.js';
import { runTransaction } from './save-file.js';
import { settleCorrections } from './settle-corrections.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';
import { writeFacts } from './write-facts.js';
import { refreshPlaces } from './write-places.js';

const findFileKey = (db: Store, documentId: string): number =>
  prepare<{ key: number }>(db, 'SELECT file_key AS key FROM document WHERE id = ?').get(documentId)?.key ?? 0;

const RealDay = IsoDate.refine((day) => readIsoDate(day) !== undefined, 'Expected a day of the calendar');

/** A day must be one; several names of a role are parted by "; ", as every list shows them, and none is null. */
const tidyCorrection = (correction: Correction): Correction => {
  const { field, newValue, detail, undoes } = correction;
  // An undo gives back what was read, which may be a wording without a day.
  if (field === 'due' && newValue !== null && detail?.kind !== 'due' && undoes === undefined) RealDay.parse(newValue);
  if (!isRole(field)) return correction;
  const names = splitNames(newValue).join('; ');
  return { ...correction, newValue: names === '' ? null : names };
};

/** What the reading says of what is corrected; undefined for what a person made, and for single fields of a header. */
export const see = (reading: ExportedDocument, { directiveId, field }: Correction): Correction['seen'] => {
  if (directiveId === null) return field === 'review' ? seeDoubts(reading) : undefined;
  const read = reading.directives.find(({ id }) => id === directiveId && !isMadeId(id));
  return read === undefined ? undefined : seeTask(read);
};

/**
 * Changes the history of one document and brings everything in line with it: tables, index, facts, places. `touched`: what is
 * written or written anew. The caller holds the transaction. Returns what `write` gives, which is handed the reading.
 */
export const changeHistory = <Result>(
  db: Store,
  documentId: string,
  { touched, at }: { readonly touched: readonly Correction[]; readonly at: string },
  write: (reading: ExportedDocument | undefined) => Result,
): Result => {
  const reading = loadDocument(db, documentId);
  const before = reading === undefined ? [] : buildIndexRows(db, reading);
  const result = write(reading);
  if (touched.some(({ undoes }) => undoes !== undefined)) settleUndone(db, documentId);
  recordChange(db, 'insert', 'correction', documentId, at);
  if (reading === undefined) return result;
  const stored = settleCorrections(db, reading);
  writeFacts(db, reading, stored);
  if (touched.some(({ field, undoes }) => field !== 'review' || undoes !== undefined))
    refreshPlaces(db, reading.document.source.sha256, [stored]);
  forgetIndexRows(db, before);
  insertIndexRows(db, buildIndexRows(db, reading));
  if (touched.some(({ directiveId }) => directiveId === null))
    insertPaperRows(db, buildPaperRows(db, findFileKey(db, documentId)));
  return result;
};

/** Writes corrections of one document, and brings everything in line with them; the caller holds the transaction. */
const writeCorrections = (db: Store, documentId: string, corrections: readonly Correction[]): readonly number[] =>
  changeHistory(db, documentId, { touched: corrections, at: corrections[0]?.correctedAt ?? '' }, (reading) =>
    corrections.map((given) => {
      const one = tidyCorrection(given);
      return insertCorrection(db, reading === undefined ? one : { seen: see(reading, one), ...one });
    }),
  );

/**
 * Adds corrections, all or none. They are tied to stable ids and to what was read, so they outlive every new reading of the
 * file; tables, search and exports follow them at once. Returns their keys in the history.
 */
export const saveCorrections = (db: Store, corrections: readonly Correction[]): readonly number[] =>
  runTransaction(db, () => {
    const ids = new Set(corrections.map(({ documentId }) => documentId));
    const keys = new Map<Correction, number>();
    for (const id of ids) {
      const own = corrections.filter(({ documentId }) => documentId === id);
      const written = writeCorrections(db, id, own);
      for (const [i, one] of own.entries()) keys.set(one, written[i] ?? 0);
    }
    return corrections.map((one) => keys.get(one) ?? 0);
  });

/**
 * Adds one correction: saveCorrections. Returns its key.
 * `saveCorrection(db, { documentId, directiveId, field: 'due', oldValue: null, newValue: '2025-08-01', … })`
 */
export const saveCorrection = (db: Store, correction: Correction): number => {
  const [key] = saveCorrections(db, [correction]);
  if (key === undefined) throw brokenPromise('a key for the correction', 'none');
  return key;
};
