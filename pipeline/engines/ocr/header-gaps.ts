import type { HeaderGap, HeaderZones } from '../../../schemas/header-zones.js';
import type { Box } from '../../../schemas/span.js';
import { readHandwriting } from '../../handwriting/read-handwriting.js';
import { cutLabel, judgeGapInk, measureCapitals } from '../../layout/gap-ink.js';
import { type FoundGap, type FoundZones, findHeaderZones } from '../../layout/header-zones.js';
import type { OcrLine } from './ocr-words.js';
import type { PageInk } from './page-ink.js';

/** A gap with what stands in it; pixels of the prepared page. */
export interface ReadGap extends FoundGap, Omit<HeaderGap, 'box' | 'field'> {}

/** The zones of a header, its gaps looked at. */
export interface ReadZones extends Omit<FoundZones, 'gaps'> {
  readonly gaps: readonly ReadGap[];
}

type Word = OcrLine['words'][number];

/** A word that reaches into a gap by more than this share of itself has letters there. */
const REACHES = 0.2;

const shareIn = ({ box }: Word, gap: Box): number =>
  (Math.min(box.right, gap.right) - Math.max(box.left, gap.left)) / Math.max(1, box.right - box.left);

const standsOn = ({ box }: Word, { foot, tall }: FoundGap): boolean => box.top < foot && box.bottom > foot - tall;

/** The words of a date or number line that run on into a gap keep what is printed beside it: "ngày&0", "thángØf", "660/TB-UBND". */
const PRINTED =
  /^(?:ng\p{L}y|th\p{L}ng|S\p{L}\s?[:.;]?)(?=.)|(?<=.)(?:[/-](?:\d{4}\/)?\p{Lu}[\p{L}/-]*|th\p{L}ng|n\p{L}m)$/u;

/** A word without what stands in a gap; undefined where nothing else is left of it. */
const cutWord = (word: Word, gap: FoundGap): Word | undefined => {
  const share = shareIn(word, gap.box);
  if (share <= REACHES || !standsOn(word, gap)) return word;
  const print = PRINTED.exec(word.text)?.[0];
  if (print === undefined)
    return share > 0.5 && !/^(?:ng\p{L}y|th\p{L}ng|n\p{L}m|S\p{L}\s?[:.;]?|[/-]\p{Lu}.*)$/u.test(word.text)
      ? undefined
      : word;
  const { left, right } = word.box;
  const isFirst = word.text.startsWith(print);
  const box = isFirst
    ? { ...word.box, right: Math.max(left + 1, Math.min(right, gap.box.left)) }
    : { ...word.box, left: Math.min(right - 1, Math.max(left, gap.box.right)) };
  return { ...word, text: print, box };
};

const readingOf = (gap: FoundGap, lines: readonly OcrLine[]): Pick<ReadGap, 'read' | 'confidence'> => {
  const words = lines.flatMap(({ words: all }) =>
    all.filter((word) => standsOn(word, gap) && shareIn(word, gap.box) > REACHES),
  );
  const read = words
    .map(({ text }) => text.replace(PRINTED, ''))
    .join(' ')
    .trim();
  return { read, confidence: read === '' ? null : Math.min(...words.map(({ confidence }) => confidence)) };
};

const inOrder = (words: readonly Word[]): readonly Word[] => words.toSorted((a, b) => a.box.left - b.box.left);

/**
 * Finds the gaps of a header and looks what stands in each: figures of a hand are no print, and what the engine made of them
 * goes out of the lines into `read`. Undefined where no header is found.
 */
export const readHeaderGaps = (
  { inks, raster }: PageInk,
  lines: readonly OcrLine[],
): { readonly lines: readonly OcrLine[]; readonly zones: ReadZones } | undefined => {
  const found = findHeaderZones(lines);
  if (found === undefined) return undefined;
  const numbered = found.gaps.find(({ field }) => field === 'number');
  const dated = found.gaps.findLast(({ field }) => field !== 'number');
  // Of the symbol behind the number; where that line was not read, of the year behind the month.
  const [measured, line] = numbered === undefined ? [dated, found.date] : [numbered, found.number];
  const capitals =
    measured === undefined
      ? undefined
      : measureCapitals({ ...(line ?? measured.box), left: measured.box.right }, inks, measured);
  const gaps = found.gaps.map((gap): ReadGap => {
    // One header is set in one size; the foot of the date may lie a little higher or lower.
    const sized =
      capitals === undefined ? gap : gap.field === 'number' ? { ...gap, ...capitals } : { ...gap, tall: capitals.tall };
    const bounded = cutLabel(sized, inks);
    const judged = { ...bounded, ink: judgeGapInk(bounded, inks), ...readingOf(bounded, lines) };
    const isWritten = judged.ink === 'pen' || judged.ink === 'unclear';
    return isWritten ? { ...judged, handwriting: readHandwriting(raster, bounded) } : judged;
  });
  const open = gaps.filter(({ ink }) => ink === 'pen' || ink === 'blank');
  const kept = lines.map((line) => ({
    ...line,
    words: inOrder(
      line.words.flatMap((word) => {
        let left: Word | undefined = word;
        for (const gap of open) left = left === undefined ? undefined : cutWord(left, gap);
        return left === undefined ? [] : [left];
      }),
    ),
  }));
  return { lines: kept.filter(({ words }) => words.length > 0), zones: { ...found, gaps } };
};

/** The zones of a header in the pixels of the image that came in. */
export const toZones = (
  { issuer, number, date, subject, gaps }: ReadZones,
  toSource: (box: Box) => Box,
): HeaderZones => ({
  ...(issuer === undefined ? {} : { issuer: toSource(issuer) }),
  ...(number === undefined ? {} : { number: toSource(number) }),
  ...(date === undefined ? {} : { date: toSource(date) }),
  ...(subject === undefined ? {} : { subject: toSource(subject) }),
  gaps: gaps.map(({ field, box, ink, read, confidence, handwriting }) => ({
    field,
    box: toSource(box),
    ink,
    read,
    confidence,
    ...(handwriting === undefined ? {} : { handwriting }),
  })),
});
