import { keysOf, type Token } from './tokens.js';

/** Reads a word list written as "one | two words | a, b": bars and line ends part the phrases, for some hold commas. */
export const listPhrases = (list: string): readonly string[] => list.split('|').map((phrase) => phrase.trim());

/** What may follow behind a word of a list; the value sits where a phrase ends. */
interface PhraseNode<Value> {
  readonly next: Map<string, PhraseNode<Value>>;
  value?: Value;
}

type Entries<Value> = Iterable<readonly [phrase: string, value: Value]>;

const growTrie = <Value>(entries: Entries<Value>): PhraseNode<Value> => {
  const root: PhraseNode<Value> = { next: new Map() };
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

/** A word list as a trie over token keys, compiled when it is first asked: a command that reads no paper pays for none. */
export class PhraseTrie<Value> {
  readonly #listEntries: () => Entries<Value>;
  #root: PhraseNode<Value> | undefined;

  constructor(listEntries: () => Entries<Value>) {
    this.#listEntries = listEntries;
  }

  get root(): PhraseNode<Value> {
    this.#root ??= growTrie(this.#listEntries());
    return this.#root;
  }
}

/** Compiles phrases into a trie; of two equal phrases the later one wins. A long list is given by a function, asked once. */
export const buildPhraseTrie = <Value>(entries: Entries<Value> | (() => Entries<Value>)): PhraseTrie<Value> =>
  new PhraseTrie(typeof entries === 'function' ? entries : () => entries);

/** Every phrase of the list that begins at token `at`, longest first. */
export const matchPhrases = <Value>(
  trie: PhraseTrie<Value>,
  tokens: readonly Token[],
  at: number,
): readonly { readonly value: Value; readonly end: number }[] => {
  let node: PhraseNode<Value> | undefined = trie.root;
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
  let node: PhraseNode<Value> | undefined = trie.root;
  let best: { readonly value: Value; readonly end: number } | undefined;
  for (let i = at; ; i++) {
    const token = tokens[i];
    node = token === undefined ? undefined : node.next.get(token.key);
    if (node === undefined) return best;
    if (node.value !== undefined) best = { value: node.value, end: i + 1 };
  }
};

/** Compiles a plain list of phrases. `matchPhrase(buildPhraseSet(['chủ trì']), tokens, 0)?.end`. */
export const buildPhraseSet = (phrases: readonly string[] | (() => readonly string[])): PhraseTrie<true> =>
  buildPhraseTrie(() => (typeof phrases === 'function' ? phrases() : phrases).map((phrase) => [phrase, true] as const));
