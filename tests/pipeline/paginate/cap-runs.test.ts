import { describe, expect, it } from 'vitest';
import { capMarks, capRuns } from '../../../pipeline/paginate/cap-runs.js';

describe('runs that no paper has', () => {
  it.each([
    ['blanks', `Số${' '.repeat(200_000)}12`, `Số${' '.repeat(200)}12`, 0],
    ['tabs', `a${'\t'.repeat(1000)}b`, `a${'\t'.repeat(200)}b`, 0],
    ['a word', `a ${'x'.repeat(50_000)} b`, `a ${'x'.repeat(2000)} b`, 48_000],
    ['a line', 'ab '.repeat(5000), `${'ab '.repeat(3333)}a\nb ${'ab '.repeat(1666)}`, 0],
  ])('%s are capped', (_, text, capped, lost) => {
    expect(capRuns(text)).toEqual({ text: capped, lost });
  });

  it('a heap of marks on one letter is cut before it is composed', () => {
    expect(capMarks(`ê${'\u0323'.repeat(200_000)}t`)).toBe(`ê${'\u0323'.repeat(8)}t`);
  });

  it('leaves every ordinary text as it is', () => {
    const text = `Số 05-KL/TU${' '.repeat(60)}An Phú, ngày 02 tháng 3 năm 2023\n\f${'việc '.repeat(900)}\n`;
    expect(capRuns(text)).toEqual({ text, lost: 0 });
  });
});
