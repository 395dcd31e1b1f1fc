import { splitTone } from '../language/writing/tone-place.js';
import { fold } from '../language/writing/unicode.js';
import { applyCase, toModelWord } from '../pipeline/repair/words.js';

/**
 * Scanned papers among the training text were read by an engine, and some of its misreadings recur: "thâm định" 147 times
 * beside 3,885 "thẩm định". A pair of words counts as misread when the same letters with other marks are far more frequent
 * in the papers, and a corpus that people typed knows those and hardly ever these.
 */
const RIGHT_AT_LEAST = 20;
const MISREAD_SHARE = 0.1;
const TYPED_AT_LEAST = 10;
const TYPED_SHARE = 0.02;

/** A word of the running text, no part of a code, an address or a file's name: "VA-4053096", "quy-hoach.docx". */
const WORD = /(?<![-_/@\d\p{L}\p{M}])[\p{L}\p{M}]+(?![-_/@\d\p{L}\p{M}])/gu;

interface Sighting {
  readonly word: string;
  /** True when one blank and nothing else parts it from the word before. */
  readonly follows: boolean;
  readonly start: number;
  readonly end: number;
}

const listWords = (line: string): readonly Sighting[] => {
  let last = -1;
  return [...line.matchAll(WORD)].map(({ 0: text, index }) => {
    const follows = index - last === 1 && line[last] === ' ';
    last = index + text.length;
    return { word: toModelWord(text), follows, start: index, end: last };
  });
};

/** Pairs of neighbours, as "first second", and how often each was seen. */
const countPairs = (lines: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const line of lines) {
    let before: Sighting | undefined;
    for (const now of listWords(line)) {
      if (before !== undefined && now.follows) {
        const pair = `${before.word} ${now.word}`;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
      before = now;
    }
  }
  return counts;
};

/** True when `read` is `right` or lost its tone: thâm is thẩm, thấm is not. */
const lostTone = (read: string, right: string): boolean => read === right || read === splitTone(right).plain;

const eachLostTone = (read: string, right: string): boolean => {
  const [words, others] = [read.split(' '), right.split(' ')];
  return words.every((word, i) => lostTone(word, others[i] ?? ''));
};

const groupByLetters = (counts: ReadonlyMap<string, number>): ReadonlyMap<string, readonly [string, number][]> => {
  const groups = new Map<string, [string, number][]>();
  for (const entry of counts) {
    const key = fold(entry[0]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return groups;
};

/** Pairs of words that are misreadings, and what they should read: `'thâm định' → 'thẩm định'`. */
const findMisreadPairs = (
  counts: ReadonlyMap<string, number>,
  typed: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> => {
  const misread = new Map<string, string>();
  for (const group of groupByLetters(counts).values()) {
    const sorted = group.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    for (const [pair, count] of sorted) {
      const right = sorted.find(
        ([other, more]) =>
          more >= RIGHT_AT_LEAST &&
          count <= more * MISREAD_SHARE &&
          (typed.get(other) ?? 0) >= TYPED_AT_LEAST &&
          (typed.get(pair) ?? 0) <= (typed.get(other) ?? 0) * TYPED_SHARE &&
          eachLostTone(pair, other),
      );
      if (right !== undefined) misread.set(pair, right[0]);
    }
  }
  return misread;
};

const inCaseOf = (word: string, printed: string): string => {
  if (printed.length > 1 && printed === printed.toUpperCase()) return applyCase(word, 'upper');
  return applyCase(word, printed.charAt(0) === printed.charAt(0).toLowerCase() ? 'lower' : 'capital');
};

/** Puts right what was misread of a line of the training text; the rest stays to the letter. */
export interface CorpusMender {
  readonly pairs: number;
  mendLine(line: string): string;
}

/** Learns the misread pairs of the papers, by the side of what people `typed`. */
export const learnMisreadings = (papers: readonly string[], typed: readonly string[]): CorpusMender => {
  const counts = countPairs(papers);
  const misread = findMisreadPairs(counts, countPairs(typed));
  const seen = (first: string | undefined, second: string | undefined): number => counts.get(`${first} ${second}`) ?? 0;

  /** True when the other neighbour of a suspect word is seen beside it more often than the suspect pair: "hồ sơ văn bản". */
  const speaksFor = (pair: string, own: number, other: number): boolean => own > other && own > (counts.get(pair) ?? 0);

  const rightWord = (words: readonly Sighting[], at: number): string | undefined => {
    const word = words[at]?.word;
    const before = words[at]?.follows ? words[at - 1]?.word : undefined;
    const after = words[at + 1]?.follows ? words[at + 1]?.word : undefined;
    const [left, right] = [`${before} ${word}`, `${word} ${after}`];
    const behind = misread.get(left)?.split(' ')[1];
    if (behind !== undefined && behind !== word && !speaksFor(left, seen(word, after), seen(behind, after)))
      return behind;
    const ahead = misread.get(right)?.split(' ')[0];
    const isAhead = ahead !== undefined && ahead !== word;
    return isAhead && !speaksFor(right, seen(before, word), seen(before, ahead)) ? ahead : undefined;
  };

  return {
    pairs: misread.size,
    mendLine: (line) => {
      const words = listWords(line);
      let [out, done] = ['', 0];
      for (const [at, { start, end }] of words.entries()) {
        const right = rightWord(words, at);
        if (right === undefined) continue;
        out += line.slice(done, start) + inCaseOf(right, line.slice(start, end));
        done = end;
      }
      return out + line.slice(done);
    },
  };
};
