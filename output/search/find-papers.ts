import { PipelineError } from '../../pipeline/base/errors.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { splitPages } from '../store/index-papers.js';
import { loadStored } from '../store/load-document.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { IS_TASK } from '../tracker/task-sql.js';
import { findIssuerKeys, findTypeKeys } from './name-keys.js';
import { findPaperKeys } from './paper-keys.js';
import { type ParsedQuery, parseQuery, type QueryTerm } from './parse-query.js';
import type { PaperHit, PaperRequest, Total } from './request.js';
import { cutSnippet, findHighlights, type Snippet } from './snippet.js';
import type { TaskFilters } from './task-filters.js';
import { inOneRow, type TermGroup, widenQuery } from './widen.js';

/** Up to so many papers are sorted by date of issue; of more the newest stored are shown. */
const MAX_SORTED = 2_000;

const phrase = ({ folded, prefix }: QueryTerm): string => `"${folded.join(' ')}"${prefix ? ' *' : ''}`;

/** FTS5 expression of a query over whole papers; undefined without words. */
const toExpression = (query: ParsedQuery, groups: readonly TermGroup[]): string | undefined => {
  if (groups.length === 0) return undefined;
  const wanted = groups.map(({ terms, also }) =>
    [terms.map(phrase).join(' AND '), ...also.map(phrase)].map((way) => `(${way})`).join(' OR '),
  );
  return query.excluded.reduce(
    (expression, term) => `(${expression}) NOT (${phrase(term)})`,
    wanted.map((way) => `(${way})`).join(' AND '),
  );
};

/** Conditions on a row `d` of document; undefined when a name is unknown: then nothing can match. */
const toConditions = (
  db: Store,
  filters: TaskFilters,
): { readonly sql: string; readonly values: readonly string[] } | undefined => {
  const parts: string[] = [];
  const values: string[] = [];
  const oneOf = (column: string, keys: readonly number[] | undefined): void => {
    if (keys === undefined) return;
    parts.push(`${column} IN (SELECT value FROM json_each(?))`);
    values.push(JSON.stringify(keys));
  };
  const { issuer, type, year } = filters;
  oneOf('d.issuer_key', issuer === undefined ? undefined : findIssuerKeys(db, issuer));
  oneOf('d.type_key', type === undefined ? undefined : findTypeKeys(db, type));
  oneOf('d.document_key', findPaperKeys(db, filters));
  if (values.includes('[]')) return undefined;
  if (year !== undefined) {
    parts.push('d.issued_on BETWEEN ? AND ?');
    values.push(`${year}-01-01`, `${year}-12-31`);
  }
  return { sql: parts.map((part) => `AND ${part}`).join(' '), values };
};

interface Key {
  readonly key: number;
  /** The words stand in the header alone. */
  readonly inHeader: boolean;
  /** Lower first: in a row in the header, in a row in the text, apart in the header, apart. */
  readonly rank: number;
}

interface FoundKeys {
  readonly keys: readonly Key[];
  readonly query: ParsedQuery;
  readonly groups: readonly TermGroup[];
}

const takeKeys = (db: Store, { words, filters }: Pick<PaperRequest, 'words' | 'filters'>, most: number): FoundKeys => {
  const query = parseQuery(words);
  const groups = widenQuery(db, query);
  const conditions = toConditions(db, filters);
  const expression = toExpression(query, groups);
  if (conditions === undefined) return { keys: [], query, groups };
  const { sql, values } = conditions;
  const ask = (match: string): number[] =>
    prepare<{ key: number }>(
      db,
      `SELECT f.rowid AS key FROM paper_fts f JOIN document d ON d.document_key = f.rowid
       WHERE f.paper_fts MATCH ? ${sql} ORDER BY f.rowid DESC LIMIT ?`,
    )
      .all(match, ...values, most)
      .map(({ key }) => key);
  if (expression === undefined) {
    const all = prepare<{ key: number }>(
      db,
      `SELECT d.document_key AS key FROM document d WHERE 1 ${sql} ORDER BY d.document_key DESC LIMIT ?`,
    ).all(...values, most);
    return { keys: all.map(({ key }) => ({ key, inHeader: false, rank: 0 })), query, groups };
  }
  const row = inOneRow(query, groups);
  const inRow = row === undefined ? undefined : toExpression(query, row);
  const found = new Map<number, Key>();
  const add = (match: string, inHeader: boolean, rank: number): void => {
    if (found.size >= most) return;
    for (const key of ask(match)) if (!found.has(key)) found.set(key, { key, inHeader, rank });
  };
  if (inRow !== undefined) {
    add(`header : (${inRow})`, true, 0);
    add(inRow, false, 1);
  }
  add(`header : (${expression})`, true, 2);
  add(expression, false, 3);
  return { keys: [...found.values()].slice(0, most), query, groups };
};

/** How many papers words and filters find, counted up to `most`. */
export const countPapers = (db: Store, request: Pick<PaperRequest, 'words' | 'filters'>, most: number): Total => {
  const found = takeKeys(db, request, most + 1).keys.length;
  return { count: Math.min(found, most), exact: found <= most };
};

const listHeader = ({ number, type, issuer, subject, signer, recipients }: ExportedDocument['document']): string[] =>
  [
    subject,
    [signer.authority, signer.position, signer.name].filter(Boolean).join(' '),
    recipients.join('; '),
    `${type ?? ''} ${number ?? ''} ${issuer ?? ''}`,
  ].filter((part): part is string => part !== null && part.trim() !== '');

/** The text that shows most of the words, cut around them. */
const cutBest = (
  texts: readonly string[],
  query: ParsedQuery,
  also: readonly QueryTerm[],
): { at: number; snippet: Snippet } | undefined => {
  const counts = texts.map((text) => findHighlights(text, query, also).length);
  const most = Math.max(0, ...counts);
  const at = counts.indexOf(most);
  const text = texts[at];
  return most === 0 || text === undefined ? undefined : { at, snippet: cutSnippet(text, query, also) };
};

const EMPTY: Snippet = { text: '', highlights: [], offset: 0, cutBefore: false, cutAfter: false };

const LOAD = `SELECT d.id, f.path, f.file_key AS file, d.part, (SELECT count(*) FROM directive x WHERE x.document_key = d.document_key AND ${IS_TASK}) AS tasks
  FROM document d JOIN file f ON f.file_key = d.file_key WHERE d.document_key = ?`;
const PARTS = 'SELECT part, page_count AS count FROM document WHERE file_key = ? ORDER BY part, document_key';
const PAGES = 'SELECT number, text FROM page WHERE file_key = ? ORDER BY number';

const loadPaper = (db: Store, { key, inHeader }: Key, { query, groups }: FoundKeys): PaperHit[] => {
  const row = prepare<{ id: string; path: string; file: number; part: number; tasks: number }>(db, LOAD).get(key);
  const document = row === undefined ? undefined : loadStored(db, row.id)?.document;
  if (row === undefined || document === undefined) return [];
  const also = groups.flatMap((group) => group.also);
  const pages = prepare<{ number: number; text: string }>(db, PAGES).all(row.file);
  const parts = prepare<{ part: number; count: number }>(db, PARTS).all(row.file);
  const ranges = splitPages(
    parts.map(({ count }) => count),
    pages.length,
  );
  const range = ranges[parts.findIndex(({ part }) => part === row.part)];
  const own = pages.filter(({ number }) => range === undefined || (number >= range.first && number <= range.last));
  const header = listHeader(document);
  const inText = inHeader
    ? undefined
    : cutBest(
        own.map(({ text }) => text.replace(/\s+/gu, ' ')),
        query,
        also,
      );
  const shown = inText ?? cutBest(header, query, also);
  return [
    {
      documentId: document.id,
      type: document.type,
      number: document.number,
      issuer: document.issuer,
      issuedOn: document.issuedOn,
      subject: document.subject,
      signer: document.signer.name,
      path: row.path,
      page: inText === undefined ? null : (own[inText.at]?.number ?? null),
      tasks: row.tasks,
      where: inText === undefined ? 'header' : 'text',
      snippet: shown?.snippet ?? (header[0] === undefined ? EMPTY : cutSnippet(header[0], query, also)),
    },
  ];
};

const sortKeys = (db: Store, keys: readonly Key[]): readonly Key[] => {
  const days = new Map(
    prepare<{ key: number; day: string }>(
      db,
      `SELECT d.document_key AS key, coalesce(d.issued_on, '') AS day FROM json_each(?) k CROSS JOIN document d ON d.document_key = k.value`,
    )
      .all(JSON.stringify(keys.map(({ key }) => key)))
      .map(({ key, day }) => [key, day]),
  );
  const dayOf = (key: number): string => days.get(key) ?? '';
  return keys.toSorted((a, b) => {
    if (a.rank !== b.rank) return a.rank - b.rank;
    return dayOf(a.key) === dayOf(b.key) ? b.key - a.key : dayOf(a.key) < dayOf(b.key) ? 1 : -1;
  });
};

/** What a search in papers finds, before anybody asks whether something else was meant. */
export interface FoundPapers {
  readonly papers: readonly PaperHit[];
  readonly page: number;
  readonly total: Total;
  readonly groups: readonly TermGroup[];
}

/** Finds papers by words of header and text: those that have them in a row first, header before text, then the newest issued. */
export const findPapers = (db: Store, { words, filters, limit, page = 1 }: PaperRequest): FoundPapers => {
  if (!Number.isInteger(page) || page < 1)
    throw new PipelineError(
      'usage',
      { vi: 'Số trang phải từ 1', en: 'Expected a page from 1' },
      { vi: 'Tìm lại từ trang đầu', en: 'Search again from the first page' },
    );
  const most = Math.max(MAX_SORTED, page * limit);
  const found = takeKeys(db, { words, filters }, most + 1);
  const sorted = sortKeys(db, found.keys.slice(0, most));
  return {
    papers: sorted.slice((page - 1) * limit, page * limit).flatMap((key) => loadPaper(db, key, found)),
    page,
    total: { count: Math.min(found.keys.length, most), exact: found.keys.length <= most },
    groups: found.groups,
  };
};
