import { z } from 'zod';
import { formatMoment } from '../../cli/format.js';
import { LEAST_PASSWORD, listEvents, listTokens, listUsers, ROLES, Role } from '../../output/access/access.js';
import { SCHEMA_VERSION } from '../../output/store/migrate.js';
import { readStatus } from '../../output/store/read-status.js';
import type { Page } from '../page.js';
import { defineRoute } from '../routes.js';
import { Hidden } from '../view/layout.js';
import { figure } from '../view/parts.js';

const Account = z.object({ name: z.string(), role: Role, madeAt: z.string() });

const ManageData = z.object({
  database: z.object({
    path: z.string(),
    layout: z.int(),
    documents: z.int(),
    pages: z.int(),
    tasks: z.int(),
    corrections: z.int(),
    removed: z.int(),
  }),
  users: z.array(Account),
  tokens: z.array(Account),
  events: z.array(z.object({ at: z.string(), name: z.string(), action: z.string(), target: z.string() })),
});
type ManageData = z.input<typeof ManageData>;

const EVENTS = 50;

const loadManage = ({ db, access, today }: Page): ManageData => {
  const { documents, pages, tasks, corrections, removed } = readStatus(db, today);
  return {
    database: { path: db.name, layout: SCHEMA_VERSION, documents, pages, tasks, corrections, removed },
    users: [...listUsers(access)],
    tokens: [...listTokens(access)],
    events: listEvents(access, EVENTS).map(({ at, name, action, target }) => ({ at, name, action, target })),
  };
};

const PickRole = ({ page }: { page: Page }) => (
  <label>
    <span>{page.say('Quyền', 'Role')}</span>
    <select name="role">
      {Role.options.map((role) => (
        <option value={role}>{ROLES[role][page.language]}</option>
      ))}
    </select>
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
        <form method="post" action="/quan-tri">
          <Hidden page={page} values={{ do: act, name }} />
          <button type="submit">{page.say('Bỏ', 'Remove')}</button>
        </form>
      </li>
    ))}
  </ul>
);

const Users = ({ data, page }: { data: ManageData; page: Page }) => (
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
      <label>
        <span>{page.say('Tên', 'Name')}</span>
        <input name="name" required maxlength={60} autocomplete="off" />
      </label>
      <label>
        <span>{page.say(`Mật khẩu, từ ${LEAST_PASSWORD} ký tự`, `Password, at least ${LEAST_PASSWORD} letters`)}</span>
        <input name="password" type="password" required minlength={LEAST_PASSWORD} autocomplete="new-password" />
      </label>
      <PickRole page={page} />
      <button type="submit">{page.say('Thêm, hoặc đổi mật khẩu', 'Add, or change the password')}</button>
    </form>
  </section>
);

const Tokens = ({ data, page }: { data: ManageData; page: Page }) => (
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
      <label>
        <span>{page.say('Tên máy, phần mềm', 'Machine, program')}</span>
        <input name="name" required maxlength={60} autocomplete="off" />
      </label>
      <PickRole page={page} />
      <button type="submit">{page.say('Cấp mã', 'Make a token')}</button>
    </form>
  </section>
);

const Database = ({ data, page }: { data: ManageData; page: Page }) => {
  const { path, layout, documents, pages, tasks, corrections, removed } = data.database;
  const rows: readonly (readonly [string, string])[] = [
    [page.say('Tệp', 'File'), path],
    [page.say('Cấu trúc', 'Layout'), String(layout)],
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
      <p class="quiet">
        {page.say(
          'Sao lưu, kiểm tra, chạy lại bằng lệnh, khi trang vẫn mở: ketluan backup, verify, doctor, reprocess.',
          'Back up, verify and run again by commands, while the page stays open: ketluan backup, verify, doctor, reprocess.',
        )}
      </p>
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
            <small class="quiet">{formatMoment(at)}</small> {name} · {action} <small class="quiet">{target}</small>
          </span>
        </li>
      ))}
    </ol>
  </section>
);

export const MANAGE = defineRoute({
  path: '/quan-tri',
  summary: { vi: 'Quản trị: người dùng, mã, nhật ký', en: 'Users, tokens, who did what' },
  role: 'admin',
  query: z.object({}),
  data: ManageData,
  load: loadManage,
  title: (_, page) => page.say('Quản trị', 'Manage'),
  view: (data, page) => (
    <>
      <div class="title">
        <h1>{page.say('Quản trị', 'Manage')}</h1>
      </div>
      <div class="columns">
        <Users data={data} page={page} />
        <Tokens data={data} page={page} />
        <Database data={data} page={page} />
        <Events data={data} page={page} />
      </div>
    </>
  ),
});
