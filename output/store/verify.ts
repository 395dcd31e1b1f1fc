import { PipelineError } from '../../pipeline/base/errors.js';
import type { Bilingual } from '../../schemas/note.js';
import { IS_TASK } from '../tracker/task-sql.js';
import { translateDatabaseError } from './database-error.js';
import { listDocuments } from './load-document.js';
import { loadRepaired } from './load-file.js';
import { listOutside } from './removed-files.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';
import { readRemoved } from './take-out.js';

export type VerifyPart = 'structure' | 'keys' | 'index' | 'pages' | 'documents' | 'views';

/** One part of a database, and what is wrong with it. */
export interface VerifyResult {
  readonly part: VerifyPart;
  readonly ok: boolean;
  /** What was found; empty when all is well. */
  readonly findings: readonly Bilingual[];
}

/** Findings beyond these say nothing new. */
const MOST_FINDINGS = 20;

const same = (text: string): Bilingual => ({ vi: text, en: text });

const toFinding = (error: unknown, path: string, about: string): Bilingual => {
  const known = translateDatabaseError(error, path, true);
  const { vi, en } = known instanceof PipelineError ? known.text : same(String(known));
  return { vi: `${about}${vi}`, en: `${about}${en}` };
};

const checkStructure = (db: Store): Bilingual[] =>
  db
    .prepare<[], string>(`PRAGMA integrity_check(${MOST_FINDINGS})`)
    .pluck()
    .all()
    .filter((line) => line !== 'ok')
    .map(same);

const checkKeys = (db: Store): Bilingual[] =>
  db
    .prepare<[], { table: string; rowid: number | null }>('PRAGMA foreign_key_check')
    .all()
    .slice(0, MOST_FINDINGS)
    .map(({ table, rowid }) => ({
      vi: `Dòng ${rowid ?? '?'} của bảng ${table} trỏ tới dòng không có`,
      en: `Row ${rowid ?? '?'} of ${table} refers to a row that is not there`,
    }));

/** The index as it would be and as it is: FTS5 compares them itself, in a transaction that is given up. */
const checkIndex = (db: Store): Bilingual[] => {
  if (!db.readonly)
    for (const index of ['directive_fts', 'paper_fts'])
      db.exec(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 0)`);
  const indexed = prepare<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM directive_fts WHERE directive_fts MATCH '"#any"'`,
  );
  const stored = prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM directive');
  const [found = 0, most = 0] = [indexed.get()?.n, stored.get()?.n];
  return found > most
    ? [
        {
          vi: `Chỉ mục có ${found} mục, bảng chỉ có ${most}`,
          en: `The index has ${found} items, the table only ${most}`,
        },
      ]
    : [];
};

const checkPages = (db: Store, path: string): Bilingual[] => {
  const findings: Bilingual[] = [];
  const files = prepare<{ sha256: string; path: string }>(
    db,
    `SELECT sha256, path FROM file WHERE status <> 'quarantined' ORDER BY file_key`,
  ).all();
  for (const file of files) {
    if (findings.length >= MOST_FINDINGS) break;
    try {
      const repaired = loadRepaired(db, file.sha256);
      const isWhole = repaired?.pages.every(
        ({ span, rawSpan }) => span.end <= repaired.text.length && rawSpan.end <= repaired.rawText.length,
      );
      if (isWhole !== true)
        findings.push({ vi: `${file.path}: trang không đủ`, en: `${file.path}: pages are missing` });
    } catch (error) {
      findings.push(toFinding(error, path, `${file.path}: `));
    }
  }
  return findings;
};

const checkDocuments = (db: Store): Bilingual[] => {
  for (const { document } of listDocuments(db)) if (document.id === '') return [same('id')];
  return listOutside(db)
    .filter(({ sha256 }) => readRemoved(db, sha256) === undefined)
    .slice(0, MOST_FINDINGS)
    .map(({ path }) => ({
      vi: `${path}: tệp đã gỡ không khôi phục được bằng phiên bản này`,
      en: `${path}: a removed file that this version cannot restore`,
    }));
};

// What the program worked out for them, beside what it worked it out of.
const OUT_OF_LINE = `SELECT count(*) FROM directive x LEFT JOIN tracked k ON k.directive_key = x.directive_key
  LEFT JOIN deadline l ON l.directive_key = k.directive_key AND l.assignment = k.assignment AND l.ordinal = k.deadline
  WHERE (k.directive_key IS NOT NULL) <> (${IS_TASK})
    OR (k.directive_key IS NOT NULL AND (k.due IS NOT l.due OR k.document_key IS NOT x.document_key))`;
const WITHOUT_CODE =
  'SELECT count(*) FROM document d WHERE NOT EXISTS (SELECT 1 FROM task_code c WHERE c.document_key = d.document_key)';

const checkViews = (db: Store): Bilingual[] => {
  const views = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'view'").pluck().all();
  for (const view of views) db.prepare(`SELECT * FROM "${view}" LIMIT 1`).all();
  const wrong = [OUT_OF_LINE, WITHOUT_CODE].reduce((sum, sql) => sum + Number(db.prepare(sql).pluck().get()), 0);
  return wrong === 0
    ? []
    : [
        {
          vi: `Bảng theo dõi lệch ở ${wrong} dòng: xoá dòng facts_version của bảng meta, lệnh ghi kế tiếp sẽ lập lại`,
          en: `What views look up differs in ${wrong} rows: delete the row facts_version of meta, and the next command that writes makes it anew`,
        },
      ];
};

/**
 * Asks every part of a database whether it can be read as it was written: its structure, the keys between its rows, the
 * full-text index, every page with its packed columns, every document, every view and what it looks up. Nothing is changed. — kiểm tra
 * `onPart`: told how many parts are done.
 * `verify(db, 'ketluan.db').every(({ ok }) => ok)`
 */
export const verify = (
  db: Store,
  path: string,
  onPart?: (done: number, of: number) => void,
): readonly VerifyResult[] => {
  const parts: readonly (readonly [VerifyPart, () => Bilingual[]])[] = [
    ['structure', () => checkStructure(db)],
    ['keys', () => checkKeys(db)],
    ['index', () => checkIndex(db)],
    ['pages', () => checkPages(db, path)],
    ['documents', () => checkDocuments(db)],
    ['views', () => checkViews(db)],
  ];
  return parts.map(([part, check], i) => {
    onPart?.(i, parts.length);
    let findings: readonly Bilingual[];
    try {
      findings = check();
    } catch (error) {
      findings = [toFinding(error, path, '')];
    }
    return { part, ok: findings.length === 0, findings };
  });
};
