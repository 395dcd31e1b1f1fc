import { USUAL_ABBREVIATIONS } from '../../language/lexicon/abbreviations.js';
import { isSyllableSkeleton } from '../../language/writing/syllables.js';
import { joinWords, listWords, type WordForms } from '../store/index-text.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { typeOfSymbol } from './name-keys.js';

const keyOf = (words: readonly Pick<WordForms, 'folded'>[]): string => words.map(({ folded }) => folded).join(' ');

const LONG = new Map<string, string>();
const SHORT = new Map<string, string[]>();
for (const [short, long] of USUAL_ABBREVIATIONS) {
  // One that looks like a syllable ("đ/c", "ĐU") is told by its capitals and marks below.
  LONG.set(joinWords(short), long);
  SHORT.set(joinWords(long), [...(SHORT.get(joinWords(long)) ?? []), short]);
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

const DEFINED = `SELECT k.value AS key, a.long AS other FROM json_each(@keys) k JOIN abbreviation a ON a.short_folded = k.value
  UNION SELECT k.value, a.short FROM json_each(@keys) k JOIN abbreviation a ON a.long_folded = k.value`;

/** Ways beyond so many of writing one thing say more of the papers than of the thing. */
const MOST_WAYS = 4;

/** A run of words as it was typed. */
export interface TypedRun {
  readonly typed: string;
  readonly words: readonly WordForms[];
}

/**
 * The other ways of writing each of some runs of words: of an abbreviation what it stands for, of that the abbreviation; from the
 * lexicon and from what papers of this database define, asked at once. Empty for any other words.
 */
export const otherWays = (db: Store, runs: readonly TypedRun[]): readonly (readonly string[])[] => {
  const keys = JSON.stringify([...new Set(runs.map(({ words }) => keyOf(words)))]);
  const defined = new Map<string, string[]>();
  for (const { key, other } of prepare<{ key: string; other: string }>(db, DEFINED).all({ keys }))
    defined.set(key, [...(defined.get(key) ?? []), other]);
  return runs.map(({ typed, words }) => {
    const key = keyOf(words);
    const long = writeOut(typed);
    const ways = [
      ...(long === undefined ? [] : [long]),
      ...(SHORT.get(key) ?? []),
      ...(defined.get(key) ?? []).slice(0, MOST_WAYS),
    ];
    return [...new Map(ways.map((way) => [joinWords(way), way])).entries()]
      .filter(([other]) => other !== key)
      .map(([, way]) => way);
  });
};
