import { fold } from '../text/unicode.js';
import type { ChannelCounts } from './channel.js';
import { OCR_MISREADINGS } from './ocr-misreadings.js';

/** Sightings of each letter in misread words before anything was measured: most letters of such a word are right. */
const RIGHT_SIGHTINGS = 8;
/** The share of a letter's other marks, and of each of the letters with them. */
const MARK_SIGHTINGS = 1;

const LETTERS = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz';

/**
 * How our own OCR misreads a word, given that it does: measured on pages of training text, worn and read, with a few
 * sightings of "the same letter with other marks" for what was not met. `ổ` read as `ố` leads by far.
 */
export const toOcrCounts = (): ChannelCounts => {
  const operations = new Map<string, number>();
  const occurrences = new Map<string, number>();
  const add = (clean: string, noisy: string, count: number): void => {
    const key = `${clean}\t${noisy}`;
    operations.set(key, (operations.get(key) ?? 0) + count);
  };
  for (const small of LETTERS)
    for (const letter of [small, small.toUpperCase()]) {
      const siblings = [...LETTERS].filter((other) => other !== small && fold(other) === fold(small));
      const isCapital = letter !== small;
      add(letter, letter, RIGHT_SIGHTINGS);
      for (const other of siblings)
        add(letter, isCapital ? other.toUpperCase() : other, MARK_SIGHTINGS / siblings.length);
      occurrences.set(letter, RIGHT_SIGHTINGS + (siblings.length > 0 ? MARK_SIGHTINGS : 0));
    }
  for (const [clean, noisy, count] of OCR_MISREADINGS.operations) add(clean, noisy, count);
  for (const [clean, count] of OCR_MISREADINGS.occurrences)
    occurrences.set(clean, (occurrences.get(clean) ?? 0) + count);
  return {
    operations: [...operations].map(([key, count]) => {
      const [clean = '', noisy = ''] = key.split('\t');
      return [clean, noisy, count] as const;
    }),
    occurrences: [...occurrences],
  };
};

/** Shares of words misread at rising confidence of the engine, measured on the same pages. Sorted by confidence. */
const MISREAD_SHARES: readonly (readonly [confidence: number, share: number])[] = [
  [0.3, 0.45],
  [0.7, 0.4],
  [0.8, 0.3],
  [0.87, 0.2],
  [0.91, 0.1],
  [0.93, 0.04],
  [0.95, 0.02],
  [0.965, 0.006],
  [0.98, 0.004],
];

/** How often the engine is wrong about a word that it gives with this confidence. `toMisreadShare(0.96)` is .011. */
export const toMisreadShare = (confidence: number): number => {
  let [from, low] = MISREAD_SHARES[0] ?? [0, 0];
  for (const [to, share] of MISREAD_SHARES) {
    if (confidence <= to) return to <= from ? share : low + ((confidence - from) / (to - from)) * (share - low);
    [from, low] = [to, share];
  }
  return low;
};
