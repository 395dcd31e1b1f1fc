import { foldedPattern } from '../../folded-pattern.js';
import { BOUND, readBoundary } from '../boundary.js';
import { defineFinder } from '../candidate.js';
import { readWeekFromNow } from '../read-time.js';

// trong tuần này | trong tuần tới | trước cuối tuần sau
/** The week of the issue date or the one after it; it ends on Sunday. — tuần này, tuần tới */
export const week = defineFinder({
  id: 'deadline/week',
  pattern: foldedPattern(`${BOUND}?(?<part>(?<!phấn )đầu |giữa |cuối |hết )?tuần (?<now>này|tới|sau)`),
  read: ({ bound, part, now }, { issuedOn }) => {
    if (bound === undefined && part === undefined) return undefined;
    const boundary = readBoundary(bound);
    return {
      kind: 'date',
      ...readWeekFromNow(issuedOn, now === 'nay' ? 0 : 1),
      bound: boundary.bound,
      signal: boundary.signal === 'bare' ? 'weak' : boundary.signal,
      precision: 'week',
      certainty: 'assumed',
    };
  },
});
