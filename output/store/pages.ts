import type { Edit, RepairedDocument, RepairedPage, Word } from '../../schemas/stages.js';
import { packColumns, unpackColumns } from './pack-columns.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** Text between the end of page `index` and the next one; null when it is what it always is. */
const gapAfter = (text: string, pages: readonly RepairedPage[], index: number, key: 'span' | 'rawSpan') => {
  const next = pages[index + 1];
  const gap = text.slice(pages[index]?.[key].end, next === undefined ? text.length : next[key].start);
  return gap === (next === undefined ? '' : '\f') ? null : gap;
};

const packWords = (words: readonly Word[], rawText: string): Buffer | null =>
  words.length === 0
    ? null
    : packColumns({
        start: words.map((w) => w.span.start),
        end: words.map((w) => w.span.end),
        left: words.map((w) => w.box.left),
        top: words.map((w) => w.box.top),
        right: words.map((w) => w.box.right),
        bottom: words.map((w) => w.box.bottom),
        confidence: words.map((w) => w.confidence),
        // null: the span of the raw text says it.
        text: words.map((w) => (rawText.slice(w.span.start, w.span.end) === w.text ? null : w.text)),
      });

type Columns = ReturnType<typeof unpackColumns>;

const toNumber = (value: number | string | null | undefined): number => Number(value);

const unpackWords = (blob: Uint8Array | null, rawText: string): Word[] => {
  if (blob === null) return [];
  const c: Columns = unpackColumns(blob);
  return (c.start ?? []).map((start, i) => {
    const span = { start: toNumber(start), end: toNumber(c.end?.[i]) };
    const text = c.text?.[i] ?? rawText.slice(span.start, span.end);
    const box = {
      left: toNumber(c.left?.[i]),
      top: toNumber(c.top?.[i]),
      right: toNumber(c.right?.[i]),
      bottom: toNumber(c.bottom?.[i]),
    };
    return { text: String(text), span, box, confidence: toNumber(c.confidence?.[i]) };
  });
};

const packEdits = (edits: readonly Edit[]): Buffer =>
  packColumns({
    rawStart: edits.map((e) => e.raw.start),
    rawEnd: edits.map((e) => e.raw.end),
    start: edits.map((e) => e.repaired.start),
    end: edits.map((e) => e.repaired.end),
    confidence: edits.map((e) => e.confidence),
    by: edits.map((e) => e.by),
  });

const unpackEdits = (blob: Uint8Array): Edit[] => {
  const c = unpackColumns(blob);
  return (c.rawStart ?? []).map((start, i) => ({
    raw: { start: toNumber(start), end: toNumber(c.rawEnd?.[i]) },
    repaired: { start: toNumber(c.start?.[i]), end: toNumber(c.end?.[i]) },
    confidence: toNumber(c.confidence?.[i]),
    by: String(c.by?.[i]),
  }));
};

/** Writes the text layers of a file: pages, edits, doubtful words. The caller holds the transaction. */
export const insertPages = (db: Store, fileKey: number, repaired: RepairedDocument): void => {
  const { pages, text, rawText, edits } = repaired;
  const insert = prepare(
    db,
    `INSERT INTO page (file_key, number, text, raw_text, text_start, raw_start, gap, raw_gap, origin, reason, quality,
       repaired, confidence, image_width, image_height, words)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [index, page] of pages.entries()) {
    const pageText = text.slice(page.span.start, page.span.end);
    const raw = rawText.slice(page.rawSpan.start, page.rawSpan.end);
    insert.run(
      fileKey,
      page.number,
      pageText,
      raw === pageText ? null : raw,
      page.span.start,
      page.rawSpan.start,
      gapAfter(text, pages, index, 'span'),
      gapAfter(rawText, pages, index, 'rawSpan'),
      page.origin,
      page.reason,
      page.quality,
      page.repaired ? 1 : 0,
      page.confidence,
      page.imageSize?.width ?? null,
      page.imageSize?.height ?? null,
      packWords(page.words, rawText),
    );
  }
  if (edits.length > 0)
    prepare(db, 'INSERT INTO edit_map (file_key, edits) VALUES (?, ?)').run(fileKey, packEdits(edits));
  const insertDoubt = prepare(
    db,
    `INSERT INTO doubtful_word (file_key, ordinal, span_start, span_end, raw, repaired, confidence)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [index, w] of repaired.doubtfulWords.entries())
    insertDoubt.run(fileKey, index + 1, w.span.start, w.span.end, w.raw, w.repaired, w.confidence);
};

/** Removes what insertPages wrote. */
export const deletePages = (db: Store, fileKey: number): void => {
  for (const table of ['page', 'edit_map', 'doubtful_word'])
    prepare(db, `DELETE FROM ${table} WHERE file_key = ?`).run(fileKey);
};

interface PageRow {
  readonly number: number;
  readonly text: string;
  readonly raw_text: string | null;
  readonly text_start: number;
  readonly raw_start: number;
  readonly gap: string | null;
  readonly raw_gap: string | null;
  readonly origin: RepairedPage['origin'];
  readonly reason: string;
  readonly quality: RepairedPage['quality'];
  readonly repaired: number;
  readonly confidence: number | null;
  readonly image_width: number | null;
  readonly image_height: number | null;
  readonly words: Uint8Array | null;
}

/** Gives back the text layers of a file as they were handed to insertPages, but for `file`. */
export const loadPages = (db: Store, fileKey: number): Omit<RepairedDocument, 'file'> => {
  const rows = prepare<PageRow>(db, 'SELECT * FROM page WHERE file_key = ? ORDER BY number').all(fileKey);
  const join = (pick: (row: PageRow) => string, gap: (row: PageRow) => string | null): string =>
    rows.map((row, i) => pick(row) + (gap(row) ?? (i + 1 < rows.length ? '\f' : ''))).join('');
  const text = join(
    (row) => row.text,
    (row) => row.gap,
  );
  const rawText = join(
    (row) => row.raw_text ?? row.text,
    (row) => row.raw_gap,
  );
  const pages = rows.map(
    (row): RepairedPage => ({
      number: row.number,
      origin: row.origin,
      reason: row.reason,
      quality: row.quality,
      rawSpan: { start: row.raw_start, end: row.raw_start + (row.raw_text ?? row.text).length },
      span: { start: row.text_start, end: row.text_start + row.text.length },
      words: unpackWords(row.words, rawText),
      confidence: row.confidence,
      imageSize:
        row.image_width === null || row.image_height === null
          ? null
          : { width: row.image_width, height: row.image_height },
      repaired: row.repaired === 1,
    }),
  );
  const edits = prepare<{ edits: Uint8Array }>(db, 'SELECT edits FROM edit_map WHERE file_key = ?').get(fileKey);
  const doubts = prepare<{ span_start: number; span_end: number; raw: string; repaired: string; confidence: number }>(
    db,
    'SELECT span_start, span_end, raw, repaired, confidence FROM doubtful_word WHERE file_key = ? ORDER BY ordinal',
  ).all(fileKey);
  return {
    rawText,
    text,
    pages,
    edits: edits === undefined ? [] : unpackEdits(edits.edits),
    doubtfulWords: doubts.map((w) => ({
      span: { start: w.span_start, end: w.span_end },
      raw: w.raw,
      repaired: w.repaired,
      confidence: w.confidence,
    })),
  };
};
