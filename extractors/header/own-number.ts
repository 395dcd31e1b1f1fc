import { findDocumentNumbers, readNumberParts } from '../../language/printed/document-number.js';
import { type NumberLine, readNumberLine } from '../../language/printed/number-line.js';
import type { Line } from '../../schemas/stages.js';

const DIRT = /^[^\p{L}\p{N}$]*/u;

// "118-KL/TU" alone in its line: the word stands above it, or was lost.
const readBareLine = (text: string): NumberLine | undefined => {
  const start = text.length - text.trimStart().length;
  const bare = findDocumentNumbers(text)[0];
  const isWhole = bare?.span.start === start && bare.span.end === text.trimEnd().length;
  if (!isWhole || readNumberParts(bare.number)?.branch !== 'party') return undefined;
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

/** Reads a line of a header that gives the paper's number; undefined for any other line. `readOwnNumber('* Số 15-KL/TU')`. */
export const readOwnNumber = (text: string): NumberLine | undefined =>
  readNumberLine(text, DIRT.exec(text)?.[0].length ?? 0) ?? readBareLine(text);

/** What may stand beside a number line below the title. */
const REST = 60;

/** The document's own number: the first number line above the title, else one that stands alone below it. */
export const findOwnNumber = (head: readonly Line[], title: number): NumberLine | undefined => {
  const above = title < 0 ? head : head.slice(0, title);
  for (const line of above) {
    const found = readOwnNumber(line.text);
    if (found !== undefined) return found;
  }
  for (const line of title < 0 ? [] : head.slice(title + 1)) {
    const found = readOwnNumber(line.text);
    if (found !== undefined && line.text.length - found.span.end < REST) return found;
  }
  return undefined;
};
