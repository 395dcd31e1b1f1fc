import { expect, it } from 'vitest';
import { listDocuments } from '../../../output/store/load-document.js';
import { openDatabase } from '../../../output/store/open-database.js';
import { saveFile } from '../../../output/store/save-file.js';
import { ExportedDocument } from '../../../schemas/export.js';
import { makeNote } from '../../../schemas/note.js';
import { makeFile, SAMPLES } from '../sample-records.js';

it('keeps the sentence and the level of a note whose rule this version does not know', () => {
  const db = openDatabase(':memory:');
  const [sample] = SAMPLES;
  if (sample === undefined) throw new Error('no sample');
  const note = makeNote('outline/annex-unread', { page: 2, actual: 'Phụ lục' });
  saveFile(db, makeFile({ ...sample, document: { ...sample.document, notes: [note] } }));
  db.exec("INSERT INTO writing VALUES (1); UPDATE note SET rule = 'outline/of-another-version', level = 'error'");
  const [loaded] = [...listDocuments(db)];
  expect(loaded?.document.notes).toEqual([
    { ...note, rule: 'outline/rule-unknown', level: 'error', message: note.message },
  ]);
  expect(ExportedDocument.parse(loaded)).toEqual(loaded);
  db.close();
});
