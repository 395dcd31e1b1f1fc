import type { Correction } from '../../schemas/correction.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { applyCorrections } from '../tracker/apply-corrections.js';
import { countsAsTask } from '../tracker/counts-as-task.js';
import { listCorrections } from './corrections.js';
import { buildIndexWords, buildPassageWords } from './index-text.js';
import { internBody, internIssuer, internType, internWords } from './intern.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** Words under which the full-text index knows a directive, or an unclaimed passage. */
export interface IndexRow {
  /** directive_key; of a passage the negative of its unclaimed_key, so that the two never meet. */
  readonly key: number;
  readonly words: string;
}

/**
 * The index rows of a stored document as people corrected it: a corrected lead or day is found by filters, and what is
 * no task is not found at all: a lead-in, a heading, what a person called none. The same document with the same corrections always gives the same rows,
 * which is what forgetIndexRows lives on.
 */
export const buildIndexRows = (
  db: Store,
  record: ExportedDocument,
  corrections: readonly Correction[] = listCorrections(db, record.document.id),
): IndexRow[] => {
  const { document, directives } = applyCorrections(record, corrections);
  const issuer = internIssuer(db, document.issuer);
  const type = internType(db, document.type);
  const findKey = prepare<{ key: number }>(db, 'SELECT directive_key AS key FROM directive WHERE id = ?');
  const met = new Set<string>();
  const rows = directives
    .filter((directive) => countsAsTask(directive, corrections))
    .flatMap((directive) => {
      const found = findKey.get(directive.id);
      if (found === undefined) return [];
      const bodies = directive.assignments.flatMap((a) => a.bodies.map((body) => internBody(db, body).bodyKey));
      return [{ key: found.key, words: buildIndexWords(document, directive, { issuer, type, bodies }, met) }];
    });
  const passages = prepare<{ key: number }>(
    db,
    `SELECT unclaimed_key AS key FROM unclaimed u JOIN document d ON d.document_key = u.document_key
     WHERE d.id = ? ORDER BY u.ordinal`,
  )
    .all(document.id)
    .flatMap(({ key }, at) => {
      const passage = document.unclaimed[at];
      const words = passage === undefined ? '' : buildPassageWords(document, passage, { issuer, type }, met);
      return passage === undefined ? [] : [{ key: -key, words }];
    });
  internWords(db, met);
  return [...rows, ...passages];
};

/**
 * Writes index rows. They go last in a transaction: every other statement makes FTS5 write out what it gathered, and
 * gathering many rows is what makes it fast.
 */
export const insertIndexRows = (db: Store, rows: readonly IndexRow[]): void => {
  const insert = prepare(db, 'INSERT INTO directive_fts (rowid, words) VALUES (?, ?)');
  for (const { key, words } of rows) insert.run(key, words);
};

/** Removes index rows. The index keeps no copy of its words, so they must be exactly those that were inserted. */
export const forgetIndexRows = (db: Store, rows: readonly IndexRow[]): void => {
  const forget = prepare(db, `INSERT INTO directive_fts (directive_fts, rowid, words) VALUES ('delete', ?, ?)`);
  for (const { key, words } of rows) forget.run(key, words);
};
