import type { Box } from '../../schemas/span.js';
import { fold } from '../text/unicode.js';
import { type OcrLine, wordsIn } from './ocr-words.js';
import type { Table } from './table-rules.js';

/** A part of the page that is read once more by itself. */
export interface Region {
  readonly box: Box;
  /** A column of a table is one block of lines; beside the recipients stands print among seal and signature. */
  readonly layout: 'block' | 'auto';
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
      return isWide && wordsIn(lines, box).length > 0 ? [{ box, layout: 'block' as const }] : [];
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
 * The signature beside "Nơi nhận": in the whole page Tesseract takes a seal with the words around it for a picture and
 * leaves out "CHỦ TỊCH" and half of the name; cut out, most of it can be read. So can an entry of the list that was
 * read as one line with the larger print beside it.
 */
const findTail = (lines: readonly OcrLine[], { width, height }: Size): readonly Region[] => {
  const opening = lines.find((line) => /^\W*noi nhan/u.test(lineText(line)));
  const first = opening?.words[0]?.box;
  if (opening === undefined || first === undefined) return [];
  const below = lines.filter(({ words }) => {
    const box = words[0]?.box;
    return box !== undefined && box.top >= first.top && Math.abs(box.left - first.left) < 3 * opening.height;
  });
  const right = Math.max(...below.map(endOfColumn));
  const last = Math.max(...below.map(({ words }) => words[0]?.box.bottom ?? 0));
  const box: Box = {
    left: right + opening.height / 2,
    top: Math.max(0, first.top - 1.5 * opening.height),
    right: width,
    bottom: Math.min(height, last + 5 * opening.height),
  };
  if (box.right - box.left < 0.2 * width) return [];
  const list: Box = {
    left: first.left - opening.height / 2,
    top: first.bottom,
    right: box.left,
    bottom: last + opening.height / 2,
  };
  const isDoubtful = wordsIn(lines, list).some(({ confidence }) => confidence < DOUBTFUL);
  return [{ box, layout: 'auto' }, ...(isDoubtful ? [{ box: list, layout: 'block' as const }] : [])];
};

/** What is worth a second reading by itself. Boxes lie inside the page, in whole pixels. */
export const findRegions = (lines: readonly OcrLine[], tables: readonly Table[], size: Size): readonly Region[] => {
  const regions = [...findColumns(lines, tables), ...findTail(lines, size)];
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
