import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { makeNestedForms } from './hostile-files.js';
import { another, DIGITAL_PDF, makeText, readFixture, SCAN_JPEG } from './papers.js';
import { describeDatabase, type Ended, hasTrace, run, type Soak, start } from './soak.js';

/** What is read when the signal comes, and how many of its lines of progress there are. */
const KINDS = { text: 40, pdf: 3, scan: 1 } as const;
type Kind = keyof typeof KINDS;
const MOMENTS = ['init', 'reading', 'saving', 'summary'] as const;

/** What CI has time for: each kind of work, each moment. */
const FEW: Readonly<Record<Kind, readonly (typeof MOMENTS)[number][]>> = {
  text: MOMENTS,
  pdf: ['saving'],
  scan: ['reading'],
};

const writeFiles = (soak: Soak, kind: Kind): string => {
  const folder = soak.makeFolder(kind);
  const put = (i: number, end: string, content: string | Buffer): void =>
    writeFileSync(join(folder, `${String(i).padStart(3, '0')}.${end}`), content);
  for (let i = 0; i < KINDS[kind]; i++) {
    if (kind === 'text') put(i, 'txt', makeText(soak.random, i));
    else if (kind === 'pdf') put(i, 'pdf', another(readFixture(...DIGITAL_PDF), i));
    else put(i, 'jpg', another(readFixture(...SCAN_JPEG), i));
  }
  return folder;
};

/** How a stopped command ended; undefined when it is as promised. */
const judge = ({ code, signal, out, err }: Ended, isEarly: boolean): string | undefined => {
  if (hasTrace({ code, signal, out, err, seconds: 0 })) return `a trace: ${err.slice(-300)}`;
  // Before a line of ours runs the system itself ends the process: nothing is begun, nothing is to be told.
  if (code === null) return isEarly && out === '' ? undefined : `died of ${signal}: ${err.slice(-200)}`;
  if (!/\d+ tasks, \d+ pages/u.test(out)) return `no summary, code ${code}: ${(out + err).slice(-300)}`;
  if (code === 130) return /Stopped as asked/u.test(out) ? undefined : 'a summary that does not say so';
  return code === 0 ? undefined : `code ${code}`;
};

/** One signal at one moment of one kind of work. Returns how it ended. */
const signalOnce = async (
  soak: Soak,
  files: string,
  [kind, moment, signal]: readonly [Kind, (typeof MOMENTS)[number], NodeJS.Signals],
  wanted: readonly string[],
): Promise<'early' | 'stopped' | 'done'> => {
  const folder = soak.makeFolder('work');
  const db = join(folder, 'x.db');
  const total = KINDS[kind];
  const toAll = soak.random() < 0.5;
  const what = `${signal} at ${moment} of ${kind}${toAll ? ', to the whole group' : ''}`;
  const at = moment === 'summary' ? total : 1 + Math.floor(soak.random() * Math.max(1, total - 1));
  let isSent = false;
  const send = (): void => {
    if (isSent) return;
    isSent = true;
    if (toAll) running.signalAll(signal);
    else running.child.kill(signal);
  };
  const args = ['--lang', 'en', 'ingest', files, '--db', db];
  const running = start(args, {
    onLine: (line) => {
      if (moment === 'init' || !line.startsWith(`[${at}/`)) return;
      if (moment === 'saving') send();
      else void setTimeout(soak.between(0, 60)).then(send);
    },
  });
  if (moment === 'init') void setTimeout(soak.between(0, 700)).then(send);
  // A scan that is the only file has no line before its end: it is met while it is recognised.
  if (kind === 'scan' && (moment === 'reading' || moment === 'saving')) {
    while (!existsSync(db) && running.child.exitCode === null) await setTimeout(10);
    void setTimeout(soak.between(0, 4000)).then(send);
  }
  const ended = await running.ended;
  const wrong = judge(ended, moment === 'init');
  soak.expect(wrong === undefined, `${what}: ${wrong}`);
  soak.expect(soak.listLeftovers(folder).length === 0, `${what}: a draft was left`);
  soak.checkDatabase(db, what);
  const rest = await run(args);
  soak.expect(rest.code === 0, `${what}: the next run ended with ${rest.code}: ${rest.out.slice(-300)}`);
  const got = await describeDatabase(db);
  soak.expect(got.join('\n') === wanted.join('\n'), `${what}: the next run did not finish the rest`);
  if (ended.code === null) return 'early';
  return ended.code === 130 ? 'stopped' : 'done';
};

/** A second Ctrl-C over a file that would take hours: the command and its readers are gone within a second or so. */
const signalTwice = async (soak: Soak): Promise<number> => {
  const folder = soak.makeFolder('twice');
  writeFileSync(join(folder, 'forms.pdf'), makeNestedForms());
  const running = start(['ingest', folder, '--db', join(folder, 'x.db')]);
  await setTimeout(2500);
  const from = performance.now();
  running.child.kill('SIGINT');
  await setTimeout(soak.between(0, 40));
  running.child.kill('SIGINT');
  const { code, out } = await running.ended;
  const took = performance.now() - from;
  soak.expect(code === 130 || (code === null && out !== ''), `a second Ctrl-C ended with ${code}`);
  soak.expect(took < 2000, `a second Ctrl-C took ${Math.round(took)} ms`);
  let isLeft = true;
  // A reader looks for its parent every quarter of a second; one that was just starting, or a busy machine, takes longer.
  for (let i = 0; i < 50 && isLeft; i++) {
    await setTimeout(100);
    try {
      process.kill(-Number(running.child.pid), 0);
    } catch {
      isLeft = false;
    }
  }
  soak.expect(process.platform === 'win32' || !isLeft, 'a second Ctrl-C left a reader behind');
  return took;
};

/** A closed terminal over commands that write drafts. */
const hangUp = async (soak: Soak, db: string, count: number): Promise<void> => {
  const folder = soak.makeFolder('copies');
  for (let i = 0; i < count; i++) {
    const target = join(folder, i % 2 === 0 ? 'copy.db' : 'tasks.csv');
    const args = i % 2 === 0 ? ['publish', target] : ['export', '--format', 'csv', '-o', target];
    const running = start([...args, '--db', db]);
    await setTimeout(soak.between(50, 500));
    running.signalAll('SIGHUP');
    const ended = await running.ended;
    soak.expect(!hasTrace(ended), `SIGHUP, ${args[0]}: a trace`);
    soak.expect([0, 130, null].includes(ended.code), `SIGHUP, ${args[0]}: code ${ended.code}`);
    if (ended.code !== null) soak.expect(soak.listLeftovers(folder).length === 0, `SIGHUP, ${args[0]}: a draft`);
  }
};

/** Signals at random moments in every stage of every kind of work. */
export const soakSignals = async (soak: Soak): Promise<string> => {
  const kinds: readonly Kind[] = ['text', 'pdf', 'scan'];
  const rounds = soak.isBounded ? 1 : 5;
  const counts = { early: 0, stopped: 0, done: 0 };
  let sent = 0;
  let db = '';
  for (const kind of kinds) {
    const files = writeFiles(soak, kind);
    db = soak.at(`calm-${kind}.db`);
    const calm = await run(['ingest', files, '--db', db]);
    soak.expect(calm.code === 0, `the undisturbed run of ${kind} ended with ${calm.code}`);
    const wanted = await describeDatabase(db);
    for (let round = 0; round < rounds; round++)
      for (const moment of soak.isBounded ? FEW[kind] : MOMENTS) {
        const signal = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const)[sent % 3] ?? 'SIGINT';
        soak.tick(`${signal} at ${moment} of ${kind}`);
        counts[await signalOnce(soak, files, [kind, moment, signal], wanted)] += 1;
        sent += 1;
      }
  }
  const times: number[] = [];
  for (let i = 0; i < (soak.isBounded ? 1 : 5); i++) times.push(await signalTwice(soak));
  await hangUp(soak, db, soak.isBounded ? 2 : 10);
  return `${sent} signals: ${counts.stopped} stopped with 130 and a summary, ${counts.done} found the work done, ${counts.early} came before the program's first line; second Ctrl-C at most ${Math.round(Math.max(...times))} ms (${times.length}); no draft after SIGHUP`;
};
