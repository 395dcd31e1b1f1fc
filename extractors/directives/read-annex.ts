import type { Body, BodyRole, Directive } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { IsoDate, Span } from '../../schemas/span.js';
import type { AnnexRow } from '../../schemas/stages.js';
import { normalizeName } from '../bodies/abbreviations.js';
import { type BodyContext, type FoundBody, findBodies } from '../bodies/index.js';
import { readKind } from '../bodies/name-parts.js';
import type { DroppedTime } from '../contract.js';
import { noteDoubts } from '../deadlines/note-doubts.js';
import { noteDropped } from '../deadlines/note-dropped.js';
import { noteUnreadWordings } from '../deadlines/unread-wordings.js';
import { judgeClarity } from './judge-clarity.js';
import type { DeadlineReader } from './walk-blocks.js';

interface Cell {
  readonly bodies: readonly Body[];
  /** A name that no list knows, taken as it stands. */
  readonly unknown: string | undefined;
}

// What a cell may say beside its names.
const SMALL_WORDS = /(?<!\p{L})(?:và|cùng|với|các|chủ trì|phối hợp|tham mưu|thực hiện|cơ quan|đơn vị)(?!\p{L})/giu;
const SEPARATOR = /[;,\n]|(?<=\s)và(?=\s)|(?:^|(?<=\s))[-–+•](?=\s)/gu;

/** Cuts a cell at its separators, but for those inside a name that the grammar knows. */
const cutCell = (text: string, found: readonly FoundBody[]): readonly Span[] => {
  const parts: Span[] = [];
  let start = 0;
  for (const mark of text.matchAll(SEPARATOR)) {
    if (found.some(({ span }) => span.start < mark.index && mark.index < span.end)) continue;
    parts.push({ start, end: mark.index });
    start = mark.index + mark[0].length;
  }
  return [...parts, { start, end: text.length }];
};

/**
 * Bodies of one cell: those the grammar knows whole, else what stands between the separators, for the column says that it
 * names somebody. "Văn phòng Sở; Sở Y tế" names two.
 */
const readCell = (cell: string, role: BodyRole, context: BodyContext): Cell => {
  const text = cell.replace(/\s+/gu, ' ').trim();
  if (!/\p{L}/u.test(text)) return { bodies: [], unknown: undefined };
  const found = findBodies(text, context);
  const asWritten = (name: string) => ({
    name,
    normalized: normalizeName(name, context.glossary),
    ...readKind(name),
    isKnown: false,
  });
  const named = cutCell(text, found).flatMap(({ start, end }) => {
    const part = text.slice(start, end).trim();
    if (!/\p{L}/u.test(part)) return [];
    const inside = found.filter(({ span }) => span.start >= start && span.end <= end);
    const left = inside.reduceRight(
      (rest, { span }) => rest.slice(0, span.start - start) + rest.slice(span.end - start),
      text.slice(start, end),
    );
    const isWhole =
      inside.length > 0 && !/\p{L}/u.test(left.replace(/\([^()]{0,200}\)/gu, '').replace(SMALL_WORDS, ''));
    return isWhole
      ? inside.map(({ name, normalized, level, branch }) => ({ name, normalized, level, branch, isKnown: true }))
      : [asWritten(part)];
  });
  return {
    bodies: named.map(({ isKnown, ...one }) => ({ ...one, role, inherited: false, confidence: null })),
    unknown: named.find(({ isKnown }) => !isKnown)?.name,
  };
};

/** "Ngay sau Đại hội", "Cuối vụ": a time also without a figure; "Theo kế hoạch", "Khi có yêu cầu" name none. */
const HOLDS_TIME =
  /\d|^(?!\s*(?:theo|khi)\s)(?=.*(?<!\p{L})(?:sau|trước|cuối|đầu|giữa|hết|trong|ngày|tuần|tháng|quý|năm|vụ|mùa|kỳ|dịp|tết)(?!\p{L}))/iu;

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
  const cells = [readCell(row.lead, 'lead', context), readCell(row.coordinating, 'coordinating', context)];
  const bodies = cells.flatMap((cell) => cell.bodies);
  const unknown = cells.map((cell) => cell.unknown).find((name) => name !== undefined);
  const text = row.task.text;
  // The time stands in a column of its own, outside the task's text: its span is empty, at the end.
  const ofColumn = findDeadlines(row.due).map((one) => ({ ...one, span: { start: text.length, end: text.length } }));
  // Where the column gives none, or the table has none, the task itself may say when.
  const dropped: DroppedTime[] = [];
  const deadlines = ofColumn.length > 0 ? ofColumn : findDeadlines(text, undefined, (one) => dropped.push(one));
  // A cell of the column of times that gives none: "Thường xuyên" does, "Theo kế hoạch" does not.
  const unread = ofColumn.length === 0 && HOLDS_TIME.test(row.due);
  const notes = [
    ...(unread ? [makeNote('deadlines/time-unread', { actual: row.due })] : []),
    ...(unknown === undefined ? [] : [makeNote('assignments/unknown-name', { actual: unknown })]),
    // They quote the column, before the place is moved.
    ...noteDoubts(deadlines, lender),
    ...(ofColumn.length > 0
      ? []
      : [...noteDropped(dropped, deadlines), ...noteUnreadWordings(text, deadlines, dropped)]),
  ].map((note): Note => ({ ...note, directive: number, page: row.page }));
  const assignments = [{ text, span: { start: 0, end: text.length }, bodies, deadlines }];
  return {
    number,
    text,
    kind: 'task',
    parent: null,
    page: row.page,
    pieces: row.task.pieces,
    confidence: null,
    needsReview: bodies.length === 0 || notes.some((note) => note.level !== 'info'),
    clarity: judgeClarity(assignments, false),
    assignments,
    notes,
  };
};
