import type { Body, BodyRole, Directive } from '../../schemas/directive.js';
import type { Note } from '../../schemas/note.js';
import type { IsoDate } from '../../schemas/span.js';
import type { AnnexRow } from '../../schemas/stages.js';
import { normalizeName } from '../bodies/abbreviations.js';
import { type BodyContext, findBodies } from '../bodies/index.js';
import { noteDoubts } from '../deadlines/note-doubts.js';
import { judgeClarity } from './judge-clarity.js';
import type { DeadlineReader } from './walk-blocks.js';

/** Bodies of one cell: those the grammar knows, else the cell as it stands, for the column says that it names one. */
const readCell = (cell: string, role: BodyRole, context: BodyContext): readonly Body[] => {
  const text = cell.replace(/\s+/gu, ' ').trim();
  if (!/\p{L}/u.test(text)) return [];
  const found = findBodies(text, context).map(({ name, normalized, level, branch }) => ({
    name,
    normalized,
    level,
    branch,
  }));
  const named =
    found.length > 0
      ? found
      : [{ name: text, normalized: normalizeName(text, context.glossary), level: null, branch: null }];
  return named.map((one) => ({ ...one, role, inherited: false, confidence: null }));
};

/**
 * Makes a directive of one row of an annex: its columns say who leads, who helps and by when; `lender` is the day that lends
 * a missing year. — phụ lục phân công
 */
export const readAnnexRow = (
  row: AnnexRow,
  context: BodyContext,
  findDeadlines: DeadlineReader,
  lender: IsoDate | null,
): Omit<Directive, 'id' | 'references'> => {
  // Rows count anew in each table: the prefix keeps them apart from the numbers of items. — phụ lục
  const number = `PL.${row.number}`;
  const bodies = [...readCell(row.lead, 'lead', context), ...readCell(row.coordinating, 'coordinating', context)];
  const text = row.task.text;
  // The time stands in a column of its own, outside the task's text: its span is empty, at the end.
  const deadlines = findDeadlines(row.due).map((one) => ({ ...one, span: { start: text.length, end: text.length } }));
  // The notes quote the column, before the place is moved.
  const notes = noteDoubts(deadlines, lender).map((note): Note => ({ ...note, directive: number, page: row.page }));
  const assignments = [{ text, span: { start: 0, end: text.length }, bodies, deadlines }];
  return {
    number,
    text,
    kind: 'task',
    parent: null,
    page: row.page,
    pieces: row.task.pieces,
    confidence: null,
    needsReview: bodies.length === 0 || notes.length > 0,
    clarity: judgeClarity(assignments, false),
    assignments,
    notes,
  };
};
