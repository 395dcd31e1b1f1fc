import type { FC } from 'hono/jsx';
import { RESULT_NAMES } from '../../cli/result-names.js';
import type { Bilingual } from '../../schemas/bilingual.js';
import { type IntakeState, isBusy } from '../intake/job.js';
import { link, type Page } from '../page.js';
import type { IntakeData } from '../screens/intake-data.js';
import { Hidden } from './layout.js';
import { figure, fileName } from './parts.js';

const NAMES: Readonly<Record<string, Bilingual>> = {
  ...RESULT_NAMES,
  read: { vi: 'sẽ nạp', en: 'would be read' },
  moved: { vi: 'đã chuyển chỗ, sẽ nhận chỗ mới', en: 'moved, would be found again' },
  'put-back': { vi: 'đã gỡ theo lượt, sẽ đưa trở lại', en: 'taken out with a batch, would be put back' },
};

/** What became of a file, in words. */
export const nameOf = (result: string, page: Page): string => NAMES[result]?.[page.language] ?? result;

/** A form of one button. */
export const Do: FC<{
  act: string;
  page: Page;
  class?: string;
  values?: Readonly<Record<string, string | number>>;
  disabled?: boolean;
  children?: unknown;
}> = ({ act, page, class: look, values = {}, disabled, children }) => (
  <form method="post" action={`/nap/${act}`}>
    <Hidden page={page} values={values} />
    <button type="submit" class={look} disabled={disabled}>
      {children as never}
    </button>
  </form>
);

/** True while nothing may be taken in, since files are run again. */
export const isHeldUp = ({ upkeep }: Page): boolean => upkeep?.job.isReprocessing === true;

/** Says so. — đang xử lý lại */
export const HeldUp: FC<{ page: Page }> = ({ page }) =>
  isHeldUp(page) ? (
    <p class="trouble" role="status">
      {page.say(
        'Đang xử lý lại các tệp cũ: xem trước được, nạp thì đợi xong, hoặc dừng việc đó ở ',
        'Files are being run again: look ahead, but wait with taking in until that is done, or stop it under ',
      )}
      <a href="/quan-tri">{page.say('Quản trị', 'Manage')}</a>.
    </p>
  ) : null;

const TONES: Readonly<Record<string, string>> = {
  stored: 'going',
  'needs-review': 'soon',
  quarantined: 'late',
  read: 'look',
  moved: 'look',
  'put-back': 'look',
};

const Counts: FC<{ counts: Readonly<Record<string, number>>; page: Page }> = ({ counts, page }) => (
  <ul class="counts">
    {Object.entries(counts).map(([result, count]) => (
      <li class={TONES[result] ?? 'always'}>
        <b>{figure(count, page)}</b> {nameOf(result, page)}
      </li>
    ))}
  </ul>
);

/** Kinds that are named, the most frequent first. */
const MOST_KINDS = 8;

/** Which kinds of files would be read: "16 .docx · 12 .txt". */
const Kinds: FC<{ kinds: Readonly<Record<string, number>>; page: Page }> = ({ kinds, page }) => {
  const all = Object.entries(kinds).toSorted(([, a], [, b]) => b - a);
  return all.length === 0 ? null : (
    <p class="quiet">
      {all
        .slice(0, MOST_KINDS)
        .map(
          ([kind, count]) => `${figure(count, page)} ${kind === '' ? page.say('không đuôi', 'without ending') : kind}`,
        )
        .join(' · ')}
      {all.length > MOST_KINDS ? ' · …' : ''}
    </p>
  );
};

/** What is taken in, as people call it: the folder, or what somebody sent. */
const nameRoots = ({ paths }: IntakeState, { intake, say }: Page): string =>
  paths
    .map((path) => (intake.uploads.holds(path) ? say('tệp gửi lên', 'files that were sent') : fileName(path)))
    .join(', ');

const Files: FC<{ files: IntakeState['told']; page: Page }> = ({ files, page }) =>
  files.length === 0 ? null : (
    <ul class="files">
      {files.map(({ path, result, reasons }) => (
        <li>
          <span class="name" title={path}>
            {fileName(path)}
          </span>{' '}
          <small class="quiet">{nameOf(result, page)}</small>
          {reasons.slice(0, 3).map(({ message }) => (
            <small class="why">{message[page.language]}</small>
          ))}
        </li>
      ))}
    </ul>
  );

const TITLES: Readonly<Record<IntakeState['phase'], Bilingual>> = {
  idle: { vi: '', en: '' },
  looking: { vi: 'Đang xem thư mục …', en: 'Looking at the folder …' },
  seen: { vi: 'Xem trước: chưa đọc, chưa ghi gì', en: 'Preview: nothing was read or written' },
  reading: { vi: 'Đang nạp', en: 'Taking in' },
  stopping: { vi: 'Đang dừng …', en: 'Stopping …' },
  stopped: { vi: 'Đã tạm dừng', en: 'Paused' },
  done: { vi: 'Đã nạp xong', en: 'Done' },
  failed: { vi: 'Không nạp được', en: 'It failed' },
};

/** How far it has come: what changes while files are taken in. */
export const Progress: FC<{ state: IntakeState; page: Page }> = ({ state, page }) => {
  const isSeen = state.phase === 'seen' || state.phase === 'looking';
  return (
    <div class="progress">
      <h2>
        {TITLES[state.phase][page.language]}
        {state.found > 0 ? (
          <span class="quiet">
            {' '}
            {figure(state.done, page)}/{figure(state.found, page)} {page.say('tệp', 'files')}
            {state.pages > 0 ? ` · ${figure(state.pages, page)} ${page.say('trang quét', 'scanned pages')}` : ''}
          </span>
        ) : null}
      </h2>
      {state.paths.length === 0 ? null : <p class="quiet">{nameRoots(state, page)}</p>}
      {state.found > 0 ? (
        <progress max={state.found} value={state.done} aria-label={page.say('Tiến độ', 'Progress')}></progress>
      ) : null}
      {state.error === null ? null : (
        <p class="wrong" role="alert">
          {state.error.text[page.language]} {state.error.hint?.[page.language]}
        </p>
      )}
      <Counts counts={isSeen ? state.seen : state.counts} page={page} />
      {isSeen ? <Kinds kinds={state.kinds} page={page} /> : null}
      <ul class="hand">
        {state.inHand.map(({ path, page: at, of }) => (
          <li>
            <span class="name" title={path}>
              {fileName(path)}
            </span>{' '}
            <small class="quiet">
              {of > 0 ? `${page.say('trang', 'page')} ${at}/${of}` : page.say('đang đọc', 'reading')}
            </small>
          </li>
        ))}
      </ul>
      <Files files={isSeen ? state.leftOut : state.told} page={page} />
    </div>
  );
};

/** The intake in hand, or the last one, with what one may do. */
export const State: FC<{ state: IntakeState; page: Page }> = ({ state, page }) => {
  const { say } = page;
  const isLive = isBusy(state.phase);
  const { read: wanted = 0, moved = 0, 'put-back': back = 0 } = state.seen;
  return (
    <section class="card intake" data-phase={state.phase}>
      {isLive ? (
        <live-part data-from="/nap/dien-bien" data-phase={state.phase}>
          <Progress state={state} page={page} />
        </live-part>
      ) : (
        <Progress state={state} page={page} />
      )}
      <div class="acts">
        {state.phase === 'seen' && wanted + back + moved > 0 ? (
          <Do act="bat-dau" page={page} class="first" disabled={isHeldUp(page)}>
            {wanted > 0
              ? say(`Nạp ${figure(wanted, page)} tệp`, `Take in ${figure(wanted, page)} files`)
              : back > 0
                ? say(`Đưa trở lại ${figure(back, page)} tệp`, `Put ${figure(back, page)} files back`)
                : say(`Nhận chỗ mới của ${figure(moved, page)} tệp`, `Find ${figure(moved, page)} files again`)}
          </Do>
        ) : null}
        {state.phase === 'reading' || state.phase === 'looking' ? (
          <Do act="dung" page={page}>
            {say('Tạm dừng', 'Pause')}
          </Do>
        ) : null}
        {(state.phase === 'stopped' || state.phase === 'failed') && state.paths.length > 0 ? (
          <Do act="bat-dau" page={page} class="first" disabled={isHeldUp(page)}>
            {say('Tiếp tục', 'Go on')}
          </Do>
        ) : null}
        {isLive ? null : (
          <Do act="bo" page={page}>
            {say('Đóng', 'Close')}
          </Do>
        )}
      </div>
    </section>
  );
};

/** Where papers come from: dropped on the page, or lying on the server's disk. */
export const Choose: FC<{ data: IntakeData; page: Page }> = ({ data, page }) => {
  const { say } = page;
  const { folder } = data;
  if (isBusy(data.state.phase)) return null;
  return (
    <div class="columns">
      <section class="card" aria-labelledby="drop">
        <h2 id="drop">{say('Từ máy này', 'From this machine')}</h2>
        <drop-files
          class="drop"
          data-sending={say('Đang gửi', 'Sending')}
          data-failed={say('Không gửi được', 'Could not send')}
          data-closed={say(
            'Chưa gửi gì: máy chủ không trả lời hoặc phiên đăng nhập đã hết. Tải lại trang rồi gửi lại.',
            'Nothing was sent: the server does not answer, or your session ended. Load the page again, then send again.',
          )}
          data-go-on={say('Xem trước những tệp đã gửi được?', 'Preview those that were sent?')}
        >
          <p>{say('Kéo thư mục hoặc tệp vào đây', 'Drop a folder or files here')}</p>
          <div class="acts">
            <label class="button">
              {say('Chọn tệp …', 'Choose files …')}
              <input type="file" multiple class="hidden-input" />
            </label>
            <label class="button">
              {say('Chọn thư mục …', 'Choose a folder …')}
              <input type="file" webkitdirectory class="hidden-input" />
            </label>
          </div>
          <p class="quiet told" role="status">
            {say('PDF, ảnh quét, Word, văn bản; mỗi tệp đến 512 MB.', 'PDF, scans, Word, text; up to 512 MB a file.')}
          </p>
        </drop-files>
      </section>
      <section class="card" aria-labelledby="disk">
        <h2 id="disk">{say('Từ thư mục trên máy chủ', "From a folder on the server's disk")}</h2>
        {data.places.length === 0 ? (
          <p class="quiet">
            {say(
              'Chưa mở thư mục nào. Chạy ketluan serve --intake <thư mục> để chọn được ở đây.',
              'No folder is open. Start ketluan serve --intake <folder> to choose from it.',
            )}
          </p>
        ) : folder === null ? (
          <ul class="plain">
            {data.places.map((name, i) => (
              <li>
                <a href={link('/nap', { place: String(i) })}>{name}</a>
              </li>
            ))}
          </ul>
        ) : (
          <>
            <p>
              <a href="/nap">{say('Các thư mục', 'Folders')}</a> ›{' '}
              <a href={link('/nap', { place: String(folder.place) })}>{fileName(data.places[folder.place] ?? '')}</a>
              {folder.way.map((name, i) => (
                <>
                  {' › '}
                  <a href={link('/nap', { place: String(folder.place), way: folder.way.slice(0, i + 1).join('/') })}>
                    {name}
                  </a>
                </>
              ))}
            </p>
            <p class="quiet">
              {figure(folder.files, page)} {say('tệp', 'files')}, {figure(folder.folders.length, page)}{' '}
              {say('thư mục con', 'folders below')}
            </p>
            <ul class="plain folders">
              {folder.folders.map((name) => (
                <li>
                  <a href={link('/nap', { place: String(folder.place), way: [...folder.way, name].join('/') })}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
            <Do act="xem-truoc" page={page} class="first" values={{ place: folder.place, way: folder.way.join('/') }}>
              {say('Xem trước thư mục này', 'Preview this folder')}
            </Do>
          </>
        )}
      </section>
    </div>
  );
};
