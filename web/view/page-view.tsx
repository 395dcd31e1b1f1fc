import type { FC } from 'hono/jsx';
import { mayAs } from '../../output/access/access.js';
import { PICTURE_WIDTH } from '../images.js';
import { link, type Page } from '../page.js';
import type { PaperData } from '../screens/paper-schema.js';
import { MarkedPage } from './marked-page.js';

/** Where the picture of a page is asked for. */
export const imageAddress = (sha256: string, page: number): string => `/anh/${sha256}/${page}.webp`;

interface Shown {
  readonly document: { readonly id: string; readonly sha256: string; readonly pageCount: number };
  readonly page: PaperData['page'];
  readonly frames: PaperData['frames'];
}

/** Size of the drawing that lies over a page: shares of it in ten thousandths. */
const FINENESS = 10_000;
const part = (share: number): number => Math.round(share * FINENESS);
/** Width by height of A4, where a page says nothing of its size. */
const A4 = 210 / 297;
/** Pixels from top to bottom of the picture of a page. */
export const pictureHeight = (ratio: number | null): number => Math.round(PICTURE_WIDTH / (ratio ?? A4));

/** A page with its frames: a click on a line shows its item. `hrefOf`: address of an item. — ảnh trang và khung */
export const PageView: FC<{ shown: Shown; page: Page; hrefOf: (item: string) => string; zoom?: boolean }> = ({
  shown,
  page,
  hrefOf,
  zoom,
}) => {
  const { document, page: own, frames } = shown;
  if (!own.hasImage)
    return (
      <page-view class="page-text">
        {own.text === '' ? (
          <p class="quiet">{page.say('Trang này không có chữ.', 'This page has no text.')}</p>
        ) : (
          <pre>
            <MarkedPage text={own.text} marks={own.marks} hrefOf={hrefOf} part={page.query.get('part')} />
          </pre>
        )}
      </page-view>
    );
  return (
    <page-view
      class="page-view"
      data-zoom={zoom === true ? '1' : undefined}
      data-next={own.number < document.pageCount ? imageAddress(document.sha256, own.number + 1) : undefined}
    >
      <div class="sheet">
        <img
          src={imageAddress(document.sha256, own.number)}
          alt={page.say(`Ảnh trang ${own.number}`, `Picture of page ${own.number}`)}
          width={PICTURE_WIDTH}
          height={pictureHeight(own.ratio)}
        />
        <svg viewBox={`0 0 ${FINENESS} ${FINENESS}`} preserveAspectRatio="none" aria-hidden="true">
          {frames.map(({ kind, item, part: name, left, top, right, bottom }) => {
            const box = (
              <rect
                class={name !== '' && name === page.query.get('part') ? `frame ${kind} at` : `frame ${kind}`}
                x={part(left)}
                y={part(top)}
                width={Math.max(1, part(right) - part(left))}
                height={Math.max(1, part(bottom) - part(top))}
                vector-effect="non-scaling-stroke"
              />
            );
            return kind === 'item' || kind === 'passage' ? (
              <a href={hrefOf(item)} tabindex={-1}>
                {box}
              </a>
            ) : (
              box
            );
          })}
        </svg>
      </div>
      <p class="gone" hidden>
        {page.say(
          'Không mở được ảnh trang: tệp gốc đã chuyển chỗ hoặc thay đổi. Chữ đã đọc vẫn còn. Nạp lại thư mục nơi tệp đang nằm để xem ảnh.',
          'The picture cannot be had: the file was moved or changed. What was read is still here. Take in the folder where it lies now.',
        )}{' '}
        {mayAs(page.visitor.role, 'admin') ? (
          <a href="/nap">{page.say('Chọn lại tệp …', 'Choose the file again …')}</a>
        ) : null}
      </p>
    </page-view>
  );
};

/** Links to the pages before and behind. */
export const PageTurner: FC<{ shown: Shown; page: Page; item: string | undefined }> = ({ shown, page, item }) => {
  const { document, page: own } = shown;
  const to = (number: number): string => link(`/van-ban/${document.id}`, { item, p: number });
  return (
    <div class="turner">
      {own.number > 1 ? (
        <a href={to(own.number - 1)} data-key="ArrowLeft" aria-label={page.say('Trang trước', 'Page before')}>
          ‹
        </a>
      ) : (
        <span />
      )}
      <span>
        {page.say('trang', 'page')} {own.number}/{Math.max(document.pageCount, own.number)}
      </span>
      {own.number < document.pageCount ? (
        <a href={to(own.number + 1)} data-key="ArrowRight" aria-label={page.say('Trang sau', 'Next page')}>
          ›
        </a>
      ) : (
        <span />
      )}
    </div>
  );
};
