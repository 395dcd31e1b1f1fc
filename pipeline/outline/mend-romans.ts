import { type Family, toRoman } from '../../language/printed/numerals.js';
import { isCapitals } from '../../language/writing/capitals.js';
import type { Draft } from './draft.js';
import type { Reading } from './enumerators.js';
import { looksLikeHeading } from './headings.js';

/** The mark of a title: its place as printed, and whether the print alone tells that it is a Roman numeral. */
interface Title {
  readonly at: number;
  readonly reading: Reading;
}

const DIVISIONS: ReadonlySet<Family> = new Set(['phan', 'chuong', 'muc']);

const isRomanPart = (reading: Reading): boolean => reading.family === 'phan' && /^[IVX]+$/u.test(reading.value);

/** The Roman numeral that a draft may begin with; a mended one only where nothing else can be read. */
const findRoman = ({ readings }: Draft): Reading | undefined => {
  const sound = readings.filter((reading) => !reading.damaged);
  if (sound.length > 0) return sound.find((reading) => reading.family === 'roman' || isRomanPart(reading));
  return readings.find((reading) => reading.family === 'roman');
};

/** OCR runs the strokes of a numeral together: III is read as II, IV as V. */
const lostStroke = (expected: number, printed: number): boolean => {
  const numeral = toRoman(expected);
  const found = toRoman(printed);
  return [...numeral].some((letter, i) => letter === 'I' && numeral.slice(0, i) + numeral.slice(i + 1) === found);
};

const separatorOf = (reading: Reading): string => reading.printed.replace(/^[\s(]*[\p{L}\d|!]+\s*/u, '');

const withOrdinal = (reading: Reading, ordinal: number): Reading => ({
  ...reading,
  family: isRomanPart(reading) ? 'phan' : 'roman',
  style: isRomanPart(reading) ? 'part' : 'roman',
  ordinal,
  value: toRoman(ordinal),
  damaged: false,
  mended: true,
});

/** "A." and "B." stand over Roman numerals; "I." and "V." are such numerals themselves. */
const standsAbove = ({ family, damaged, ordinal }: Reading, all: readonly Reading[]): boolean =>
  !damaged &&
  (DIVISIONS.has(family) || (family === 'upper' && ordinal <= 5 && all.every((other) => other.family !== 'roman')));

/** A part, a chapter or an unnumbered title in capitals: Roman numerals below it count from I again. */
const beginsAnew = ({ readings, content }: Draft): boolean =>
  readings.some((reading) => standsAbove(reading, readings)) ||
  (readings.length === 0 && isCapitals(content.text) && looksLikeHeading(content.text));

/** "1/" above "II/": the only item with that mark, so it was "I/". */
const findFirst = (drafts: readonly Draft[], second: Title): Title | undefined => {
  const separator = separatorOf(second.reading);
  const alike = drafts.slice(0, second.at).flatMap(({ readings }, at): Title[] => {
    const reading = readings.find((one) => !one.damaged && one.family === 'arabic' && separatorOf(one) === separator);
    return reading === undefined ? [] : [{ at, reading }];
  });
  const [first, ...others] = alike;
  return first !== undefined && others.length === 0 && first.reading.ordinal === 1 ? first : undefined;
};

/** "I ĐÁNH GIÁ" is the first title where a title with I or II follows. */
const isFollowed = (drafts: readonly Draft[], at: number): boolean => {
  for (const draft of drafts.slice(at + 1)) {
    if (beginsAnew(draft)) return false;
    const reading = findRoman(draft);
    if (reading !== undefined) return reading.ordinal === 1 || reading.ordinal === 2;
  }
  return false;
};

/**
 * Mends the Roman numerals of titles by their order, for OCR loses strokes and stops of them: `I`, `I.`, `II.` are I,
 * II, III; `1/` above `TI/` is I. What was mended says so. Numerals that fit, and those that no lost stroke explains,
 * stay.
 */
export const mendRomans = (drafts: readonly Draft[]): readonly Draft[] => {
  const mended = [...drafts];
  const last = new Map<Family, number>();
  const mend = ({ at, reading }: Title, ordinal: number): void => {
    const draft = drafts[at];
    if (draft !== undefined) mended[at] = { ...draft, readings: [withOrdinal(reading, ordinal)] };
  };
  drafts.forEach((draft, at) => {
    const reading = findRoman(draft);
    if (beginsAnew(draft)) last.delete('roman');
    if (reading === undefined) return;
    const title = { at, reading };
    const before = last.get(reading.family) ?? 0;
    const next = before + 1;
    let ordinal = reading.ordinal;
    if (ordinal < next && lostStroke(next, ordinal)) {
      ordinal = next;
      mend(title, next);
    } else if (before === 0 && ordinal === 2 && reading.family === 'roman') {
      const first = findFirst(drafts, title);
      if (first !== undefined) {
        mend(first, 1);
        if (reading.damaged) mend(title, 2);
      }
    } else if (reading.damaged && ordinal === 1 && next === 1) {
      if (!isCapitals(draft.content.text) || !isFollowed(drafts, at)) return;
      mend(title, 1);
    }
    if (!reading.damaged || ordinal === next) last.set(reading.family, ordinal);
  });
  return mended;
};
