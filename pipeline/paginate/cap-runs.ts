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
export const capMarks = (text: string): string => text.replace(MARKS, '$1');

/**
 * Caps the runs of a text: blanks are cut to the width of a table, words to 2,000 letters, lines broken after 10,000.
 * Linear. `capRuns('a' + ' '.repeat(1e6) + 'b').text.length === 202`.
 */
export const capRuns = (text: string): CappedText => {
  const words = text.replace(WORD, '$1');
  const lines = words.replace(BLANKS, '$1').replace(LONG_LINE, (line) => (line.match(PIECE) ?? []).join('\n'));
  return { text: lines, lost: text.length - words.length };
};
