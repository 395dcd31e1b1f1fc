import { readGlossary } from '../../extractors/bodies/abbreviations.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { applyCorrections } from '../tracker/apply-corrections.js';
import { listCorrections } from './corrections.js';
import { joinWords } from './index-text.js';
import { loadDocumentsOfFile } from './load-document.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** Words under which a paper is found: those of its header, and those of its pages. */
export interface PaperRow {
  readonly key: number;
  readonly header: string;
  readonly text: string;
}

/** Pages of a file that a document stands on, by number. The documents of a file follow one another. */
export interface PageRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Which pages of its file each of its documents, in their order, stands on. One may begin on the page on which another ends: where
 * the counts do not tell, each is looked for on all pages.
 */
export const splitPages = (counts: readonly number[], pages: number): PageRange[] => {
  const shared = counts.reduce((sum, count) => sum + count, 0) - pages;
  if (shared !== 0 && shared !== counts.length - 1) return counts.map(() => ({ first: 1, last: pages }));
  let next = 1;
  return counts.map((count) => {
    const range = { first: next, last: next + count - 1 };
    next = range.last + (shared === 0 ? 1 : 0);
    return range;
  });
};

const joinHeader = ({ number, type, subject, issuer, signer, recipients }: ExportedDocument['document']): string =>
  [number, type, issuer, subject, signer.authority, signer.position, signer.name, ...recipients]
    .filter((part) => part !== null)
    .map(joinWords)
    .join(' ');

const learnAbbreviations = (db: Store, key: number, text: string): void => {
  prepare(db, 'DELETE FROM abbreviation WHERE document_key = ?').run(key);
  const add = prepare(
    db,
    'INSERT OR IGNORE INTO abbreviation (document_key, short, long, short_folded, long_folded) VALUES (?, ?, ?, ?, ?)',
  );
  for (const [short, long] of readGlossary(text)) add.run(key, short, long, joinWords(short), joinWords(long));
};

const TEXTS = 'SELECT number, text FROM page WHERE file_key = ? ORDER BY number';
const KEY = 'SELECT document_key AS key FROM document WHERE id = ?';

/**
 * The index rows of the papers of a file, as people corrected their headers; what they abbreviate is learnt on the way. The caller
 * holds the transaction and writes the rows last: see insertPaperRows.
 */
export const buildPaperRows = (
  db: Store,
  fileKey: number,
  records: readonly ExportedDocument[] = loadDocumentsOfFile(db, fileKey),
): PaperRow[] => {
  const pages = prepare<{ number: number; text: string }>(db, TEXTS).all(fileKey);
  const ranges = splitPages(
    records.map(({ document }) => document.source.pageCount),
    pages.length,
  );
  return records.flatMap((record, at) => {
    const found = prepare<{ key: number }>(db, KEY).get(record.document.id);
    const range = ranges[at];
    if (found === undefined || range === undefined) return [];
    const { document } = applyCorrections(record, listCorrections(db, record.document.id));
    const text = pages
      .filter(({ number }) => number >= range.first && number <= range.last)
      .map((page) => page.text)
      .join('\n');
    learnAbbreviations(db, found.key, text);
    return [{ key: found.key, header: joinHeader(document), text: joinWords(text) }];
  });
};

/** Writes index rows of papers in place of earlier ones; like those of directives they go last in a transaction. */
export const insertPaperRows = (db: Store, rows: readonly PaperRow[]): void => {
  const insert = prepare(db, 'INSERT OR REPLACE INTO paper_fts (rowid, header, text) VALUES (?, ?, ?)');
  for (const { key, header, text } of rows) insert.run(key, header, text);
};
