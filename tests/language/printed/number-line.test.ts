import { describe, expect, it } from 'vitest';
import { findDocumentNumbers, readNumberParts } from '../../../language/printed/document-number.js';
import { findNumberLines, findNumbersInLines, readNumberLine } from '../../../language/printed/number-line.js';

type Line = ReturnType<typeof readNumberLine>;

const show = (line: Line): string | null =>
  line === null
    ? null
    : [line.number ?? line.symbol, ...(['blank', 'unread', 'damaged'] as const).filter((flag) => line[flag])].join(' ');

describe('readNumberLine', () => {
  it.each([
    ['Số 15-KL/TU', '15-KL/TU'],
    ['Số: 321/QĐ-TTg', '321/QĐ-TTg'],
    ['Số: 32/2024/NĐ-CP', '32/2024/NĐ-CP'],
    ['SỐ 05 - NQ/TU', '05-NQ/TU'],
    ['Số: 565      /TB-UBND', '565/TB-UBND'],
    ['Số 12-KL-BTV/HU', '12-KL-BTV/HU'],
    ['Số: 44/TB-SKH&ĐT', '44/TB-SKH&ĐT'],
    ['Số: 72/2025/QH15', '72/2025/QH15'],
    ['Số: 12/QÐ-UBND', '12/QĐ-UBND'],
    ['S6 118-KL/TU', '118-KL/TU'],
    ['Só: 45/BC-UBND', '45/BC-UBND'],
    ['Số l5-KL/TU', '15-KL/TU damaged'],
    ['Số: S2/TB-UBND', '52/TB-UBND damaged'],
    ['Số      -KL/TU', '-KL/TU blank'],
    ['Số:           /TB-VP', '/TB-VP blank'],
    ['Số: ....../QĐ-UBND', '/QĐ-UBND blank'],
    ['Số: …../2025/QĐ-UBND', '/2025/QĐ-UBND blank'],
    ['Số: ổf- /CT-UBND', '/CT-UBND unread'],
  ])('%j is %s', (text, expected) => {
    expect(show(readNumberLine(text, 0))).toBe(expected);
    expect(show(readNumberLine(`* ${text}\tLam Trà, ngày`, 2))).toBe(expected);
  });

  it.each([
    // A number alone, whose first figures look like the word.
    '5680/CT-CS',
    '50/KH-UBND',
    '586-KL/TU',
    '598/2026/QĐ-UBND',
    'Số: 1007',
    'Số lượng - chất lượng',
    'Số điện thoại: 0912-KL',
    'Số nhà 12/QL1-A',
    'Sở Y tế',
    'Số - ngày',
    'số 15-KL/TU',
    '15-KL/TU',
    '',
  ])('%j is none', (text) => {
    expect(readNumberLine(text, 0)).toBeNull();
  });

  it.each([
    ['Số: 565   /TB-UBND', '565', 'Số: 565   /TB-UBND'],
    ['Số:    /TB-UBND', '    ', 'Số:    /TB-UBND'],
    ['Số 27-KL/HU\tBình Lâm, ngày', '27', 'Số 27-KL/HU'],
  ])('tells the place of the number in %j', (text, place, whole) => {
    const line = readNumberLine(text, 0);
    expect(text.slice(line?.place.start, line?.place.end)).toBe(place);
    expect(text.slice(line?.span.start, line?.span.end)).toBe(whole);
  });
});

describe('number lines of a page', () => {
  const PAGE = 'TỈNH UỶ LAM TRÀ\tĐẢNG CỘNG SẢN\n*\tLam Trà, ngày 5\n* Số 15-KL/TU\ntheo Công báo Số 7/QĐ-UBND';

  it('open a line or column, or stand anywhere', () => {
    expect([findNumberLines(PAGE).map(show), findNumbersInLines(PAGE).map(show)]).toEqual([
      ['15-KL/TU'],
      ['15-KL/TU', '7/QĐ-UBND'],
    ]);
  });

  it.each([
    ['gaps', `Số${' '.repeat(200_000)}`],
    ['lines', 'Số \n'.repeat(50_000)],
    ['words', 'SỐ SÓ '.repeat(30_000)],
    ['stars', `${'*'.repeat(200_000)}Số`],
  ])('stay linear on %s without end', (_, text) => {
    expect([findNumberLines(text), findNumbersInLines(text)]).toEqual([[], []]);
  });
});

describe('findDocumentNumbers', () => {
  it.each([
    ['theo Kết luận số 118-KL/TU và Nghị định 32/2024/NĐ-CP', ['118-KL/TU', '32/2024/NĐ-CP']],
    ['Công văn số 4643/UBND-\nKGVX ngày', ['4643/UBND-KGVX']],
    ['số l2 - NQ / TU', ['12-NQ/TU']],
    ['đạt 15 tiêu chí/xã, ngày 15/6/2024, từ 5-7 %', []],
    ['A/B-C/D', []],
  ])('%j', (text, numbers) => {
    expect(findDocumentNumbers(text).map(({ number }) => number)).toEqual(numbers);
  });

  it('stays linear on joints without end', () => {
    expect(findDocumentNumbers('1-A/'.repeat(50_000)).length).toBeLessThan(2);
  });
});

describe('readNumberParts', () => {
  it.each([
    ['05-KL/TU', ['05', 'party', 'KL/TU', 'KL', 'TU']],
    ['15/2025/QĐ-UBND', ['15', 'state', 'QĐ-UBND', 'QĐ', 'UBND']],
    ['72/2025/QH15', ['72', 'state', 'QH15', 'QH15', null]],
    ['1007', []],
  ])('%s', (number, expected) => {
    const parts = readNumberParts(number);
    expect(parts === undefined ? [] : [parts.counter, parts.branch, parts.symbol, parts.type, parts.body]).toEqual(
      expected,
    );
  });
});
