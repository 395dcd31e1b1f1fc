import { fold } from '../../../language/writing/unicode.js';
import type { Box } from '../../../schemas/span.js';
import type { GrayRaster } from '../../layout/skew.js';
import { findInkPatches } from '../image/find-blocks.js';
import { mapInks } from '../image/ink-maps.js';
import type { OcrLine } from './ocr-words.js';

/** An arrival stamp is 40 to 70 mm long and 18 to 40 mm high; shares of the long side of an A4 page. */
const LENGTH = [0.1, 0.27] as const;
const BREADTH = [0.04, 0.16] as const;
/** Pixels of its frame on each side: read with it, a frame costs the first line. */
const FRAME = 4;
/** Beyond its frame lies its soft edge. */
const EDGE = 6;

const isWithin = (value: number, [least, most]: readonly [number, number]): boolean => value >= least && value <= most;

/** Cells of one stamp lie this near to each other, share of the long side; a table of two rows is found as two frames. */
const CELL_GAP = 0.005;
/** Share of the narrower cell that stands over the wider one. */
const STACKED = 0.8;

const isStacked = (a: Box, b: Box, long: number): boolean => {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const apart = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
  return shared > STACKED * Math.min(a.right - a.left, b.right - b.left) && apart < CELL_GAP * long;
};

/** Frames one over the other as one: the office in the upper cell of a stamp, its fields in the lower. */
const joinCells = (frames: readonly Box[], long: number): readonly Box[] => {
  const joined: Box[] = [];
  for (const frame of frames.toSorted((a, b) => a.top - b.top)) {
    const at = joined.findIndex((other) => isStacked(other, frame, long));
    const other = joined[at];
    if (other === undefined) joined.push(frame);
    else
      joined[at] = {
        left: Math.min(other.left, frame.left),
        top: Math.min(other.top, frame.top),
        right: Math.max(other.right, frame.right),
        bottom: Math.max(other.bottom, frame.bottom),
      };
  }
  return joined;
};

/** The inside of what has place, frame and size of an arrival stamp on a level page: worth reading by itself. */
export const findStampBoxes = (page: GrayRaster): readonly Box[] => {
  const long = Math.max(page.width, page.height);
  const frames = findInkPatches(mapInks({ ...page, channels: 1 }))
    .filter(({ shape, place }) => shape === 'frame' && place === 'head')
    .map(({ box }) => box);
  return joinCells(frames, long)
    .map((box) => ({
      left: box.left + FRAME,
      top: box.top + FRAME,
      right: box.right - FRAME,
      bottom: box.bottom - FRAME,
    }))
    .filter(
      ({ left, top, right, bottom }) =>
        isWithin((right - left) / long, LENGTH) && isWithin((bottom - top) / long, BREADTH),
    );
};

const textOf = ({ words }: OcrLine): string => words.map(({ text }) => text).join(' ');

/** "CÔNG VĂN ĐẾN", "C.V ĐẾN", whatever became of the words before, and of the mark, under other print. */
const HEAD = /Đ[EÉÊẾ]N[^\p{L}\p{N}]*$/u;
const HEAD_READ = /^\W*(?:c\s*(?:\.\s*)?v\s*(?:\.\s*)?|(?:cong van|van ban) )?den\W*$/u;
const FIELD = /^\W*(?:so|gio|ngay|(?:kinh )?chuyen|luu ho so|ky hieu)(?!\p{L})/u;
const OFFICE =
  /^\W*(?:van phong|vp|so|ban|uy ban|ubnd|hdnd|mttq|phong|bo|(?:tinh|thanh|thi|quan|huyen|dang) uy)(?!\p{L})/u;
const HAS_PRINT = /[\p{L}\p{N}].*[\p{L}\p{N}].*[\p{L}\p{N}]/u;

/** An arrival stamp as it was read. */
export interface ArrivalStamp {
  /** Office, head and fields, from the top. */
  readonly lines: readonly OcrLine[];
  /** True when other print runs through it: what neither shows is lost. */
  readonly isCrossed: boolean;
}

/** The head with its last word alone, where print over it left no more. */
const mendHead = (line: OcrLine): OcrLine => {
  const last = line.words.findLast((word) => HEAD.test(word.text)) ?? line.words.at(-1);
  return last === undefined ? line : { ...line, words: [{ ...last, text: 'ĐẾN' }] };
};

/** Rules of the frame that were read as letters. */
const withoutRules = (line: OcrLine): OcrLine => ({
  ...line,
  words: line.words.filter(({ text }) => /[\p{L}\p{N}.…]/u.test(text)),
});

/** "CV" over "ĐẾN" in a cell of their own. */
const HEAD_WORD = /^Đ[EÉÊẾ]N$/u;
/** An office that a rule strikes through is read as anything. */
const OFFICE_READ = 0.6;

/** The same where the head stands in a cell left of the fields: a field beside or near it makes it one. */
const readBesideHead = (read: readonly OcrLine[]): ArrivalStamp | undefined => {
  const line = read.find(({ words }) => words.length > 1 && HEAD_WORD.test(words[0]?.text ?? ''));
  const [head] = line?.words ?? [];
  if (line === undefined || head === undefined) return undefined;
  // A field under the head, and not beside it, begins left of the head's end: it is whole as it stands.
  const isUnder = (one: OcrLine): boolean => one !== line && FIELD.test(fold(textOf(one)));
  const beside = read
    .map((one) => (isUnder(one) ? one : { ...one, words: one.words.filter(({ box }) => box.left > head.box.right) }))
    .filter(({ words }) => words.length > 0);
  const fields = beside.filter((one) => FIELD.test(fold(textOf(one))));
  if (fields.length === 0) return undefined;
  const office = read.find((one) => one !== line && OFFICE.test(fold(textOf(one))));
  const isRead = office?.words.every(({ confidence }) => confidence >= OFFICE_READ) === true;
  const isTaken = (one: OcrLine): boolean => one === line || isUnder(one) || (one === office && isRead);
  return {
    lines: [...(office !== undefined && isRead ? [office] : []), { ...line, words: [head] }, ...fields],
    // Fields in cells are filled in by hand, over which print of the page may run; where every line is taken, nothing is lost.
    isCrossed: !read.every(isTaken),
  };
};

/**
 * The arrival stamp that was read in a frame, or undefined for a frame of another kind, whose text stays where it is: a line
 * in capitals ends in ĐẾN, and an office stands above it or a field below. — dấu công văn đến
 */
export const readArrivalStamp = (fresh: readonly OcrLine[]): ArrivalStamp | undefined => {
  const read = fresh.map(withoutRules).filter(({ words }) => words.length > 0);
  const at = read.findIndex((line) => HEAD.test(textOf(line)));
  const head = read[at];
  if (head === undefined) return readBesideHead(read);
  const isWhole = HEAD_READ.test(fold(textOf(head)));
  const above = read[at - 1];
  const offices = above !== undefined && OFFICE.test(fold(textOf(above))) ? [above] : [];
  const below = read.slice(at + 1);
  const fields = below.filter((line) => FIELD.test(fold(textOf(line))));
  if (fields.length === 0 && !(isWhole && offices.length > 0)) return undefined;
  const isCrossed = !isWhole || below.some((line) => !fields.includes(line) && HAS_PRINT.test(textOf(line)));
  return { lines: [...offices, isWhole ? head : mendHead(head), ...fields], isCrossed };
};

/** A page with paper in the place of a stamp, frame and all: what it crosses is no longer joined to it. */
export const whitenStamp = ({ pixels, width, height }: GrayRaster, box: Box): GrayRaster => {
  const whitened = Uint8Array.from(pixels);
  const [left, right] = [Math.max(0, box.left - FRAME - EDGE), Math.min(width, box.right + FRAME + EDGE)];
  const bottom = Math.min(height, box.bottom + FRAME + EDGE);
  for (let y = Math.max(0, box.top - FRAME - EDGE); y < bottom; y++)
    whitened.fill(255, y * width + left, y * width + right);
  return { pixels: whitened, width, height };
};
