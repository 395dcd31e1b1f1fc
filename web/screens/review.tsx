import { nameItem } from '../../cli/format.js';
import { link, type Page } from '../page.js';
import { defineRoute } from '../routes.js';
import { Layers, Reasons } from '../view/item-detail.js';
import { PageView } from '../view/page-view.js';
import { Due, figure, Marked, Nothing, paperName } from '../view/parts.js';
import { HeaderForm, More, TaskForm } from '../view/review-forms.js';
import { Head, hasSides, Recent, Told } from '../view/review-parts.js';
import { loadReview, ReviewData, ReviewQuery } from './review-data.js';
import type { Trouble } from './trouble.js';

export const titleOfReview = ({ item, document }: ReviewData, page: Page): string => {
  if (item === null || document === null) return page.say('Rà soát', 'Review');
  const what =
    item.kind === 'header'
      ? page.say('phần đầu', 'head')
      : item.kind === 'passage'
        ? page.say('đoạn chưa thành nhiệm vụ', 'unclaimed passage')
        : nameItem(item.task?.number ?? '', page.say);
  return `${paperName(document, page)} · ${what}`;
};

const Waiting = ({ data, page, skip }: { data: ReviewData; page: Page; skip: number }) => (
  <p class="quiet waiting">
    <span>
      {data.isMore
        ? page.say(`còn hơn ${figure(data.waiting, page)} chỗ`, `over ${figure(data.waiting, page)} wait`)
        : page.say(`còn ${figure(data.waiting, page)} chỗ`, `${figure(data.waiting, page)} wait`)}
      {skip > 0 ? page.say(` · ${skip} để sau`, ` · ${skip} left for later`) : ''}
    </span>
    <a href="/ra-soat/danh-sach" data-key="l">
      {page.say('Danh sách', 'List')} <kbd>L</kbd>
    </a>
  </p>
);

/** One doubt with its page, its form and what was done last; `trouble`: why the form that was sent was not saved. — một chỗ ngờ */
export const ReviewScreen = ({
  data,
  page,
  skip,
  trouble,
}: {
  data: ReviewData;
  page: Page;
  skip: number;
  trouble?: Trouble;
}) => {
  const { item, document } = data;
  const back = link('/ra-soat', { skip: skip === 0 ? undefined : skip });
  const told = trouble === undefined ? null : <Told trouble={trouble} item={item} page={page} back={back} />;
  if (item === null || document === null || data.page === null)
    return (
      <>
        {told}
        <Nothing title={page.say('Không còn gì chờ rà soát.', 'Nothing waits for review.')}>
          {skip > 0 ? (
            <p>
              <a href="/ra-soat">
                {page.say(`Xem lại ${skip} chỗ đã để sau`, `Go back to the ${skip} left for later`)}
              </a>
            </p>
          ) : null}
        </Nothing>
        <Recent data={data} page={page} back={back} />
      </>
    );
  const given = { item, page, back, trouble };
  return (
    <div class="review">
      <div class="middle">
        <PageView
          shown={{ document, page: data.page, frames: data.frames }}
          page={page}
          hrefOf={(id) => link('/ra-soat', { item: id })}
          zoom
        />
      </div>
      <aside>
        <Waiting data={data} page={page} skip={skip} />
        <h1>
          <a href={link(`/van-ban/${document.id}`, { item: item.kind === 'header' ? undefined : item.id })}>
            {titleOfReview(data, page)}
          </a>
        </h1>
        {told}
        <Reasons reasons={item.reasons} page={page} />
        {item.task === null ? null : (
          <p class="text">
            <Marked text={item.task.text} spans={item.task.doubts} as="u" />
          </p>
        )}
        {item.passage === null ? null : <p class="text passage">{item.passage}</p>}
        {item.task === null ? null : <Layers layers={item.task.layers} page={page} />}
        {item.task === null || item.task.deadlines.length < 2 ? null : (
          <p class="deadlines">
            {page.say(
              `Có ${item.task.deadlines.length} thời hạn; ngày gõ vào ô Hạn thay cho tất cả`,
              `There are ${item.task.deadlines.length} deadlines; a day typed below stands in place of all`,
            )}
            :{' '}
            {item.task.deadlines.map((deadline) => (
              <Due deadline={deadline} page={page} />
            ))}
          </p>
        )}
        {item.kind === 'header' ? <Head item={item} shown={data} page={page} back={back} /> : null}
        {hasSides(trouble) ? null : (
          <>
            {item.kind === 'task' ? <TaskForm {...given} /> : null}
            {item.kind === 'header' ? <HeaderForm {...given} /> : null}
            <More
              {...given}
              next={link('/ra-soat', { skip: skip + 1 })}
              mark={link('/ra-soat/danh-sach', { mark: item.id })}
            />
          </>
        )}
        <Recent data={data} page={page} back={back} />
      </aside>
    </div>
  );
};

export const REVIEW = defineRoute({
  path: '/ra-soat',
  summary: { vi: 'Rà soát: từng chỗ nghi ngờ', en: 'Review: one doubt after the other' },
  role: 'reviewer',
  query: ReviewQuery,
  data: ReviewData,
  load: loadReview,
  title: titleOfReview,
  view: (data, page) => <ReviewScreen data={data} page={page} skip={Number(page.query.get('skip') ?? 0)} />,
});
