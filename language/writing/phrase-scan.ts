/** A node of the walk: where each sign leads, where it goes on when none does, and what ends here. */
interface Node {
  readonly next: Map<number, number>;
  fallback: number;
  readonly ends: Set<number>;
}

/**
 * Tells which of some phrases a text holds, wherever they stand, in one walk over it however many they are (after Aho and
 * Corasick, 1975): so that a pattern is tried only on a text that holds a word of it.
 * `new PhraseScan(['ngay', 'het quy']).seek('trong ngay')` gives `[1, 0]`.
 */
export class PhraseScan {
  readonly #count: number;
  /** Class of each UTF-16 unit: 0 for those that no phrase holds. */
  readonly #classes = new Uint8Array(0x10000);
  readonly #width: number;
  /** Where each node goes on with each class. */
  readonly #steps: Uint16Array;
  readonly #ends: readonly (readonly number[] | undefined)[];

  constructor(phrases: readonly string[]) {
    this.#count = phrases.length;
    let width = 1;
    for (const unit of phrases.join('').split(''))
      if (this.#classes[unit.charCodeAt(0)] === 0) this.#classes[unit.charCodeAt(0)] = width++;
    this.#width = width;
    const nodes = this.#growTree(phrases);
    this.#steps = new Uint16Array(nodes.length * width);
    this.#link(nodes);
    this.#ends = nodes.map(({ ends }) => (ends.size === 0 ? undefined : [...ends]));
  }

  #growTree(phrases: readonly string[]): readonly Node[] {
    const nodes: Node[] = [{ next: new Map(), fallback: 0, ends: new Set() }];
    phrases.forEach((phrase, which) => {
      let at = 0;
      for (let i = 0; i < phrase.length; i++) {
        const unit = this.#classes[phrase.charCodeAt(i)] ?? 0;
        let to = nodes[at]?.next.get(unit);
        if (to === undefined) {
          to = nodes.push({ next: new Map(), fallback: 0, ends: new Set() }) - 1;
          nodes[at]?.next.set(unit, to);
        }
        at = to;
      }
      nodes[at]?.ends.add(which);
    });
    return nodes;
  }

  /** Fills the table node by node, the shorter ones first: each goes on as its own longest end does. */
  #link(nodes: readonly Node[]): void {
    const queue = [0];
    for (const at of queue) {
      const node = nodes[at];
      if (node === undefined) continue;
      const back = node.fallback * this.#width;
      for (let unit = 1; unit < this.#width; unit++) {
        const to = node.next.get(unit);
        const other = at === 0 ? 0 : (this.#steps[back + unit] ?? 0);
        this.#steps[at * this.#width + unit] = to ?? other;
        const next = to === undefined ? undefined : nodes[to];
        if (to === undefined || next === undefined) continue;
        next.fallback = other;
        for (const which of nodes[other]?.ends ?? []) next.ends.add(which);
        queue.push(to);
      }
    }
  }

  /** For each phrase, in their order, 1 where the text holds it. */
  seek(text: string): Uint8Array {
    const found = new Uint8Array(this.#count);
    let at = 0;
    for (let i = 0; i < text.length; i++) {
      at = this.#steps[at * this.#width + (this.#classes[text.charCodeAt(i)] ?? 0)] ?? 0;
      const ends = this.#ends[at];
      if (ends !== undefined) for (const which of ends) found[which] = 1;
    }
    return found;
  }
}
