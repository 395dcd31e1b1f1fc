import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listParameters, readQuestions } from '../../docs/make/read-questions.js';
import { openDatabase } from '../../output/store/open-database.js';
import { publish } from '../../output/store/publish.js';
import { recordBatchFile, startBatch } from '../../output/store/record-batch.js';
import { saveCorrection } from '../../output/store/save-correction.js';
import { saveFile } from '../../output/store/save-file.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { makeNote } from '../../schemas/note.js';
import { AT, makeBody, makeDeadline, makeDocument, makeFile, makeRepaired } from '../output/sample-records.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-questions-'));
const published = join(folder, 'ketluan.db');
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

const TEXT = '1. Sở Y tế báo cáo Văn phòng Tỉnh ủy trước ngày 15/7/2025.';
const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const paper = makeDocument(
  'asked',
  [
    {
      number: '1',
      text: TEXT,
      bodies: [
        makeBody('Sở Y tế', { span: span('Sở Y tế') }),
        makeBody('Sở Kế hoạch - Đầu tư', { role: 'coordinating', normalized: 'sở kế hoạch và đầu tư' }),
        makeBody('Văn phòng Tỉnh ủy', { role: 'receiving', branch: 'party' }),
      ],
      deadlines: [
        makeDeadline('trước ngày 15/7/2025', '2025-07-15', { bound: 'before', span: span('trước ngày 15/7/2025') }),
      ],
      more: {
        references: [
          {
            text: 'Quyết định số 9/QĐ-UBND',
            span: { start: 0, end: 2 },
            type: 'Quyết định',
            number: '9/QĐ-UBND',
            on: '2025-01-02',
            issuer: null,
            title: null,
          },
        ],
        needsReview: true,
        notes: [makeNote('extract/doubtful-name', { directive: '1', actual: 'Y tế' })],
      },
    },
    {
      number: '1.a',
      text: 'a) UBND tỉnh rà soát.',
      bodies: [makeBody('UBND tỉnh', { normalized: 'ủy ban nhân dân tỉnh' })],
      more: { parent: '1' },
    },
  ],
  { number: '7-KL/TU', issuer: 'Ban Thường vụ Tỉnh ủy', place: 'Lam Giang', meetingNumber: '12' },
);
const reply = makeDocument('reply', [{ number: '1', text: '1. Làm ngay.', bodies: [makeBody('Sở Y tế')] }], {
  number: '8/TB-UBND',
  issuer: 'UBND tỉnh Lam Giang',
  place: 'Lam Giang',
  type: 'Thông báo',
  meetingNumber: null,
});
const directiveId = paper.directives[0]?.id ?? '';

const placeWords = () => {
  const repaired = makeRepaired(paper);
  const at = repaired.rawText.indexOf(TEXT);
  const words = [...TEXT.matchAll(/\S+/gu)].map(({ 0: text, index }, i) => ({
    text,
    span: { start: at + index, end: at + index + text.length },
    box: { left: 50 * i, top: 100, right: 50 * i + 40, bottom: 120 },
    confidence: null,
  }));
  const pages = repaired.pages.map((page) => ({
    ...page,
    origin: 'text-layer' as const,
    words,
    imageSize: { width: 1000, height: 1000 },
  }));
  return makeFile(paper, { repaired: { ...repaired, pages } });
};

beforeAll(async () => {
  const db = openDatabase(join(folder, 'work.db'));
  const batch = startBatch(db, { roots: ['van-ban'], at: AT });
  saveFile(db, placeWords());
  saveFile(db, makeFile(reply));
  recordBatchFile(db, batch, { path: 'van-ban/asked.pdf', sha256: null, outcome: 'stored', reason: null, code: null });
  saveCorrection(db, {
    documentId: paper.document.id,
    directiveId: paper.directives[1]?.id ?? '',
    field: 'due',
    oldValue: null,
    newValue: '2025-09-30',
    correctedBy: 'Lan',
    correctedAt: AT,
  });
  await publish(db, published);
  db.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const VALUES: Readonly<Record<string, string>> = {
  today: '2025-08-01',
  from: '2025-01-01',
  to: '2025-12-31',
  body: 'sở kế hoạch và đầu tư',
  number: '7-KL/TU',
  office: 'ủy ban nhân dân tỉnh',
  area: 'Lam Giang',
  since: '2025-01-01',
  directive: directiveId,
  item: '1',
};
const valuesOf = ({ name, sql }: { readonly name: string; readonly sql: string }) => ({
  ...Object.fromEntries(listParameters(sql).map((key) => [key, VALUES[key]])),
  ...(name === 'vien_dan' ? { number: '9/QĐ-UBND' } : {}),
});

const line = { page: 1, top: 0.1, bottom: 0.12 };
const ANSWERS: Readonly<Record<string, readonly object[]>> = {
  qua_han_theo_co_quan: [{ body: 'sở y tế', overdue: 1, oldest: '2025-07-14' }],
  den_han_theo_thang: [
    { month: '2025-07', tasks: 1 },
    { month: '2025-09', tasks: 1 },
  ],
  sap_den_han: [
    { directive_number: '1', lead_body: 'Sở Y tế', due: '2025-07-15', bound: 'before', what: TEXT },
    { directive_number: '1.a', lead_body: 'UBND tỉnh', due: '2025-09-30', bound: 'by' },
  ],
  chua_co_han: [{ document_number: '8/TB-UBND', directive_number: '1', lead_body: 'Sở Y tế' }],
  co_quan_phoi_hop: [{ document_number: '7-KL/TU', directive_number: '1', lead_body: 'Sở Y tế', due: '2025-07-15' }],
  noi_nhan_bao_cao: [{ receiver: 'Văn phòng Tỉnh ủy', tasks: 1 }],
  vien_dan: [{ document_number: '7-KL/TU', directive_number: '1', cited_type: 'Quyết định', cited_on: '2025-01-02' }],
  cac_luot_nap: [{ batch: 1, outcome: 'stored', files: 1 }],
  co_quan_ban_hanh: [{ given: 1, received: 1 }],
  thay_doi_tu: [{ directive_id: paper.directives[1]?.id, field: 'due', before: null, after: '2025-09-30' }],
  ai_da_sua: [{ changed_by: 'Lan', corrections: 1, last: AT }],
  vi_sao_can_xem_lai: [
    { directive_number: '1', reason_vi: 'Tên cơ quan có từ đọc chưa chắc chắn.', word: 'Y tế', page: 1 },
  ],
  trang_thai: [
    { task_code: 'KL-BTV·HN12·7·01', state: 'QUÁ HẠN', deadline_type: 'Có hạn cụ thể' },
    { task_code: 'KL-BTV·HN12·7·02', state: 'QUÁ HẠN', due: '2025-09-30' },
  ],
  o_trang_nao: [{ ...line, left: 0, right: 0.64 }],
  cho_ghi_thoi_han: [{ words: 'trước ngày 15/7/2025', ...line, left: 0.5, right: 0.64 }],
  muc_con: [{ directive_number: '1.a', kind: 'task', lead_body: 'UBND tỉnh', due: '2025-09-30' }],
  cac_ban: [{ stands_as: 'counts', done_by: null }],
};

const questions = readQuestions();
const Rows = z.array(z.record(z.string(), z.unknown()));

describe('the questions of docs/schema.md', () => {
  it('are seventeen, each with an answer here', () => {
    expect(questions.map(({ name }) => name)).toEqual(Object.keys(ANSWERS));
    expect(questions.length).toBe(17);
  });

  it.each(questions)('$name is answered', (question) => {
    const db = new Database(published, { readonly: true });
    const rows = db.prepare(question.sql).all(valuesOf(question));
    db.close();
    expect(rows).toMatchObject(ANSWERS[question.name] ?? []);
    expect(rows.length).toBe(ANSWERS[question.name]?.length);
  });

  it.skipIf(!has('python3'))('are answered alike by Python (needs python3)', () => {
    const asked = questions.map((question) => ({ sql: question.sql, values: valuesOf(question) }));
    const program = `import json, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.row_factory = sqlite3.Row
print(json.dumps([[dict(row) for row in db.execute(one["sql"], one["values"])] for one in json.load(sys.stdin)]))`;
    const printed = execFileSync('python3', ['-c', program, published], {
      input: JSON.stringify(asked),
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    });
    const db = new Database(published, { readonly: true });
    const expected = questions.map((question) => db.prepare(question.sql).all(valuesOf(question)));
    db.close();
    expect(z.array(Rows).parse(JSON.parse(printed))).toEqual(expected);
  });
});

const Metadata = z.object({
  databases: z.object({
    ketluan: z.object({
      queries: z.record(z.string(), z.object({ sql: z.string(), params: z.array(z.string()).optional() })),
      tables: z.record(z.string(), z.object({ description: z.string(), columns: z.record(z.string(), z.string()) })),
    }),
  }),
});
const metadataFile = packageFile('docs', 'downstream', 'datasette.json');

describe('the metadata for Datasette', () => {
  const { queries, tables } = Metadata.parse(JSON.parse(readFileSync(metadataFile, 'utf8'))).databases.ketluan;

  it('describes tables, views and columns that there are, and asks what can be asked', () => {
    const db = new Database(published, { readonly: true });
    for (const [name, { columns }] of Object.entries(tables)) {
      const there = db.prepare('SELECT name FROM pragma_table_xinfo(?)').pluck().all(name);
      expect(there, name).toEqual(expect.arrayContaining(Object.keys(columns)));
    }
    const there = db
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'view' OR type = 'table' AND sql NOT LIKE '%fts5%' AND name NOT GLOB '*_fts*' AND name NOT GLOB 'sqlite_*'",
      )
      .pluck()
      .all();
    expect(Object.keys(tables)).toEqual(expect.arrayContaining(there));
    for (const { sql, params = [] } of Object.values(queries))
      expect(() => db.prepare(sql).all(Object.fromEntries(params.map((key) => [key, 'x'])))).not.toThrow();
    db.close();
  });

  it.skipIf(!has('python3'))('of a copy that whatever SQLite Python brings can look at, whole (needs python3)', () => {
    const code = `import json, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
names = [name for name, in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
columns = {name: len(db.execute(f'PRAGMA table_info("{name}")').fetchall()) for name in names}
found = [key for key, in db.execute("SELECT rowid FROM paper_fts WHERE paper_fts MATCH 'ket luan'")]
print(json.dumps([columns, found]))`;
    const [columns, found] = z
      .tuple([z.record(z.string(), z.int()), z.array(z.int())])
      .parse(JSON.parse(execFileSync('python3', ['-c', code, published], { encoding: 'utf8' })));
    expect(Object.entries(columns).filter(([, count]) => count === 0)).toEqual([]);
    expect(columns.paper_fts).toBe(2);
    const db = new Database(published, { readonly: true });
    const ours = db.prepare("SELECT rowid FROM paper_fts WHERE paper_fts MATCH 'ket luan'").pluck().all();
    db.close();
    expect(found).toEqual(ours);
    expect(found.length).toBeGreaterThan(0);
  });

  it.skipIf(!has('datasette'))('is taken by Datasette, which answers a canned query (needs datasette)', () => {
    const printed = execFileSync(
      'datasette',
      [published, '--metadata', metadataFile, '--get', '/ketluan/noi_nhan_bao_cao.json?_shape=array'],
      { encoding: 'utf8' },
    );
    expect(JSON.parse(printed)).toEqual(ANSWERS.noi_nhan_bao_cao);
  });
});
