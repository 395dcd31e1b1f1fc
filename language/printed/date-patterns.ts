import { DIGIT_LIKE } from './look-alikes.js';

/**
 * How the parts of a date are printed, as pieces for patterns over folded text. Who builds a longer pattern of them reads
 * what it matched with `readPrintedDate`. Combining marks are let through, so that decomposed text folds no worse.
 */
const DIGIT = `[${DIGIT_LIKE.inFoldedText}]`;

/** A day or month number. */
export const DAY_OR_MONTH = `${DIGIT}{1,2}`;
/**
 * A day number right behind its word, where a blank or a letter inside it leaves only one reading: "ngày 1 5/9", "ngày 2S/7".
 * Elsewhere "1 5/9" may be a number and a day.
 */
const BROKEN_DAY = '(?<=y\\s)(?:[0-3]\\s\\d(?=\\s?[/⁄∕.–-]|\\s+thang)|(?:[0-3][szgq§]|z\\d)(?=\\s?[/⁄∕.–-]))';
/** A day number, whole or broken. */
export const DAY_NUMBER = `(?:${DAY_OR_MONTH}|${BROKEN_DAY})`;
/** A month number, a blank inside it forgiven where its year follows: "15/1 0/2026". */
export const MONTH_NUMBER = `(?:${DAY_OR_MONTH}|[01]\\s\\d(?=\\s?[/⁄∕.–-]|\\s+nam))`;
/** A year of this age, one inner space forgiven: 2025, 2O25, 202 4. */
export const YEAR = `(?:(?:19|2[\\do])${DIGIT}{2}|\\d{3}\\s\\d|2\\d\\s\\d{2})(?!\\d)`;
/** A year in two figures, which only a whole date makes one: 30/4/25; read with `readYear`. */
export const SHORT_YEAR = '(?:[0-4]\\d|9\\d)(?!\\d|\\s?[/⁄∕%]|[.–-]\\d)';
/** A slash, with the fraction and division slashes that some layers hold. */
export const SLASH = '\\s?[/⁄∕]\\s?';
/** A hyphen, dash or stop between the figures of a date. */
export const DASH = '\\s?[.–—-]\\s?';
const joinYear = (word: string): string =>
  `(?:(?:${SLASH}|\\s?[-–]\\s?|,?\\s+${word}\\s+)(?<year>${YEAR}|(?<=[/⁄∕]\\s?)2\\d(?!\\d|\\s?[/⁄∕%])))`;
/** What joins a month, a quarter or a half to its year: "/2025", "/25", " năm 2025", "-2025"; the year as group `year`. */
export const OF_YEAR = joinYear('nam');
/** The same over text that may be decomposed: only for patterns that `foldedPattern` does not fold. */
export const OF_MARKED_YEAR = joinYear('na\\p{M}*m');

/** A day with its year. */
export const FULL_DATE = `(?:${[
  `${DAY_NUMBER}${SLASH}${MONTH_NUMBER}${SLASH}(?:${YEAR}|${SHORT_YEAR})`,
  `${DAY_NUMBER}${DASH}${MONTH_NUMBER}${DASH}${YEAR}`,
  `(?<=y\\s)${DAY_NUMBER}${DASH}${MONTH_NUMBER}${DASH}${SHORT_YEAR}`,
  `${DAY_NUMBER}\\s+thang\\s+${MONTH_NUMBER}(?:\\s+nam\\s+|${SLASH})${YEAR}`,
].join('|')})`;
/** "trước ngày 20-7": of two figures with a hyphen only a boundary and "ngày" make a day; "ngày 10-12/2025" are three days. */
const DASHED_SHORT =
  '(?<=(?:truoc|nhat|het|cuoi)\\s+ngay\\s)[0-3]?\\d[-–](?:0?[1-9]|1[0-2])(?![\\d/⁄∕]|[.–-]\\d|\\s+(?:thang|hang|cua|moi)(?![a-z]))';
/** A day without a year, as numbers. */
export const SHORT_DATE = `(?:${DAY_NUMBER}${SLASH}${DAY_OR_MONTH}(?![/⁄∕]?\\d)|${DASHED_SHORT})`;
/** A day without a year, in words. */
export const WORDY_SHORT_DATE = `(?:${DAY_NUMBER}\\s+thang\\s+${DAY_OR_MONTH}(?!\\d))`;
/** A day with its year or without. */
export const DATE = `(?:${FULL_DATE}|${SHORT_DATE}|${WORDY_SHORT_DATE})`;

/** The words of a date as engines leave them: ngày, ngdy, ngảy; tháng, thdng; năm, nim. */
export const DAY_WORD = 'ng[a-z]\\p{M}*y';
export const MONTH_WORD = 'th[a-z]\\p{M}*ng';
export const YEAR_WORD = 'n[a-z]\\p{M}*m';
/** A line or a stretch of one that holds a date in words, readable or not. */
export const DATE_LINE = `${DAY_WORD}.{0,200}${MONTH_WORD}`;
/** The first ten days have a word of their own: mùng 2, mồng 2. */
export const EARLY_DAY = '(?:m[uo]\\p{M}*ng\\s*)?';
/** The other days of several: "20 và 21/6", "5 đến ngày 7/10", "20 - 21/6". */
export const MORE_DAYS = `(?:\\s*(?:,|va\\p{M}*|-|–|de\\p{M}*n(?:\\s+he\\p{M}*t)?)\\s*(?:${DAY_WORD}\\s*)?${EARLY_DAY}${DAY_OR_MONTH})`;
