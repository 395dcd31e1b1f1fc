import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeCalendar } from '../../../output/export/calendar.js';
import { writeCsv } from '../../../output/export/csv.js';
import { writeJsonl } from '../../../output/export/jsonl.js';
import { writePhuLuc2 } from '../../../output/export/phu-luc-2.js';
import { writeReport } from '../../../output/export/report.js';
import { selectRecords } from '../../../output/export/select-records.js';
import { listTaskRows } from '../../../output/export/task-rows.js';
import { listCorrections } from '../../../output/store/corrections.js';
import type { Store } from '../../../output/store/store.js';
import { applyCorrections } from '../../../output/tracker/apply-corrections.js';
import { findFirstDeadline } from '../../../output/tracker/first-deadline.js';
import { readReview } from '../../../output/tracker/needs-review.js';
import { ExportedDocument } from '../../../schemas/export.js';
import { TODAY } from '../sample-records.js';

import { always, byId, stateOf } from './tasks-by-rule.js';

const rowsOf = (db: Store) => listTaskRows(selectRecords(db, { words: '', filters: {}, today: TODAY }), TODAY);

describe('the rules of a task hold', () => {
  it('in every export', () => {
    always((db, tasks, { records }) => {
      const csv = [...writeCsv(rowsOf(db))].slice(1).map((line) => line.trimEnd().split(','));
      expect(
        byId(csv.map((cells) => ({ id: cells.at(-1) ?? '', due: cells[12], state: cells[15], review: cells[16] }))),
      ).toEqual(
        byId(
          tasks.map((task) => ({
            id: task.directive.id,
            due: findFirstDeadline(task.directive)?.due ?? '',
            state: stateOf(task),
            review: { confirmed: 'đã xác nhận', 'needs-review': 'cần xem lại', unreviewed: 'chưa xem' }[
              readReview(task.directive, task.corrections)
            ],
          })),
        ),
      );
      const sheet = unzipSync(Buffer.concat([...writePhuLuc2(rowsOf(db), TODAY)]))['xl/worksheets/sheet1.xml'] ?? [];
      const dataRows = [
        ...Buffer.from(sheet)
          .toString('utf8')
          .matchAll(/<row r="(\d+)"/gu),
      ].filter(([, r]) => Number(r) > 3);
      // A clause with a deadline of its own beside another has a row of its own.
      const rows = tasks.map(({ directive: { assignments } }) =>
        assignments.filter(({ deadlines }) => deadlines.length > 0).length < 2 ? 1 : assignments.length,
      );
      expect(dataRows.length).toBe(rows.reduce((sum, count) => sum + count, 0));
      const report = [...writeReport(rowsOf(db), TODAY)].join('');
      expect(report.match(/<tr class=/gu)?.length ?? 0).toBe(tasks.length);
      const calendar = [...writeCalendar(rowsOf(db), TODAY)].join('').replace(/\r\n /gu, '');
      const events = [...calendar.matchAll(/UID:(\S+?)-\d+-\d+@ketluan[\s\S]*?VALUE=DATE:(\d+)/gu)];
      expect(events.map(([, id, day]) => `${id} ${day}`).sort()).toEqual(
        tasks
          .flatMap(({ directive }) =>
            directive.assignments.flatMap(({ deadlines }) =>
              deadlines.flatMap(({ due }) => (due === null ? [] : [`${directive.id} ${due.replace(/-/gu, '')}`])),
            ),
          )
          .sort(),
      );
      const lines = [...writeJsonl(selectRecords(db, { words: '', filters: {}, today: TODAY }))].map((line) =>
        ExportedDocument.parse(JSON.parse(line)),
      );
      // Everything but what a person called no task: lead-ins and headings are there, and say what they are.
      const kept = records.flatMap(
        (record) => applyCorrections(record, listCorrections(db, record.document.id)).directives,
      );
      expect(lines.flatMap(({ directives }) => directives)).toEqual(kept);
    });
  });
});
