import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeCalendar } from '../../../output/export/calendar.js';
import { writeCsv } from '../../../output/export/csv.js';
import { writeJsonl } from '../../../output/export/jsonl.js';
import { writePhuLuc2 } from '../../../output/export/phu-luc-2.js';
import { writeReport } from '../../../output/export/report.js';
import { selectRecords } from '../../../output/export/select-records.js';
import { listTaskRows } from '../../../output/export/task-rows.js';
import type { TaskFilters } from '../../../output/search/filters.js';
import { search } from '../../../output/search/search.js';
import { listCorrections } from '../../../output/store/corrections.js';
import { readStatus } from '../../../output/store/read-status.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { saveFile } from '../../../output/store/save-file.js';
import type { Store } from '../../../output/store/store.js';
import { applyCorrections } from '../../../output/tracker/apply-corrections.js';
import { countsAsTask } from '../../../output/tracker/counts-as-task.js';
import { isDueIn, readDueRange } from '../../../output/tracker/due.js';
import { findFirstDeadline } from '../../../output/tracker/first-deadline.js';
import { listNames } from '../../../output/tracker/list-names.js';
import { readReview } from '../../../output/tracker/needs-review.js';
import { findTrackerState, trackDirective } from '../../../output/tracker/tracker-state.js';
import type { Correction } from '../../../schemas/correction.js';
import type { BodyRole, Directive } from '../../../schemas/directive.js';
import { ExportedDocument } from '../../../schemas/export.js';
import { makeFile, openWith, TODAY } from '../sample-records.js';
import { type Database, database, NAMES, TYPES } from './arbitrary-databases.js';

/** A task as the rules say it is. */
interface Task {
  readonly document: ExportedDocument['document'];
  readonly directive: Directive;
  readonly corrections: readonly Correction[];
}

const build = ({ records, corrections, isReadAgain }: Database): Store => {
  const db = openWith(records);
  for (const correction of corrections) saveCorrection(db, correction);
  // Read again with another outcome: corrections stay, and everything follows them anew.
  if (isReadAgain)
    for (const record of records)
      saveFile(db, makeFile({ ...record, document: { ...record.document, subject: 'Đọc lại' } }));
  return db;
};

const listTasks = (db: Store, records: readonly ExportedDocument[]): Task[] =>
  records.flatMap((record) => {
    const corrections = listCorrections(db, record.document.id);
    const { document, directives } = applyCorrections(record, corrections);
    return directives
      .filter((directive) => countsAsTask(directive, corrections))
      .map((directive) => ({ document, directive, corrections }));
  });

const joinNames = (directive: Directive, role: BodyRole): string | null =>
  listNames(directive, role).join('; ') || null;
const byId = <T extends { readonly id: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
const idsOf = (tasks: readonly Task[]): string[] => tasks.map(({ directive }) => directive.id).sort();

const stateOf = ({ directive }: Task): string => findTrackerState(trackDirective(directive), TODAY);
const isToReview = ({ directive, corrections }: Task): boolean => readReview(directive, corrections) === 'needs-review';

const toViewRow = ({ document, directive, corrections }: Task) => {
  const deadline = findFirstDeadline(directive);
  return {
    id: directive.id,
    document: document.number,
    type: document.type,
    issuer: document.issuer,
    issuedOn: document.issuedOn,
    lead: joinNames(directive, 'lead'),
    executing: joinNames(directive, 'executing'),
    coordinating: joinNames(directive, 'coordinating'),
    receiving: joinNames(directive, 'receiving'),
    what: directive.text,
    deadline: deadline?.text ?? null,
    kind: deadline?.kind ?? null,
    due: deadline?.due ?? null,
    bound: deadline?.bound ?? null,
    target: deadline === null ? null : Number(deadline.target),
    review: readReview(directive, corrections),
  };
};

const VIEW = `SELECT directive_id AS id, document_number AS document, document_type AS type, issuer, issued_on AS issuedOn,
  lead_body AS lead, executing_bodies AS executing, coordinating_bodies AS coordinating, receiving_bodies AS receiving,
  what, deadline_text AS deadline, deadline_kind AS kind, due, bound, target, review FROM tasks ORDER BY id`;

const CLAUSES = 'SELECT directive_id AS id, assignment, due FROM assignments WHERE review <> ? ORDER BY 1, 2';

const FILTERS: readonly TaskFilters[] = [
  { overdue: true },
  { dueWithin: 0 },
  { dueWithin: 7 },
  { dueBefore: TODAY },
  { dueAfter: TODAY },
  { dueAfter: '2025-06-30', dueBefore: '2025-07-08' },
  { overdue: true, dueAfter: '2025-06-30' },
  { noDeadline: true },
  { needsReview: true },
  { needsReview: true, overdue: true },
  { year: 2025 },
  ...NAMES.flatMap((name) => [{ lead: name }, { body: name }, { issuer: name }]),
  ...TYPES.map((type) => ({ type })),
];

const passes = (task: Task, filters: TaskFilters): boolean => {
  const { document, directive } = task;
  const range = readDueRange(filters, TODAY);
  const bodies = directive.assignments.flatMap((one) => one.bodies);
  return (
    (range === undefined || isDueIn(directive, range)) &&
    (filters.noDeadline !== true || stateOf(task) === 'CẦN ĐIỀN HẠN') &&
    (filters.needsReview !== true || isToReview(task)) &&
    (filters.year === undefined || document.issuedOn?.startsWith(String(filters.year)) === true) &&
    (filters.lead === undefined || bodies.some((one) => one.role === 'lead' && one.name === filters.lead)) &&
    (filters.body === undefined || bodies.some((one) => one.name === filters.body)) &&
    (filters.issuer === undefined || document.issuer === filters.issuer) &&
    (filters.type === undefined || document.type === filters.type)
  );
};

const countBy = (values: readonly (string | null | undefined)[]): { value: string; count: number }[] => {
  const counts = new Map<string, number>();
  for (const value of values)
    if (value !== null && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
};

const find = (db: Store, filters: TaskFilters) =>
  search(db, { words: '', filters, today: TODAY, limit: 100, withFacets: true });

const rowsOf = (db: Store) => listTaskRows(selectRecords(db, { words: '', filters: {}, today: TODAY }), TODAY);

/** Runs a check over any database with any corrections. */
const always = (check: (db: Store, tasks: readonly Task[], given: Database) => void): void =>
  fc.assert(
    fc.property(database, (given) => {
      const db = build(given);
      check(db, listTasks(db, given.records), given);
      db.close();
    }),
    { numRuns: 100 },
  );

describe('the rules of a task hold everywhere:', () => {
  it('in the views', () => {
    always((db, tasks, { records }) => {
      expect(db.prepare(VIEW).all()).toEqual(byId(tasks.map(toViewRow)));
      expect(db.prepare('SELECT "mã_nhiệm_vụ" AS id FROM "nhiệm_vụ" ORDER BY 1').pluck().all()).toEqual(idsOf(tasks));
      expect(db.prepare('SELECT document_id AS id, task_count AS count FROM documents ORDER BY 1').all()).toEqual(
        byId(
          records.map(({ document: { id } }) => ({
            id,
            count: tasks.filter((task) => task.document.id === id).length,
          })),
        ),
      );
    });
  });

  it('in the view of assignments, clause by clause', () => {
    always((db, _, { records }) => {
      const corrected = records.flatMap(
        (record) => applyCorrections(record, listCorrections(db, record.document.id)).directives,
      );
      const inClauses = new Set(
        records.flatMap(({ directives }) =>
          directives.flatMap(({ id, assignments }) => (assignments.length > 0 ? [id] : [])),
        ),
      );
      const clauses = corrected
        .filter(({ id }) => inClauses.has(id))
        .flatMap(({ id, assignments }) =>
          assignments.map((one, i) => ({
            id,
            assignment: i + 1,
            due: findFirstDeadline({ assignments: [one] })?.due ?? null,
          })),
        );
      const rows = db.prepare<[string], { assignment: number | null }>(CLAUSES).all('not-a-task');
      expect(rows.filter((row) => row.assignment !== null)).toEqual(byId(clauses));
    });
  });

  it('in search, by every filter, and what it shows', () => {
    always((db, tasks) => {
      for (const filters of FILTERS) {
        const { hits, total } = find(db, filters);
        const expected = idsOf(tasks.filter((task) => passes(task, filters)));
        expect([JSON.stringify(filters), ...hits.map((hit) => hit.directiveId).sort()]).toEqual([
          JSON.stringify(filters),
          ...expected,
        ]);
        expect(total).toEqual({ count: expected.length, exact: true });
      }
      const shown = find(db, {}).hits.map(({ directiveId: id, needsReview, leads, text, deadlines }) => ({
        id,
        needsReview,
        leads,
        text,
        dues: deadlines.map(({ due }) => due),
      }));
      expect(byId(shown)).toEqual(
        byId(
          tasks.map((task) => ({
            id: task.directive.id,
            needsReview: isToReview(task),
            leads: listNames(task.directive, 'lead'),
            text: task.directive.text,
            dues: task.directive.assignments.flatMap((one) => one.deadlines.map(({ due }) => due)),
          })),
        ),
      );
    });
  });

  it('in facets and status', () => {
    always((db, tasks, { records }) => {
      expect(find(db, {}).facets).toEqual({
        counted: tasks.length,
        exact: true,
        leads: countBy(tasks.flatMap(({ directive }) => listNames(directive, 'lead'))),
        issuers: countBy(tasks.map(({ document }) => document.issuer)),
        types: countBy(tasks.map(({ document }) => document.type)),
        years: countBy(tasks.map(({ document }) => document.issuedOn?.slice(0, 4))),
      });
      const status = readStatus(db, TODAY);
      expect({ ...status, bodies: 0, corrections: 0, lastChange: 0 }).toMatchObject({
        directives: records.reduce((sum, record) => sum + record.directives.length, 0),
        tasks: tasks.length,
        tasksToReview: tasks.filter(isToReview).length,
        overdue: tasks.filter((task) => stateOf(task) === 'QUÁ HẠN').length,
      });
      // Due soon is what the filter of seven days finds, but for what another day has made overdue.
      const soon = find(db, { dueWithin: 7 }).hits.map((hit) => hit.directiveId);
      expect(soon).toEqual(expect.arrayContaining(idsOf(tasks.filter((task) => stateOf(task) === 'SẮP ĐẾN HẠN'))));
    });
  });

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
      expect(dataRows.length).toBe(tasks.length);
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
