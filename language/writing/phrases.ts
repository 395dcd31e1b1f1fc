import { keysOf, type Token } from './tokens.js';

/** Reads a word list written as "one | two words | a, b": bars and line ends part the phrases, for some hold commas. */
export const listPhrases = (list: string): readonly string[] => list.split('|').map((phrase) => phrase.trim());

/** A word list as a trie over token keys; the value sits where a phrase ends. */
export interface PhraseTrie<Value> {
  readonly next: Map<string, PhraseTrie<Value>>;
  value?: Value;
}

/** Compiles phrases into a trie; of two equal phrases the later one wins. */
export const buildPhraseTrie = <Value>(
  entries: Iterable<readonly [phrase: string, value: Value]>,
): PhraseTrie<Value> => {
  const root: PhraseTrie<Value> = { next: new Map() };
  for (const [phrase, value] of entries) {
    let node = root;
    for (const key of keysOf(phrase)) {
      let next = node.next.get(key);
      if (next === undefined) {
        next = { next: new Map() };
        node.next.set(key, next);
      }
      node = next;
    }
    node.value = value;
  }
  return root;
};

/** Every phrase of the list that begins at token `at`, longest first. */
export const matchPhrases = <Value>(
  trie: PhraseTrie<Value>,
  tokens: readonly Token[],
  at: number,
): readonly { readonly value: Value; readonly end: number }[] => {
  let node: PhraseTrie<Value> | undefined = trie;
  const found: { readonly value: Value; readonly end: number }[] = [];
  for (let i = at; node !== undefined; i++) {
    if (node.value !== undefined) found.unshift({ value: node.value, end: i });
    const token = tokens[i];
    if (token === undefined) break;
    node = node.next.get(token.key);
  }
  return found;
};

/** The longest phrase of the list that begins at token `at`: its value and the index behind its last token. */
export const matchPhrase = <Value>(
  trie: PhraseTrie<Value>,
  tokens: readonly Token[],
  at: number,
): { readonly value: Value; readonly end: number } | undefined => {
  let node: PhraseTrie<Value> | undefined = trie;
  let best: { readonly value: Value; readonly end: number } | undefined;
  for (let i = at; ; i++) {
    const token = tokens[i];
    node = token === undefined ? undefined : node.next.get(token.key);
    if (node === undefined) return best;
    if (node.value !== undefined) best = { value: node.value, end: i + 1 };
  }
};

/** Compiles a plain list of phrases. `matchPhrase(buildPhraseSet(['chủ trì']), tokens, 0)?.end`. */
export const buildPhraseSet = (phrases: readonly string[]): PhraseTrie<true> =>
  buildPhraseTrie(phrases.map((phrase) => [phrase, true] as const));
