import { formatDay } from '../../language/calendar/civil-date.js';
import type { DayRange } from '../../output/search/due-days.js';
import { shiftDay } from '../../output/tracker/due.js';
import type { Page } from '../page.js';
import type { CalendarData } from '../screens/search-data.js';
import { STATES } from '../text.js';
import { total } from './search-parts.js';
import { listOf, within } from './shown-query.js';

/** What was found besides the days that are shown, each a link to it: nothing that was found is out of sight. */
export const Beside = ({ data, page }: { data: DayRange & Pick<CalendarData, 'beside' | 'instead'>; page: Page }) => {
  const { before, after, without } = data.beside;
  const { say } = page;
  const dayless = without.filter(({ total: { count } }) => count > 0);
  const sides = [
    {
      total: before,
      label: say(`trước ${formatDay(data.from)}`, `before ${formatDay(data.from)}`),
      href: listOf(page, data, { ...within(page, { to: shiftDay(data.from, -1) }), sort: 'due' }),
    },
    {
      total: after,
      label: say(`sau ${formatDay(data.to)}`, `after ${formatDay(data.to)}`),
      href: listOf(page, data, { ...within(page, { from: shiftDay(data.to, 1) }), sort: 'due' }),
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
              <a href={listOf(page, data, { state })} class={known?.tone}>
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
