import { daysInMonth } from '../../language/calendar/civil-date.js';
import { DAY_WORD, MONTH_WORD, YEAR_WORD } from '../../language/printed/date-patterns.js';
import { DIGIT_LIKE, toDigits, toRomanPrint } from '../../language/printed/look-alikes.js';
import { FOLDED_NUMBER_WORD } from '../../language/printed/number-line.js';
import { fold } from '../../language/writing/unicode.js';
import type { Span } from '../../schemas/span.js';

/** A figure that was mended where its pattern leaves no doubt. */
export interface NumberRepair {
  readonly span: Span;
  readonly text: string;
  readonly confidence: number;
  readonly by: 'number' | 'code';
}

/** l and its like may also be a slash. */
const MAY_BE_SLASH = /[lI|!]/u;
const isDigit = (character: string): boolean => character >= '0' && character <= '9';

// 2024 is a leap year: a day that some year has is a day.
const isDay = (day: string, month: string): boolean =>
  /^\d{1,2}$/u.test(day) &&
  /^\d{1,2}$/u.test(month) &&
  Number(day) >= 1 &&
  Number(day) <= daysInMonth(2024, Number(month));
const isMonth = (month: string): boolean => /^\d{1,2}$/u.test(month) && Number(month) >= 1 && Number(month) <= 12;

/** All ways to read characters as digits and slashes. */
const readWays = (text: string, separator: string): string[] =>
  [...text].reduce<string[]>(
    (ways, character) => {
      const digit = toDigits(character);
      const choices = MAY_BE_SLASH.test(character) ? [digit, separator] : [digit];
      return ways.flatMap((way) => choices.map((choice) => way + choice));
    },
    [''],
  );

// "l5lll/2025" = 15/11/2025, "O5/3/2024", "ll/2025"
const DATE = new RegExp(`^(?<day>[${DIGIT_LIKE.inFigure}/.-]{1,7})(?<separator>[/.-])(?<year>(?:19|20)\\d\\d)$`, 'u');

/** The one date that a damaged one can be, undefined when there are none or several. */
const mendDate = (text: string): string | undefined => {
  const { day = '', separator = '', year = '' } = DATE.exec(text)?.groups ?? {};
  if (day === '' || [...day].every((c) => isDigit(c) || c === separator)) return undefined;
  // Three strokes without a slash among them ("lll") may have lost one.
  if (day.length === 3 && !day.includes(separator)) return undefined;
  const dates = readWays(day, separator).filter((way) => {
    const parts = way.split(separator);
    const [first = '', second = ''] = parts;
    return parts.length === 2 ? isDay(first, second) : parts.length === 1 && isMonth(first);
  });
  const [only, ...others] = new Set(dates);
  return only === undefined || others.length > 0 ? undefined : only + separator + year;
};

// "2O24", "20l9", "l998"
const mendYear = (text: string): string | undefined => {
  if (!/^[2lI1][\dOo][\dOolI]{2}$/u.test(text) || (text.match(/\d/gu)?.length ?? 0) < 2) return undefined;
  const year = toDigits(text);
  return /^(?:19|20)\d\d$/u.test(year) ? year : undefined;
};

// "12O", "1l5", "1.O00": two true digits at least, and no "100l" (litres)
const mendPlain = (text: string): string | undefined => {
  if (!/^[\dOolI][\d.,OolI]*[\dOoI]$/u.test(text) || (text.match(/\d/gu)?.length ?? 0) < 2) return undefined;
  return toDigits(text);
};

// "Số 13§": only behind that word; everywhere else § is the sign of a section.
const NUMBER_WORD = new RegExp(`^(?:${FOLDED_NUMBER_WORD})$`, 'u');
const mendNumber = (text: string, before: string): string | undefined =>
  /^\d{2}[\d§]*$/u.test(text) && NUMBER_WORD.test(fold(before)) ? toDigits(text) : undefined;

/** Words before a short figure, as they read without marks; damage keeps their skeleton mostly. */
const FIGURE_WORDS = new RegExp(
  `^(?:${DAY_WORD}|${MONTH_WORD}|${YEAR_WORD}|${FOLDED_NUMBER_WORD}|quy|dieu|khoan)$`,
  'u',
);

// "ngày l5", "tháng O3"
const mendAfterWord = (text: string, before: string): string | undefined => {
  if (!/^[\dOolI]{2}$/u.test(text) || !/\d/u.test(text) || !FIGURE_WORDS.test(fold(before))) return undefined;
  const figure = toDigits(text);
  if (/^ng/u.test(fold(before))) return isDay(figure, '1') ? figure : undefined;
  return !fold(before).startsWith('th') || isMonth(figure) ? figure : undefined;
};

// "I1-" at the head of a line is II-: a Roman numeral that begins with I and goes on in strokes.
const mendRoman = (text: string): string | undefined => {
  if (!/^I[Il1|]{1,2}[-–]?$/u.test(text) || /^I+[-–]?$/u.test(text)) return undefined;
  return toRomanPrint(text);
};

// "quý II/2026": the second quarter, not November
const isQuarter = (text: string, before: string): boolean =>
  /^(?:I{1,3}|IV)(?:\/\d{4})?$/u.test(text) && fold(before) === 'quy';

const mendFigure = (text: string, before: string): string | undefined => {
  if (/^\d+$/u.test(text) || isQuarter(text, before)) return undefined;
  const mended =
    mendDate(text) ?? mendYear(text) ?? mendAfterWord(text, before) ?? mendNumber(text, before) ?? mendPlain(text);
  return mended === text ? undefined : mended;
};

/** Symbols of papers that lost the stroke of their Đ: 15/2020/ND-CP, 321/QD-TTg, 12/NQ-HDND. */
const CODE_PARTS: ReadonlyMap<string, string> = new Map(
  'QD QĐ,QDi QĐi,ND NĐ,DA ĐA,HDND HĐND,BCD BCĐ,DU ĐU,DUK ĐUK,LDLD LĐLĐ,TD TĐ,BTGDV BTGDV,BXDD BXDĐ'
    .split(',')
    .map((pair) => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? ''] as const),
);
const mendCode = (text: string): string | undefined => {
  if (!/^(?:\d+(?:\/\d{4})?[-/])?\p{Lu}\p{L}+(?:[-/]\p{Lu}\p{L}*)*$/u.test(text) || !/[-/]/u.test(text))
    return undefined;
  const mended = text.replace(/\p{L}+/gu, (part) => CODE_PARTS.get(part) ?? part);
  return mended === text ? undefined : mended;
};

/**
 * Mends figures, dates and symbols of papers where only one reading is possible; anything open to doubt is left alone.
 * A plain number never changes. `mendNumbers('trước l5lll/2025', false)` gives 15/11/2025.
 * `lostMarks`: the engine knew no Vietnamese letters, so that QD stands for QĐ.
 */
export const mendNumbers = (text: string, lostMarks: boolean): NumberRepair[] => {
  const repairs: NumberRepair[] = [];
  let before = '';
  for (const match of text.matchAll(/\S+/gu)) {
    const chunk = match[0];
    const head = /^[("“[]*/u.exec(chunk)?.[0].length ?? 0;
    const core = chunk.slice(head).replace(/(?<![)\]"”;:,.])[)\]"”;:,.]+$/u, '');
    // "2023-2O25": each side is a figure of its own.
    const opensLine = /(?:^|\n)[^\S\n]*$/u.test(text.slice(Math.max(0, match.index - 20), match.index));
    const whole =
      mendFigure(core, before) ??
      (opensLine && /[-.–]$/u.test(chunk) ? mendRoman(core) : undefined) ??
      (lostMarks ? mendCode(core) : undefined);
    const range = /^([^-–]+)([-–])([^-–]+)$/u.exec(core);
    const sides = range === null ? [] : [mendFigure(range[1] ?? '', before), mendFigure(range[3] ?? '', before)];
    const isRange =
      range !== null && sides.some((side) => side !== undefined) && /^[\d./OolI]+[-–][\d./OolI]+$/u.test(core);
    const mended = whole ?? (isRange ? `${sides[0] ?? range?.[1]}${range?.[2]}${sides[1] ?? range?.[3]}` : undefined);
    if (mended !== undefined) {
      const start = match.index + head;
      const by = /\p{Lu}\p{L}/u.test(mended) && !/^I+[-–]?$/u.test(mended) ? 'code' : 'number';
      repairs.push({ span: { start, end: start + core.length }, text: mended, confidence: 0.95, by });
    }
    before = core;
  }
  return repairs;
};
