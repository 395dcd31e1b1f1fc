import { addDays } from '../../../language/calendar/civil-date.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import { BOUND, HOUR, readBoundary, toReading } from '../boundary.js';
import { defineFinder } from '../candidate.js';

/** Days after the day of issue. — hôm nay, ngày mai, ngày kia */
const DAYS: Readonly<Record<string, number>> = { 'hom nay': 0, 'ngay mai': 1, 'ngay kia': 2 };

// trong ngày hôm nay | trước 10 giờ ngày mai | chậm nhất ngày mai
/** The day of issue where the text names it, or one of the next. — hôm nay, ngày mai */
export const today = defineFinder({
  id: 'deadline/today',
  hints: ['hom nay', 'ngay mai', 'ngay kia'],
  pattern: foldedPattern(`${BOUND}${HOUR}(?:ngày (?=hôm))?(?<day>hôm nay|ngày mai|ngày kia)`),
  read: ({ bound, day = '' }, { issuedOn }) => {
    const due = issuedOn === null ? null : (addDays(issuedOn, DAYS[day.replace(/\s+/gu, ' ')] ?? 0) ?? null);
    return toReading({ due, inferred: due !== null }, readBoundary(bound, 'weak'), 'day');
  },
});
