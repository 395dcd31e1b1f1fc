import { lastDayOfHalf, lastDayOfMonth } from '../../calendar/civil-date.js';
import { foldedPattern } from '../../folded-pattern.js';
import { BOUND, readBoundary } from '../boundary.js';
import { defineFinder } from '../candidate.js';
import { readInYear, YEAR } from '../read-time.js';

const YEAR_AFTER = `(?: ?năm(?: (?<year>${YEAR}))?)`;

// trong 6 tháng đầu năm 2024 | 06 tháng cuối năm | nửa đầu năm 2025 | trong 9 tháng đầu năm 2024 | 3 tháng cuối năm
/** The first or last months of a year. — 6 tháng đầu năm, 9 tháng, nửa cuối năm */
export const halfYear = defineFinder({
  id: 'deadline/half-year',
  pattern: foldedPattern(
    `${BOUND}?(?:(?<months>0?[369]|ba|sáu|chín) tháng (?<side>đầu|cuối)|nửa (?<half>đầu|cuối))${YEAR_AFTER}`,
  ),
  read: ({ bound, months, side, half, year }, { issuedOn }) => {
    const count = half !== undefined ? 6 : ({ ba: 3, sau: 6, chin: 9 }[months ?? ''] ?? Number(months));
    const isFirst = (side ?? half) === 'dau';
    const ofYear = (of: number) => (isFirst ? lastDayOfMonth(of, count) : lastDayOfHalf(of, 2));
    const time = readInYear(year, issuedOn, ofYear);
    if (time === undefined) return undefined;
    return {
      kind: 'date',
      ...time,
      ...readBoundary(bound),
      precision: count === 3 ? 'quarter' : 'half',
      certainty: time.inferred ? 'assumed' : 'stated',
    };
  },
});
