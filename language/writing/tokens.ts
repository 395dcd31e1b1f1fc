import { uniformTones } from './tone-place.js';

/** One word or mark of a text. `key` compares words: lower case, tone mark in a fixed place. */
export interface Token {
  readonly text: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
  /** True when the word begins with a capital letter. */
  readonly isCapital: boolean;
  /** True when every letter is a capital: UBND, NTM. */
  readonly isAllCapital: boolean;
  /** True when white space (or the text's edge) stands before it. */
  readonly hasGap: boolean;
  /** True when the key is not what is printed: the word was damaged, see mendTokens. */
  readonly isMended?: boolean;
}

// Words keep their letters and digits together; every mark stands alone, so that hyphens and commas can be judged by the grammar.
const TOKEN = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
const CAPITAL = /^\p{Lu}/u;
const ALL_CAPITAL = /^\p{Lu}{2,}\d*$/u;
const NUMBER = /^\p{N}+$/u;
const MARK = /^[^\p{L}\p{M}\p{N}]/u;

// Dashes of every length are one mark to the grammar, and an ampersand is an "and".
const SAME_MARK = new Map([
  ['–', '-'],
  ['—', '-'],
  ['&', 'và'],
]);

type WordFacts = Pick<Token, 'key' | 'kind' | 'isCapital' | 'isAllCapital'>;

// The same few thousand words come again and again: what is known of one is kept. Bounded, so that a long-lived process does not grow.
const MAX_FACTS = 50_000;
const facts = new Map<string, WordFacts>();

const readFacts = (text: string): WordFacts => {
  const known = facts.get(text);
  if (known !== undefined) return known;
  const kind = MARK.test(text) ? 'mark' : NUMBER.test(text) ? 'number' : 'word';
  const made: WordFacts = {
    key: kind === 'word' ? uniformTones(text) : (SAME_MARK.get(text) ?? text),
    kind,
    isCapital: CAPITAL.test(text),
    isAllCapital: ALL_CAPITAL.test(text),
  };
  if (facts.size >= MAX_FACTS) facts.clear();
  facts.set(text, made);
  return made;
};

/**
 * Cuts an NFC text into words and marks; offsets are UTF-16 units of the text.
 * `readTokens('UBND tỉnh,').map((t) => t.text)` gives `['UBND', 'tỉnh', ',']`.
 */
export const readTokens = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0];
    const start = match.index;
    const { key, kind, isCapital, isAllCapital } = readFacts(word);
    // Spelt out, not spread: this runs for every word of every document.
    tokens.push({
      text: word,
      key,
      start,
      end: start + word.length,
      kind,
      isCapital,
      isAllCapital,
      hasGap: start !== last || last === 0,
    });
    last = start + word.length;
  }
  return tokens;
};

/** The key of a phrase, as an array of token keys: what the word lists are compiled to. `keysOf('Ủy ban')`. */
export const keysOf = (phrase: string): readonly string[] => readTokens(phrase).map((token) => token.key);
