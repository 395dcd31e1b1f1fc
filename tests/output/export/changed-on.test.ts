import { describe, expect, it } from 'vitest';
import { selectRecords } from '../../../output/export/select-records.js';
import { listTaskRows } from '../../../output/export/task-rows.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { saveFiles } from '../../../output/store/save-file.js';
import { makeDocument, makeFile, openWith, TODAY } from '../sample-records.js';

const SKETCHES = [
  { number: '1', text: '1. Giao Sở A báo cáo.' },
  { number: '2', text: '2. Giao Sở B báo cáo.' },
];
const record = makeDocument('a', SKETCHES);
const daysOf = (db: ReturnType<typeof openWith>) =>
  [...listTaskRows(selectRecords(db, { words: '', filters: {}, today: TODAY }), TODAY)].map(
    ({ changedOn }) => changedOn,
  );

describe('the day of last change', () => {
  it('is that of the reading or of a correction of this task, in Vietnam, and no day on which nothing changed', () => {
    const db = openWith([record]);
    const correct = (directiveId: string | null, field: string, at: string) =>
      saveCorrection(db, {
        documentId: record.document.id,
        directiveId,
        field,
        oldValue: null,
        newValue: 'x',
        correctedBy: 'Lan',
        correctedAt: at,
      });
    expect(daysOf(db)).toEqual(['2025-07-01', '2025-07-01']);
    // Read again, with the same result.
    saveFiles(db, [makeFile(record, { at: '2025-07-05T08:00:00+07:00' })]);
    expect(daysOf(db)).toEqual(['2025-07-01', '2025-07-01']);
    correct(`${record.document.id}-2`, 'text', '2025-07-06T18:00:00Z');
    expect(daysOf(db)).toEqual(['2025-07-01', '2025-07-07']);
    correct(null, 'number', '2025-07-06T10:00:00+07:00');
    expect(daysOf(db)).toEqual(['2025-07-06', '2025-07-07']);
    const other = makeDocument('a', [{ number: '1', text: '1. Giao Sở A, Sở C báo cáo.' }, ...SKETCHES.slice(1)]);
    saveFiles(db, [makeFile(other, { at: '2025-07-09T08:00:00+07:00' })]);
    expect(daysOf(db)).toEqual(['2025-07-09', '2025-07-09']);
    db.close();
  });
});
