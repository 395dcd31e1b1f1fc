import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  lastDayOfHalf,
  lastDayOfMonth,
  lastDayOfQuarter,
  lastDayOfYear,
  readIsoDate,
  toIsoDate,
  weekdayOf,
} from '../../../language/calendar/civil-date.js';
import { addWorkingDays } from '../../../language/calendar/working-days.js';

const anyDate = fc
  .record({
    year: fc.integer({ min: 1, max: 9998 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => toIsoDate(year, month, day) ?? '');

describe('civil dates', () => {
  it.each([
    [2024, 2, 29, '2024-02-29'],
    [2023, 2, 29, undefined],
    [1900, 2, 29, undefined],
    [2000, 2, 29, '2000-02-29'],
    [2025, 4, 31, undefined],
    [2025, 13, 1, undefined],
    [2025, 0, 1, undefined],
    [2025, 1, 0, undefined],
    [2025, 1, 1.5, undefined],
    [0, 1, 1, undefined],
  ])('toIsoDate(%i, %i, %d)', (year, month, day, iso) => {
    expect(toIsoDate(year, month, day)).toBe(iso);
  });

  it('agrees with the days of UTC on every step', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -400, max: 400 }), (iso, days) => {
        const utc = new Date(`${iso}T00:00:00Z`);
        utc.setUTCDate(utc.getUTCDate() + days);
        const year = utc.getUTCFullYear();
        const reached = addDays(iso, days);
        if (reached !== undefined) expect(daysBetween(iso, reached)).toBe(days);
        expect(addDays(iso, days)).toBe(year < 1 || year > 9999 ? undefined : utc.toISOString().slice(0, 10));
        expect(weekdayOf(iso)).toBe(((new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % 7) + 1);
      }),
    );
  });

  it('counts no days to a day that does not exist', () => {
    expect(daysBetween('2025-01-01', '2025-02-30')).toBeUndefined();
    expect(daysBetween('2025-03-01', '2025-02-27')).toBe(-2);
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-30', 1, undefined],
  ])('addMonths(%s, %i)', (iso, months, expected) => {
    expect(addMonths(iso, months)).toBe(expected);
  });

  it('knows the last days', () => {
    expect([
      lastDayOfMonth(2024, 2),
      lastDayOfQuarter(2025, 2),
      lastDayOfHalf(2025, 1),
      lastDayOfHalf(2025, 2),
      lastDayOfYear(2025),
    ]).toEqual(['2024-02-29', '2025-06-30', '2025-06-30', '2025-12-31', '2025-12-31']);
    expect([lastDayOfQuarter(2025, 5), daysInMonth(2025, 13), readIsoDate('2025-6-1'), weekdayOf('')]).toEqual([
      undefined,
      0,
      undefined,
      undefined,
    ]);
  });
});

describe('working days', () => {
  it.each([
    // over Tết 2026: 16 to 20 February are off
    ['2026-02-13', 1, { date: '2026-02-23', knowsHolidays: true }],
    // 4 May 2024 is a Saturday worked for 29 April
    ['2024-04-26', 3, { date: '2024-05-04', knowsHolidays: true }],
    // Giỗ Tổ 2025 falls on a Monday
    ['2025-04-04', 1, { date: '2025-04-08', knowsHolidays: true }],
    ['2025-08-29', 1, { date: '2025-09-03', knowsHolidays: true }],
    // a year without a notice keeps the days of the law: 2 September 2035 is a Sunday, made up on Monday
    ['2035-08-30', 3, { date: '2035-09-05', knowsHolidays: false }],
    ['2031-04-28', 2, { date: '2031-05-02', knowsHolidays: false }],
    // 24 November is a day off since 2026 and is not made up
    ['2026-11-23', 1, { date: '2026-11-25', knowsHolidays: true }],
    ['2025-11-23', 1, { date: '2025-11-24', knowsHolidays: true }],
    ['2029-11-23', 1, { date: '2029-11-26', knowsHolidays: false }],
    ['2025-06-06', 0, { date: '2025-06-06', knowsHolidays: true }],
  ])('addWorkingDays(%s, %i)', (from, count, expected) => {
    expect(addWorkingDays(from, count)).toEqual(expected);
  });
});
