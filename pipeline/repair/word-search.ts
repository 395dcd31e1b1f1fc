import type { Channel, EncodedWord } from './channel.js';
import { WORD_KIND } from './model-file.js';
import type { CaseForm } from './words.js';

/** Known words as a trie of small letters, in arrays: node 0 is the root. */
interface WordTrie {
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  readonly letters: readonly string[];
  /** Word id that ends at a node, -1 without one. */
  readonly word: Int32Array;
}

/** Builds a trie of the given words. */
const buildTrie = (words: readonly (readonly [word: string, id: number])[]): WordTrie => {
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

/** Words that a reading may be, and abbreviations, which are read in capitals alone. */
export interface Tries {
  readonly words: WordTrie;
  readonly abbreviations: WordTrie;
  /** đ/c, b/c, T/M */
  readonly slashed: WordTrie;
}

/** Sorts the model's words into the tries of the search. */
export const buildTries = (words: readonly string[], kinds: Uint8Array): Tries => {
  const ofKind = (kind: number): (readonly [string, number])[] =>
    words.flatMap((word, id) => (kinds[id] === kind ? [[word, id] as const] : []));
  return {
    words: buildTrie(ofKind(WORD_KIND.word)),
    abbreviations: buildTrie(ofKind(WORD_KIND.abbreviation)),
    slashed: buildTrie(ofKind(WORD_KIND.slashed)),
  };
};

/** A word that the noisy one may have been, with log P(noisy | word in this case form). */
export interface Reading {
  readonly word: number;
  readonly form: CaseForm;
  readonly logChannel: number;
}

/** Branches whose best partial sum falls this far below the best at its depth are given up. */
const BRANCH_LIMIT = 1e-5;
const MOST_BRANCHES = 300;
/** No syllable is read as more letters, however it was misread: what is longer has no reading. */
export const LONGEST_NOISY = 24;
/** A reading less likely than this explains nothing. */
const LEAST_WHOLE = 1e-14;
/** Room for the sums of one level: its branches, all their children. */
const MOST_GROWN = 8192;

/** One level of the search, flat: branch b's sums stand at b * width. */
interface Level {
  readonly node: Int32Array;
  readonly clean: Int32Array;
  readonly sums: Float64Array;
  readonly best: Float64Array;
  /** Where the branch's parent stands in the level before. */
  readonly parent: Int32Array;
  count: number;
}

const makeLevel = (): Level => ({
  node: new Int32Array(MOST_GROWN),
  clean: new Int32Array(MOST_GROWN),
  sums: new Float64Array(MOST_GROWN * (LONGEST_NOISY + 1)),
  best: new Float64Array(MOST_GROWN),
  parent: new Int32Array(MOST_GROWN),
  count: 0,
});

/** Three levels are alive at a time: a step that takes two characters looks back past its parent. */
const LEVELS = [makeLevel(), makeLevel(), makeLevel()] as const;

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

  /** All readings of an encoded noisy word in one case form, in no order; none for words longer than any syllable. */
  find(noisy: EncodedWord, form: CaseForm): Reading[] {
    if (noisy.length > LONGEST_NOISY) return [];
    const found: Reading[] = [];
    const [first] = LEVELS;
    first.node[0] = 0;
    first.clean[0] = -1;
    first.best[0] = 1;
    first.sums[0] = 1;
    first.count = 1;
    for (let j = 1; j <= noisy.length; j++)
      first.sums[j] = (first.sums[j - 1] ?? 0) * (this.#channel.insertion[noisy.one[j] ?? 1] ?? 0);
    for (let depth = 0; (LEVELS[depth % 3] ?? first).count > 0; depth++) {
      const ids = form === 'upper' || (form === 'capital' && depth === 0) ? this.#capitalId : this.#smallId;
      this.#grow(depth, ids, noisy, form, found);
    }
    return found;
  }

  /** Extends the likely branches of one level by all their letters. */
  #grow(depth: number, ids: Int32Array, noisy: EncodedWord, form: CaseForm, found: Reading[]): void {
    const { firstChild, nextSibling, word } = this.#trie;
    const level = LEVELS[depth % 3] ?? LEVELS[0];
    const grown = LEVELS[(depth + 1) % 3] ?? LEVELS[0];
    const before = LEVELS[(depth + 2) % 3] ?? LEVELS[0];
    const width = noisy.length + 1;
    const threshold = findBranchThreshold(level);
    let count = 0;
    for (let branch = 0; branch < level.count; branch++) {
      if ((level.best[branch] ?? 0) < threshold) continue;
      const beforeAt = depth === 0 ? -1 : (level.parent[branch] ?? 0) * width;
      for (let node = firstChild[level.node[branch] ?? 0] ?? -1; node >= 0; node = nextSibling[node] ?? -1) {
        if (count === MOST_GROWN) break;
        const clean = ids[node] ?? 0;
        const best = this.#extend(level, branch, before.sums, beforeAt, clean, noisy, grown.sums, count * width);
        const whole = grown.sums[count * width + noisy.length] ?? 0;
        const id = word[node] ?? -1;
        if (id >= 0 && whole > LEAST_WHOLE) found.push({ word: id, form, logChannel: Math.log(whole) });
        grown.node[count] = node;
        grown.clean[count] = clean;
        grown.parent[count] = branch;
        grown.best[count++] = best;
      }
    }
    grown.count = count;
  }

  /** Sums for one more clean letter; returns the highest of them. */
  #extend(
    level: Level,
    branch: number,
    before: Float64Array,
    beforeAt: number,
    clean: number,
    { length, one, two, three }: EncodedWord,
    sums: Float64Array,
    at: number,
  ): number {
    const { probability, outputs, insertion, pairRow, pairProbability, cleans } = this.#channel;
    const parent = level.sums;
    const parentAt = branch * (length + 1);
    const row = clean * outputs;
    const drop = probability[row] ?? 0;
    const last = level.clean[branch] ?? -1;
    const pair = last < 0 || beforeAt < 0 ? -1 : (pairRow[last * cleans + clean] ?? -1);
    let left = (parent[parentAt] ?? 0) * drop;
    let highest = left;
    sums[at] = left;
    for (let j = 1; j <= length; j++) {
      const character = one[j] ?? 1;
      let sum =
        (parent[parentAt + j] ?? 0) * drop +
        (parent[parentAt + j - 1] ?? 0) * (probability[row + character] ?? 0) +
        left * (insertion[character] ?? 0);
      const couple = two[j] ?? -1;
      if (couple >= 0) sum += (parent[parentAt + j - 2] ?? 0) * (probability[row + couple] ?? 0);
      const triple = three[j] ?? -1;
      if (triple >= 0) sum += (parent[parentAt + j - 3] ?? 0) * (probability[row + triple] ?? 0);
      if (pair >= 0) sum += (before[beforeAt + j - 1] ?? 0) * (pairProbability[pair * outputs + character] ?? 0);
      left = sum;
      sums[at + j] = sum;
      if (sum > highest) highest = sum;
    }
    return highest;
  }
}

/** The value that a branch must reach to be followed. */
const findBranchThreshold = ({ best, count }: Level): number => {
  let highest = 0;
  for (let i = 0; i < count; i++) highest = Math.max(highest, best[i] ?? 0);
  let limit = highest * BRANCH_LIMIT;
  // Raising the limit step by step is cheaper than sorting, and the cap need not be exact.
  for (let kept = count; kept > MOST_BRANCHES && limit < highest; limit *= 4) {
    kept = 0;
    for (let i = 0; i < count; i++) if ((best[i] ?? 0) >= limit) kept++;
  }
  return limit;
};
