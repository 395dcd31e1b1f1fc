import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { backup } from '../../../output/store/backup.js';
import { openDatabase } from '../../../output/store/open-database.js';
import { publish } from '../../../output/store/publish.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { saveFile } from '../../../output/store/save-file.js';
import type { Store } from '../../../output/store/store.js';
import { verify } from '../../../output/store/verify.js';
import {
  AT,
  makeBody,
  makeDeadline,
  makeDocument,
  makeFile,
  makeRepaired,
  openWith,
  SAMPLES,
} from '../sample-records.js';

const TEXT = 'Sở Y tế báo cáo trước ngày 15/7/2025.';

/** A paper of one task whose words have a place on a page of 1000 by 2000. */
const makePlaced = (origin: 'ocr' | 'text-layer') => {
  const body = makeBody('Sở Y tế', { span: { start: 0, end: 7 } });
  const deadline = makeDeadline('trước ngày 15/7/2025', '2025-07-15', {
    bound: 'before',
    span: { start: 16, end: 36 },
  });
  const record = makeDocument('placed', [{ number: '1', text: TEXT, bodies: [body], deadlines: [deadline] }]);
  const repaired = makeRepaired(record);
  const at = repaired.rawText.indexOf(TEXT);
  const words = [...TEXT.matchAll(/\S+/gu)].map(({ 0: text, index }, i) => ({
    text,
    span: { start: at + index, end: at + index + text.length },
    box: { left: 100 * i, top: 200, right: 100 * i + 90, bottom: 240 },
    confidence: origin === 'ocr' ? 0.9 : null,
  }));
  const [page] = repaired.pages;
  if (page === undefined) throw new Error('Expected a page');
  const doubtful = { span: { start: at + 8, end: at + 11 }, raw: 'bao', repaired: 'báo', confidence: 0.5 };
  const pages = [{ ...page, origin, words, imageSize: { width: 1000, height: 2000 } }];
  return { record, file: makeFile(record, { repaired: { ...repaired, pages, doubtfulWords: [doubtful] } }) };
};

const PLACES = 'SELECT what, words, page, "left", top, "right", bottom FROM places ORDER BY what, "left"';

describe('the view places', () => {
  it.each(['ocr', 'text-layer'] as const)('frames task, deadline, body and doubtful word of a page of %s', (origin) => {
    const db = openDatabase(':memory:');
    saveFile(db, makePlaced(origin).file);
    const line = { page: 1, top: 0.1, bottom: 0.12 };
    expect(db.prepare(PLACES).all()).toEqual([
      { what: 'body', words: 'Sở Y tế', ...line, left: 0, right: 0.29 },
      { what: 'deadline', words: 'trước ngày 15/7/2025', ...line, left: 0.5, right: 0.79 },
      { what: 'doubt', words: 'báo', ...line, left: 0.3, right: 0.39 },
      { what: 'task', words: TEXT, ...line, left: 0, right: 0.79 },
    ]);
    expect(db.prepare('SELECT "loại", "chữ", "trái" FROM "vị_trí" WHERE "loại" = \'cơ quan\'').all()).toEqual([
      { loại: 'cơ quan', chữ: 'Sở Y tế', trái: 0 },
    ]);
    db.close();
  });

  it('follows a correction, and has nothing of a plain text', () => {
    const db = openDatabase(':memory:');
    const { record, file } = makePlaced('text-layer');
    saveFile(db, file);
    const directiveId = record.directives[0]?.id ?? '';
    saveCorrection(db, {
      documentId: record.document.id,
      directiveId,
      field: 'due',
      oldValue: '2025-07-15',
      newValue: null,
      correctedBy: 'Lan',
      correctedAt: AT,
    });
    expect(db.prepare('SELECT DISTINCT what FROM places ORDER BY 1').pluck().all()).toEqual(['body', 'doubt', 'task']);
    saveFile(db, makeFile(record));
    expect(db.prepare('SELECT count(*) FROM places').pluck().get()).toBe(0);
    db.close();
  });
});

describe('the view field_changes', () => {
  it('says what another reading and what people changed, field by field', () => {
    const db = openWith(SAMPLES);
    const [first] = SAMPLES;
    if (first === undefined) throw new Error('Expected a sample');
    const { id } = first.document;
    const [one, two, ...others] = first.directives;
    if (one === undefined || two === undefined) throw new Error('Expected two directives');
    const again = {
      document: { ...first.document, subject: 'Đọc lại', signer: { ...first.document.signer, name: 'Trần Văn Khác' } },
      directives: [{ ...one, text: `${one.text} Thêm.` }, ...others],
    };
    saveFile(db, makeFile(again, { stageVersions: { intake: 2 } }));
    saveCorrection(db, {
      documentId: id,
      directiveId: one.id,
      field: 'due',
      oldValue: '2025-07-15',
      newValue: '2025-08-01',
      correctedBy: 'Lan',
      correctedAt: AT,
    });
    expect(
      db.prepare('SELECT directive_id, field, before, after, cause, changed_by, new_version FROM field_changes').all(),
    ).toEqual([
      {
        directive_id: one.id,
        field: 'due',
        before: '2025-07-15',
        after: '2025-08-01',
        cause: 'correction',
        changed_by: 'Lan',
        new_version: null,
      },
      ...[
        [null, 'subject', first.document.subject, 'Đọc lại'],
        [null, 'signerName', first.document.signer.name, 'Trần Văn Khác'],
        [one.id, 'text', one.text, `${one.text} Thêm.`],
        [two.id, 'item', two.text, null],
      ].map(([directive_id, field, before, after]) => ({
        directive_id,
        field,
        before,
        after,
        cause: 'reading',
        changed_by: null,
        new_version: '{"intake":2}',
      })),
    ]);
    db.close();
  });
});

describe('issuers and bodies', () => {
  it('meet by office and place', () => {
    const db = openWith([
      makeDocument(
        'giver',
        [
          {
            number: '1',
            text: '1. UBND tỉnh làm.',
            bodies: [makeBody('UBND tỉnh', { normalized: 'ủy ban nhân dân tỉnh' })],
          },
        ],
        { issuer: 'Ban Thường vụ Tỉnh ủy', place: 'Lam Giang', number: '1-KL/TU' },
      ),
      makeDocument('taker', [], { issuer: 'UBND TỈNH LAM GIANG', place: 'Lam Giang', number: '2/TB-UBND' }),
      makeDocument('other', [], { issuer: 'Ủy ban nhân dân tỉnh Hoà Trà', place: 'Hoà Trà', number: '3/TB-UBND' }),
    ]);
    expect(db.prepare('SELECT document_number, office, area, level, branch FROM issuers ORDER BY 1').all()).toEqual([
      {
        document_number: '1-KL/TU',
        office: 'ban thường vụ tỉnh ủy',
        area: 'Lam Giang',
        level: 'province',
        branch: 'party',
      },
      {
        document_number: '2/TB-UBND',
        office: 'ủy ban nhân dân tỉnh',
        area: 'Lam Giang',
        level: 'province',
        branch: 'state',
      },
      {
        document_number: '3/TB-UBND',
        office: 'ủy ban nhân dân tỉnh',
        area: 'Hòa Trà',
        level: 'province',
        branch: 'state',
      },
    ]);
    const given = `SELECT i.document_number, b.name FROM issuers i JOIN task_bodies b USING (office, area)`;
    expect(db.prepare(given).all()).toEqual([{ document_number: '2/TB-UBND', name: 'UBND tỉnh' }]);
    db.close();
  });
});

describe('copies and verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ketluan-views-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const VIEWS = ['tasks', 'task_states', 'places', 'issuers', 'field_changes', 'paper_files', 'review_reasons'];
  const readViews = (db: Store) => VIEWS.map((view) => db.prepare(`SELECT * FROM ${view}`).all());

  it('keep the views as they are', async () => {
    const db = openDatabase(join(folder, 'work.db'));
    saveFile(db, makePlaced('text-layer').file);
    saveFile(db, makeFile(SAMPLES[1] ?? makePlaced('ocr').record));
    for (const write of [publish, backup]) {
      const path = join(folder, `${write.name}.db`);
      await write(db, path);
      const copy = openDatabase(path, { readonly: true });
      expect(readViews(copy)).toEqual(readViews(db));
      expect(verify(copy, path).filter(({ ok }) => !ok)).toEqual([]);
      copy.close();
    }
    db.close();
  });

  it('tell of rows that are out of line, and the next opening by other rules writes them anew', () => {
    const path = join(folder, 'spoilt.db');
    const db = openDatabase(path);
    saveFile(db, makePlaced('text-layer').file);
    const before = readViews(db);
    db.exec(
      "INSERT INTO writing VALUES (1); UPDATE tracked SET due = '2020-01-01'; DELETE FROM place; DELETE FROM task_code",
    );
    db.exec('DELETE FROM writing');
    expect(verify(db, path).flatMap(({ part, ok }) => (ok ? [] : [part]))).toEqual(['views']);
    db.exec("DELETE FROM meta WHERE name = 'facts_version'");
    db.close();
    const again = openDatabase(path);
    expect(readViews(again)).toEqual(before);
    expect(verify(again, path).every(({ ok }) => ok)).toBe(true);
    again.close();
  });
});

describe('names of columns', () => {
  it('are not ambiguous in joins of tables and of views', () => {
    const db = openWith(SAMPLES);
    const joined = db
      .prepare<[], Record<string, unknown>>(
        `SELECT document_number, directive_number FROM document JOIN directive USING (document_key) ORDER BY 1, 2`,
      )
      .all();
    expect(joined[0]).toEqual({ document_number: '05-TB/HU', directive_number: 'II.1' });
    const views = `SELECT number, directive_number, state FROM documents JOIN task_states USING (document_id) ORDER BY 1, 2`;
    expect(db.prepare(views).all().length).toBe(5);
    db.close();
  });
});
