import { z } from 'zod';
import { formatDay } from '../../language/calendar/civil-date.js';
import { mayAs } from '../../output/access/access.js';
import { countOverview, listUrgent } from '../../output/report/count-overview.js';
import { listBatches } from '../../output/store/batches.js';
import { countQuarantine } from '../../output/store/quarantine.js';
import { pickFirst } from '../../output/tracker/first-deadline.js';
import type { Page } from '../page.js';
import { defineRoute } from '../routes.js';
import { Weeks } from '../view/chart.js';
import { figure, Nothing } from '../view/parts.js';
import { Quality } from '../view/quality.js';
import { Bodies, Figures, Urgent } from '../view/today-parts.js';
import { TodayData } from './today-data.js';

const URGENT = 6;

const loadToday = ({ db, today }: Page): TodayData => {
  const { tasks, states, long, bodies, moreBodies, weeks, reading, ...counts } = countOverview(db, today);
  const [batch] = listBatches(db, { limit: 1 });
  return {
    today,
    tasks,
    states,
    long,
    review: {
      tasks: counts.tasksToReview,
      documents: counts.papersToReview,
      unclaimed: counts.unclaimed,
      suggested: counts.suggested,
    },
    quarantined: countQuarantine(db),
    bodies: bodies.map((body) => ({ ...body })),
    moreBodies,
    weeks: [...weeks],
    reading: [...reading],
    urgent: listUrgent(db, today, URGENT).map((task) => ({
      directiveId: task.directiveId,
      documentId: task.documentId,
      documentNumber: task.documentNumber,
      number: task.number,
      text: task.text,
      leads: [...task.leads],
      deadline: pickFirst(task.deadlines),
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
          {mayAs(page.visitor.role, 'admin') ? (
            <a class="button" href="/nap">
              {page.say('Nạp thư mục văn bản đầu tiên', 'Take in the first folder of papers')}
            </a>
          ) : (
            page.say(
              'Người quản trị nạp văn bản xong, việc sẽ hiện ở đây.',
              'Tasks appear here once an admin took papers in.',
            )
          )}
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
        <div class="columns today">
          <Bodies data={data} page={page} />
          <div class="stack">
            <section class="card" aria-labelledby="weeks">
              <h2 id="weeks">{page.say('Đến hạn trong 12 tuần tới', 'Due in the next 12 weeks')}</h2>
              <Weeks weeks={data.weeks} page={page} />
            </section>
            <Urgent data={data} page={page} />
            <Quality data={data} page={page} />
          </div>
        </div>
      </>
    ),
});
