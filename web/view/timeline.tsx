import { monthOf, nameMonth } from '../months.js';
import type { Page } from '../page.js';
import type { TimelineData } from '../screens/search-data.js';
import { Bars } from './chart.js';
import { Cut, MonthTurner } from './month.js';
import { figure } from './parts.js';
import { listOf, within } from './shown-query.js';

type Shown = TimelineData['months'][number];

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

const Cell = ({
  count,
  month,
  lead,
  most,
  data,
  page,
}: {
  count: number;
  month: Shown;
  lead: string | null;
  most: number;
  data: TimelineData;
  page: Page;
}) => {
  if (count === 0)
    return (
      <td class="number">
        <span class="zero">·</span>
      </td>
    );
  const tone = `cell depth-${depthOf(count, most)} ${toneOfMonth(month.month, page)}`;
  const days = within(page, { from: month.from, to: month.to });
  return (
    <td class="number">
      {lead === null ? (
        <span class={tone}>{figure(count, page)}</span>
      ) : (
        <a class={tone} href={listOf(page, data, { ...days, lead, sort: 'due' })}>
          {figure(count, page)}
        </a>
      )}
    </td>
  );
};

/** Twelve months side by side: a chart of all, and who leads what is due in each. — dòng thời gian */
export const Months = ({ data, page }: { data: TimelineData; page: Page }) => {
  const { say } = page;
  const most = Math.max(1, ...data.bodies.flatMap(({ counts }) => counts));
  const [first, last] = [data.months[0]?.month ?? '', data.months.at(-1)?.month ?? ''];
  const span = `${nameMonth(first)[page.language]} – ${nameMonth(last)[page.language]}`;
  return (
    <section class="card timeline" aria-labelledby="months">
      <MonthTurner
        month={first}
        months={6}
        title={`${span.slice(0, 1).toUpperCase()}${span.slice(1)}: ${figure(data.due, page)} ${say('việc đến hạn', 'tasks due')}`}
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
          href: listOf(page, data, { ...within(page, { from, to }), sort: 'due' }),
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
                  <th scope="row">
                    {name === null ? (
                      <span class="quiet">{say('(chưa rõ cơ quan)', '(nobody named)')}</span>
                    ) : (
                      <a
                        class="name"
                        title={name}
                        href={listOf(page, data, {
                          ...within(page, { from: data.from, to: data.to }),
                          lead: name,
                          sort: 'due',
                        })}
                      >
                        {name}
                      </a>
                    )}
                  </th>
                  {data.months.map((month, at) => (
                    <Cell count={counts[at] ?? 0} month={month} lead={name} most={most} data={data} page={page} />
                  ))}
                  <td class="number total">{figure(total, page)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {data.moreBodies > 0 ? (
        <p class="quiet">
          {say(`và ${figure(data.moreBodies, page)} cơ quan nữa`, `and ${figure(data.moreBodies, page)} more bodies`)}
        </p>
      ) : null}
      <p class="quiet">
        {say(
          'Một việc có nhiều cơ quan chủ trì được đếm ở mỗi cơ quan; ngày là ngày ghi trong văn bản.',
          'A task with several leads counts for each; the day is the one that the paper names.',
        )}
      </p>
    </section>
  );
};
