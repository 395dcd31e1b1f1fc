import { describe, expect, it } from 'vitest';
import { readRoman, toRoman } from '../../../language/printed/numerals.js';
import { type Reading, readMarks } from '../../../pipeline/outline/enumerators.js';
import damaged from './cases/damaged-marks.json' with { type: 'json' };
import cases from './cases/marks.json' with { type: 'json' };

const isBullet = (style: string): boolean => ['dash', 'plus', 'bullet'].includes(style);

const print = (mark: Reading): string => `${mark.style} ${isBullet(mark.style) ? '' : mark.value} ${mark.printed}`;

describe('readMarks', () => {
  it.each(cases)('$name: $text', ({ text, expect: expected }) => {
    expect(
      readMarks(text)
        .filter((mark) => !mark.damaged)
        .map(print),
    ).toEqual(expected);
  });

  it.each(damaged)('mends $name: $text', ({ text, expect: expected }) => {
    expect(
      readMarks(text)
        .filter((mark) => mark.damaged)
        .map(print),
    ).toContain(expected);
  });
});

describe('Roman numerals', () => {
  it('reads what it writes', () => {
    const numbers = Array.from({ length: 39 }, (_, i) => i + 1);
    expect(numbers.map((n) => readRoman(toRoman(n)))).toEqual(numbers);
  });

  it('refuses what nobody writes', () => {
    expect(['IIII', 'VX', 'IC', ''].map(readRoman)).toEqual([0, 0, 0, 0]);
  });
});
