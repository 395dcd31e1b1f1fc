import type { PageWord } from '../../schemas/page-print.js';

/** Numbers of a word: its span, its box, its confidence. */
const EACH = 7;

/** The words of a page with no name of a field said twice: half of what goes over the queue would be names. */
export interface LeanWords {
  readonly texts: readonly string[];
  readonly numbers: readonly (number | null)[];
}

/** True for what packWords made. By hand: a schema that asks each number costs as much as is gained. */
export const isLeanWords = (value: unknown): value is LeanWords =>
  typeof value === 'object' &&
  value !== null &&
  'texts' in value &&
  'numbers' in value &&
  Array.isArray(value.texts) &&
  Array.isArray(value.numbers) &&
  value.numbers.length === EACH * value.texts.length &&
  value.texts.every((text) => typeof text === 'string') &&
  value.numbers.every((number) => number === null || typeof number === 'number');

export const packWords = (words: readonly PageWord[]): LeanWords => {
  const numbers: (number | null)[] = [];
  for (const { span, box, confidence } of words)
    numbers.push(span.start, span.end, box.left, box.top, box.right, box.bottom, confidence);
  return { texts: words.map(({ text }) => text), numbers };
};

/** A number that is missing, or none, becomes one that no page has: the store refuses it at its door. */
const at = (numbers: LeanWords['numbers'], i: number): number => numbers[i] ?? Number.NaN;

export const unpackWords = ({ texts, numbers }: LeanWords): PageWord[] =>
  texts.map((text, word) => {
    const i = EACH * word;
    return {
      text,
      span: { start: at(numbers, i), end: at(numbers, i + 1) },
      box: { left: at(numbers, i + 2), top: at(numbers, i + 3), right: at(numbers, i + 4), bottom: at(numbers, i + 5) },
      confidence: numbers[i + 6] ?? null,
    };
  });
