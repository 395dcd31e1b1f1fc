import { USUAL_ABBREVIATIONS } from '../../language/lexicon/abbreviations.js';
import { isSyllableSkeleton } from '../../language/writing/syllables.js';
import { listWords, type WordForms } from '../store/index-text.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { typeOfSymbol } from './name-keys.js';

const keyOf = (words: readonly Pick<WordForms, 'folded'>[]): string => words.map(({ folded }) => folded).join(' ');

const LONG = new Map<string, string>();
const SHORT = new Map<string, string[]>();
for (const [short, long] of USUAL_ABBREVIATIONS) {
  // One that looks like a syllable ("đ/c", "ĐU") is told by its capitals and marks below.
  LONG.set(keyOf(listWords(short)), long);
  SHORT.set(keyOf(listWords(long)), [...(SHORT.get(keyOf(listWords(long))) ?? []), short]);
}

/** Most words of an abbreviation or of what it stands for. */
export const MOST_WORDS = Math.max(...[...LONG.keys(), ...SHORT.keys()].map((key) => key.split(' ').length));

/** Letters that stand for a type of document do so in capitals alone: "kl", "ct" may be anything. */
const TYPE_SYMBOL = /^\p{Lu}[\p{Lu}r]{1,3}$/u;
const CAPITALS = /^\p{Lu}[\p{Lu}&/-]*$/u;

/**
 * What a usual abbreviation stands for, as it was typed: `writeOut('vptu') === 'văn phòng tỉnh ủy'`, `writeOut('KL') === 'Kết
 * luận'`. One that may be a syllable ("đu") only in capitals. undefined for any other word.
 */
export const writeOut = (typed: string): string | undefined => {
  const words = listWords(typed);
  const long = LONG.get(keyOf(words));
  if (long === undefined) return TYPE_SYMBOL.test(typed) ? typeOfSymbol(typed) : undefined;
  const [first = { exact: '', folded: '' }] = words;
  return words.length === 1 && isSyllableSkeleton(first.folded) && !CAPITALS.test(typed) ? undefined : long;
};

const DEFINED_LONG = 'SELECT DISTINCT long AS other FROM abbreviation WHERE short_folded = ? LIMIT 4';
const DEFINED_SHORT = 'SELECT DISTINCT short AS other FROM abbreviation WHERE long_folded = ? LIMIT 4';

/**
 * The other ways of writing what was typed: of an abbreviation what it stands for, of that the abbreviation; from the lexicon and
 * from what papers of this database define. Empty for any other words.
 */
export const otherWays = (db: Store, typed: string, words: readonly WordForms[]): readonly string[] => {
  const key = keyOf(words);
  const long = writeOut(typed);
  const defined = [DEFINED_LONG, DEFINED_SHORT].flatMap((sql) => prepare<{ other: string }>(db, sql).all(key));
  return [
    ...new Set([
      ...(long === undefined ? [] : [long]),
      ...(SHORT.get(key) ?? []),
      ...defined.map(({ other }) => other),
    ]),
  ].filter((other) => keyOf(listWords(other)) !== key);
};
