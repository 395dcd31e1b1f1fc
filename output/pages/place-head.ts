import { FOLDED_NUMBER_WORD } from '../../language/printed/number-line.js';
import { fold } from '../../language/writing/unicode.js';
import type { Box } from '../../schemas/span.js';
import type { RepairedDocument, RepairedPage } from '../../schemas/stages.js';
import type { Place } from './find-places.js';

/** The two halves of the head of a paper: its number at the left, place and day at the right. — dòng số, dòng ngày */
export interface HeadPlaces {
  readonly number: Place;
  readonly day: Place;
}

const NUMBER_WORD = new RegExp(`^${FOLDED_NUMBER_WORD}(?![a-z])`, 'u');
const DAY_WORD = /^(?:ngay|thang)(?![a-z])/u;

/** The head ends before the middle of a page; its halves overlap a little, as long names do. */
const HEAD = 0.4;
const NUMBER_SIDE = { left: 0.03, right: 0.5 } as const;
const DAY_SIDE = { left: 0.42, right: 0.98 } as const;
/** Where it is not known which line it is: from the top margin to below the line of the day. */
const ANYWHERE = { top: 0.03, bottom: 0.2 } as const;
/** Lines of writing above and below, for what a hand wrote does not keep to its line. */
const ABOVE = 1.2;
const BELOW = 0.8;
/** A letter of 13 points on a page of A4. */
const LINE = 0.014;

type Sides = { readonly left: number; readonly right: number };

const findWord = ({ words, imageSize }: RepairedPage, pattern: RegExp, { left, right }: Sides): Box | undefined =>
  imageSize === null
    ? undefined
    : words.find(({ text, box }) => {
        const middle = (box.left + box.right) / 2 / imageSize.width;
        return (
          box.top < imageSize.height * HEAD && middle >= left && middle <= right && pattern.test(fold(text.trimStart()))
        );
      })?.box;

const placeLine = (page: RepairedPage, pattern: RegExp, sides: Sides): Place => {
  const box = findWord(page, pattern, sides);
  if (box === undefined || page.imageSize === null) return { page: page.number, ...sides, ...ANYWHERE };
  const [top, bottom] = [box.top / page.imageSize.height, box.bottom / page.imageSize.height];
  const line = Math.max(LINE, bottom - top);
  return {
    page: page.number,
    ...sides,
    top: Math.max(0, top - line * ABOVE),
    bottom: Math.min(1, bottom + line * BELOW),
  };
};

/**
 * Where number and day of a paper stand on its first page, to be cut out of the picture: around the words "Số" and "ngày" where
 * they were read, else the whole head. Undefined where the file has no such page. `placeHead(repaired, 1)?.number`
 */
export const placeHead = ({ pages }: RepairedDocument, first: number): HeadPlaces | undefined => {
  const page = pages.find(({ number }) => number === first);
  if (page === undefined) return undefined;
  return { number: placeLine(page, NUMBER_WORD, NUMBER_SIDE), day: placeLine(page, DAY_WORD, DAY_SIDE) };
};
