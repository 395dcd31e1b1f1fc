import type { PageWord } from '../../schemas/page-print.js';
import type { RepairedDocument, RepairedPage } from '../../schemas/stages.js';
import { FILE_SIGNATURE } from '../tables/document.js';
import { DOUBTFUL_WORD, EDIT_MAP, EDITS, PAGE, type PageRow, WORDS } from '../tables/page.js';
import { selectFrom } from '../tables/table.js';
import { insertRow, loadRow, loadRows } from './rows.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** Text between the end of page `index` and the next one; null when it is what it always is. */
const gapAfter = (text: string, pages: readonly RepairedPage[], index: number, key: 'span' | 'rawSpan') => {
  const next = pages[index + 1];
  const gap = text.slice(pages[index]?.[key].end, next === undefined ? text.length : next[key].start);
  return gap === (next === undefined ? '' : '\f') ? null : gap;
};

const packWords = (words: readonly PageWord[], rawText: string): Buffer | null => {
  if (words.length === 0) return null;
  return WORDS.pack(
    words.map((word) => ({
      ...word,
      text: rawText.slice(word.span.start, word.span.end) === word.text ? null : word.text,
    })),
  );
};

const unpackWords = (blob: Uint8Array | null, rawText: string): PageWord[] =>
  blob === null
    ? []
    : WORDS.unpack(blob).map((word) => ({
        ...word,
        text: word.text ?? rawText.slice(word.span.start, word.span.end),
      }));

/** Writes the text layers of a file: pages, edits, doubtful words, and its signatures. The caller holds the transaction. */
export const insertPages = (db: Store, fileKey: number, repaired: RepairedDocument): void => {
  const { pages, text, rawText, edits } = repaired;
  for (const [index, page] of pages.entries()) {
    const own = text.slice(page.span.start, page.span.end);
    const raw = rawText.slice(page.rawSpan.start, page.rawSpan.end);
    const row: PageRow = {
      ...page,
      text: own,
      rawText: raw === own ? null : raw,
      textStart: page.span.start,
      rawStart: page.rawSpan.start,
      gap: gapAfter(text, pages, index, 'span'),
      rawGap: gapAfter(rawText, pages, index, 'rawSpan'),
      words: packWords(page.words, rawText),
    };
    insertRow(db, PAGE, { fileKey }, row);
  }
  if (edits.length > 0) insertRow(db, EDIT_MAP, { fileKey }, { edits: EDITS.pack(edits) });
  for (const [index, word] of repaired.doubtfulWords.entries())
    insertRow(db, DOUBTFUL_WORD, { fileKey, ordinal: index + 1 }, word);
  for (const [index, signature] of (repaired.signatures ?? []).entries())
    insertRow(db, FILE_SIGNATURE, { fileKey, ordinal: index + 1 }, signature);
};

/** Removes what insertPages wrote. */
export const deletePages = (db: Store, fileKey: number): void => {
  for (const table of ['page', 'edit_map', 'doubtful_word', 'file_signature'])
    prepare(db, `DELETE FROM ${table} WHERE file_key = ?`).run(fileKey);
};

const PAGES = selectFrom(PAGE, [], 'WHERE file_key = ? ORDER BY number');
const EDITS_OF_FILE = selectFrom(EDIT_MAP, [], 'WHERE file_key = ?');
const DOUBTS = selectFrom(DOUBTFUL_WORD, [], 'WHERE file_key = ? ORDER BY ordinal');

const SIGNATURES = selectFrom(FILE_SIGNATURE, [], 'WHERE file_key = ? ORDER BY ordinal');

const joinPages = (
  rows: readonly PageRow[],
  pick: (row: PageRow) => string,
  gap: (row: PageRow) => string | null,
): string => rows.map((row, i) => pick(row) + (gap(row) ?? (i + 1 < rows.length ? '\f' : ''))).join('');

const toPage = (row: PageRow, documentRaw: string): RepairedPage => {
  const { text, rawText, textStart, rawStart, gap: _gap, rawGap: _rawGap, words, ...page } = row;
  return {
    ...page,
    rawSpan: { start: rawStart, end: rawStart + (rawText ?? text).length },
    span: { start: textStart, end: textStart + text.length },
    words: unpackWords(words, documentRaw),
  };
};

/** Gives back the text layers of a file as they were handed to insertPages, but for `file`. */
export const loadPages = (db: Store, fileKey: number): Omit<RepairedDocument, 'file'> => {
  const rows = loadRows(db, PAGES, fileKey).map(({ value }) => value);
  const text = joinPages(
    rows,
    (row) => row.text,
    (row) => row.gap,
  );
  const rawText = joinPages(
    rows,
    (row) => row.rawText ?? row.text,
    (row) => row.rawGap,
  );
  const edits = loadRow(db, EDITS_OF_FILE, fileKey);
  const signatures = loadRows(db, SIGNATURES, fileKey).map(({ value }) => value);
  return {
    rawText,
    text,
    pages: rows.map((row) => toPage(row, rawText)),
    edits: edits === undefined ? [] : EDITS.unpack(edits.value.edits),
    doubtfulWords: loadRows(db, DOUBTS, fileKey).map(({ value }) => value),
    ...(signatures.length === 0 ? {} : { signatures }),
  };
};
