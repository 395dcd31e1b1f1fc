import { describe, expect, it } from 'vitest';
import { scoreReading } from '../../bench/score-reading.js';

const truth = [
  { text: 'TỈNH ỦY THANH SA', isCounted: true },
  { text: 'ĐẾN Số: 642', isCounted: false },
  { text: 'Giao Sở Y tế', isCounted: true },
];

describe('scoreReading', () => {
  it('counts misread and lost words, and says what was read', () => {
    expect(scoreReading(truth, 'TÍNH UỶ THANH SA\nĐẾN Số: 642\nGiao Sở tế')).toEqual({
      rights: [false, true, true, true, true, true, false, true],
      confusions: [
        ['tinh\u0309', 'tinh\u0301'],
        ['y', ''],
      ],
      extra: 1,
    });
  });

  it('takes no notice of stamps, and counts words that are not on the page as extra', () => {
    expect(scoreReading(truth, 'TỈNH ỦY THANH SA\nGiao Sở Y tế CON DẤU')).toEqual({
      rights: [true, true, true, true, true, true, true, true],
      confusions: [],
      extra: 2,
    });
  });

  it('takes a word in another place for right, once', () => {
    expect(scoreReading(truth, 'Giao Sở Y tế TỈNH ỦY THANH').rights).toEqual([
      true,
      true,
      true,
      false,
      true,
      true,
      true,
      true,
    ]);
  });
});
