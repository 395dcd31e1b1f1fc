/** A sorted list of n-gram keys with a figure for each. A key is its word ids in base `size`: exact in a double. */
export interface NgramList {
  readonly keys: Float64Array;
  readonly values: Float64Array;
}

const countRuns = (unsorted: Float64Array): NgramList => {
  const sorted = unsorted.sort();
  const keys = new Float64Array(sorted.length);
  const values = new Float64Array(sorted.length);
  let runs = 0;
  for (let i = 0; i < sorted.length; i++) {
    const key = sorted[i] ?? 0;
    if (runs > 0 && keys[runs - 1] === key) values[runs - 1] = (values[runs - 1] ?? 0) + 1;
    else {
      keys[runs] = key;
      values[runs++] = 1;
    }
  }
  return { keys: keys.slice(0, runs), values: values.slice(0, runs) };
};

/** Counts of the stream's trigrams, and continuation counts of its bigrams and words. Id 0 opens every line. */
export const countNgrams = (
  stream: Int32Array,
  size: number,
): { readonly trigrams: NgramList; readonly bigrams: NgramList; readonly unigrams: Float64Array } => {
  const trigramKeys = new Float64Array(stream.length);
  const openingKeys = new Float64Array(stream.length);
  let trigramCount = 0;
  let openingCount = 0;
  for (let i = 1; i < stream.length; i++) {
    const word = stream[i] ?? 0;
    const before = stream[i - 1] ?? 0;
    if (word === 0) continue;
    if (before === 0) openingKeys[openingCount++] = word;
    else trigramKeys[trigramCount++] = ((stream[i - 2] ?? 0) * size + before) * size + word;
  }
  const trigrams = countRuns(trigramKeys.slice(0, trigramCount));
  // A line's first word has no word before its start: its plain count serves as continuation count.
  const openings = countRuns(openingKeys.slice(0, openingCount));
  const continuations = countRuns(trigrams.keys.map((key) => key % (size * size)));
  const bigrams = {
    keys: joinArrays(openings.keys, continuations.keys),
    values: joinArrays(openings.values, continuations.values),
  };
  const unigrams = new Float64Array(size);
  for (const key of bigrams.keys) unigrams[key % size] = (unigrams[key % size] ?? 0) + 1;
  return { trigrams, bigrams, unigrams };
};

const joinArrays = (first: Float64Array, second: Float64Array): Float64Array => {
  const joined = new Float64Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
};

/** Discounts of modified Kneser-Ney for counts 1, 2 and more, from the counts of counts. */
const estimateDiscounts = (values: Float64Array): readonly [number, number, number] => {
  const n = [0, 0, 0, 0, 0];
  for (const value of values) if (value <= 4) n[value] = (n[value] ?? 0) + 1;
  const [, n1 = 0, n2 = 0, n3 = 0, n4 = 0] = n;
  if (n1 === 0 || n2 === 0 || n3 === 0) return [0.5, 0.75, 1];
  const y = n1 / (n1 + 2 * n2);
  return [1 - (2 * y * n2) / n1, 2 - (3 * y * n3) / n2, 3 - (4 * y * n4) / n3];
};

/** An interpolated model: probabilities of its n-grams, and the weight that each context leaves to the shorter one. */
export interface NgramModel {
  readonly size: number;
  readonly unigrams: Float64Array;
  readonly bigrams: NgramList;
  readonly trigrams: NgramList;
  /** Weight left by each word, by id. */
  readonly wordWeight: Float64Array;
  /** Weight left by each bigram, in the order of `bigrams`. */
  readonly bigramWeight: Float64Array;
}

/** Place of a key in a sorted list, -1 when it is not there. */
export const findKey = (keys: Float64Array, wanted: number): number => {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const key = keys[middle] ?? 0;
    if (key < wanted) low = middle + 1;
    else if (key > wanted) high = middle - 1;
    else return middle;
  }
  return -1;
};

/** Walks runs of equal contexts (key divided by size) of a sorted list. */
export const forEachContext = (
  keys: Float64Array,
  size: number,
  visit: (context: number, from: number, to: number) => void,
): void => {
  let from = 0;
  while (from < keys.length) {
    const context = Math.floor((keys[from] ?? 0) / size);
    let to = from + 1;
    while (to < keys.length && Math.floor((keys[to] ?? 0) / size) === context) to++;
    visit(context, from, to);
    from = to;
  }
};

/** Discounts the counts of one context and returns the weight that it leaves. */
const discountContext = (
  counts: Float64Array,
  from: number,
  to: number,
  discounts: readonly [number, number, number],
  shorter: (place: number) => number,
  into: Float64Array,
): number => {
  let total = 0;
  let left = 0;
  const discountOf = (count: number): number => discounts[count >= 3 ? 2 : count === 2 ? 1 : 0];
  for (let i = from; i < to; i++) {
    const count = counts[i] ?? 0;
    total += count;
    left += discountOf(count);
  }
  for (let i = from; i < to; i++) {
    const count = counts[i] ?? 0;
    into[i] = (count - discountOf(count)) / total + (left / total) * shorter(i);
  }
  return left / total;
};

/** Estimates an interpolated modified Kneser-Ney trigram model from a stream of word ids. */
export const estimateModel = (stream: Int32Array, size: number): NgramModel => {
  const counts = countNgrams(stream, size);
  const unigrams = new Float64Array(size);
  // Words that this corpus lacks keep a little, since the vocabulary is that of all corpora.
  discountContext(counts.unigrams, 0, size, [0.5, 0.75, 1], () => 1 / size, unigrams);

  const { keys: bigramKeys, values: bigramCounts } = counts.bigrams;
  const bigramValues = new Float64Array(bigramKeys.length);
  const wordWeight = new Float64Array(size).fill(1);
  const bigramDiscounts = estimateDiscounts(bigramCounts);
  forEachContext(bigramKeys, size, (word, from, to) => {
    const shorter = (i: number): number => unigrams[(bigramKeys[i] ?? 0) % size] ?? 0;
    wordWeight[word] = discountContext(bigramCounts, from, to, bigramDiscounts, shorter, bigramValues);
  });

  const { keys: trigramKeys, values: trigramCounts } = counts.trigrams;
  const trigramValues = new Float64Array(trigramKeys.length);
  const bigramWeight = new Float64Array(bigramKeys.length).fill(1);
  const trigramDiscounts = estimateDiscounts(trigramCounts);
  forEachContext(trigramKeys, size, (context, from, to) => {
    const shorter = (i: number): number =>
      bigramValues[findKey(bigramKeys, (trigramKeys[i] ?? 0) % (size * size))] ?? 0;
    const place = findKey(bigramKeys, context);
    const weight = discountContext(trigramCounts, from, to, trigramDiscounts, shorter, trigramValues);
    if (place >= 0) bigramWeight[place] = weight;
  });
  return {
    size,
    unigrams,
    bigrams: { keys: bigramKeys, values: bigramValues },
    trigrams: { keys: trigramKeys, values: trigramValues },
    wordWeight,
    bigramWeight,
  };
};

/** Probability of a bigram, by its key. */
export const bigramProbability = (model: NgramModel, key: number): number => {
  const place = findKey(model.bigrams.keys, key);
  if (place >= 0) return model.bigrams.values[place] ?? 0;
  return (model.wordWeight[Math.floor(key / model.size)] ?? 1) * (model.unigrams[key % model.size] ?? 0);
};

/** Probability of a trigram, by its key. */
export const trigramProbability = (model: NgramModel, key: number): number => {
  const place = findKey(model.trigrams.keys, key);
  if (place >= 0) return model.trigrams.values[place] ?? 0;
  const context = findKey(model.bigrams.keys, Math.floor(key / model.size));
  const weight = context < 0 ? 1 : (model.bigramWeight[context] ?? 1);
  return weight * bigramProbability(model, key % (model.size * model.size));
};
