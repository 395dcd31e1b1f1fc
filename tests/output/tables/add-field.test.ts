import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeTables } from '../../../docs/make/render-schema-doc.js';
import { openDatabase } from '../../../output/store/open-database.js';
import { insertRow, loadRows } from '../../../output/store/rows.js';
import { saveFile } from '../../../output/store/save-file.js';
import { cell, group, nullable } from '../../../output/tables/columns.js';
import { DEADLINE_COLUMNS } from '../../../output/tables/deadline.js';
import { defineTable, selectFrom } from '../../../output/tables/table.js';
import { Deadline } from '../../../schemas/directive.js';
import { arbitraryOf } from '../arbitrary-of.js';
import { makeFile, SAMPLES } from '../sample-records.js';

// The recipe of the README, followed once with fields that nobody needs: a room and hours for a deadline.

// 1. schemas/directive.ts: a line each.
const Timed = Deadline.unwrap()
  .extend({
    room: z.string().nullable(),
    hours: z
      .object({ from: z.int().min(0), to: z.int().min(0) })
      .readonly()
      .nullable(),
  })
  .readonly();
type Timed = z.infer<typeof Timed>;

// 2. output/tables/deadline.ts: a line each.
const TIMED = defineTable<Timed, 'directiveKey' | 'assignment' | 'ordinal'>(
  'deadline',
  ['directiveKey', 'assignment', 'ordinal'],
  {
    ...DEADLINE_COLUMNS,
    room: cell(),
    hours: nullable(group<NonNullable<Timed['hours']>>({ from: cell(), to: cell() })),
  },
);

// 3. output/store/migrations/: a line for each column.
const MIGRATION = `ALTER TABLE deadline ADD COLUMN room TEXT; -- where
ALTER TABLE deadline ADD COLUMN hours_from INTEGER; -- from when
ALTER TABLE deadline ADD COLUMN hours_to INTEGER;
`;

// Nothing else:
const TIMED_OF_DIRECTIVE = selectFrom(TIMED, ['ordinal'], 'WHERE directive_key = ? ORDER BY ordinal');

it('a new field is stored, loaded, null in older rows, and described', () => {
  const db = openDatabase(':memory:');
  const [sample] = SAMPLES;
  if (sample === undefined) throw new Error('Expected a sample');
  saveFile(db, makeFile(sample));
  db.exec(MIGRATION);
  // As the program does while it writes.
  db.exec('INSERT INTO writing VALUES (1)');
  const [old] = loadRows(db, TIMED_OF_DIRECTIVE, 1);
  const read = sample.directives[0]?.assignments[0]?.deadlines[0];
  expect(old).toEqual({ keys: { ordinal: 1 }, value: { ...read, room: null, hours: null } });
  fc.assert(
    fc.property(fc.array(arbitraryOf(Timed), { maxLength: 3 }), (deadlines) => {
      db.exec('DELETE FROM deadline');
      for (const [index, deadline] of deadlines.entries())
        insertRow(db, TIMED, { directiveKey: 1, assignment: 1, ordinal: index + 1 }, deadline);
      expect(loadRows(db, TIMED_OF_DIRECTIVE, 1)).toEqual(
        deadlines.map((value, index) => ({ keys: { ordinal: index + 1 }, value })),
      );
    }),
  );
  const table = `-- When something is due.\nCREATE TABLE deadline (\n  text TEXT NOT NULL -- as written\n);\n`;
  expect(describeTables(table + MIGRATION, () => [])).toEqual([
    {
      kind: 'table',
      name: 'deadline',
      about: 'When something is due.',
      columns: [
        { name: 'text', type: 'TEXT', about: 'as written' },
        { name: 'room', type: 'TEXT, may be null', about: 'where' },
        { name: 'hours_from', type: 'INTEGER, may be null', about: 'from when' },
        { name: 'hours_to', type: 'INTEGER, may be null', about: '' },
      ],
    },
  ]);
});
