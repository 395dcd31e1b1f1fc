import { describe, expect, it } from 'vitest';
import { runGuarded } from '../../../output/store/guard.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { saveFile } from '../../../output/store/save-file.js';
import { AT, makeFile, openWith, SAMPLES } from '../sample-records.js';

const [first] = SAMPLES;
const id = first?.document.id ?? '';

/** What somebody with another program might try. */
const BY_HAND: readonly string[] = [
  `INSERT INTO correction (document_id, directive_id, field, new_value, corrected_by, corrected_at)
   VALUES ('${id}', '${id}-1', 'due', '2025-08-01', 'Lan', '${AT}')`,
  "UPDATE correction SET new_value = '2025-08-02'",
  'DELETE FROM correction',
  "INSERT INTO change (kind, entity, id, changed_at) VALUES ('update', 'document', 'x', 'y')",
  'DELETE FROM change',
  "UPDATE tracked SET due = '2020-01-01'",
  'DELETE FROM tracked',
  "UPDATE deadline SET due = '2020-01-01'",
  "UPDATE directive SET text = 'khác'",
  "UPDATE document SET number = '1-KL/TU'",
  'DELETE FROM document',
  // What hangs on it goes with it: documents, directives, pages.
  'PRAGMA foreign_keys = ON; DELETE FROM file',
  // As sqlite3 has them: the documents would be left without their file.
  'PRAGMA foreign_keys = OFF; DELETE FROM file',
  "INSERT INTO file (sha256, path, byte_length, status, stored_at) VALUES ('x', 'y', 1, 'stored', 'z')",
  'UPDATE assignment_body SET body_key = 1',
  "INSERT INTO assignment_body SELECT directive_key, assignment, 99, body_key, name_key, 'lead', 0, NULL, NULL, NULL FROM assignment_body LIMIT 1",
  "INSERT INTO deadline (directive_key, assignment, ordinal, text, span_start, span_end, kind, due, target, inferred, certainty, found_by) VALUES (1, 1, 9, 'x', 0, 1, 'date', '2020-01-01', 0, 0, 'stated', 'x')",
  "INSERT INTO directive (document_key, ordinal, needs_review, page, id, number, clear_who, clear_what, clear_when, text, pieces) VALUES (1, 99, 0, 1, 'x', '9', 1, 1, 1, 'x', '[]')",
  "INSERT INTO recipient (document_key, ordinal, text) VALUES (1, 99, 'x')",
  'DELETE FROM signature',
  "UPDATE body SET name = 'Sở khác'",
  "UPDATE file SET path = '/khác/a.pdf'",
  "UPDATE file SET status = 'quarantined'",
  "INSERT INTO body (name, normalized, folded) VALUES ('Sở khác', 'Sở khác', 'so khac')",
  "INSERT INTO body_name (body_key, name, folded) SELECT body_key, 'Sở khác', 'so khac' FROM body_name LIMIT 1",
  "INSERT INTO issuer (name, folded) VALUES ('Tỉnh ủy khác', 'tinh uy khac')",
  "UPDATE document_type SET name = 'Chỉ thị'",
  'DELETE FROM note',
];

describe('what the program alone may write', () => {
  it.each(BY_HAND)('is refused to everybody else, with a word of what to do: %s', (sql) => {
    const db = openWith(SAMPLES.map((one) => (one === first ? { ...one, document: { ...one.document } } : one)));
    saveCorrection(db, {
      documentId: id,
      directiveId: `${id}-2`,
      field: 'due',
      oldValue: null,
      newValue: '2025-09-30',
      correctedBy: 'Lan',
      correctedAt: AT,
    });
    const state = () =>
      [
        'file',
        'correction',
        'change',
        'tracked',
        'deadline',
        'directive',
        'document',
        'assignment_body',
        'body',
        'note',
        'recipient',
      ].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
    const before = state();
    // Without a note there would be nothing to refuse.
    if (sql.includes('DELETE FROM note')) expect(() => db.exec(sql)).not.toThrow();
    else expect(() => db.exec(sql)).toThrow(/ketluan fix.*saveCorrection/su);
    expect(state()).toEqual(before);
    db.close();
  });

  it('is every table that search, counts and views are made from; what stays open is listed', () => {
    const db = openWith([]);
    const tables = db
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_fts%'",
      )
      .pluck()
      .all()
      .map(String);
    const isClosed = (table: string, to: string): boolean =>
      db.prepare('SELECT 1 FROM sqlite_master WHERE type = ? AND name = ?').get('trigger', `${table}_no_${to}`) !==
      undefined;
    const open = tables.map((table) => {
      const left = ['insert', 'update', 'delete'].filter((to) => !isClosed(table, to));
      return left.length === 0 ? '' : `${table}: ${left.join(', ')}`;
    });
    expect(open.filter((line) => line !== '').sort()).toEqual([
      // What people or other runs keep of a paper before it is stored, and the diary of runs: no task is told by them.
      'abbreviation: insert, update, delete',
      'batch: insert, update, delete',
      'batch_file: insert, update, delete',
      'claim: insert, update, delete',
      'copy: insert, update, delete',
      // Written by the thousand, and only beside a file, which is closed.
      'doubtful_word: insert, delete',
      'edit_map: insert, delete',
      'file_event: insert, update, delete',
      'file_signature: insert, update, delete',
      'known_name: insert, update, delete',
      'let_through: insert, update, delete',
      'meta: insert, update, delete',
      'process: insert, update, delete',
      'removed: insert, update, delete',
      'saved_search: insert, update, delete',
      'unfinished_page: insert, update, delete',
      'word: insert, update, delete',
      'writing: insert, update, delete',
    ]);
    db.close();
  });

  it('stays open to the program, also after a transaction that failed', () => {
    const db = openWith(SAMPLES);
    expect(() =>
      runGuarded(db, () => {
        runGuarded(db, () => db.exec("UPDATE deadline SET text = 'x'"));
        throw new Error('given up');
      }),
    ).toThrow('given up');
    expect(db.prepare('SELECT count(*) FROM writing').pluck().get()).toBe(0);
    expect(() => db.exec("UPDATE deadline SET text = 'x'")).toThrow(/ketluan/u);
    if (first === undefined) throw new Error('Expected a sample');
    saveFile(db, makeFile({ ...first, document: { ...first.document, subject: 'Đọc lại' } }));
    expect(db.prepare('SELECT subject FROM documents WHERE document_id = ?').pluck().get(id)).toBe('Đọc lại');
    expect(db.prepare('SELECT count(*) FROM writing').pluck().get()).toBe(0);
    db.close();
  });
});
