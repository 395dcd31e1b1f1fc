import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOverview, listUrgent } from '../../../output/report/count-overview.js';
import { gatherToday } from '../../../output/report/gather-today.js';
import { Ledger, openLedger } from '../../../output/report/ledger.js';
import { listCorrections } from '../../../output/store/corrections.js';
import { loadStored } from '../../../output/store/load-document.js';
import { removeFiles } from '../../../output/store/removed-files.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { saveFile } from '../../../output/store/save-file.js';
import type { Store } from '../../../output/store/store.js';
import { listNames } from '../../../output/tracker/list-names.js';
import { documentNeedsReview } from '../../../output/tracker/needs-review.js';
import type { ExportedDocument } from '../../../schemas/export.js';
import { AT, makeBody, makeDeadline, makeDocument, makeFile, openWith, TODAY } from '../sample-records.js';
import { database } from '../tracker/arbitrary-databases.js';
import { isToReview, listTasks, stateOf, take } from '../tracker/tasks-by-rule.js';

/** Counts by the rules themselves, task for task. */
const countByRule = (db: Store, records: readonly ExportedDocument[]) => {
  const tasks = listTasks(db, records);
  const states: Record<string, number> = {};
  for (const task of tasks) states[stateOf(task)] = (states[stateOf(task)] ?? 0) + 1;
  return {
    tasks: tasks.length,
    states,
    tasksToReview: tasks.filter(isToReview).length,
    papersToReview: records.filter((record) =>
      documentNeedsReview(loadStored(db, record.document.id) ?? record, listCorrections(db, record.document.id)),
    ).length,
    led: tasks.reduce((sum, { directive }) => sum + Math.max(1, listNames(directive, 'lead').length), 0),
  };
};

/** The same as the first screen counts it. */
const count = (db: Store) => {
  const { tasks, states, tasksToReview, papersToReview, bodies } = countOverview(db, TODAY);
  return { tasks, states, tasksToReview, papersToReview, led: bodies.reduce((sum, { total }) => sum + total, 0) };
};

const byText = (papers: Iterable<unknown>): string[] => [...papers].map((paper) => JSON.stringify(paper)).sort();

describe('the counts of the first screen', () => {
  it('are those of the rules after every change, though only what changed is counted again', () => {
    fc.assert(
      fc.property(database, ({ records, corrections, steps }) => {
        const db = openWith(records.slice(1));
        expect(count(db)).toEqual(countByRule(db, records.slice(1)));
        for (const record of records.slice(0, 1)) saveFile(db, makeFile(record));
        expect(count(db)).toEqual(countByRule(db, records));
        for (const correction of corrections) saveCorrection(db, correction);
        expect(count(db)).toEqual(countByRule(db, records));
        for (const step of steps) take(db, records[step.document % records.length]?.document.id ?? '', step);
        expect(count(db)).toEqual(countByRule(db, records));
        for (const record of records)
          saveFile(db, makeFile({ ...record, document: { ...record.document, subject: 'Đọc lại' } }));
        expect(count(db)).toEqual(countByRule(db, records));
        removeFiles(db, [records[0]?.document.source.sha256 ?? ''], { by: 'Lan', at: AT });
        expect(count(db)).toEqual(countByRule(db, records.slice(1)));
        const fresh = new Ledger(db);
        fresh.update();
        expect(byText(openLedger(db).papers())).toEqual(byText(fresh.papers()));
        db.close();
      }),
      { numRuns: 12 },
    );
  });

  it('say as much on another day, and the list of the morning agrees', () => {
    const due = (text: string, day: string) => ({
      number: text,
      text: `Sở Y tế báo cáo ${text}.`,
      bodies: [makeBody('Sở Y tế')],
      deadlines: [makeDeadline(text, day)],
    });
    const db = openWith([
      makeDocument('hai ngày', [
        due('ngày 28/6', '2025-06-28'),
        due('ngày 05/7', '2025-07-05'),
        due('ngày 1/9', '2025-09-01'),
      ]),
    ]);
    for (const today of [TODAY, '2025-07-06', '2025-07-08', TODAY]) {
      const overview = countOverview(db, today);
      const morning = gatherToday(db, today);
      expect([overview.states['QUÁ HẠN'] ?? 0, overview.long]).toEqual([morning.overdue.count, morning.overdue.long]);
      expect(overview.states['SẮP ĐẾN HẠN'] ?? 0).toBe(morning.soon.count);
      expect(listUrgent(db, today, 9).map(({ number }) => number)).toEqual(
        [...morning.overdue.tasks, ...morning.soon.tasks].map(({ number }) => number),
      );
    }
  });

  it('tell how papers were read by the week in which they came, scans alone by their words', () => {
    const db = openWith([]);
    const save = (name: string, at: string, more: Partial<ExportedDocument['document']>): void =>
      void saveFile(db, makeFile(makeDocument(name, [], { confidence: null, ...more }), { at }));
    save('quét một', '2025-06-23T08:00:00+07:00', { confidence: 0.9, coverage: 0.98, needsReview: true });
    save('quét hai', '2025-06-29T08:00:00+07:00', { confidence: 0.8, coverage: 0.9 });
    save('gõ', '2025-06-25T08:00:00+07:00', { confidence: 0.1 });
    save('tuần sau', '2025-06-30T08:00:00+07:00', {});
    const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 1000);
    expect(
      countOverview(db, TODAY).reading.map((week) => ({
        ...week,
        confidence: round(week.confidence),
        coverage: round(week.coverage),
      })),
    ).toEqual([
      { from: '2025-06-23', papers: 3, doubtful: 1, scans: 2, confidence: 0.85, coverage: 0.94 },
      { from: '2025-06-30', papers: 1, doubtful: 0, scans: 0, confidence: null, coverage: null },
    ]);
  });
});
