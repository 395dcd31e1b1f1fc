import { z } from 'zod';
import { formatMoment } from '../../cli/format.js';
import { LEAST_PASSWORD, ROLES, Role } from '../../output/access/access.js';
import type { Bilingual } from '../../schemas/bilingual.js';
import type { Page } from '../page.js';
import { defineRoute } from '../routes.js';
import { Hidden } from '../view/layout.js';
import { figure } from '../view/parts.js';
import { BackupList, Versions, Work } from '../view/upkeep-parts.js';
import { loadManage, ManageData, type ManageTrouble } from './manage-data.js';

/** What people did, in words; what is not named here stands as it is kept. */
const ACTIONS: Readonly<Record<string, Bilingual>> = {
  login: { vi: 'đăng nhập', en: 'logged in' },
  logout: { vi: 'thoát', en: 'logged out' },
  'login-refused': { vi: 'đăng nhập sai', en: 'wrong password' },
  intake: { vi: 'nạp', en: 'took in' },
  retry: { vi: 'thử lại tệp cách ly', en: 'read again' },
  'undo-batch': { vi: 'hoàn tác lượt nạp', en: 'undid batch' },
  export: { vi: 'xuất', en: 'exported' },
  'save-search': { vi: 'lưu tìm kiếm', en: 'saved search' },
  'remove-search': { vi: 'bỏ tìm kiếm', en: 'removed search' },
  'user-saved': { vi: 'thêm, đổi mật khẩu', en: 'added, or changed' },
  'token-made': { vi: 'cấp mã', en: 'made a token' },
  'save-user': { vi: 'thêm, đổi mật khẩu', en: 'added, or changed' },
  'remove-user': { vi: 'bỏ người dùng', en: 'removed user' },
  'make-token': { vi: 'cấp mã', en: 'made a token' },
  'remove-token': { vi: 'bỏ mã', en: 'removed token' },
  backup: { vi: 'sao lưu', en: 'backed up' },
  'download-backup': { vi: 'tải bản sao lưu', en: 'downloaded backup' },
  'remove-backup': { vi: 'xoá bản sao lưu', en: 'removed backup' },
  verify: { vi: 'kiểm tra', en: 'verified' },
  doctor: { vi: 'kiểm tra cài đặt', en: 'checked the set-up' },
  reprocess: { vi: 'xử lý lại', en: 'ran files again' },
  confirm: { vi: 'xác nhận', en: 'confirmed' },
  fix: { vi: 'sửa', en: 'corrected' },
  accept: { vi: 'nhận gợi ý', en: 'took what was suggested' },
  dismiss: { vi: 'đánh dấu không phải nhiệm vụ', en: 'marked as no task' },
  add: { vi: 'thêm nhiệm vụ', en: 'made a task' },
  split: { vi: 'tách', en: 'split' },
  merge: { vi: 'gộp', en: 'merged' },
  undo: { vi: 'hoàn tác', en: 'undid' },
};

/** The trouble of one of the forms: that which was sent. */
const troubleOf = (trouble: ManageTrouble | undefined, act: string): ManageTrouble | undefined =>
  trouble?.form.do === act ? trouble : undefined;

interface Own {
  readonly page: Page;
  readonly trouble: ManageTrouble | undefined;
}

const Wrong = ({ trouble, field, page }: Own & { field: string }) =>
  trouble?.field === field ? (
    <small class="wrong" id={`wrong-${trouble.form.do}-${field}`} role="alert">
      {trouble.text[page.language]}
    </small>
  ) : null;

/** What ties a field to what is wrong with it. */
const tie = (trouble: ManageTrouble | undefined, field: string) =>
  trouble?.field === field
    ? { 'aria-invalid': 'true' as const, 'aria-describedby': `wrong-${trouble.form.do}-${field}`, autofocus: true }
    : {};

const NameField = ({ label, page, trouble }: Own & { label: string }) => (
  <label>
    <span>{label}</span>
    <input
      name="name"
      required
      maxlength={60}
      autocomplete="off"
      value={trouble?.form.name}
      {...tie(trouble, 'name')}
    />
    <Wrong trouble={trouble} field="name" page={page} />
  </label>
);

const PickRole = ({ page, trouble }: Own) => (
  <label>
    <span>{page.say('Quyền', 'Role')}</span>
    <select name="role" {...tie(trouble, 'role')}>
      {Role.options.map((role) => (
        <option value={role} selected={trouble?.form.role === role}>
          {ROLES[role][page.language]}
        </option>
      ))}
    </select>
    <Wrong trouble={trouble} field="role" page={page} />
  </label>
);

const Accounts = ({ accounts, act, page }: { accounts: ManageData['users']; act: string; page: Page }) => (
  <ul class="accounts">
    {accounts.map(({ name, role, madeAt }) => (
      <li>
        <span>
          <b>{name}</b>{' '}
          <small class="quiet">
            {ROLES[role][page.language]} · {formatMoment(madeAt)}
          </small>
        </span>
        <details class="menu">
          <summary class="button">{page.say('Bỏ …', 'Remove …')}</summary>
          <div>
            <form method="post" action="/quan-tri" class="fields">
              <Hidden page={page} values={{ do: act, name }} />
              <p>
                {act === 'remove-token'
                  ? page.say(
                      `Bỏ mã của ${name}? Phần mềm dùng mã này không vào được nữa.`,
                      `Remove the token of ${name}? What uses it is let in no more.`,
                    )
                  : page.say(
                      `Bỏ ${name}? Mọi phiên đang mở bị đóng ngay; việc đã làm vẫn ghi tên.`,
                      `Remove ${name}? Every session ends at once; what was done keeps the name.`,
                    )}
                {act === 'remove-user' && name === page.visitor.name
                  ? page.say(' Đây là tài khoản đang dùng.', ' This is the account that you use.')
                  : ''}
              </p>
              <button type="submit">{page.say('Bỏ', 'Remove')}</button>
            </form>
          </div>
        </details>
      </li>
    ))}
  </ul>
);

const Users = ({ data, page, trouble }: Own & { data: ManageData }) => (
  <section class="card">
    <h2>{page.say('Người dùng', 'Users')}</h2>
    {data.users.length === 0 ? (
      <p class="quiet">
        {page.say(
          'Chưa có ai: trang chỉ mở trên máy này, bằng liên kết của lệnh ketluan serve. Thêm người dùng để mở cho máy khác.',
          'Nobody yet: the page opens on this machine alone, by the link of ketluan serve. Add users to open it to others.',
        )}
      </p>
    ) : null}
    <Accounts accounts={data.users} act="remove-user" page={page} />
    <form method="post" action="/quan-tri" class="fields">
      <Hidden page={page} values={{ do: 'save-user' }} />
      <NameField label={page.say('Tên', 'Name')} page={page} trouble={trouble} />
      <label>
        <span>{page.say(`Mật khẩu, từ ${LEAST_PASSWORD} ký tự`, `Password, at least ${LEAST_PASSWORD} letters`)}</span>
        <input
          name="password"
          type="password"
          required
          minlength={LEAST_PASSWORD}
          autocomplete="new-password"
          {...tie(trouble, 'password')}
        />
        <Wrong trouble={trouble} field="password" page={page} />
      </label>
      <PickRole page={page} trouble={trouble} />
      <button type="submit">{page.say('Thêm, hoặc đổi mật khẩu', 'Add, or change the password')}</button>
    </form>
  </section>
);

const Tokens = ({ data, page, trouble }: Own & { data: ManageData }) => (
  <section class="card">
    <h2>{page.say('Mã cho máy khác', 'Tokens for machines')}</h2>
    <p class="quiet">
      {page.say(
        'Phần mềm gửi mã trong Authorization: Bearer … và nhận JSON ở cùng địa chỉ; mô tả: ',
        'Programs send a token as Authorization: Bearer … and get JSON from the same addresses; described in ',
      )}
      <a href="/openapi.json" hx-boost="false">
        openapi.json
      </a>
    </p>
    <Accounts accounts={data.tokens} act="remove-token" page={page} />
    <form method="post" action="/quan-tri" class="fields" hx-boost="false">
      <Hidden page={page} values={{ do: 'make-token' }} />
      <NameField label={page.say('Tên máy, phần mềm', 'Machine, program')} page={page} trouble={trouble} />
      <PickRole page={page} trouble={trouble} />
      <button type="submit">{page.say('Cấp mã', 'Make a token')}</button>
    </form>
  </section>
);

const Database = ({ data, page }: { data: ManageData; page: Page }) => {
  const { path, documents, pages, tasks, corrections, removed } = data.database;
  const rows: readonly (readonly [string, string])[] = [
    [page.say('Tệp', 'File'), path],
    [page.say('Văn bản', 'Papers'), figure(documents, page)],
    [page.say('Trang', 'Pages'), figure(pages, page)],
    [page.say('Nhiệm vụ', 'Tasks'), figure(tasks, page)],
    [page.say('Lần sửa', 'Corrections'), figure(corrections, page)],
    [page.say('Đã gỡ, lấy lại được', 'Removed, may come back'), figure(removed, page)],
  ];
  return (
    <section class="card detail">
      <h2>{page.say('Cơ sở dữ liệu', 'Database')}</h2>
      <dl>
        {rows.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </section>
  );
};

const Events = ({ data, page }: { data: ManageData; page: Page }) => (
  <section class="card">
    <h2>{page.say('Nhật ký truy cập', 'Who did what')}</h2>
    <ol class="accounts">
      {data.events.map(({ at, name, action, target }) => (
        <li>
          <span>
            <small class="quiet">{formatMoment(at)}</small> {name === '' ? '' : `${name} · `}
            {ACTIONS[action]?.[page.language] ?? action} <small class="quiet">{target}</small>
          </span>
        </li>
      ))}
    </ol>
  </section>
);

/** Users, tokens, the database and how it is looked after, who did what. — quản trị */
export const ManageScreen = ({ data, page, trouble }: { data: ManageData; page: Page; trouble?: ManageTrouble }) => (
  <>
    <div class="title">
      <h1>{page.say('Quản trị', 'Manage')}</h1>
    </div>
    {trouble === undefined || trouble.form.do === 'save-user' || trouble.form.do === 'make-token' ? null : (
      <p class="trouble" role="alert">
        {trouble.text[page.language]}
      </p>
    )}
    <div class="columns">
      <div class="stack">
        <Work data={data} page={page} />
        <BackupList data={data} page={page} />
        <Database data={data} page={page} />
        <Versions data={data} page={page} />
      </div>
      <div class="stack">
        <Users data={data} page={page} trouble={troubleOf(trouble, 'save-user')} />
        <Tokens data={data} page={page} trouble={troubleOf(trouble, 'make-token')} />
        <Events data={data} page={page} />
      </div>
    </div>
  </>
);

export const MANAGE = defineRoute({
  path: '/quan-tri',
  summary: {
    vi: 'Quản trị: người dùng, mã, sao lưu, phiên bản, nhật ký',
    en: 'Users, tokens, backups, versions, who did what',
  },
  role: 'admin',
  query: z.object({}),
  data: ManageData,
  load: loadManage,
  title: (_, page) => page.say('Quản trị', 'Manage'),
  view: (data, page) => <ManageScreen data={data} page={page} />,
});
