/** What a document says again and again: its own names and terms, beside the language model. */
export interface DocumentMemory {
  /** Share of the language model itself. */
  readonly rest: number;
  /** Probability that the document's own words give to a word after another, already weighted; 0 when it is new. */
  share(before: number, word: number): number;
}

/** A document of which nothing is known yet. */
export const NO_MEMORY: DocumentMemory = { rest: 1, share: () => 0 };

const KEY = 65_536;

/**
 * Remembers words that were read beyond doubt, in their order; -1 stands for a doubtful one. What is read a second time
 * ("Đề án" beside "Dự án") follows what the same paper says elsewhere.
 */
export const rememberWords = (words: readonly number[], wordWeight: number, pairWeight: number): DocumentMemory => {
  const counts = new Map<number, number>();
  const pairs = new Map<number, number>();
  let total = 0;
  words.forEach((word, i) => {
    if (word < 0) return;
    total++;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    const before = words[i - 1] ?? -1;
    if (before >= 0) pairs.set(before * KEY + word, (pairs.get(before * KEY + word) ?? 0) + 1);
  });
  return {
    rest: 1 - wordWeight - pairWeight,
    share: (before, word) => {
      const pair = pairs.get(before * KEY + word) ?? 0;
      // One sighting proves little: a pair's share grows with its count.
      const pairShare = pair === 0 ? 0 : Math.max(0, pair - 0.75) / (counts.get(before) ?? 1);
      return pairWeight * pairShare + (wordWeight * (counts.get(word) ?? 0)) / Math.max(1, total);
    },
  };
};
