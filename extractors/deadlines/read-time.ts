import {
  addDays,
  addMonths,
  daysInMonth,
  lastDayOfMonth,
  readIsoDate,
  toIsoDate,
  weekdayOf,
} from '../../language/calendar/civil-date.js';
import { NUMBER_WORDS } from '../../language/lexicon/time-words.js';
import { DATE } from '../../language/printed/date-patterns.js';
import { toRomanPrint } from '../../language/printed/look-alikes.js';
import { readRoman } from '../../language/printed/numerals.js';
import { readPrintedDate } from '../../language/printed/printed-date.js';
import { foldSource } from '../../language/writing/patterns.js';
import { fold, foldChars } from '../../language/writing/unicode.js';
import type { IsoDate } from '../../schemas/span.js';

/** A time read from the text: the day it ends on, and whether a part of it was taken from the issue date. */
export interface ReadTime {
  /** null: the year is missing and cannot be taken from the issue date, or there is no such day. */
  readonly due: IsoDate | null;
  readonly inferred: boolean;
  /** For a day that its month does not have (31/4), the last one that it has; for figures that are no date at all, null. */
  readonly unreal?: IsoDate | null;
}

const foldedNumberWords = new Map(Object.entries(NUMBER_WORDS).map(([word, value]) => [fold(word), value]));
/** Units behind mươi and mười: năm is there a unit of time, and its five is lăm. */
const UNITS_BEHIND_TEN: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
/** "hai mươi lăm", "mười sáu", folded. */
const TENS = `(?:(?<!muoi )(?:hai|ba|bon|nam|sau|bay|tam|chin)\\s+)?muoi(?:\\s+(?:${Object.keys(UNITS_BEHIND_TEN).join('|')}))?`;

const readTens = (printed: string): number | undefined => {
  const words = printed.split(/\s+/u);
  const ten = words.indexOf('muoi');
  const tens = ten === 0 ? 1 : (foldedNumberWords.get(words[ten - 1] ?? '') ?? 1);
  return ten < 0 ? undefined : tens * 10 + (UNITS_BEHIND_TEN[words[ten + 1] ?? ''] ?? 0);
};

/** Pattern of a count in digits or words, with the repetition in brackets that contracts use: "03 (ba)". — số lượng */
export const COUNT = `(?:\\d{1,3}(?:\\s*\\([a-z ]{2,12}\\))?|${TENS}|${[...foldedNumberWords.keys()]
  .sort((a, b) => b.length - a.length)
  .map(foldSource)
  .join('|')})`;

/** The value of a count in digits or words. `readCount('muoi lam') === 15`. */
export const readCount = (printed: string | undefined): number | undefined => {
  if (printed === undefined) return undefined;
  const digits = /^\d{1,3}/u.exec(printed);
  return digits === null ? (foldedNumberWords.get(printed) ?? readTens(printed)) : Number(digits[0]);
};

const QUARTER_WORDS: Readonly<Record<string, number>> = { mot: 1, nhat: 1, hai: 2, ba: 3, bon: 4, tu: 4 };

/** Pattern of the number of a quarter: Roman (also as OCR reads it: Il, l|, 1V) or a digit. */
export const QUARTER_NUMBER = '(?:[il1|]{1,3}v?|[1-4])';
/** Pattern of a quarter in a number or a word. */
export const QUARTER = `(?:${QUARTER_NUMBER}|${Object.keys(QUARTER_WORDS).join('|')})`;

/** 1 to 4; undefined for a quarter that does not exist. `readQuarter('il') === 2`. */
export const readQuarter = (printed: string | undefined): number | undefined => {
  if (printed === undefined) return undefined;
  const quarter = /^[2-4]$/u.test(printed)
    ? Number(printed)
    : (QUARTER_WORDS[printed] ?? readRoman(toRomanPrint(printed)));
  return quarter >= 1 && quarter <= 4 ? quarter : undefined;
};

/** Takes the first year in which the time ends on or after the issue date; no issue date, no year. */
const inferYear = (issuedOn: IsoDate | null, ofYear: (year: number) => IsoDate | undefined): ReadTime | undefined => {
  const issued = issuedOn === null ? undefined : readIsoDate(issuedOn);
  if (issuedOn === null || issued === undefined) return { due: null, inferred: false };
  const due = [issued.year, issued.year + 1].map(ofYear).find((day) => day !== undefined && day >= issuedOn);
  return due === undefined ? undefined : { due, inferred: true };
};

/** Pattern of a year told from today, as group `now`. */
export const YEAR_FROM_NOW = '(?<now>năm nay|năm tới|năm sau|sang năm)';

/** How the text gives the year of a time: as a number, from today (năm nay, năm sau) or not at all. */
export interface YearWords {
  readonly year?: number | undefined;
  readonly now?: string | undefined;
}

/**
 * A time of a year. `ofYear` gives its last day, or undefined when it does not exist; then there is no such time.
 * A year that is missing or told from today is taken from the issue date and counts as inferred.
 */
export const readInYear = (
  { year, now }: YearWords,
  issuedOn: IsoDate | null,
  ofYear: (year: number) => IsoDate | undefined,
): ReadTime | undefined => {
  if (year !== undefined) {
    const due = ofYear(year);
    return due === undefined ? undefined : { due, inferred: false };
  }
  if (now === undefined || issuedOn === null) return inferYear(issuedOn, ofYear);
  const due = ofYear(Number(issuedOn.slice(0, 4)) + (/nay$/u.test(now) ? 0 : 1));
  return due === undefined ? undefined : { due, inferred: true };
};

/** The given or last day of the month so many months after the issue date's. — tháng này, tháng sau */
export const readMonthFromNow = (issuedOn: IsoDate | null, months: number, day?: number): ReadTime => {
  const issued = issuedOn === null ? undefined : readIsoDate(addMonths(issuedOn, months) ?? '');
  if (issued === undefined) return { due: null, inferred: false };
  const { year, month } = issued;
  const due = toIsoDate(year, month, day ?? daysInMonth(year, month));
  return due === undefined
    ? { due: null, inferred: false, unreal: lastDayOfMonth(year, month) ?? null }
    : { due, inferred: true };
};

/** A day (1 Monday to 7 Sunday) of the week so many weeks after the issue date's. — tuần này, tuần tới */
export const readWeekFromNow = (issuedOn: IsoDate | null, weeks: number, weekday = 7): ReadTime => {
  const issued = issuedOn === null ? undefined : weekdayOf(issuedOn);
  const due = issuedOn === null || issued === undefined ? undefined : addDays(issuedOn, weekday - issued + 7 * weeks);
  return due === undefined ? { due: null, inferred: false } : { due, inferred: true };
};

const DAYS = 31;
/** Behind it a number names no month, and with "tháng" a day or a length. */
export const MONTHS_IN_YEAR = 12;

/** The last day that the month of an inexistent day has, of the year that is printed or comes next. */
const lastRealDay = (year: number | null, month: number, issuedOn: IsoDate | null): IsoDate | null => {
  const first = year ?? Number((issuedOn ?? '2024').slice(0, 4));
  const last = lastDayOfMonth(first, month) ?? null;
  const isOver = year === null && last !== null && issuedOn !== null && last < issuedOn;
  return isOver ? (lastDayOfMonth(first + 1, month) ?? null) : last;
};

/**
 * A day as `DATE` matches it, `now` telling its year from today. A day that does not exist is `unreal`; one without a year that would be the day of issue itself has no `due`: nobody is given a task of no time,
 * so another year or another day was meant. undefined where no date is printed.
 * `readDay('31/4/2026', null)` has no `due` and is unreal.
 */
export const readDay = (printed: string, issuedOn: IsoDate | null, now?: string): ReadTime | undefined => {
  // Behind its word a damaged day is read as well.
  const date = readPrintedDate(`ngay ${printed.trim()}`, 0);
  if (date === null || date.day === null || date.month === null) return undefined;
  const { day, month, year } = date;
  if (day > DAYS || month > MONTHS_IN_YEAR || month < 1) return { due: null, inferred: false, unreal: null };
  const time = readInYear({ year: year ?? undefined, now }, issuedOn, (of) => toIsoDate(of, month, day));
  // 29/02 exists in some years only; without a year the next one that has it is not meant.
  if (time === undefined || day > daysInMonth(2024, month))
    return { due: null, inferred: false, unreal: lastRealDay(year, month, issuedOn) };
  return year === null && now === undefined && time.due === issuedOn ? { due: null, inferred: false } : time;
};

const DAY = new RegExp(DATE, 'gu');

/** True when the last day that a quote names is none of the calendar: `namesNoDay('trước ngày 31/4/2026', '2026-03-10')`. */
export const namesNoDay = (quote: string, issuedOn: IsoDate | null): boolean => {
  const folded = foldChars(quote);
  const last = [...folded.matchAll(DAY)].at(-1)?.[0];
  // "ngày 31 tháng sau" has no figure of its month
  return last === undefined
    ? /ngay\s+\d{1,2}\s(?:cua\s)?thang\s(?:nay|toi|sau)/u.test(folded) && issuedOn !== null
    : readDay(last, issuedOn)?.unreal !== undefined;
};
