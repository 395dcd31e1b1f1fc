import {
  bigramProbability,
  findKey,
  forEachContext,
  type NgramList,
  type NgramModel,
  trigramProbability,
} from './kneser-ney.js';

/** A back-off model ready to be written: natural logarithms, lists sorted by key. */
export interface BackoffModel {
  readonly size: number;
  readonly unigramLog: Float64Array;
  readonly unigramBackoff: Float64Array;
  readonly bigrams: NgramList;
  readonly bigramBackoff: Float64Array;
  readonly trigrams: NgramList;
}

export interface WeightedModel {
  readonly model: NgramModel;
  readonly weight: number;
}

const uniteKeys = (lists: readonly Float64Array[]): Float64Array => {
  const all = new Float64Array(lists.reduce((sum, keys) => sum + keys.length, 0));
  let at = 0;
  for (const keys of lists) {
    all.set(keys, at);
    at += keys.length;
  }
  all.sort();
  return all.filter((key, i) => i === 0 || key !== all[i - 1]);
};

const mix = (models: readonly WeightedModel[], probability: (model: NgramModel) => number): number =>
  models.reduce((sum, { model, weight }) => sum + weight * probability(model), 0);

/** The value above which `count` values lie. */
const findThreshold = (values: Float64Array, count: number): number => {
  if (values.length <= count) return Number.NEGATIVE_INFINITY;
  return values.slice().sort()[values.length - count] ?? 0;
};

const keepWhere = (list: NgramList, keep: (place: number) => boolean): NgramList => {
  const places: number[] = [];
  for (let i = 0; i < list.keys.length; i++) if (keep(i)) places.push(i);
  return {
    keys: Float64Array.from(places, (i) => list.keys[i] ?? 0),
    values: Float64Array.from(places, (i) => list.values[i] ?? 0),
  };
};

/** Weight that makes a context sum to one: what its n-grams leave, over what they leave in the shorter model. */
const leftOver = (seen: number, seenShorter: number): number =>
  Math.log(Math.max(1e-7, 1 - seen) / Math.max(1e-7, 1 - seenShorter));

/**
 * Joins models over one vocabulary into one back-off model (linear interpolation of all their n-grams) and keeps the
 * n-grams whose loss would cost most: probability of the event times the change of its logarithm.
 */
export const mixAndPrune = (
  models: readonly WeightedModel[],
  most: { readonly bigrams: number; readonly trigrams: number },
): BackoffModel => {
  const size = models[0]?.model.size ?? 0;
  const square = size * size;
  const unigrams = new Float64Array(size);
  for (let word = 0; word < size; word++) unigrams[word] = mix(models, (model) => model.unigrams[word] ?? 0);

  const bigramKeys = uniteKeys(models.map(({ model }) => model.bigrams.keys));
  const bigramValues = bigramKeys.map((key) => mix(models, (model) => bigramProbability(model, key)));
  const bigramOf = (key: number): number => {
    const place = findKey(bigramKeys, key);
    return place < 0 ? 0 : (bigramValues[place] ?? 0);
  };

  const trigramKeys = uniteKeys(models.map(({ model }) => model.trigrams.keys));
  const trigramValues = trigramKeys.map((key) => mix(models, (model) => trigramProbability(model, key)));
  const costs = new Float64Array(trigramKeys.length);
  forEachContext(trigramKeys, size, (context, from, to) => {
    let seen = 0;
    let shorter = 0;
    for (let i = from; i < to; i++) {
      seen += trigramValues[i] ?? 0;
      shorter += bigramOf((trigramKeys[i] ?? 0) % square);
    }
    const backoff = leftOver(seen, shorter);
    const contextProbability = (unigrams[Math.floor(context / size)] ?? 0) * bigramOf(context);
    for (let i = from; i < to; i++) {
      const value = trigramValues[i] ?? 0;
      const without = backoff + Math.log(bigramOf((trigramKeys[i] ?? 0) % square));
      costs[i] = contextProbability * value * Math.abs(Math.log(value) - without);
    }
  });
  const trigramThreshold = findThreshold(costs, most.trigrams);
  const trigrams = keepWhere({ keys: trigramKeys, values: trigramValues }, (i) => (costs[i] ?? 0) > trigramThreshold);

  const isContext = new Uint8Array(bigramKeys.length);
  forEachContext(trigrams.keys, size, (context) => {
    const place = findKey(bigramKeys, context);
    if (place >= 0) isContext[place] = 1;
  });
  const bigramCosts = bigramKeys.map((key, i) => {
    const value = bigramValues[i] ?? 0;
    const word = unigrams[Math.floor(key / size)] ?? 0;
    return isContext[i] === 1
      ? 1
      : word * value * Math.abs(Math.log(value) - Math.log(0.3 * (unigrams[key % size] ?? 1)));
  });
  const bigramThreshold = findThreshold(bigramCosts, most.bigrams);
  const bigrams = keepWhere({ keys: bigramKeys, values: bigramValues }, (i) => (bigramCosts[i] ?? 0) > bigramThreshold);

  const unigramBackoff = new Float64Array(size);
  forEachContext(bigrams.keys, size, (word, from, to) => {
    let seen = 0;
    let shorter = 0;
    for (let i = from; i < to; i++) {
      seen += bigrams.values[i] ?? 0;
      shorter += unigrams[(bigrams.keys[i] ?? 0) % size] ?? 0;
    }
    unigramBackoff[word] = leftOver(seen, shorter);
  });
  const keptBigram = (key: number): number => {
    const place = findKey(bigrams.keys, key);
    if (place >= 0) return bigrams.values[place] ?? 0;
    return Math.exp(unigramBackoff[Math.floor(key / size)] ?? 0) * (unigrams[key % size] ?? 0);
  };
  const bigramBackoff = new Float64Array(bigrams.keys.length);
  forEachContext(trigrams.keys, size, (context, from, to) => {
    let seen = 0;
    let shorter = 0;
    for (let i = from; i < to; i++) {
      seen += trigrams.values[i] ?? 0;
      shorter += keptBigram((trigrams.keys[i] ?? 0) % square);
    }
    const place = findKey(bigrams.keys, context);
    if (place >= 0) bigramBackoff[place] = leftOver(seen, shorter);
  });
  const toLog = ({ keys, values }: NgramList): NgramList => ({ keys, values: values.map(Math.log) });
  return {
    size,
    unigramLog: unigrams.map((value) => Math.log(Math.max(value, 1e-12))),
    unigramBackoff,
    bigrams: toLog(bigrams),
    bigramBackoff,
    trigrams: toLog(trigrams),
  };
};
