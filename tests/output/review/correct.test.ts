import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type CorrectionConflict,
  type CorrectionRequest,
  completeBodies,
  correct,
  correctAll,
  findItem,
  listHistoryOf,
  listReview,
  listUnsettled,
  loadDocument,
  type ReviewItem,
  type Store,
  search,
} from '../../../output/library.js';
import { passagesOf } from '../../../output/review/items.js';
import { loadStored } from '../../../output/store/load-document.js';
import { saveFile } from '../../../output/store/save-file.js';
import { findFirstDeadline } from '../../../output/tracker/first-deadline.js';
import { listNames } from '../../../output/tracker/list-names.js';
import type { Directive } from '../../../schemas/directive.js';
import type { ExportedDocument } from '../../../schemas/export.js';
import { makeNote } from '../../../schemas/note.js';
import { AT, makeBody, makeDeadline, makeDocument, makeFile, openWith, SAMPLES, TODAY } from '../sample-records.js';

const LAN = { by: 'Lan', at: AT };
const MINH = { by: 'Minh', at: '2025-07-02T08:00:00+07:00' };
const PAPER = SAMPLES[0] ?? makeDocument('none', []);
const ID = PAPER.document.id;
const task = (ordinal: number): string => `${ID}-${ordinal}`;

const open = (records: readonly ExportedDocument[] = SAMPLES): Store => openWith(records);
const stored = (db: Store, id: string): Directive | undefined =>
  loadStored(db, id.slice(0, 12))?.directives.find((one) => one.id === id);
const dueOf = (db: Store, id: string): unknown => {
  const directive = stored(db, id);
  const deadline = directive === undefined ? null : findFirstDeadline(directive);
  return deadline === null ? null : [deadline.due, deadline.kind, deadline.bound, deadline.inferred];
};
const codeOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return undefined;
};
const hits = (db: Store, words: string): string[] =>
  search(db, { words, filters: {}, today: TODAY, limit: 20 }).hits.map((hit) => hit.number);
const fix = (id: string, fields: Record<string, string | null>): CorrectionRequest => ({ do: 'fix', id, fields });
const revisionOf = (item: ReviewItem | undefined): string => item?.revision ?? '';

describe('a time as it is typed', () => {
  it.each([
    ['30/6', ['2025-06-30', 'date', 'before', true]],
    ['đến 30/6', ['2025-06-30', 'date', 'by', true]],
    ['15/6/25', ['2025-06-15', 'date', 'before', false]],
    ['15.6.2026', ['2026-06-15', 'date', 'before', false]],
    ['2026-01-31', ['2026-01-31', 'date', 'before', false]],
    ['1/1/2040', ['2040-01-01', 'date', 'before', false]],
    ['quy ii', ['2025-06-30', 'date', 'before', true]],
    ['thuong xuyen', [null, 'standing', null, false]],
    ['quý II', ['2025-06-30', 'date', 'before', true]],
    ['Tháng 9', ['2025-09-30', 'date', 'before', true]],
    ['cuối năm', ['2025-12-31', 'date', 'before', true]],
    ['trước 1/8', ['2025-08-01', 'date', 'before', true]],
    ['thường xuyên', [null, 'standing', null, false]],
    ['hằng quý', [null, 'recurring', null, false]],
    ['không có hạn', null],
    ['không', null],
    ['', null],
  ])('%s', (typed, expected) => {
    const db = open();
    correct(db, fix(task(1), { due: typed }), LAN);
    expect(dueOf(db, task(1))).toEqual(expected);
  });

  it.each([
    '31/4',
    '1/6/2025',
    '30/2/2025',
    'abc',
    '12',
    '30/6 hoặc 15/7',
    'tháng 13',
    'quý V',
    '30/6/2205',
    'mai',
    'trước ngày mai',
    'tuần sau',
    '10 ngày nữa',
  ])('is refused with what was expected: %s', (typed) => {
    const db = open();
    expect(codeOf(() => correct(db, fix(task(1), { due: typed }), LAN))).toBe('correction-invalid');
    expect(listHistoryOf(db, ID)).toEqual([]);
  });

  it('tells the other times of the item that go with the old one, and stays with the body of the first', () => {
    const make = (name: string, day: string, due: string | null) => ({
      text: name,
      span: { start: 0, end: 0 },
      bodies: [makeBody(name)],
      deadlines: due === null ? [] : [makeDeadline(day, due, { span: { start: 3, end: 3 + day.length } })],
    });
    const made = makeDocument('three', [{ number: '1', text: '1. 01/7/2025, 20/7/2025.' }], { issuedOn: '2025-06-10' });
    const [only] = made.directives;
    if (only === undefined) throw new Error('Expected a task');
    const assignments = [
      make('Sở A', '', null),
      make('Sở B', '01/7/2025', '2025-07-01'),
      make('Sở C', '20/7/2025', '2025-07-20'),
    ];
    const db = open([{ ...made, directives: [{ ...only, assignments }] }]);
    const done = correct(db, fix(only.id, { due: '5/7/2025' }), LAN);
    expect(done.written[0]?.detail).toMatchObject({ kind: 'due', replaced: ['20/7/2025'] });
    const dues = (): unknown =>
      stored(db, only.id)?.assignments.map(({ deadlines }) => deadlines.map(({ due }) => due));
    expect(dues()).toEqual([[], ['2025-07-05'], []]);
    correct(db, { do: 'undo', key: done.written[0]?.key ?? 0 }, LAN);
    expect(dues()).toEqual([[], ['2025-07-01'], ['2025-07-20']]);
    const none = correct(db, fix(only.id, { due: 'không có hạn' }), LAN);
    expect(none.written[0]?.detail).toEqual({ kind: 'due', replaced: ['20/7/2025'] });
    expect(dues()).toEqual([[], [], []]);
    expect(correct(db, fix(only.id, { due: '5/7/2025' }), LAN).written[0]?.detail).not.toHaveProperty('replaced');
  });

  it('asks for the year where the paper has no date', () => {
    const undated = makeDocument('undated', [{ number: '1', text: '1. Sở Y tế báo cáo.' }], {
      issuedOn: null,
      heldOn: null,
    });
    const db = open([undated]);
    const id = `${undated.document.id}-1`;
    expect(() => correct(db, fix(id, { due: '30/6' }), LAN)).toThrow(
      expect.objectContaining({ code: 'correction-invalid' }),
    );
    correct(db, fix(id, { due: '30/6/2025' }), LAN);
    expect(dueOf(db, id)).toEqual(['2025-06-30', 'date', 'by', false]);
  });

  it('says what taking back comes to: a later one goes on to count, one taken back before counts no more', () => {
    const record = makeDocument('thrice', [
      { number: '1', text: '1. Sở Y tế báo cáo 01/7/2025.', deadlines: [makeDeadline('01/7/2025', '2025-07-01')] },
    ]);
    const [{ id } = { id: '' }] = record.directives;
    const db = open([record]);
    const keys = ['2/7/2025', '3/7/2025', '4/7/2025'].map(
      (due) => correct(db, fix(id, { due }), LAN).written[0]?.key ?? 0,
    );
    const undo = (key: number | undefined): readonly [unknown, unknown, unknown] => {
      const [one] = correct(db, { do: 'undo', key: key ?? 0 }, LAN).written;
      const [due] = z.tuple([z.string()]).rest(z.unknown()).parse(dueOf(db, id));
      return [one?.oldValue, one?.newValue, due];
    };
    expect(undo(keys[1])).toEqual(['2025-07-04', '2025-07-04', '2025-07-04']);
    expect(undo(keys[2])).toEqual(['2025-07-04', '2025-07-02', '2025-07-02']);
    expect(undo(keys[0])).toEqual(['2025-07-02', '2025-07-01', '2025-07-01']);
    // The undo of the second is taken back: the second stands again.
    const again = listHistoryOf(db, id).find(({ undoes }) => undoes === keys[1])?.key;
    expect(undo(again)).toEqual(['2025-07-01', '2025-07-03', '2025-07-03']);
  });

  it('is taken back, and given again, where a wording without a day had been read', () => {
    const record = makeDocument('wording', [
      { number: '1', text: 'Sở Y tế báo cáo trước ngày ấy.', deadlines: [makeDeadline('trước ngày ấy', null)] },
    ]);
    const [{ id } = { id: '' }] = record.directives;
    const db = open([record]);
    const wording = dueOf(db, id);
    const { written } = correct(db, fix(id, { due: '30/6/2025' }), LAN);
    const given = dueOf(db, id);
    correct(db, { do: 'undo', key: written[0]?.key ?? 0 }, LAN);
    expect(dueOf(db, id)).toEqual(wording);
    correct(db, { do: 'undo', key: listHistoryOf(db, id).at(-1)?.key ?? 0 }, LAN);
    expect(dueOf(db, id)).toEqual(given);
  });
});

describe('bodies as they are typed', () => {
  it('are read by the grammar of names, and found by their normal form', () => {
    const db = open();
    correct(db, fix(task(1), { lead: 'Sở NN&PTNT, UBND tỉnh', coordinating: 'Tổ công tác liên ngành A' }), LAN);
    const directive = stored(db, task(1));
    expect(directive === undefined ? [] : listNames(directive, 'lead')).toEqual(['Sở NN&PTNT', 'UBND tỉnh']);
    expect(directive === undefined ? [] : listNames(directive, 'coordinating')).toEqual(['Tổ công tác liên ngành A']);
    const byName = search(db, {
      words: '',
      filters: { lead: 'uỷ ban nhân dân tỉnh' },
      today: TODAY,
      limit: 5,
    }).hits.map(({ directiveId }) => directiveId);
    expect(byName).toEqual([task(1)]);
  });

  it.each(['-', '−', '–', '', 'không'])('are none: %j', (typed) => {
    const db = open();
    correct(db, fix(task(1), { lead: typed }), LAN);
    const directive = stored(db, task(1));
    expect(directive === undefined ? undefined : listNames(directive, 'lead')).toEqual([]);
  });

  it('of a paper that another reading of its file does not hold are told', () => {
    const db = open();
    correct(db, fix(task(1), { due: '1/8/2025' }), LAN);
    const [paper] = SAMPLES;
    if (paper === undefined) throw new Error('Expected a sample');
    const renamed = JSON.parse(
      JSON.stringify(paper).replaceAll(new RegExp(`${ID}(?![0-9a-f])`, 'gu'), 'other'),
    ) as ExportedDocument;
    saveFile(db, makeFile(renamed));
    expect(listUnsettled(db).map(({ correction, why }) => [correction.documentId, why])).toEqual([[ID, 'lost']]);
  });

  it('complete from names of this database', () => {
    const db = open();
    expect(completeBodies(db, 'so tai').map(({ name }) => name)).toEqual(['Sở Tài chính']);
    expect(completeBodies(db, 'xay').map(({ name }) => name)).toEqual(['Sở Xây dựng']);
    expect(completeBodies(db, 'UBND').map(({ name }) => name)).toContain('UBND xã Bãi Sậy');
    expect(completeBodies(db, 'ủy ban nhân').map(({ name }) => name)).toContain('Đảng uỷ Ủy ban nhân dân tỉnh');
    expect(completeBodies(db, '  ')).toEqual([]);
  });
});

describe('the header of a paper', () => {
  it('is corrected field by field; what was suggested is settled', () => {
    const suggested = { number: '07-KL/TU', issuedOn: '2025-06-11', confidence: 0.8, from: 'handwriting' as const };
    const paper = makeDocument('s', [], {
      number: null,
      issuedOn: null,
      suggested,
      numberParts: { digits: null, symbol: '-KL/TU' },
    });
    const db = open([paper]);
    const { id } = paper.document;
    correct(db, { do: 'accept', id }, LAN);
    expect(loadStored(db, id)?.document).toMatchObject({ number: '07-KL/TU', issuedOn: '2025-06-11' });
    expect(loadStored(db, id)?.document).not.toHaveProperty('suggested');
    expect(loadStored(db, id)?.document).not.toHaveProperty('numberParts');
    expect(codeOf(() => correct(db, { do: 'accept', id }, LAN))).toBe('correction-invalid');
    correct(
      db,
      fix(id, { issuedOn: '12/6/25', signerName: 'Lê Thị Mẫu', recipients: 'Các sở;Lưu VT', heldOn: '-' }),
      LAN,
    );
    expect(loadStored(db, id)?.document).toMatchObject({
      issuedOn: '2025-06-12',
      heldOn: null,
      signer: { name: 'Lê Thị Mẫu', position: 'Bí thư' },
      recipients: ['Các sở', 'Lưu VT'],
    });
    expect(loadDocument(db, id)).toEqual(paper);
    for (const day of ['12/6', '2/7/2025', '31/12/2099'])
      expect(codeOf(() => correct(db, fix(id, { issuedOn: day }), LAN))).toBe('correction-invalid');
    expect(codeOf(() => correct(db, fix(id, { heldOn: '31/12/2099' }), LAN))).toBe('correction-invalid');
    expect(codeOf(() => correct(db, fix(id, { due: '12/6' }), LAN))).toBe('correction-invalid');
  });
});

describe('items', () => {
  const text = PAPER.directives[1]?.text ?? '';
  const quote = 'chậm nhất ngày 30/6/2025';
  const at = { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length };
  const name = { start: text.indexOf('Sở Xây'), end: text.indexOf(' thẩm') };
  const placed = makeDocument('a', [
    { number: '1', text: PAPER.directives[0]?.text ?? '' },
    {
      number: '2',
      text,
      bodies: [
        makeBody('Sở Tài chính', { span: { start: 3, end: 15 } }),
        makeBody('Sở Xây dựng', { role: 'coordinating', span: name }),
      ],
      deadlines: [makeDeadline(quote, '2025-06-30', { span: at })],
    },
    { number: '3', text: PAPER.directives[2]?.text ?? '' },
  ]);

  it('are split where somebody says, and each part keeps what is its own', () => {
    const db = open([placed]);
    const { written } = correct(db, { do: 'split', id: task(2), at: 'phối hợp' }, LAN);
    const [first, second] = (loadStored(db, ID)?.directives ?? []).slice(1, 3);
    expect([first?.text, second?.text]).toEqual(['2. Sở Tài chính chủ trì,', text.slice(text.indexOf('phối hợp'))]);
    expect([first?.number, second?.number]).toEqual(['2', '2.¶1']);
    expect(dueOf(db, task(2))).toBeNull();
    expect(second === undefined ? [] : dueOf(db, second.id)).toEqual(['2025-06-30', 'date', 'by', false]);
    expect(second?.assignments[0]?.bodies.map(({ name, role }) => `${role} ${name}`)).toEqual([
      'lead Sở Tài chính',
      'coordinating Sở Xây dựng',
    ]);
    expect(hits(db, 'thẩm định dự toán')).toEqual(['2.¶1']);
    correct(db, fix(second?.id ?? '', { due: '1/8/2025' }), MINH);
    expect(second === undefined ? [] : dueOf(db, second.id)).toEqual(['2025-08-01', 'date', 'by', false]);
    const own = second?.assignments[0];
    expect(own?.deadlines.map(({ span }) => second?.text.slice(span.start, span.end))).toEqual([quote]);
    // Taken back: the whole is there again, and what was said of the part waits.
    const { lost } = correct(db, { do: 'undo', key: written[0]?.key ?? 0 }, LAN);
    expect(loadStored(db, ID)).toEqual(placed);
    expect(lost.map(({ field }) => field)).toEqual(['due']);
    expect(listUnsettled(db).map(({ why }) => why)).toEqual(['lost']);
    // And the taking back is taken back.
    const undone = listHistoryOf(db, ID).at(-1)?.key ?? 0;
    correct(db, { do: 'undo', key: undone }, LAN);
    expect(second === undefined ? [] : dueOf(db, second.id)).toEqual(['2025-08-01', 'date', 'by', false]);
    expect(listUnsettled(db)).toEqual([]);
    expect(listHistoryOf(db, ID).map(({ field, undoes }) => (undoes === undefined ? field : `undo ${field}`))).toEqual([
      'split',
      'due',
      'undo split',
      'undo split',
    ]);
  });

  it.each(['2.', 'không có chữ này', 0, text.length, 't'])('are not split at %s', (at) => {
    const db = open();
    expect(codeOf(() => correct(db, { do: 'split', id: task(2), at }, LAN))).toBe('correction-invalid');
  });

  it('are merged in their order, and the split of a merged one is refused an undo below it', () => {
    const db = open();
    const { written } = correct(db, { do: 'merge', id: task(2), other: task(1) }, LAN);
    const directives = loadStored(db, ID)?.directives ?? [];
    expect(directives.map(({ number }) => number)).toEqual(['2', '3']);
    expect(directives[0]?.text).toBe(`${PAPER.directives[0]?.text} ${text}`);
    expect(dueOf(db, task(2))).toEqual(['2025-06-30', 'date', 'by', false]);
    correct(db, fix(task(2), { text: 'Chữ đã gõ lại.' }), LAN);
    expect(codeOf(() => correct(db, { do: 'undo', key: written[0]?.key ?? 0 }, LAN))).toBe('correction-invalid');
    const last = listHistoryOf(db, ID).at(-1)?.key ?? 0;
    correctAll(
      db,
      [
        { do: 'undo', key: last },
        { do: 'undo', key: written[0]?.key ?? 0 },
      ],
      LAN,
    );
    expect(loadStored(db, ID)).toEqual(PAPER);
    expect(codeOf(() => correct(db, { do: 'merge', id: task(2), other: task(2) }, LAN))).toBe('correction-invalid');
  });

  it('are made of passages, and passages are set aside', () => {
    const passage = { page: 1, text: 'Giao Sở Y tế báo cáo trước ngày 20/8/2025.', why: 'order' as const };
    const other = { page: 1, text: 'Trân trọng đề nghị các đơn vị quan tâm.', why: 'order' as const };
    const paper = makeDocument('p', [{ number: '1', text: '1. Sở Y tế họp.' }], {
      unclaimed: [passage, other],
      needsReview: true,
    });
    const db = open([paper]);
    const paperNow = () => findItem(db, paper.document.id)?.paper;
    const [one, two] = paperNow() === undefined ? [] : passagesOf(paperNow() as never);
    correct(db, { do: 'add', id: one?.id ?? '' }, LAN);
    const added = loadStored(db, paper.document.id)?.directives[1];
    expect(added).toMatchObject({ id: one?.id, number: '1.¶1', kind: 'task', page: 1, text: passage.text });
    expect(added === undefined ? [] : listNames(added, 'lead')).toEqual(['Sở Y tế']);
    expect(dueOf(db, one?.id ?? '')).toEqual(['2025-08-20', 'date', 'before', false]);
    correct(db, { do: 'dismiss', id: two?.id ?? '' }, LAN);
    expect(loadStored(db, paper.document.id)?.document.unclaimed).toEqual([]);
    expect(loadDocument(db, paper.document.id)).toEqual(paper);
    expect(findItem(db, two?.id ?? '')).toBeUndefined();
  });
});

describe('what others changed meanwhile', () => {
  it('is told with both values, and not overwritten', () => {
    const db = open();
    const seen = revisionOf(findItem(db, task(1)));
    correct(db, fix(task(1), { due: '1/8/2025' }), MINH);
    const late = (request: CorrectionRequest): CorrectionConflict['conflict'] | undefined => {
      try {
        correct(db, request, LAN);
      } catch (error) {
        return (error as CorrectionConflict).conflict;
      }
      return undefined;
    };
    const expected = { field: 'due', seen: '2025-07-15', now: '2025-08-01', by: 'Minh', at: MINH.at };
    expect(late({ do: 'confirm', id: task(1), revision: seen })).toMatchObject(expected);
    expect(late({ ...fix(task(1), { due: '2/8/2025' }), before: { due: '2025-07-15' } } as never)).toMatchObject(
      expected,
    );
    expect(listHistoryOf(db, task(1)).map(({ correctedBy }) => correctedBy)).toEqual(['Minh']);
    const item = findItem(db, task(1));
    correct(db, { do: 'confirm', id: task(1), revision: revisionOf(item) }, LAN);
    expect(findItem(db, task(1))).toMatchObject({ review: 'confirmed' });
  });

  it.each([
    { do: 'fly', id: 'x' },
    { do: 'fix', id: 'x', fields: { colour: 'red' } },
    { do: 'confirm', id: 'x', sure: true },
  ])('is not asked for what is no request: %j', (request) => {
    expect(codeOf(() => correct(open(), request as never, LAN))).toBe('usage');
  });

  it('leaves nothing half done', () => {
    const db = open();
    const both = [fix(task(1), { due: '1/8' }), fix(task(2), { due: '31/4' })];
    expect(codeOf(() => correctAll(db, both, LAN))).toBe('correction-invalid');
    expect([listHistoryOf(db, ID), loadStored(db, ID)]).toEqual([[], PAPER]);
  });
});

describe('another reading', () => {
  const read = (sketches: Parameters<typeof makeDocument>[1]) => ({
    ...makeDocument('a', sketches),
    document: PAPER.document,
  });
  const again = (db: Store, record: ExportedDocument): unknown => saveFile(db, makeFile(record));
  const texts = PAPER.directives.map((one) => one.text);

  it('finds tasks again under other numbers, and never puts a correction on another task', () => {
    const db = open();
    correctAll(
      db,
      [fix(task(1), { lead: 'Sở Y tế' }), { do: 'dismiss', id: task(3) }, fix(task(2), { due: '1/9/2025' })],
      LAN,
    );
    // An item before them was overlooked: every number, and with it every id, goes to the next.
    const shifted = read([
      { number: '1', text: 'Sở Nội vụ tham mưu kiện toàn Ban Chỉ đạo cải cách hành chính của tỉnh trong tháng này.' },
      { number: '2', text: texts[0] ?? '', bodies: [makeBody('Đảng uỷ Ủy ban nhân dân tỉnh')] },
      { number: '3', text: texts[1] ?? '' },
    ]);
    again(db, shifted);
    const leads = (loadStored(db, ID)?.directives ?? []).map((one) => listNames(one, 'lead').join());
    expect(leads).toEqual(['', 'Sở Y tế', '']);
    expect(dueOf(db, task(3))).toEqual(['2025-09-01', 'date', 'by', false]);
    const unsettled = listUnsettled(db);
    expect(unsettled.find(({ why }) => why === 'lost')?.correction).toMatchObject({
      field: 'review',
      newValue: 'not-a-task',
    });
    // The old reading comes back: everything is where it was.
    again(db, PAPER);
    expect(listUnsettled(db)).toEqual([]);
    expect(listNames(stored(db, task(1)) ?? (PAPER.directives[0] as Directive), 'lead')).toEqual(['Sở Y tế']);
    expect(findItem(db, task(3))).toMatchObject({ review: 'not-a-task' });
  });

  it('keeps what people said, and shows where it reads otherwise than they saw', () => {
    const db = open();
    correctAll(db, [fix(task(1), { due: '1/8/2025' }), { do: 'confirm', id: task(2) }], LAN);
    const other = read([
      {
        number: '1',
        text: texts[0] ?? '',
        deadlines: [makeDeadline('trước ngày 19/7/2025', '2025-07-19', { bound: 'before' })],
      },
      {
        number: '2',
        text: texts[1] ?? '',
        bodies: [makeBody('Sở Tư pháp')],
        deadlines: [makeDeadline('x', '2025-06-30')],
      },
      { number: '3', text: texts[2] ?? '' },
    ]);
    again(db, other);
    expect(dueOf(db, task(1))).toEqual(['2025-08-01', 'date', 'before', false]);
    expect(listUnsettled(db).map(({ correction, why, now }) => [correction.field, why, now])).toEqual([
      ['due', 'differs', '2025-07-19'],
      ['review', 'differs', texts[1]],
    ]);
    // Who goes through the queue meets it, and calls it right again in view of what is read now.
    const queue = () =>
      listReview(db, { limit: 9 })
        .filter(({ item }) => item.id.startsWith(ID))
        .map(({ item, reasons }) => [item.id, reasons.map(({ message }) => message.vi)]);
    expect(queue()).toEqual([
      [task(2), ['Đã có người xác nhận (Lan), nhưng lần đọc mới đọc khác: chủ trì “Sở Tư pháp”']],
    ]);
    correct(db, { do: 'confirm', id: task(2) }, { by: 'Mai', at: '2025-07-03T08:00:00+07:00' });
    expect(queue()).toEqual([]);
    expect(correct(db, { do: 'confirm', id: task(2) }, LAN).written).toEqual([]);
  });

  it('shows doubts that came after somebody called a paper right', () => {
    const doubted = (...rules: ('header/signer-missing' | 'header/date-missing')[]): ExportedDocument => ({
      ...PAPER,
      document: { ...PAPER.document, needsReview: true, notes: rules.map((rule) => makeNote(rule, {})) },
    });
    const db = open([doubted('header/signer-missing')]);
    correct(db, { do: 'confirm', id: ID }, LAN);
    again(db, { ...doubted('header/signer-missing'), directives: [] });
    expect(listUnsettled(db)).toEqual([]);
    again(db, doubted('header/signer-missing', 'header/date-missing'));
    expect(listUnsettled(db).map(({ why, now }) => [why, now])).toEqual([['differs', 'header/date-missing']]);
    expect(listReview(db, { limit: 9 }).map(({ item, reasons }) => [item.id, reasons[0]?.rule])).toEqual([
      [ID, 'identity/confirmed-otherwise'],
    ]);
    correct(db, { do: 'confirm', id: ID }, LAN);
    expect(listReview(db, { limit: 9 })).toEqual([]);
  });

  it('is split again at the same words', () => {
    const db = open();
    correct(db, { do: 'split', id: task(2), at: 'phối hợp' }, LAN);
    again(db, read(texts.map((text, i) => ({ number: String(i + 1), text: text.replace('chủ trì,', 'chủ trì ,') }))));
    expect((loadStored(db, ID)?.directives ?? []).map(({ number }) => number)).toEqual(['1', '2', '2.¶1', '3']);
  });
});

describe('the queue', () => {
  const doubt = makeNote('assignments/nobody-named', {});
  const number = makeNote('header/signer-missing', {});
  const make = (name: string, notes: number) =>
    makeDocument(
      name,
      [1, 2, 3].map((n) => ({
        number: String(n),
        text: `${n}. Việc ${n}.`,
        more: { needsReview: n > 1, notes: Array.from({ length: n > 1 ? n : 0 }, () => doubt) },
      })),
      {
        needsReview: true,
        notes: Array.from({ length: notes }, () => number),
        unclaimed: [{ page: 1, text: 'Giao Sở X làm.', why: 'order' }],
      },
    );

  it('has the worst paper first, its header once, then its passages and tasks', () => {
    const [mild, bad] = [make('mild', 1), make('bad', 3)];
    const db = open([SAMPLES[0] ?? mild, mild, bad]);
    const shown = () =>
      listReview(db, { limit: 20 }).map(({ item, reasons }) => [
        item.kind,
        item.paper.record.document.id === bad.document.id ? 'bad' : 'mild',
        item.kind === 'task' ? item.directive.number : '',
        reasons.length,
      ]);
    expect(shown()).toEqual([
      ['header', 'bad', '', 3],
      ['passage', 'bad', '', 0],
      ['task', 'bad', '3', 3],
      ['task', 'bad', '2', 2],
      ['header', 'mild', '', 1],
      ['passage', 'mild', '', 0],
      ['task', 'mild', '3', 3],
      ['task', 'mild', '2', 2],
    ]);
    expect(listReview(db, { limit: 3 })).toHaveLength(3);
    // Everything that is answered is asked no more.
    for (const { item } of listReview(db, { limit: 20 }))
      correct(db, { do: item.kind === 'passage' ? 'dismiss' : 'confirm', id: item.id, revision: item.revision }, LAN);
    expect(listReview(db, { limit: 20 })).toEqual([]);
    expect(listReview(db, { limit: 20, filters: { year: 2024 } })).toEqual([]);
  });
});
