import { describe, expect, it } from 'vitest';
import { correctDocument } from '../../../output/tracker/correct-document.js';
import { placeCorrections } from '../../../output/tracker/place-corrections.js';
import type { Correction } from '../../../schemas/correction.js';
import { makeNote } from '../../../schemas/note.js';
import { AT, type DirectiveSketch, makeBody, makeDeadline, makeDocument } from '../sample-records.js';

const OPENING = 'Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng thẩm định dự toán kè sông Lam, báo cáo trước ngày';
const task = (number: string, text: string, due: string | null, lead = 'Sở Tài chính'): DirectiveSketch => ({
  number,
  text: `${number}. ${text}`,
  bodies: [makeBody(lead)],
  deadlines: due === null ? [] : [makeDeadline(due, due)],
});
const OLD = makeDocument('old', [
  task('1', `${OPENING} 15/7/2025.`, '2025-07-15'),
  task('2', 'Văn phòng Tỉnh uỷ theo dõi, đôn đốc việc thực hiện Kết luận này và tổng hợp kết quả báo cáo.', null),
]);

const correct = (ordinal: number | null, field: string, newValue: string | null): Correction => ({
  documentId: OLD.document.id,
  directiveId: ordinal === null ? null : `${OLD.document.id}-${ordinal}`,
  field,
  oldValue: null,
  newValue,
  correctedBy: 'Lan',
  correctedAt: AT,
});
const place = (corrections: readonly Correction[], now: ReturnType<typeof makeDocument>): string[] => {
  const { placed, homeless } = placeCorrections(OLD, corrections, now);
  expect(placed.every(({ documentId }) => documentId === now.document.id)).toBe(true);
  return [
    ...placed.map(({ directiveId, field, newValue }) => {
      const found = now.directives.find(({ id }) => id === directiveId);
      return `${found?.number ?? '-'} ${field} ${newValue}`;
    }),
    ...homeless.map(({ field }) => `homeless ${field}`),
  ];
};

describe('corrections of another reading of a paper', () => {
  it('are found again by number and text, and under another number by a text that is all but the same', () => {
    const now = makeDocument('now', [
      task('1', 'Sở Y tế báo cáo về các trạm y tế xã trước kỳ họp của Hội đồng nhân dân tỉnh.', null, 'Sở Y tế'),
      task('2', `${OPENING} 15/7/2025.`, '2025-07-15'),
      task('3', 'Văn phòng Tỉnh uỷ theo dõi, đôn đốc việc thực hiện Kết luận này và tổng hợp kết quả báo cáo.', null),
    ]);
    expect(place([correct(1, 'due', '2025-07-20'), correct(2, 'lead', 'Sở Nội vụ')], now)).toEqual([
      '2 due 2025-07-20',
      '3 lead Sở Nội vụ',
    ]);
  });

  it.each([
    ['the same day as before', '2025-07-15', ['1 due 2025-07-20']],
    ['the corrected day', '2025-07-20', []],
    ['a third day', '2025-07-31', ['homeless due']],
    ['no day', null, ['homeless due']],
  ])('hold where the new file reads %s', (_, due, expected) => {
    const now = makeDocument('now', [task('1', `${OPENING} ${due ?? 'sớm'}.`, due)]);
    expect(place([correct(1, 'due', '2025-07-20')], now)).toEqual(expected);
  });

  it('leave a confirmed task confirmed only where day and lead are the same', () => {
    const same = makeDocument('now', [task('1', `${OPENING} 15/7/2025.`, '2025-07-15')]);
    const other = makeDocument('now', [task('1', `${OPENING} 31/7/2025.`, '2025-07-31')]);
    const led = makeDocument('now', [task('1', `${OPENING} 15/7/2025.`, '2025-07-15', 'Sở Y tế')]);
    const confirmed = [correct(1, 'review', 'confirmed')];
    expect(place(confirmed, same)).toEqual(['1 review confirmed']);
    expect([place(confirmed, other), place(confirmed, led)]).toEqual([['homeless review'], ['homeless review']]);
    // What was no task is none, whatever day it names.
    expect(place([correct(1, 'review', 'not-a-task')], other)).toEqual(['1 review not-a-task']);
    expect(place([correct(1, 'due', '2025-07-31'), ...confirmed], other)).toEqual(['1 review confirmed']);
  });

  it('carry a corrected text over to the same text alone, and only the last word of a field', () => {
    const same = makeDocument('now', [task('1', `${OPENING} 15/7/2025.`, '2025-07-15')]);
    const other = makeDocument('now', [task('1', `${OPENING} 15/7/2025, gửi Ban Kinh tế.`, '2025-07-15')]);
    const texts = [correct(1, 'text', 'Một'), correct(1, 'text', 'Hai')];
    expect([place(texts, same), place(texts, other)]).toEqual([['1 text Hai'], ['homeless text']]);
  });

  it('find no place where the task is gone, is one of two that are alike, or was taken by another one', () => {
    const gone = makeDocument('now', [task('1', 'Sở Y tế báo cáo về các trạm y tế xã.', null)]);
    expect(place([correct(1, 'due', '2025-07-20')], gone)).toEqual(['homeless due']);
    const twice = makeDocument(
      'now',
      ['3', '4'].map((n) => ({ ...task(n, '', '2025-07-15'), text: `1. ${OPENING} 15/7/2025.` })),
    );
    expect(place([correct(1, 'due', '2025-07-20')], twice)).toEqual(['homeless due']);
    const old = makeDocument(
      'old',
      ['1', '1'].map((n) => task(n, `${OPENING} 15/7/2025.`, '2025-07-15')),
    );
    const one = makeDocument('now', [task('1', `${OPENING} 15/7/2025.`, '2025-07-15')]);
    const { placed, homeless } = placeCorrections(
      old,
      [correct(1, 'due', '2025-07-20'), correct(2, 'due', '2025-07-21')],
      one,
    );
    expect([placed.length, homeless.length]).toEqual([1, 1]);
  });

  it('of the header hold where it reads the same; a confirmed document is confirmed for the doubts that were seen', () => {
    const now = makeDocument('now', [], { number: '12-KL/TU', issuer: 'Huyện uỷ Bãi Sậy', subject: 'Về đê' });
    const corrections = [
      correct(null, 'number', '112-KL/TU'),
      correct(null, 'issuer', 'Ban Thường vụ Huyện uỷ'),
      correct(null, 'subject', 'Về  đê'),
      correct(null, 'review', 'confirmed'),
    ];
    expect(place(corrections, now)).toEqual(['- number 112-KL/TU', '- review confirmed', 'homeless issuer']);
    const doubtful = makeDocument('now', [], { notes: [makeNote('directives/none-found', {})] });
    expect(place([correct(null, 'review', 'confirmed')], doubtful)).toEqual(['homeless review']);
  });

  it('split and merge again where the text is all but the same, and carry what was said of a part', () => {
    const id = `${OLD.document.id}-1`;
    const text = OLD.directives[0]?.text ?? '';
    const cut = text.indexOf('báo cáo');
    const part = `${OLD.document.id}:+1`;
    const detail = {
      kind: 'split' as const,
      first: text.slice(0, cut).trimEnd(),
      second: text.slice(cut),
      id: part,
      number: '1.¶1',
    };
    const split: Correction = { ...correct(1, 'split', 'x'), detail };
    const due: Correction = { ...correct(1, 'due', '2025-08-01'), directiveId: part };
    const merge: Correction = {
      ...correct(1, 'merge', 'x'),
      detail: { kind: 'merge', other: `${OLD.document.id}-2`, text: OLD.directives[1]?.text ?? '' },
    };
    const now = makeDocument('now', [
      task('1', `${OPENING} 16/7/2025.`, '2025-07-16'),
      task('2', 'Văn phòng Tỉnh uỷ theo dõi, đôn đốc việc thực hiện Kết luận này và tổng hợp kết quả báo cáo.', null),
    ]);
    const { placed, homeless } = placeCorrections(OLD, [split, due, merge], now);
    expect(homeless).toEqual([]);
    expect(placed.map(({ directiveId }) => directiveId)).toEqual([
      `${now.document.id}-1`,
      `${now.document.id}:+1`,
      `${now.document.id}-1`,
    ]);
    const { record, unplaced } = correctDocument(now, placed);
    expect(unplaced).toEqual([]);
    expect(record.directives.map(({ number }) => number)).toEqual(['1', '1.¶1']);
    expect(record.directives[1]?.assignments[0]?.deadlines.map((one) => one.due)).toEqual(['2025-08-01']);
    // Another paper under the same numbers: nothing is put where it does not belong.
    const other = makeDocument('other', [task('1', 'Sở Nội vụ kiện toàn tổ chức bộ máy.', null)]);
    expect(placeCorrections(OLD, [split, due, merge], other).homeless).toHaveLength(3);
    expect(id).toBe(split.directiveId);
  });
});
