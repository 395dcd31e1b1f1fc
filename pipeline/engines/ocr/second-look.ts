import { fold } from '../../../language/writing/unicode.js';
import type { Box } from '../../../schemas/span.js';
import type { Table } from '../../layout/table-rules.js';
import { type OcrLine, wordsIn } from './ocr-words.js';

/** A part of the page that is read once more by itself. */
export interface Region {
  readonly box: Box;
  /** Beside the recipients stands print under a seal: what is paler than print is washed out. */
  readonly hasSeal: boolean;
}

/** A word below this confidence makes a list worth reading again. */
const DOUBTFUL = 0.5;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels beside the middle of a rule that may be its ink. */
const RULE_WIDTH = 4;
/** A column narrower than this many pixels holds no word; double rules make such. */
const NARROWEST = 30;

/** The columns of ruled tables: read across its rules, a table loses spaces and gains "|". */
const findColumns = (lines: readonly OcrLine[], tables: readonly Table[]): Region[] =>
  tables.flatMap(({ rules, top, bottom }) =>
    rules.slice(1).flatMap((rule, i) => {
      const left = (rules[i]?.x ?? 0) + RULE_WIDTH;
      const box: Box = { left, top: top + 2, right: rule.x - RULE_WIDTH, bottom: bottom - 2 };
      const isWide = box.right - box.left > NARROWEST && box.bottom - box.top > NARROWEST;
      return isWide && wordsIn(lines, box).length > 0 ? [{ box, hasSeal: false }] : [];
    }),
  );

const lineText = ({ words }: OcrLine): string => fold(words.map(({ text }) => text).join(' '));

/** Right ends of the lines below "Nơi nhận", each up to its first wide gap. */
const endOfColumn = (line: OcrLine): number => {
  let end = line.words[0]?.box.right ?? 0;
  for (const { box } of line.words) {
    if (box.left - end > 1.3 * line.height) break;
    end = Math.max(end, box.right);
  }
  return end;
};

/**
 * The signatures beside "Nơi nhận", that of a copy included: in the whole page Tesseract takes a seal with the words
 * around it for a picture and leaves out "CHỦ TỊCH" and half of the name; cut out and washed, they can be read. So can an
 * entry of the list that was read as one line with the larger print beside it.
 */
const findSignatures = (lines: readonly OcrLine[], { width, height }: Size): Region[] => {
  const openings = lines.filter((line) => /^\W*noi nhan/u.test(lineText(line)));
  return openings.flatMap((opening) => {
    const first = opening.words[0]?.box;
    if (first === undefined) return [];
    const tops = openings.map(({ words }) => words[0]?.box.top ?? 0).filter((top) => top > first.top);
    const floor = Math.min(height, ...tops);
    const below = lines.filter(({ words }) => {
      const box = words[0]?.box;
      const isUnder = box !== undefined && box.top >= first.top && box.top < floor;
      return isUnder && Math.abs(box.left - first.left) < 3 * opening.height;
    });
    const last = Math.max(...below.map(({ words }) => words[0]?.box.bottom ?? 0));
    const box: Box = {
      left: Math.max(...below.map(endOfColumn)) + opening.height / 2,
      top: Math.max(0, first.top - 1.5 * opening.height),
      right: width,
      bottom: Math.min(floor, last + 5 * opening.height),
    };
    if (box.right - box.left < 0.2 * width) return [];
    const list: Box = {
      left: first.left - opening.height / 2,
      top: first.bottom,
      right: box.left,
      bottom: last + opening.height / 2,
    };
    const isDoubtful = wordsIn(lines, list).some(({ confidence }) => confidence < DOUBTFUL);
    return [{ box, hasSeal: true }, ...(isDoubtful ? [{ box: list, hasSeal: false }] : [])];
  });
};

/** The right side of a header: of a Party paper, of a State paper. */
const MOTTO = /dang cong san viet nam|cong hoa xa hoi/u;
/** Lines of the left side below the first one: name of the body, star, number, subject. */
const HEADER_LINES = 6;

/**
 * The left side of the header. Its lines are set closer than those of the right side; where "HUYỆN ỦY" stands half a
 * line above the date, Tesseract takes both for one line and loses the body's name.
 */
const findHeaderSide = (lines: readonly OcrLine[], size: Size): Region[] => {
  const words = lines.flatMap((line) => line.words.map((word) => ({ ...word, height: line.height })));
  const line = lines.find((candidate) => MOTTO.test(lineText(candidate)));
  const motto = line?.words.find(
    (word) => /^(?:dang|cong)$/u.test(fold(word.text)) && word.box.left > 0.3 * size.width,
  );
  if (line === undefined || motto === undefined) return [];
  const top = motto.box.top - 1.5 * line.height;
  const bottom = motto.box.bottom + HEADER_LINES * line.height;
  const zone = words.filter(({ box }) => box.top > top && box.bottom < bottom);
  // The date below the motto may reach a little farther to the left.
  const right = Math.min(
    ...zone.filter(({ box }) => box.left > motto.box.left - 2.5 * line.height).map(({ box }) => box.left),
  );
  const limit = right - line.height / 2;
  const isCut = zone.some(({ box }) => box.left < limit && box.right > limit);
  const box: Box = { left: 0, top, right: limit, bottom };
  return isCut || limit < 0.2 * size.width ? [] : [{ box, hasSeal: false }];
};

/** What is worth a second reading by itself. Boxes lie inside the page, in whole pixels. */
export const findRegions = (lines: readonly OcrLine[], tables: readonly Table[], size: Size): readonly Region[] => {
  const regions = [...findColumns(lines, tables), ...findHeaderSide(lines, size), ...findSignatures(lines, size)];
  return regions.map((region) => ({
    ...region,
    box: {
      left: Math.max(0, Math.floor(region.box.left)),
      top: Math.max(0, Math.floor(region.box.top)),
      right: Math.min(size.width, Math.ceil(region.box.right)),
      bottom: Math.min(size.height, Math.ceil(region.box.bottom)),
    },
  }));
};
