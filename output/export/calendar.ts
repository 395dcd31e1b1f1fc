import { replaceCodesAndEnds } from '../../language/writing/control-codes.js';
import type { Deadline } from '../../schemas/directive.js';
import type { IsoDate } from '../../schemas/span.js';
import { shiftDay } from '../tracker/due.js';
import { cutText } from './cut-text.js';
import { dropEnumerator } from './drop-enumerator.js';
import { findFirstDay, namesDays } from './recurrence.js';
import type { TaskRow } from './task-rows.js';

/** Lines of a calendar file end so, and are at most 75 bytes long: a longer one goes on after a space. */
const END = '\r\n';
const MAX_BYTES = 75;

const foldLine = (line: string): string => {
  const lines: string[] = [];
  let current = '';
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > MAX_BYTES) {
      lines.push(current);
      current = ' ';
      bytes = 1;
    }
    current += letter;
    bytes += size;
  }
  return [...lines, current].join(END) + END;
};

const escapeText = (text: string): string =>
  replaceCodesAndEnds(text)
    .replace(/\\/gu, '\\\\')
    .replace(/[;,]/gu, (mark) => `\\${mark}`)
    .replace(/\n/gu, '\\n');

const toBasic = (day: IsoDate): string => day.replace(/-/gu, '');

/**
 * The day on which an event stands: the day named, or the first of a recurring one whose rule names days. "Hằng năm" alone
 * names none, and a calendar must not make one up: undefined.
 */
const findDay = (row: TaskRow, deadline: Deadline): IsoDate | undefined => {
  if (deadline.due !== null) return deadline.due;
  const from = row.document.issuedOn;
  if (deadline.recurrence === null || from === null || !namesDays(deadline.recurrence)) return undefined;
  return findFirstDay(deadline.recurrence, from);
};

const TITLE_LETTERS = 90;

/** What is to be done, in a line: the beginning of the text, cut between words. */
const titleOf = ({ directive }: TaskRow): string =>
  cutText(dropEnumerator(directive).replace(/\s+/gu, ' '), TITLE_LETTERS);

const BOUND = { before: 'Trước ngày', by: 'Hạn' } as const;

const writeEvent = (row: TaskRow, deadline: Deadline, place: string, today: IsoDate): string => {
  const day = findDay(row, deadline);
  if (day === undefined) return '';
  const { document, directive } = row;
  const confirmed = row.review === 'confirmed';
  const who = row.leads.join(', ') || 'chưa rõ cơ quan';
  const doubt = confirmed ? '' : ' (chưa rà soát)';
  const lines = [
    'BEGIN:VEVENT',
    `UID:${directive.id}-${place}@ketluan`,
    `DTSTAMP:${toBasic(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${toBasic(day)}`,
    `DTEND;VALUE=DATE:${toBasic(shiftDay(day, 1))}`,
    ...(deadline.recurrence === null ? [] : [`RRULE:${deadline.recurrence.replace(/^RRULE:/u, '')}`]),
    `SUMMARY:${escapeText(`${BOUND[deadline.bound ?? 'by']}: ${titleOf(row)} (${who})${doubt}`)}`,
    `DESCRIPTION:${escapeText(`${directive.text}\n“${deadline.text}”${deadline.inferred ? ' (năm suy từ ngày ban hành)' : ''}\n${document.number ?? 'không số'}, mục ${directive.number} · ${document.source.path}, trang ${directive.page}`)}`,
    'TRANSP:TRANSPARENT',
    // Nobody is woken for what nobody has checked.
    ...(confirmed
      ? ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-P3D', `DESCRIPTION:${escapeText(titleOf(row))}`, 'END:VALARM']
      : []),
    'END:VEVENT',
  ];
  return lines.map(foldLine).join('');
};

/**
 * An iCalendar file (RFC 5545): one all-day event for each deadline with a day, recurring ones whose rule names days with it. The UID
 * of an event stays the same from export to export; only tasks that a person confirmed ring three days before.
 */
export function* writeCalendar(rows: Iterable<TaskRow>, today: IsoDate): Generator<string> {
  yield ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//ketluan//VI', 'CALSCALE:GREGORIAN', 'X-WR-CALNAME:Kết luận']
    .map(foldLine)
    .join('');
  for (const row of rows)
    for (const [a, assignment] of row.directive.assignments.entries())
      for (const [d, deadline] of assignment.deadlines.entries())
        yield writeEvent(row, deadline, `${a + 1}-${d + 1}`, today);
  yield foldLine('END:VCALENDAR');
}
