import { z } from 'zod';
import type { Bilingual } from '../../schemas/note.js';
import { IsoDate } from '../../schemas/span.js';
import { guard } from '../store/database-error.js';
import { foldWords } from '../store/fold-words.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { DOCUMENT_NEEDS_REVIEW, IS_TASK, NEEDS_REVIEW, OPEN_DOUBT } from '../tracker/task-sql.js';
import { resolveReason } from './review-reasons.js';

/** What a list of documents can be narrowed by; together they narrow. Names are compared by whole words, without marks. */
export const DocumentFilters = z
  .object({
    /** A doubt is open: documentNeedsReview. — cần xem lại */
    needsReview: z.boolean().optional(),
    /** An open doubt of this rule, by its id or its room: `outline/numbering-hole`, `header`. — lý do */
    why: z.string().optional(),
    withoutNumber: z.boolean().optional(),
    withoutDate: z.boolean().optional(),
    /** Stored by this batch. — lượt nạp */
    batch: z.int().optional(),
    /** cơ quan ban hành */
    issuer: z.string().optional(),
    /** loại văn bản */
    type: z.string().optional(),
    /** Year of issue. */
    year: z.int().optional(),
    /** Issued on this day or later, and on this day or earlier. — ban hành từ, đến */
    issuedAfter: IsoDate.optional(),
    issuedBefore: IsoDate.optional(),
  })
  .readonly();
export type DocumentFilters = z.infer<typeof DocumentFilters>;

/** Why a document is to be reviewed: a rule with its first sentence, and how often it stands in the document. */
export interface ReviewReason {
  readonly rule: string;
  readonly message: Bilingual;
  readonly count: number;
}

/** One line of a list of documents, as people corrected it. */
export interface ListedDocument {
  readonly id: string;
  readonly type: string | null;
  readonly number: string | null;
  readonly issuedOn: IsoDate | null;
  readonly issuer: string | null;
  readonly tasks: number;
  /** Tasks to review. */
  readonly toReview: number;
  readonly needsReview: boolean;
  /** Doubts that are open, those about the whole document first. */
  readonly reasons: readonly ReviewReason[];
  readonly path: string;
  readonly part: number;
  readonly batch: number | null;
  /** Paths of other files of the same paper. — bản trùng */
  readonly copies: readonly string[];
}

export interface DocumentPage {
  /** All that the filters let through. */
  readonly total: number;
  readonly documents: readonly ListedDocument[];
}

/** Where header fields stand. */
const HEADER = { type: 't.name', number: 'd.number', issuer: 'i.name', issuedOn: 'd.issued_on' } as const;
type HeaderField = keyof typeof HEADER;
const FIELDS: readonly HeaderField[] = ['type', 'number', 'issuer', 'issuedOn'];

const FROM = `document d JOIN file f ON f.file_key = d.file_key
  LEFT JOIN document_type t ON t.type_key = d.type_key LEFT JOIN issuer i ON i.issuer_key = d.issuer_key`;

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

type Value = string | number;

/** Conditions and their values in order. */
const toConditions = (
  db: Store,
  filters: DocumentFilters,
): { readonly sql: string; readonly values: readonly Value[] } => {
  const parts: string[] = [];
  const values: Value[] = [];
  const add = (part: string, ...more: readonly Value[]): void => {
    parts.push(part);
    values.push(...more);
  };
  if (filters.needsReview === true || filters.why !== undefined) add(DOCUMENT_NEEDS_REVIEW);
  if (filters.why !== undefined) {
    const rules = resolveReason(db, filters.why);
    add(
      `d.document_key IN (SELECT n.document_key FROM note n
        LEFT JOIN directive x ON x.document_key = n.document_key AND x.ordinal = n.directive_ordinal
        WHERE n.rule IN (${marks(rules)}) AND n.level <> 'info' AND (n.directive_ordinal = 0 OR (${OPEN_DOUBT})))`,
      ...rules,
    );
  }
  if (filters.withoutNumber === true) add(`${HEADER.number} IS NULL`);
  if (filters.withoutDate === true) add(`${HEADER.issuedOn} IS NULL`);
  if (filters.batch !== undefined) add('f.batch_key = ?', filters.batch);
  const byName = (name: string | undefined, field: HeaderField, table: string): void => {
    if (name === undefined) return;
    const known = `SELECT name FROM ${table} WHERE instr(' ' || folded || ' ', ?) > 0`;
    add(`${HEADER[field]} IN (${known})`, ` ${foldWords(name)} `);
  };
  byName(filters.issuer, 'issuer', 'issuer');
  byName(filters.type, 'type', 'document_type');
  if (filters.year !== undefined) {
    const year = String(filters.year).padStart(4, '0');
    add(`${HEADER.issuedOn} BETWEEN ? AND ?`, `${year}-01-01`, `${year}-12-31`);
  }
  if (filters.issuedAfter !== undefined) add(`${HEADER.issuedOn} >= ?`, filters.issuedAfter);
  if (filters.issuedBefore !== undefined) add(`${HEADER.issuedOn} <= ?`, filters.issuedBefore);
  return { sql: parts.length === 0 ? '' : `WHERE ${parts.map((part) => `(${part})`).join(' AND ')}`, values };
};

/** What filters come to, for who selects documents otherwise: what stands behind FROM and, if anything is asked, WHERE. */
export const documentConditions = (
  db: Store,
  filters: DocumentFilters,
): { readonly from: string; readonly where: string; readonly values: readonly Value[] } => {
  const { sql, values } = toConditions(db, filters);
  return { from: FROM, where: sql.replace(/^WHERE /u, ''), values };
};

interface DocumentRow extends Omit<ListedDocument, 'copies' | 'tasks' | 'toReview' | 'reasons' | 'needsReview'> {
  readonly key: number;
  readonly open: number;
}

const COUNTS = `SELECT x.document_key AS key, count(*) FILTER (WHERE ${IS_TASK}) AS tasks,
    count(*) FILTER (WHERE ${IS_TASK} AND ${NEEDS_REVIEW}) AS toReview
  FROM directive x WHERE x.document_key IN (SELECT value FROM json_each(?)) GROUP BY x.document_key`;

const REASONS = `SELECT n.document_key AS key, n.rule, m.vi, m.en, count(*) AS count, min(n.directive_ordinal) AS first
  FROM note n JOIN note_message m ON m.message_key = n.message_key
  LEFT JOIN directive x ON x.document_key = n.document_key AND x.ordinal = n.directive_ordinal
  WHERE n.document_key IN (SELECT value FROM json_each(?)) AND n.level <> 'info' AND (n.directive_ordinal = 0 OR (${OPEN_DOUBT}))
  GROUP BY n.document_key, n.rule ORDER BY n.document_key, n.level, first`;

const UNREAD = `SELECT document_key AS key, count(*) AS count FROM unclaimed
  WHERE document_key IN (SELECT value FROM json_each(?)) AND why = 'unread' GROUP BY document_key`;
const COPIES = `SELECT d.document_key AS key, r.path FROM document d JOIN file f ON f.file_key = d.file_key
  JOIN removed r ON r.stands_behind = f.sha256 AND r.stands_as = 'copy'
    AND (r.batch_key IS NULL OR r.batch_key NOT IN (SELECT batch_key FROM batch WHERE undone_at IS NOT NULL))
  WHERE d.document_key IN (SELECT value FROM json_each(?)) ORDER BY r.path`;
const UNREAD_MESSAGE: Bilingual = { vi: 'Có chữ in chưa đọc được.', en: 'Some print was not read.' };

/** Adds what is counted of the documents of one page: three statements for all of them. */
const complete = (db: Store, rows: readonly DocumentRow[]): ListedDocument[] => {
  const keys = JSON.stringify(rows.map(({ key }) => key));
  const counts = new Map(
    prepare<{ key: number; tasks: number; toReview: number }>(db, COUNTS)
      .all(keys)
      .map((row) => [row.key, row]),
  );
  const reasons = new Map<number, ReviewReason[]>();
  const addReason = (key: number, reason: ReviewReason): void => {
    const own = reasons.get(key);
    if (own === undefined) reasons.set(key, [reason]);
    else own.push(reason);
  };
  const notes = prepare<{ key: number; rule: string; vi: string; en: string; count: number }>(db, REASONS).all(keys);
  for (const { key, rule, vi, en, count } of notes) addReason(key, { rule, message: { vi, en }, count });
  for (const { key, count } of prepare<{ key: number; count: number }>(db, UNREAD).all(keys))
    addReason(key, { rule: 'unclaimed/unread', message: UNREAD_MESSAGE, count });
  const copies = new Map<number, string[]>();
  for (const { key, path } of prepare<{ key: number; path: string }>(db, COPIES).all(keys))
    copies.set(key, [...(copies.get(key) ?? []), path]);
  return rows.map(({ key, open, ...row }) => ({
    ...row,
    copies: copies.get(key) ?? [],
    tasks: counts.get(key)?.tasks ?? 0,
    toReview: counts.get(key)?.toReview ?? 0,
    needsReview: open === 1,
    reasons: open === 1 ? (reasons.get(key) ?? []) : [],
  }));
};

/** Documents that are completed together. */
const CHUNK = 500;

/**
 * Documents that filters let through, the newest issued first, those without a day last; `limit` and `offset` count them. Throws
 * `usage` for a reason that no document has. — danh sách văn bản
 * `findDocuments(db, { needsReview: true }, { limit: 50 }).documents[0].reasons`
 */
export const findDocuments = (
  db: Store,
  filters: DocumentFilters,
  { limit = -1, offset = 0 }: { readonly limit?: number; readonly offset?: number } = {},
): DocumentPage =>
  guard(
    db,
    () => {
      const where = toConditions(db, filters);
      const total = prepare<{ n: number }>(db, `SELECT count(*) AS n FROM ${FROM} ${where.sql}`).get(...where.values);
      const columns = `d.document_key AS key, d.id, ${FIELDS.map((field) => `${HEADER[field]} AS ${field}`).join(', ')},
        f.path, d.part, f.batch_key AS batch, (${DOCUMENT_NEEDS_REVIEW}) AS open`;
      const rows = prepare<DocumentRow>(
        db,
        `SELECT ${columns} FROM ${FROM} ${where.sql} ORDER BY ${HEADER.issuedOn} DESC, d.document_key DESC LIMIT ? OFFSET ?`,
      ).all(...where.values, limit, offset);
      const documents: ListedDocument[] = [];
      for (let at = 0; at < rows.length; at += CHUNK) documents.push(...complete(db, rows.slice(at, at + CHUNK)));
      return { total: total?.n ?? 0, documents };
    },
    true,
  );
