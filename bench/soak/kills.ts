import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { writeMixedFiles } from './papers.js';
import { describeDatabase, run, type Soak, start } from './soak.js';

/** Commands that write a file whole beside the database: killed, they may leave a draft, which the next one takes away. */
const COPIES = [
  ['publish', 'ban-doc.db'],
  ['backup', 'sao-luu.db'],
  ['export', '--format', 'csv', '-o', 'nhiem-vu.csv'],
] as const;

const inFolder = (folder: string, args: readonly string[]): string[] =>
  args.map((arg) => (/\.(?:db|csv)$/u.test(arg) ? join(folder, arg) : arg));

/**
 * SIGKILL of the whole tree at random moments over thirty mixed files, resumed each time until a run comes to its end by
 * itself; then what was set aside is asked for, and everything must be as in a run that nobody disturbed.
 */
export const soakKills = async (soak: Soak): Promise<string> => {
  const most = soak.isBounded ? 8 : 200;
  const files = soak.makeFolder('files');
  const count = writeMixedFiles(files, soak.random, soak.isBounded);
  const entries = readdirSync(files).length;
  soak.expect(entries === count, `${entries} files were made, not ${count}`);
  const env = { TMPDIR: soak.makeFolder('tmp') };
  const ingest = (db: string): string[] => ['ingest', files, '--db', db, '--json'];
  const calm = await run(ingest(soak.at('calm.db')), { env });
  soak.expect(calm.code === 3, `the undisturbed run ended with ${calm.code}`);
  const wanted = await describeDatabase(soak.at('calm.db'));
  // Long enough to come through a scan, short enough that one run never comes through all.
  const longest = Math.min(6, Math.max(2, calm.seconds * 0.6));
  soak.tick(`undisturbed in ${calm.seconds.toFixed(1)} s`);
  const found = { kills: 0, cycles: 0, setAside: 0, drafts: 0 };
  while (found.kills < most) {
    const folder = soak.makeFolder('work');
    const db = join(folder, 'x.db');
    let round = 0;
    for (;;) {
      round += 1;
      const copy = COPIES[round % 24];
      const isCopy = copy !== undefined && round > 1;
      const running = start(isCopy ? [...inFolder(folder, copy), '--db', db] : ingest(db), { env });
      const wait = soak.between(0.03, isCopy ? 0.6 : longest) * 1000;
      const limit = found.kills < most ? wait : 600_000;
      const isOver = await Promise.race([running.ended.then(() => true), setTimeout(limit, false, { ref: false })]);
      if (!isOver) {
        running.signalAll('SIGKILL');
        found.kills += 1;
        if (found.kills % 20 === 0) soak.tick(`${found.kills} kills`);
      }
      const ended = await running.ended;
      if (!isOver) soak.checkDatabase(db, `kill ${found.kills}`);
      found.drafts += soak.listLeftovers(folder).length;
      if (isOver && !isCopy) {
        soak.expect(ended.code === 3, `a resumed run ended with ${ended.code}: ${ended.err.slice(0, 300)}`);
        break;
      }
    }
    const before = await describeDatabase(db);
    found.setAside += before.filter((line) => line.endsWith(' file-set-aside')).length;
    const retried = await run([...ingest(db), '--retry'], { env });
    soak.expect(retried.code === 3, `--retry ended with ${retried.code}`);
    const got = await describeDatabase(db);
    const astray = got.filter((line) => !wanted.includes(line)).map((line) => line.slice(0, 200));
    soak.expect(
      got.length === wanted.length && astray.length === 0,
      `cycle ${found.cycles} differs (${got.length} of ${wanted.length}): ${astray.join(' | ')}`,
    );
    for (const args of COPIES) {
      const made = await run([...inFolder(folder, args), '--db', db], { env });
      soak.expect(made.code === 0, `${args[0]} ended with ${made.code}: ${made.err.slice(0, 300)}`);
    }
    const left = [...soak.listLeftovers(folder), ...readdirSync(env.TMPDIR)];
    soak.expect(left.length === 0, `left behind: ${left.join(', ')}`);
    soak.checkDatabase(db, 'at the end of a cycle');
    found.cycles += 1;
  }
  return `${found.kills} kills over ${count} files in ${found.cycles} cycles (undisturbed ${calm.seconds.toFixed(1)} s); ${found.setAside} set aside and read again with --retry; ${found.drafts} drafts of killed commands met, none left`;
};
