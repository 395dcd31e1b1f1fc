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
  'UPDATE assignment_body SET body_key = 1',
  "UPDATE body SET name = 'Sở khác'",
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
      ['correction', 'change', 'tracked', 'deadline', 'directive', 'document', 'assignment_body', 'body', 'note'].map(
        (table) => db.prepare(`SELECT * FROM ${table}`).all(),
      );
    const before = state();
    // Without a note there would be nothing to refuse.
    if (sql.includes('note')) expect(() => db.exec(sql)).not.toThrow();
    else expect(() => db.exec(sql)).toThrow(/ketluan fix.*saveCorrection/su);
    expect(state()).toEqual(before);
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
