import { foldChars } from '../../language/writing/unicode.js';
import type { IsoDate } from '../../schemas/span.js';
import type { Line } from '../../schemas/stages.js';
import { toIsoDate } from './dates.js';
import { readNumberLine } from './number.js';

/** Where and when a document was issued, as its header says. — địa danh, ngày ban hành */
export interface PlaceAndDate {
  readonly place: string | null;
  readonly issuedOn: IsoDate | null;
  /** True when the day or the month was left for a stamp. */
  readonly isBlank: boolean;
}

const BLANK_OR_FIGURES = '([\\dlio|]{1,2}|[.…_\\s]*)';
// "Hà Nội, ngày 03 tháng 02 năm 2018", "Lào Cai, ngày     tháng 6 năm 2026"; folded
const PLACE_DATE = new RegExp(
  `^(.{0,60}?)[,.;]?\\s*\\bng[a-z]y\\b\\s*${BLANK_OR_FIGURES}[.,]?\\s*th[a-z]ng\\s*${BLANK_OR_FIGURES}[.,]?\\s*n[a-z]m\\s*(\\d{4})?`,
  'u',
);

// "Hà Nội, ngày 01/7/2025", against the rules but seen
const IN_FIGURES = /^(\p{Lu}[\p{L} .-]{1,38}),\s*ngày\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u;
// "Quảng Lâm, ngày Ø#' thángØf năm 2021": a stamped day that nobody can read.
const UNREAD_DATE = /^(\p{Lu}[\p{L} .-]{1,38}),\s*ng\p{L}y(?!\p{L}).{1,30}n\p{L}m\s*\d{4}/iu;

const readFigures = (print: string | undefined): number => {
  const figures = (print ?? '').replace(/[li|]/gu, '1').replace(/o/gu, '0');
  return /^\d{1,2}$/u.test(figures) ? Number(figures) : 0;
};

/** Place before the comma: capitalised words, what a number line left before it taken off. */
const readPlace = (text: string): string | null => {
  const place = text.replace(/^[^\p{L}]+|[^\p{L}.]+$/gu, '').trim();
  return /^\p{Lu}/u.test(place) && place.length <= 40 ? place : null;
};

const readPlaceLine = (line: Line): PlaceAndDate | undefined => {
  const number = readNumberLine(line.text);
  const text = line.text.slice(number?.end ?? 0).trimStart();
  const figures = IN_FIGURES.exec(text);
  if (figures !== null)
    return {
      place: readPlace(figures[1] ?? ''),
      issuedOn: toIsoDate(Number(figures[2]), Number(figures[3]), Number(figures[4])),
      isBlank: false,
    };
  const match = PLACE_DATE.exec(foldChars(text));
  const unread = match === null ? UNREAD_DATE.exec(text) : null;
  if (unread !== null) return { place: readPlace(unread[1] ?? ''), issuedOn: null, isBlank: true };
  if (match === null) return undefined;
  const place = readPlace(text.slice(0, match[1]?.length ?? 0));
  // "ngày 12 tháng 3 năm 2023" without a place before it is a date of the text.
  if (place === null && (match[1] ?? '').trim() !== '') return undefined;
  const [day, month] = [readFigures(match[2]), readFigures(match[3])];
  const year = Number(match[4] ?? 0);
  return { place, issuedOn: toIsoDate(day, month, year), isBlank: day === 0 || month === 0 || year === 0 };
};

/** The line of place and date: above the title, else anywhere in the header. */
export const readPlaceAndDate = (head: readonly Line[], title: number): PlaceAndDate | undefined => {
  const above = title < 0 ? head : head.slice(0, title);
  const below = title < 0 ? [] : head.slice(title + 1).filter((line) => /^\p{Lu}.{1,30},\s*ng/u.test(line.text));
  for (const [at, line] of [...above, ...below].entries()) {
    const next = above[at + 1];
    // "Lạng Sơn, ngày 13" over "tháng 5 năm 2021"
    const isBroken = next !== undefined && /,\s*ng[a-z]y\s*[\d.…\s]*$/u.test(foldChars(line.text));
    const found = readPlaceLine(isBroken ? { ...line, text: `${line.text} ${next.text}` } : line);
    if (found !== undefined) return found;
  }
  return undefined;
};
