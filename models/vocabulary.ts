import { isLegalSyllable } from '../language/writing/syllables.js';
import { dropItemMark, NUMBER, START, toModelTokens, UNKNOWN } from '../pipeline/repair/words.js';

/** A legal syllable needs fewer sightings than any other word to be believed. */
const LEAST_SYLLABLE = 3;
const LEAST_OTHER = 25;
/** Ids must fit 16 bits. */
const MOST_WORDS = 30_000;

export interface Vocabulary {
  readonly words: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
}

/** Counts model words of the corpora and keeps the believable ones, and all of `names`, frequent first, behind the classes. */
export const buildVocabulary = (corpora: readonly (readonly string[])[], names: readonly string[]): Vocabulary => {
  const counts = new Map<string, number>();
  for (const lines of corpora)
    for (const line of lines) for (const token of toModelTokens(line)) counts.set(token, (counts.get(token) ?? 0) + 1);
  const named = new Set(names.flatMap(toModelTokens));
  for (const word of named) counts.set(word, counts.get(word) ?? 1);
  counts.delete(NUMBER);
  const kept = [...counts]
    .filter(
      ([word, n]) =>
        named.has(word) || n >= (isLegalSyllable(word) || /^[.,:]$/u.test(word) ? LEAST_SYLLABLE : LEAST_OTHER),
    )
    .filter(([word]) => word.length <= 14)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
  const words = [START, UNKNOWN, NUMBER, ...kept];
  return { words, ids: new Map(words.map((word, id) => [word, id])) };
};

/** Ids of each line's tokens, lines divided by the start class (0), which also opens the stream. */
export const encodeCorpus = (lines: readonly string[], { ids }: Vocabulary): Int32Array => {
  const unknown = ids.get(UNKNOWN) ?? 1;
  let stream = new Int32Array(1 << 20);
  let length = 0;
  const push = (id: number): void => {
    if (length === stream.length) {
      const larger = new Int32Array(stream.length * 2);
      larger.set(stream);
      stream = larger;
    }
    stream[length++] = id;
  };
  push(0);
  for (const line of lines) {
    for (const token of toModelTokens(dropItemMark(line))) push(ids.get(token) ?? unknown);
    push(0);
  }
  return stream.slice(0, length);
};
