import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerUndo } from '../../cli/commands/batches.js';
import {
  registerAdd,
  registerConfirm,
  registerDismiss,
  registerFix,
  registerSplit,
} from '../../cli/commands/correct.js';
import { registerHistory } from '../../cli/commands/history.js';
import { registerMerge } from '../../cli/commands/merge.js';
import { registerNames } from '../../cli/commands/names.js';
import { registerShow } from '../../cli/commands/show.js';
import { openDatabase } from '../../output/library.js';
import { saveFiles } from '../../output/store/save-file.js';
import { makeDocument, makeFile, SAMPLES } from '../output/sample-records.js';
import { runCommand } from './run-command.js';

const PAPER = SAMPLES[0] ?? makeDocument('none', []);
const { id } = PAPER.document;
const PASSAGE = makeDocument('đoạn', [], {
  number: '9-KL/TU',
  unclaimed: [{ page: 1, text: 'Giao Sở Y tế báo cáo.', why: 'order' }],
});
const TWIN = makeDocument('hai', [], { number: '05-TB/HU' });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-correct-'));
  const db = openDatabase(join(folder, 'x.db'));
  saveFiles(
    db,
    [...SAMPLES, PASSAGE, TWIN].map((record) => makeFile(record)),
  );
  db.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (register: (program: Command) => void, ...words: string[]): Promise<string> => {
  const [command = '', ...rest] = words;
  return runCommand(register, [command, '--db', join(folder, 'x.db'), ...rest]);
};

describe('commands that correct', () => {
  it('say what was written, with the year that was supplied, and how to take it back', async () => {
    expect(await run(registerFix, 'fix', `${id}-1`, '--due', '30/6', '--lead', 'Sở Y tế', '--by', 'Lan')).toBe(
      [
        'Đã ghi s1 · hạn xử lý: 15/07/2025 → 30/06/2025 (năm 2025 lấy theo ngày ban hành)',
        'Đã ghi s2 · chủ trì: “Đảng uỷ Ủy ban nhân dân tỉnh” → “Sở Y tế”',
        'Lấy lại: ketluan undo s1, ketluan undo s2',
        'Tên mới trong cơ sở dữ liệu: “Sở Y tế”\n',
      ].join('\n'),
    );
    expect(await run(registerFix, 'fix', `${id}-1`, '--due', '30/6/2025')).toBe('Đã đúng như vậy, không ghi gì.\n');
    expect(await run(registerConfirm, 'confirm', `${id}-1`, '--by', 'Lan')).toContain('rà soát: (không) → đúng');
    expect(await run(registerShow, 'show', `${id}-1`)).toContain('đã xác nhận');
    expect(await run(registerUndo, 'undo', 's1', '--by', 'Minh')).toContain('hạn xử lý: 30/06/2025 → 15/07/2025');
    const history = await run(registerHistory, 'history', `${id}-1`);
    expect(history.split('\n').map((line) => line.replace(/\d\d:\d\d, [\d/]+/u, 'lúc'))).toEqual([
      's1 · lúc · Lan · mục 1 · hạn xử lý: 15/07/2025 → 30/06/2025 (năm 2025 lấy theo ngày ban hành) · đã hoàn tác (s4)',
      's2 · lúc · Lan · mục 1 · chủ trì: “Đảng uỷ Ủy ban nhân dân tỉnh” → “Sở Y tế”',
      's3 · lúc · Lan · mục 1 · rà soát: (không) → đúng',
      's4 · lúc · Minh · mục 1 · hạn xử lý: 30/06/2025 → 15/07/2025 · hoàn tác s1',
      '',
    ]);
    expect(await run(registerHistory, 'history', '--unsettled')).toBe('Không có chỉnh sửa nào cần xem lại.\n');
  });

  it('take a paper by its number, and refuse one that several have', async () => {
    expect(await run(registerFix, 'fix', '12-kl/tu', '--signer', 'Lê Thị Mẫu', '--issued', '15.6.25')).toContain(
      'người ký: “Trần Văn Mẫu” → “Lê Thị Mẫu”',
    );
    await run(registerConfirm, 'confirm', '12-kl/tu', '--by', 'Lan');
    expect(await run(registerHistory, 'history', '12-kl/tu')).toContain(
      ' · Lan · phần đầu văn bản · rà soát: (không) → đúng',
    );
    await expect(run(registerConfirm, 'confirm', '05-TB/HU')).rejects.toMatchObject({ code: 'usage' });
    await expect(run(registerConfirm, 'confirm', '99')).rejects.toMatchObject({ code: 'usage' });
    await expect(run(registerFix, 'fix', `${id}-1`)).rejects.toMatchObject({ code: 'usage' });
    await expect(run(registerFix, 'fix', `${id}-1`, '--signer', 'A')).rejects.toMatchObject({
      code: 'correction-invalid',
    });
    await expect(run(registerUndo, 'undo', 's1', '--dry-run')).rejects.toMatchObject({ code: 'usage' });
    // Whoever does something has a name.
    for (const by of ['', ' ']) {
      await expect(run(registerUndo, 'undo', '1', '--by', by)).rejects.toMatchObject({ code: 'usage' });
      const add = ['names', 'add', 'Trại giống Ao Sen', '--by', by, '--db', join(folder, 'x.db')];
      await expect(runCommand(registerNames, add)).rejects.toThrow(/is empty/u);
    }
  });

  it('take each name of a body that is given, and no other value twice', async () => {
    const twice = ['--lead', 'Sở Y tế', '--lead', 'Sở Nội vụ'];
    expect(await run(registerFix, 'fix', `${id}-1`, ...twice)).toContain('→ “Sở Y tế; Sở Nội vụ”');
    await expect(run(registerFix, 'fix', `${id}-1`, '--due', '1/8', '--due', '2/8')).rejects.toMatchObject({
      code: 'commander.invalidArgument',
    });
  });

  it('tell what a corrected text says now, and change no day and no body by it', async () => {
    const text = 'Sở Y tế chủ trì thẩm định dự toán, chậm nhất ngày 31/8/2025.';
    const told = await run(registerFix, 'fix', `${id}-2`, '--text', text, '--by', 'Lan');
    expect(told.split('\n').slice(1, 4)).toEqual([
      'Chữ đã sửa nay đọc ra khác với những gì đang tính (chưa đổi):',
      `  hạn xử lý: đọc ra 31/08/2025, đang tính 30/06/2025 → nếu đúng: ketluan fix ${id}-2 --due "31/08/2025"`,
      `  chủ trì: đọc ra “Sở Y tế”, đang tính “Sở Tài chính” → nếu đúng: ketluan fix ${id}-2 --lead "Sở Y tế"`,
    ]);
    expect(await run(registerShow, 'show', `${id}-2`)).toContain('30/06/2025');
    await run(registerFix, 'fix', `${id}-2`, '--due', '31/8/2025', '--lead', 'Sở Y tế', '--by', 'Lan');
    expect(
      await run(registerFix, 'fix', `${id}-2`, '--text', `${text} `.replace('dự toán', 'toàn bộ dự toán')),
    ).not.toContain('đọc ra');
  });

  it('tell a name that is new, with those like it', async () => {
    const told = await run(registerFix, 'fix', `${id}-2`, '--lead', 'Sở Tai chính', '--coordinate', 'Sở Xây dựng');
    expect(told.trim().split('\n').at(-1)).toBe('Tên mới trong cơ sở dữ liệu: “Sở Tai chính”; gần giống: Sở Tài chính');
  });

  it('never cut a word, a number or a day in two, and show both parts', async () => {
    const [text = ''] = PAPER.directives.flatMap((one) => (one.id === `${id}-1` ? [one.text] : []));
    const day = /\d{1,2}\/\d{1,2}\/\d{4}/u.exec(text)?.[0] ?? '';
    expect(day).not.toBe('');
    for (const at of [day.slice(-4), day.slice(-2), day.slice(-6)])
      await expect(run(registerSplit, 'split', `${id}-1`, '--at', at)).rejects.toMatchObject({
        code: 'correction-invalid',
      });
    const merged = await run(registerMerge, 'merge', `${id}-1`, `${id}-2`, '--by', 'Lan');
    const [, key = ''] = /Đã ghi (s\d+)/u.exec(merged) ?? [];
    await expect(run(registerShow, 'show', `${id}-2`)).rejects.toMatchObject({
      text: { vi: `Mục ${id}-2 đã được gộp vào ${id}-1 (${key}, Lan).` },
      hint: { vi: `Xem: ketluan show ${id}-1` },
    });
    await expect(run(registerConfirm, 'confirm', `${id}-2`)).rejects.toThrow(/into/u);
    const split = JSON.parse(await run(registerSplit, 'split', `${id}-3`, '--at', 'đôn đốc', '--json'));
    const made = split.written[0].detail.id;
    await run(registerUndo, 'undo', `s${split.written[0].key}`);
    await expect(run(registerShow, 'show', made)).rejects.toThrow(/which was taken back/u);
    expect(merged.split('\n')[0]).toMatch(/gộp mục: “1\..*” \+ “2\..*”$/u);
  });

  it('split, merge, dismiss and add, and tell programs in JSON', async () => {
    const split = JSON.parse(await run(registerSplit, 'split', `${id}-2`, '--at', 'phối hợp', '--json'));
    expect(split).toMatchObject({ id: `${id}-2`, written: [{ field: 'split' }], lost: [] });
    const part = split.written[0].detail.id;
    expect(await run(registerDismiss, 'dismiss', part)).toContain('không phải nhiệm vụ');
    expect(await run(registerMerge, 'merge', `${id}-2`, part)).toContain('gộp mục');
    const shown = await run(registerShow, 'show', '9-KL/TU');
    const passage = /Chưa thành nhiệm vụ .*· (\S+)$/mu.exec(shown)?.[1] ?? '';
    expect(await run(registerAdd, 'add', passage, '--text', 'Sở Y tế báo cáo trước 1/8.')).toContain('thêm nhiệm vụ');
    expect(await run(registerShow, 'show', passage)).toContain('trước ngày 01/08/2025');
    const rows = (await run(registerHistory, 'history', '--json')).trim().split('\n');
    expect(rows.map((line) => JSON.parse(line).field)).toEqual(['add', 'merge', 'review', 'split']);
    expect((await run(registerHistory, 'history', '--csv')).split('\r\n')[1]).toContain('thêm nhiệm vụ');
    expect(
      await runCommand(registerHistory, ['--lang', 'en', 'history', '--db', join(folder, 'x.db'), passage]),
    ).toContain('task added: (none)');
  });
});
