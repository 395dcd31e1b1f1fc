import { foldSource } from '../folded-pattern.js';
import { NUMBER_WORDS } from './words.js';

const MONTHS = new Map(
  Object.entries(NUMBER_WORDS)
    .filter(([, value]) => value >= 2 && value <= 12 && value !== 5)
    .map(([word, value]) => [foldSource(word), value]),
);

/**
 * Pattern of a month in words, longest first. "tháng một" and "tháng năm" are left out: they read as well as
 * "một tháng" turned round by OCR and as "tháng, năm".
 */
export const MONTH_WORDS = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|');

/** 2 to 12 for a month in folded words. `readMonthNumber('muoi hai') === 12`. */
export const readMonthNumber = (printed: string | undefined): number | undefined =>
  printed === undefined ? undefined : MONTHS.get(printed.trim().replace(/\s+/gu, '\\s+'));
