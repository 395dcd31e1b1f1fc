import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../output/store/open-database.js';
import { ASSIGNMENT } from '../../../output/tables/assignment.js';
import { BATCH, BATCH_FILE } from '../../../output/tables/batch.js';
import { ASSIGNMENT_BODY, BODY, BODY_NAME, DOCUMENT_TYPE, ISSUER } from '../../../output/tables/body.js';
import { CHANGE } from '../../../output/tables/change.js';
import { type Columns, cell } from '../../../output/tables/columns.js';
import { CORRECTION } from '../../../output/tables/correction.js';
import { DEADLINE } from '../../../output/tables/deadline.js';
import { DIRECTIVE } from '../../../output/tables/directive.js';
import { DOCUMENT, FILE_SIGNATURE, RECEIVED, RECIPIENT, SIGNATURE } from '../../../output/tables/document.js';
import { FILE, FILE_INFO } from '../../../output/tables/file.js';
import { NOTE, NOTE_MESSAGE } from '../../../output/tables/note.js';
import { DOUBTFUL_WORD, EDIT_MAP, EDITS, PAGE, WORDS } from '../../../output/tables/page.js';
import { REFERENCE } from '../../../output/tables/reference.js';
import { FILE_EVENT, REMOVED } from '../../../output/tables/removed.js';
import { selectFrom, type Table } from '../../../output/tables/table.js';
import { UNCLAIMED } from '../../../output/tables/unclaimed.js';
import { Assignment, Body, Deadline, Directive, Reference } from '../../../schemas/directive.js';
import { ElectronicSignature, ExportedDocument, Received } from '../../../schemas/export.js';
import { FileSignature } from '../../../schemas/file-signature.js';
import { Note } from '../../../schemas/note.js';
import { DoubtfulWord, FileInfo, RepairedPage } from '../../../schemas/stages.js';

const show = <Value extends object, Key extends string>(table: Table<Value, Key>) => {
  const { name, names, insert } = table;
  return { name, names, insert, select: selectFrom(table, [], '').sql };
};

const TABLES = [
  show(ASSIGNMENT),
  show(ASSIGNMENT_BODY),
  show(BATCH),
  show(BATCH_FILE),
  show(BODY),
  show(BODY_NAME),
  show(CHANGE),
  show(CORRECTION),
  show(DEADLINE),
  show(DIRECTIVE),
  show(DOCUMENT),
  show(DOCUMENT_TYPE),
  show(DOUBTFUL_WORD),
  show(EDIT_MAP),
  show(FILE),
  show(FILE_EVENT),
  show(ISSUER),
  show(NOTE),
  show(NOTE_MESSAGE),
  show(PAGE),
  show(RECEIVED),
  show(RECIPIENT),
  show(REFERENCE),
  show(REMOVED),
  show(UNCLAIMED),
  show(SIGNATURE),
  show(FILE_SIGNATURE),
];

/** Columns that no value holds: keys that the database gives, and what another statement writes. */
const UNWRITTEN: Readonly<Record<string, readonly string[]>> = {
  batch: ['batch_key', 'finished_at', 'undone_at'],
  body: ['body_key'],
  body_name: ['name_key'],
  change: ['sequence'],
  directive: ['directive_key'],
  document: ['document_key'],
  document_type: ['type_key'],
  file: ['file_key', 'batch_key', 'settled_by', 'gone_at'],
  file_event: ['event_key'],
  issuer: ['issuer_key'],
  note_message: ['message_key'],
  unclaimed: ['unclaimed_key'],
  page: ['page_key'],
  removed: ['removed_key', 'stands_behind', 'stands_as', 'gave_way_to'],
};

/** Tables that hold no value of ours: SQL alone fills and reads them. */
const PLAIN_SQL = [
  'abbreviation',
  'claim',
  'copy',
  'directive_doubt',
  'field_change',
  'known_name',
  'let_through',
  'meta',
  'place',
  'process',
  'reading',
  'saved_search',
  'task_code',
  'tracked',
  'unfinished_page',
  'word',
  'writing',
];

/** Fields of a schema that its row does not hold, each with the table or the columns that do. */
const ELSEWHERE = {
  Assignment: { bodies: 'assignment_body', deadlines: 'deadline' },
  Directive: { assignments: 'assignment', references: 'reference', notes: 'note' },
  Document: {
    recipients: 'recipient',
    received: 'received',
    signatures: 'signature',
    notes: 'note',
    unclaimed: 'unclaimed',
  },
  RepairedPage: { rawSpan: 'raw_start, raw_text', span: 'text_start, text' },
} as const;

describe('every column', () => {
  const db = openDatabase(':memory:');
  const columnsOf = (table: string): readonly string[] =>
    db
      .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map(({ name }) => name);

  it.each(TABLES)('of the table $name stands in its file once, and in the database', ({ name, names }) => {
    expect([...names, ...(UNWRITTEN[name] ?? [])].toSorted()).toEqual(columnsOf(name).toSorted());
  });

  it.each([...TABLES, show(FILE_INFO)])('of the table $name can be written and read', ({ insert, select }) => {
    expect(() => [db.prepare(insert), db.prepare(select)]).not.toThrow();
  });

  it('belongs to a table that is described, or that SQL alone fills', () => {
    const tables = db
      .prepare<[], { name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'directive_fts*' AND name NOT GLOB 'paper_fts*'",
      )
      .all();
    expect(tables.map(({ name }) => name).toSorted()).toEqual(
      [...TABLES.map(({ name }) => name), ...PLAIN_SQL].toSorted(),
    );
  });

  it('of packed words and edits keeps the name that readers know', () => {
    expect(WORDS.names).toEqual(['start', 'end', 'left', 'top', 'right', 'bottom', 'confidence', 'text']);
    expect(EDITS.names).toEqual(['rawStart', 'rawEnd', 'start', 'end', 'confidence', 'by']);
  });
});

describe('every field', () => {
  it.each([
    ['Assignment', Assignment.unwrap().shape, ASSIGNMENT.columns, ELSEWHERE.Assignment],
    ['Body', Body.unwrap().shape, ASSIGNMENT_BODY.columns, {}],
    ['Deadline', Deadline.unwrap().shape, DEADLINE.columns, {}],
    ['Directive', Directive.unwrap().shape, DIRECTIVE.columns, ELSEWHERE.Directive],
    ['Document', ExportedDocument.unwrap().shape.document.unwrap().shape, DOCUMENT.columns, ELSEWHERE.Document],
    ['DoubtfulWord', DoubtfulWord.unwrap().shape, DOUBTFUL_WORD.columns, {}],
    ['FileInfo', FileInfo.unwrap().shape, FILE_INFO.columns, {}],
    ['Note', Note.unwrap().shape, NOTE.columns, {}],
    ['ElectronicSignature', ElectronicSignature.unwrap().shape, SIGNATURE.columns, {}],
    ['FileSignature', FileSignature.unwrap().shape, FILE_SIGNATURE.columns, {}],
    ['Received', Received.unwrap().shape, RECEIVED.columns, {}],
    ['Reference', Reference.unwrap().shape, REFERENCE.columns, {}],
  ])('of %s has its column or its named exception', (_, shape, columns, elsewhere) => {
    expect(Object.keys({ ...columns, ...elsewhere }).toSorted()).toEqual(Object.keys(shape).toSorted());
  });

  it('of a page has its column or its named exception', () => {
    const fields = new Set([...Object.keys(PAGE.columns), ...Object.keys(ELSEWHERE.RepairedPage)]);
    expect(Object.keys(RepairedPage.unwrap().shape).filter((field) => !fields.has(field))).toEqual([]);
  });

  it('is asked for by the compiler', () => {
    const { anchor: forgotten, ...others } = DEADLINE.columns;
    // @ts-expect-error A field without a column does not compile,
    const short: Columns<Deadline> = others;
    // @ts-expect-error nor does a column without a field,
    const long: Columns<{ readonly text: string }> = { text: cell(), place: cell() };
    // @ts-expect-error nor one of another kind.
    const other: Columns<{ readonly target: boolean }> = { target: cell<number>() };
    expect({ ...short, anchor: forgotten }).toEqual(DEADLINE.columns);
    expect(Object.keys({ ...long, ...other })).toEqual(['text', 'place', 'target']);
  });
});
