import type { Body, BodyRole, Directive } from '../../schemas/directive.js';
import { makeNote } from '../../schemas/note.js';
import type { AnnexRow } from '../../schemas/stages.js';
import { normalizeName } from '../bodies/abbreviations.js';
import { type BodyContext, type FoundBody, findBodies } from '../bodies/index.js';
import { judgeClarity } from './judge-clarity.js';
import type { DeadlineReader } from './walk-blocks.js';

interface Cell {
  readonly bodies: readonly Body[];
  /** A name that no list knows, taken as it stands. */
  readonly unknown: string | undefined;
}

/** Parts of a cell between its separators in which no known name stands: names all the same, for so the column says. */
const readUnknownParts = (text: string, found: readonly FoundBody[]): readonly FoundBody[] => {
  const parts = [...text.matchAll(/[^;,\n]+/gu)].map((part) => ({
    start: part.index,
    end: part.index + part[0].length,
  }));
  return parts
    .filter(({ start, end }) => !found.some(({ span }) => span.start < end && start < span.end))
    .flatMap(({ start, end }) => {
      const name = text.slice(start, end).replace(/\s+/gu, ' ').trim();
      // A small letter goes on with the part before: "các sở, ban, ngành".
      if (!/^\p{Lu}\p{L}/u.test(name) && found.length > 0) return [];
      if (!/\p{L}{2}/u.test(name)) return [];
      return [
        {
          name,
          span: { start, end },
          normalized: '',
          level: null,
          branch: null,
          form: 'body' as const,
          confidence: null,
        },
      ];
    });
};

/** Bodies of one cell: those the grammar knows, and what stands between separators as it stands: the column names nobody else. */
const readCell = (cell: string, role: BodyRole, context: BodyContext): Cell => {
  const text = cell.trim();
  const found = findBodies(text, context);
  const unknown = readUnknownParts(text, found);
  const bodies = [...found, ...unknown]
    .sort((one, other) => one.span.start - other.span.start)
    .map(
      ({ name, normalized, level, branch }): Body => ({
        name,
        normalized: normalized === '' ? normalizeName(name, context.glossary) : normalized,
        level,
        branch,
        role,
        inherited: false,
        confidence: null,
      }),
    );
  return { bodies, unknown: unknown[0]?.name };
};

/** Makes a directive of one row of an annex: its columns say who leads, who helps and by when. — phụ lục phân công */
export const readAnnexRow = (
  row: AnnexRow,
  context: BodyContext,
  findDeadlines: DeadlineReader,
): Omit<Directive, 'id' | 'references'> => {
  const cells = [readCell(row.lead, 'lead', context), readCell(row.coordinating, 'coordinating', context)];
  const bodies = cells.flatMap((cell) => cell.bodies);
  const unknown = cells.map((cell) => cell.unknown).find((name) => name !== undefined);
  const text = row.task.text;
  // The time stands in a column of its own, outside the task's text: its span is empty, at the end.
  const deadlines = findDeadlines(row.due).map((one) => ({ ...one, span: { start: text.length, end: text.length } }));
  // A cell of the column of times that gives none: "Thường xuyên" does, "Theo kế hoạch" does not.
  const unread = /\d/u.test(row.due) && deadlines.length === 0;
  const place = { directive: `PL.${row.number}`, page: row.page };
  const notes = [
    ...(unread ? [makeNote('deadlines/time-unread', { actual: row.due, ...place })] : []),
    ...(unknown === undefined ? [] : [makeNote('assignments/unknown-name', { actual: unknown, ...place })]),
  ];
  const assignments = [{ text, span: { start: 0, end: text.length }, bodies, deadlines }];
  return {
    // Rows count anew in each table: the prefix keeps them apart from the numbers of items. — phụ lục
    number: `PL.${row.number}`,
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
