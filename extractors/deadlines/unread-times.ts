import { daysInMonth } from '../../language/calendar/civil-date.js';
import { foldedPattern, matchesOf } from '../../language/writing/patterns.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { Deadline } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';
import { readBoundary } from './boundary.js';

const FIGURE = '[\\da-z]{1,2}';
/** Characters before "ngày" in which its boundary stands: the longest is "không muộn hơn". */
const BOUND_WITHIN = 16;
/** "ngày" and print that has the form of a day: two or three figures, or their words. */
const DAY_LIKE = foldedPattern(
  `ngày (?<print>(?<day>${FIGURE})(?:\\s?[./-]\\s?| tháng )(?<month>${FIGURE})(?:(?:\\s?[./-]\\s?| năm )[\\da-z]{2,4})?)`,
);

/** 2000 had all days of February: of a year that is not given none is refused. */
const isDay = (day: string, month: string): boolean =>
  /^\d+$/u.test(day + month) &&
  Number(month) >= 1 &&
  Number(month) <= 12 &&
  Number(day) >= 1 &&
  Number(day) <= daysInMonth(2000, Number(month));

/**
 * Says that a boundary stands before what looks like a day and is none that could be read: "trước ngày 2S/7/2026",
 * "đến ngày 31/4/2027". Without the note such a time would be lost without a word. — thời hạn không đọc được
 */
export const noteUnreadTimes = (text: string, deadlines: readonly Deadline[]): readonly Note[] => {
  if (!/\d ?[./-]|[./-] ?\d| tháng /u.test(text)) return [];
  const folded = foldChars(text);
  return matchesOf(DAY_LIKE, folded).flatMap(({ 0: whole, index, groups }) => {
    const { print = '', day = '', month = '' } = groups ?? {};
    const [start, end] = [index, index + whole.length];
    const isBound = readBoundary(folded.slice(Math.max(0, index - BOUND_WITHIN), index)).signal !== 'bare';
    const isRead = deadlines.some(({ span }) => span.start < end && start < span.end);
    if (isRead || !isBound || !/\d/u.test(print) || isDay(day, month)) return [];
    return [makeNote('deadlines/time-unread', { actual: text.slice(start, end) })];
  });
};
