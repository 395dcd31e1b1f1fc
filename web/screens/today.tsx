import { z } from 'zod';
import { formatDay } from '../../language/calendar/civil-date.js';
import { gatherOverview, type Overview } from '../../output/report/gather-overview.js';
import { gatherToday } from '../../output/report/gather-today.js';
import { listBatches } from '../../output/store/batches.js';
import { TRACKER_STATES } from '../../output/tracker/tracker-state.js';
import { link, type Page } from '../page.js';
import { defineRoute } from '../routes.js';
import { STATES } from '../text.js';
import { Weeks } from '../view/chart.js';
import { Due, figure, itemName, Names, Nothing } from '../view/parts.js';

const Counts = z.partialRecord(z.enum(TRACKER_STATES), z.int());

const TodayData = z.object({
  today: z.iso.date(),
  tasks: z.int(),
  states: Counts,
  /** Overdue by three days and more. */
  long: z.int(),
  review: z.object({ tasks: z.int(), documents: z.int(), unclaimed: z.int(), suggested: z.int() }),
  quarantined: z.int(),
  bodies: z.array(z.object({ name: z.string().nullable(), total: z.int(), states: Counts })),
  moreBodies: z.int(),
  weeks: z.array(z.object({ from: z.iso.date(), to: z.iso.date(), count: z.int() })),
  urgent: z.array(
    z.object({
      directiveId: z.string(),
      documentId: z.string(),
      documentNumber: z.string().nullable(),
      number: z.string(),
      text: z.string(),
      leads: z.array(z.string()),
      deadline: z
        .object({
          text: z.string(),
          kind: z.enum(['date', 'recurring', 'relative', 'event', 'standing']),
          due: z.iso.date().nullable(),
          bound: z.enum(['before', 'by']).nullable(),
          target: z.boolean(),
        })
        .nullable(),
    }),
  ),
  lastBatch: z
    .object({ batch: z.int(), startedAt: z.string(), files: z.int(), review: z.int(), quarantined: z.int() })
    .nullable(),
});
type TodayData = z.input<typeof TodayData>;

const URGENT = 8;

/** Figures of a whole database are worked out once for each state of it. */
const kept = new WeakMap<object, { readonly key: string; readonly overview: Overview }>();
const overviewOf = ({ db, today }: Page): Overview => {
  const key = `${today} ${String(db.pragma('data_version', { simple: true }))}`;
  const found = kept.get(db);
  if (found?.key === key) return found.overview;
  const overview = gatherOverview(db, today);
  kept.set(db, { key, overview });
  return overview;
};

const loadToday = (page: Page): TodayData => {
  const { db, today } = page;
  const { states, long, bodies, moreBodies, weeks, quarantined, status } = overviewOf(page);
  const { overdue, soon } = gatherToday(db, today, URGENT);
  const [batch] = listBatches(db, { limit: 1 });
  return {
    today,
    tasks: status.tasks,
    states,
    long,
    review: {
      tasks: status.tasksToReview,
      documents: status.documentsToReview,
      unclaimed: status.unclaimed,
      suggested: status.suggested,
    },
    quarantined,
    bodies: bodies.map((body) => ({ ...body })),
    moreBodies,
    weeks: [...weeks],
    urgent: [...overdue.tasks, ...soon.tasks].slice(0, URGENT).map((task) => ({
      directiveId: task.directiveId,
      documentId: task.documentId,
      documentNumber: task.documentNumber,
      number: task.number,
      text: task.text,
      leads: [...task.leads],
      deadline:
        task.deadlines
          .filter(({ due }) => due !== null)
          .toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))[0] ?? null,
    })),
    lastBatch:
      batch === undefined
        ? null
        : {
            batch: batch.batch,
            startedAt: batch.startedAt,
            files: batch.files,
            review: batch.counts['needs-review'],
            quarantined: batch.counts.quarantined,
          },
  };
};

const Figures = ({ data, page }: { data: TodayData; page: Page }) => {
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
      href: '/ra-soat',
    },
    {
      tone: 'apart',
      count: data.quarantined,
      name: say('Tệp cách ly', 'Files in quarantine'),
      more: '',
      href: link('/nap', { show: 'quarantine' }),
    },
  ];
  return (
    <ul class="figures">
      {cards.map(({ tone, count, name, more, href }) => (
        <li>
          <a class={`figure ${tone}${count === 0 ? ' zero' : ''}`} href={href}>
            <b>{figure(count, page)}</b>
            <span>{name}</span>
            <small>{more}</small>
          </a>
        </li>
      ))}
    </ul>
  );
};

const Bodies = ({ data, page }: { data: TodayData; page: Page }) => (
  <section class="card" aria-labelledby="bodies">
    <h2 id="bodies">{page.say('Theo cơ quan chủ trì', 'By lead body')}</h2>
    <div class="scroll" tabindex={0} role="region" aria-labelledby="bodies">
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
              <th scope="row">
                {name === null ? (
                  <span class="quiet">{page.say('(chưa rõ cơ quan)', '(nobody named)')}</span>
                ) : (
                  <a class="name" title={name} href={link('/tim', { lead: name })}>
                    {name}
                  </a>
                )}
              </th>
              {STATES.map(({ state, tone }) => {
                const count = states[state] ?? 0;
                return (
                  <td class="number">
                    {count === 0 ? (
                      <span class="zero">·</span>
                    ) : name === null ? (
                      figure(count, page)
                    ) : (
                      <a class={`cell ${tone}`} href={link('/tim', { lead: name, state })}>
                        {figure(count, page)}
                      </a>
                    )}
                  </td>
                );
              })}
              <td class="number total">{figure(total, page)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    {data.moreBodies > 0 ? (
      <p class="quiet">
        {page.say(
          `và ${figure(data.moreBodies, page)} cơ quan nữa`,
          `and ${figure(data.moreBodies, page)} more bodies`,
        )}
      </p>
    ) : null}
  </section>
);

const Urgent = ({ data, page }: { data: TodayData; page: Page }) => (
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
                {task.documentNumber ?? page.say('(không số)', '(no number)')} · {itemName(task.number, page)}
              </span>
            </small>
          </li>
        ))}
      </ul>
    )}
  </section>
);

const LastBatch = ({ batch, page }: { batch: TodayData['lastBatch']; page: Page }) =>
  batch === null ? null : (
    <p class="last">
      {page.say('Lượt nạp gần nhất', 'Last batch')}: {formatDay(batch.startedAt.slice(0, 10))} ·{' '}
      {figure(batch.files, page)} {page.say('tệp', 'files')}
      {batch.review > 0 ? ` · ${figure(batch.review, page)} ${page.say('cần xem lại', 'to review')}` : ''}
      {batch.quarantined > 0 ? ` · ${figure(batch.quarantined, page)} ${page.say('cách ly', 'in quarantine')}` : ''}
    </p>
  );

export const TODAY = defineRoute({
  path: '/',
  summary: { vi: 'Việc hôm nay', en: 'What there is to do today' },
  role: 'reader',
  query: z.object({}),
  data: TodayData,
  load: loadToday,
  title: (data, page) => page.say(`Hôm nay ${formatDay(data.today)}`, `Today ${formatDay(data.today)}`),
  view: (data, page) =>
    data.tasks === 0 && data.lastBatch === null ? (
      <Nothing title={page.say('Cơ sở dữ liệu còn trống.', 'The database is empty.')}>
        <p>
          <a class="button" href="/nap">
            {page.say('Nạp thư mục văn bản đầu tiên', 'Take in the first folder of papers')}
          </a>
        </p>
      </Nothing>
    ) : (
      <>
        <div class="title">
          <h1>
            {page.say('Hôm nay', 'Today')}, {formatDay(data.today)}
          </h1>
          <LastBatch batch={data.lastBatch} page={page} />
        </div>
        <Figures data={data} page={page} />
        <div class="columns">
          <Urgent data={data} page={page} />
          <section class="card" aria-labelledby="weeks">
            <h2 id="weeks">{page.say('Đến hạn trong 12 tuần tới', 'Due in the next 12 weeks')}</h2>
            <Weeks weeks={data.weeks} page={page} />
          </section>
        </div>
        <Bodies data={data} page={page} />
      </>
    ),
});
