import { type DueTask, findDueDays, groupByLead } from '../../output/search/due-days.js';
import { daysOf, monthOf, nameMonth, shiftMonth } from '../months.js';
import type { Page } from '../page.js';
import { defineRoute } from '../routes.js';
import { Beside } from '../view/beside.js';
import { SearchScreen } from '../view/search-parts.js';
import { Months } from '../view/timeline.js';
import { besideOf } from './calendar.js';
import { loadFound } from './load-found.js';
import { MonthQuery, TimelineData } from './search-data.js';

const MONTHS = 12;
/** Months before this one that are shown when no other is asked for: what is overdue of late. */
const BEFORE = 3;
/** Bodies that have a row. */
const MOST_BODIES = 25;

/** Keys of the tasks due in each month. */
const groupByMonth = (tasks: readonly DueTask[], months: readonly string[]): readonly ReadonlySet<number>[] => {
  const groups = new Map(months.map((month) => [month, new Set<number>()]));
  for (const { key, due } of tasks) groups.get(monthOf(due))?.add(key);
  return [...groups.values()];
};

const loadTimeline = (page: Page, query: MonthQuery): TimelineData => {
  const { db, today } = page;
  const { shown, settled } = loadFound(page, query, 1);
  const first =
    query.month ??
    (settled.filters.dueAfter === undefined ? shiftMonth(monthOf(today), -BEFORE) : monthOf(settled.filters.dueAfter));
  const months = Array.from({ length: MONTHS }, (_, at) => shiftMonth(first, at));
  const [from, to] = [daysOf(first).from, daysOf(months.at(-1) ?? first).to];
  const { tasks, isWhole } = findDueDays(db, settled, { from, to });
  const byMonth = groupByMonth(tasks, months);
  const keys = [...new Set(tasks.map(({ key }) => key))];
  const bodies = groupByLead(db, keys);
  return {
    ...shown,
    from,
    to,
    months: months.map((month, at) => ({ month, ...daysOf(month), count: byMonth[at]?.size ?? 0 })),
    bodies: bodies.slice(0, MOST_BODIES).map(({ name, keys: own }) => ({
      name,
      total: own.size,
      counts: byMonth.map((month) => [...month].filter((key) => own.has(key)).length),
    })),
    moreBodies: Math.max(0, bodies.length - MOST_BODIES),
    due: keys.length,
    isWhole,
    beside: besideOf(db, settled, from, to),
  };
};

export const TIMELINE = defineRoute({
  path: '/tim/dong-thoi-gian',
  summary: {
    vi: 'Thời hạn của những nhiệm vụ tìm thấy theo tháng và cơ quan',
    en: 'Deadlines of the tasks that were found, by month and body',
  },
  role: 'reader',
  query: MonthQuery,
  data: TimelineData,
  load: loadTimeline,
  title: (_, page) => page.say('Dòng thời gian', 'Timeline'),
  view: (data, page) => {
    const [first, last] = [data.months[0], data.months.at(-1)].map((one) => nameMonth(one?.month ?? ''));
    const short = (name: string | undefined): string => (name ?? '').replace(/^tháng /u, '');
    return (
      <SearchScreen
        data={data}
        page={page}
        own="/tim/dong-thoi-gian"
        range={{
          from: data.from,
          to: data.to,
          name: {
            vi: `${short(first?.vi)} – ${short(last?.vi)}`,
            en: `${first?.en ?? ''} – ${last?.en ?? ''}`,
          },
        }}
      >
        <Months data={data} page={page} />
        <Beside data={data} page={page} />
      </SearchScreen>
    );
  },
});
