import type { FC } from 'hono/jsx';
import { nameItem } from '../../cli/format.js';
import { ROLE_NAMES } from '../../cli/role-names.js';
import { mayAs } from '../../output/access/access.js';
import { link, type Page } from '../page.js';
import type { ItemDetail as Detail } from '../screens/paper-schema.js';
import { Hidden } from './layout.js';
import { Due, Marked } from './parts.js';

export const REVIEWS = {
  unreviewed: { vi: 'chưa xem', en: 'not looked at' },
  'needs-review': { vi: 'cần xem lại', en: 'to review' },
  confirmed: { vi: 'đã xác nhận', en: 'confirmed' },
  'not-a-task': { vi: 'không phải nhiệm vụ', en: 'no task' },
} as const;

/** Items that are counted as no task: none of them lacks a day. */
const NO_TASKS = {
  'lead-in': {
    vi: 'Câu dẫn: việc nằm ở các mục bên dưới, câu này không tính là nhiệm vụ.',
    en: 'Lead-in: the tasks are the items below; it is counted as none.',
  },
  heading: { vi: 'Đề mục: không tính là nhiệm vụ.', en: 'Heading: counted as no task.' },
} as const;

/** Why something is in doubt, one reason a line. */
export const Reasons: FC<{ reasons: Detail['reasons']; page: Page }> = ({ reasons, page }) =>
  reasons.length === 0 ? null : (
    <ul class="reasons">
      {reasons.map(({ message, level, page: at }) => (
        <li class={`level-${level}`}>
          {message[page.language]}
          {at === null ? null : (
            <small class="quiet">
              {' '}
              {page.say('trang', 'page')} {at}
            </small>
          )}
        </li>
      ))}
    </ul>
  );

/** The words as read and as repaired, where they differ. */
export const Layers: FC<{ layers: Detail['layers']; page: Page }> = ({ layers, page }) =>
  layers.length === 0 ? null : (
    <details class="layers" open={layers.filter(({ isDoubtful }) => isDoubtful).length > 0}>
      <summary>{page.say('Bản đọc và bản phục hồi', 'As read and as repaired')}</summary>
      <p>
        {layers.map(({ raw, text, isChanged, isDoubtful }) => (
          <>
            {isChanged ? (
              <>
                <del>{raw}</del> <ins class={isDoubtful ? 'doubt' : undefined}>{text}</ins>
              </>
            ) : isDoubtful ? (
              <u class="doubt">{text}</u>
            ) : (
              text
            )}{' '}
          </>
        ))}
      </p>
    </details>
  );

/** A form of one button that corrects. */
export const Act: FC<{
  page: Page;
  id: string;
  revision: string;
  act: string;
  back: string;
  class?: string;
  keyName?: string;
  children?: unknown;
}> = ({ page, id, revision, act, back, class: look, keyName, children }) => (
  <form method="post" action="/sua">
    <Hidden page={page} values={{ do: act, id, revision, back }} />
    <button type="submit" class={look} data-key={keyName}>
      {children as never}
    </button>
  </form>
);

/** A body or a deadline as a link to where it stands on the page. */
const Found: FC<{
  where: Detail['bodies'][number]['where'];
  of: { readonly item: Detail; readonly documentId: string };
  page: Page;
  children?: unknown;
}> = ({ where, of: { item, documentId }, page, children }) =>
  where === null ? (
    <span>{children as never}</span>
  ) : (
    <a
      class="found"
      href={link(`/van-ban/${documentId}`, { item: item.id, p: where.page, part: where.part })}
      aria-current={page.query.get('part') === where.part ? 'true' : undefined}
      title={page.say('Chỉ chỗ trên trang', 'Show where it stands')}
    >
      {children as never}
    </a>
  );

/** One item: its text, who, when, why it is in doubt, and what one may do with it. */
export const ItemDetail: FC<{ item: Detail; documentId: string; page: Page }> = ({ item, documentId, page }) => {
  const here = link(`/van-ban/${documentId}`, { item: item.id });
  const mayCorrect = mayAs(page.visitor.role, 'reviewer');
  return (
    <section class="detail" aria-labelledby="item">
      <h2 id="item">
        {nameItem(item.number, page.say)}{' '}
        <span class={`state ${item.review}`}>{REVIEWS[item.review][page.language]}</span>
      </h2>
      {item.kind === 'task' ? null : <p class="quiet">{NO_TASKS[item.kind][page.language]}</p>}
      <p class="text">
        <Marked text={item.text} spans={item.doubts} as="u" />
      </p>
      <Reasons reasons={item.reasons} page={page} />
      <dl>
        {item.deadlines.length === 0 && item.kind !== 'task' ? null : (
          <>
            <dt>{page.say('Hạn', 'Due')}</dt>
            <dd>
              {item.deadlines.length === 0 ? <Due deadline={null} page={page} /> : null}
              {item.deadlines.map((deadline) => (
                <div>
                  <Found where={deadline.where} of={{ item, documentId }} page={page}>
                    <Due deadline={deadline} page={page} />
                  </Found>
                </div>
              ))}
            </dd>
          </>
        )}
        {(['lead', 'executing', 'coordinating', 'receiving'] as const).map((role) => {
          const own = item.bodies.filter((body) => body.role === role);
          return own.length === 0 ? null : (
            <>
              <dt>{ROLE_NAMES[role][page.language]}</dt>
              <dd>
                {own.map(({ name, inherited, where }) => (
                  <div>
                    <Found where={where} of={{ item, documentId }} page={page}>
                      {name}
                    </Found>
                    {inherited ? <small class="quiet"> {page.say('(theo câu dẫn)', '(inherited)')}</small> : null}
                  </div>
                ))}
              </dd>
            </>
          );
        })}
        {item.references.length === 0 ? null : (
          <>
            <dt>{page.say('Viện dẫn', 'Cites')}</dt>
            <dd>
              {item.references.map((cited) => (
                <div>{cited}</div>
              ))}
            </dd>
          </>
        )}
      </dl>
      <Layers layers={item.layers} page={page} />
      {mayCorrect ? (
        <div class="acts">
          <Act page={page} id={item.id} revision={item.revision} act="confirm" back={here} class="first">
            {page.say('Đúng', 'Right')}
          </Act>
          <a class="button" href={link('/ra-soat', { item: item.id })}>
            {page.say('Sửa …', 'Correct …')}
          </a>
          {item.review === 'not-a-task' ? null : (
            <Act page={page} id={item.id} revision={item.revision} act="dismiss" back={here}>
              {page.say('Không phải nhiệm vụ', 'No task')}
            </Act>
          )}
        </div>
      ) : null}
    </section>
  );
};
