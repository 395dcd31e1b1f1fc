import { lastDayOfYear } from '../../../language/calendar/civil-date.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import { defineFinder } from '../candidate.js';

// đến hết nhiệm kỳ 2020-2025 | đến cuối nhiệm kỳ | trước khi kết thúc nhiệm kỳ này
/**
 * The end of a committee's term. Printed years tell it as they tell that of a period; without them its day is that of a
 * congress, which nobody knows yet. — nhiệm kỳ
 */
export const term = defineFinder({
  id: 'deadline/term',
  hints: ['nhiem ky'],
  pattern: foldedPattern(
    '(?:(?:chậm nhất )?(?:từ nay )?(?:(?:cho )?(?:đến|tới)|trước khi|khi) )?(?:hết|cuối|kết thúc) (?<anchor>nhiệm kỳ(?: (?:(?:20)?\\d{2}\\s?[-–]\\s?(?<year>20\\d{2})|này|tới))?)',
  ),
  read: ({ anchor, year }) =>
    year === undefined
      ? { kind: 'event', anchor: anchor ?? null, confidence: 0.8 }
      : { kind: 'date', due: lastDayOfYear(Number(year)) ?? null, bound: 'by', precision: 'year' },
});

// trong nhiệm kỳ 2025 - 2030 | trong cả nhiệm kỳ 2025-2030
/** Within a term whose years are printed. — trong nhiệm kỳ … */
export const withinTerm = defineFinder({
  id: 'deadline/within-term',
  hints: ['nhiem ky'],
  pattern: foldedPattern('trong (?:cả |suốt )?nhiệm kỳ 20\\d{2}\\s?[-–]\\s?(?<year>20\\d{2})'),
  read: ({ year }) => ({
    kind: 'date',
    due: lastDayOfYear(Number(year)) ?? null,
    bound: 'by',
    precision: 'year',
    signal: 'weak',
  }),
});

// đến hết giai đoạn 2021-2025 | hết giai đoạn 2026 - 2030
/** The end of a programme period that is itself the boundary. — hết giai đoạn */
export const periodEnd = defineFinder({
  id: 'deadline/period-end',
  hints: ['giai doan'],
  pattern: foldedPattern('(?:đến )?hết giai đoạn \\d{4}\\s?[-–]\\s?(?<year>\\d{4})'),
  read: ({ year }) => ({ kind: 'date', due: lastDayOfYear(Number(year)) ?? null, bound: 'by', precision: 'year' }),
});

// Giai đoạn 2026-2030 | 2025 - 2026 | Năm 2025-2026: as the whole cell of an annex
/** A span of years; in a sentence it is part of a programme's name, so it holds only where it stands alone. */
export const period = defineFinder({
  id: 'deadline/period',
  hints: ['-20', '–20', '- 20', '– 20'],
  pattern: foldedPattern('(?:trong )?(?:giai đoạn |các năm |năm )?20\\d{2}\\s?[-–]\\s?(?<year>20\\d{2})'),
  read: ({ year }) => ({
    kind: 'date',
    due: lastDayOfYear(Number(year)) ?? null,
    bound: 'by',
    precision: 'year',
    certainty: 'assumed',
    signal: 'lone',
  }),
});
