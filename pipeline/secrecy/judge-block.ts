import { isWithinOne, measureDistance } from '../../language/writing/distance.js';
import type { BlockReading, InkBlock } from '../../schemas/ink-block.js';
import type { Word } from '../../schemas/page-print.js';
import type { Box } from '../../schemas/span.js';
import { findSecrecyMark } from './find-mark.js';
import type { FoundMark, SecrecyMark } from './mark-words.js';
import { closeUp, closeUpMisread, READ } from './stamp-letters.js';

/** "ĐÃ GIẢI MẬT", "BẢO MẬT", however one letter was read: no mark, and its last word is none either. */
const OTHER_STAMP = /gi\p{L}i?mat|giai|baom\p{L}t|bim\p{L}t|hetm\p{L}t/u;

/** The letters of a stamp whose print was misread here and there, folded and closed up. */
const LONG_MARKS = [
  { key: 'tuyetmat', mark: 'TUYỆT MẬT' },
  { key: 'toimat', mark: 'TỐI MẬT' },
] as const satisfies readonly { readonly key: string; readonly mark: SecrecyMark }[];

/** The end of the mark with its two accents, and at most three letters before: "NLẬT". */
const ENDING = /^\p{Lu}{1,3}[ẬẠẶ]T$/u;

/** In a stamp, which holds a word or two, letters that are nearly those of a mark are likely it: "MẤT", "NẬT", "MẠẬT". */
const readNearly = (text: string): FoundMark | undefined => {
  if (text !== text.toUpperCase()) return undefined;
  const letters = closeUpMisread(text);
  for (const { key, mark } of LONG_MARKS) {
    if (measureDistance(letters, key) <= 2) return { mark, isCertain: false };
  }
  const isShort = letters.length >= 3 && letters.length <= 4;
  const isNear = (isShort && isWithinOne(letters, 'mat')) || ENDING.test(text.replace(/[^\p{L}]/gu, ''));
  return isNear ? { mark: 'MẬT', isCertain: false } : undefined;
};

const readMark = ({ text, confidence }: BlockReading): FoundMark | undefined => {
  const found = findSecrecyMark(text.replace(/\n/gu, ' ')) ?? findSecrecyMark(text);
  if (found === undefined) return readNearly(text);
  return confidence >= READ ? found : { ...found, isCertain: false };
};

/** The secrecy mark that a stamp bears, by any of its readings; only likely where none is clear. — dấu độ mật */
export const findBlockMark = ({ readings }: InkBlock): FoundMark | undefined => {
  if (readings.some(({ text, confidence }) => confidence >= READ && OTHER_STAMP.test(closeUp(text)))) return undefined;
  const found = readings.map(readMark).filter((one) => one !== undefined);
  return found.find(({ isCertain }) => isCertain) ?? found[0];
};

const hasMiddle = (outer: Box, { left, top, right, bottom }: Box): boolean => {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return x > outer.left && x < outer.right && y > outer.top && y < outer.bottom;
};

/** The upper margin of a page in millimetres, above its header, and the longest deviation of a round picture from a circle. */
const MARGIN = 22;
const PAGE_LENGTH = 297;
const ROUND = 0.12;

/** The round picture of an e-signature, which stands in the margin above the header; a mark stands below number or title. */
const isSignaturePicture = ({ box, shape }: InkBlock, long: number): boolean => {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  return shape === 'ring' && Math.abs(width - height) < ROUND * width && box.bottom < (MARGIN / PAGE_LENGTH) * long;
};

/**
 * A framed stamp in the head of which no word was read; `words`: those of the page, which may lie in a frame of black ink;
 * `long`: the long side of the page image in pixels.
 */
export const isUnreadStamp = (block: InkBlock, words: readonly Word[], long: number): boolean => {
  const { box, shape, place, isColoured, readings } = block;
  if (isSignaturePicture(block, long)) return false;
  if (place !== 'head' || (shape !== 'frame' && shape !== 'ring')) return false;
  if (readings.some(({ confidence }) => confidence >= READ)) return false;
  return (
    isColoured || !words.some((word) => word.confidence >= READ && word.text.length >= 3 && hasMiddle(box, word.box))
  );
};
