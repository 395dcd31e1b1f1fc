import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findPrintedDates,
  type PrintedDate,
  readPrintedDate,
  toPrintedDay,
} from '../../../language/printed/printed-date.js';
import { foldChars } from '../../../language/writing/unicode.js';

/** A date in one line: "3/2/2018", "-/4/2024 blank", "12+13/9/2023". */
const show = (date: PrintedDate | null): string | null => {
  if (date === null) return null;
  const { day, month, year, firstDay } = date;
  const days = `${firstDay === null ? '' : `${firstDay}+`}${day ?? '-'}`;
  const flags = (['blank', 'unread', 'damaged'] as const).filter((flag) => date[flag]);
  return [`${days}/${month ?? '-'}/${year ?? '-'}`, ...flags].join(' ');
};

const WHOLE: readonly (readonly [string, string])[] = [
  ['ngày 03 tháng 02 năm 2018', '3/2/2018'],
  ['Ngày 3 tháng 2, năm 2018', '3/2/2018'],
  ['03 tháng 02 năm 2018', '3/2/2018'],
  ['ngày 03/02/2018', '3/2/2018'],
  ['03/02/2018', '3/2/2018'],
  ['3 / 7 / 2018', '3/7/2018'],
  ['3-2-2018', '3/2/2018'],
  ['03.02.2018', '3/2/2018'],
  ['3⁄2⁄2018', '3/2/2018'],
  ['ngày: 15-6/2024', '15/6/2024'],
  ['ngày mùng 2 tháng 9 năm 2024', '2/9/2024'],
  ['mồng 5/4/2024', '5/4/2024'],
  ['15 tháng 6/2024', '15/6/2024'],
  ['ngày 12 và 13/9/2023', '12+13/9/2023'],
  ['ngày 12 - 13/9/2023', '12+13/9/2023'],
  ['ngày 5 đến ngày 7/10/2025', '5+7/10/2025'],
  ['ngày 12, 13 tháng 9 năm 2023', '12+13/9/2023'],
  ['ngày 10, ngày 20 tháng 3 năm 2022', '10+20/3/2022'],
  ['ngày 31/6/2024', '31/6/2024'],
  ['ngày 7 tháng Tư năm 2019', '7/4/2019'],
  ['ngày 5 tháng năm năm 2019', '5/5/2019'],
];

const PARTIAL: readonly (readonly [string, string])[] = [
  ['ngày 15/6', '15/6/-'],
  ['15 tháng 6', '15/6/-'],
  ['ngày 20 tháng 6 năm nay', '20/6/-'],
  ['tháng 6/2025', '-/6/2025'],
  ['tháng 6 năm 2025', '-/6/2025'],
  ['tháng 6', '-/6/-'],
  ['6/2025', '-/6/2025'],
];

const BLANK: readonly (readonly [string, string])[] = [
  ['ngày      tháng 4 năm 2024', '-/4/2024 blank'],
  ['ngày tháng 4 năm 2024', '-/4/2024 blank'],
  ['ngày … tháng … năm 2024', '-/-/2024 blank'],
  ['ngày ..... tháng ..... năm 20..', '-/-/- blank'],
  ['ngày 15 tháng 4 năm 20…', '15/4/- blank'],
  ['ngày   tháng   năm 202…', '-/-/- blank'],
  ['ngày      /6/2024', '-/6/2024 blank'],
  ['ngày …/…/2024', '-/-/2024 blank'],
  ["ngày Ø#' tháng 4 năm 2024", '-/4/2024 unread'],
];

const DAMAGED: readonly (readonly [string, string])[] = [
  ['ngày l5 tháng O6 năm 2O24', '15/6/2024 damaged'],
  ['ngdy 15 thdng 6 nim 2024', '15/6/2024 damaged'],
  ['O5/l0/2024', '5/10/2024 damaged'],
  ['15/6/202 4', '15/6/2024 damaged'],
  ['ngày 15 tháng 6 năm 2 024', '15/6/2024 damaged'],
  ['ngày15tháng6năm2024', '15/6/2024'],
  ['ngày 15\ntháng 6\nnăm 2024', '15/6/2024'],
  ['ngày 1 5/9/2026', '15/9/2026 damaged'],
  ['ngày 1 5 tháng 9 năm 2026', '15/9/2026 damaged'],
  ['ngày 2S/7/2026', '25/7/2026 damaged'],
  ['ngày 15/6/26', '15/6/2026'],
  ['ngày 15-6-26', '15/6/2026'],
  ['ngày 15/6/98', '15/6/1998'],
];

const ALL = [...WHOLE, ...PARTIAL, ...BLANK, ...DAMAGED];

describe('readPrintedDate', () => {
  it.each(ALL)('%j is %s', (text, expected) => {
    expect(show(readPrintedDate(text, 0))).toBe(expected);
  });

  it.each(ALL)('%j inside a sentence, where its span tells it from the rest', (text, expected) => {
    const before = 'Báo cáo lập ';
    const date = readPrintedDate(`${before}${text} của Sở Y tế`, before.length);
    expect(show(date)).toBe(expected);
    const end = before.length + text.replace(' năm nay', '').length;
    expect(date?.span).toEqual({ start: before.length, end });
  });

  it.each(ALL)('%j reads the same decomposed and folded', (text, expected) => {
    expect(show(readPrintedDate(text.normalize('NFD'), 0))).toBe(expected);
    expect(show(readPrintedDate(foldChars(text), 0))).toBe(expected);
  });

  it.each([
    'ngày tháng năm sinh',
    'Ngày, tháng, năm ban hành',
    'ngày đầu tháng 5 năm 2024',
    'ngày càng nhiều trong tháng 5 năm 2024',
    'ngày làm việc',
    'ngày 15 hằng tháng',
    'tháng tới',
    '15 ngày',
    'il/oi/2024',
    '12/2024/NĐ-CP',
    '2,5',
    '',
  ])('%j is no date', (text) => {
    expect(readPrintedDate(text, 0)).toBeNull();
  });

  it('knows a date behind a place though nothing of it can be read', () => {
    const text = 'Quảng Lâm, ngày 2s‘ thỗnz5 năm 2021';
    expect(show(readPrintedDate(text, text.indexOf('ngày')))).toBe('-/-/2021 unread');
    expect(readPrintedDate('ngày 2s‘ thỗnz5 năm 2021', 0)).toBeNull();
  });

  it('tells where day and month stand', () => {
    const text = 'Lam Trà, ngày 05 tháng 11 năm 2024';
    const { places } = readPrintedDate(text, 9) ?? {};
    const [day, month] = [places?.day, places?.month].map((span) => text.slice(span?.start, span?.end));
    expect([day, month]).toEqual(['05', '11']);
  });
});

describe('findPrintedDates', () => {
  it('takes a count of days for none', () => {
    expect(findPrintedDates('trong 30 ngày tháng 4 năm 2024')).toEqual([]);
  });

  it('leaves the number of a commune before it alone', () => {
    expect(findPrintedDates('xã Nậm Cuổi 2, ngày 12 tháng 5 năm 2026').map(show)).toEqual(['12/5/2026']);
    expect(findPrintedDates('ngày 2, ngày 12 tháng 5 năm 2026').map(show)).toEqual(['2+12/5/2026']);
  });

  it('finds dates that have their word or are whole, and no fractions', () => {
    const text = 'Ngày 5/6 họp; số 12/QĐ-UBND (8/3/2022), 2/3 số xã, 6/2025, từ 1/2/2023 và ngày    tháng 4 năm 2024';
    expect(findPrintedDates(text).map(show)).toEqual(['5/6/-', '8/3/2022', '1/2/2023', '-/4/2024 blank']);
  });

  it('every span is where the same date is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ngày tháng năm 0123/.-l\n') }), (text) => {
        for (const date of findPrintedDates(text)) expect(readPrintedDate(text, date.span.start)).toEqual(date);
      }),
    );
  });

  // Quadratic reading of any of these would outlast the test's time many times over.
  it.each([
    ['gaps', `ngày${' '.repeat(200_000)}`],
    ['words', 'ngày tháng năm '.repeat(8_000)],
    ['figures', '1/'.repeat(100_000)],
    ['days', `ngày ${'1, '.repeat(60_000)}`],
    ['dots', `ngày ${'.'.repeat(200_000)} tháng`],
  ])('stays linear on %s without end', (_, text) => {
    expect(findPrintedDates(text)).toEqual([]);
  });
});

describe('toPrintedDay', () => {
  it.each([
    ['ngày 29/2/2024', '2024-02-29'],
    ['ngày 31/6/2024', undefined],
    ['ngày 15/6', undefined],
  ])('%s', (text, day) => {
    const date = readPrintedDate(text, 0);
    expect(date === null ? null : toPrintedDay(date)).toBe(day);
  });
});
