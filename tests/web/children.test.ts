import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endSessionsOf, hasSession, listEvents, makeToken, removeToken } from '../../output/access/access.js';
import { runGuarded } from '../../output/store/guard.js';
import { openDatabase } from '../../output/store/open-database.js';
import type { Store } from '../../output/store/store.js';
import { verify } from '../../output/store/verify.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import type { ChildJob } from '../../web/child-job.js';
import { openIntake } from '../../web/intake/intake.js';
import { IntakeState } from '../../web/intake/job.js';
import { Uploads } from '../../web/intake/uploads.js';
import { openUpkeep } from '../../web/upkeep/upkeep.js';
import { AT } from '../output/sample-records.js';
import { type OpenPage, openPage } from './open-page.js';

/*
 * What the page has done in processes of their own: taking papers in, and looking after the database. The real programs run, over a
 * database and papers on the disk.
 */

const PAPERS = 20;
const folder = mkdtempSync(join(tmpdir(), 'ketluan-children-'));
const [path, scans, sent] = [join(folder, 'kho.db'), join(folder, 'Quét'), join(folder, 'nap')];
const text = readFileSync(packageFile('fixtures', 'demo', 'kl-thuong-truc-cau-treo.txt'), 'utf8');

let db: Store;
let page: OpenPage;
let intake: ReturnType<typeof openIntake>;
let upkeep: ReturnType<typeof openUpkeep>;
let admin: ReturnType<OpenPage['as']>;

beforeAll(() => {
  mkdirSync(scans);
  for (let i = 0; i < PAPERS; i++)
    writeFileSync(
      join(scans, `${100 + i}.txt`),
      text.replace('233-KL', `${300 + i}-KL`).replaceAll('Nậm Vai', `Nậm Vai ${i}`),
    );
  writeFileSync(join(scans, 'hỏng.pdf'), '%PDF-1.7\nkhông phải PDF');
  db = openDatabase(path);
  const now = (): string => AT;
  const program = (name: string): string => packageFile('dist', 'cli', name);
  intake = openIntake({ database: path, program: program('intake-child.js'), uploads: sent, places: [scans], now });
  upkeep = openUpkeep({ database: path, program: program('upkeep-child.js'), backups: join(folder, 'sao-luu'), now });
  page = openPage([], { db, intake, upkeep });
  admin = page.as('admin', 'Lan');
});
afterAll(() => {
  intake.close();
  upkeep.job.close();
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until a job is as it is asked for. */
const until = <State extends { readonly phase: string }>(job: ChildJob<State>, isSo: (state: State) => boolean) =>
  new Promise<State>((resolve) => {
    const look = (): void => {
      if (!isSo(job.state)) return;
      stop();
      resolve(job.state);
    };
    const stop = job.listen(look);
    look();
  });
const rest = <State extends { readonly phase: string }>(job: ChildJob<State>) => until(job, () => !job.isBusy);

const send = (to: string, form: Record<string, string> = {}) =>
  page.post(to, { ...form, _csrf: admin.csrf }, admin.headers);
const see = async (at: string): Promise<string> => (await page.get(at, admin.headers)).text();
const count = (sql: string): number => Number(db.prepare(sql).pluck().get());
const stored = (): number => count("SELECT count(*) FROM file WHERE status <> 'quarantined'");

describe('taking papers in', () => {
  it('is previewed, started, paused, and goes on where it was', async () => {
    await send('/nap/xem-truoc', { place: '0' });
    const seen = await rest(intake.job);
    expect([seen.phase, seen.seen]).toEqual(['seen', { read: PAPERS + 1 }]);
    expect(stored()).toBe(0);
    const preview = await see('/nap');
    for (const told of [`Nạp ${PAPERS + 1} tệp`, `${PAPERS} .txt · 1 .pdf`, 'Quét']) expect(preview).toContain(told);
    await send('/nap/bat-dau');
    await until(intake.job, ({ done }) => done > 0);
    await send('/nap/dung');
    const paused = await rest(intake.job);
    expect(paused.phase).toBe('stopped');
    expect(paused.done).toBeLessThan(PAPERS);
    expect(stored()).toBe(paused.done);
    expect([paused.found, paused.inHand]).toEqual([PAPERS + 1, []]);
    const html = await see('/nap');
    expect([html.includes('Đã tạm dừng'), html.includes('Tiếp tục')]).toEqual([true, true]);
    await send('/nap/bat-dau');
    const done = await rest(intake.job);
    expect(done.phase).toBe('done');
    // What was stored before the pause is not read again.
    expect(done.counts).toMatchObject({ known: paused.done, quarantined: 1 });
    expect(stored()).toBe(PAPERS);
  }, 60_000);

  it('tells what is in quarantine and why; it is tried again when the file is mended', async () => {
    const html = await see('/nap');
    expect(html).toContain('Tệp cách ly (1)');
    expect(html).toMatch(
      /title="[^"]*hỏng\.pdf">[\s\S]*?<small class="line">[^<]{10,}<\/small><small class="quiet line">[^<]{10,}/u,
    );
    const [, name = ''] = /name="name" value="([^"]+)"/u.exec(html) ?? [];
    await send('/nap/thu-lai', { name });
    const again = await rest(intake.job);
    expect([again.phase, again.counts]).toEqual(['done', { quarantined: 1 }]);
    expect(listEvents(page.access, 50).map(({ action }) => action)).toContain('retry');
    await send('/nap/bo');
    expect(intake.job.state.phase).toBe('idle');
  }, 60_000);

  it('leaves a manifest of each batch, with reasons', async () => {
    const manifest = await page.get('/nap/bang-ke/2.csv', admin.headers);
    expect(manifest.headers.get('content-disposition')).toBe('attachment; filename="bang-ke-2.csv"');
    const lines = (await manifest.text()).trim().split(/\r?\n/u);
    expect(lines).toHaveLength(PAPERS + 2);
    expect(lines.find((line) => line.includes('hỏng.pdf'))).toMatch(/quarantined,.{10}/u);
    expect((await page.get('/nap/bang-ke/99.csv', admin.headers)).status).toBe(404);
  });

  it('is taken back by the batch, once', async () => {
    const of = (batch: string) => send('/nap/hoan-tac', { batch });
    const first = count(
      "SELECT count(DISTINCT sha256) FROM batch_file WHERE batch_key = 1 AND outcome <> 'quarantined'",
    );
    expect((await of('1')).status).toBe(303);
    expect(stored()).toBe(PAPERS - first);
    expect(await see('/nap')).toContain('đã hoàn tác');
    expect([(await of('1')).status, (await of('99')).status]).toEqual([409, 404]);
    expect((await of('không')).status).toBe(400);
    expect(stored()).toBe(PAPERS - first);
  });

  it('tells programs the same as people', async () => {
    const answer = await page.app.request('http://127.0.0.1:8765/nap/xem-truoc', {
      method: 'POST',
      headers: { ...admin.headers, 'content-type': 'application/json', 'x-csrf': admin.csrf },
      body: JSON.stringify({ place: 0, way: '' }),
    });
    const { state } = z.object({ state: IntakeState }).parse(await answer.json());
    expect([answer.status, state.phase]).toEqual([200, 'looking']);
    await rest(intake.job);
    await send('/nap/bo');
  }, 60_000);
});

/** A process that says one thing when it is asked, and its last word only later: what a slow machine does to any of them. */
const SLOW = `let n = 0; process.on('message', (m) => { if (m.kind === 'stop') return;
  process.send(m.kind === 'look' ? { kind: 'seen', files: [] } : { kind: 'found', count: 3 });
  setTimeout(() => { process.send({ kind: 'end', stopped: false }); process.disconnect(); }, m.kind === 'look' ? 400 : 1500); });`;

describe('the last word of an earlier process', () => {
  it('does not end the work of the next', async () => {
    const program = join(folder, 'slow.cjs');
    writeFileSync(program, SLOW);
    const own = openIntake({ database: path, program, uploads: join(folder, 'nap-4'), places: [], now: () => AT });
    own.job.look([scans]);
    await until(own.job, ({ phase }) => phase === 'seen');
    own.job.read('Lan');
    await until(own.job, ({ found }) => found === 3);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect([own.job.isBusy, own.job.state.phase]).toEqual([true, 'reading']);
    expect((await rest(own.job)).phase).toBe('done');
  }, 20_000);
});

describe('files that were sent and never taken in', () => {
  const put = async (uploads: Uploads, by: string): Promise<string> => {
    const lot = uploads.open(by);
    await uploads.keep(lot, 'a.txt', new Blob([text]).stream() as never);
    return lot;
  };

  it('go when the preview is closed, when another takes its place, and when who sent them logs out', async () => {
    const look = async (lot: string) => {
      await send('/nap/xem-truoc', { lot });
      expect((await rest(intake.job)).phase).toBe('seen');
    };
    const closed = await put(intake.uploads, 'Lan');
    await look(closed);
    await send('/nap/bo');
    const replaced = await put(intake.uploads, 'Lan');
    await look(replaced);
    const left = await put(intake.uploads, 'Lan');
    await look(left);
    expect(readdirSync(sent).sort()).toEqual([left, `${left}.cho`].sort());
    const other = page.as('admin', 'Minh');
    await page.post('/ra', { _csrf: other.csrf }, other.headers);
    expect(existsSync(join(sent, left))).toBe(true);
    // The last session of who sent them ends: the preview is closed with it.
    endSessionsOf(page.access, 'Lan');
    expect(hasSession(page.access, 'Lan', AT)).toBe(false);
    admin = page.as('admin', 'Hà');
    await send('/nap/lot');
    expect(existsSync(join(sent, left))).toBe(false);
    expect(intake.job.state.phase).toBe('idle');
  }, 60_000);

  it('go a day later, though who sent them never left; those of a machine with a token wait for it', async () => {
    const [stale, fresh] = [await put(intake.uploads, 'Hà'), await put(intake.uploads, 'máy quét')];
    const longAgo = (Date.parse(AT) - 25 * 3_600_000) / 1000;
    utimesSync(join(sent, `${stale}.cho`), longAgo, longAgo);
    makeToken(page.access, { name: 'máy quét', role: 'admin' }, AT);
    await send('/nap/lot');
    expect([existsSync(join(sent, stale)), existsSync(join(sent, fresh))]).toEqual([false, true]);
    removeToken(page.access, 'máy quét');
    await send('/nap/lot');
    expect(existsSync(join(sent, fresh))).toBe(false);
  });

  it('go when the page starts a day later; what was taken in stays, whatever the database knows of it', async () => {
    const uploads = new Uploads(join(folder, 'nap-2'));
    const [waits, fresh, taken] = [await put(uploads, 'Lan'), await put(uploads, 'Lan'), await put(uploads, 'Lan')];
    uploads.take([join(uploads.folder, taken)]);
    const longAgo = (Date.parse(AT) - 25 * 3_600_000) / 1000;
    const now = Date.parse(AT) / 1000;
    utimesSync(join(uploads.folder, `${waits}.cho`), longAgo, longAgo);
    utimesSync(join(uploads.folder, `${fresh}.cho`), now, now);
    utimesSync(join(uploads.folder, taken), longAgo, longAgo);
    writeFileSync(join(uploads.folder, 'của người khác.cho'), '');
    new Uploads(uploads.folder).sweepOld(AT);
    expect(readdirSync(uploads.folder).sort()).toEqual([fresh, `${fresh}.cho`, taken, 'của người khác.cho'].sort());
  });

  it('go when the page ends', async () => {
    const own = openIntake({
      database: path,
      program: 'none',
      uploads: join(folder, 'nap-3'),
      places: [],
      now: () => AT,
    });
    await put(own.uploads, 'Lan');
    own.close();
    expect(readdirSync(join(folder, 'nap-3'))).toEqual([]);
  });
});

describe('looking after the database', () => {
  const work = async (act: string) => {
    expect((await send('/quan-tri/viec', { do: act })).status).toBe(303);
    return rest(upkeep.job);
  };

  it('backs it up into the folder that was chosen, and gives the copy to who manages it', async () => {
    const { phase, ok, text: told } = await work('backup');
    expect([phase, ok]).toEqual(['done', true]);
    const [own, ...others] = upkeep.backups.list();
    expect(others).toEqual([]);
    expect(told?.vi).toContain(own?.name);
    const html = await see('/quan-tri');
    expect(html).toContain(`href="/quan-tri/sao-luu/${own?.name}"`);
    const copy = await page.get(`/quan-tri/sao-luu/${own?.name}`, admin.headers);
    expect(copy.headers.get('content-disposition')).toContain(own?.name);
    const saved = join(folder, 'tải về.db');
    writeFileSync(saved, new Uint8Array(await copy.arrayBuffer()));
    const opened = openDatabase(saved, { readonly: true });
    expect(verify(opened, saved).every((part) => part.ok)).toBe(true);
    expect(Number(opened.prepare('SELECT count(*) FROM document').pluck().get())).toBe(
      count('SELECT count(*) FROM document'),
    );
    opened.close();
    for (const name of ['kho.db', '..%2fkho.db', 'kho-20250701-080001.db', '%2e%2e', 'kho.db.access'])
      expect([name, (await page.get(`/quan-tri/sao-luu/${name}`, admin.headers)).status]).toEqual([name, 404]);
    // The newest stays; older ones, which nothing else removes, may be removed, and no other file.
    const older = join(upkeep.backups.folder, 'kho-20240101-080000.db');
    copyFileSync(saved, older);
    const remove = (name: string) => send('/quan-tri/viec', { do: 'remove-backup', name });
    expect(await see('/quan-tri')).toContain('Xoá hẳn kho-20240101-080000.db');
    for (const name of [own?.name ?? '', '../kho.db', 'kho-20230101-080000.db'])
      expect([name, (await remove(name)).status]).toEqual([name, 409]);
    expect((await remove('kho-20240101-080000.db')).status).toBe(303);
    expect(upkeep.backups.list().map(({ name }) => name)).toEqual([own?.name]);
    // The same second again: an earlier copy of its own kind is replaced, never another file.
    expect((await work('backup')).ok).toBe(true);
    expect(listEvents(page.access, 50).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['backup', 'download-backup']),
    );
  }, 60_000);

  it('verifies it, and says which original is gone', async () => {
    renameSync(join(scans, '119.txt'), join(scans, '119 đã đổi tên.txt'));
    const { phase, ok, of, text: told } = await work('verify');
    expect([phase, ok, of]).toEqual(['done', false, stored()]);
    expect(told?.vi).toContain('✓ Các trang đã lưu');
    expect(told?.vi).toMatch(/không còn: .*119\.txt/u);
    expect(await see('/quan-tri')).toContain('có việc phải xem');
  }, 60_000);

  it('runs again what an earlier version read, and tells how many those are', async () => {
    const Told = z.object({
      versions: z.object({
        files: z.int(),
        stale: z.int(),
        stages: z.array(z.object({ stage: z.string(), behind: z.int() })),
      }),
    });
    const stale = async () =>
      Told.parse(await (await page.get('/quan-tri', { ...admin.headers, accept: 'application/json' })).json()).versions;
    expect((await stale()).stale).toBe(0);
    runGuarded(db, () =>
      db.prepare(`UPDATE process SET stage_versions = json_set(stage_versions, '$.extract', 1)`).run(),
    );
    const before = await stale();
    expect([before.stale, before.stages.filter(({ behind }) => behind > 0)]).toEqual([
      stored(),
      [{ stage: 'extract', behind: stored() }],
    ]);
    // Nothing is taken in beside it: it would wait, file by file, and nobody could say how long.
    await send('/nap/xem-truoc', { place: '0' });
    await rest(intake.job);
    expect((await send('/quan-tri/viec', { do: 'reprocess' })).status).toBe(303);
    expect(await see('/nap')).toMatch(/Đang xử lý lại[\s\S]*disabled/u);
    const taken = await send('/nap/bat-dau');
    expect([taken.status, await taken.text()]).toEqual([409, expect.stringContaining('chưa nạp được')]);
    expect(intake.job.state.phase).toBe('seen');
    const { phase, ok, text: told, done } = await rest(upkeep.job);
    await send('/nap/bo');
    expect([phase, ok, done]).toEqual(['done', true, stored()]);
    expect(told?.vi).toContain(`Chạy lại ${stored()} tệp`);
    expect((await stale()).stale).toBe(0);
  }, 60_000);

  it('does one thing at a time, and forgets it when it is told to', async () => {
    await send('/quan-tri/viec', { do: 'verify' });
    await send('/quan-tri/viec', { do: 'backup' });
    expect(upkeep.job.state.kind).toBe('verify');
    expect(await see('/quan-tri')).toContain('data-from="/quan-tri/dien-bien"');
    await rest(upkeep.job);
    await send('/quan-tri/viec', { do: 'close' });
    expect(upkeep.job.state.phase).toBe('idle');
    expect((await send('/quan-tri/viec', { do: 'rm -rf' })).status).toBe(400);
  }, 60_000);
});
