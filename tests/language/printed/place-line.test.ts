import { describe, expect, it } from 'vitest';
import { findPlaceAtEnd } from '../../../language/printed/place-line.js';

describe('findPlaceAtEnd', () => {
  it.each([
    ['Nậm Cuổi 2', 0, 'Nậm Cuổi 2'],
    ['Phường 3 Lũng Vài', 0, 'Phường 3 Lũng Vài'],
    ['Lũng Pù - Nậm Cuổi', 0, 'Lũng Pù - Nậm Cuổi'],
    ['Thành phố Lũng Vài', 0, 'Thành phố Lũng Vài'],
    ["Ia R'tô", 0, "Ia R'tô"],
    ['V/v trồng cây Lũng Vài', 14, 'Lũng Vài'],
    ['Số: 12/UBND-KT Nậm Cuổi 2', 15, 'Nậm Cuổi 2'],
    ['ĐẢNG ỦY XÃ LŨNG PÙ. Lũng Pù', 20, 'Lũng Pù'],
  ])('%s', (text, start, place) => {
    expect(findPlaceAtEnd(text)).toEqual({ start, place });
  });

  it.each(['', 'ỦY BAN NHÂN DÂN', 'trồng cây gây rừng', 'Số 12-QĐ/ThU', 'họp với Sở Y tế', '12', 'ngày 12'])(
    'none ends %j',
    (text) => {
      expect(findPlaceAtEnd(text)).toBeUndefined();
    },
  );
});
