import type { IsoDate, Span } from '../../schemas/span.js';
import { toIsoDate } from '../calendar/civil-date.js';
import { isSyllableSkeleton } from '../writing/syllables.js';
import { foldChars } from '../writing/unicode.js';
import {
  DASH,
  DAY_NUMBER,
  DAY_OR_MONTH,
  DAY_WORD,
  EARLY_DAY,
  MONTH_NUMBER,
  MONTH_WORD,
  MORE_DAYS,
  OF_MARKED_YEAR,
  SHORT_YEAR,
  SLASH,
  YEAR,
  YEAR_WORD,
} from './date-patterns.js';
import { readYear, toDigits } from './look-alikes.js';
import { readMonthWord } from './month-words.js';

/** A date as it is printed; its parts need not make a day that exists. */
export interface PrintedDate {
  /** Each null where it is not printed, left blank or not to be read. — ngày, tháng, năm */
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
  /** First of several days that share month and year: 12 in "ngày 12 và 13/9/2023". */
  readonly firstDay: number | null;
  /** True when a part has its place and nothing stands there: "ngày      tháng 4 năm 2024". */
  readonly blank: boolean;
  /** True when something stands in the place of a part that nobody can read: "ngày Ø#' tháng 4 năm 2024". */
  readonly unread: boolean;
  /** True when a digit was read out of a letter, or a letter of the words is wrong. */
  readonly damaged: boolean;
  /** True when the month is told by its word, false for figures alone. */
  readonly inWords: boolean;
  readonly span: Span;
  /** The places of day and month, blank or not. */
  readonly places: { readonly day: Span | null; readonly month: Span | null };
}

/** Longer gaps than this are no places of a date. */
const GAP = 40;
const REACH = 4 * GAP;
const ANY_YEAR = `(?:${YEAR}|\\d{4}(?!\\d))`;
// "năm 2 012": in a frame a year may be spaced anyhow.
const FRAME_YEAR = `(?:${ANY_YEAR}|[12]\\s\\d{3}(?!\\d))`;
const BLANK = '[.…_\\s]*';
const DAY_HEAD = `(?:(?<word>${DAY_WORD}(?![a-z](?!\\d)))\\s*(?:[:.]\\s*)?)`;

const form = (source: string): RegExp => new RegExp(`^${source}`, 'du');

// ngày 03 tháng 02 năm 2018 | ngày 7 tháng Tư năm 2019 | ngày      tháng 4 năm 2024 | ngày … tháng … năm 20… | ngdy 3 thdng 2 nim 2O18
const FRAME = form(
  `(?<word>${DAY_WORD}(?![a-z](?!\\d)))(?<day>[\\s\\S]{0,${GAP}}?)(?<monthword>${MONTH_WORD})(?<month>[\\s\\S]{0,${GAP}}?)(?<yearword>${YEAR_WORD})(?!\\s+${YEAR_WORD}\\s*\\d)(?:\\s*(?<year>${FRAME_YEAR})|(?<open>\\s*(?:(?:19|20)\\d?(?!\\d))?${BLANK}))`,
);

/** Forms without places for a stamp, those that say more first. */
const FORMS: readonly RegExp[] = [
  // 03/02/2018 | ngày 12 và 13/9/2023 | 3 / 7 / 2018 | ngày 1 5/9/2026
  form(
    `${DAY_HEAD}?${EARLY_DAY}(?<day>${DAY_NUMBER}${MORE_DAYS}{0,4})\\s?${SLASH}\\s?(?<month>${MONTH_NUMBER})\\s?${SLASH}\\s?(?<year>${ANY_YEAR})`,
  ),
  // ngày 30/4/25 | ngày 30-4-25: behind the word two figures are a year
  form(
    `${DAY_HEAD}${EARLY_DAY}(?<day>${DAY_NUMBER}${MORE_DAYS}{0,4})(?:${SLASH}(?<month>${MONTH_NUMBER})${SLASH}(?<year>${SHORT_YEAR}))`,
  ),
  form(`${DAY_HEAD}${EARLY_DAY}(?<day>${DAY_NUMBER})(?:${DASH}(?<month>${MONTH_NUMBER})${DASH}(?<year>${SHORT_YEAR}))`),
  // 3-2-2018 | 03.02.2018
  form(`${DAY_HEAD}?${EARLY_DAY}(?<day>${DAY_NUMBER})${DASH}(?<month>${MONTH_NUMBER})${DASH}(?<year>${ANY_YEAR})`),
  // ngày 15-6/2024: behind the word one sign may be another
  form(
    `${DAY_HEAD}${EARLY_DAY}(?<day>${DAY_OR_MONTH})(?:${SLASH}|${DASH})(?<month>${DAY_OR_MONTH})(?:${SLASH}|${DASH})(?<year>${ANY_YEAR})`,
  ),
  // 15 tháng 6 năm 2024 | mùng 2 tháng 9/2024 | 15 tháng 6
  form(
    `${DAY_HEAD}?${EARLY_DAY}(?<day>${DAY_OR_MONTH}${MORE_DAYS}{0,4})\\s*tha\\p{M}*ng\\s*(?<month>${DAY_OR_MONTH})(?!\\d)${OF_MARKED_YEAR}?`,
  ),
  // ngày 15/6
  form(
    `${DAY_HEAD}?${EARLY_DAY}(?<day>${DAY_NUMBER}${MORE_DAYS}{0,4})${SLASH}(?<month>${DAY_OR_MONTH})(?!\\s?[/⁄∕.-]?\\d)`,
  ),
  // ngày 20-7: behind the word, where no month of a range follows
  form(`${DAY_HEAD}${EARLY_DAY}(?<day>[0-3]?\\d)[-–](?<month>0?[1-9]|1[0-2])(?![\\d/⁄∕]|[.–-]\\d|\\s*tha\\p{M}*ng)`),
  // tháng 6/2025 | tháng 6 năm 2025 | tháng 6
  form(`tha\\p{M}*ng\\s+(?<month>${DAY_OR_MONTH})(?!\\d)(?!${SLASH}${DAY_OR_MONTH}(?!\\d))${OF_MARKED_YEAR}?`),
  // 6/2025
  form(`(?<month>${DAY_OR_MONTH})${SLASH}(?<year>${YEAR})(?!\\s?[/⁄∕–-]\\s?[a-z0-9])`),
];

// ngày    /6/2025 | ngày …/…/2025
const BLANK_FIGURES = form(
  `${DAY_HEAD}(?<day>(?:[.…_]${BLANK})?|${DAY_OR_MONTH}\\s*)[/⁄∕](?<month>${BLANK}|\\s*${DAY_OR_MONTH}\\s*)[/⁄∕]\\s*(?<year>${ANY_YEAR})`,
);

/** A part of a date out of the place where it stands. */
interface Part {
  readonly value: number | null;
  readonly first: number | null;
  readonly state: 'read' | 'damaged' | 'blank' | 'unread';
}

const FIGURE = new RegExp(`^${EARLY_DAY}(?<first>${DAY_OR_MONTH}|[0-3][szgq§]|z\\d)(?<more>${MORE_DAYS}{0,4})$`, 'u');
const LAST_FIGURE = new RegExp(`${DAY_OR_MONTH}$`, 'u');
const UNREAD_LENGTH = 6;

/** A figure with a blank inside. */
const SPACED = /^[0-3]\s\d$/u;

const hasWord = (print: string): boolean => (print.match(/[\p{L}\p{M}]+/gu) ?? []).some(isSyllableSkeleton);

/** Reads what stands in the place of a day or month; undefined for words, which make it no date. */
const readPart = (print: string): Part | undefined => {
  const core = print.replace(/^[.…_,:\s]+|(?<![.…_,:\s])[.…_,:\s]+$/gu, '');
  if (core === '') return { value: null, first: null, state: 'blank' };
  if (SPACED.test(core)) return { value: Number(core.replace(/\s/u, '')), first: null, state: 'damaged' };
  const { first, more = '' } = FIGURE.exec(core)?.groups ?? {};
  if (first !== undefined) {
    const last = more === '' ? first : (LAST_FIGURE.exec(more)?.[0] ?? first);
    const value = Number(toDigits(last));
    if (value === 0) return { value: null, first: null, state: 'unread' };
    return {
      value,
      first: more === '' ? null : Number(toDigits(first)),
      state: /[^\d]/u.test(first + last) ? 'damaged' : 'read',
    };
  }
  // "ngày 5/6 tháng …" is a day of its own.
  const isOther = core.length > UNREAD_LENGTH || /^\d{1,2}\s?[/-]\s?\d/u.test(core) || hasWord(core);
  return isOther ? undefined : { value: null, first: null, state: 'unread' };
};

const readMonthPart = (print: string): Part | undefined => {
  const word = readMonthWord(print.replace(/\p{M}/gu, '').trim());
  return word === undefined ? readPart(print) : { value: word, first: null, state: 'read' };
};

/** Words whose right letters stand there, marks aside. */
const isSound = (word: string | undefined, sound: string): boolean =>
  word === undefined || word.replace(/\p{M}/gu, '') === sound;

const spanOf = (match: RegExpExecArray, group: string, at: number): Span | null => {
  const [start, end] = match.indices?.groups?.[group] ?? [];
  return start === undefined || end === undefined ? null : { start: at + start, end: at + end };
};

/** Takes white space off both ends of a place, unless it is nothing else. */
const trimSpan = (span: Span | null, text: string): Span | null => {
  if (span === null) return null;
  const print = text.slice(span.start, span.end);
  if (print.trim() === '') return span;
  return { start: span.start + print.length - print.trimStart().length, end: span.start + print.trimEnd().length };
};

const build = (
  match: RegExpExecArray,
  day: Part | undefined,
  month: Part | undefined,
  text: string,
  at: number,
): PrintedDate => {
  const { word, monthword, yearword, year } = match.groups ?? {};
  const parts = [day, month].filter((part) => part !== undefined);
  const isOpen = match.groups?.open !== undefined;
  return {
    day: day?.value ?? null,
    month: month?.value ?? null,
    year: readYear(year) ?? null,
    firstDay: day?.first ?? null,
    blank: isOpen || parts.some(({ state }) => state === 'blank'),
    unread: parts.some(({ state }) => state === 'unread'),
    damaged:
      parts.some(({ state }) => state === 'damaged') ||
      /[^\d]/u.test(year ?? '') ||
      !isSound(word, 'ngay') ||
      !isSound(monthword, 'thang') ||
      !isSound(yearword, 'nam'),
    inWords: /th[a-z]\p{M}*ng/u.test(match[0]),
    span: { start: at, end: at + match[0].trimEnd().length },
    places: { day: trimSpan(spanOf(match, 'day', at), text), month: trimSpan(spanOf(match, 'month', at), text) },
  };
};

const isWide = (print: string | undefined): boolean => /[.…_\n\t]|\s{2}/u.test(print ?? '');

/** "ngày tháng năm sinh" has no place for a stamp: a blank is wide, or the year is there, or the line is that of a place. */
const isPlace = (match: RegExpExecArray, day: Part, month: Part, before: string, after: string): boolean => {
  const { day: dayPrint, month: monthPrint, year, open } = match.groups ?? {};
  // "trong 30 ngày tháng 4 năm 2024" counts days.
  if (day.state === 'blank' && !isWide(dayPrint) && /\d\s*$/u.test(before)) return false;
  if (year !== undefined) return true;
  const endsLine = /\n/u.test(open ?? '') || /^\s*(?:\n|$)/u.test(after);
  if (!endsLine && !isWide(open)) return false;
  if (day.value !== null || month.value !== null) return true;
  return isWide(dayPrint) || isWide(monthPrint) || (endsLine && /,\s*$/u.test(before));
};

const readFrame = (window: string, text: string, at: number): PrintedDate | undefined => {
  const match = FRAME.exec(window) ?? BLANK_FIGURES.exec(window);
  if (match === null) return undefined;
  const [day, month] = [readPart(match.groups?.day ?? ''), readMonthPart(match.groups?.month ?? '')];
  if (day === undefined || month === undefined || month.first !== null) return undefined;
  const before = text.slice(Math.max(0, at - 4), at);
  if (!isPlace(match, day, month, before, window.slice(match[0].length))) return undefined;
  return build(match, day, month, text, at);
};

/** Outside a frame a figure needs a true digit: "il/oi" is no day. */
const isTrue = (print: string | undefined): boolean => print === undefined || /\d/u.test(print);

const readForm = (pattern: RegExp, window: string, text: string, at: number): PrintedDate | undefined => {
  const match = pattern.exec(window);
  if (match === null) return undefined;
  const { day: dayPrint, month: monthPrint } = match.groups ?? {};
  if (!isTrue(dayPrint) || !isTrue(monthPrint)) return undefined;
  const day = dayPrint === undefined ? undefined : readPart(dayPrint);
  const month = monthPrint === undefined ? undefined : readPart(monthPrint);
  return build(match, day, month, text, at);
};

const ILLEGIBLE = form(`(?<word>${DAY_WORD})(?![a-z]).{1,30}?(?<yearword>${YEAR_WORD})\\s*(?<year>\\d{4})(?!\\d)`);
const PLACE_BEFORE = /(?:^\s{0,2}|[\n\t]\s{0,2}|\s{3})\p{Lu}[\p{L}\p{M} .-]{1,38},\s*$/u;

/** Behind a place, "Quảng Lâm, ngày 2s' thỗnz5 năm 2021" is a date, though neither day nor month can be read. */
const readIllegible = (window: string, text: string, at: number): PrintedDate | undefined => {
  if (!PLACE_BEFORE.test(text.slice(Math.max(0, at - 44), at))) return undefined;
  const match = ILLEGIBLE.exec(window);
  return match === null ? undefined : { ...build(match, undefined, undefined, text, at), unread: true };
};

/**
 * Reads the date that is printed at an offset of a text (NFC, NFD or folded), from its word (ngày, tháng) or its first
 * figure on: in words or figures, whole or in part, damaged, left open for a stamp, broken into lines. null where none
 * begins. Spans are in the text. Whether the day exists, and whether a fraction is meant, is the caller's to judge.
 * — ngày, tháng, năm
 *
 * `readPrintedDate('ngày 15/6', 0)` gives day 15, month 6, year null; `readPrintedDate('ngày      tháng 4 năm 2024', 0)`
 * gives month 4 and year 2024, blank.
 */
export const readPrintedDate = (text: string, at: number): PrintedDate | null => {
  const window = foldChars(text.slice(at, at + REACH));
  const framed = readFrame(window, text, at);
  if (framed !== undefined) return framed;
  for (const pattern of FORMS) {
    const found = readForm(pattern, window, text, at);
    if (found !== undefined) return found;
  }
  return readIllegible(window, text, at) ?? null;
};

const DATE_START = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${DAY_WORD}(?![a-z](?!\\d))|(?<![/.-])\\d)`, 'gu');

// "xã Bản Lầu 2, ngày 12 tháng 5": the figure is the commune's. Days that share a month have their word before the first.
const NUMBER_OF_PLACE = new RegExp(`^\\d{1,2}\\s*,\\s*${DAY_WORD}`, 'u');

/** All dates of a text that begin with the word ngày, and whole ones in figures or words without it, in order. */
export const findPrintedDates = (text: string): readonly PrintedDate[] => {
  const found: PrintedDate[] = [];
  let end = 0;
  const folded = foldChars(text);
  for (const match of folded.matchAll(DATE_START)) {
    if (match.index < end || NUMBER_OF_PLACE.test(folded.slice(match.index, match.index + 12))) continue;
    const date = readPrintedDate(text, match.index);
    if (date === null || (match[0].length === 1 && toPrintedDay(date) === undefined)) continue;
    found.push(date);
    end = date.span.end;
  }
  return found;
};

/** The civil day of a date that is printed whole; undefined where a part is missing or there is no such day. */
export const toPrintedDay = ({ year, month, day }: PrintedDate): IsoDate | undefined =>
  year === null || month === null || day === null ? undefined : toIsoDate(year, month, day);
