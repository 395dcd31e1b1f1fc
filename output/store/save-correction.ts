import { readIsoDate } from '../../language/calendar/civil-date.js';
import type { Correction } from '../../schemas/correction.js';
import { IsoDate } from '../../schemas/span.js';
import { CORRECTION } from '../tables/correction.js';
import { splitNames } from '../tracker/corrected-value.js';
import { recordChange } from './changes.js';
import { writeCorrectedDues } from './corrections.js';
import { buildPaperRows, insertPaperRows } from './index-papers.js';
import { buildIndexRows, forgetIndexRows, insertIndexRows } from './index-rows.js';
import { forgetKeys } from './intern.js';
import { loadDocument } from './load-document.js';
import { insertRow } from './rows.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

const findFileKey = (db: Store, documentId: string): number =>
  prepare<{ key: number }>(db, 'SELECT file_key AS key FROM document WHERE id = ?').get(documentId)?.key ?? 0;

const RealDay = IsoDate.refine((day) => readIsoDate(day) !== undefined, 'Expected a day of the calendar');

/** A day must be one; several names of a lead are parted by "; ", as every list shows them, and none is null. */
const tidyCorrection = (correction: Correction): Correction => {
  if (correction.field === 'due' && correction.newValue !== null) RealDay.parse(correction.newValue);
  if (correction.field !== 'lead') return correction;
  const names = splitNames(correction.newValue).join('; ');
  return { ...correction, newValue: names === '' ? null : names };
};

/**
 * Adds a correction. It is tied to stable ids, so it outlives every new reading of the file; search and exports follow
 * it at once. `saveCorrection(db, { documentId, directiveId, field: 'due', oldValue: null, newValue: '2025-08-01', … })`
 */
export const saveCorrection = (db: Store, correction: Correction): void => {
  const c = tidyCorrection(correction);
  const save = db.transaction(() => {
    const record = loadDocument(db, c.documentId);
    const before = record === undefined ? [] : buildIndexRows(db, record);
    insertRow(db, CORRECTION, {}, c);
    recordChange(db, 'insert', 'correction', c.documentId, c.correctedAt);
    if (record === undefined) return;
    writeCorrectedDues(db, record);
    forgetIndexRows(db, before);
    insertIndexRows(db, buildIndexRows(db, record));
    if (c.directiveId === null) insertPaperRows(db, buildPaperRows(db, findFileKey(db, c.documentId)));
  });
  try {
    save.immediate();
  } catch (error) {
    forgetKeys(db);
    throw error;
  }
};
