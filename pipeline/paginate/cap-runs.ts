import { isSurelyComposed } from '../../language/writing/unicode.js';

/**
 * What no paper has and what would keep every pattern busy: a letter under more marks than any script stacks, blanks
 * beyond the width of a table, a word longer than any address, a line longer than a page.
 */
const MOST_MARKS = 8;
const MOST_BLANKS = 200;
const MOST_WORD = 2000;
const MOST_LINE = 10_000;

const MARKS = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');
// Each is entered at the start of a run only, else every place of a long run that is no such run would be tried.
const BLANKS = new RegExp(`(?<![^\\S\\n\\f])([^\\S\\n\\f]{${MOST_BLANKS}})[^\\S\\n\\f]+`, 'gu');
const WORD = new RegExp(`(?<!\\S)(\\S{${MOST_WORD}})\\S+`, 'gu');
const LONG_LINE = new RegExp(`(?<![^\\n\\f])[^\\n\\f]{${MOST_LINE + 1},}`, 'gu');
const PIECE = new RegExp(`[^\\n\\f]{1,${MOST_LINE}}`, 'gu');

/** A text whose runs are capped, and how many characters of words and marks were left out; blanks do not count. */
export interface CappedText {
  readonly text: string;
  readonly lost: number;
}

/** Marks stacked on one letter beyond what is ever written, left out. To be done before the text is composed. */
export const capMarks = (text: string): string => (isSurelyComposed(text) ? text : text.replace(MARKS, '$1'));

/** UTF-16 units of the longest line. */
const measureLines = (text: string): number => {
  let longest = 0;
  for (let start = 0, end = 0; end !== -1; start = end + 1) {
    end = text.indexOf('\n', start);
    longest = Math.max(longest, (end === -1 ? text.length : end) - start);
  }
  return longest;
};

/**
 * Caps the runs of a text: blanks are cut to the width of a table, words to 2,000 letters, lines broken after 10,000.
 * Linear. `capRuns('a' + ' '.repeat(1e6) + 'b').text.length === 202`.
 */
export const capRuns = (text: string): CappedText => {
  // A run is in one line: what no line has room for is not sought, for each pattern walks the whole text.
  const longest = measureLines(text);
  if (longest <= MOST_BLANKS) return { text, lost: 0 };
  const words = longest > MOST_WORD ? text.replace(WORD, '$1') : text;
  const blanks = words.replace(BLANKS, '$1');
  const lines =
    longest > MOST_LINE ? blanks.replace(LONG_LINE, (line) => (line.match(PIECE) ?? []).join('\n')) : blanks;
  return { text: lines, lost: text.length - words.length };
};
