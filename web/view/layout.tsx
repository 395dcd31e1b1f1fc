import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { mayAs, ROLES } from '../../output/access/access.js';
import { CSRF_FIELD } from '../guard.js';
import { linkFrom, type Page } from '../page.js';
import { SCREENS } from '../text.js';

/** What a form brings back that nobody types: first of all, that it came from here. */
export const Hidden: FC<{ page: Page; values?: Readonly<Record<string, string | number>> }> = ({
  page,
  values = {},
}) => (
  <>
    {Object.entries({ [CSRF_FIELD]: page.visitor.csrf ?? '', ...values }).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

const isCurrent = (own: string, path: string): boolean => (own === '/' ? path === '/' : path.startsWith(own));

/** Views that a new search stays in. */
const SEARCHED: ReadonlySet<string> = new Set(['/tim', '/tim/lich', '/tim/dong-thoi-gian', '/van-ban']);

const Navigation: FC<{ page: Page }> = ({ page }) => (
  <nav class="screens" aria-label={page.say('Các màn hình', 'Screens')}>
    {SCREENS.filter(({ role }) => mayAs(page.visitor.role, role)).map(({ path, name, key }) => (
      <a
        href={path}
        aria-current={isCurrent(path, page.path) ? 'page' : undefined}
        data-key={`alt+${key}`}
        title={`Alt+${key}`}
      >
        {name[page.language]}
      </a>
    ))}
  </nav>
);

const Who: FC<{ page: Page }> = ({ page }) => (
  <div class="who">
    <a
      class="language"
      href={linkFrom(page, { lang: page.language === 'vi' ? 'en' : 'vi' })}
      lang={page.say('en', 'vi')}
    >
      {page.say('English', 'Tiếng Việt')}
    </a>
    <details>
      <summary>{page.visitor.name}</summary>
      <form method="post" action="/ra">
        <Hidden page={page} />
        <p class="quiet">{ROLES[page.visitor.role][page.language]}</p>
        <button type="submit">{page.say('Thoát', 'Log out')}</button>
        <button type="submit" name="everywhere" value="1">
          {page.say('Thoát trên mọi máy', 'Log out everywhere')}
        </button>
      </form>
    </details>
  </div>
);

/** Says, on every screen, that what is seen cannot be changed, and where one works. */
const ReadOnlyNotice: FC<{ page: Page }> = ({ page: { readOnly, say } }) =>
  readOnly === null ? null : (
    <aside class="notice" aria-label={say('Bản chỉ đọc', 'Read only')}>
      <p>
        <b>{say('Bản chỉ đọc.', 'Read only.')}</b>{' '}
        {readOnly.reason === 'published'
          ? say(
              'Xem, tìm và xuất được; sửa và nạp thì mở cơ sở dữ liệu đang làm việc.',
              'Look, search and export here; to correct or take in, open the database that is worked with.',
            )
          : say(
              'Tệp hoặc thư mục không ghi được: xem, tìm và xuất được, không sửa, không nạp.',
              'The file or its folder cannot be written: look, search and export; nothing can be corrected or taken in.',
            )}
        {readOnly.isReplaced ? (
          <>
            {' '}
            <strong>
              {say(
                'Tệp này đã được thay bằng bản mới hơn: khởi động lại ketluan serve để xem bản mới.',
                'A newer file took the place of this one: start ketluan serve again to see it.',
              )}
            </strong>
          </>
        ) : null}
      </p>
    </aside>
  );
/** The screens that need a script of their own. */
const DESK = /^\/(?:ra-soat|nap|quan-tri)(?:\/|$)/u;

/** The whole document: what stands around every screen. `bare`: without screens and search, for who is not in yet. */
export const Layout: FC<{ title: string; page: Page; bare?: boolean; wide?: boolean; children?: Child }> = ({
  title,
  page,
  bare,
  wide,
  children,
}) => (
  <>
    {raw('<!DOCTYPE html>')}
    <html lang={page.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="csrf" content={page.visitor.csrf ?? ''} />
        <meta
          name="htmx-config"
          content='{"includeIndicatorStyles":false,"allowEval":false,"selfRequestsOnly":true,"historyCacheSize":0,"refreshOnHistoryMiss":true}'
        />
        <title>{title === '' ? 'ketluan' : `${title} · ketluan`}</title>
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <script src="/assets/htmx.js" defer></script>
        <script src="/assets/page.js" defer></script>
      </head>
      <body hx-boost="true" hx-indicator="body">
        <a class="skip" href="#main">
          {page.say('Đến nội dung', 'To the content')}
        </a>
        {bare === true ? null : (
          <header class="top">
            <a class="brand" href="/">
              kết luận
            </a>
            <Navigation page={page} />
            <search class="find">
              <form action={SEARCHED.has(page.path) ? page.path : '/tim'}>
                <input
                  type="search"
                  name="q"
                  value={SEARCHED.has(page.path) ? (page.query.get('q') ?? '') : ''}
                  placeholder={page.say('Tìm: việc của Sở Y tế quá hạn …  ( / )', 'Search …  ( / )')}
                  aria-label={page.say('Tìm nhiệm vụ, văn bản', 'Search tasks, papers')}
                  data-key="/"
                  autocomplete="off"
                />
              </form>
            </search>
            <Who page={page} />
          </header>
        )}
        {bare === true ? null : <ReadOnlyNotice page={page} />}
        {DESK.test(page.path) ? <script type="module" src="/assets/desk.js"></script> : null}
        <main id="main" class={wide === true ? 'wide' : undefined}>
          {children}
        </main>
        <output
          id="said"
          data-gone={page.say(
            'Không liên lạc được với máy chủ. Việc vừa làm chưa được ghi; kiểm tra ketluan serve còn chạy rồi thử lại.',
            'The server does not answer. What you just did is not saved; see that ketluan serve still runs, and try again.',
          )}
          data-wrong={page.say(
            'Máy chủ không nhận việc vừa làm; chưa ghi gì. Tải lại trang rồi thử lại.',
            'The server did not take what you just did; nothing is saved. Load the page again and try once more.',
          )}
          data-refused={page.say(
            'Chưa ghi được: phiên đăng nhập đã hết hoặc đã đổi. Đăng nhập ở một thẻ khác, rồi bấm lại ở đây; chữ đã gõ vẫn còn.',
            'Not saved: your session ended or changed. Log in in another tab, then press again here; what you typed is still there.',
          )}
        ></output>
      </body>
    </html>
  </>
);
