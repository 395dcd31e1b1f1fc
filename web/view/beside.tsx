import { formatDay } from '../../language/calendar/civil-date.js';
import type { DayRange } from '../../output/search/due-days.js';
import { shiftDay } from '../../output/tracker/due.js';
import type { IsoDate } from '../../schemas/span.js';
import { link, type Page } from '../page.js';
import type { CalendarData } from '../screens/search-data.js';
import { STATES } from '../text.js';
import { total } from './search-parts.js';

/** The list of what is shown on some days: the search that is shown, narrowed. */
export const listOf = (page: Page, changes: Readonly<Record<string, string | undefined>>): string =>
  link('/tim', { ...Object.fromEntries(page.query), page: undefined, month: undefined, ...changes });

/** The days that a search asks for already and those that are clicked at. */
export const within = (page: Page, { from, to }: Partial<DayRange>): { from?: IsoDate; to?: IsoDate } => {
  const [ownFrom, ownTo] = [page.query.get('from') ?? undefined, page.query.get('to') ?? undefined];
  const first = [ownFrom, from]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  const last = [ownTo, to]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(0);
  return { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last }) };
};

/** What was found besides the days that are shown, each a link to it: nothing that was found is out of sight. */
export const Beside = ({
  beside: { before, after, without },
  range,
  page,
}: {
  beside: CalendarData['beside'];
  range: DayRange;
  page: Page;
}) => {
  const { say } = page;
  const dayless = without.filter(({ total: { count } }) => count > 0);
  const sides = [
    {
      total: before,
      label: say(`trước ${formatDay(range.from)}`, `before ${formatDay(range.from)}`),
      href: listOf(page, { ...within(page, { to: shiftDay(range.from, -1) }), sort: 'due' }),
    },
    {
      total: after,
      label: say(`sau ${formatDay(range.to)}`, `after ${formatDay(range.to)}`),
      href: listOf(page, { ...within(page, { from: shiftDay(range.to, 1) }), sort: 'due' }),
    },
  ].filter((side) => side.total.count > 0);
  if (dayless.length === 0 && sides.length === 0) return null;
  return (
    <aside class="beside" aria-label={say('Không nằm trên lịch này', 'Not on this calendar')}>
      {sides.length === 0 ? null : (
        <p>
          <b>{say('Ngoài khoảng này', 'Outside of these days')}:</b>{' '}
          {sides.map(({ total: count, label, href }) => (
            <a href={href}>
              {total(count, page)} {say('việc', 'tasks')} {label}
            </a>
          ))}
        </p>
      )}
      {dayless.length === 0 ? null : (
        <p>
          <b>{say('Không có ngày cụ thể', 'Without a day')}:</b>{' '}
          {dayless.map(({ state, total: count }) => {
            const known = STATES.find((one) => one.state === state);
            return (
              <a href={listOf(page, { state })} class={known?.tone}>
                <span class={`dot ${known?.tone ?? ''}`}></span> {total(count, page)}{' '}
                {known?.name[page.language].toLowerCase()}
              </a>
            );
          })}
        </p>
      )}
    </aside>
  );
};
