import { fold } from '../../../language/writing/unicode.js';
import type { InkBlock } from '../../../schemas/ink-block.js';
import type { InkAccount } from '../../../schemas/page-print.js';
import type { Box } from '../../../schemas/span.js';
import type { Ink } from '../../layout/components.js';
import { findMedian } from '../../layout/page-layout.js';
import { dropStrokes, type PrintLine, standsLevel } from '../../layout/print-lines.js';
import type { GrayRaster } from '../../layout/skew.js';
import { measureLikelihood } from '../../repair/likelihood.js';
import { type OcrLine, overlapOf, wordsIn } from './ocr-words.js';
import { compareInk, cutRow, findStrokes, type InkReading, lettersUnder, type PageInk } from './page-ink.js';

/** Two letters are as likely specks, or the end of a word whose box is a little short. */
const FEWEST_GLYPHS = 3;
/** Fewer than this that stay unread send nobody to the page. */
const FEWEST_LOST = 4;
/** A word below this confidence is read again in its row. */
const DOUBTFUL = 0.5;
/** Doubtful words of a line nearer to each other than this, in small letters' heights, are read together. */
const NEAR = 12;
/**
 * What a second reading gives must be this sure, and surer than the doubtful word it replaces by LEAD. In a row that was not
 * read at all, a short word may be less sure than the whole: the "1." of "Điều 1.".
 */
const SURE = 0.6;
const LEAST = 0.4;
/** The same of a text that is likelier than the one that stands there by this much a word, in logarithms. */
const LIKELIER = 1;
const LEAD = 0.1;
const SAME_PLACE = 0.3;
/** A row stands on a line whose foot differs from its own by less than this; both in small letters' heights. */
const SAME_FOOT = 0.35;
/** Ascender to descender. */
const LINE_HEIGHT = 2;
/** How far beyond its letters the middle of a word may lie, in small letters' heights. */
const MARGIN = 0.3;
/** A page with more troubled rows than this is no page of print, or a bad one all over. */
const ROWS_AT_MOST = 30;

/** A page's lines after all readings, and what became of its print; boxes in pixels of the prepared page. */
export interface AccountedLines {
  readonly lines: readonly OcrLine[];
  /** Undefined for a page without print. */
  readonly ink: InkAccount | undefined;
}

/** Reads one row cut out at a place of the page. */
export type ReadRow = (row: GrayRaster, box: Box) => Promise<readonly OcrLine[]>;

const sum = (inks: readonly Ink[]): number => inks.reduce((total, { pixels }) => total + pixels, 0);

const unionOf = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

/** A row to be read again, and the places on it where something is amiss. */
interface Trouble {
  readonly row: PrintLine;
  readonly places: readonly Box[];
}

/** Doubtful words, those of one line together, with the letters under them. */
const findDoubtful = (lines: readonly OcrLine[], reading: InkReading): readonly Trouble[] =>
  lines.flatMap((line) => {
    const troubles: { row: PrintLine; places: Box[] }[] = [];
    for (const { box, confidence, text } of line.words) {
      if (confidence >= DOUBTFUL || !/[\p{L}\p{N}]{2}/u.test(text)) continue;
      const glyphs = lettersUnder(line, box, lines, reading);
      if (glyphs.length < FEWEST_GLYPHS) continue;
      const row = { box: unionOf(glyphs.map((ink) => ink.box)), glyphs };
      // A seal's strokes stand on no foot, the letters between them do.
      if (!standsLevel(row, reading.x) && !standsLevel(dropStrokes(row, reading.x), reading.x)) continue;
      const last = troubles.at(-1);
      if (last === undefined || row.box.left - last.row.box.right > NEAR * reading.x)
        troubles.push({ row, places: [row.box] });
      else {
        last.row = { box: unionOf([last.row.box, row.box]), glyphs: [...last.row.glyphs, ...glyphs] };
        last.places.push(row.box);
      }
    }
    return troubles;
  });

const widen = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/** Print inside the frame of a stamp is the stamp's, and read with it; a round seal lies over print of the paper. */
export const isOfStamp = ({ left, top, right, bottom }: Box, blocks: readonly InkBlock[]): boolean =>
  blocks.some(
    ({ box, shape, place, isColoured }) =>
      (shape === 'plain' ? isColoured : shape !== 'seal' && place !== 'middle') &&
      Math.min(right, box.right) - Math.max(left, box.left) > 0.9 * (right - left) &&
      Math.min(bottom, box.bottom) - Math.max(top, box.top) > 0.9 * (bottom - top),
  );

type Words = OcrLine['words'];

/** How sure words are, letter for letter; 0 for none. */
const sureness = (words: Words): number => {
  const letters = words.reduce((total, { text }) => total + text.length, 0);
  return words.reduce((total, { text, confidence }) => total + text.length * confidence, 0) / Math.max(1, letters);
};

const likelihood = (words: Words): number =>
  measureLikelihood(
    words
      .toSorted((a, b) => a.box.left - b.box.left)
      .map(({ text }) => text)
      .join(' '),
  );

const allWords = (lines: readonly OcrLine[]): Words => lines.flatMap(({ words }) => words);

/** A thin stroke before a word in capitals is read as a letter of it: "iTHÔNG", "|QUYẾT". */
const STROKE = /^[ijl|!\\/.,:;'‘’]+(?=\p{Lu}{3})/u;

const withoutStroke = (lines: readonly OcrLine[]): readonly OcrLine[] =>
  lines.map((line) => ({
    ...line,
    words: line.words.map((word) => ({ ...word, text: word.text.replace(STROKE, '') })),
  }));

const HAS_LETTER = /[\p{L}\p{N}]/u;

/** Puts words into one of the lines, in the place of others. */
const putWords = (
  lines: readonly OcrLine[],
  host: OcrLine,
  fresh: Words,
  dropped: ReadonlySet<Words[number]>,
): readonly OcrLine[] =>
  lines
    .map((line) => {
      const kept = line.words.filter((word) => !dropped.has(word));
      const words = line === host ? [...kept, ...fresh].sort((a, b) => a.box.left - b.box.left) : kept;
      return words.length === line.words.length && line !== host ? line : { ...line, words };
    })
    .filter(({ words }) => words.length > 0);

/** The line on whose foot a row stands, with a word near it; a line of its own where there is none. */
const findHost = (lines: readonly OcrLine[], { box, glyphs }: PrintLine, x: number): OcrLine => {
  const foot = findMedian(
    glyphs.map((glyph) => glyph.box.bottom),
    box.bottom,
  );
  const middle = (box.left + box.right) / 2;
  const isNear = (word: Box) => word.left - box.right < NEAR * x && box.left - word.right < NEAR * x;
  const host = lines.find(
    ({ baseline, slope, words }) =>
      Math.abs(baseline + slope * middle - foot) < SAME_FOOT * x && words.some((word) => isNear(word.box)),
  );
  return host ?? { words: [], baseline: foot, slope: 0, height: LINE_HEIGHT * x };
};

/** True for a word that a fresh one holds as its part: "15" beside "64/2025/QH." and fresh "64/2025/QH15". */
const isPartOf = (word: Words[number], fresh: Words[number]): boolean =>
  fresh.text.includes(word.text) &&
  word.box.left >= fresh.box.left - 2 &&
  word.box.right <= fresh.box.right + 2 &&
  overlapOf(word.box, fresh.box) > SAME_PLACE;

/** True where a word stands already, its box beside its ink, as on coarse pages. */
const isRepeated = (fresh: Words[number], standing: Words): boolean =>
  standing.some(
    ({ text, box }) =>
      fold(text) === fold(fresh.text) &&
      Math.min(box.bottom, fresh.box.bottom) > Math.max(box.top, fresh.box.top) &&
      Math.max(box.left, fresh.box.left) - Math.min(box.right, fresh.box.right) < (box.right - box.left) / 2,
  );

/** Takes what a second reading of a row has in one place, where it is surer than what stands there. */
const takeSurer = (
  lines: readonly OcrLine[],
  { row }: Trouble,
  place: Box,
  fresh: readonly OcrLine[],
  x: number,
): readonly OcrLine[] => {
  const standing = wordsIn(lines, place);
  const reach = unionOf(fresh.flatMap(({ words }) => words.map(({ box }) => box)));
  const isLikelier = standing.length > 0 && likelihood(allWords(fresh)) > likelihood(wordsIn(lines, reach)) + LIKELIER;
  const doubtful = standing.filter(({ confidence }) => confidence < DOUBTFUL);
  const others = lines.flatMap(({ words }) => words).filter((word) => !doubtful.includes(word));
  const sure = standing.filter((word) => !doubtful.includes(word));
  const offered = wordsIn(fresh, place).filter(
    (one) =>
      one.confidence >= (doubtful.length === 0 || isLikelier ? LEAST : SURE) &&
      HAS_LETTER.test(one.text) &&
      !isRepeated(one, others) &&
      sure.every((word) => overlapOf(word.box, one.box) < SAME_PLACE || isPartOf(word, one)),
  );
  if (offered.length === 0 || sureness(offered) < Math.max(isLikelier ? LEAST : SURE, sureness(doubtful) + LEAD))
    return lines;
  const parts = sure.filter((word) => offered.some((one) => isPartOf(word, one)));
  // The foot of a row that specks were cut out with says little: words stay on the line where they stood.
  const [replaced] = doubtful;
  const host = lines.find(({ words }) => replaced !== undefined && words.includes(replaced)) ?? findHost(lines, row, x);
  const all = lines.includes(host) ? lines : [...lines, host];
  return putWords(all, host, offered, new Set([...doubtful, ...parts]));
};

/** Read with what may be a seal's strokes and without: the likelier text is the print, unless it is read with far less ease. */
const chooseLikelier = (whole: readonly OcrLine[], bare: readonly OcrLine[]): readonly OcrLine[] => {
  const [all, fewer] = [allWords(whole), allWords(bare)];
  return sureness(fewer) >= sureness(all) - LEAD && likelihood(fewer) > likelihood(all) ? bare : whole;
};

/** Takes out the doubtful words that were read in nothing but strokes. */
const dropStroked = (lines: readonly OcrLine[], strokes: ReadonlySet<Ink>, reading: InkReading): readonly OcrLine[] => {
  const isStroked = (line: OcrLine, { box, confidence }: Words[number]): boolean => {
    const glyphs = confidence < DOUBTFUL ? lettersUnder(line, box, lines, reading) : [];
    return glyphs.length > 0 && glyphs.every((glyph) => strokes.has(glyph));
  };
  return lines
    .map((line) => ({ ...line, words: line.words.filter((word) => !isStroked(line, word)) }))
    .filter(({ words }) => words.length > 0);
};

/** A troubled row as it stands, and without what may be the strokes of a seal. */
interface TroubleRead {
  readonly trouble: Trouble;
  readonly whole: readonly OcrLine[];
  /** The same as `whole` where there are no strokes. */
  readonly bare: readonly OcrLine[];
  readonly strokes: ReadonlySet<Ink>;
}

const readTrouble = async (
  ink: PageInk,
  trouble: Trouble,
  before: InkReading,
  readRow: ReadRow,
): Promise<TroubleRead> => {
  const { row } = trouble;
  const strokes = findStrokes(row, before);
  const glyphs = row.glyphs.filter((glyph) => !strokes.has(glyph));
  const cut = cutRow(ink, row, before);
  const bareCut =
    strokes.size === 0 || glyphs.length < FEWEST_GLYPHS ? undefined : cutRow(ink, { ...row, glyphs }, before, strokes);
  const [whole, bare] = await Promise.all([
    readRow(cut.row, cut.box),
    bareCut === undefined ? undefined : readRow(bareCut.row, bareCut.box),
  ]);
  return { trouble, whole, bare: bare === undefined ? whole : withoutStroke(bare), strokes };
};

/**
 * Accounts for the print of a page: rows of letters that no word covers, and words that the engine doubted, are cut out,
 * cleaned and read by themselves; what is surer is taken. What no reading covers is handed back with its place. Ink that
 * `isApart` (in the frame of a stamp) is no print of the paper.
 */
export const accountInk = async (
  ink: PageInk,
  first: readonly OcrLine[],
  readRow: ReadRow,
  isApart: (box: Box) => boolean,
): Promise<AccountedLines> => {
  const before = compareInk(ink, first);
  const isPrint = (row: PrintLine, least: number): boolean =>
    row.glyphs.length >= least && standsLevel(row, before.x) && !isApart(row.box);
  const troubles = [
    ...before.unread.filter((row) => isPrint(row, FEWEST_GLYPHS)).map((row): Trouble => ({ row, places: [row.box] })),
    ...findDoubtful(first, before).filter(({ row }) => !isApart(row.box)),
  ];
  // All at once: what is read does not hang on what was taken before, and an engine that must start does so once.
  const readings = await Promise.all(
    troubles.slice(0, ROWS_AT_MOST).map((trouble) => readTrouble(ink, trouble, before, readRow)),
  );
  let lines = first;
  for (const { trouble, whole, bare, strokes } of readings) {
    const fresh = chooseLikelier(whole, bare);
    if (fresh === bare && bare !== whole) lines = dropStroked(lines, strokes, before);
    for (const place of trouble.places)
      lines = takeSurer(lines, trouble, widen(place, MARGIN * before.x), fresh, before.x);
  }
  const after = troubles.length === 0 ? before : compareInk(ink, lines);
  const lost = after.unread.filter((row) => isPrint(row, FEWEST_LOST));
  const read = sum(after.read);
  const whole = read + sum(lost.flatMap(({ glyphs }) => glyphs));
  const unread = lost.map(({ box, glyphs }) => ({ box, share: sum(glyphs) / whole }));
  return { lines, ink: whole === 0 ? undefined : { coverage: read / whole, unread } };
};
