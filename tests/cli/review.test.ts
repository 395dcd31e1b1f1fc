import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerReviewOn } from '../../cli/commands/review.js';
import { correct, listHistoryOf, listReview, openDatabase, type Store } from '../../output/library.js';
import { loadStored } from '../../output/store/load-document.js';
import { saveFiles } from '../../output/store/save-file.js';
import { findFirstDeadline } from '../../output/tracker/first-deadline.js';
import { listNames } from '../../output/tracker/list-names.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { makeNote } from '../../schemas/note.js';
import { AT, makeBody, makeDeadline, makeDocument, makeFile } from '../output/sample-records.js';
import { runCommand } from './run-command.js';

const doubt = makeNote('extract/doubtful-name', { directive: '1', actual: 'Sở Tài chinh' });
const PAPER = makeDocument(
  'ra-soat',
  [
    {
      number: '1',
      text: '1. Sở Tài chinh thẩm định dự toán kè sông, xong trước ngày 15/7/2025; Sở Y tế báo cáo Tỉnh uỷ.',
      bodies: [makeBody('Sở Tài chinh')],
      deadlines: [makeDeadline('trước ngày 15/7/2025', '2025-07-15', { bound: 'before' })],
      more: { needsReview: true, notes: [doubt] },
    },
    {
      number: '2',
      text: '2. Văn phòng theo dõi.',
      more: { needsReview: true, notes: [makeNote('assignments/nobody-named', {})] },
    },
  ],
  {
    needsReview: true,
    notes: [makeNote('header/signer-missing', {})],
    unclaimed: [{ page: 1, text: 'Giao Sở Nội vụ rà soát trước ngày 1/8/2025.', why: 'order' }],
  },
);
const OTHER = makeDocument('khac', [
  { number: '1', text: '1. Sở Xây dựng báo cáo.', bodies: [makeBody('Sở Xây dựng')] },
]);
const { id } = PAPER.document;

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-review-'));
  path = join(folder, 'test.db');
  withDb((db) =>
    saveFiles(
      db,
      [PAPER, OTHER].map((record) => makeFile(record)),
    ),
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const withDb = <Result>(work: (db: Store) => Result): Result => {
  const db = openDatabase(path);
  try {
    return work(db);
  } finally {
    db.close();
  }
};
const stored = (): ExportedDocument => withDb((db) => loadStored(db, id)) ?? PAPER;

/** Types bytes, in chunks as they came, and gives back what was shown. */
const type = (chunks: readonly (string | Buffer)[], ...words: string[]): Promise<string> => {
  const input = new PassThrough();
  for (const chunk of chunks) input.write(chunk);
  input.end();
  return runCommand(registerReviewOn({ input, output: {} }), ['review', '--db', path, '--by', 'Lan', ...words]);
};
const ENTER = '\r';

describe('ketluan review', () => {
  it('asks everything once, worst first, and saves each answer', async () => {
    const shown = await type([ENTER, 'd', ENTER, ENTER]);
    const entries = shown.split(/── \d+\/\d+ ──/u).slice(1);
    expect(entries).toHaveLength(4);
    expect(entries[0]).toContain('Không đọc được người ký.');
    expect(entries[0]).toContain('van-ban/ra-soat.txt');
    expect(entries[1]).toContain('có câu giao việc');
    expect(entries[2]).toContain('«Sở Tài chinh»');
    expect(entries[2]).toContain('Hạn: trước ngày 15/07/2025');
    expect(entries[3]).toContain('Hết việc cần rà soát.');
    expect(shown).toContain('Đã xong 4 mục, ghi 4 lần sửa, để lại 0 mục');
    withDb((db) => {
      expect(listReview(db, { limit: 9 })).toEqual([]);
      expect(
        listHistoryOf(db, id).map(({ field, newValue, correctedBy }) => `${field} ${newValue} ${correctedBy}`),
      ).toEqual(['review confirmed Lan', 'passage not-a-task Lan', 'review confirmed Lan', 'review confirmed Lan']);
    });
    expect(await type([])).toContain('Hết việc cần rà soát.');
  });

  it('has deadlines and bodies typed, and shows what it made of them', async () => {
    const shown = await type([
      'jjH30/6',
      ENTER,
      'c\x15Sở Tài chính; Sở Xây dựng',
      ENTER,
      'c\x15phối hợp: so xay\t',
      ENTER,
      'q',
    ]);
    expect(shown).toContain('năm 2025 lấy theo ngày ban hành');
    // That nobody gave the year is said once.
    expect(shown).toMatch(/Hạn: trước ngày 30\/06\/2025 \(năm suy ra\)$/mu);
    const [task] = stored().directives;
    if (task === undefined) throw new Error('no task');
    expect(findFirstDeadline(task)?.due).toBe('2025-06-30');
    expect(listNames(task, 'lead')).toEqual(['Sở Tài chính', 'Sở Xây dựng']);
    expect(shown).toContain('“Sở Tài chinh” → “Sở Tài chính; Sở Xây dựng”');
  });

  it('completes the one name that goes on from what was typed', async () => {
    await type(['jjc\x15phối hợp: so xay\t', ENTER, 'q']);
    const [task] = stored().directives;
    expect(task === undefined ? [] : listNames(task, 'coordinating')).toEqual(['Sở Xây dựng']);
  });

  it('asks again for a time that cannot be, and leaves all as it was at Escape', async () => {
    const shown = await type(['jjh31/4', ENTER, 'quý III', ENTER, 'q']);
    expect(shown).toContain('Lịch không có ngày "31/4".');
    expect(findFirstDeadline(stored().directives[0] ?? { assignments: [] })?.due).toBe('2025-09-30');
  });

  it('splits, merges, takes back, also after it went on', async () => {
    await type(['jjTSở Y tế', ENTER, 'q']);
    expect(stored().directives.map(({ number }) => number)).toEqual(['1', '1.¶1', '2']);
    await type(['jjg1', ENTER, 'q']);
    expect(stored().directives.map(({ number }) => number)).toEqual(['1', '2']);
    await type([ENTER, 'd', ENTER, 'zzz', 'q']);
    expect(stored()).toEqual({ ...PAPER, directives: stored().directives });
    expect(withDb((db) => listReview(db, { limit: 9 }).length)).toBe(4);
  });

  it('takes letters of several bytes, cut anywhere, and what input methods send', async () => {
    const bytes = Buffer.from(`jjs\x15Sở Tài chính thẩm định dự toán${ENTER}q`);
    const chunks = Array.from(bytes, (byte) => Buffer.from([byte]));
    await type(chunks);
    expect(stored().directives[0]?.text).toBe('Sở Tài chính thẩm định dự toán');
    // Telex at work: "dđ", a letter erased and typed anew with its mark, marks as signs of their own; "đ" for the key D.
    await type(['jjs\x15Quy\x7fý bo\x7fa\u0301o', ENTER, 'đ', 'q']);
    expect(stored().directives[0]?.text).toBe('Quý báo');
    expect(withDb((db) => listHistoryOf(db, `${id}-1`).at(-1)?.newValue)).toBe('not-a-task');
  });

  it('adds a passage as a task, and corrects a header by the name of its field', async () => {
    const shown = await type([
      'sngười ký = Lê Thị Mẫu',
      ENTER,
      'sso = 15-KL/TU',
      ENTER,
      'skhông biết',
      ENTER,
      '\x15',
      ENTER,
      ENTER,
      'n',
      'q',
    ]);
    const { document, directives } = stored();
    expect([document.signer.name, document.number]).toEqual(['Lê Thị Mẫu', '15-KL/TU']);
    expect(shown).toContain('Ghi một trong: số, ký hiệu, loại văn bản');
    expect(directives.map(({ number, text }) => `${number} ${text}`)).toContain(
      '2.¶1 Giao Sở Nội vụ rà soát trước ngày 1/8/2025.',
    );
  });

  it('keeps what was saved when somebody presses Ctrl-C', async () => {
    await expect(type([ENTER, '\x03', ENTER])).rejects.toMatchObject({ code: 'interrupted' });
    await expect(type(['djh30', '\x03'])).rejects.toMatchObject({ code: 'interrupted' });
    expect(withDb((db) => listHistoryOf(db, id).map(({ field }) => field))).toEqual(['review', 'passage']);
  });

  it('tells what others changed meanwhile, and shows it as it is now', async () => {
    const input = new PassThrough();
    const running = runCommand(registerReviewOn({ input, output: {} }), ['review', '--db', path, '--by', 'Lan']);
    input.write('jjh');
    await new Promise((resolve) => setTimeout(resolve, 50));
    withDb((db) => correct(db, { do: 'fix', id: `${id}-1`, fields: { due: '1/9/2025' } }, { by: 'Minh', at: AT }));
    input.end(`30/6${ENTER}q`);
    const shown = await running;
    expect(shown).toContain('Minh vừa sửa mục này (hạn xử lý); chưa ghi gì.');
    expect(shown.split('Minh vừa sửa')[1]).toContain('01/09/2025');
    expect(findFirstDeadline(stored().directives[0] ?? { assignments: [] })?.due).toBe('2025-09-01');
  });

  it('lists the queue for people and programs', async () => {
    const list = await type([], '--list');
    expect(list).toContain('«Sở Tài chinh»');
    const rows = (await type([], '--json'))
      .trim()
      .split('\n')
      .map((line): { kind?: unknown } => JSON.parse(line));
    expect(rows.map(({ kind }) => kind)).toEqual(['header', 'passage', 'task', 'task']);
    expect((await type([], '--csv')).split('\n')[0]).toContain('Lý do');
    expect(await type(['q'], OTHER.document.id)).toContain('Hết việc cần rà soát.');
  });
});
