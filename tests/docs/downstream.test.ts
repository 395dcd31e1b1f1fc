import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readNews } from '../../docs/downstream/read-tasks.js';
import { openDatabase } from '../../output/store/open-database.js';
import { publish } from '../../output/store/publish.js';
import { saveCorrection } from '../../output/store/save-correction.js';
import { quarantineFile, saveFiles } from '../../output/store/save-file.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { AT, makeFile, makeRepaired, SAMPLES } from '../output/sample-records.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-downstream-'));
const published = join(folder, 'published.db');
const example = (name: string): string => packageFile('docs', 'downstream', name);
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
const [first, second, third] = SAMPLES;
const firstId = first?.document.id ?? '';

beforeAll(async () => {
  if (first === undefined || second === undefined || third === undefined) throw new Error('Expected samples');
  const db = openDatabase(join(folder, 'work.db'));
  const repaired = makeRepaired(first);
  const [page] = repaired.pages;
  if (page === undefined) throw new Error('Expected a page');
  const word = {
    text: 'KẾT',
    span: { start: 0, end: 3 },
    box: { left: 10, top: 20, right: 60, bottom: 40 },
    confidence: 0.9,
  };
  const withWords = {
    ...repaired,
    pages: [{ ...page, words: [word, { ...word, span: { start: 4, end: 8 }, text: 'LUẬN' }] }],
  };
  saveFiles(db, [makeFile(first, { repaired: withWords }), makeFile(second), makeFile(third)]);
  saveCorrection(db, {
    documentId: firstId,
    directiveId: `${firstId}-2`,
    field: 'due',
    oldValue: '2025-06-30',
    newValue: '2025-09-30',
    correctedBy: 'Lan',
    correctedAt: AT,
  });
  quarantineFile(db, {
    path: 'x',
    sha256: third.document.source.sha256,
    byteLength: 1,
    mediaType: null,
    code: 'file-classified',
    text: { vi: 'Mật', en: 'Secret' },
    hint: null,
    at: AT,
  });
  await publish(db, published);
  db.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('TypeScript reader', () => {
  it('takes everything first, then only what is new', () => {
    const all = readNews(published, 0);
    expect([all.tasks.length, all.deleted, all.sequence]).toEqual([5, [third?.document.id], 5]);
    expect(all.tasks.find((task) => task.directive_id === `${firstId}-2`)).toEqual({
      document_id: firstId,
      document_number: '12-KL/TU',
      directive_id: `${firstId}-2`,
      directive_number: '2',
      lead_body: 'Sở Tài chính',
      what: first?.directives[1]?.text,
      due: '2025-09-30',
    });
    expect(readNews(published, 3).tasks.map((task) => task.directive_number)).toEqual(['1', '2', '3']);
    expect(readNews(published, 5)).toEqual({ tasks: [], deleted: [], sequence: 5 });
  });
});

describe.skipIf(!has('python3'))('Python reader (needs python3)', () => {
  it('reads tasks, changes and packed words with the standard library', () => {
    const printed = execFileSync('python3', [example('read_tasks.py'), published, '1'], { encoding: 'utf8' });
    expect(JSON.parse(printed)).toMatchObject({ deleted: [third?.document.id], sequence: 5, wordsWithBoxes: 2 });
    const { tasks } = z.object({ tasks: z.array(z.record(z.string(), z.unknown())) }).parse(JSON.parse(printed));
    expect(tasks[1]).toEqual({
      số_văn_bản: '05-TB/HU',
      mục: 'II.2',
      chủ_trì: 'UBND xã Bãi Sậy',
      nội_dung: second?.directives[1]?.text,
      hạn_xử_lý: null,
    });
  });
});

const splitStatements = (sql: string): string[] => sql.split(/;\s*\n/u).filter((part) => /^\s*SELECT/mu.test(part));

describe('several databases', () => {
  it('answer together where they are attached', () => {
    const db = new Database(published, { readonly: true });
    db.prepare('ATTACH ? AS y2024').run(published);
    const [due, both] = splitStatements(readFileSync(example('attach.sql'), 'utf8')).map((statement) =>
      db.prepare<[], { document_id?: string }>(statement).all(),
    );
    db.close();
    expect([due?.length, both?.map(({ document_id }) => document_id)]).toEqual([
      4,
      [firstId, second?.document.id].sort(),
    ]);
  });
});

describe('plain SQL', () => {
  const sql = readFileSync(example('tasks.sql'), 'utf8');

  it('gives what it says', () => {
    const db = new Database(published, { readonly: true });
    const results = splitStatements(sql).map((statement) => db.prepare<[], unknown>(statement).all());
    db.close();
    expect(results).toEqual([
      [
        { số_văn_bản: '12-KL/TU', mục: '1', chủ_trì: 'Đảng uỷ Ủy ban nhân dân tỉnh', hạn_xử_lý: '2025-07-15' },
        { số_văn_bản: '12-KL/TU', mục: '2', chủ_trì: 'Sở Tài chính', hạn_xử_lý: '2025-09-30' },
      ],
      [
        { name: 'Sở Tài chính', tasks: 2, without_day: 1 },
        { name: 'UBND xã Bãi Sậy', tasks: 1, without_day: 1 },
        { name: 'Văn phòng Tỉnh ủy', tasks: 1, without_day: 1 },
        { name: 'Đảng uỷ Ủy ban nhân dân tỉnh', tasks: 1, without_day: 0 },
      ],
      expect.arrayContaining([
        {
          directive_number: '2',
          kind: 'task',
          assignment: 1,
          lead_body: 'Sở Tài chính',
          what: first?.directives[1]?.text,
          due: '2025-09-30',
        },
      ]),
      [
        { id: `${second?.document.id}-2`, number: 'II.2' },
        { id: `${firstId}-1`, number: '1' },
      ],
      expect.arrayContaining([
        {
          directive_id: `${firstId}-1`,
          at_offset: 0,
          span_start: 10,
          span_end: 10 + (first?.directives[0]?.text.length ?? 0),
        },
      ]),
      [
        { sequence: 2, kind: 'insert', entity: 'document', id: second?.document.id },
        { sequence: 3, kind: 'insert', entity: 'document', id: third?.document.id },
        { sequence: 4, kind: 'insert', entity: 'correction', id: firstId },
        { sequence: 5, kind: 'delete', entity: 'document', id: third?.document.id },
      ],
    ]);
  });

  it.skipIf(!has('sqlite3'))('runs in the sqlite3 shell (needs sqlite3)', () => {
    const printed = execFileSync('sqlite3', ['-readonly', published], { input: sql, encoding: 'utf8' });
    expect(printed.split('\n')[0]).toBe('12-KL/TU|1|Đảng uỷ Ủy ban nhân dân tỉnh|2025-07-15');
  });
});

describe('Datasette', () => {
  it('finds words by its canned query', () => {
    const { sql } = z
      .object({
        databases: z.object({ ketluan: z.object({ queries: z.object({ tim: z.object({ sql: z.string() }) }) }) }),
      })
      .parse(JSON.parse(readFileSync(example('datasette.json'), 'utf8'))).databases.ketluan.queries.tim;
    const db = new Database(published, { readonly: true });
    const counts = [
      'tham dinh',
      'tham-dinh',
      '"tham" (dinh)',
      "tham'dinh",
      'Tham  Dinh, *',
      'tham AND dinh NOT x',
      'dau',
      '- "',
      '',
    ].map((words) => db.prepare(sql).all({ words }).length);
    expect(counts).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0]);
    db.close();
  });

  it('finds the full-text table of directives by its name and content', () => {
    const db = new Database(published, { readonly: true });
    // The question that Datasette asks of a database.
    const found = db
      .prepare<[], { name: string }>(
        `SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE '%VIRTUAL TABLE%USING FTS%content="directive"%'`,
      )
      .all();
    db.close();
    expect(found).toEqual([{ name: 'directive_fts' }]);
  });
});
