import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findSession, listEvents, makeToken, removeUser, saveUser } from '../../output/access/access.js';
import { openAccessFile } from '../../output/store/access-file.js';
import { backup } from '../../output/store/backup.js';
import { openDatabase } from '../../output/store/open-database.js';
import { accessPath } from '../../output/store/own-files.js';
import { publish } from '../../output/store/publish.js';
import { openFolder } from '../../web/intake/places.js';
import { safeWay, Uploads } from '../../web/intake/uploads.js';
import { ROUTES } from '../../web/route-list.js';
import { AT, SAMPLES } from '../output/sample-records.js';
import { HOST, HOSTILE, HOSTILE_PAPER, openPage } from './open-page.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-web-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PASSWORD = 'một mật khẩu dài';
const LATER = '2025-07-01T08:10:00+07:00';

/** What an address asks for, with the names in its path filled in. */
const addressOf = (path: string): string =>
  path.replace(/:id\b/gu, HOSTILE_PAPER.document.id).replace(/:\w+(?:\{[^}]*\})?/gu, '1');

describe('who is not let in', () => {
  const page = openPage([HOSTILE_PAPER]);

  it('sees no screen and no data', async () => {
    for (const { path } of ROUTES) {
      const html = await page.get(addressOf(path));
      expect([path, html.status, html.headers.get('location')]).toEqual([path, 302, '/vao']);
      const json = await page.get(addressOf(path), { accept: 'application/json' });
      expect([path, json.status]).toEqual([path, 401]);
      expect(await json.text()).not.toContain('9-KL/TU');
    }
  });

  it('gets nothing for a made-up session or token', async () => {
    for (const headers of [
      { cookie: 'ketluan8765=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
      { authorization: 'Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
      { authorization: "Bearer ' OR 1=1 --" },
    ])
      expect((await page.get('/tim', { ...headers, accept: 'application/json' })).status).toBe(401);
  });

  it('gets nothing for the session of yesterday', async () => {
    const { headers } = page.as('reader');
    const old = openPage([HOSTILE_PAPER], { access: page.access, now: () => '2025-07-01T20:00:01+07:00' });
    expect((await page.get('/', headers)).status).toBe(200);
    expect((await old.get('/', headers)).status).toBe(302);
  });
});

describe('another name of this machine (DNS rebinding)', () => {
  const page = openPage(SAMPLES);

  it.each(['evil.example', 'evil.example:8765', '127.0.0.1', '127.0.0.1:1', '127.0.0.1:8765.evil.example', ''])(
    'is refused: %s',
    async (host) => {
      const { headers } = page.as('admin');
      const answer = await page.get('/tim?q=so', { ...headers, host });
      expect(answer.status).toBe(421);
      expect(await answer.text()).not.toMatch(/Sở/u);
    },
  );
});

describe('a change that another site sends', () => {
  const page = openPage(SAMPLES);

  it.each([
    ['from another origin', { origin: 'https://evil.example' }],
    ['from a sandbox', { origin: 'null' }],
    ['from another port', { origin: 'http://127.0.0.1:9999' }],
    ['over another protocol', { origin: `https://${HOST}` }],
    ['told by the browser', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour', { 'sec-fetch-site': 'same-site' }],
  ])('is refused %s, even with the right token', async (_, more) => {
    const { headers, csrf } = page.as('admin');
    const answer = await page.post('/ra', { _csrf: csrf, everywhere: '1' }, { ...headers, ...more });
    expect(answer.status).toBe(403);
    expect((await page.get('/', headers)).status).toBe(200);
  });

  it.each([
    ['none', {}],
    ['an empty one', { _csrf: '' }],
    ['a made-up one', { _csrf: 'A'.repeat(43) }],
  ])('is refused with no good token: %s', async (_, form) => {
    const { headers } = page.as('admin');
    expect((await page.post('/ra', form as Record<string, string>, headers)).status).toBe(403);
    expect((await page.get('/', headers)).status).toBe(200);
  });

  it("is refused with somebody else's token", async () => {
    const { headers } = page.as('admin');
    const { csrf } = page.as('admin', 'người khác');
    expect((await page.post('/ra', { _csrf: csrf }, headers)).status).toBe(403);
  });

  it('is refused as plain text or as JSON without the header', async () => {
    const { headers, csrf } = page.as('admin');
    for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x'])
      expect((await page.post('/ra', { _csrf: csrf }, { ...headers, 'content-type': type })).status).toBe(403);
  });

  it('of ours goes through', async () => {
    const { headers, csrf } = page.as('admin');
    expect((await page.post('/ra', { _csrf: csrf }, headers)).status).toBe(303);
    expect((await page.get('/', headers)).status).toBe(302);
  });
});

describe('addresses that lead elsewhere', () => {
  const page = openPage(SAMPLES);

  it.each([
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..\\..\\package.json',
    '/assets/style.css%00.js',
    '/assets/constructor',
    '/assets/__proto__',
    '/assets//etc/passwd',
    '/van-ban/..%2f..%2fetc%2fpasswd',
    '/van-ban/%00',
    '/anh/..%2f..%2fetc%2fpasswd/1',
  ])('find nothing: %s', async (path) => {
    const { headers } = page.as('admin');
    const answer = await page.get(path, headers);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    const body = await answer.text();
    expect(body).not.toMatch(/root:|"dependencies"|node_modules/u);
  });

  it('find nothing in a redirect: whoever comes in goes to the first page alone', async () => {
    const answer = await page.get('//evil.example/vao');
    expect(answer.headers.get('location') ?? '').not.toContain('evil');
  });
});

describe('script in names and texts', () => {
  const page = openPage([HOSTILE_PAPER]);
  const asked = ['/', '/tim', '/tim?q=bao+cao', `/tim?q=${encodeURIComponent('"><script>alert(2)</script>')}`];
  const paths = [
    ...asked,
    ...asked.map((path) => `${path}${path.includes('?') ? '&' : '?'}lang=en`),
    ...ROUTES.map(({ path }) => addressOf(path)),
    `/tim?lead=${encodeURIComponent('"><script>alert(3)</script>')}&body=x&issuer=%22%3E%3Csvg%20onload%3D1%3E`,
  ];

  it.each(paths)('is text on %s', async (path) => {
    const { headers } = page.as('admin', '<b>tên</b>');
    const answer = await page.get(path, headers);
    const html = await answer.text();
    expect(html).not.toMatch(/<script(?![^>]* src="\/assets\/)/iu);
    expect(html).not.toMatch(/<img src=x|<svg onload|<b>tên/iu);
    // Nothing that the policy would have to stop: no inline script, no inline style, nothing from elsewhere.
    expect(html).not.toMatch(/\son\w+\s*=\s*["'][^"']/u);
    expect(html).not.toMatch(/\sstyle\s*=\s*["']/u);
    expect(html).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//u);
    expect(html).not.toContain('javascript:');
  });

  it.each([
    [
      '/sua',
      { do: 'fix', id: HOSTILE_PAPER.directives[0]?.id ?? '', 'was.due': '', 'f.due': HOSTILE, 'f.lead': HOSTILE },
    ],
    ['/sua', { do: 'split', id: HOSTILE_PAPER.directives[0]?.id ?? '', at: `${HOSTILE} khác` }],
    ['/sua', { do: 'all-right', 'f.lead': HOSTILE, mark: `header x ${HOSTILE_PAPER.document.id}` }],
    ['/sua', { do: 'confirm', id: HOSTILE, back: '/ra-soat?skip=<script>' }],
    ['/quan-tri', { do: 'save-user', name: HOSTILE, role: HOSTILE, password: '1' }],
  ])('is text in a form of %s that was not saved: %j', async (path, form) => {
    const { headers, csrf } = page.as('admin', '<b>tên</b>');
    const answer = await page.post(path, { _csrf: csrf, ...(form as Record<string, string>) }, headers);
    const html = await answer.text();
    expect([404, 409, 422]).toContain(answer.status);
    expect(html).toContain('</html>');
    expect(html).not.toMatch(/<script(?![^>]* src="\/assets\/)/iu);
    expect(html).not.toMatch(/<img src=x|<svg onload|<b>tên|\son\w+\s*=\s*["'][^"']/iu);
  });

  it('is met by a policy on every answer', async () => {
    const { headers } = page.as('admin');
    for (const path of ['/', '/vao', '/khong-co', '/assets/page.js']) {
      const answer = await page.get(path, headers);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|data:|https?:/u);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('x-frame-options')).toBe('DENY');
    }
  });
});

describe('passwords', () => {
  it('are tried five times; then even the right one waits', async () => {
    const page = openPage(SAMPLES);
    await saveUser(page.access, { name: 'Lan', role: 'reviewer', password: PASSWORD }, AT);
    for (let i = 0; i < 5; i++)
      expect((await page.post('/vao', { name: 'Lan', password: `sai ${i}` })).status).toBe(401);
    const answer = await page.post('/vao', { name: 'Lan', password: PASSWORD });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('set-cookie')).toBeNull();
    // Her colleague at the same address is not kept out by it, nor is she at another machine.
    await saveUser(page.access, { name: 'Minh', role: 'reviewer', password: PASSWORD }, AT);
    expect((await page.post('/vao', { name: 'Minh', password: PASSWORD })).status).toBe(303);
    const elsewhere = openPage([], { access: page.access, addressOf: () => '192.0.2.2' });
    expect((await elsewhere.post('/vao', { name: 'Lan', password: PASSWORD })).status).toBe(303);
    const later = openPage([], { access: page.access, now: () => LATER });
    expect((await later.post('/vao', { name: 'Lan', password: PASSWORD })).status).toBe(303);
  });

  it('cannot be tried 10,000 times at once', async () => {
    const page = openPage(SAMPLES);
    await saveUser(page.access, { name: 'Lan', role: 'admin', password: PASSWORD }, AT);
    const answers = await Promise.all(
      Array.from({ length: 10_000 }, (_, i) => page.post('/vao', { name: `ai ${i % 50}`, password: `đoán ${i}` })),
    );
    const counted = { 401: 0, 429: 0 };
    for (const { status } of answers) if (status === 401 || status === 429) counted[status]++;
    // All come from one address: ten are looked at, whatever names they give.
    expect(counted).toEqual({ 401: 10, 429: 9990 });
  });

  it('are kept as hashes that differ for equal ones, and never shown', async () => {
    const page = openPage(SAMPLES);
    for (const name of ['An', 'Bình']) await saveUser(page.access, { name, role: 'reader', password: PASSWORD }, AT);
    const rows = page.access.prepare('SELECT hash FROM user').pluck().all() as Buffer[];
    expect(new Set(rows.map((hash) => hash.toString('hex'))).size).toBe(2);
    expect(page.access.serialize().includes(Buffer.from(PASSWORD))).toBe(false);
  });

  it('in the place of the name reach no log', async () => {
    const page = openPage(SAMPLES);
    await page.post('/vao', { name: PASSWORD, password: 'x' });
    expect(listEvents(page.access, 10)).toEqual([{ at: AT, name: '', action: 'login-refused', target: '192.0.2.1' }]);
  });

  it('of 100 kB are not read', async () => {
    const page = openPage(SAMPLES);
    expect((await page.post('/vao', { name: 'Lan', password: 'x'.repeat(100_000) })).status).toBe(413);
  });
});

describe('sessions', () => {
  it('end together: log out everywhere, and when a user is removed', async () => {
    const page = openPage(SAMPLES);
    const [one, two] = [page.as('reader', 'Lan'), page.as('reader', 'Lan')];
    const other = page.as('reader', 'Minh');
    expect((await page.post('/ra', { _csrf: one.csrf, everywhere: '1' }, one.headers)).status).toBe(303);
    expect((await page.get('/', two.headers)).status).toBe(302);
    expect((await page.get('/', other.headers)).status).toBe(200);
    await saveUser(page.access, { name: 'Minh', role: 'reader', password: PASSWORD }, AT);
    expect((await page.get('/', other.headers)).status).toBe(302);
    expect(removeUser(page.access, 'Minh')).toBe(true);
    expect((await page.post('/vao', { name: 'Minh', password: PASSWORD })).status).toBe(401);
  });

  it('are known by hashes alone', () => {
    const page = openPage(SAMPLES);
    const secret = page.as('admin').headers.cookie?.split('=')[1] ?? '';
    expect(findSession(page.access, secret, AT)?.role).toBe('admin');
    expect(page.access.serialize().includes(Buffer.from(secret))).toBe(false);
  });

  it('are hidden from scripts, and over TLS bound to this host', async () => {
    const ticket = () => ({ used: false, secret: 'S'.repeat(32), name: 'Lan' });
    const plain = await openPage([], { ticket: ticket() }).get(`/vao/${'S'.repeat(32)}`);
    expect(plain.headers.get('set-cookie')).toMatch(/^ketluan8765=[\w-]{43};.*HttpOnly; SameSite=Lax$/u);
    const secure = await openPage([], { ticket: ticket(), isSecure: true }).get(`/vao/${'S'.repeat(32)}`);
    expect(secure.headers.get('set-cookie')).toMatch(/^__Host-ketluan8765=.*HttpOnly; Secure; SameSite=Lax$/u);
    expect(secure.headers.get('strict-transport-security')).toContain('max-age');
  });
});

describe('the link that the command prints', () => {
  it('lets in once', async () => {
    const secret = 'T'.repeat(32);
    const page = openPage(SAMPLES, { ticket: { used: false, secret, name: 'Lan' } });
    expect((await page.get(`/vao/${'U'.repeat(32)}`)).headers.get('set-cookie')).toBeNull();
    expect((await page.get(`/vao/${secret}`)).headers.get('location')).toBe('/');
    const again = await page.get(`/vao/${secret}`);
    expect([again.headers.get('location'), again.headers.get('set-cookie')]).toEqual(['/vao', null]);
  });
});

describe('tokens of machines', () => {
  it('read, and change nothing where they are for readers', async () => {
    const page = openPage(SAMPLES);
    const authorization = `Bearer ${makeToken(page.access, { name: 'kho', role: 'reader' }, AT)}`;
    const answer = await page.get('/tim', { authorization, accept: 'application/json' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
    for (const { path, role } of ROUTES)
      if (role !== 'reader')
        expect((await page.get(addressOf(path), { authorization, accept: 'application/json' })).status).toBe(403);
  });
});

describe('copies of the database', () => {
  it('hold no user, session or token', async () => {
    const path = join(folder, 'kho.db');
    const db = openDatabase(path);
    const access = openAccessFile(accessPath(path));
    await saveUser(access, { name: 'Người có tên riêng', role: 'admin', password: PASSWORD }, AT);
    for (const [write, name] of [
      [publish, 'doc.db'],
      [backup, 'luu.db'],
    ] as const) {
      await write(db, join(folder, name));
      expect(readFileSync(join(folder, name)).includes(Buffer.from('Người có tên riêng'))).toBe(false);
      expect(existsSync(accessPath(join(folder, name)))).toBe(false);
    }
    expect(readFileSync(path).includes(Buffer.from('Người có tên riêng'))).toBe(false);
    access.close();
    db.close();
  });
});

describe('ways into the disk', () => {
  const inside = join(folder, 'kho');
  mkdirSync(join(inside, 'con', 'chau'), { recursive: true });
  mkdirSync(join(folder, 'ngoai'));
  symlinkSync(join(folder, 'ngoai'), join(inside, 'loi-ra'), 'junction');

  it('of folders lead down alone', () => {
    expect(openFolder(inside, ['con'])?.folders).toEqual(['chau']);
    for (const way of [
      ['..'],
      ['con', '..', '..'],
      ['loi-ra'],
      ['/etc'],
      ['con/../..'],
      ['con\\..\\..'],
      ['.'],
      ['a\0b'],
      ['khong'],
    ])
      expect([way, openFolder(inside, way)]).toEqual([way, undefined]);
  });

  it.each([
    ['../../etc/passwd', ['etc', 'passwd']],
    ['..\\..\\x.pdf', ['x.pdf']],
    ['C:\\Windows\\x.pdf', ['C_', 'Windows', 'x.pdf']],
    ['/tmp/./a/../b.pdf', ['tmp', 'a', 'b.pdf']],
    ['con.pdf', ['_con.pdf']],
    ['.htaccess', ['_.htaccess']],
    ['a\0b\u202e.pdf', ['a_b_.pdf']],
    ['Kết luận  số 5. .pdf ', ['Kết luận  số 5. .pdf']],
    [`${'dài '.repeat(100)}.pdf`, [`${'dài '.repeat(100).slice(0, 80)}.pdf`]],
    ['///', []],
  ])('of a name that is sent are taken as names: %j', (given, way) => {
    expect(safeWay(given)).toEqual(way);
  });

  it('of files that are sent end in their lot, and in no lot that was not given out', async () => {
    const uploads = new Uploads(join(folder, 'nap'));
    const send = (lot: string, name: string) => uploads.keep(lot, name, new Blob(['chữ']).stream() as never);
    expect(await send('../../x', 'a.txt')).toBe('no-lot');
    const lot = uploads.open('Lan');
    expect(uploads.folderOf(lot)).toBeUndefined();
    expect(await send(lot, '../../../a.txt')).toBeUndefined();
    expect(await send(lot, 'a.txt')).toBeUndefined();
    expect(readdirSync(join(folder, 'nap', lot)).sort()).toEqual(['2 a.txt', 'a.txt']);
    expect(readdirSync(join(folder, 'nap')).sort()).toEqual([lot, `${lot}.cho`]);
  });

  it('are closed to who is no admin', async () => {
    const page = openPage(SAMPLES);
    const { headers, csrf } = page.as('reviewer');
    for (const act of ['lot', 'tep?lot=x&ten=a.pdf', 'xem-truoc', 'bat-dau', 'dung', 'thu-lai', 'hoan-tac'])
      expect([act, (await page.post(`/nap/${act}`, { _csrf: csrf }, { ...headers, 'x-csrf': csrf })).status]).toEqual([
        act,
        403,
      ]);
    expect((await page.get('/nap/dien-bien', headers)).status).toBe(403);
    expect((await page.post('/quan-tri/viec', { _csrf: csrf, do: 'backup' }, headers)).status).toBe(403);
    for (const path of ['dien-bien', 'sao-luu/kho-20250701-080000.db', 'sao-luu/..%2f..%2fetc%2fpasswd'])
      expect([path, (await page.get(`/quan-tri/${path}`, headers)).status]).toEqual([path, 403]);
    expect((await page.get('/nap', headers)).status).toBe(403);
  });
});

describe('corrections', () => {
  const page = openPage(SAMPLES);
  const id = SAMPLES[0]?.directives[0]?.id ?? '';

  it('are not for readers, be it somebody or a machine', async () => {
    const { headers, csrf } = page.as('reader');
    expect((await page.post('/sua', { _csrf: csrf, do: 'dismiss', id }, headers)).status).toBe(403);
    const authorization = `Bearer ${makeToken(page.access, { name: 'kho', role: 'reader' }, AT)}`;
    expect((await page.post('/sua', { do: 'dismiss', id }, { authorization })).status).toBe(403);
    expect(page.db.prepare('SELECT count(*) FROM correction').pluck().get()).toBe(0);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'lead back to this page alone: %s',
    async (back) => {
      const { headers, csrf } = page.as('reviewer');
      const answer = await page.post('/sua', { _csrf: csrf, do: 'confirm', id, back }, headers);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    },
  );

  it('are noted without a word of the paper', () => {
    const events = listEvents(page.access, 100);
    expect(events.filter(({ action }) => action === 'confirm').length).toBeGreaterThan(0);
    expect(JSON.stringify(events)).not.toContain(SAMPLES[0]?.directives[0]?.text.slice(0, 30) ?? '?');
  });
});
