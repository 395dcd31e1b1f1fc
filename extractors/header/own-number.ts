import { ADDRESSEES } from '../../language/printed/addressees.js';
import {
  findDocumentNumbers,
  PARTY_SYMBOL,
  readNumberParts,
  STATE_SYMBOL,
  tidySymbol,
} from '../../language/printed/document-number.js';
import { NUMBER_WORD, type NumberLine, readNumberLine } from '../../language/printed/number-line.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { NumberParts } from '../../schemas/export.js';
import type { Line } from '../../schemas/stages.js';

const DIRT = /^[^\p{L}\p{N}$]*/u;

/** A line that is nothing but a number with its symbol: the word stands above it, or was lost. */
const readBareLine = (text: string): NumberLine | undefined => {
  const start = text.length - text.trimStart().length;
  const bare = findDocumentNumbers(text)[0];
  if (bare === undefined || bare.span.start !== start || bare.span.end !== text.trimEnd().length) return undefined;
  const { number, damaged, span } = bare;
  const symbol = number.replace(/^\d+/u, '');
  return {
    number,
    symbol,
    blank: false,
    unread: false,
    damaged,
    span,
    place: { ...span, end: span.end - symbol.length },
  };
};

// "số: /KH-UBND": the S of a line of its own, read small; "số 12/KH-UBND" may be the end of a citation that an abstract wraps.
const SMALL_WORD = /^(?<dirt>[^\p{L}\p{N}$]*)s(?=[ốôóoóồổ]\s?:)/u;

const capitalise = (text: string): string => text.replace(SMALL_WORD, '$<dirt>S');

const isParty = ({ number }: NumberLine): boolean => readNumberParts(number ?? '')?.branch === 'party';

const blankLine = (symbol: string, at: number, end: number, place: NumberLine['place']): NumberLine => ({
  number: null,
  symbol,
  blank: true,
  unread: false,
  damaged: false,
  span: { start: at, end },
  place,
});

// "/TB-UBND", "-KL/TU": word and figure are lost, the symbol alone is left.
const SYMBOL_ALONE = new RegExp(`^[^\\S\\n]*(?<symbol>${PARTY_SYMBOL}|${STATE_SYMBOL})\\s*$`, 'u');

const readSymbolLine = (text: string): NumberLine | undefined => {
  const symbol = SYMBOL_ALONE.exec(text)?.groups?.symbol;
  if (symbol === undefined) return undefined;
  const at = text.indexOf(symbol);
  return blankLine(tidySymbol(symbol), at, at + symbol.length, { start: at, end: at });
};

/** Reads a line of a header that gives the paper's number; undefined for any other line. `readOwnNumber('* Số 15-KL/TU')`. */
export const readOwnNumber = (text: string): NumberLine | undefined => {
  const labelled = readNumberLine(capitalise(text), DIRT.exec(text)?.[0].length ?? 0);
  if (labelled !== null) return labelled;
  // "77/BCA-C04" alone may be the end of a citation that an abstract wraps; Party numbers never stand so.
  const bare = readBareLine(text);
  return bare !== undefined && isParty(bare) ? bare : readSymbolLine(text);
};

// "Số:", "Số: 412": the symbol is lost, or the figure as well.
export const LABEL_LINE = new RegExp(
  `^[^\\p{L}\\p{N}$]*${NUMBER_WORD}\\s*[:.;]?[\\s.…_]*(?<digits>\\d{1,5})?\\s*$`,
  'u',
);
/** A stamp has its day below its number: "Số: 1007" over "Ngày: 5/6". */
const OF_STAMP = /^[^\p{L}]*(?:ngày|chuyển)(?![\p{L}])/iu;

const findLabel = (above: readonly Line[]): { text: string; line: NumberLine } | undefined => {
  for (const [at, { text }] of above.entries()) {
    const match = LABEL_LINE.exec(text);
    if (match === null || OF_STAMP.test(above[at + 1]?.text ?? '')) continue;
    const digits = match.groups?.digits ?? '';
    const start = text.length - digits.length;
    const line = blankLine('', 0, text.length, { start, end: text.length });
    return { text, line: { ...line, blank: digits === '', unread: digits !== '' } };
  }
  return undefined;
};

const NUMBER_START = /^[^a-z0-9]*so(?![a-z])/u;

/** Where a letter's abstract or its addressees begin: what stands there cites. */
const OTHER_PART = new RegExp(`^[^a-z0-9]*(?:v/v|ve(?![a-z0-9])|${ADDRESSEES})`, 'u');

/** What may stand beside a number line below the title. */
const REST = 60;

/** A number line with what is left of a number that is not whole. */
export interface OwnNumber extends NumberLine {
  /** Absent of a whole number, and where neither figure nor symbol could be read. */
  readonly parts: NumberParts | undefined;
}

const findBelow = (head: readonly Line[], title: number): { text: string; line: NumberLine } | undefined => {
  for (const { text } of title < 0 ? [] : head.slice(title + 1)) {
    const line = readOwnNumber(text);
    if (line !== undefined && text.length - line.span.end < REST) return { text, line };
  }
  return undefined;
};

// "Số: 3783/QĐ-" + "UBND": a narrow column breaks a number behind its dash.
const TORN = /\d\s*[-/]\s*(?:\p{Lu}{1,5}\s*[-/]\s*)?$/u;
const TORN_OFF = /^\s*\p{Lu}[\p{Lu}\d&.-]{1,14}\s*$/u;

/** The lines with what a break tore from a number put back to it; the line below keeps its text. */
const joinTorn = (head: readonly Line[]): readonly Line[] =>
  head.map((line, at) => {
    const next = head[at + 1]?.text ?? '';
    return TORN.test(line.text) && TORN_OFF.test(next) && NUMBER_START.test(foldChars(line.text))
      ? { ...line, text: line.text.trimEnd() + next.trim() }
      : line;
  });

const findLine = (head: readonly Line[], title: number): { text: string; line: NumberLine } | undefined => {
  const above = title < 0 ? head : head.slice(0, title);
  const read = (reader: (text: string) => NumberLine | undefined, lines: readonly Line[]) =>
    lines.flatMap(({ text }) => {
      const line = reader(text);
      return line === undefined ? [] : [{ text, line }];
    });
  const found = read(readOwnNumber, above);
  const whole = found.find(({ line }) => line.number !== null) ?? found[0] ?? findBelow(head, title);
  if (whole !== undefined) return whole;
  const other = above.findIndex((line) => OTHER_PART.test(foldChars(line.text)));
  const left = other < 0 ? above : above.slice(0, other);
  return read(readBareLine, left)[0] ?? findLabel(left);
};

/**
 * The document's own number: the first number line above the title, else one that stands alone below it, else what is left
 * of one: a number whose word was lost, the word whose number was lost.
 */
export const findOwnNumber = (head: readonly Line[], title: number): OwnNumber | undefined => {
  const found = findLine(joinTorn(head), title);
  if (found === undefined) return undefined;
  const { line, text } = found;
  if (line.number !== null) return { ...line, parts: undefined };
  const digits = /^\d+$/u.exec(text.slice(line.place.start, line.place.end).trim())?.[0] ?? null;
  const symbol = line.symbol === '' ? null : line.symbol;
  return { ...line, parts: digits === null && symbol === null ? undefined : { digits, symbol } };
};
