import { fold } from '../../language/writing/unicode.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { OcrPage } from '../base/contract.js';

/** Number and day as they stand in the OCR of a header, with how sure the engine was of them. */
interface Reading {
  readonly value: string;
  readonly confidence: number;
}

/** "Số:      /TB-UBND": the gap where the clerk stamps the number, and the symbol behind it. */
const BLANK_NUMBER =
  /(?<lead>(?:^|\n|\t)[^\S\n]*Số[^\S\n]*:?)[^\S\n]*[.…_]*[^\S\n]*(?<symbol>[-–/][^\S\n]*\p{Lu}[\p{L}\d/-]*)/u;
/** "ngày      tháng 4 năm 2026", "ngày … tháng … năm 2026" */
const BLANK_DAY =
  /(?<lead>ngày)[^\S\n]*[.…_]*[^\S\n]*(?<month>tháng)[^\S\n]*(?<monthNumber>\d{1,2})?[.…_]*[^\S\n]*(?<year>năm[^\S\n]*(?<yearNumber>\d{4}))/iu;

/** "Số: 31   /TB-UBND" in the OCR. */
const READ_NUMBER =
  /S[ốôóoò0][^\S\n]*[:;.]?[^\S\n]*(?<number>\d{1,5})[^\S\n]*(?<symbol>[-–/][^\S\n]*\p{Lu}[\p{L}\d/-]*)/u;
/**
 * "Lam Trà, ngày 15 tháng 11 năm 2024" in the OCR, to the end of its line; marks may be misread. A date without a place
 * before it opens the text: "Ngày 11 tháng 6 năm 2026, Ban Thường vụ họp …" is the day of a meeting.
 */
const READ_DAY =
  /(?<=\p{L}[^\S\n]*[,.;]?[^\S\n]*)ng[àaáảâ]y[^\S\n]*(?<day>\d{1,2})[^\S\n]*th[áaàả]ng[^\S\n]*(?<month>\d{1,2})[^\S\n]*n[ăâa]m[^\S\n]*(?<year>\d{4})(?=\W{0,3}(?:\n|$))/iu;

/** Below this a number needs a look: most handwriting is read with .6 and less; of print, only some that touches its symbol. */
const SURE = 0.75;

const confidenceOf = (header: OcrPage, start: number, end: number): number =>
  Math.min(1, ...header.words.filter(({ span }) => span.start < end && span.end > start).map((w) => w.confidence));

const groupAt = (match: RegExpExecArray, group: string): { start: number; end: number } => {
  const start = match.index + match[0].indexOf(group);
  return { start, end: start + group.length };
};

const sameSymbol = (a: string, b: string): boolean => {
  const plain = (symbol: string) => fold(symbol).replace(/[^\p{L}\d]/gu, '');
  return plain(a) === plain(b);
};

const readNumber = (header: OcrPage, symbol: string): Reading | undefined => {
  const match = READ_NUMBER.exec(header.text);
  const { number, symbol: read } = match?.groups ?? {};
  if (match === null || number === undefined || read === undefined || !sameSymbol(read, symbol)) return undefined;
  const { start, end } = groupAt(match, number);
  return { value: number, confidence: confidenceOf(header, start, end) };
};

interface ReadDay extends Reading {
  readonly month: string;
}

const readDay = (header: OcrPage, month: string | undefined, year: string): ReadDay | undefined => {
  const match = READ_DAY.exec(header.text);
  const { day, month: readMonth, year: readYear } = match?.groups ?? {};
  if (match === null || day === undefined || readMonth === undefined || readYear !== year) return undefined;
  // The printed month must agree: a day from another date of the page would be a made-up one.
  if (month !== undefined && Number(month) !== Number(readMonth)) return undefined;
  if (Number(day) < 1 || Number(day) > 31 || Number(readMonth) < 1 || Number(readMonth) > 12) return undefined;
  const { start, end } = groupAt(match, day);
  return { value: day, month: readMonth, confidence: confidenceOf(header, start, end) };
};

type Field = 'number' | 'day';

const filledNote = (field: Field, { value, confidence }: Reading, page: number): Note => {
  const place = { page, actual: value, ...(confidence < SURE ? {} : { level: 'info' as const }) };
  return makeNote(field === 'number' ? 'recognize/header-number-filled' : 'recognize/header-day-filled', place);
};

const missingNote = (field: Field, page: number): Note =>
  makeNote(field === 'number' ? 'recognize/header-number-missing' : 'recognize/header-day-missing', { page });

/**
 * Fills a blank number and day of a text layer with what the OCR of the page's head really shows beside the same symbol,
 * month and year; what it does not show stays blank. Each field is noted, filled or not.
 */
export const fillHeader = (
  layerText: string,
  header: OcrPage,
  page: number,
): { readonly text: string; readonly notes: readonly Note[] } => {
  const notes: Note[] = [];
  let text = layerText;
  const blankNumber = BLANK_NUMBER.exec(text)?.groups;
  if (blankNumber?.symbol !== undefined) {
    const found = readNumber(header, blankNumber.symbol);
    notes.push(found === undefined ? missingNote('number', page) : filledNote('number', found, page));
    if (found !== undefined)
      text = text.replace(BLANK_NUMBER, (_, lead: string, symbol: string) => `${lead} ${found.value}${symbol}`);
  }
  const blankDay = BLANK_DAY.exec(text)?.groups;
  if (blankDay?.yearNumber !== undefined) {
    const found = readDay(header, blankDay.monthNumber, blankDay.yearNumber);
    notes.push(found === undefined ? missingNote('day', page) : filledNote('day', found, page));
    if (found !== undefined)
      text = text.replace(BLANK_DAY, `${blankDay.lead} ${found.value} tháng ${found.month} ${blankDay.year}`);
  }
  return { text, notes };
};

/** What stands between "Số" and the symbol, and between "ngày" and "tháng": digits, or what OCR made of handwriting. */
const NUMBER_SLOT = /(?:^|\n|\t)[^\S\n]*S[ốôóoòềế][^\S\n]*[:;.]?(?<slot>[^\n\t]{0,12}?)[^\S\n]*[-–/][^\S\n]*\p{Lu}{2}/u;
const DAY_SLOT =
  /ng[àaáảâ]y(?<slot>[^\n\t]{0,6}?)[^\S\n]*th[áaàả]ng(?<month>[^\n\t]{0,6}?)[^\S\n]*n[ăâa]m[^\S\n]*\d{4}/iu;

const isSureNumber = (header: OcrPage, match: RegExpExecArray, slot: string, highest: number): boolean => {
  const value = slot.trim();
  if (!/^\d{1,5}$/u.test(value) || Number(value) < 1 || Number(value) > highest) return false;
  const { start, end } = groupAt(match, slot);
  return confidenceOf(header, start, end) >= SURE;
};

const doubtfulNote = (field: Field, page: number): Note =>
  makeNote(field === 'number' ? 'recognize/header-number-doubtful' : 'recognize/header-day-doubtful', { page });

/** Lines below this offset are no header. */
const HEADER_LENGTH = 1200;

/**
 * Notes for the number and the day of a scanned header that OCR is not sure of: a clerk writes both by hand, and a made-up
 * number is worse than none.
 */
export const doubtHeader = (ocr: OcrPage, page: number): readonly Note[] => {
  const header = ocr.text.slice(0, HEADER_LENGTH);
  const notes: Note[] = [];
  const number = NUMBER_SLOT.exec(header);
  if (number?.groups?.slot !== undefined && !isSureNumber(ocr, number, number.groups.slot, 99_999))
    notes.push(doubtfulNote('number', page));
  const day = DAY_SLOT.exec(header);
  const { slot, month } = day?.groups ?? {};
  if (day === null || slot === undefined || month === undefined) return notes;
  if (!isSureNumber(ocr, day, slot, 31) || !isSureNumber(ocr, day, month, 12)) notes.push(doubtfulNote('day', page));
  return notes;
};
