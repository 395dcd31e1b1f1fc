import type { ExportedDocument } from '../../schemas/export.js';
import { buildIndexWords } from './index-text.js';
import { internBody, internIssuer, internType } from './intern.js';
import type { Store } from './open-database.js';
import { prepare } from './statements.js';

/**
 * Removes a stored document with everything below it; the caller holds the transaction. The full-text index keeps no
 * copy of its text, so it must be told what to forget: `record` is the document exactly as it is stored.
 */
export const deleteDocument = (db: Store, record: ExportedDocument): void => {
  const { document } = record;
  const issuer = internIssuer(db, document.issuer);
  const type = internType(db, document.type);
  const findKey = prepare<{ key: number }>(db, 'SELECT directive_key AS key FROM directive WHERE id = ?');
  const forget = prepare(db, `INSERT INTO directive_fts (directive_fts, rowid, words) VALUES ('delete', ?, ?)`);
  for (const directive of record.directives) {
    const found = findKey.get(directive.id);
    if (found === undefined) continue;
    const bodies = directive.assignments.flatMap((a) => a.bodies.map((body) => internBody(db, body).body));
    forget.run(found.key, buildIndexWords(document, directive, { issuer, type, bodies }));
  }
  prepare(db, 'DELETE FROM document WHERE id = ?').run(document.id);
};
