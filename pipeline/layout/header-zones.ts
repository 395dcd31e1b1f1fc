import { NUMBER_WORD } from '../../language/printed/number-line.js';
import { isWithinOne } from '../../language/writing/distance.js';
import type { HeaderGap } from '../../schemas/header-zones.js';
import type { Box } from '../../schemas/span.js';
import { findSubject } from './letter-subject.js';
import { byLeft, type PlacedLine, type Stood, sameRow, standWords, unionOf } from './stood-words.js';

/** A place of the header that a hand fills, before its ink is looked at. */
export interface FoundGap extends Pick<HeaderGap, 'field' | 'box'> {
  /** False where the print before it was not read: the gap may begin with it. */
  readonly isBounded: boolean;
  /** Foot of the print beside it, and the height of its capitals and figures. */
  readonly foot: number;
  readonly tall: number;
}

/** Zones of a header in the pixels of its words. */
export interface FoundZones {
  readonly motto: Box | undefined;
  readonly issuer: Box | undefined;
  readonly number: Box | undefined;
  readonly date: Box | undefined;
  readonly subject: Box | undefined;
  readonly gaps: readonly FoundGap[];
}

/** The right side of a header: of a State paper, of a Party paper. */
const MOTTOES = ['cong hoa xa hoi chu nghia viet nam', 'dang cong san viet nam'].map((motto) => motto.split(' '));
/** Words of a motto that must be read, at their places in it. */
const MOTTO_READ = 0.6;
/** Lines of a header below the motto. */
const LINES_BELOW = 12;
/** Widths of the printed words of a date, in widths of "tháng": of the upright and the slanted face alike. */
const WIDTH = { day: 0.85, month: 1, year: 0.74 } as const;
const OWN_WIDTH = 1.15;
/** Height of capitals and figures, in heights of "tháng", which has a mark above and a tail below. */
const CAPITAL = 0.72;
/** A hand reaches this far above the foot and below it, in heights of capitals. */
const ABOVE = 2.1;
const BELOW = 0.8;
const DATE_WORDS = { day: /^ng[a-z0-9]y/u, month: /^th[a-z0-9]ng/u, year: /^n[a-z]m$/u } as const;
const LABEL = new RegExp(`^[^\\p{L}\\p{N}$]*(?:${NUMBER_WORD}|s[ốôóoồổ])\\s?[:.;]?`, 'u');
const SYMBOL = /[-–—/]\s?(?:\d{4}\s?\/\s?)?\p{Lu}/u;

/** The motto of a line: its words at their places, some of them damaged. */
const findMotto = (line: PlacedLine): readonly Stood[] => {
  const words = standWords([line]);
  for (const motto of MOTTOES) {
    for (let at = -2; at < words.length; at++) {
      const read = motto.filter((token, i) => {
        const word = words[at + i]?.folded;
        return word !== undefined && (word === token || (token.length > 2 && isWithinOne(word, token)));
      });
      if (read.length >= MOTTO_READ * motto.length) return words.slice(Math.max(0, at), at + motto.length);
    }
  }
  return [];
};

interface DateLine {
  readonly day: Stood | undefined;
  readonly month: Stood | undefined;
  readonly year: Stood | undefined;
  readonly row: readonly Stood[];
}

/** The words of place and date below the motto: two of "ngày", "tháng", "năm" in their order on one row. */
const findDate = (below: readonly Stood[], left: number): DateLine | undefined => {
  const right = below.filter(({ word }) => word.box.left > left).toSorted((a, b) => a.foot - b.foot);
  for (const start of right) {
    const row = byLeft(right.filter((other) => sameRow(start, other)));
    const day = row.find(({ folded }) => DATE_WORDS.day.test(folded));
    const after = (word: Stood | undefined) =>
      row.filter((other) => word === undefined || row.indexOf(other) > row.indexOf(word));
    const month = after(day).find(({ folded }) => DATE_WORDS.month.test(folded));
    const year = after(month ?? day).find(({ folded }) => DATE_WORDS.year.test(folded));
    if ([day, month, year].filter((word) => word !== undefined).length >= 2) return { day, month, year, row };
  }
  return undefined;
};

/** Width of "tháng" in the print of a date: boxes of words reach over what a hand wrote beside them, never short of their letters. */
const measureMonthWord = ({ day, month, year }: DateLine): number =>
  Math.min(
    ...(
      [
        ['day', day],
        ['month', month],
        ['year', year],
      ] as const
    ).flatMap(([name, one]) => (one === undefined ? [] : [(one.word.box.right - one.word.box.left) / WIDTH[name]])),
  );

const gapOf = (
  field: HeaderGap['field'],
  [left, right]: readonly [number, number],
  foot: number,
  tall: number,
  isBounded = true,
): readonly FoundGap[] =>
  right - left < 0.3 * tall
    ? []
    : [{ field, box: { left, top: foot - ABOVE * tall, right, bottom: foot + BELOW * tall }, foot, tall, isBounded }];

/** A gap without the print of the lines above and below it. */
const clearOf = (gap: FoundGap, words: readonly Stood[]): FoundGap => {
  let { top, bottom } = gap.box;
  for (const { word, foot } of words) {
    if (word.box.right < gap.box.left || word.box.left > gap.box.right) continue;
    if (foot < gap.foot - gap.tall) top = Math.max(top, foot + 0.2 * gap.tall);
    if (foot > gap.foot + gap.tall) bottom = Math.min(bottom, foot - 1.2 * gap.tall);
  }
  return { ...gap, box: { ...gap.box, top, bottom } };
};

const findDateGaps = (date: DateLine): readonly FoundGap[] => {
  const { day, month, year } = date;
  const unit = measureMonthWord(date);
  const heights = [day, month, year].flatMap((one) =>
    one === undefined ? [] : [one.word.box.bottom - one.word.box.top],
  );
  const tall = CAPITAL * Math.min(...heights);
  // Faces differ a little: only a box that is clearly too long holds more than its word.
  const endOf = ({ word: { box } }: Stood, name: keyof typeof WIDTH): number => {
    const expected = WIDTH[name] * unit;
    return box.right - box.left < OWN_WIDTH * expected ? box.right : box.left + expected;
  };
  return [
    ...(day === undefined || month === undefined
      ? []
      : gapOf('day', [endOf(day, 'day'), month.word.box.left], month.foot, tall)),
    ...(month === undefined || year === undefined
      ? []
      : gapOf('month', [endOf(month, 'month'), year.word.box.left], month.foot, tall)),
  ];
};

/** Where a character of a row stands, its word's letters taken as equally wide. */
const placeCharacters = (row: readonly Stood[]): { readonly text: string; readonly xs: readonly number[] } => {
  let text = '';
  let end = 0;
  const xs: number[] = [];
  for (const { word } of row) {
    const { left, right } = word.box;
    if (text !== '') {
      text += ' ';
      xs.push(end);
    }
    end = right;
    for (let i = 0; i < word.text.length; i++) xs.push(left + ((right - left) * i) / word.text.length);
    text += word.text;
  }
  xs.push(row.at(-1)?.word.box.right ?? 0);
  return { text, xs };
};

interface NumberRow {
  readonly row: readonly Stood[];
  readonly gap: readonly [number, number] | undefined;
  readonly isWhole: boolean;
}

/** A row of the left column as a line of number and symbol. */
const readNumberRow = (row: readonly Stood[], middle: number): NumberRow | undefined => {
  const { text, xs } = placeCharacters(row);
  const label = LABEL.exec(text)?.[0].trimEnd().length;
  const symbol = SYMBOL.exec(text.slice(label ?? 0))?.index;
  if (label === undefined && symbol === undefined) return undefined;
  const at = symbol === undefined ? undefined : symbol + (label ?? 0);
  if (at === undefined) return { row, gap: undefined, isWhole: false };
  const end = xs[at] ?? 0;
  // The line stands in the middle of its column: where its word is lost, its left end mirrors the right one.
  const tall = heightOf(row);
  const start = label === undefined ? 2 * middle - (xs.at(-1) ?? 0) - tall : (xs[label] ?? 0);
  return { row, gap: start < end ? [start, end] : undefined, isWhole: label !== undefined };
};

/** Height of the capitals of a row: "/BC-UBND" has no mark and no tail. */
const heightOf = (row: readonly Stood[]): number =>
  Math.min(...row.filter(({ word }) => word.text.length > 2).map(({ word }) => word.box.bottom - word.box.top), 200);

const findNumber = (left: readonly Stood[], middle: number, date: Stood | undefined): NumberRow | undefined => {
  const rows: NumberRow[] = [];
  for (const first of left) {
    const row = byLeft(left.filter((other) => sameRow(first, other)));
    if (row[0] !== first) continue;
    const found = readNumberRow(row, middle);
    if (found !== undefined) rows.push(found);
  }
  return (
    rows.find(({ isWhole, gap }) => isWhole && gap !== undefined) ??
    rows.find(({ row, gap }) => gap !== undefined && (date === undefined || row.some((word) => sameRow(word, date)))) ??
    rows.find(({ isWhole }) => isWhole)
  );
};

/**
 * The zones of a header by the places of its words: issuer and number line in the column left of the motto, place and date
 * below it. Undefined where no motto stands on the page. Pixels in, pixels out. — thể thức: số, ký hiệu; địa danh, ngày tháng
 */
export const findHeaderZones = (lines: readonly PlacedLine[]): FoundZones | undefined => {
  const line = lines.find((one) => findMotto(one).length > 0);
  const words = line === undefined ? [] : findMotto(line);
  const motto = unionOf(words.map(({ word }) => word.box));
  const [first] = words;
  if (motto === undefined || first === undefined) return undefined;
  const { height, foot } = first;
  const all = standWords(lines).filter((one) => one.foot > foot - 2 * height);
  const near = all.filter((one) => one.foot < foot + LINES_BELOW * height);
  const below = near.filter((one) => one.foot > foot + 0.5 * height);
  const date = findDate(below, motto.left - 3 * height);
  const dated = date?.day ?? date?.month;
  const dateLeft = Math.min(
    ...(date?.row ?? []).filter(({ word }) => word.box.left > motto.left - 5 * height).map(({ word }) => word.box.left),
  );
  const limit = Math.min(motto.left, dateLeft) - 0.2 * height;
  const left = near.filter(({ word, folded }) => word.box.right < limit && folded !== '');
  const above = left.filter((one) => one.foot < foot + 1.5 * height);
  const issuer = unionOf(above.map(({ word }) => word.box));
  const middle = issuer === undefined ? limit / 2 : (issuer.left + issuer.right) / 2;
  const number = findNumber(
    left.filter((one) => one.foot > foot + 0.5 * height),
    middle,
    dated,
  );
  const numberFoot = number?.row.at(-1)?.foot ?? 0;
  // A title in the middle of the page ends the column.
  const column = all.filter(({ word, folded }) => word.box.right < limit && folded !== '');
  return {
    motto,
    issuer,
    number: unionOf((number?.row ?? []).map(({ word }) => word.box)),
    date: unionOf((date?.row ?? []).filter(({ word }) => word.box.left >= dateLeft).map(({ word }) => word.box)),
    subject: number === undefined ? undefined : findSubject(column, all, numberFoot),
    gaps: [
      ...(number?.gap === undefined
        ? []
        : gapOf('number', number.gap, numberFoot, heightOf(number.row), number.isWhole)),
      ...(date === undefined ? [] : findDateGaps(date)),
    ].map((gap) => clearOf(gap, near)),
  };
};
