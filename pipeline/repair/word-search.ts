import type { Channel, EncodedWord } from './channel.js';
import type { CaseForm } from './words.js';

/** Known words as a trie of small letters, in arrays: node 0 is the root. */
export interface WordTrie {
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  readonly letters: readonly string[];
  /** Word id that ends at a node, -1 without one. */
  readonly word: Int32Array;
}

/** Builds a trie of the given words. */
export const buildTrie = (words: readonly (readonly [word: string, id: number])[]): WordTrie => {
  const firstChild: number[] = [-1];
  const nextSibling: number[] = [-1];
  const letters: string[] = [''];
  const word: number[] = [-1];
  for (const [text, id] of words) {
    let node = 0;
    for (const letter of text) {
      let child = firstChild[node] ?? -1;
      while (child >= 0 && letters[child] !== letter) child = nextSibling[child] ?? -1;
      if (child < 0) {
        child = letters.length;
        letters.push(letter);
        firstChild.push(-1);
        word.push(-1);
        nextSibling.push(firstChild[node] ?? -1);
        firstChild[node] = child;
      }
      node = child;
    }
    word[node] = id;
  }
  return {
    firstChild: Int32Array.from(firstChild),
    nextSibling: Int32Array.from(nextSibling),
    letters,
    word: Int32Array.from(word),
  };
};

/** A word that the noisy one may have been, with log P(noisy | word in this case form). */
export interface Reading {
  readonly word: number;
  readonly form: CaseForm;
  readonly logChannel: number;
}

/** Branches whose best partial sum falls this far below the best at its depth are given up. */
const BRANCH_LIMIT = 1e-6;
const MOST_BRANCHES = 500;

interface Branch {
  readonly node: number;
  readonly clean: number;
  readonly column: Float64Array;
  readonly before: Float64Array | undefined;
  readonly best: number;
}

/** Finds what a noisy word may have been: dynamic programming over the trie, summing over alignments. */
export class WordSearch {
  readonly #trie: WordTrie;
  readonly #channel: Channel;
  /** Ids of each node's letter as small and as capital. */
  readonly #smallId: Int32Array;
  readonly #capitalId: Int32Array;

  constructor(trie: WordTrie, channel: Channel) {
    this.#trie = trie;
    this.#channel = channel;
    this.#smallId = Int32Array.from(trie.letters, (letter) => channel.cleanId(letter));
    this.#capitalId = Int32Array.from(trie.letters, (letter) => channel.cleanId(letter.toUpperCase()));
  }

  /** All readings of an encoded noisy word in one case form, in no order. */
  find(noisy: EncodedWord, form: CaseForm): Reading[] {
    const found: Reading[] = [];
    const first = new Float64Array(noisy.length + 1);
    first[0] = 1;
    for (let j = 1; j <= noisy.length; j++)
      first[j] = (first[j - 1] ?? 0) * (this.#channel.insertion[noisy.one[j] ?? 1] ?? 0);
    let level: Branch[] = [{ node: 0, clean: -1, column: first, before: undefined, best: 1 }];
    for (let depth = 0; level.length > 0; depth++) {
      const ids = form === 'upper' || (form === 'capital' && depth === 0) ? this.#capitalId : this.#smallId;
      level = this.#grow(level, ids, noisy, form, found);
    }
    return found;
  }

  #grow(level: readonly Branch[], ids: Int32Array, noisy: EncodedWord, form: CaseForm, found: Reading[]): Branch[] {
    const { firstChild, nextSibling, word } = this.#trie;
    const grown: Branch[] = [];
    let best = 0;
    for (const branch of level) {
      for (let node = firstChild[branch.node] ?? -1; node >= 0; node = nextSibling[node] ?? -1) {
        const clean = ids[node] ?? 0;
        const column = this.#extend(branch, clean, noisy);
        let highest = 0;
        for (let j = 0; j <= noisy.length; j++) highest = Math.max(highest, column[j] ?? 0);
        const whole = column[noisy.length] ?? 0;
        const id = word[node] ?? -1;
        if (id >= 0 && whole > 1e-18) found.push({ word: id, form, logChannel: Math.log(whole) });
        if (highest > best) best = highest;
        grown.push({ node, clean, column, before: branch.column, best: highest });
      }
    }
    const likely = grown.filter((branch) => branch.best > best * BRANCH_LIMIT);
    if (likely.length <= MOST_BRANCHES) return likely;
    return likely.sort((a, b) => b.best - a.best).slice(0, MOST_BRANCHES);
  }

  #extend(branch: Branch, clean: number, noisy: EncodedWord): Float64Array {
    const { probability, outputs, insertion, pairRow, pairProbability, cleans } = this.#channel;
    const { column: parent, before } = branch;
    const row = clean * outputs;
    const pair = branch.clean < 0 ? -1 : (pairRow[branch.clean * cleans + clean] ?? -1);
    const column = new Float64Array(noisy.length + 1);
    column[0] = (parent[0] ?? 0) * (probability[row] ?? 0);
    for (let j = 1; j <= noisy.length; j++) {
      const one = noisy.one[j] ?? 1;
      let sum = (parent[j] ?? 0) * (probability[row] ?? 0) + (parent[j - 1] ?? 0) * (probability[row + one] ?? 0);
      const two = noisy.two[j] ?? -1;
      if (two >= 0) sum += (parent[j - 2] ?? 0) * (probability[row + two] ?? 0);
      const three = noisy.three[j] ?? -1;
      if (three >= 0) sum += (parent[j - 3] ?? 0) * (probability[row + three] ?? 0);
      if (pair >= 0 && before !== undefined) sum += (before[j - 1] ?? 0) * (pairProbability[pair * outputs + one] ?? 0);
      sum += (column[j - 1] ?? 0) * (insertion[one] ?? 0);
      column[j] = sum;
    }
    return column;
  }
}
