import { findNumberLines, findNumbersInLines } from '../../language/printed/number-line.js';
import { findPrintedDates, type PrintedDate } from '../../language/printed/printed-date.js';
import { fold } from '../../language/writing/unicode.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { Span } from '../../schemas/span.js';
import type { OcrPage } from '../base/contract.js';

/** Number and day as they stand in the OCR of a header, with how sure the engine was of them. */
interface Reading {
  readonly value: string;
  readonly confidence: number;
}

/** Below this a number needs a look: most handwriting is read with .6 and less; of print, only some that touches its symbol. */
const SURE = 0.75;

const confidenceOf = (header: OcrPage, start: number, end: number): number =>
  Math.min(1, ...header.words.filter(({ span }) => span.start < end && span.end > start).map((w) => w.confidence));

const sameSymbol = (a: string, b: string): boolean => {
  const plain = (symbol: string) => fold(symbol).replace(/[^\p{L}\d]/gu, '');
  return plain(a) === plain(b);
};

const isIn = (print: string, highest: number): boolean =>
  /^\d{1,5}$/u.test(print) && Number(print) >= 1 && Number(print) <= highest;

const HIGHEST_NUMBER = 99_999;

/** What the OCR shows in a place. */
const readPlace = (header: OcrPage, { start, end }: Span): Reading => ({
  value: header.text.slice(start, end),
  confidence: confidenceOf(header, start, end),
});

const readStampedNumber = (header: OcrPage, symbol: string): Reading | undefined =>
  findNumbersInLines(header.text)
    .filter((line) => line.number !== null && sameSymbol(line.symbol, symbol))
    .map((line) => readPlace(header, line.place))
    .find(({ value }) => isIn(value, HIGHEST_NUMBER));

interface ReadDay extends Reading {
  readonly month: string;
}

/**
 * A date without a place before it opens the text: "Ngày 11 tháng 6 năm 2026, Ban Thường vụ họp …" is the day of a meeting.
 * That of the header, "Lam Trà, ngày 9 tháng 5 năm 2023", goes to the end of its line.
 */
const isOfHeader = (text: string, { inWords, span }: PrintedDate): boolean =>
  inWords &&
  /\p{L}[^\S\n]*(?:[,.;][^\S\n]*)?$/u.test(text.slice(Math.max(0, span.start - 20), span.start)) &&
  /^[^\p{L}\p{N}\n]{0,3}(?:\n|$)/u.test(text.slice(span.end, span.end + 4));

const readStampedDay = (header: OcrPage, blank: PrintedDate): ReadDay | undefined => {
  const date = findPrintedDates(header.text).find((one) => isOfHeader(header.text, one));
  const { day, month } = date?.places ?? {};
  if (date === undefined || day == null || month == null || date.year !== blank.year) return undefined;
  // The printed month must agree: a day from another date of the page would be a made-up one.
  if (blank.month !== null && blank.month !== date.month) return undefined;
  const [read, readMonth] = [readPlace(header, day), readPlace(header, month)];
  return isIn(read.value, 31) && isIn(readMonth.value, 12) ? { ...read, month: readMonth.value } : undefined;
};

type Field = 'number' | 'day';

const filledNote = (field: Field, { value, confidence }: Reading, page: number): Note => {
  const place = { page, actual: value, ...(confidence < SURE ? {} : { level: 'info' as const }) };
  return makeNote(field === 'number' ? 'recognize/header-number-filled' : 'recognize/header-day-filled', place);
};

const missingNote = (field: Field, page: number): Note =>
  makeNote(field === 'number' ? 'recognize/header-number-missing' : 'recognize/header-day-missing', { page });

/** Writes day and month into their places: "ngày      tháng 4 năm 2026" becomes "ngày 09 tháng 4 năm 2026". */
const fillDay = (text: string, { span, year }: PrintedDate, { value, month }: ReadDay): string =>
  `${text.slice(0, span.start + 'ngày'.length)} ${value} tháng ${month} năm ${year}${text.slice(span.end)}`;

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
  const number = findNumberLines(text).find((line) => line.blank);
  if (number !== undefined) {
    const found = readStampedNumber(header, number.symbol);
    notes.push(found === undefined ? missingNote('number', page) : filledNote('number', found, page));
    if (found !== undefined)
      text = `${text.slice(0, number.place.start)} ${found.value}${text.slice(number.place.end)}`;
  }
  const date = findPrintedDates(text).find(({ blank, day, year }) => blank && day === null && year !== null);
  if (date !== undefined) {
    const found = readStampedDay(header, date);
    notes.push(found === undefined ? missingNote('day', page) : filledNote('day', found, page));
    if (found !== undefined) text = fillDay(text, date, found);
  }
  return { text, notes };
};

/** False where digits, or what OCR made of handwriting, leave a doubt. */
const isSure = (header: OcrPage, place: Span | null, highest: number): boolean => {
  const read = place === null ? undefined : readPlace(header, place);
  return read !== undefined && isIn(read.value, highest) && read.confidence >= SURE;
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
  const number = findNumberLines(header)[0];
  if (number !== undefined && !isSure(ocr, number.place, HIGHEST_NUMBER)) notes.push(doubtfulNote('number', page));
  const date = findPrintedDates(header).find(({ inWords, unread, year }) => (inWords || unread) && year !== null);
  if (date !== undefined && !(isSure(ocr, date.places.day, 31) && isSure(ocr, date.places.month, 12)))
    notes.push(doubtfulNote('day', page));
  return notes;
};
