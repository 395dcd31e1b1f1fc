import { lastDayOfYear } from '../../../language/calendar/civil-date.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import { defineFinder } from '../candidate.js';

// đến hết nhiệm kỳ 2020-2025 | trong nhiệm kỳ 2025 - 2030 | đến cuối nhiệm kỳ | trước khi kết thúc nhiệm kỳ
/** The end of a committee's term: its day is that of a congress, which nobody knows yet. — nhiệm kỳ */
export const term = defineFinder({
  id: 'deadline/term',
  hints: ['nhiem ky'],
  pattern: foldedPattern(
    '(?:(?:đến|tới|trước khi|cho đến) )?(?:hết|cuối|kết thúc) (?<anchor>nhiệm kỳ(?: (?:\\d{4}\\s?[-–]\\s?\\d{4}|này|tới))?)',
  ),
  read: ({ anchor }) => ({ kind: 'event', anchor: anchor ?? null, confidence: 0.8 }),
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
