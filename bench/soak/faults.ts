import { spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ingest, type PipelineError } from '../../output/library.js';
import { openDatabase } from '../../output/store/open-database.js';
import { another, DIGITAL_PDF, makeText, readFixture, SCAN_JPEG } from './papers.js';
import { hasProc, listReaders } from './processes.js';
import { hasTrace, readSummary, run, type Soak, start } from './soak.js';

const writeTexts = (soak: Soak, name: string, count: number): string => {
  const folder = soak.makeFolder(name);
  for (let i = 0; i < count; i++)
    writeFileSync(join(folder, `${String(i).padStart(4, '0')}.txt`), makeText(soak.random, i));
  return folder;
};

const countStored = (path: string): number => {
  const db = openDatabase(path, { readonly: true });
  try {
    return Number(db.prepare(`SELECT count(*) FROM file WHERE status <> 'quarantined'`).pluck().get());
  } finally {
    db.close();
  }
};

const sumOf = (counts: Readonly<Record<string, number>> | undefined): number =>
  Object.values(counts ?? {}).reduce((all, n) => all + n, 0);

/** A disk that fills up in the middle: told as such, with the summary up to there; with more room the same command goes on. */
const fillDisk = async (soak: Soak): Promise<string> => {
  const files = writeTexts(soak, 'disk', 120);
  const disk = soak.makeFolder('tmpfs');
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]).status === 0;
  if (!isMounted) return 'no tmpfs may be mounted here';
  const args = ['ingest', files, '--db', join(disk, 'x.db'), '--json'];
  try {
    const full = await run(args);
    const summary = readSummary(full);
    soak.expect(
      full.code === 4 && summary?.error?.code === 'disk-full',
      `a full disk: ${full.code} ${summary?.error?.code}`,
    );
    soak.expect(summary !== undefined && sumOf(summary.counts) < 120, 'a full disk: no true summary');
    soak.expect(!hasTrace(full), 'a full disk: a trace');
    spawnSync('mount', ['-o', 'remount,size=64m', disk]);
    soak.checkDatabase(join(disk, 'x.db'), 'a full disk');
    const rest = await run(args);
    soak.expect(rest.code === 0 && countStored(join(disk, 'x.db')) === 120, `after a full disk: ${rest.code}`);
    return `full tmpfs after ${sumOf(summary?.counts)} of 120 files`;
  } finally {
    spawnSync('umount', [disk]);
  }
};

/** The same, by a limit inside SQLite: for systems where nothing can be mounted. */
const fillDatabase = async (soak: Soak): Promise<string> => {
  const files = writeTexts(soak, 'quota', 120);
  const path = soak.at('quota.db');
  const now = (): string => new Date().toISOString();
  const db = openDatabase(path);
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 12}`);
  const error = await ingest(db, [files], { now }).catch((caught: PipelineError) => caught);
  soak.expect(
    error instanceof Error && 'code' in error && error.code === 'disk-full',
    `a full database: ${String(error)}`,
  );
  db.close();
  soak.checkDatabase(path, 'a full database');
  const before = countStored(path);
  await run(['ingest', files, '--db', path]);
  soak.expect(before < 120 && countStored(path) === 120, `after a full database: ${countStored(path)}`);
  return `max_page_count after ${before}`;
};

/** Somebody else holds the database: for a moment, it is waited for; for longer, it is told. */
const lock = async (soak: Soak): Promise<string> => {
  const files = writeTexts(soak, 'lock', 60);
  const path = soak.at('lock.db');
  openDatabase(path).close();
  const other = openDatabase(path);
  const args = ['ingest', files, '--db', path, '--json'];
  let told = 'a long lock left to the long soak';
  // SQLite waits ten seconds before it gives up.
  if (!soak.isBounded) {
    other.exec('BEGIN EXCLUSIVE');
    const long = await run(args);
    other.exec('ROLLBACK');
    soak.expect(
      long.code === 4 && /database-locked/u.test(long.out + long.err),
      `a long lock: ${long.code} ${long.err.slice(0, 200)}`,
    );
    told = `a lock of ${Math.round(long.seconds)} s told`;
  }
  const running = start(args);
  for (let i = 0; i < 3; i++) {
    await setTimeout(soak.between(100, 600));
    other.exec('BEGIN EXCLUSIVE');
    await setTimeout(soak.between(500, 1500));
    other.exec('ROLLBACK');
  }
  other.close();
  const short = await running.ended;
  soak.expect(short.code === 0 && countStored(path) === 60, `short locks: ${short.code} ${short.err.slice(0, 200)}`);
  return `${told}, three of a second waited for`;
};

/** Files that vanish, grow, shrink and are renamed while they are listed and read. */
const disturb = async (soak: Soak): Promise<string> => {
  const files = writeTexts(soak, 'moving', 200);
  const path = soak.at('moving.db');
  const running = start(['ingest', files, '--db', path, '--json']);
  let isOver = false;
  void running.ended.then(() => {
    isOver = true;
  });
  let changes = 0;
  while (!isOver && changes < 120) {
    const names = readdirSync(files);
    const name = join(files, names[Math.floor(soak.random() * names.length)] ?? '');
    const kind = Math.floor(soak.random() * 4);
    if (kind === 0) rmSync(name);
    else if (kind === 1) appendFileSync(name, '\nthêm một dòng\n');
    else if (kind === 2) truncateSync(name, 300);
    else renameSync(name, `${name}.x`);
    changes += 1;
    await setTimeout(soak.between(0, 25));
  }
  const ended = await running.ended;
  const summary = readSummary(ended);
  soak.expect(
    [0, 3].includes(ended.code ?? -1) && !hasTrace(ended),
    `moving files: ${ended.code} ${ended.err.slice(-200)}`,
  );
  soak.expect(summary !== undefined && sumOf(summary.counts) === summary.found, 'moving files: not all accounted for');
  soak.expect(!/"internal"/u.test(ended.out), 'moving files: internal');
  soak.checkDatabase(path, 'moving files');
  const rest = await run(['ingest', files, '--db', path, '--json']);
  const left = readSummary(rest)?.files.filter(({ result }) => result === 'quarantined') ?? [];
  soak.expect(
    rest.code === 0 && left.length === 0,
    `moving files, next run: ${rest.code} ${JSON.stringify(left).slice(0, 300)}`,
  );
  return `${changes} changes under 200 files`;
};

/** Readers that die, and readers that hang: a file at most is lost for the moment, and a later run reads it. */
const strikeReaders = async (soak: Soak): Promise<string> => {
  if (!hasProc) return 'readers are found by /proc alone, which is not here';
  const files = writeTexts(soak, 'readers', 60);
  for (let i = 0; i < 6; i++) writeFileSync(join(files, `${i}.pdf`), another(readFixture(...DIGITAL_PDF), i));
  const path = soak.at('readers.db');
  const db = openDatabase(path);
  const now = (): string => new Date().toISOString();
  let [isOver, dead, stopped] = [false, 0, 0];
  const batch = ingest(db, [files], { now, jobs: 2, limits: { stallSeconds: 3 } }).finally(() => {
    isOver = true;
  });
  void batch.catch(() => undefined);
  while (!isOver) {
    await setTimeout(soak.between(100, 700));
    const readers = listReaders(process.pid);
    const one = readers[Math.floor(soak.random() * readers.length)];
    if (one === undefined || dead + stopped >= 8) continue;
    const hangs = stopped < 2 && soak.random() < 0.3;
    process.kill(one.pid, hangs ? 'SIGSTOP' : 'SIGKILL');
    if (hangs) stopped += 1;
    else dead += 1;
  }
  const reports = await batch;
  soak.expect(reports.length === 66, `struck readers: ${reports.length} of 66 accounted for`);
  const codes = new Set(reports.flatMap(({ error }) => error?.code ?? []));
  soak.expect(
    [...codes].every((code) => code === 'reader-died' || code === 'file-too-heavy'),
    `struck readers: ${[...codes].join(', ')}`,
  );
  const lost = reports.filter(({ result }) => result === 'quarantined').length;
  const rest = await ingest(db, [files], { now, retry: true });
  db.close();
  soak.expect(
    rest.every(({ result }) => result !== 'quarantined') && countStored(path) === 66,
    'struck readers: --retry left some',
  );
  return `${dead} readers killed, ${stopped} stopped: ${lost} files told, all read with --retry`;
};

/** A clock that jumps by years with every look. */
const jumpClock = async (soak: Soak): Promise<string> => {
  const files = writeTexts(soak, 'clock', 80);
  const path = soak.at('clock.db');
  const now = (): string => new Date(soak.between(0, 4e12)).toISOString();
  const db = openDatabase(path);
  const reports = await ingest(db, [files], { now, jobs: 2 });
  db.close();
  soak.expect(
    reports.every(({ result }) => result === 'stored' || result === 'needs-review'),
    'a jumping clock: not all stored',
  );
  soak.expect(countStored(path) === 80, 'a jumping clock: not all there');
  soak.checkDatabase(path, 'a jumping clock');
  return '80 files under a clock that jumps';
};

/** Replaces what opens connections and asks for names in every process of the command; those of Node's own channels stay. */
const NO_NETWORK = `import net from 'node:net'; import dns from 'node:dns'; import dgram from 'node:dgram'; import fs from 'node:fs';
const tell = (what) => () => { fs.appendFileSync(process.env.SOAK_NETWORK, what + '\\n'); throw new Error('No network'); };
net.Socket.prototype.connect = tell('connect'); net.Server.prototype.listen = tell('listen');
dgram.createSocket = tell('dgram'); dns.lookup = tell('lookup'); globalThis.fetch = tell('fetch');`;

/** Without any network: in a namespace without interfaces where one may be made, and with every door to it watched. */
const cutNetwork = async (soak: Soak): Promise<string> => {
  const files = writeTexts(soak, 'network', 10);
  writeFileSync(join(files, 'a.pdf'), readFixture(...DIGITAL_PDF));
  if (!soak.isBounded) writeFileSync(join(files, 'b.jpg'), readFixture(...SCAN_JPEG));
  const log = soak.at('network.log');
  writeFileSync(log, '');
  const options = `--import=data:text/javascript,${encodeURIComponent(NO_NETWORK)}`;
  const watched = await run(['ingest', files, '--db', soak.at('watched.db')], {
    env: { NODE_OPTIONS: options, SOAK_NETWORK: log },
  });
  soak.expect(watched.code === 0, `watched doors: ${watched.code} ${watched.err.slice(-300)}`);
  const asked = spawnSync(process.execPath, ['-e', "require('node:net').connect(9)"], {
    env: { ...process.env, NODE_OPTIONS: options, SOAK_NETWORK: log },
  });
  const calls = asked.status === 0 ? 'the watch does not work' : spawnSync('cat', [log], { encoding: 'utf8' }).stdout;
  soak.expect(calls === 'connect\n', `the network was asked for: ${calls}`);
  const canUnshare = process.platform === 'linux' && spawnSync('unshare', ['-n', 'true']).status === 0;
  if (!canUnshare) return 'no door to the network opened (a namespace is not permitted here)';
  const alone = await run(['ingest', files, '--db', soak.at('alone.db')], { under: ['unshare', '-n'] });
  soak.expect(
    alone.code === 0 && countStored(soak.at('alone.db')) === countStored(soak.at('watched.db')),
    `without a network: ${alone.code}`,
  );
  return 'no door to the network opened, and all stored in a namespace without interfaces';
};

/** Faults that are put in one after another. */
export const soakFaults = async (soak: Soak): Promise<string> => {
  const told: string[] = [];
  for (const fault of [fillDisk, fillDatabase, lock, disturb, strikeReaders, jumpClock, cutNetwork]) {
    const from = performance.now();
    told.push(await fault(soak));
    soak.tick(`${fault.name} in ${Math.round((performance.now() - from) / 1000)} s`);
  }
  return told.join('; ');
};
