import type { FC } from 'hono/jsx';
import { formatFigure, formatMoment } from '../../cli/format.js';
import type { Bilingual } from '../../schemas/bilingual.js';
import type { Page } from '../page.js';
import type { ManageData } from '../screens/manage-data.js';
import { isBusy, UpkeepKind, type UpkeepState } from '../upkeep/job.js';
import { Hidden } from './layout.js';
import { figure } from './parts.js';

const NAMES: Readonly<Record<UpkeepKind, { readonly name: Bilingual; readonly what: Bilingual }>> = {
  backup: {
    name: { vi: 'Sao lưu', en: 'Back up' },
    what: {
      vi: 'một bản đã kiểm tra, ghi được cả khi đang nạp; hằng ngày',
      en: 'a checked copy, also while papers are taken in; every day',
    },
  },
  verify: {
    name: { vi: 'Kiểm tra', en: 'Verify' },
    what: {
      vi: 'mọi thứ đã lưu đọc lại được, tệp gốc còn nguyên; hằng tuần và sau khi phục hồi',
      en: 'all that is stored can be read, the originals are what they were; every week and after a recovery',
    },
  },
  doctor: {
    name: { vi: 'Kiểm tra cài đặt', en: 'Check the set-up' },
    what: {
      vi: 'nhận dạng chữ, LibreOffice, mô hình, SQLite, quyền ghi, phông chữ',
      en: 'OCR, LibreOffice, model, SQLite, rights, fonts',
    },
  },
  reprocess: {
    name: { vi: 'Xử lý lại', en: 'Run again' },
    what: {
      vi: 'các tệp đọc bằng phiên bản cũ; chỉnh sửa của người dùng được giữ',
      en: 'files that an earlier version read; corrections are kept',
    },
  },
};

const TITLES: Readonly<Record<UpkeepState['phase'], Bilingual>> = {
  idle: { vi: '', en: '' },
  working: { vi: 'đang chạy', en: 'running' },
  stopping: { vi: 'đang dừng', en: 'stopping' },
  stopped: { vi: 'đã dừng', en: 'stopped' },
  done: { vi: 'xong', en: 'done' },
  failed: { vi: 'không xong', en: 'failed' },
};

/** How far the work has come, and what came of it. */
export const UpkeepProgress: FC<{ state: UpkeepState; page: Page }> = ({ state, page }) => {
  const { kind, done, of, text, error, ok } = state;
  if (kind === null) return null;
  return (
    <div class="progress">
      <h3>
        {NAMES[kind].name[page.language]}: {TITLES[state.phase][page.language]}
        {ok === false && state.phase === 'done' ? page.say(', có việc phải xem', ', something to look at') : ''}
        {state.startedAt === null ? '' : ` · ${state.by}, ${formatMoment(state.startedAt)}`}
      </h3>
      {isBusy(state.phase) ? (
        of === null ? (
          <progress aria-label={page.say('Tiến độ', 'Progress')}></progress>
        ) : (
          <>
            <progress max={of} value={done} aria-label={page.say('Tiến độ', 'Progress')}></progress>
            <p class="quiet">
              {figure(done, page)}/{figure(of, page)}
            </p>
          </>
        )
      ) : null}
      {error === null ? null : (
        <p class="wrong" role="alert">
          {error.text[page.language]} {error.hint?.[page.language]}
        </p>
      )}
      {text === null || text.vi === '' ? null : (
        <pre class={ok === false ? 'report not-well' : 'report'} tabindex={0}>
          {text[page.language]}
        </pre>
      )}
    </div>
  );
};

const Start: FC<{ act: string; page: Page; disabled?: boolean; children?: unknown }> = ({
  act,
  page,
  disabled,
  children,
}) => (
  <form method="post" action="/quan-tri/viec">
    <Hidden page={page} values={{ do: act }} />
    <button type="submit" disabled={disabled}>
      {children as never}
    </button>
  </form>
);

/** The work that admins have done, each with what it is for; how the one in hand goes. — chăm sóc cơ sở dữ liệu */
export const Work: FC<{ data: ManageData; page: Page }> = ({ data, page }) => {
  const { upkeep, versions } = data;
  if (upkeep === null) return null;
  const { state } = upkeep;
  const isLive = isBusy(state.phase);
  const isTakingIn = page.intake.job.isBusy;
  return (
    <section class="card" aria-labelledby="work">
      <h2 id="work">{page.say('Chăm sóc cơ sở dữ liệu', 'Look after the database')}</h2>
      <ul class="accounts">
        {UpkeepKind.options.map((kind) => (
          <li>
            <span class="grow">
              <b>{NAMES[kind].name[page.language]}</b>
              <small class="quiet line">
                {NAMES[kind].what[page.language]}
                {kind === 'reprocess'
                  ? page.say(
                      ` · ${figure(versions.stale, page)} tệp cần chạy lại`,
                      ` · ${figure(versions.stale, page)} files`,
                    )
                  : ''}
                {kind === 'reprocess' && isTakingIn
                  ? page.say(' · đang nạp: đợi lượt nạp xong', ' · papers are being taken in: wait until that is done')
                  : ''}
              </small>
            </span>
            <Start act={kind} page={page} disabled={isLive || (kind === 'reprocess' && isTakingIn)}>
              {page.say('Chạy', 'Run')}
            </Start>
          </li>
        ))}
      </ul>
      {state.phase === 'idle' ? null : (
        <div class="work">
          {isLive ? (
            <live-part data-from="/quan-tri/dien-bien" data-phase={state.phase}>
              <UpkeepProgress state={state} page={page} />
            </live-part>
          ) : (
            <UpkeepProgress state={state} page={page} />
          )}
          <Start act={isLive ? 'stop' : 'close'} page={page}>
            {isLive ? page.say('Dừng', 'Stop') : page.say('Đóng', 'Close')}
          </Start>
        </div>
      )}
    </section>
  );
};

const megabytes = (bytes: number, page: Page): string => `${formatFigure(bytes / 1e6, 1, page.say)} MB`;

const RemoveBackup: FC<{ name: string; page: Page }> = ({ name, page }) => (
  <details class="menu">
    <summary class="button">{page.say('Xoá …', 'Remove …')}</summary>
    <div>
      <form method="post" action="/quan-tri/viec" class="fields">
        <Hidden page={page} values={{ do: 'remove-backup', name }} />
        <p>{page.say(`Xoá hẳn ${name}? Không lấy lại được.`, `Remove ${name}? It cannot be had back.`)}</p>
        <button type="submit">{page.say('Xoá bản này', 'Remove it')}</button>
      </form>
    </div>
  </details>
);

/** The backups that lie in the folder, and the way back from one. — bản sao lưu, phục hồi */
export const BackupList: FC<{ data: ManageData; page: Page }> = ({ data, page }) => {
  const { upkeep } = data;
  if (upkeep === null) return null;
  const { folder, backups, mayDownload } = upkeep;
  const all = backups.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <section class="card" aria-labelledby="backups">
      <h2 id="backups">{page.say('Bản sao lưu', 'Backups')}</h2>
      <p class="quiet">
        {page.say('Thư mục trên máy chủ', 'Folder on the server')}: {folder}
      </p>
      {backups.length === 0 ? (
        <p>{page.say('Chưa có bản nào.', 'None yet.')}</p>
      ) : (
        <p class="quiet">
          {page.say(
            `${figure(backups.length, page)} bản, ${megabytes(all, page)}. Không bản nào tự bị xoá: bản không cần nữa thì xoá ở đây; bản mới nhất luôn được giữ.`,
            `${figure(backups.length, page)}, ${megabytes(all, page)}. None goes by itself: remove here what is not needed any more; the newest stays.`,
          )}
        </p>
      )}
      <ul class="accounts">
        {backups.map(({ name, bytes, writtenAt }, i) => (
          <li>
            <span>
              {name}{' '}
              <small class="quiet">
                {megabytes(bytes, page)} · {formatMoment(writtenAt)}
              </small>
            </span>
            <span class="pair">
              {i === 0 ? null : <RemoveBackup name={name} page={page} />}
              {mayDownload ? (
                <a class="button" href={`/quan-tri/sao-luu/${encodeURIComponent(name)}`} hx-boost="false" download>
                  {page.say('Tải về', 'Download')}
                </a>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {mayDownload ? null : (
        <p class="quiet">
          {page.say(
            'Cơ sở dữ liệu này giữ văn bản mật: bản sao lưu không tải về qua trang.',
            'This database holds classified papers: its backups are not downloaded.',
          )}
        </p>
      )}
      <details class="how">
        <summary>{page.say('Phục hồi từ một bản sao lưu', 'Recover from a backup')}</summary>
        <ol class="steps">
          <li>
            {page.say('Dừng ketluan serve và mọi lệnh ketluan khác.', 'Stop ketluan serve and every other ketluan.')}
          </li>
          <li>
            {page.say(
              `Đổi tên ${data.database.path} cùng tệp -wal, -shm (nếu có) thành tên khác, không xoá.`,
              `Rename ${data.database.path} and its -wal and -shm (if any); do not delete them.`,
            )}
          </li>
          <li>
            {page.say(`Chép bản sao lưu thành ${data.database.path}.`, `Copy the backup to ${data.database.path}.`)}
          </li>
          <li>
            {page.say(
              'Chạy ketluan verify, rồi ketluan serve; nạp lại các thư mục: tệp đã có được bỏ qua.',
              'Run ketluan verify, then ketluan serve; take the folders in again: what is there is passed over.',
            )}
          </li>
        </ol>
        <p class="quiet">
          {page.say(
            'Chỉnh sửa làm sau bản sao lưu thì mất. Người dùng, mã, nhật ký ở tệp .access và tệp gửi lên qua trang không nằm trong bản sao lưu: chép riêng.',
            'Corrections made after the backup are lost. Users, tokens and the log (.access), and files that were sent by the page, are not in it: copy them apart.',
          )}
        </p>
      </details>
    </section>
  );
};

const STAGES: Readonly<Record<string, Bilingual>> = {
  intake: { vi: 'tiếp nhận', en: 'intake' },
  paginate: { vi: 'tách trang', en: 'paginate' },
  recognize: { vi: 'nhận dạng', en: 'recognize' },
  repair: { vi: 'phục hồi chữ', en: 'repair' },
  outline: { vi: 'dựng mục', en: 'outline' },
  extract: { vi: 'trích nhiệm vụ', en: 'extract' },
};

/** Versions of the program and its stages, and how many files stand behind them. — phiên bản */
export const Versions: FC<{ data: ManageData; page: Page }> = ({ data, page }) => (
  <section class="card detail" aria-labelledby="versions">
    <h2 id="versions">{page.say('Phiên bản', 'Versions')}</h2>
    <dl>
      <dt>ketluan</dt>
      <dd>{data.versions.program}</dd>
      <dt>{page.say('Cấu trúc', 'Layout')}</dt>
      <dd>{data.database.layout}</dd>
      {data.versions.stages.map(({ stage, version, behind }) => (
        <>
          <dt>{STAGES[stage]?.[page.language] ?? stage}</dt>
          <dd>
            {version}
            {behind === 0 ? null : (
              <span class="flag">
                {page.say(`${figure(behind, page)} tệp bằng bản cũ`, `${figure(behind, page)} files by an earlier one`)}
              </span>
            )}
          </dd>
        </>
      ))}
    </dl>
  </section>
);
