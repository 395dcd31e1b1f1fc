import { nameItem } from '../../cli/format.js';
import { ROLE_NAMES } from '../../cli/role-names.js';
import { link, type Page } from '../page.js';
import { defineRoute } from '../routes.js';
import { Hidden } from '../view/layout.js';
import { Nothing, Pager, paperName } from '../view/parts.js';
import { Recent } from '../view/review-parts.js';
import { loadReviewList, ReviewListData, ReviewListQuery } from './review-list-data.js';
import type { Trouble } from './trouble.js';

type Paper = ReviewListData['papers'][number];

/** What a mark of a row sends: what it is, as it was seen, and its id. */
export const toMark = ({ kind, revision, id }: Pick<Paper['rows'][number], 'kind' | 'revision' | 'id'>): string =>
  `${kind} ${revision} ${id}`;

/** Which rows are marked, and which others changed meanwhile. */
interface Marks {
  readonly marked: ReadonlySet<string>;
  /** By id, what each is called. */
  readonly stale: ReadonlyMap<string, string>;
}

const nameRow = ({ kind, number }: Paper['rows'][number], page: Page): string => {
  if (kind === 'task') return nameItem(number, page.say);
  return kind === 'header' ? page.say('phần đầu', 'head') : page.say('đoạn', 'passage');
};

const Rows = ({ paper, marks, page }: { paper: Paper; marks: Marks; page: Page }) => (
  <tbody>
    <tr class="group">
      <th colspan={4} scope="rowgroup">
        <a href={link(`/van-ban/${paper.id}`)}>{paperName(paper, page)}</a>
      </th>
    </tr>
    {paper.rows.map((row) => (
      <tr class={marks.stale.has(row.id) ? 'stale' : undefined}>
        <td class="mark">
          <input
            type="checkbox"
            name="mark"
            value={toMark(row)}
            checked={marks.marked.has(row.id)}
            aria-label={`${page.say('Đánh dấu', 'Mark')} ${nameRow(row, page)}, ${paperName(paper, page)}`}
          />
        </td>
        <td class="what">
          <a href={link('/ra-soat', { item: row.id })}>
            <b>{nameRow(row, page)}</b> {row.text}
          </a>
          {marks.stale.has(row.id) ? (
            <small class="why">
              {page.say(
                'Vừa được người khác sửa: xem lại rồi đánh dấu.',
                'Changed meanwhile: look, then mark it again.',
              )}
            </small>
          ) : null}
        </td>
        <td class="when">
          {row.due === '' ? (
            <span class="quiet">{row.kind === 'task' ? page.say('không hạn', 'no day') : ''}</span>
          ) : (
            row.due
          )}
          <small class="line">{row.lead}</small>
        </td>
        <td class="reasons-cell">
          {row.reasons.slice(0, 2).map(({ message }) => (
            <small class="why">{message[page.language]}</small>
          ))}
        </td>
      </tr>
    ))}
  </tbody>
);

/** What one key does with all that are marked. */
const Bulk = ({ page, trouble }: { page: Page; trouble: Trouble | undefined }) => (
  <div class="bulk">
    <p class="quiet">
      {page.say(
        'J K lên xuống · X đánh dấu · A cả văn bản · Enter: đúng cả (đoạn: thành nhiệm vụ)',
        'J K move · X marks · A the whole paper · Enter: all right (a passage becomes a task)',
      )}
    </p>
    <complete-name class="grow">
      <label>
        <span>
          {ROLE_NAMES.lead[page.language]} {page.say('của mọi mục đã đánh dấu', 'of all that are marked')} <kbd>C</kbd>
        </span>
        <input name="f.lead" data-key="c" autocomplete="off" value={trouble?.form['f.lead']} />
      </label>
    </complete-name>
    <label class="grow">
      <span>
        {page.say('Hạn của mọi mục đã đánh dấu', 'Day due of all that are marked')} <kbd>H</kbd>
      </span>
      <input name="f.due" data-key="h" autocomplete="off" value={trouble?.form['f.due']} />
    </label>
    <button type="submit" name="do" value="all-right" class="first" data-key="Enter">
      {page.say('Đúng cả', 'All right')} <kbd>Enter</kbd>
    </button>
    <button type="submit" name="do" value="none-a-task" data-key="d">
      {page.say('Đều không phải nhiệm vụ', 'None is a task')} <kbd>D</kbd>
    </button>
    <a class="button" href="/ra-soat" data-key="l">
      {page.say('Từng chỗ một', 'One by one')} <kbd>L</kbd>
    </a>
  </div>
);

/** Many doubts as rows to mark, and one key for all that are marked. — rà soát hàng loạt */
export const ReviewListScreen = ({
  data,
  page,
  marks,
  trouble,
}: {
  data: ReviewListData;
  page: Page;
  marks: Marks;
  trouble?: Trouble;
}) => {
  const back = link('/ra-soat/danh-sach', { page: data.page === 1 ? undefined : data.page });
  return (
    <>
      <div class="title">
        <h1>{titleOfReviewList(page)}</h1>
      </div>
      {trouble === undefined ? null : (
        <div class="trouble" role="alert">
          <p>
            <b>{trouble.text[page.language]}</b> {trouble.hint?.[page.language]}
          </p>
          {marks.stale.size === 0 ? null : (
            <ul>
              {[...marks.stale].map(([id, name]) => (
                <li>
                  <a href={link('/ra-soat', { item: id })}>{name}</a>{' '}
                  {page.say('đã khác lúc đánh dấu', 'is not as it was marked')}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {data.papers.length === 0 ? (
        <Nothing title={page.say('Không còn gì chờ rà soát.', 'Nothing waits for review.')} />
      ) : (
        <mark-rows>
          <form method="post" action="/sua">
            <Hidden page={page} values={{ back }} />
            <Bulk page={page} trouble={trouble} />
            <table class="tasks marks">
              {data.papers.map((paper) => (
                <Rows paper={paper} marks={marks} page={page} />
              ))}
            </table>
          </form>
        </mark-rows>
      )}
      <Pager at={data.page} isLast={data.isLast} page={page} />
      <Recent data={data} page={page} back={back} />
    </>
  );
};

export const titleOfReviewList = ({ say }: Page): string => say('Rà soát nhiều chỗ', 'Review many');

export const REVIEW_LIST = defineRoute({
  path: '/ra-soat/danh-sach',
  summary: { vi: 'Rà soát: nhiều chỗ nghi ngờ một lúc', en: 'Review: many doubts at a time' },
  role: 'reviewer',
  query: ReviewListQuery,
  data: ReviewListData,
  load: loadReviewList,
  title: (_, page) => titleOfReviewList(page),
  view: (data, page) => {
    const mark = page.query.get('mark');
    return (
      <ReviewListScreen
        data={data}
        page={page}
        marks={{ marked: new Set(mark === null ? [] : [mark]), stale: new Map() }}
      />
    );
  },
});
