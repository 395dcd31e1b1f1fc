import { capitalize } from '../../cli/format.js';
import type { DayRange } from '../../output/search/due-days.js';
import { monthOf, nameMonth } from '../months.js';
import type { Page } from '../page.js';
import type { TimelineData } from '../screens/search-data.js';
import { Bars } from './chart.js';
import { CountCell, LeadHead, MoreBodies } from './cross-parts.js';
import { Cut, MonthTurner } from './month.js';
import { figure } from './parts.js';
import { listOf, within } from './shown-query.js';

/** What was due in a month that is gone is overdue; what is due in this one comes soon. */
const toneOfMonth = (month: string, page: Page): string => {
  const current = monthOf(page.today);
  return month < current ? 'late' : month === current ? 'soon' : 'going';
};

/** "7", and the year beside January and the first. */
const label = (month: string, at: number): string => {
  const [year = '', number = ''] = month.split('-');
  return at === 0 || number === '01' ? `${Number(number)}/${year}` : `${Number(number)}`;
};

/** How much of the largest number a number is, in four steps: the depth of its colour. */
const depthOf = (count: number, most: number): number => Math.max(1, Math.ceil((count / most) * 4));

/** Twelve months side by side: a chart of all, and who leads what is due in each. — dòng thời gian */
export const Months = ({ data, page }: { data: TimelineData; page: Page }) => {
  const { say } = page;
  const most = Math.max(1, ...data.bodies.flatMap(({ counts }) => counts));
  const [first, last] = [data.months[0]?.month ?? '', data.months.at(-1)?.month ?? ''];
  const hrefOf = (days: DayRange, more: { readonly lead?: string } = {}): string =>
    listOf(page, data, { ...within(page, days), ...more, sort: 'due' });
  const span = `${nameMonth(first)[page.language]} – ${nameMonth(last)[page.language]}`;
  return (
    <section class="card timeline" aria-labelledby="months">
      <MonthTurner
        month={first}
        months={6}
        title={`${capitalize(span)}: ${figure(data.due, page)} ${say('việc đến hạn', 'tasks due')}`}
        page={page}
      />
      <Cut isWhole={data.isWhole} page={page} />
      <h3 id="months">{say('Số việc đến hạn mỗi tháng', 'Tasks due each month')}</h3>
      <Bars
        name={say('Số việc đến hạn mỗi tháng', 'Tasks due each month')}
        labelledBy="months"
        size="whole"
        bars={data.months.map(({ month, from, to, count }, at) => ({
          label: label(month, at),
          title: `${nameMonth(month)[page.language]}: ${figure(count, page)}`,
          count,
          tone: toneOfMonth(month, page),
          href: hrefOf({ from, to }),
        }))}
        page={page}
      />
      {data.bodies.length === 0 ? (
        <p class="quiet">{say('Không việc nào đến hạn trong khoảng này.', 'Nothing is due in these months.')}</p>
      ) : (
        <section class="scroll" aria-label={say('Theo cơ quan chủ trì', 'By lead body')}>
          <table class="cross by-month">
            <thead>
              <tr>
                <th scope="col">{say('Cơ quan chủ trì', 'Lead body')}</th>
                {data.months.map(({ month }, at) => (
                  <th scope="col" class="number">
                    <abbr title={nameMonth(month)[page.language]}>{label(month, at)}</abbr>
                  </th>
                ))}
                <th scope="col" class="number">
                  {say('Tất cả', 'All')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.bodies.map(({ name, total, counts }) => (
                <tr>
                  <LeadHead name={name} hrefOf={(lead) => hrefOf(data, { lead })} page={page} />
                  {data.months.map((month, at) => (
                    <CountCell
                      count={counts[at] ?? 0}
                      tone={`depth-${depthOf(counts[at] ?? 0, most)} ${toneOfMonth(month.month, page)}`}
                      href={name === null ? undefined : hrefOf(month, { lead: name })}
                      page={page}
                    />
                  ))}
                  <td class="number total">{figure(total, page)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <MoreBodies count={data.moreBodies} page={page} />
      <p class="quiet">
        {say(
          'Một việc có nhiều cơ quan chủ trì được đếm ở mỗi cơ quan; ngày là ngày ghi trong văn bản.',
          'A task with several leads counts for each; the day is the one that the paper names.',
        )}
      </p>
    </section>
  );
};
