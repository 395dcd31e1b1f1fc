import { lastDayOfHalf, lastDayOfMonth } from '../../../language/calendar/civil-date.js';
import { YEAR } from '../../../language/printed/date-patterns.js';
import { readYear } from '../../../language/printed/look-alikes.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import { BOUND, readBoundary, toReading } from '../boundary.js';
import { defineFinder } from '../candidate.js';
import { readInYear } from '../read-time.js';

const COUNTS: Readonly<Record<string, number>> = { ba: 3, sau: 6, chin: 9 };

// trong 4 tháng còn lại của năm | trong những tháng cuối năm
// trong 6 tháng đầu năm 2024 | 06 tháng cuối năm | nửa đầu năm 2025 | trong 9 tháng đầu năm 2024 | 3 tháng cuối năm nay
/** The first or last months of a year. — 6 tháng đầu năm, 9 tháng, nửa cuối năm */
export const halfYear = defineFinder({
  id: 'deadline/half-year',
  hints: ['thang dau', 'thang cuoi', 'nua dau', 'nua cuoi', '9 thang nam', 'con lai'],
  pattern: foldedPattern(
    `${BOUND}?(?:(?<months>0?[369]|ba|sáu|chín) tháng (?<side>đầu|cuối)|(?:\\d{1,2}|những|các|mấy) tháng (?:cuối|còn lại(?: của)?)|nửa (?<half>đầu|cuối)|0?(?<nine>9) tháng(?= năm)) năm(?: (?<year>${YEAR})| (?<now>nay|tới|sau))?`,
  ),
  read: ({ bound, months = '', side, half, nine, year, now }, { issuedOn }) => {
    const count = nine !== undefined ? 9 : half !== undefined ? 6 : (COUNTS[months] ?? Number(months));
    const isFirst = nine !== undefined || (side ?? half) === 'dau';
    const time = readInYear({ year: readYear(year), now }, issuedOn, (of) =>
      isFirst ? lastDayOfMonth(of, count) : lastDayOfHalf(of, 2),
    );
    return time === undefined ? undefined : toReading(time, readBoundary(bound), count === 3 ? 'quarter' : 'half');
  },
});
