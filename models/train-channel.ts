import { fold } from '../language/writing/unicode.js';
import { addExpectations, addOccurrences, buildLattice } from '../pipeline/repair/alignment.js';
import type { ChannelCounts } from '../pipeline/repair/channel.js';
import type { ChannelPair } from './read-corpus.js';

const ITERATIONS = 8;
/** An operation expected fewer times than this is chance. */
const LEAST_EXPECTED = 0.7;

/** A first guess that only knows which letters share a base. */
const guess = (clean: string, noisy: string): number => {
  if (clean.length === 1 && noisy.length === 1)
    return clean === noisy ? 0.8 : fold(clean) === fold(noisy) ? 0.3 : 0.004;
  if (noisy === '') return 0.005;
  return clean === '' ? 0.003 : 0.001 / noisy.length;
};

const isUsable = ({ clean, noisy }: ChannelPair): boolean =>
  /^[\p{L}\p{M}/]+$/u.test(clean) && clean.length <= 12 && Math.abs(noisy.length - clean.length) <= 3;

/**
 * Learns by EM how characters are misread, from pairs of a clean word and its noisy reading. The result holds expected
 * counts, so that a document's own damage can be added to it.
 */
export const trainChannel = (pairs: readonly ChannelPair[]): ChannelCounts => {
  const weights = new Map<string, number>();
  for (const pair of pairs) {
    if (!isUsable(pair)) continue;
    const key = `${pair.clean}\t${pair.noisy}`;
    weights.set(key, (weights.get(key) ?? 0) + 1);
  }
  const ids = new Map<string, number>();
  const idOf = (key: string): number => {
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return id;
  };
  const occurrences = new Map<string, number>();
  const lattices = [...weights].map(([key, weight]) => {
    const [clean = '', noisy = ''] = key.split('\t');
    addOccurrences(occurrences, clean, weight);
    return buildLattice(clean, noisy, weight, (part, read) => idOf(`${part}\t${read}`));
  });

  const keys = [...ids.keys()].map((key) => key.split('\t'));
  let values = Float64Array.from(keys, ([clean = '', noisy = '']) => guess(clean, noisy));
  let expected = new Float64Array(keys.length);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const counted = new Float64Array(keys.length);
    for (const lattice of lattices)
      addExpectations(
        lattice,
        (id) => values[id] ?? 0,
        (id, count) => {
          counted[id] = (counted[id] ?? 0) + count;
        },
      );
    expected = counted;
    values = Float64Array.from(keys, ([clean = ''], id) => (counted[id] ?? 0) / (occurrences.get(clean) ?? 1));
  }
  const operations: (readonly [string, string, number])[] = [];
  keys.forEach(([clean = '', noisy = ''], id) => {
    const count = expected[id] ?? 0;
    const least = clean.length === 1 && noisy.length === 1 ? LEAST_EXPECTED / 2 : LEAST_EXPECTED * 3;
    if (count >= least) operations.push([clean, noisy, Math.round(count * 10) / 10]);
  });
  const kept = new Set(operations.map(([clean]) => clean));
  return {
    operations: operations.sort((a, b) => (a[0] + a[1] < b[0] + b[1] ? -1 : 1)),
    occurrences: [...occurrences]
      .filter(([part]) => part.length < 2 || kept.has(part))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  };
};
