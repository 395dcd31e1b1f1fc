import { capitalize } from '../../cli/format.js';
import { formatDay, weekdayOf } from '../../language/calendar/civil-date.js';
import { shiftDay } from '../../output/tracker/due.js';
import { countDaysLeft } from '../../output/tracker/tracker-state.js';
import type { Bilingual } from '../../schemas/bilingual.js';
import type { IsoDate } from '../../schemas/span.js';
import { monthOf, nameMonth, shiftMonth } from '../months.js';
import { link, linkFrom, type Page } from '../page.js';
import type { CalendarData } from '../screens/search-data.js';
import { figure, toneOf } from './parts.js';
import { listOf, within } from './shown-query.js';

const WEEKDAYS: readonly (Bilingual & { readonly short: Bilingual })[] = [
  { vi: 'Thứ Hai', en: 'Monday', short: { vi: 'T2', en: 'Mon' } },
  { vi: 'Thứ Ba', en: 'Tuesday', short: { vi: 'T3', en: 'Tue' } },
  { vi: 'Thứ Tư', en: 'Wednesday', short: { vi: 'T4', en: 'Wed' } },
  { vi: 'Thứ Năm', en: 'Thursday', short: { vi: 'T5', en: 'Thu' } },
  { vi: 'Thứ Sáu', en: 'Friday', short: { vi: 'T6', en: 'Fri' } },
  { vi: 'Thứ Bảy', en: 'Saturday', short: { vi: 'T7', en: 'Sat' } },
  { vi: 'Chủ Nhật', en: 'Sunday', short: { vi: 'CN', en: 'Sun' } },
];

const DAYS_IN_WEEK = 7;

/** Every week that has a day of the range, from Monday on. */
const weeksOf = ({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }): readonly (readonly IsoDate[])[] => {
  const weeks: IsoDate[][] = [];
  for (let monday = shiftDay(from, 1 - (weekdayOf(from) ?? 1)); monday <= to; monday = shiftDay(monday, DAYS_IN_WEEK)) {
    weeks.push(Array.from({ length: DAYS_IN_WEEK }, (_, at) => shiftDay(monday, at)));
    // Behind the last day of the calendar there is none.
    if (shiftDay(monday, DAYS_IN_WEEK) === monday) break;
  }
  return weeks;
};

type Shown = CalendarData['days'][number];

const DayTask = ({ task, day, page }: { task: Shown['tasks'][number]; day: IsoDate; page: Page }) => {
  const left = countDaysLeft({ due: task.lastDay, bound: 'by' }, page.today) ?? 0;
  const [lead] = task.leads;
  return (
    <li class={toneOf(left)}>
      <a
        href={link(`/van-ban/${task.documentId}`, { item: task.directiveId, q: page.query.get('q') })}
        title={[
          ...(task.lastDay < day ? [page.say(`trước ngày ${formatDay(day)}`, `before ${formatDay(day)}`)] : []),
          ...(task.leads.length === 0 ? [] : [task.leads.join('; ')]),
          task.text,
        ].join(' · ')}
      >
        <span>
          {task.lastDay < day ? <em>{page.say('trước', 'before')} · </em> : null}
          {lead === undefined ? null : <b>{lead}: </b>}
          {task.text}
        </span>
      </a>
    </li>
  );
};

const Day = ({
  day,
  shown,
  data,
  page,
}: {
  day: IsoDate;
  shown: Shown | undefined;
  data: CalendarData;
  page: Page;
}) => {
  const label = String(Number(day.slice(-2)));
  if (day < data.from || day > data.to) return <td class="out">{label}</td>;
  const isToday = day === page.today;
  const names = [isToday ? 'today' : '', shown === undefined ? 'empty' : ''].filter((name) => name !== '').join(' ');
  const more = (shown?.count ?? 0) - (shown?.tasks.length ?? 0);
  const href = listOf(page, data, { ...within(page, { from: day, to: day }), sort: 'due' });
  return (
    <td class={names === '' ? undefined : names} aria-current={isToday ? 'date' : undefined}>
      <p class="day">
        <time dateTime={day}>
          <span class="narrow">{WEEKDAYS[(weekdayOf(day) ?? 1) - 1]?.[page.language]}, </span>
          {label}
          <span class="narrow">/{Number(day.slice(5, 7))}</span>
        </time>
        {shown === undefined ? null : (
          <a href={href} title={page.say(`Danh sách ngày ${formatDay(day)}`, `List of ${formatDay(day)}`)}>
            {figure(shown.count, page)} {page.say('việc', shown.count === 1 ? 'task' : 'tasks')}
          </a>
        )}
      </p>
      {shown === undefined ? null : (
        <ul>
          {shown.tasks.map((task) => (
            <DayTask task={task} day={day} page={page} />
          ))}
          {more > 0 ? (
            <li class="rest">
              <a href={href}>{page.say(`và ${figure(more, page)} việc nữa`, `and ${figure(more, page)} more`)}</a>
            </li>
          ) : null}
        </ul>
      )}
    </td>
  );
};

/** Says that too many were found to look at all, where it is so. */
export const Cut = ({ isWhole, page }: { isWhole: boolean; page: Page }) =>
  isWhole ? null : (
    <p class="wrong">
      {page.say(
        'Quá nhiều việc trong khoảng này: số ở đây chưa đủ. Lọc hẹp hơn để thấy hết.',
        'Too many tasks in these days: the numbers here are not all. Narrow the search to see them.',
      )}
    </p>
  );

/** A way to the time before, to now, and to the time behind; `months`: how far. */
export const MonthTurner = ({
  month,
  months,
  title,
  page,
}: {
  month: string;
  months: number;
  title: string;
  page: Page;
}) => {
  const current = monthOf(page.today);
  const [before, behind] = [shiftMonth(month, -months), shiftMonth(month, months)];
  return (
    <nav class="month-turner" aria-label={page.say('Tháng', 'Month')}>
      <a href={linkFrom(page, { month: before })} data-key="[" rel="prev" title={nameMonth(before)[page.language]}>
        ‹<span class="hidden">{nameMonth(before)[page.language]}</span>
      </a>
      <h2>{title}</h2>
      <a href={linkFrom(page, { month: behind })} data-key="]" rel="next" title={nameMonth(behind)[page.language]}>
        ›<span class="hidden">{nameMonth(behind)[page.language]}</span>
      </a>
      <a class="now" href={linkFrom(page, { month: current })} aria-current={month === current ? 'date' : undefined}>
        {page.say('tháng này', 'this month')}
      </a>
    </nav>
  );
};

/** A month as a table of weeks; every day leads to its list. — lịch tháng */
export const Month = ({ data, page }: { data: CalendarData; page: Page }) => {
  const byDay = new Map(data.days.map((one) => [one.day, one]));
  return (
    <section class="card calendar">
      <MonthTurner
        month={data.month}
        months={1}
        title={`${capitalize(nameMonth(data.month)[page.language])}: ${figure(data.due, page)} ${page.say('việc đến hạn', data.due === 1 ? 'task due' : 'tasks due')}`}
        page={page}
      />
      <Cut isWhole={data.isWhole} page={page} />
      <table class="month">
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th scope="col">
                <abbr title={weekday[page.language]}>{weekday.short[page.language]}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(data).map((week) => (
            <tr>
              {week.map((day) => (
                <Day day={day} shown={byDay.get(day)} data={data} page={page} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
