import { START, UNKNOWN } from './words.js';

/** Interpolated trigrams over words, as flat sorted arrays; logarithms are natural. */
export interface NgramTables {
  readonly words: readonly string[];
  readonly unigramLog: Float32Array;
  readonly unigramBackoff: Float32Array;
  /** Bigrams of word w stand from bigramStart[w] to bigramStart[w + 1], sorted by their second word. */
  readonly bigramStart: Int32Array;
  readonly bigramWord: Uint16Array;
  readonly bigramLog: Uint8Array;
  readonly bigramBackoff: Uint8Array;
  /** Trigrams that continue bigram i stand from trigramStart[i] to trigramStart[i + 1], sorted by their third word. */
  readonly trigramStart: Int32Array;
  readonly trigramWord: Uint16Array;
  readonly trigramLog: Uint8Array;
  /** Values of the 8-bit codes above. */
  readonly logValues: Float32Array;
  readonly backoffValues: Float32Array;
}

const findIn = (sorted: Uint16Array, from: number, to: number, wanted: number): number => {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] ?? 0;
    if (value < wanted) low = middle + 1;
    else if (value > wanted) high = middle - 1;
    else return middle;
  }
  return -1;
};

/** Places of answers that are kept: papers ask for the same pairs again and again, and each is a search in long rows. */
const KEPT = 1 << 15;

/** Answers how likely a word is after two others. Word ids are places in `words`. */
export class LanguageModel {
  readonly start: number;
  readonly unknown: number;
  readonly #tables: NgramTables;
  readonly #ids: ReadonlyMap<string, number>;
  /** The pairs last asked for, and their logarithms. */
  readonly #pairs = new Int32Array(KEPT).fill(-1);
  readonly #pairLogs = new Float64Array(KEPT);

  constructor(tables: NgramTables) {
    this.#tables = tables;
    this.#ids = new Map(tables.words.map((word, id) => [word, id]));
    this.start = this.#ids.get(START) ?? 0;
    this.unknown = this.#ids.get(UNKNOWN) ?? 0;
  }

  get words(): readonly string[] {
    return this.#tables.words;
  }

  /** Id of a model word; undefined when the model does not know it. */
  idOf(word: string): number | undefined {
    return this.#ids.get(word);
  }

  unigramLog(word: number): number {
    return this.#tables.unigramLog[word] ?? -20;
  }

  /** Place of a bigram, -1 when it was not kept: the context of its trigrams. */
  findBigram(first: number, second: number): number {
    const { bigramStart, bigramWord } = this.#tables;
    return findIn(bigramWord, bigramStart[first] ?? 0, bigramStart[first + 1] ?? 0, second);
  }

  /** Log probability of a word after one other, given the bigram's place. */
  bigramLogAt(place: number, first: number, second: number): number {
    const { bigramLog, logValues, unigramBackoff } = this.#tables;
    if (place >= 0) return logValues[bigramLog[place] ?? 0] ?? 0;
    return (unigramBackoff[first] ?? 0) + this.unigramLog(second);
  }

  bigramLog(first: number, second: number): number {
    const pair = (first << 16) | second;
    const slot = (Math.imul(pair, 0x9e3779b1) >>> 17) & (KEPT - 1);
    if (this.#pairs[slot] === pair) return this.#pairLogs[slot] ?? 0;
    const log = this.bigramLogAt(this.findBigram(first, second), first, second);
    this.#pairs[slot] = pair;
    this.#pairLogs[slot] = log;
    return log;
  }

  /** True when some trigram continues this bigram: else only the back-off counts. */
  hasTrigrams(place: number): boolean {
    const { trigramStart } = this.#tables;
    return place >= 0 && (trigramStart[place] ?? 0) < (trigramStart[place + 1] ?? 0);
  }

  /** Weight of the bigram model after this bigram; 0 (a logarithm) when the bigram is unknown. */
  backoffAt(place: number): number {
    const { bigramBackoff, backoffValues } = this.#tables;
    return place < 0 ? 0 : (backoffValues[bigramBackoff[place] ?? 0] ?? 0);
  }

  /** Log probability of a kept trigram, NaN when it was not kept. */
  trigramLogAt(place: number, third: number): number {
    const { trigramStart, trigramWord, trigramLog, logValues } = this.#tables;
    const found = findIn(trigramWord, trigramStart[place] ?? 0, trigramStart[place + 1] ?? 0, third);
    return found < 0 ? Number.NaN : (logValues[trigramLog[found] ?? 0] ?? 0);
  }

  /** Log probability of a word after two others. */
  trigramLog(first: number, second: number, third: number): number {
    const place = this.findBigram(first, second);
    if (place >= 0) {
      const known = this.trigramLogAt(place, third);
      if (!Number.isNaN(known)) return known;
    }
    return this.backoffAt(place) + this.bigramLog(second, third);
  }
}
