import { describe, expect, it } from 'vitest';
import { DIGIT_LIKE, readFigure, toDigits, toRomanPrint } from '../../../language/printed/look-alikes.js';
import { foldChars } from '../../../language/writing/unicode.js';

describe('toDigits', () => {
  it.each([
    ['l5', '15'],
    ['2O2S', '2025'],
    ['§B|!', '8811'],
    ['15/6', '15/6'],
  ])('%s', (print, digits) => {
    expect(toDigits(print)).toBe(digits);
  });

  it.each(Object.entries(DIGIT_LIKE))('every letter that counts as one %s has a value', (_, inside) => {
    const letters = [...inside.replace('\\d', '')];
    expect(letters.filter((letter) => !/^\d$/u.test(toDigits(letter)))).toEqual([]);
  });

  it('takes in folded text what it takes in text', () => {
    const isFolded = new RegExp(`^[${DIGIT_LIKE.inFoldedText}]+$`, 'u');
    expect(isFolded.test(foldChars('0123456789OolI|'))).toBe(true);
  });
});

describe('readFigure', () => {
  it.each([
    ['O5', 5],
    ['202 4', 2024],
    ['il', undefined],
    [undefined, undefined],
  ])('%s', (print, value) => {
    expect(readFigure(print)).toBe(value);
  });
});

describe('toRomanPrint', () => {
  it.each([
    ['1v', 'IV'],
    ['I1', 'II'],
    ['TI', 'II'],
    ['l |', 'II'],
    ['XV', 'XV'],
  ])('%s', (print, numeral) => {
    expect(toRomanPrint(print)).toBe(numeral);
  });
});
