import { describe, expect, it } from 'vitest';
import { parseNameMap } from '../../../output/export/name-map.js';
import { gatherReport } from '../../../output/report/gather-report.js';
import { gatherToday } from '../../../output/report/gather-today.js';
import { writeReportPage, writeTodayPage } from '../../../output/report/write-html.js';
import { correct as correctItem } from '../../../output/review/correct.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { saveFiles } from '../../../output/store/save-file.js';
import { makeBody, makeDeadline, makeDocument, makeFile, openWith, SAMPLES, TODAY } from '../sample-records.js';
import { always, isToReview, stateOf } from '../tracker/tasks-by-rule.js';

const ON = '2025-07-31';
const [first] = SAMPLES;
const id = first?.document.id ?? '';

const correct = (db: ReturnType<typeof openWith>, field: string, newValue: string | null, correctedAt: string) =>
  saveCorrection(db, {
    documentId: id,
    directiveId: `${id}-1`,
    field,
    oldValue: null,
    newValue,
    correctedBy: 'Lan',
    correctedAt,
  });

describe('the report of a day', () => {
  it('counts states, overdue tasks by body and their age', () => {
    const db = openWith(SAMPLES);
    const report = gatherReport(db, ON);
    expect(report).toMatchObject({
      on: ON,
      anonymous: false,
      documents: 2,
      tasks: 5,
      states: { 'QUÁ HẠN': 2, 'THƯỜNG XUYÊN': 2, 'CẦN ĐIỀN HẠN': 1 },
      review: { confirmed: 0, 'needs-review': 1, unreviewed: 4 },
      // "trước ngày 15/7" was in time until the 14th; "chậm nhất ngày 30/6" until the 30th.
      ages: [0, 0, 1, 1],
      ground: { later: 0, readSince: 0, goneSince: 0, correctedSince: 0 },
    });
    expect(report.bodies.map(({ name, tasks, oldest, ages }) => [name, tasks, oldest, ages])).toEqual([
      ['Sở Tài chính', 2, 31, [0, 0, 0, 1]],
      ['Đảng uỷ Ủy ban nhân dân tỉnh', 1, 17, [0, 0, 1, 0]],
      ['UBND xã Bãi Sậy', 1, null, [0, 0, 0, 0]],
      ['Văn phòng Tỉnh ủy', 1, null, [0, 0, 0, 0]],
    ]);
    expect(report.bodies[0]?.overdue).toEqual([
      {
        id: `${id}-2`,
        documentNumber: '12-KL/TU',
        number: '2',
        text: 'Sở Tài chính chủ trì, phối hợp với Sở Xây dựng thẩm định dự toán, chậm nhất ngày 30/6/2025.',
        lastDay: '2025-06-30',
        days: 31,
      },
    ]);
    db.close();
  });

  it('stays what it was when corrections, papers and readings come later, and says what came', () => {
    const db = openWith(SAMPLES);
    correct(db, 'due', '2025-07-20', '2025-07-31T16:00:00Z');
    const before = gatherReport(db, ON);
    expect(before.ages).toEqual([0, 0, 1, 1]);
    // 17:00 UTC is the next day in Vietnam.
    correct(db, 'due', '2026-01-01', '2025-07-31T17:00:00Z');
    correct(db, 'review', 'not-a-task', '2025-08-02T08:00:00+07:00');
    saveFiles(db, [
      makeFile(makeDocument('later', [{ number: '1', text: '1. Giao Sở A.' }]), { at: '2025-08-01T00:00:00+07:00' }),
    ]);
    const { ground, ...figures } = gatherReport(db, ON);
    const { ground: _ground, ...figuresBefore } = before;
    expect(figures).toEqual(figuresBefore);
    expect(ground).toEqual({ later: 1, readSince: 0, goneSince: 0, correctedSince: 2 });
    expect(gatherReport(db, '2025-08-02')).toMatchObject({ tasks: 5, ground: { later: 0, correctedSince: 0 } });
    // Nothing was known on the last of June: all came in on the first of July.
    expect(gatherReport(db, '2025-06-30')).toMatchObject({ tasks: 0, bodies: [], ground: { later: 4 } });
    db.close();
  });

  it('goes by what held then, though it was taken back later', () => {
    const db = openWith(SAMPLES);
    const fix = { do: 'fix' as const, id: `${id}-1`, fields: { due: '31/12/2025' } };
    const { written } = correctItem(db, fix, { by: 'Lan', at: '2025-07-20T08:00:00+07:00' });
    const before = gatherReport(db, ON).ages;
    expect(before).toEqual([0, 0, 0, 1]);
    const undone = correctItem(
      db,
      { do: 'undo', key: written[0]?.key ?? 0 },
      { by: 'Lan', at: '2025-08-20T08:00:00+07:00' },
    );
    expect(gatherReport(db, ON).ages).toEqual(before);
    expect(gatherReport(db, '2025-08-31').ages).toEqual([0, 0, 0, 2]);
    // Taken back, and that taken back in turn: on the last of August it did not hold.
    correctItem(db, { do: 'undo', key: undone.written[0]?.key ?? 0 }, { by: 'Lan', at: '2025-09-02T08:00:00+07:00' });
    expect(gatherReport(db, '2025-08-31').ages).toEqual([0, 0, 0, 2]);
    expect(gatherReport(db, '2025-09-30').ages).toEqual([0, 0, 0, 1]);
    db.close();
  });

  it('tells how many papers were read anew or are gone since', () => {
    const db = openWith(SAMPLES);
    const again = SAMPLES.slice(0, 1).map((record) => ({
      ...record,
      document: { ...record.document, subject: 'Đọc lại' },
    }));
    saveFiles(
      db,
      again.map((record) => makeFile(record, { at: '2025-08-05T08:00:00+07:00' })),
    );
    expect(gatherReport(db, ON).ground).toMatchObject({ readSince: 1, goneSince: 0 });
    const [, second] = SAMPLES;
    if (second === undefined) throw new Error('Expected a sample');
    saveFiles(db, [{ ...makeFile(second, { at: '2025-08-06T08:00:00+07:00' }), documents: [] }]);
    expect(gatherReport(db, ON).ground).toMatchObject({ readSince: 1, goneSince: 1 });
    db.close();
  });

  it('has the same figures without names, and tells nobody then', () => {
    const db = openWith(SAMPLES);
    const named = gatherReport(db, ON);
    const anonymous = gatherReport(db, ON, { anonymous: true });
    expect(anonymous.bodies.map(({ tasks, states, ages, oldest }) => ({ tasks, states, ages, oldest }))).toEqual(
      named.bodies.map(({ tasks, states, ages, oldest }) => ({ tasks, states, ages, oldest })),
    );
    expect(anonymous.bodies.map(({ name }) => name)).toEqual(['Cơ quan 1', 'Cơ quan 2', 'Cơ quan 3', 'Cơ quan 4']);
    for (const form of [JSON.stringify(anonymous), writeReportPage(anonymous)])
      expect(form).not.toMatch(/Tài chính|Bãi Sậy|12-KL|thẩm định/u);
    expect(writeReportPage(named)).toMatch(/Tài chính[\s\S]*12-KL\/TU 2[\s\S]*thẩm định/u);
    db.close();
  });

  it('goes by the names of the office, and writes what papers say as text', () => {
    const db = openWith([
      makeDocument('a', [
        {
          number: '1',
          text: '1. <b>Làm & xong</b>',
          bodies: [makeBody('<i>Sở A</i>')],
          deadlines: [makeDeadline('30/6', '2025-06-30')],
        },
        { number: '2', text: '2. Làm', bodies: [makeBody('Sở B')] },
        { number: '3', text: '3. Làm' },
      ]),
    ]);
    const report = gatherReport(db, ON, { map: parseNameMap('Sở B;Sở chung\n', 'x.csv') });
    expect(report.bodies.map(({ name }) => name)).toEqual(['<i>Sở A</i>', null, 'Sở chung']);
    expect(report.unlisted).toEqual([{ name: '<i>Sở A</i>', count: 1 }]);
    const html = writeReportPage(report);
    expect(html).toContain('&lt;b&gt;Làm &amp; xong&lt;/b&gt;');
    expect(html).not.toMatch(/<b>Làm|<i>Sở/u);
    expect(html).toContain('(chưa rõ cơ quan)');
    db.close();
  });
});

describe('today', () => {
  it('gives what is overdue, comes due and waits', () => {
    const db = openWith(SAMPLES);
    const day = gatherToday(db, '2025-07-08');
    expect(day.overdue).toMatchObject({ count: 1, long: 1, byBody: [{ value: 'Sở Tài chính', count: 1 }] });
    expect(day.overdue.tasks.map(({ directiveId, lastDay, daysLeft }) => [directiveId, lastDay, daysLeft])).toEqual([
      [`${id}-2`, '2025-06-30', -8],
    ]);
    expect(day.soon.tasks.map(({ directiveId, lastDay, daysLeft }) => [directiveId, lastDay, daysLeft])).toEqual([
      [`${id}-1`, '2025-07-14', 6],
    ]);
    expect([day.holes.count, day.review, day.quarantined.count]).toEqual([1, { documents: 1, tasks: 1 }, 0]);
    expect(gatherToday(db, '2025-07-02').overdue).toMatchObject({ count: 1, long: 0 });
    expect(gatherToday(db, '2025-07-08', 0)).toMatchObject({ overdue: { count: 1, tasks: [] }, soon: { tasks: [] } });
    const html = writeTodayPage(day);
    expect(html).toMatch(/Quá hạn \(từ 3 ngày: 1\): 1/u);
    expect(html).toContain('Đến hạn trong 7 ngày: 1');
    db.close();
  });

  it('counts as the tracker does, and so does the report', () => {
    always((db, tasks) => {
      const states = tasks.map(stateOf);
      const count = (state: string): number => states.filter((one) => one === state).length;
      const day = gatherToday(db, TODAY);
      expect([day.overdue.count, day.soon.count, day.holes.count, day.review.tasks]).toEqual([
        count('QUÁ HẠN'),
        count('SẮP ĐẾN HẠN'),
        count('CẦN ĐIỀN HẠN'),
        tasks.filter(isToReview).length,
      ]);
      expect(day.overdue.tasks.every(({ daysLeft }) => daysLeft !== null && daysLeft < 0)).toBe(true);
      const report = gatherReport(db, TODAY);
      expect(report.tasks).toBe(tasks.length);
      for (const state of new Set(states))
        expect([state, report.states[state as 'QUÁ HẠN']]).toEqual([state, count(state)]);
    });
  });

  it('speaks one language: an item without a number is a paragraph in English', () => {
    const record = makeDocument('dash', [
      {
        number: 'II.¶1',
        text: 'Sở Y tế báo cáo trước 20/6/2025.',
        deadlines: [makeDeadline('trước 20/6/2025', '2025-06-20')],
      },
    ]);
    const day = gatherToday(openWith([record]), TODAY);
    expect(writeTodayPage(day, 'en')).toContain('II, paragraph 1');
    expect(writeTodayPage(day)).toContain('II, đoạn 1');
  });
});
