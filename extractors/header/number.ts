import { DIGIT_LIKE, toDigits } from '../../language/printed/look-alikes.js';
import type { Line } from '../../schemas/stages.js';

/** Number and symbol as they are to be kept, or that the place for them was left blank. — số, ký hiệu */
export interface DocumentNumber {
  readonly number: string | null;
  readonly isBlank: boolean;
  /** Place of the print in the line, for what stands beside it. */
  readonly end: number;
  /** True when a digit had to be read out of a letter. */
  readonly isMended: boolean;
}

// "Số", and as OCR leaves it: "S8", "S6", "S0", "Sé", "Só", "So".
const SO = '[S5$][ốôoóồổỗộõọòỐÔOÓ0869éêeẻ]{1,2}\\s*[:.;]?\\s*';
const DIGITS = `[${DIGIT_LIKE.inNumber}]{1,6}`;
const SYMBOL = '[A-ZĐÐƠƯÔQ][\\p{L}Đ]{0,7}';
// Party: 15-KL/TU, 05-QC/BTCTU-BNCTU. State: 565/TB-UBND, 12/2025/NQ-HĐND, 07/CT-TTg.
const PARTY = `(${DIGITS})\\s*[-–—]\\s*(${SYMBOL}(?:\\s?[-–]\\s?${SYMBOL})?)\\s*\\/\\s*(${SYMBOL}(?:[-–]${SYMBOL})*)`;
const STATE = `(${DIGITS}(?:\\s*\\/\\s*\\d{4})?)\\s*\\/\\s*(${SYMBOL}(?:\\s?[-–]\\s?[\\p{L}\\d&]+)*)`;
const PARTY_LINE = new RegExp(`^[^\\p{L}\\p{N}$]*${SO}${PARTY}`, 'u');
const STATE_LINE = new RegExp(`^[^\\p{L}\\p{N}$]*${SO}${STATE}`, 'u');
const BARE_LINE = new RegExp(`^${PARTY}$`, 'u');
// The place of the number is blank, or holds what nobody can read: "Số:      /TB-UBND", "Số: ổf- /CT-UBND".
const BLANK_LINE = new RegExp(`^[^\\p{L}\\p{N}$]*${SO}.{0,16}?[-–—/]\\s*${SYMBOL}`, 'u');

const mend = (digits: string): string => toDigits(digits.replace(/\s/gu, ''));

const tidySymbol = (symbol: string): string => symbol.replace(/\s/gu, '').replace(/–/gu, '-').replace(/Ð/gu, 'Đ');

/** Reads the number line of a header; undefined for any other line. `readNumberLine('Số 15-KL/TU')` gives `15-KL/TU`. */
export const readNumberLine = (text: string): DocumentNumber | undefined => {
  const party = PARTY_LINE.exec(text) ?? BARE_LINE.exec(text.trim());
  if (party !== null) {
    const [print, digits = '', type = '', body = ''] = party;
    const number = `${mend(digits)}-${tidySymbol(type)}/${tidySymbol(body)}`;
    return { number, isBlank: false, end: print.length, isMended: mend(digits) !== digits };
  }
  const state = STATE_LINE.exec(text);
  if (state !== null) {
    const [print, digits = '', symbol = ''] = state;
    const tidied = mend(digits);
    return {
      number: `${tidied}/${tidySymbol(symbol)}`,
      isBlank: false,
      end: print.length,
      isMended: tidied !== digits.replace(/\s/gu, ''),
    };
  }
  const blank = BLANK_LINE.exec(text);
  return blank === null ? undefined : { number: null, isBlank: true, end: blank[0].length, isMended: false };
};

/** The document's own number: the first number line above the title, else one that stands alone below it. */
export const readNumber = (head: readonly Line[], title: number): DocumentNumber | undefined => {
  const above = title < 0 ? head : head.slice(0, title);
  for (const line of above) {
    const found = readNumberLine(line.text);
    if (found !== undefined) return found;
  }
  for (const line of title < 0 ? [] : head.slice(title + 1)) {
    const found = readNumberLine(line.text);
    if (found !== undefined && line.text.length - found.end < 60) return found;
  }
  return undefined;
};
