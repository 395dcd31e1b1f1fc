import { splitTone } from '../../language/writing/tone-place.js';
import { fold } from '../../language/writing/unicode.js';
import { addExpectations, addOccurrences, buildLattice } from './alignment.js';

/** How often clean characters became noisy ones: what EM expects over the training pairs. */
export interface ChannelCounts {
  /** Clean part (0–2 characters), noisy part (0–3 characters), expected count. */
  readonly operations: readonly (readonly [clean: string, noisy: string, count: number])[];
  /** How often each clean part was met; '' counts the gaps between characters. */
  readonly occurrences: readonly (readonly [clean: string, count: number])[];
}

const dropTone = (letter: string): string => splitTone(letter).plain;
const foldKeepingCase = (letter: string): string => {
  const small = fold(letter);
  return letter === letter.toLowerCase() ? small : small.toUpperCase();
};

const SMALL = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz';
/** Characters of clean words; others count as one class. */
const CLEAN = [...SMALL, ...SMALL.toUpperCase(), '/'];
/** Characters that noisy words may hold beside those of the counts. */
const PRINTABLE = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i));

/** Share of the smoothed guess in every probability, and its parts. Tuned on held-out pairs. */
const SMOOTHING = {
  share: 0.03,
  strength: 4,
  tone: 0.45,
  base: 0.25,
  letter: 0.15,
  any: 0.15,
  deletion: 0.004,
} as const;
const LEAST_INSERTION = 2e-5;

/** Noisy text as ids of outputs, ready for the search: at[j] ends at character j. */
export interface EncodedWord {
  readonly length: number;
  readonly one: Int32Array;
  readonly two: Int32Array;
  readonly three: Int32Array;
}

class Counter {
  readonly counts: Float64Array;
  total = 0;
  constructor(size: number) {
    this.counts = new Float64Array(size);
  }
  add(output: number, count: number): void {
    this.counts[output] = (this.counts[output] ?? 0) + count;
    this.total += count;
  }
  share(output: number): number {
    return this.total === 0 ? 0 : (this.counts[output] ?? 0) / this.total;
  }
}

/** P(noisy | clean) by character operations, as dense tables. Make one with `buildChannel`. */
export interface Channel {
  readonly counts: ChannelCounts;
  readonly outputs: number;
  /** probability[clean * outputs + output]; output 0 is nothing. */
  readonly probability: Float64Array;
  readonly insertion: Float64Array;
  /** Row of pairProbability for two clean characters, -1 without one: pairRow[first * cleans + second]. */
  readonly pairRow: Int16Array;
  readonly pairProbability: Float64Array;
  readonly cleans: number;
  cleanId(character: string): number;
  encode(noisy: string): EncodedWord;
  /** Probability of one operation by its characters. */
  probabilityOf(clean: string, noisy: string): number;
}

const groupBy = (ids: readonly string[], keyOf: (id: string) => string): Map<string, number[]> => {
  const groups = new Map<string, number[]>();
  ids.forEach((id, i) => {
    const key = keyOf(id);
    const group = groups.get(key) ?? [];
    group.push(i);
    groups.set(key, group);
  });
  return groups;
};

/**
 * Turns counts into a channel. Sparse characters lean on the same vowel without its tone, then on the same base letter,
 * then on any letter of that base: "Ặ" was hardly ever seen, "A" was.
 */
export const buildChannel = (counts: ChannelCounts): Channel => {
  const cleanIds = new Map(CLEAN.map((character, id) => [character, id]));
  const cleans = CLEAN.length + 1;
  const cleanId = (character: string): number => cleanIds.get(character) ?? CLEAN.length;

  const singles = new Set([...PRINTABLE, ...CLEAN]);
  const strings = new Set<string>();
  for (const [, noisy] of counts.operations) (noisy.length > 1 ? strings : singles).add(noisy);
  singles.delete('');
  // Output 0 is nothing, output 1 any character that was never met.
  const outputNames = ['', '\uffff', ...singles, ...strings];
  const outputIds = new Map(outputNames.map((name, id) => [name, id]));
  const outputs = outputNames.length;
  const occurrences = new Map(counts.occurrences);

  const rows = Array.from({ length: cleans }, () => new Counter(outputs));
  for (const [clean, noisy, count] of counts.operations) {
    if (clean.length === 1) rows[cleanId(clean)]?.add(outputIds.get(noisy) ?? 1, count);
  }
  const pool = (members: readonly number[]): Counter => {
    const pooled = new Counter(outputs);
    for (const member of members)
      rows[member]?.counts.forEach((count, output) => {
        if (count > 0) pooled.add(output, count);
      });
    return pooled;
  };
  const toneGroups = new Map([...groupBy(CLEAN, dropTone)].map(([key, members]) => [key, pool(members)]));
  const baseGroups = new Map([...groupBy(CLEAN, foldKeepingCase)].map(([key, members]) => [key, pool(members)]));
  const letterGroups = groupBy(outputNames, (name) => (name.length === 1 ? foldKeepingCase(name) : ''));

  const probability = new Float64Array(cleans * outputs);
  for (let clean = 0; clean < cleans; clean++) {
    const character = CLEAN[clean] ?? '?';
    const base = foldKeepingCase(character);
    const own = rows[clean] ?? new Counter(outputs);
    const tone = toneGroups.get(dropTone(character));
    const pooledBase = baseGroups.get(base);
    const letters = letterGroups.get(base) ?? [];
    const met = Math.max(occurrences.get(character) ?? 0, own.total);
    for (let output = 0; output < outputs; output++) {
      const name = outputNames[output] ?? '';
      const guess =
        SMOOTHING.tone * (tone?.share(output) ?? 0) +
        SMOOTHING.base * (pooledBase?.share(output) ?? 0) +
        (name.length === 1 ? SMOOTHING.any / singles.size : 0) +
        (output === 0 ? SMOOTHING.deletion : 0) +
        (name.length === 1 && letters.includes(output) ? SMOOTHING.letter / letters.length : 0);
      const seen = ((own.counts[output] ?? 0) + SMOOTHING.strength * guess) / (met + SMOOTHING.strength);
      probability[clean * outputs + output] = (1 - SMOOTHING.share) * seen + SMOOTHING.share * guess;
    }
  }

  const insertion = new Float64Array(outputs).fill(LEAST_INSERTION);
  const pairRow = new Int16Array(cleans * cleans).fill(-1);
  const pairs = new Map<string, number>();
  for (const [clean] of counts.operations) if (clean.length === 2 && !pairs.has(clean)) pairs.set(clean, pairs.size);
  const pairProbability = new Float64Array(Math.max(1, pairs.size) * outputs);
  for (const [pair, row] of pairs) pairRow[cleanId(pair.charAt(0)) * cleans + cleanId(pair.charAt(1))] = row;
  for (const [clean, noisy, count] of counts.operations) {
    const output = outputIds.get(noisy) ?? 1;
    const share = count / (occurrences.get(clean) ?? count);
    if (clean === '') insertion[output] = Math.max(LEAST_INSERTION, share);
    if (clean.length === 2) pairProbability[(pairs.get(clean) ?? 0) * outputs + output] = share;
  }

  const encode = (noisy: string): EncodedWord => {
    const length = noisy.length;
    const one = new Int32Array(length + 1);
    const two = new Int32Array(length + 1).fill(-1);
    const three = new Int32Array(length + 1).fill(-1);
    for (let j = 1; j <= length; j++) {
      one[j] = outputIds.get(noisy.charAt(j - 1)) ?? 1;
      if (j >= 2) two[j] = outputIds.get(noisy.slice(j - 2, j)) ?? -1;
      if (j >= 3) three[j] = outputIds.get(noisy.slice(j - 3, j)) ?? -1;
    }
    return { length, one, two, three };
  };
  const probabilityOf = (clean: string, noisy: string): number => {
    const output = outputIds.get(noisy) ?? (noisy.length === 1 ? 1 : -1);
    if (output < 0) return 0;
    if (clean === '') return insertion[output] ?? 0;
    if (clean.length === 1) return probability[cleanId(clean) * outputs + output] ?? 0;
    const row = pairs.get(clean);
    return row === undefined ? 0 : (pairProbability[row * outputs + output] ?? 0);
  };
  return { counts, outputs, probability, insertion, pairRow, pairProbability, cleans, cleanId, encode, probabilityOf };
};

/** Weight of what is known before a document is read, in sightings of each character. */
const PRIOR_SIGHTINGS = 40;

const EVERY_LETTER = CLEAN.filter((character) => character !== '/');

/** Counts of an engine that knows Vietnamese: mostly right, then the same letter with other marks, then as `latin` errs. */
export const toVietnameseCounts = (latin: ChannelCounts): ChannelCounts => {
  const occurrences = new Map(latin.occurrences);
  const siblings = groupBy(EVERY_LETTER, foldKeepingCase);
  const operations: [string, string, number][] = [];
  for (const letter of EVERY_LETTER) {
    const group = siblings.get(foldKeepingCase(letter)) ?? [];
    for (const id of group) {
      const other = EVERY_LETTER[id] ?? letter;
      operations.push([letter, other, other === letter ? 1000 : 200 / group.length]);
    }
  }
  for (const [clean, noisy, count] of latin.operations) {
    const share = count / (occurrences.get(clean) ?? count);
    const isAnotherLetter =
      noisy.length !== 1 || clean.length !== 1 || foldKeepingCase(clean) !== foldKeepingCase(noisy);
    if (isAnotherLetter) operations.push([clean, noisy, share * 300]);
  }
  return { operations, occurrences: [...occurrences.keys()].map((part) => [part, part === '' ? 4000 : 1000] as const) };
};

/** Counts of text whose marks were left out, by hand or by a program, and that is otherwise right. */
export const toStrippedCounts = (): ChannelCounts => ({
  operations: EVERY_LETTER.map((letter) => [letter, foldKeepingCase(letter), 5000] as const),
  occurrences: [['', 50_000], ...EVERY_LETTER.map((letter) => [letter, 5000] as const)],
});

/** A word that was read, and what it proved to be. */
export interface ReadWord {
  readonly clean: string;
  readonly noisy: string;
  readonly weight: number;
}

/**
 * Adapts a channel to one document: each engine, scan and font errs in its own way, and a paper repeats its words. The
 * words whose reading is beyond doubt are aligned, and their operations join the prior counts.
 */
export const adaptCounts = (channel: Channel, words: readonly ReadWord[]): ChannelCounts => {
  const occurrences = new Map<string, number>();
  const operations = new Map<string, number>();
  const names: (readonly [string, string])[] = [];
  const ids = new Map<string, number>();
  const idOf = (clean: string, noisy: string): number => {
    const key = `${clean}\t${noisy}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, names.length);
    names.push([clean, noisy]);
    return names.length - 1;
  };
  const probabilities: number[] = [];
  const probabilityOf = (id: number): number => {
    const known = probabilities[id];
    if (known !== undefined) return known;
    const [clean, noisy] = names[id] ?? ['', ''];
    const value = channel.probabilityOf(clean, noisy);
    probabilities[id] = value;
    return value;
  };
  for (const { clean, noisy, weight } of words) {
    if (Math.abs(clean.length - noisy.length) > 3) continue;
    addOccurrences(occurrences, clean, weight);
    addExpectations(buildLattice(clean, noisy, weight, idOf), probabilityOf, (id, count) => {
      const [part, read] = names[id] ?? ['', ''];
      const key = `${part}\t${read}`;
      operations.set(key, (operations.get(key) ?? 0) + count);
    });
  }
  const before = new Map(channel.counts.occurrences);
  for (const [clean, noisy, count] of channel.counts.operations) {
    const key = `${clean}\t${noisy}`;
    const share = count / Math.max(before.get(clean) ?? count, 1);
    operations.set(key, (operations.get(key) ?? 0) + share * PRIOR_SIGHTINGS);
  }
  for (const part of before.keys()) occurrences.set(part, (occurrences.get(part) ?? 0) + PRIOR_SIGHTINGS);
  return {
    operations: [...operations].flatMap(([key, count]) => {
      const [clean = '', noisy = ''] = key.split('\t');
      return count < 0.02 ? [] : [[clean, noisy, count] as const];
    }),
    occurrences: [...occurrences],
  };
};
