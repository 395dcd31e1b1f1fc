import { foldSource, matchesOf } from '../../language/writing/patterns.js';
import { canonicalTones } from '../../language/writing/tone-place.js';
import { fold } from '../../language/writing/unicode.js';
import type { Span } from '../../schemas/span.js';
import type { DeadlineContext } from './candidate.js';

/** A stretch of the text, folded and as it is written, offset by offset the same. */
export interface Passage {
  readonly folded: string;
  readonly written: string;
}

/** The text before and after a place, to the borders of its clause. */
export interface Surroundings {
  readonly before: Passage;
  readonly after: Passage;
}

/** How far a clause is followed to either side: longer ones are enumerations, whose far end says nothing of the time. */
const REACH = 240;
/** Inside a clause these part what belongs to a time from the rest: what a colon announces, and another paragraph. */
const PART_BREAK = /\n|:(?=\s)/gu;

/** A stretch of the searched text. */
export const passageOf = ({ text, folded }: DeadlineContext, start: number, end: number): Passage => ({
  folded: folded.slice(Math.max(0, start), end),
  written: text.slice(Math.max(0, start), end),
});

/**
 * Cuts out what stands around a span in its clause, the very one to which the assignment binds it; colons and ends of
 * paragraphs bound it as well. — mệnh đề
 */
export const surroundingsOf = (context: DeadlineContext, { start, end }: Span): Surroundings => {
  const clause = context.clauses().findLast((one) => one.start <= start) ?? { start: 0, end: context.text.length };
  const before = context.folded.slice(Math.max(clause.start, start - REACH), start);
  const after = context.folded
    .slice(end, Math.min(Math.max(clause.end, end), end + REACH))
    .replace(/(?:[.;]\s*|(?<!\s)\s+)$/u, '');
  const last = matchesOf(PART_BREAK, before).at(-1);
  const next = after.search(PART_BREAK);
  const from = last === undefined ? 0 : last.index + 1;
  const to = next < 0 ? after.length : next;
  return { before: passageOf(context, start - before.length + from, start), after: passageOf(context, end, end + to) };
};

/** True when nothing but marks stands beside the span in the whole text, as in a cell of an annex table. */
export const isAlone = ({ folded }: DeadlineContext, { start, end }: Span): boolean =>
  !/[a-z0-9]/u.test(folded.slice(Math.max(0, start - 40), start)) && !/[a-z0-9]/u.test(folded.slice(end, end + 40));

/** Tells whether a passage holds one of some words. */
export type WordTest = (passage: Passage) => boolean;

/** What no text has that is written without accents, or lost them all. */
export const ACCENT = /[^\x20-\x7e\s“”‘’–—…⁄∕]/u;

/**
 * Words are sought folded, but where a passage has accents at all they must be right: folded, tỉnh is tính, đa dạng has
 * đã, and Bí thư is thu. `ignored` words swallow a shorter one: trình is not meant in công trình.
 */
const testWords = (
  words: readonly string[],
  ignored: readonly string[],
  tail: string,
  head = '(?<![a-z0-9])',
): WordTest => {
  const spellings = new Map<string, Set<string>>();
  for (const word of words)
    spellings.set(fold(word), (spellings.get(fold(word)) ?? new Set()).add(canonicalTones(word)));
  const longestFirst = [...new Set([...words, ...ignored])].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`${head}(?<word>${longestFirst.map(foldSource).join('|')})${tail}`, 'gu');
  return ({ folded, written }) => {
    for (const match of matchesOf(pattern, folded)) {
      const word = match.groups?.word ?? '';
      const spelled = spellings.get(word);
      if (spelled === undefined) continue;
      if (spelled.has(canonicalTones(written.slice(match.index, match.index + word.length)))) return true;
      if (!ACCENT.test(written)) return true;
    }
    return false;
  };
};

/** A test for one of some words at the very end of a passage, marks and brackets between. */
export const endsWith = (words: readonly string[], ignored: readonly string[] = []): WordTest =>
  testWords(words, ignored, '[\\s,:("“]*$');

const LEADING_MARKS = /^[\s,:(“"]*/u;

/** A test for one of some words at the very start of a passage, marks and brackets before. */
export const startsWith = (words: readonly string[]): WordTest => {
  const test = testWords(words, [], '(?![a-z0-9])', '^');
  return (passage) => test(cut(passage, LEADING_MARKS.exec(passage.folded)?.[0].length ?? 0));
};

/** A test for one of some words anywhere in a passage. */
export const contains = (words: readonly string[], ignored: readonly string[] = []): WordTest =>
  testWords(words, ignored, '(?![a-z0-9])');

/** The last or first so many characters of a passage; a negative count takes from the end. */
export const cut = ({ folded, written }: Passage, from: number, to?: number): Passage => ({
  folded: folded.slice(from, to),
  written: written.slice(from, to),
});
