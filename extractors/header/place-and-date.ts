import { DAY_WORD } from '../../language/printed/date-patterns.js';
import { findPrintedDates } from '../../language/printed/printed-date.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { IsoDate } from '../../schemas/span.js';
import type { Line } from '../../schemas/stages.js';
import { toIssueDay } from './issue-day.js';
import { readOwnNumber } from './own-number.js';

/** Where and when a document was issued, as its header says. — địa danh, ngày ban hành */
export interface PlaceAndDate {
  readonly place: string | null;
  readonly issuedOn: IsoDate | null;
  /** True when the day or the month was left for a stamp. */
  readonly isBlank: boolean;
}

/** What stands before the date in its line is a place; more is a sentence. */
const PLACE_LENGTH = 62;
const BROKEN_LINE = new RegExp(`,\\s*${DAY_WORD}[\\d.…\\s]*$`, 'u');

/** Place before the comma: capitalised words, what a number line left before it taken off. */
const readPlace = (text: string): string | null => {
  const place = text.replace(/^[^\p{L}]+|(?<![^\p{L}.])[^\p{L}.]+$/gu, '').trim();
  return /^\p{Lu}/u.test(place) && place.length <= 40 ? place : null;
};

const readPlaceLine = (line: Line): PlaceAndDate | undefined => {
  const number = readOwnNumber(line.text);
  const text = line.text.slice(number?.span.end ?? 0).trimStart();
  const date = findPrintedDates(text)[0];
  if (date === undefined || date.span.start > PLACE_LENGTH || !/^ng/iu.test(text.slice(date.span.start)))
    return undefined;
  const before = text.slice(0, date.span.start).trim();
  const place = readPlace(before);
  // "ngày 12 tháng 3 năm 2023" without a place before it is a date of the text.
  if (place === null && before !== '') return undefined;
  // "Hà Nội, ngày 01/7/2025" is against the rules but seen: only with its comma, and with nothing behind it.
  if (!date.inWords && !date.unread && (!before.endsWith(',') || date.span.end < text.length)) return undefined;
  const isBlank = date.blank || date.unread;
  return isBlank || date.year !== null ? { place, issuedOn: toIssueDay(date), isBlank } : undefined;
};

/** The line of place and date: above the title, else anywhere in the header. */
export const readPlaceAndDate = (head: readonly Line[], title: number): PlaceAndDate | undefined => {
  const above = title < 0 ? head : head.slice(0, title);
  const below = title < 0 ? [] : head.slice(title + 1).filter((line) => /^\p{Lu}.{1,30},\s*ng/u.test(line.text));
  for (const [at, line] of [...above, ...below].entries()) {
    const next = above[at + 1];
    // "Vân Lĩnh, ngày 9" over "tháng 4 năm 2023"
    const isBroken = next !== undefined && BROKEN_LINE.test(foldChars(line.text));
    const found = readPlaceLine(isBroken ? { ...line, text: `${line.text} ${next.text}` } : line);
    if (found !== undefined) return found;
  }
  return undefined;
};
