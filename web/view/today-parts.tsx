import type { FC, PropsWithChildren } from 'hono/jsx';
import { nameItem } from '../../cli/format.js';
import { mayAs } from '../../output/access/access.js';
import type { TRACKER_STATES } from '../../output/tracker/tracker-state.js';
import { link, type Page } from '../page.js';
import type { TodayData } from '../screens/today-data.js';
import { STATES } from '../text.js';
import { CountCell, LeadHead, MoreBodies } from './cross-parts.js';
import { Due, figure, Names } from './parts.js';

const Figure: FC<PropsWithChildren<{ href: string | undefined; class: string }>> = ({
  href,
  class: names,
  children,
}) =>
  href === undefined ? (
    <div class={names}>{children}</div>
  ) : (
    <a class={names} href={href}>
      {children}
    </a>
  );

/** The numbers that must be seen in three seconds, each a link to what it counts. */
export const Figures = ({ data, page }: { data: TodayData; page: Page }) => {
  const { say } = page;
  const of = (state: (typeof TRACKER_STATES)[number]): number => data.states[state] ?? 0;
  const cards = [
    {
      tone: 'late',
      count: of('QUÁ HẠN'),
      name: say('Quá hạn', 'Overdue'),
      more:
        data.long === 0
          ? ''
          : say(`${figure(data.long, page)} việc từ 3 ngày`, `${figure(data.long, page)} by 3 days or more`),
      href: link('/tim', { state: 'QUÁ HẠN', sort: 'due' }),
    },
    {
      tone: 'soon',
      count: of('SẮP ĐẾN HẠN'),
      name: say('Đến hạn trong 7 ngày', 'Due within 7 days'),
      more: '',
      href: link('/tim', { state: 'SẮP ĐẾN HẠN', sort: 'due' }),
    },
    {
      tone: 'hole',
      count: of('CẦN ĐIỀN HẠN'),
      name: say('Cần điền hạn', 'Day missing'),
      more: say('văn bản không nêu ngày', 'the paper names no day'),
      href: link('/tim', { state: 'CẦN ĐIỀN HẠN' }),
    },
    {
      tone: 'look',
      count: data.review.tasks,
      name: say('Nhiệm vụ chờ rà soát', 'Tasks to review'),
      more: say(
        `${figure(data.review.documents, page)} văn bản · ${figure(data.review.unclaimed, page)} đoạn chưa nhận`,
        `${figure(data.review.documents, page)} papers · ${figure(data.review.unclaimed, page)} passages`,
      ),
      href: mayAs(page.visitor.role, 'reviewer') ? '/ra-soat' : link('/tim', { review: true }),
    },
    {
      tone: 'apart',
      count: data.quarantined,
      name: say('Tệp cách ly', 'Files in quarantine'),
      more: '',
      // Who may not take in has no list of them.
      href: mayAs(page.visitor.role, 'admin') ? link('/nap', { show: 'quarantine' }) : undefined,
    },
  ];
  return (
    <ul class="figures">
      {cards.map(({ tone, count, name, more, href }) => (
        <li>
          <Figure href={href} class={`figure ${tone}${count === 0 ? ' zero' : ''}`}>
            <b>{figure(count, page)}</b>
            <span>{name}</span>
            <small>{more}</small>
          </Figure>
        </li>
      ))}
    </ul>
  );
};

/** Bodies by state; a number is a link to its tasks. */
export const Bodies = ({ data, page }: { data: TodayData; page: Page }) => (
  <section class="card" aria-labelledby="bodies">
    <h2 id="bodies">{page.say('Theo cơ quan chủ trì', 'By lead body')}</h2>
    <section class="scroll" aria-labelledby="bodies">
      <table class="cross">
        <thead>
          <tr>
            <th scope="col">{page.say('Cơ quan', 'Body')}</th>
            {STATES.map(({ name }) => (
              <th scope="col" class="number">
                {name[page.language]}
              </th>
            ))}
            <th scope="col" class="number">
              {page.say('Tất cả', 'All')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.bodies.map(({ name, total, states }) => (
            <tr>
              <LeadHead name={name} hrefOf={(lead) => link('/tim', { lead })} page={page} />
              {STATES.map(({ state, tone }) => (
                <CountCell
                  count={states[state] ?? 0}
                  tone={tone}
                  href={name === null ? undefined : link('/tim', { lead: name, state })}
                  page={page}
                />
              ))}
              <td class="number total">{figure(total, page)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
    <MoreBodies count={data.moreBodies} page={page} />
  </section>
);

/** What is longest overdue or next due. */
export const Urgent = ({ data, page }: { data: TodayData; page: Page }) => (
  <section class="card" aria-labelledby="urgent">
    <h2 id="urgent">{page.say('Cần làm trước', 'First of all')}</h2>
    {data.urgent.length === 0 ? (
      <p class="quiet">
        {page.say('Không việc nào quá hạn hay đến hạn trong 7 ngày.', 'Nothing overdue or due within 7 days.')}
      </p>
    ) : (
      <ul class="urgent">
        {data.urgent.map((task) => (
          <li>
            <Due deadline={task.deadline} page={page} />
            <a href={link(`/van-ban/${task.documentId}`, { item: task.directiveId })}>{task.text}</a>
            <small>
              <Names names={task.leads} most={2} />
              <span class="quiet">
                {task.documentNumber ?? page.say('(không số)', '(no number)')} · {nameItem(task.number, page.say)}
              </span>
            </small>
          </li>
        ))}
      </ul>
    )}
  </section>
);
