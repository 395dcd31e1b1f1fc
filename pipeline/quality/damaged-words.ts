import { isLegalSyllable, isSyllableSkeleton } from '../../language/writing/syllables.js';
import { WordTable } from '../../language/writing/word-table.js';

/** How many words of a text cannot be what was printed. */
export interface Damage {
  readonly words: number;
  /** Words in small letters that are no syllable, foreign ones among them. */
  readonly strange: number;
  /** Those that bear a Vietnamese mark, lack the tone of their coda, or have no vowel: "cầp", "phat", "nhxn". */
  readonly damaged: number;
}

/** Abbreviations and codes: TTg, PTTgCP, UBND. */
const IS_CODE = /\p{Lu}{2}|\p{Ll}\p{Lu}|^\P{Ll}+$/u;
/** Units behind a number are words of no language: 12 km. */
const UNIT_BEFORE = /\d\s*$/u;

/** What a word is by its letters alone. */
type Kind = 'code' | 'syllable' | 'broken' | 'foreign';

const kinds = new WordTable((word): Kind => {
  if (IS_CODE.test(word)) return 'code';
  if (isLegalSyllable(word)) return 'syllable';
  return /[^a-zA-Z]/u.test(word) || isSyllableSkeleton(word) || !/[aeiouy]/iu.test(word) ? 'broken' : 'foreign';
});

/** What a UTF-16 unit is to the words beside it; a pattern over the whole text took a twentieth of all time. */
const LETTER = 1;
/** Beside it stands no word: part of a code, an address, a number. */
const JOINS = 2;
/** A point before letters, as in "www.tinh". */
const JOINS_BEHIND = 3;
const OTHER = 4;
const unitKinds = new Uint8Array(0x10000);

const readUnit = (code: number): number => {
  const unit = String.fromCharCode(code);
  const kind = /\p{L}/u.test(unit) ? LETTER : /[\p{N}@/-]/u.test(unit) ? JOINS : unit === '.' ? JOINS_BEHIND : OTHER;
  unitKinds[code] = kind;
  return kind;
};

/** The unit at a place of a text; both ends are open. */
const unitAt = (text: string, at: number): number => {
  if (at < 0 || at >= text.length) return OTHER;
  const code = text.charCodeAt(at);
  return unitKinds[code] || readUnit(code);
};

/**
 * Counts the words of a text that an engine or a font left damaged. On clean papers of ours no word in ten thousand is
 * `damaged`, on a text that somebody's OCR made four to six in a thousand; foreign words are only `strange`.
 */
export const measureDamage = (text: string): Damage => {
  let [words, strange, damaged] = [0, 0, 0];
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + 1;
    if (unitAt(text, start) !== LETTER) continue;
    while (unitAt(text, end) === LETTER) end++;
    const isJoined = unitAt(text, start - 1) !== OTHER || unitAt(text, end) === JOINS;
    if (isJoined || end - start < 2) continue;
    const kind = kinds.at(text, start, end);
    if (kind === 'code') continue;
    words += 1;
    // No language writes a word without a vowel ("bqnh"), but for units behind a number.
    if (kind === 'syllable' || UNIT_BEFORE.test(text.slice(Math.max(0, start - 3), start))) continue;
    if (kind === 'broken') damaged += 1;
    // A foreign name begins with a capital.
    if (kind === 'broken' || /^\p{Ll}/u.test(text.slice(start, end))) strange += 1;
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
