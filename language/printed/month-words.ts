import { foldSource } from '../writing/patterns.js';
import { fold } from '../writing/unicode.js';

const MONTHS: Readonly<Record<string, number>> = {
  giêng: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
};

const longestFirst = Object.keys(MONTHS).sort((a, b) => b.length - a.length);
const byFolded = new Map(Object.entries(MONTHS).map(([word, value]) => [fold(word), value]));
const SPELLED = new RegExp(`tháng\\s+(?:${longestFirst.join('|')})(?![\\p{L}\\p{M}])`, 'iu');

const BEHIND = new RegExp(
  `^\\s+(?:${longestFirst.join('|')})(?![\\p{L}\\p{M}])(?!\\s+(?:ngày|tuần)(?![\\p{L}\\p{M}]))`,
  'iu',
);

/**
 * True when what is written right behind "tháng" names a month: "hai mươi tháng *mười*" is a day of October and no twenty months;
 * "hai tháng *bảy ngày*" is a length.
 */
export const namesMonth = (behind: string): boolean => BEHIND.test(behind);

/** Pattern of a month in words, folded. */
export const MONTH_WORDS = longestFirst.map(foldSource).join('|');

/** True when a quote spells a month with its accents: folded, "tháng sáu" is "tháng sau" and "tháng tư" is "tháng từ". */
export const isMonthInWords = (quote: string): boolean => SPELLED.test(quote);

/** 1 to 12 for a month in folded words. `readMonthWord('muoi hai') === 12`. */
export const readMonthWord = (printed: string | undefined): number | undefined =>
  printed === undefined ? undefined : byFolded.get(printed);
