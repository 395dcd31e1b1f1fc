import { formatMoment } from '../../cli/format.js';
import { formatDay } from '../../language/calendar/civil-date.js';
import { mayAs } from '../../output/access/access.js';
import type { Bilingual } from '../../schemas/bilingual.js';
import { link, linkFrom, type Page } from '../page.js';
import { defineRoute } from '../routes.js';
import { Act, ItemDetail, REVIEWS, Reasons } from '../view/item-detail.js';
import { Hidden } from '../view/layout.js';
import { PageTurner, PageView } from '../view/page-view.js';
import { paperName } from '../view/parts.js';
import { loadPaperData } from './paper-data.js';
import { PaperData, PaperQuery } from './paper-schema.js';

const day = (value: string | null): string => (value === null ? '' : formatDay(value));

const ORIGINS: Readonly<Record<string, Bilingual>> = {
  ocr: { vi: 'bản quét', en: 'scan' },
  'text-layer': { vi: 'có lớp chữ', en: 'text layer' },
  plain: { vi: 'văn bản', en: 'text' },
  repaired: { vi: 'đã phục hồi', en: 'repaired' },
  mixed: { vi: 'nhiều nguồn', en: 'mixed' },
};

const Outline = ({ data, page }: { data: PaperData; page: Page }) => (
  <nav class="outline" aria-label={page.say('Các mục', 'Items')}>
    <a
      href={link(`/van-ban/${data.document.id}`)}
      class="head"
      aria-current={data.selected === null && data.passage === null ? 'true' : undefined}
    >
      {page.say('Phần đầu văn bản', 'Head of the paper')}
      {data.reasons.length > 0 ? <span class="flag">{data.reasons.length}</span> : null}
    </a>
    <ol>
      {data.outline.map(({ id, number, kind, depth, text, review, page: at }) => (
        <li class={`${kind} depth-${Math.min(depth, 4)}`}>
          <a
            href={link(`/van-ban/${data.document.id}`, { item: id })}
            aria-current={id === (data.selected?.id ?? data.passage?.id) ? 'true' : undefined}
            title={`${page.say('trang', 'page')} ${at}`}
          >
            <span class={`dot ${review}`} title={REVIEWS[review][page.language]}></span>
            <span>
              {kind === 'passage' ? <b>{page.say('chưa nhận: ', 'unclaimed: ')}</b> : null}
              {number === '' ? '' : null}
              {text}
            </span>
          </a>
        </li>
      ))}
    </ol>
  </nav>
);

const Header = ({ data, page }: { data: PaperData; page: Page }) => {
  const { document } = data;
  const rows: readonly (readonly [string, string | null])[] = [
    [page.say('Cơ quan ban hành', 'Issuer'), document.issuer],
    [page.say('Số, ký hiệu', 'Number'), document.number],
    [page.say('Nơi, ngày', 'Place, date'), [document.place, day(document.issuedOn)].filter((part) => part).join(', ')],
    [page.say('Gợi ý', 'Suggested'), document.suggested],
    [page.say('Ngày họp', 'Meeting'), day(document.heldOn)],
    [page.say('Hội nghị lần thứ', 'Meeting number'), document.meetingNumber],
    [page.say('Trích yếu', 'Subject'), document.subject],
    [page.say('Người ký', 'Signer'), document.signer],
    [page.say('Độ khẩn', 'Urgency'), document.urgency],
    [page.say('Nơi nhận', 'Recipients'), document.recipients.join('; ')],
    [page.say('Chữ ký số', 'Signatures'), data.signatures.join('; ')],
    [
      page.say('Nguồn chữ', 'Text'),
      `${ORIGINS[document.textOrigin]?.[page.language] ?? ''}${document.confidence === null ? '' : ` · ${Math.floor(document.confidence * 100)} %`}`,
    ],
    [page.say('Tệp', 'File'), document.path],
  ];
  return (
    <section class="detail">
      <h2>{paperName(data.document, page)}</h2>
      <Reasons reasons={data.reasons} page={page} />
      <dl>
        {rows
          .filter(([, value]) => value !== null && value !== '')
          .map(([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ))}
      </dl>
      {!mayAs(page.visitor.role, 'reviewer') ? null : (
        <div class="acts">
          {document.suggested === null ? null : (
            <Act
              page={page}
              id={document.id}
              revision={document.revision}
              act="accept"
              back={link(`/van-ban/${document.id}`)}
              class="first"
            >
              {page.say('Nhận gợi ý', 'Take what is suggested')}
            </Act>
          )}
          <a class="button" href={link('/ra-soat', { item: document.id })}>
            {page.say('Sửa phần đầu …', 'Correct the head …')}
          </a>
        </div>
      )}
      {data.files.length > 1 ? (
        <details>
          <summary>
            {page.say('Bản trùng, phiên bản', 'Copies, versions')} ({data.files.length})
          </summary>
          <ul class="plain">
            {data.files.map(({ path, as }) => (
              <li>
                {path} <small class="quiet">{as}</small>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
};

const Passage = ({ data, page }: { data: PaperData; page: Page }) =>
  data.passage === null ? null : (
    <section class="detail">
      <h2>{page.say('Đoạn chưa thành nhiệm vụ', 'A passage that became no task')}</h2>
      <p class="text">{data.passage.text}</p>
      {!mayAs(page.visitor.role, 'reviewer') ? null : (
        <div class="acts">
          <Act
            page={page}
            id={data.passage.id}
            revision=""
            act="add"
            back={link(`/van-ban/${data.document.id}`)}
            class="first"
          >
            {page.say('Thành nhiệm vụ', 'Make it a task')}
          </Act>
          <Act
            page={page}
            id={data.passage.id}
            revision={data.passage.id}
            act="dismiss"
            back={link(`/van-ban/${data.document.id}`)}
          >
            {page.say('Không phải nhiệm vụ', 'No task')}
          </Act>
        </div>
      )}
    </section>
  );

const History = ({ data, page }: { data: PaperData; page: Page }) =>
  data.history.length === 0 ? null : (
    <details class="history">
      <summary>
        {page.say('Lịch sử sửa', 'History')} ({data.history.length})
      </summary>
      <ol>
        {data.history.map(({ key, at, by, what, undone, isUndo }) => (
          <li class={undone ? 'undone' : undefined}>
            <small class="quiet">
              {formatMoment(at)} · {by}
              {isUndo ? page.say(' · hoàn tác', ' · undo') : ''}
            </small>
            <span>{what}</span>
            {undone || !mayAs(page.visitor.role, 'reviewer') ? null : (
              <form method="post" action="/sua">
                <Hidden page={page} values={{ do: 'undo', key, back: linkFrom(page, {}) }} />
                <button type="submit">{page.say('Hoàn tác', 'Undo')}</button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </details>
  );

export const PAPER = defineRoute({
  path: '/van-ban/:id',
  summary: { vi: 'Một văn bản: ảnh trang, các mục, chi tiết', en: 'A paper: page, items, detail' },
  role: 'reader',
  query: PaperQuery,
  data: PaperData,
  load: loadPaperData,
  title: ({ document }, page) => paperName(document, page),
  view: (data, page) => (
    <div class="paper">
      <Outline data={data} page={page} />
      <div class="middle">
        <PageTurner shown={data} page={page} item={data.selected?.id} />
        <PageView
          shown={data}
          page={page}
          hrefOf={(item) => link(`/van-ban/${data.document.id}`, { item, p: data.page.number })}
        />
      </div>
      <aside>
        {data.selected === null ? null : <ItemDetail item={data.selected} documentId={data.document.id} page={page} />}
        <Passage data={data} page={page} />
        {data.selected === null && data.passage === null ? <Header data={data} page={page} /> : null}
        <History data={data} page={page} />
      </aside>
    </div>
  ),
});
