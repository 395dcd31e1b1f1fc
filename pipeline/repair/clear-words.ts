/** Places of what is kept: papers say the same few thousand rows of words again and again. */
const KEPT = 1 << 15;
/** Ids of words are below this. */
const WORDS = 1 << 16;

/**
 * Words that were clear between their neighbours, of the last asked: so that "ủy ban *nhân* dân" is weighed once. Says no of a word
 * that was forgotten, and never yes of another. `clear.add(1, 2, 3)`, then `clear.has(1, 2, 3)`.
 */
export class ClearWords {
  readonly #rows = new Float64Array(KEPT).fill(-1);

  has(before: number, word: number, after: number): boolean {
    return this.#rows[this.#slotOf(before, word, after)] === this.#rowOf(before, word, after);
  }

  add(before: number, word: number, after: number): void {
    this.#rows[this.#slotOf(before, word, after)] = this.#rowOf(before, word, after);
  }

  /** Three ids in one number, which holds 53 bits. */
  #rowOf(before: number, word: number, after: number): number {
    return (before * WORDS + word) * WORDS + after;
  }

  #slotOf(before: number, word: number, after: number): number {
    const mixed = Math.imul(before, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b) ^ Math.imul(after, 0xc2b2ae35);
    return (mixed ^ (mixed >>> 15)) & (KEPT - 1);
  }
}
