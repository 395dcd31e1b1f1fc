import type { RepairResult } from '../pipeline/repair/repairer.js';
import { alignWords, toScoredWord } from './compare-texts.js';

/** One repair, how sure it was, and whether the truth has it so. */
export interface JudgedEdit {
  readonly posterior: number;
  readonly isRight: boolean;
}

interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const placeWords = (text: string): PlacedWord[] =>
  [...text.matchAll(/[^\s*]+/gu)].flatMap((match) => {
    const word = toScoredWord(match[0]);
    return word === '' ? [] : [{ word, start: match.index, end: match.index + match[0].length }];
  });

/** A word without partner between two others without: the truth lacks that passage, so it judges nothing. */
const isOutside = (partners: readonly number[], at: number): boolean =>
  partners[at] === -1 && (partners[at - 1] ?? -1) === -1 && (partners[at + 1] ?? -1) === -1;

/** Judges the decoder's edits against the true text, word by word. */
export const judgeEdits = (truth: string, result: RepairResult): JudgedEdit[] => {
  const trueWords = placeWords(truth).map(({ word }) => word);
  const words = placeWords(result.text);
  const partners = new Array<number>(words.length).fill(-1);
  for (const [i, j] of alignWords(
    trueWords,
    words.map(({ word }) => word),
  ))
    if (j >= 0) partners[j] = i;
  let at = 0;
  return result.edits
    .filter((edit) => edit.by === 'decoder')
    .flatMap((edit) => {
      while ((words[at]?.end ?? Number.POSITIVE_INFINITY) <= edit.repaired.start) at++;
      const touched: number[] = [];
      for (let i = at; (words[i]?.start ?? Number.POSITIVE_INFINITY) < edit.repaired.end; i++) touched.push(i);
      if (touched.length === 0 || touched.some((i) => isOutside(partners, i))) return [];
      const isRight = touched.every((i) => words[i]?.word === trueWords[partners[i] ?? -1]);
      return [{ posterior: edit.confidence, isRight }];
    });
};

/** Of the surest nine in ten repairs: the confidence of the last, and the share that is right. */
export const measureSurest = (edits: readonly JudgedEdit[], share = 0.9): { threshold: number; right: number } => {
  const sorted = [...edits].sort((a, b) => b.posterior - a.posterior);
  const surest = sorted.slice(0, Math.ceil(sorted.length * share));
  const right = surest.filter((edit) => edit.isRight).length;
  return { threshold: surest.at(-1)?.posterior ?? 1, right: surest.length === 0 ? 1 : right / surest.length };
};
