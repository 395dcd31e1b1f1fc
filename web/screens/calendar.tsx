import { cutText } from '../../output/export/cut-text.js';
import { dropEnumerator } from '../../output/export/drop-enumerator.js';
import { countBeside, type DueTask, findDueDays, isAnyDue } from '../../output/search/due-days.js';
import type { AskedTasks } from '../../output/search/search.js';
import { loadHit } from '../../output/store/load-hit.js';
import type { Store } from '../../output/store/store.js';
import { shiftDay } from '../../output/tracker/due.js';
import type { IsoDate } from '../../schemas/span.js';
import { daysOf, monthOf, nameMonth, shiftMonth } from '../months.js';
import type { Page } from '../page.js';
import { defineRoute } from '../routes.js';
import { Beside } from '../view/beside.js';
import { Month } from '../view/month.js';
import { SearchScreen } from '../view/search-parts.js';
import { loadFound } from './load-found.js';
import { CalendarData, MonthQuery } from './search-data.js';

/** Tasks that stand in the field of a day; the others are counted there. */
const IN_A_DAY = 3;
/** Letters of a task that a day tells. */
const LETTERS = 160;
/** Months that are looked through for a day, where none is asked for and this one is empty. */
const MONTHS_AHEAD = 24;

/** Where one begins to look: the month asked for, the first day that is asked for, this month, else the next in which something is due, else the last. */
const chooseMonth = (db: Store, asked: AskedTasks, query: MonthQuery): string => {
  if (query.month !== undefined) return query.month;
  if (asked.filters.dueAfter !== undefined) return monthOf(asked.filters.dueAfter);
  const current = monthOf(asked.today);
  const { from, to } = daysOf(current);
  if (isAnyDue(db, asked, { from, to })) return current;
  const [next] = findDueDays(db, asked, { from, to: daysOf(shiftMonth(current, MONTHS_AHEAD)).to }).tasks;
  if (next !== undefined) return monthOf(next.due);
  const past = findDueDays(db, asked, {
    from: daysOf(shiftMonth(current, -MONTHS_AHEAD)).from,
    to: from,
  }).tasks.at(-1);
  return past === undefined ? current : monthOf(past.due);
};

const listDays = (db: Store, tasks: readonly DueTask[]): CalendarData['days'] => {
  const byDay = new Map<IsoDate, DueTask[]>();
  for (const task of tasks) byDay.set(task.due, [...(byDay.get(task.due) ?? []), task]);
  return [...byDay].map(([day, own]) => ({
    day,
    count: own.length,
    tasks: own.slice(0, IN_A_DAY).flatMap(({ key, lastDay }) => {
      const task = loadHit(db, key);
      if (task === undefined) return [];
      const { directiveId, documentId, documentNumber, number, leads } = task;
      const text = cutText(dropEnumerator(task), LETTERS);
      return [{ directiveId, documentId, documentNumber, number, text, leads: [...leads], lastDay }];
    }),
  }));
};

const loadCalendar = (page: Page, query: MonthQuery): CalendarData => {
  const { shown, settled } = loadFound(page, query, 1);
  const month = chooseMonth(page.db, settled, query);
  const { from, to } = daysOf(month);
  const { tasks, isWhole } = findDueDays(page.db, settled, { from, to });
  return {
    ...shown,
    month,
    from,
    to,
    days: listDays(page.db, tasks),
    due: new Set(tasks.map(({ key }) => key)).size,
    isWhole,
    beside: besideOf(page.db, settled, from, to),
  };
};

/** What a search finds besides a range of days. */
export const besideOf = (db: Store, asked: AskedTasks, from: IsoDate, to: IsoDate): CalendarData['beside'] => {
  const { before, after, without } = countBeside(db, asked, { first: shiftDay(from, -1), last: shiftDay(to, 1) });
  return { before, after, without: without.map((one) => ({ ...one })) };
};

export const CALENDAR = defineRoute({
  path: '/tim/lich',
  summary: {
    vi: 'Lịch thời hạn của những nhiệm vụ tìm thấy',
    en: 'Calendar of deadlines of the tasks that were found',
  },
  role: 'reader',
  query: MonthQuery,
  data: CalendarData,
  load: loadCalendar,
  title: ({ month }, page) => page.say(`Lịch ${nameMonth(month).vi}`, `Calendar ${nameMonth(month).en}`),
  view: (data, page) => (
    <SearchScreen
      data={data}
      page={page}
      own="/tim/lich"
      range={{ from: data.from, to: data.to, name: nameMonth(data.month) }}
    >
      <Month data={data} page={page} />
      <Beside data={data} page={page} />
    </SearchScreen>
  ),
});
