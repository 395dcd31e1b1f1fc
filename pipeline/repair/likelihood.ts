import { LanguageModel } from './language-model.js';
import { loadModel } from './load-model.js';
import { toModelTokens } from './words.js';

/** What each letter of an unknown word costs, and how many count. */
const LETTER = 1.5;
const LETTERS_AT_MOST = 6;

let packaged: LanguageModel | undefined;

/**
 * How likely a stretch of text is in our papers: the mean logarithm of its words' probabilities, each after the two before
 * it; -Infinity without words. Only readings of one place may be compared. — đọ hai cách đọc bằng mô hình ngôn ngữ
 * `measureLikelihood('Điều 2. Điều khoản thi hành') > measureLikelihood('Điều 2 Điều khuẩn thi hành')`.
 */
export const measureLikelihood = (text: string): number => {
  packaged ??= new LanguageModel(loadModel().ngrams);
  const model = packaged;
  const tokens = toModelTokens(text);
  const ids = tokens.map((token) => model.idOf(token) ?? model.unknown);
  if (ids.length === 0) return Number.NEGATIVE_INFINITY;
  const all = [model.start, model.start, ...ids];
  let sum = 0;
  for (let i = 2; i < all.length; i++)
    sum += model.trigramLog(all[i - 2] ?? model.start, all[i - 1] ?? model.start, all[i] ?? model.unknown);
  // "Unknown" stands for all words that the model has not: this very one is far rarer.
  tokens.forEach((token, i) => {
    if (ids[i] === model.unknown) sum -= LETTER * Math.min(token.length, LETTERS_AT_MOST);
  });
  return sum / ids.length;
};
