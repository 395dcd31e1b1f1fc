import type { Bilingual, Note } from '../../schemas/note.js';
import { type NoteRule, readNoteRule } from '../../schemas/note-rules.js';
import { type Columns, cell, converted, group, joined, optional } from './columns.js';
import { defineTable } from './table.js';

const MESSAGE_COLUMNS: Columns<Bilingual> = { vi: cell(), en: cell() };

/** Sentences of notes, each once. */
export const NOTE_MESSAGE = defineTable('note_message', [], MESSAGE_COLUMNS);

/** A remark about a document or one of its directives, column by column. — ghi chú */
export const NOTE_COLUMNS: Columns<Note> = {
  level: cell(),
  // A rule that this version does not know keeps its stage, its level and its sentence.
  rule: converted(cell<string>(), (rule: NoteRule) => rule, readNoteRule),
  message: group({ vi: joined('note_message.vi'), en: joined('note_message.en') }),
  page: optional(cell<number>()),
  directive: optional(cell<string>()),
  span: optional(group({ start: cell(), end: cell() })),
  expected: optional(cell<string>()),
  actual: optional(cell<string>()),
};

/** Notes by document, ordinal of the directive (0: the document itself), and ordinal among these. */
export const NOTE = defineTable(
  'note',
  ['documentKey', 'directiveOrdinal', 'ordinal', 'messageKey'],
  NOTE_COLUMNS,
  'JOIN note_message ON note_message.message_key = note.message_key',
);
