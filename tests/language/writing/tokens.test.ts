import { expect, it } from 'vitest';
import { readTokens } from '../../../language/writing/tokens.js';

const wordsOf = (text: string) => readTokens(text).map((token) => token.text);

it('cuts words and marks at their places, alike when asked again and behind other texts', () => {
  const text = 'UBND tỉnh (khoá XV), 12/5–2O25: “Sở…”';
  const words = ['UBND', 'tỉnh', '(', 'khoá', 'XV', ')', ',', '12', '/', '5', '–', '2O25', ':', '“', 'Sở', '…', '”'];
  expect(wordsOf(text)).toEqual(words);
  for (let i = 0; i < 6; i++) wordsOf(`Sở ${i}`);
  expect(wordsOf(text)).toEqual(words);
  for (const { text: word, start, end } of readTokens(text)) expect(text.slice(start, end)).toBe(word);
});

it('keeps letters and signs of two units whole', () => {
  expect(wordsOf('xã 𝐀𝐁c 😀😀 a\u0301b')).toEqual(['xã', '𝐀𝐁c', '😀', '😀', 'a\u0301b']);
});
