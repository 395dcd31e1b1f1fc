import { isLegalSyllable } from '../../language/writing/syllables.js';
import { splitTone } from '../../language/writing/tone-place.js';
import { fold } from '../../language/writing/unicode.js';
import type { ChannelCounts } from './channel.js';
import { OCR_MISREADINGS } from './ocr-misreadings.js';

/** Sightings of each letter in misread words before anything was measured: most letters of such a word are right. */
const RIGHT_SIGHTINGS = 8;
/**
 * The share of a letter's other marks, and of each of the letters with them. Real scans misread marks in ways that rendered pages
 * do not: on 60 of them 1 left 20 words wrong that 16 mends ("tông kết", "thẳm quyền", "giá đắt"), for one that it no longer does.
 */
const MARK_SIGHTINGS = 16;

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

/** Letter for letter, what the engine writes for another again and again. */
const OFTEN = 5;
const USUAL = new Set(
  OCR_MISREADINGS.operations
    .filter(([clean, noisy, count]) => clean !== noisy && clean.length === 1 && noisy.length === 1 && count >= OFTEN)
    .map(([clean, noisy]) => `${clean}${noisy}`),
);

/** A tone that went unseen leaves another word: "đồng" read as "đông". What is no word was hardly made up by an engine. */
const lostTone = (clean: string, printed: string): boolean => {
  const { plain, tones } = splitTone(clean);
  return tones.length > 0 && plain === printed && isLegalSyllable(printed);
};

/**
 * True when the engine may well have read one word as the other, sure of itself: "tổ" as "tố", "đồng" as "đông". Not so
 * "truyền" as "tuyền", nor "xảy" as "xẩy": those were printed so.
 */
export const isUsualMisreading = (clean: string, printed: string): boolean => {
  const [small, read] = [clean.toLowerCase(), printed.toLowerCase()];
  if (small.length !== read.length) return false;
  if (lostTone(small, read)) return true;
  return [...small].every((letter, i) => letter === read.charAt(i) || USUAL.has(`${letter}${read.charAt(i)}`));
};
