import { describe, expect, it } from 'vitest';
import { dayInVietnam } from '../../../language/calendar/signing-time.js';
import { selectRecords } from '../../../output/export/select-records.js';
import { listTaskRows } from '../../../output/export/task-rows.js';
import { search } from '../../../output/search/search.js';
import type { TaskFilters } from '../../../output/search/task-filters.js';
import { listCorrections } from '../../../output/store/corrections.js';
import { loadDocument, loadStored } from '../../../output/store/load-document.js';
import { readStatus } from '../../../output/store/read-status.js';
import type { Store } from '../../../output/store/store.js';
import { applyCorrections } from '../../../output/tracker/apply-corrections.js';
import { correctDocument } from '../../../output/tracker/correct-document.js';
import { findLastDay, isDueIn, readDueRange } from '../../../output/tracker/due.js';
import { findFirstDeadline } from '../../../output/tracker/first-deadline.js';
import { listNames } from '../../../output/tracker/list-names.js';
import { readReview } from '../../../output/tracker/needs-review.js';
import {
  countDaysLeft,
  findTrackerState,
  TRACKER_STATES,
  trackDirective,
} from '../../../output/tracker/tracker-state.js';
import { BodyRole, DeadlineKind } from '../../../schemas/directive.js';
import { openWith, TODAY } from '../sample-records.js';
import { NAMES, TYPES } from './arbitrary-databases.js';

import { always, byId, idsOf, isToReview, joinNames, stateOf, type Task } from './tasks-by-rule.js';

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

const CLOCK = "date('now', '+7 hours'";
const STATES = `SELECT directive_id AS id, state, deadline_type AS type, days_left AS left, last_day AS last, review,
  task_code AS code FROM task_states ORDER BY id`;

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
  ...BodyRole.options.flatMap((role) => [{ role }, { role, body: NAMES[0] ?? '' }]),
  ...TRACKER_STATES.map((state) => ({ state })),
  ...DeadlineKind.options.map((deadlineKind) => ({ deadlineKind })),
  { inferred: true },
];

const passes = (task: Task, filters: TaskFilters): boolean => {
  const { document, directive } = task;
  const range = readDueRange(filters, TODAY);
  const bodies = directive.assignments.flatMap((one) => one.bodies);
  const deadlines = directive.assignments.flatMap((one) => one.deadlines);
  return (
    (range === undefined || isDueIn(directive, range)) &&
    (filters.noDeadline !== true || stateOf(task) === 'CẦN ĐIỀN HẠN') &&
    (filters.needsReview !== true || isToReview(task)) &&
    (filters.year === undefined || document.issuedOn?.startsWith(String(filters.year)) === true) &&
    (filters.lead === undefined || bodies.some((one) => one.role === 'lead' && one.name === filters.lead)) &&
    ((filters.body === undefined && filters.role === undefined) ||
      bodies.some(
        (one) =>
          (filters.body === undefined || one.name === filters.body) &&
          (filters.role === undefined || one.role === filters.role),
      )) &&
    (filters.state === undefined || stateOf(task) === filters.state) &&
    (filters.deadlineKind === undefined || deadlines.some(({ kind }) => kind === filters.deadlineKind)) &&
    (filters.inferred !== true || deadlines.some(({ inferred }) => inferred)) &&
    (filters.issuer === undefined || document.issuer === filters.issuer) &&
    (filters.type === undefined || document.type === filters.type)
  );
};

const PHRASES = ['Chữ đã sửa', 'của văn bản 1', '99-KL/TU', 'UBND xã Lam Khê'] as const;

const isFoundBy = ({ document, directive }: Task, phrase: string): boolean =>
  [
    directive.text,
    document.number ?? '',
    ...directive.assignments.flatMap(({ bodies }) => bodies.flatMap((one) => (one.inherited ? [one.name] : []))),
  ].some((text) => text.includes(phrase));

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

describe('the rules of a task hold everywhere:', () => {
  it('in the tables, beside which the reading stays as it was', () => {
    always((db, _, { records, isReadAgain }) => {
      for (const record of records) {
        const { id } = record.document;
        const read = isReadAgain ? { ...record, document: { ...record.document, subject: 'Đọc lại' } } : record;
        expect(loadDocument(db, id)).toEqual(read);
        expect(loadStored(db, id)).toEqual(correctDocument(read, listCorrections(db, id)).record);
        for (const { text, assignments, pieces } of loadStored(db, id)?.directives ?? []) {
          for (const one of assignments) expect(text.slice(one.span.start, one.span.end)).toBe(one.text);
          for (const { at, source } of pieces) expect(at + source.end - source.start).toBeLessThanOrEqual(text.length);
        }
      }
      expect(db.prepare('PRAGMA integrity_check').pluck().get()).toBe('ok');
    });
  });

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

  it('in the view of states, on any day: state, kind of deadline, code, the last day', () => {
    always((db, tasks) => {
      const rows = [...listTaskRows(selectRecords(db, { words: '', filters: {}, today: TODAY }), TODAY)];
      const expected = byId(
        tasks.map(({ directive, corrections }) => {
          const tracked = trackDirective(directive);
          return {
            id: directive.id,
            state: findTrackerState(tracked, TODAY),
            type: tracked.deadlineType,
            left: countDaysLeft(tracked.deadline, TODAY),
            last: tracked.deadline === null ? null : findLastDay(tracked.deadline),
            review: readReview(directive, corrections),
            code: rows.find((row) => row.directive.id === directive.id)?.code,
          };
        }),
      );
      // The view as it stands, but for the day: it asks the clock.
      const [view = ''] = db
        .prepare<[], string>("SELECT sql FROM sqlite_master WHERE name = 'task_states'")
        .pluck()
        .all();
      expect(view.split(CLOCK).length).toBe(4);
      db.exec(view.replace('VIEW task_states', 'TEMP VIEW states_then').replaceAll(CLOCK, `date('${TODAY}'`));
      expect(db.prepare(STATES.replace('task_states', 'states_then')).all()).toEqual(expected);
      expect(new Set(expected.map(({ code }) => code)).size).toBe(tasks.length);
      expect(
        db
          .prepare('SELECT "mã_nhiệm_vụ" AS id, "mã_trong_phụ_lục_2" AS code FROM "trạng_thái_nhiệm_vụ" ORDER BY 1')
          .all(),
      ).toEqual(expected.map(({ id, code }) => ({ id, code })));
    });
    const db = openWith([]);
    const before = dayInVietnam(new Date().toISOString());
    const day = db.prepare("SELECT date('now', '+7 hours')").pluck().get();
    expect([before, dayInVietnam(new Date().toISOString())]).toContain(day);
    db.close();
  });

  it('in the view of bodies', () => {
    always((db, tasks) => {
      const rows = db
        .prepare<[], { id: string; role: string; name: string }>(
          `SELECT DISTINCT b.directive_id AS id, b.role, b.name FROM task_bodies b JOIN tasks USING (directive_id)`,
        )
        .all();
      const expected = tasks.flatMap(({ directive }) =>
        BodyRole.options.flatMap((role) =>
          listNames(directive, role).map((name) => ({ id: directive.id, role, name })),
        ),
      );
      const order = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).toSorted();
      expect(order(rows)).toEqual(order(expected));
    });
  });

  it('in the view of assignments, clause by clause', () => {
    always((db, _, { records }) => {
      const corrected = records.flatMap(
        (record) => applyCorrections(record, listCorrections(db, record.document.id)).directives,
      );
      const clauses = corrected.flatMap(({ id, assignments }) =>
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
      // Phrases are proven in the text: in the one that people gave, and in no other.
      for (const phrase of PHRASES) {
        const hits = search(db, { words: `"${phrase}"`, filters: {}, today: TODAY, limit: 100 }).hits;
        expect(hits.map((hit) => hit.directiveId).sort()).toEqual(
          idsOf(tasks.filter((task) => isFoundBy(task, phrase))),
        );
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
        directives: records.reduce(
          (sum, { document: { id } }) => sum + (loadStored(db, id)?.directives.length ?? 0),
          0,
        ),
        tasks: tasks.length,
        tasksToReview: tasks.filter(isToReview).length,
        overdue: tasks.filter((task) => stateOf(task) === 'QUÁ HẠN').length,
      });
      // Due soon is what the filter of seven days finds, but for what another day has made overdue.
      const soon = find(db, { dueWithin: 7 }).hits.map((hit) => hit.directiveId);
      expect(soon).toEqual(expect.arrayContaining(idsOf(tasks.filter((task) => stateOf(task) === 'SẮP ĐẾN HẠN'))));
    });
  });
});
