import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addKnownName,
  ingest,
  listDocuments,
  listKnownNames,
  openDatabase,
  removeKnownName,
  reprocess,
  type Store,
} from '../../../output/library.js';
import { completeBodies } from '../../../output/review/bodies.js';
import { correct as correctItem } from '../../../output/review/correct.js';
import { listReadNames } from '../../../output/store/known-names.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import type { OcrEngine } from '../../../pipeline/base/contract.js';
import { AT } from '../sample-records.js';

const now = () => AT;
/** No image is read here. */
const blind: OcrEngine = {
  id: 'blind',
  read: () => Promise.reject(new Error('Expected no image')),
  close: async () => undefined,
};
const NAME = 'Liên minh Chè Suối Mây và Bản Dốc';

const paper = (number: number): string => `TỈNH ỦY LAM TRÀ
*
Số ${number}-KL/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Lam Trà, ngày ${number} tháng 3 năm 2025
KẾT LUẬN
của Ban Thường vụ Tỉnh ủy về phát triển cây chè

Ban Thường vụ Tỉnh ủy kết luận như sau:
1. Giao Sở Công Thương phối hợp ${NAME} tổ chức hội chợ chè trước ngày 30/${number}/2025.
2. Sở Y tế kiểm tra an toàn thực phẩm tại hội chợ lần thứ ${number}.

Nơi nhận:
- Sở Công Thương;
- Lưu Văn phòng Tỉnh ủy.
T/M BAN THƯỜNG VỤ
BÍ THƯ
Trần Văn Mẫu
`;

let folder: string;
let db: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-names-'));
  db = openDatabase(join(folder, 'names.db'));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const take = async (number: number, isApart = false): Promise<void> => {
  const path = join(folder, `${number}.txt`);
  writeFileSync(path, paper(number));
  const [report] = await ingest(db, [path], isApart ? { now } : { now, openOcr: () => blind, check: true });
  expect(report?.result).toMatch(/^(?:stored|needs-review)$/u);
};

const find = (number: number) => {
  const record = [...listDocuments(db)].find(({ document }) => document.number === `${number}-KL/TU`);
  const [first] = record?.directives ?? [];
  if (record === undefined || first === undefined) throw new Error('Expected the paper');
  return { document: record.document.id, task: first.id, names: bodiesOf(first) };
};
const bodiesOf = ({ assignments }: { readonly assignments: readonly { bodies: readonly { name: string }[] }[] }) =>
  assignments.flatMap(({ bodies }) => bodies.map(({ name }) => name));

const correct = (number: number, field: 'lead' | 'coordinating' | 'text', value: string | null, by = 'Lan') => {
  const { document, task } = find(number);
  saveCorrection(db, {
    documentId: document,
    directiveId: task,
    field,
    oldValue: null,
    newValue: value,
    correctedBy: by,
    correctedAt: AT,
  });
  return task;
};

describe('names that corrections teach', () => {
  it('are read in later papers, and in stored ones when somebody asks for it', async () => {
    await take(4);
    expect(find(4).names).toEqual(['Sở Công Thương']);
    const task = correct(4, 'coordinating', NAME);
    expect(listKnownNames(db)).toEqual([
      { name: NAME, count: 1, sources: [{ by: 'Lan', at: AT, task }], isRemoved: false, isRead: true },
    ]);
    await take(5);
    expect(find(5).names).toEqual(['Sở Công Thương', NAME]);
    // What people teach makes nothing stale by itself.
    expect((await reprocess(db, { now, openOcr: () => blind })).files).toBe(0);
    expect(find(4).names).toEqual(['Sở Công Thương']);
    expect((await reprocess(db, { now, openOcr: () => blind, renamed: true })).files).toBe(1);
    expect(find(4).names).toEqual(['Sở Công Thương', NAME]);
    expect((await reprocess(db, { now, openOcr: () => blind, renamed: true })).files).toBe(0);
  });

  it('reach the processes that read files', async () => {
    addKnownName(db, NAME, { by: 'Minh', at: AT });
    await take(4, true);
    expect(find(4).names).toEqual(['Sở Công Thương', NAME]);
  });

  it('are counted over tasks, gone with the correction, and never a text', async () => {
    await take(4);
    await take(5);
    const tasks = [correct(4, 'lead', `${NAME}; Trại giống Ao Sen`), correct(5, 'lead', NAME, 'Minh')];
    correct(5, 'text', 'Trại giống Ao Bèo báo cáo');
    expect(listKnownNames(db).map(({ name, count }) => [name, count])).toEqual([
      [NAME, 2],
      ['Trại giống Ao Sen', 1],
    ]);
    expect(listKnownNames(db)[0]?.sources.map(({ by, task }) => [by, task])).toEqual([
      ['Lan', tasks[0]],
      ['Minh', tasks[1]],
    ]);
    correct(4, 'lead', null);
    expect(listKnownNames(db).map(({ name, count }) => [name, count])).toEqual([[NAME, 1]]);
  });

  it('of a common noun complete what is typed and are not read by', async () => {
    await take(4);
    correct(4, 'lead', 'Trung tâm');
    expect(listKnownNames(db)).toMatchObject([{ name: 'Trung tâm', isRead: false, isRemoved: false }]);
    expect(listReadNames(db)).toEqual([]);
  });

  it('go when their correction is taken back', async () => {
    await take(4);
    const { written } = correctItem(
      db,
      { do: 'fix', id: find(4).task, fields: { coordinating: NAME } },
      { by: 'Lan', at: AT },
    );
    expect(listReadNames(db)).toEqual([NAME]);
    correctItem(db, { do: 'undo', key: written[0]?.key ?? 0 }, { by: 'Lan', at: AT });
    expect(listKnownNames(db)).toEqual([]);
  });

  it('complete what is typed, unless they were taken out', async () => {
    await take(4);
    addKnownName(db, 'Trại giống Ao Sen', { by: 'Lan', at: AT });
    const names = (typed: string) => completeBodies(db, typed).map(({ name }) => name);
    expect([names('ao sen'), names('so cong'), names('bèo')]).toEqual([['Trại giống Ao Sen'], ['Sở Công Thương'], []]);
    removeKnownName(db, 'Trại giống Ao Sen', { by: 'Lan', at: AT });
    expect(names('ao sen')).toEqual([]);
  });

  it('can be taken out for good, and be added again', async () => {
    await take(4);
    correct(4, 'coordinating', NAME);
    removeKnownName(db, NAME.toUpperCase(), { by: 'Minh', at: AT });
    expect(listReadNames(db)).toEqual([]);
    expect(listKnownNames(db)).toMatchObject([{ name: NAME, count: 1, isRemoved: true, isRead: false }]);
    await take(5);
    correct(5, 'coordinating', NAME);
    expect(listReadNames(db)).toEqual([]);
    expect(find(5).names).toEqual(['Sở Công Thương']);
    addKnownName(db, NAME, { by: 'Minh', at: AT });
    expect(listReadNames(db)).toEqual([NAME]);
    expect(() => removeKnownName(db, 'Sở Không Có', { by: 'Minh', at: AT })).toThrow(
      expect.objectContaining({ code: 'usage' }),
    );
    expect(() => addKnownName(db, 'Sở', { by: 'Minh', at: AT })).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});
