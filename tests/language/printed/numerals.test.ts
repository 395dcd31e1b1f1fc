import { describe, expect, it } from 'vitest';
import { ORDINAL, readOrdinal } from '../../../language/printed/numerals.js';

describe('readOrdinal', () => {
  const WHOLE = new RegExp(`^${ORDINAL}$`, 'u');

  it.each([
    ['15', 15],
    ['nhat', 1],
    ['tu', 4],
    ['muoi', 10],
    ['muoi lam', 15],
    ['hai muoi', 20],
    ['hai muoi mot', 21],
    ['ba muoi chin', 39],
    ['xix', 19],
    ['iix', 0],
  ])('%s', (print, value) => {
    expect([WHOLE.test(print), readOrdinal(print)]).toEqual([true, value]);
  });

  it.each(['muoi muoi', 'khong', 'xia', 'hai ba', ''])('is no ordinal: %s', (print) => {
    expect(WHOLE.test(print)).toBe(false);
  });
});
