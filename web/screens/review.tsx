import { nameItem } from '../../cli/format.js';
import { ROLE_NAMES } from '../../cli/role-names.js';
import { formatDay, readIsoDate } from '../../language/calendar/civil-date.js';
import { nameField } from '../../output/tracker/field-names.js';
import { link, type Page } from '../page.js';
import { defineRoute } from '../routes.js';
import { Act, Layers, Reasons } from '../view/item-detail.js';
import { Hidden } from '../view/layout.js';
import { PageView } from '../view/page-view.js';
import { figure, Marked, Nothing, paperName } from '../view/parts.js';
import { loadReview, ReviewData, ReviewQuery } from './review-data.js';

type Item = NonNullable<ReviewData['item']>;

const typed = (value: string): string => (readIsoDate(value) === undefined ? value : formatDay(value));

const Field = ({
  name,
  label,
  value,
  hint,
  keyName,
  long,
}: {
  name: string;
  label: string;
  value: string;
  hint?: string;
  keyName?: string;
  long?: boolean;
}) => (
  <label>
    <span>
      {label} {keyName === undefined ? null : <kbd>{keyName.toUpperCase()}</kbd>}
    </span>
    <input type="hidden" name={`was.${name}`} value={value} />
    {long === true ? (
      <textarea name={`f.${name}`} rows={6} data-key={keyName}>
        {value}
      </textarea>
    ) : (
      <input name={`f.${name}`} value={value} placeholder={hint} data-key={keyName} autocomplete="off" />
    )}
  </label>
);

/** What every form of this screen sends besides its fields. */
const Common = ({ page, item, act, back }: { page: Page; item: Item; act: string; back: string }) => (
  <Hidden page={page} values={{ do: act, id: item.id, revision: item.revision, back }} />
);

const Save = ({ page }: { page: Page }) => (
  <button type="submit" class="first" data-key="Enter">
    {page.say('Đúng, việc sau', 'Right, next')} <kbd>Enter</kbd>
  </button>
);

const TaskForm = ({ item, page, back }: { item: Item; page: Page; back: string }) => {
  const { task } = item;
  if (task === null) return null;
  return (
    <form method="post" action="/sua" class="fields">
      <Common page={page} item={item} act="fix" back={back} />
      <Field
        name="due"
        keyName="h"
        label={page.say('Hạn', 'Due')}
        value={typed(task.fields.due)}
        hint={page.say('30/6 · quý II · thường xuyên · không có hạn', '30/6 · quý II · thường xuyên · không có hạn')}
      />
      <complete-name>
        <Field name="lead" keyName="c" label={ROLE_NAMES.lead[page.language]} value={task.fields.lead} />
      </complete-name>
      <complete-name>
        <Field name="coordinating" label={ROLE_NAMES.coordinating[page.language]} value={task.fields.coordinating} />
      </complete-name>
      <Field name="text" keyName="s" label={page.say('Nội dung', 'Text')} value={task.text} long />
      <Save page={page} />
    </form>
  );
};

/** A number or day that a hand wrote, large beside its picture; taken with one key. */
const Suggested = ({
  item,
  suggested,
  page,
  back,
}: {
  item: Item;
  suggested: NonNullable<Item['suggested']>;
  page: Page;
  back: string;
}) => (
  <div class="suggested">
    <p>
      {page.say('Gợi ý', 'Suggested')}:{' '}
      <b>
        {[suggested.number, suggested.issuedOn === null ? null : formatDay(suggested.issuedOn)]
          .filter((one) => one !== null)
          .join(' · ')}
      </b>{' '}
      <small class="quiet">{Math.round(suggested.confidence * 100)} %</small>
    </p>
    <Act page={page} id={item.id} revision={item.revision} act="accept" back={back} keyName="n">
      {page.say('Nhận gợi ý', 'Take it')} <kbd>N</kbd>
    </Act>
  </div>
);

const HeaderForm = ({ item, page, back }: { item: Item; page: Page; back: string }) => (
  <form method="post" action="/sua" class="fields">
    <Common page={page} item={item} act="fix" back={back} />
    {item.header.map(({ field, value }, i) => (
      <Field
        name={field}
        label={nameField({ field, directiveId: null })[page.language]}
        value={field === 'issuedOn' || field === 'heldOn' ? typed(value) : value}
        long={field === 'recipients'}
        {...(i === 0 ? { keyName: 's' } : {})}
      />
    ))}
    <Save page={page} />
  </form>
);

const More = ({ item, page, back, next }: { item: Item; page: Page; back: string; next: string }) => (
  <div class="acts">
    {item.kind === 'passage' ? (
      <form method="post" action="/sua" class="grow">
        <Common page={page} item={{ ...item, revision: '' }} act="add" back={back} />
        <button type="submit" class="first" data-key="Enter">
          {page.say('Thành nhiệm vụ', 'Make it a task')} <kbd>Enter</kbd>
        </button>
      </form>
    ) : null}
    {item.kind === 'header' ? null : (
      <form method="post" action="/sua">
        <Common page={page} item={item} act="dismiss" back={back} />
        <button type="submit" data-key="d">
          {page.say('Không phải nhiệm vụ', 'No task')} <kbd>D</kbd>
        </button>
      </form>
    )}
    <a class="button" href={next} data-key="j">
      {page.say('Để sau', 'Later')} <kbd>J</kbd>
    </a>
    {item.kind === 'task' ? (
      <details class="menu">
        <summary class="button" data-key="t">
          {page.say('Tách, gộp', 'Split, merge')} <kbd>T</kbd>
        </summary>
        <div class="shape">
          <form method="post" action="/sua" class="fields">
            <Common page={page} item={item} act="split" back={back} />
            <label>
              <span>{page.say('Những chữ đầu của phần sau', 'First words of the second part')}</span>
              <input name="at" required autocomplete="off" />
            </label>
            <button type="submit">{page.say('Tách', 'Split')}</button>
          </form>
          {item.neighbours.map(({ id, number, text }) => (
            <form method="post" action="/sua">
              <Common page={page} item={item} act="merge" back={back} />
              <input type="hidden" name="other" value={id} />
              <button type="submit" title={text}>
                {page.say('Gộp với', 'Merge with')} {nameItem(number, page.say)}
              </button>
            </form>
          ))}
        </div>
      </details>
    ) : null}
  </div>
);

const Recent = ({ data, page, back }: { data: ReviewData; page: Page; back: string }) =>
  data.recent.length === 0 ? null : (
    <section class="recent">
      <h3>{page.say('Vừa làm', 'Just done')}</h3>
      <ol>
        {data.recent.map(({ key, what, by, canUndo }, i) => (
          <li>
            <span>
              {what} <small class="quiet">{by}</small>
            </span>
            {canUndo ? (
              <form method="post" action="/sua">
                <Hidden page={page} values={{ do: 'undo', key, back }} />
                <button type="submit" data-key={i === 0 ? 'z' : undefined}>
                  {page.say('Hoàn tác', 'Undo')} {i === 0 ? <kbd>Z</kbd> : null}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );

const titleOf = ({ item, document }: ReviewData, page: Page): string => {
  if (item === null || document === null) return page.say('Rà soát', 'Review');
  const what =
    item.kind === 'header'
      ? page.say('phần đầu', 'head')
      : item.kind === 'passage'
        ? page.say('đoạn chưa thành nhiệm vụ', 'unclaimed passage')
        : nameItem(item.task?.number ?? '', page.say);
  return `${paperName(document, page)} · ${what}`;
};

export const REVIEW = defineRoute({
  path: '/ra-soat',
  summary: { vi: 'Rà soát: từng chỗ nghi ngờ', en: 'Review: one doubt after the other' },
  role: 'reviewer',
  query: ReviewQuery,
  data: ReviewData,
  load: loadReview,
  title: titleOf,
  view: (data, page) => {
    const { item, document } = data;
    const skip = Number(page.query.get('skip') ?? 0);
    const back = link('/ra-soat', { skip: skip === 0 ? undefined : skip });
    if (item === null || document === null || data.page === null)
      return (
        <>
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
          <p class="quiet">
            {data.isMore
              ? page.say(`còn hơn ${figure(data.waiting, page)} chỗ`, `over ${figure(data.waiting, page)} wait`)
              : page.say(`còn ${figure(data.waiting, page)} chỗ`, `${figure(data.waiting, page)} wait`)}
            {skip > 0 ? page.say(` · ${skip} để sau`, ` · ${skip} left for later`) : ''}
          </p>
          <h1>
            <a href={link(`/van-ban/${document.id}`, { item: item.kind === 'header' ? undefined : item.id })}>
              {titleOf(data, page)}
            </a>
          </h1>
          <Reasons reasons={item.reasons} page={page} />
          {item.task === null ? null : (
            <p class="text">
              <Marked text={item.task.text} spans={item.task.doubts} as="u" />
            </p>
          )}
          {item.passage === null ? null : <p class="text passage">{item.passage}</p>}
          {item.task === null ? null : <Layers layers={item.task.layers} page={page} />}
          {item.kind === 'task' ? <TaskForm item={item} page={page} back={back} /> : null}
          {item.suggested === null ? null : (
            <Suggested item={item} suggested={item.suggested} page={page} back={back} />
          )}
          {item.kind === 'header' ? <HeaderForm item={item} page={page} back={back} /> : null}
          <More item={item} page={page} back={back} next={link('/ra-soat', { skip: skip + 1 })} />
          <Recent data={data} page={page} back={back} />
        </aside>
      </div>
    );
  },
});
