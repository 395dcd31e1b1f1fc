import { DAY_WORD, MONTH_WORD } from '../../language/printed/date-patterns.js';
import { findPlaceAtEnd } from '../../language/printed/place-line.js';
import { findPrintedDates, type PrintedDate } from '../../language/printed/printed-date.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { DateParts } from '../../schemas/export.js';
import type { IsoDate } from '../../schemas/span.js';
import type { Line } from '../../schemas/stages.js';
import { toIssueDay } from './issue-day.js';
import { readOwnNumber } from './own-number.js';

/** Where and when a document was issued, as its header says. — địa danh, ngày ban hành */
export interface PlaceAndDate {
  readonly place: string | null;
  readonly issuedOn: IsoDate | null;
  /** What was read of a date that is not whole or is no day; absent of a whole one, and where nothing was read. */
  readonly parts: DateParts | undefined;
  /** True when the day or the month was left for a stamp. */
  readonly isBlank: boolean;
}

/** What stands before the date in its line is a place; more is a sentence, or the left column. */
const PLACE_LENGTH = 62;
const WITH_LEFT_COLUMN = 160;
const BROKEN_LINE = new RegExp(`,\\s?(?:${DAY_WORD}[\\d.…\\s]*(?:${MONTH_WORD}[\\d.…\\s]*)?)?$`, 'u');
/** Half a name of a place. */
const ONE_WORD = /^\p{Lu}\p{Ll}+$/u;
/** The first half of a long one: "Thành phố Vân" over "Lĩnh, ngày 9 …". */
const FIRST_HALF = /^(?:Thành phố|Thị xã|Thị trấn|Đặc khu|TP\.?)(?: \p{Lu}\p{Ll}+){1,3}$/u;
/** Words of the left column: "V/v treo cờ Trà Khê, ngày …". Only in a text of them is a place cut out of more. */
const LEFT_COLUMN = /^\W*(?:v\/v|ve |s[o0]\W)/u;

/** Place before the comma: capitalised words, what the left column left before it taken off. */
const readPlace = (text: string): string | null => {
  const print = text.replace(/^[^\p{L}]+|(?<![^\p{L}\p{N}.])[^\p{L}\p{N}.]+$/gu, '').trim();
  const found = findPlaceAtEnd(print);
  if (found !== undefined && (found.start === 0 || LEFT_COLUMN.test(foldChars(print)))) return found.place;
  return /^\p{Lu}/u.test(print) && print.length <= 40 ? print : null;
};

const toParts = ({ day, month, year }: PrintedDate): DateParts | undefined =>
  day === null && month === null && year === null ? undefined : { year, month, day };

const readPlaceLine = (line: Line): PlaceAndDate | undefined => {
  const number = readOwnNumber(line.text);
  const text = line.text.slice(number?.span.end ?? 0).trimStart();
  const date = findPrintedDates(text)[0];
  if (date === undefined || !/^ng/iu.test(text.slice(date.span.start))) return undefined;
  if (date.span.start > (LEFT_COLUMN.test(foldChars(text)) ? WITH_LEFT_COLUMN : PLACE_LENGTH)) return undefined;
  const before = text.slice(0, date.span.start).trim();
  const place = readPlace(before);
  // "ngày 12 tháng 3 năm 2023" without a place before it is a date of the text.
  if (place === null && before !== '') return undefined;
  // "Hà Nội, ngày 01/7/2025" is against the rules but seen: only with its comma, and with nothing behind it.
  if (!date.inWords && !date.unread && (!before.endsWith(',') || date.span.end < text.length)) return undefined;
  const isBlank = date.blank || date.unread;
  const issuedOn = toIssueDay(date);
  if (!isBlank && date.year === null) return undefined;
  return { place, issuedOn, parts: issuedOn === null ? toParts(date) : undefined, isBlank };
};

const PLACE_LINE = /^\p{Lu}[\p{L}\p{N} .-]{1,38},\s*ng/u;

/** The line of place and date: above the title, else anywhere in the header. */
export const readPlaceAndDate = (head: readonly Line[], title: number): PlaceAndDate | undefined => {
  const above = title < 0 ? head : head.slice(0, title);
  const below = title < 0 ? [] : head.slice(title + 1).filter((line) => PLACE_LINE.test(line.text));
  for (const [at, line] of [...above, ...below].entries()) {
    // "Vân Lĩnh, ngày 9" over "tháng 4 năm 2023", "Vân Lĩnh," over "ngày", "tháng 4" and "năm 2023"
    let text = line.text;
    for (const next of above.slice(at + 1, at + 4)) {
      if (!BROKEN_LINE.test(foldChars(text))) break;
      text = `${text} ${next.text}`;
    }
    const found = readPlaceLine({ ...line, text });
    if (found === undefined) continue;
    // "Vân" over "Lĩnh, ngày 9 tháng 4 năm 2023"
    const before = above[at - 1]?.text ?? '';
    const isHalf =
      found.place !== null && ONE_WORD.test(found.place) && (ONE_WORD.test(before) || FIRST_HALF.test(before.trim()));
    return isHalf ? { ...found, place: `${before} ${found.place}` } : found;
  }
  return undefined;
};
