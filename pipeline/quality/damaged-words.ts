import { isLegalSyllable, isSyllableSkeleton } from '../../language/writing/syllables.js';

/** How many words of a text cannot be what was printed. */
export interface Damage {
  readonly words: number;
  /** Words in small letters that are no syllable, foreign ones among them. */
  readonly strange: number;
  /** Those that bear a Vietnamese mark, lack the tone of their coda, or have no vowel: "cầp", "phat", "nhxn". */
  readonly damaged: number;
}

const WORD = /(?<![\p{L}\p{N}.@/-])\p{L}{2,}(?![\p{L}\p{N}@/-])/gu;
/** Abbreviations and codes: TTg, PTTgCP, UBND. */
const IS_CODE = /\p{Lu}{2}|\p{Ll}\p{Lu}|^\P{Ll}+$/u;
/** Units behind a number are words of no language: 12 km. */
const UNIT_BEFORE = /\d\s*$/u;

/** What a word is by its letters alone. */
type Kind = 'code' | 'syllable' | 'broken' | 'foreign';

const readKind = (word: string): Kind => {
  if (IS_CODE.test(word)) return 'code';
  if (isLegalSyllable(word)) return 'syllable';
  return /[^a-zA-Z]/u.test(word) || isSyllableSkeleton(word) || !/[aeiouy]/iu.test(word) ? 'broken' : 'foreign';
};

// The same few thousand syllables come again and again. Bounded, so that a long-lived process does not grow.
const MAX_KINDS = 50_000;
const kinds = new Map<string, Kind>();

const kindOf = (word: string): Kind => {
  const known = kinds.get(word);
  if (known !== undefined) return known;
  if (kinds.size >= MAX_KINDS) kinds.clear();
  const kind = readKind(word);
  kinds.set(word, kind);
  return kind;
};

/**
 * Counts the words of a text that an engine or a font left damaged. On clean papers of ours no word in ten thousand is
 * `damaged`, on a text that somebody's OCR made four to six in a thousand; foreign words are only `strange`.
 */
export const measureDamage = (text: string): Damage => {
  let [words, strange, damaged] = [0, 0, 0];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const kind = kindOf(word);
    if (kind === 'code') continue;
    words += 1;
    // No language writes a word without a vowel ("bqnh"), but for units behind a number.
    if (kind === 'syllable' || UNIT_BEFORE.test(text.slice(Math.max(0, index - 3), index))) continue;
    if (kind === 'broken') damaged += 1;
    // A foreign name begins with a capital.
    if (kind === 'broken' || /^\p{Ll}/u.test(word)) strange += 1;
  }
  return { words, strange, damaged };
};

/** Shares from which on a text is not what was printed; a few words prove nothing. */
const LEAST_DAMAGED = { words: 3, share: 0.003 } as const;
const LEAST_STRANGE = { words: 5, share: 0.01 } as const;

/** True for a text that was read as good and holds too many words that cannot stand in it. */
export const isScattered = ({ words, strange, damaged }: Damage): boolean =>
  (damaged >= LEAST_DAMAGED.words && damaged >= LEAST_DAMAGED.share * words) ||
  (strange >= LEAST_STRANGE.words && strange >= LEAST_STRANGE.share * words);
