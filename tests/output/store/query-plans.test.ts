import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../output/store/store.js';
import { makeNote } from '../../../schemas/note.js';
import { makeBody, makeDeadline, makeDocument, openWith } from '../sample-records.js';

// Big enough that the planner, which has its statistics, would not take a scan for the cheaper way.
const DOCUMENTS = 250;
const TASKS = 8;
const pick = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;

const ISSUERS = Array.from({ length: 40 }, (_, i) => `Ban Thường vụ Huyện ủy Sông ${i}`);
const BODIES = Array.from({ length: 120 }, (_, i) => `Sở Thử nghiệm ${i}`);
const day = (at: number): string => new Date(Date.UTC(2024, 0, 1) + (at % 900) * 86_400_000).toISOString().slice(0, 10);

const NOTE = makeNote('extract/doubtful-name', { directive: '4', actual: 'Sở' });

const records = Array.from({ length: DOCUMENTS }, (_, d) =>
  makeDocument(
    `plan-${d}`,
    Array.from({ length: TASKS }, (__, t) => ({
      number: String(t + 1),
      text: `${t + 1}. Việc thứ ${t + 1}.`,
      bodies: [
        makeBody(pick(BODIES, d * 7 + t)),
        makeBody(pick(BODIES, d * 3 + t + 1), { role: 'coordinating' as const }),
      ],
      deadlines: t % 2 === 0 ? [makeDeadline('chậm nhất', day(d * TASKS + t))] : [],
      more: t === 3 && d % 5 === 0 ? { needsReview: true, notes: [NOTE] } : {},
    })),
    { number: `${d}-KL/HU`, issuer: pick(ISSUERS, d), issuedOn: day(d) },
  ),
);

let db: Store;
beforeAll(() => {
  db = openWith(records);
  db.exec('ANALYZE');
});
afterAll(() => db.close());

/**
 * What may be read whole: lists of values, the few kinds of documents (t) and sentences of notes (m), files that stand behind others (r), what waits for
 * review when that is asked for, and rows that a view has already chosen.
 */
const SMALL =
  /^SCAN (?:t\b|m\b|r USING INDEX removed_behind|k USING INDEX tracked_to_review|CONSTANT|p VIRTUAL|\(subquery|(?:review_reasons|field_changes|paper_files)$)/u;

const listScans = (sql: string, values: readonly unknown[]): readonly string[] =>
  db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...values)
    .map(({ detail }) => detail)
    .filter((detail) => detail.startsWith('SCAN') && !SMALL.test(detail));

const QUESTIONS: readonly (readonly [name: string, sql: string, values: readonly unknown[]])[] = [
  ['tasks by day', 'SELECT * FROM tasks WHERE due BETWEEN ? AND ?', ['2025-01-01', '2025-01-31']],
  ['tasks by last day', 'SELECT * FROM tasks WHERE last_day < ?', ['2024-01-10']],
  ['states by last day', 'SELECT * FROM task_states WHERE last_day < ?', ['2024-01-10']],
  ['in Vietnamese', 'SELECT * FROM "nhiệm_vụ" WHERE "hạn_xử_lý" = ?', ['2025-01-01']],
  ['tasks in order of their day', 'SELECT * FROM tasks WHERE due >= ? ORDER BY due LIMIT 20', ['2025-01-01']],
  ['tasks by issuer', 'SELECT * FROM tasks WHERE issuer = ?', [ISSUERS[3]]],
  ['states by issuer', 'SELECT * FROM task_states WHERE issuer = ?', [ISSUERS[3]]],
  ['tasks of a document', 'SELECT * FROM tasks WHERE document_id = ?', [records[1]?.document.id]],
  ['tasks by number', 'SELECT * FROM tasks WHERE document_number = ?', ['17-KL/HU']],
  ['tasks by id', 'SELECT * FROM tasks WHERE directive_id = ?', [records[1]?.directives[1]?.id]],
  ['documents by issuer', 'SELECT * FROM documents WHERE issuer = ?', [ISSUERS[3]]],
  ['documents by office', 'SELECT * FROM documents WHERE issuer_office = ?', ['ban thường vụ huyện ủy sông 3']],
  ['documents by day', 'SELECT * FROM documents WHERE issued_on >= ?', ['2026-05-01']],
  ['bodies by name', 'SELECT * FROM task_bodies WHERE name = ?', [BODIES[5]]],
  ['bodies by normalized name', 'SELECT * FROM task_bodies WHERE normalized = ? AND role = ?', ['x', 'lead']],
  ['bodies by office', 'SELECT * FROM task_bodies WHERE office = ?', ['x']],
  [
    'tasks of a body by day',
    'SELECT t.* FROM task_bodies b JOIN tasks t USING (directive_id) WHERE b.name = ? AND t.due < ?',
    [BODIES[5], '2025-01-01'],
  ],
  ['tasks that wait', "SELECT * FROM tasks WHERE review = 'needs-review'", []],
  ['reasons of a document', 'SELECT * FROM review_reasons WHERE document_id = ?', [records[1]?.document.id]],
  ['places of a task', 'SELECT * FROM places WHERE directive_id = ?', [records[1]?.directives[1]?.id]],
  ['who cites', 'SELECT * FROM citations WHERE cited_number = ?', ['1-KL/TU']],
  ['changes since', 'SELECT * FROM field_changes WHERE changed_at >= ?', ['2026-01-01']],
  ['changes of a document', 'SELECT * FROM field_changes WHERE document_id = ?', ['x']],
  ['files of a paper', 'SELECT * FROM paper_files WHERE document_id = ?', [records[1]?.document.id]],
];

describe('questions by due day, issuer, body and document', () => {
  it.each(QUESTIONS)('never scan all rows: %s', (_name, sql, values) => {
    expect(listScans(sql, values)).toEqual([]);
  });

  it('would be seen to scan', () => {
    expect(listScans('SELECT * FROM tasks WHERE what LIKE ?', ['%x%']).length).toBeGreaterThan(0);
  });
});
