import type { ReflowedText } from '../../schemas/stages.js';
import type { PrintedLine } from './printed-lines.js';

// "4215/UBND-" + "KGVX", "2023-" + "2025": the hyphen was printed, no blank stood behind it.
const GLUED_END = /\S[-–/]$/u;
/** Characters that `GLUED_END` looks at; a letter may take two. */
const ENDING = 3;
// Markdown of some exports: **bold**, *italic*. "(*)" and a lone star are text.
const MARKDOWN = /\*{2,}|(?<=[\p{L}\p{N}\p{P}])(?<!\()\*|\*(?=[\p{L}\p{N}(“"])/gu;
const HAS_WIDE_SPACE = /[^\S ]|\s{2}/u;
const WIDE_SPACE = /[^\S ]\s*| \s+/gu;

/** Joins printed lines into one running text, with the way back to each. `['a-b', 'c']` gives `a-b c`. */
export const joinLines = (lines: readonly PrintedLine[]): ReflowedText => {
  // Gathered apart: to look at the end of a text that grows would copy it for each line.
  const parts: string[] = [];
  let length = 0;
  let ending = '';
  const add = (part: string): void => {
    parts.push(part);
    length += part.length;
    ending = (ending + part.slice(-ENDING)).slice(-ENDING);
  };
  const pieces: { at: number; source: { start: number; end: number } }[] = [];
  const append = (line: PrintedLine, from: number, to: number): void => {
    if (from >= to) return;
    pieces.push({ at: length, source: { start: line.span.start + from, end: line.span.start + to } });
    add(line.text.slice(from, to));
  };
  const appendTidied = (line: PrintedLine, from: number, to: number): void => {
    let at = from;
    const part = line.text.slice(from, to);
    if (!HAS_WIDE_SPACE.test(part)) {
      append(line, from, to);
      return;
    }
    for (const wide of part.matchAll(WIDE_SPACE)) {
      append(line, at, from + wide.index);
      if (length > 0 && !ending.endsWith(' ')) add(' ');
      at = from + wide.index + wide[0].length;
    }
    append(line, at, to);
  };
  for (const line of lines) {
    if (length > 0 && !GLUED_END.test(ending)) add(' ');
    let at = 0;
    for (const mark of line.text.includes('*') ? line.text.matchAll(MARKDOWN) : []) {
      appendTidied(line, at, mark.index);
      at = mark.index + mark[0].length;
    }
    appendTidied(line, at, line.text.length);
  }
  return { text: parts.join(''), pieces };
};

/** One reflowed text after another, joined by a blank: a heading and the paragraph that belongs to it. */
export const concatTexts = (first: ReflowedText, second: ReflowedText): ReflowedText => {
  const shift = first.text.length + 1;
  return {
    text: `${first.text} ${second.text}`,
    pieces: [...first.pieces, ...second.pieces.map((piece) => ({ at: piece.at + shift, source: piece.source }))],
  };
};
