import { weekdayOf } from '../../../language/calendar/civil-date.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import { BOUND, readBoundary, toReading } from '../boundary.js';
import { defineFinder } from '../candidate.js';
import { readWeekFromNow } from '../read-time.js';
import { WEEKDAY_WORDS, weekdayNumber } from '../recurrence-rule.js';

/** Day of the week with which its parts end, as people count them. — đầu tuần, giữa tuần */
const PART_DAY: Readonly<Record<string, number>> = { dau: 1, giua: 3 };

// trong tuần này | trong tuần tới | trước cuối tuần sau | đầu tuần tới
/** The week of the issue date or the one after it; it ends on Sunday. — tuần này, tuần tới */
export const week = defineFinder({
  id: 'deadline/week',
  hints: ['tuan nay', 'tuan toi', 'tuan sau'],
  pattern: foldedPattern(`${BOUND}?(?:(?<part>đầu|giữa|cuối|hết) )?tuần (?<now>này|tới|sau)`),
  read: ({ bound, part, now }, { issuedOn }) =>
    bound === undefined && part === undefined
      ? undefined
      : toReading(
          readWeekFromNow(issuedOn, now === 'nay' ? 0 : 1, PART_DAY[part ?? '']),
          readBoundary(bound, 'weak'),
          'week',
          true,
        ),
});

// trước thứ Sáu tuần này | chậm nhất thứ 4 tuần tới | vào chủ nhật tuần sau | trước thứ Sáu tới
/** A day of the week of the issue date or of the next one; "thứ Sáu tới" is the next such day. — thứ … tuần này */
export const weekdayFromNow = defineFinder({
  id: 'deadline/weekday-from-now',
  hints: ['tuan nay', 'tuan toi', 'tuan sau', ' toi'],
  pattern: foldedPattern(
    `${BOUND}?(?:ngày )?(?<weekday>${WEEKDAY_WORDS}),? (?:(?:của )?tuần (?<now>này|tới|sau)|tới(?! ngày))`,
  ),
  read: ({ bound, weekday = '', now }, { issuedOn }) => {
    const number = weekdayNumber(weekday);
    if (number === undefined) return undefined;
    const isOver = issuedOn !== null && number <= (weekdayOf(issuedOn) ?? 0);
    const weeks = now === undefined ? (isOver ? 1 : 0) : now === 'nay' ? 0 : 1;
    return toReading(readWeekFromNow(issuedOn, weeks, number), readBoundary(bound, 'weak'), 'day', true);
  },
});
