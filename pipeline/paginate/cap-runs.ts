/**
 * What no paper has and what would keep every pattern busy: a letter under more marks than any script stacks, blanks
 * beyond the width of a table, a word longer than any address, a line longer than a page.
 */
const MOST_MARKS = 8;
const MOST_BLANKS = 200;
const MOST_WORD = 2000;
const MOST_LINE = 10_000;

const MARKS = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');
const BLANKS = new RegExp(`([^\\S\\n\\f]{${MOST_BLANKS}})[^\\S\\n\\f]+`, 'gu');
const WORD = new RegExp(`(\\S{${MOST_WORD}})\\S+`, 'gu');
const LINE = new RegExp(`([^\\n\\f]{${MOST_LINE}})(?=[^\\n\\f])`, 'gu');

/** A text whose runs are capped, and how many characters of words and marks were left out; blanks do not count. */
export interface CappedText {
  readonly text: string;
  readonly lost: number;
}

/** Marks stacked on one letter beyond what is ever written, left out. To be done before the text is composed. */
export const capMarks = (text: string): string => text.replace(MARKS, '$1');

/**
 * Caps the runs of a text: blanks are cut to the width of a table, words to 2,000 letters, lines broken after 10,000.
 * Linear. `capRuns('a' + ' '.repeat(1e6) + 'b').text.length === 202`.
 */
export const capRuns = (text: string): CappedText => {
  const words = text.replace(WORD, '$1');
  return { text: words.replace(BLANKS, '$1').replace(LINE, '$1\n'), lost: text.length - words.length };
};
