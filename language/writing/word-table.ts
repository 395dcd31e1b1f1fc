/** Slots of a table: the few thousand syllables of a paper rarely meet in one. */
const SLOTS = 1 << 13;
/** Words kept at most, so that a long-lived process does not grow: debris of bad pages never repeats. */
const MOST_KEPT = 50_000;

/** True when a word is the text from `start` to `end`. By hand: to call a built-in function costs more than to compare a syllable. */
const standsAt = (word: string, text: string, start: number, end: number): boolean => {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
};

/**
 * What somebody asks about words, each looked at once: papers say the same few thousand syllables again and again. A word is
 * found where it stands, without being cut out of its text. `new WordTable((word) => word.length).at('Tỉnh ủy', 5, 7) === 2`.
 */
export class WordTable<Facts> {
  readonly #read: (word: string) => Facts;
  readonly #kept = new Map<string, Facts>();
  /** The word last asked for in each slot, and its facts; made for the first word. */
  #words: string[] = [];
  #facts: (Facts | undefined)[] = [];

  constructor(read: (word: string) => Facts) {
    this.#read = read;
  }

  /** Facts of the word from `start` to `end` of a text; offsets are UTF-16 units. */
  at(text: string, start: number, end: number): Facts {
    let hash = 0;
    for (let i = start; i < end; i++) hash = Math.imul(hash, 31) + text.charCodeAt(i);
    const slot = hash & (SLOTS - 1);
    const known = this.#facts[slot];
    const word = this.#words[slot];
    if (known !== undefined && word !== undefined && standsAt(word, text, start, end)) return known;
    return this.#learn(text.slice(start, end), slot);
  }

  #makeRoom(): void {
    this.#words = new Array<string>(SLOTS).fill('');
    this.#facts = new Array<Facts | undefined>(SLOTS).fill(undefined);
  }

  #learn(word: string, slot: number): Facts {
    let facts = this.#kept.get(word);
    if (facts === undefined) {
      if (this.#kept.size === 0) this.#makeRoom();
      facts = this.#read(word);
      if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
      this.#kept.set(word, facts);
    }
    this.#words[slot] = word;
    this.#facts[slot] = facts;
    return facts;
  }
}
