import { describe, expect, it } from 'vitest';
import { prepareText } from '../../../language/writing/prepared-text.js';

describe('prepareText', () => {
  it.each([
    ['trước  ngày\n30/6', 'trước ngày 30/6'],
    ['xong\n\nMục sau', 'xong\nMục sau'],
    ['xong.\n- Mục sau', 'xong.\n- Mục sau'],
    ['đến\u00a0ngày\t1', 'đến ngày 1'],
    ['trang 1\ftrang 2', 'trang 1\ntrang 2'],
  ])('evens out %j', (given, text) => {
    expect(prepareText(given).text).toBe(text);
  });

  it('leads spans back through decomposition and line breaks', () => {
    const given = 'gửi  đến\nngày 5'.normalize('NFD');
    const { text, folded, toGiven } = prepareText(given);
    const start = text.indexOf('đến');
    const span = toGiven({ start, end: start + 'đến ngày'.length });
    expect([folded, given.slice(span.start, span.end)]).toEqual(['gui den ngay 5', 'đến\nngày'.normalize('NFD')]);
  });
});
