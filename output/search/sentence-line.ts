import { findDocumentNumbers } from '../../language/printed/document-number.js';
import type { IsoDate, Span } from '../../schemas/span.js';
import { findWordSpans, formsOf, listWords } from '../store/index-text.js';
import { writeOut } from './abbreviations.js';
import { cutPieces } from './parse-query.js';
import { findNamedTimes, type NamedTime } from './time-words.js';

/** One step of a sentence: a word, or a time, a number or a phrase in quotes that stands as one. */
export interface Step {
  readonly folded: string;
  readonly exact: string;
  /** Place of what was typed; the words of an abbreviation that is written out share one. */
  readonly span: Span;
  readonly time: NamedTime | null;
  readonly number: string | null;
  /** True for what is quoted or excluded: it is never read. */
  readonly isWall: boolean;
  /** True when a comma, semicolon or the like stands behind it. */
  readonly endsClause: boolean;
}

// No word of Vietnamese and of no name: what stands for a step that is no word.
const TIME = 'xtimex';
const NUMBER = 'xnumberx';
const WALL = 'xwallx';

const SIGNS = /^[^\p{L}\p{N}\s]{1,8}(?=\s|$)/u;

/** True when a comma or the like stands behind a place, and a blank or the end behind that. */
const endsClauseAt = (text: string, at: number): boolean =>
  /[,;:.?!]/u.test(SIGNS.exec(text.slice(at, at + 9))?.[0] ?? '');

/** A sentence in an NFC text, step by step. */
export const cutSentence = (text: string, today: IsoDate): readonly Step[] => {
  const pieces = cutPieces(text);
  const walls = pieces.filter(({ kind }) => kind !== 'word');
  const isFree = ({ start, end }: Span): boolean => walls.every((wall) => end <= wall.start || wall.end <= start);
  const numbers = findDocumentNumbers(text).filter(({ span }) => isFree(span));
  const times = findNamedTimes(text, today).filter(({ span }) => isFree(span));
  const steps: Step[] = [];
  const add = (span: Span, words: Partial<Step>): void => {
    const none = { folded: '', exact: '', time: null, number: null, isWall: false };
    steps.push({ ...none, ...words, span, endsClause: endsClauseAt(text, span.end) });
  };
  const whole = [
    ...walls.map((wall) => ({ span: { start: wall.start, end: wall.end }, step: { folded: WALL, isWall: true } })),
    ...numbers.map(({ span, number }) => ({ span, step: { folded: NUMBER, number } })),
    ...times.map((time) => ({ span: time.span, step: { folded: TIME, time } })),
  ].sort((a, b) => a.span.start - b.span.start);
  const addWords = (start: number, end: number): void => {
    for (const match of text.slice(start, end).matchAll(/\S+/gu)) {
      const at = start + match.index;
      const core = match[0].replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
      const long = writeOut(core);
      const from = at + match[0].indexOf(core);
      const spans = findWordSpans(match[0]);
      if (long !== undefined) for (const word of listWords(long)) add({ start: from, end: from + core.length }, word);
      else
        for (const span of spans)
          add({ start: at + span.start, end: at + span.end }, formsOf(match[0].slice(span.start, span.end)));
    }
  };
  let last = 0;
  for (const { span, step } of whole) {
    if (span.start < last) continue;
    addWords(last, span.start);
    add(span, step);
    last = span.end;
  }
  addWords(last, text.length);
  return steps;
};
