import { showCodes } from '../../language/writing/control-codes.js';
import { openDatabase } from '../../output/store/open-database.js';
import { writeHostileFiles } from './hostile-files.js';
import { hasProc, listTree } from './processes.js';
import { hasTrace, readSummary, run, type Soak, start } from './soak.js';

/** Hostile files in one run: it ends, every entry is accounted for, good papers are stored, memory stays below 2 GB. */
export const soakHostile = async (soak: Soak, count: number): Promise<string> => {
  const folder = soak.makeFolder('hostile');
  const { entries, good } = await writeHostileFiles(folder, count, soak.random);
  const db = soak.at('hostile.db');
  const running = start(['ingest', folder, '--db', db, '--json']);
  let peak = 0;
  const look = setInterval(() => {
    const tree = listTree(running.child.pid ?? 0);
    peak = Math.max(
      peak,
      tree.reduce((sum, { residentBytes }) => sum + residentBytes, 0),
    );
  }, 250);
  const ended = await running.ended;
  clearInterval(look);
  soak.expect(ended.code === 3, `ended with ${ended.code}: ${ended.err.slice(-300)}`);
  soak.expect(!hasTrace(ended), `a trace: ${ended.err.slice(-300)}`);
  soak.expect(showCodes(ended.out + ended.err, '\n') === ended.out + ended.err, 'raw control codes were printed');
  const summary = readSummary(ended);
  const counts = Object.entries(summary?.counts ?? {});
  const sum = counts.reduce((all, [, n]) => all + n, 0);
  soak.expect(
    sum === entries && summary?.found === entries,
    `${sum} of ${entries} accounted for, ${summary?.found} found`,
  );
  const internal = (summary?.files ?? []).filter(({ reasons }) => reasons.some(({ rule }) => rule === 'internal'));
  soak.expect(internal.length === 0, `internal: ${internal.map(({ path }) => path).join(', ')}`);
  const store = openDatabase(db, { readonly: true });
  const stored = new Set(
    store.prepare<[], string>(`SELECT path FROM file WHERE status <> 'quarantined'`).pluck().all(),
  );
  store.close();
  const lost = good.filter((path) => !stored.has(path));
  soak.expect(lost.length === 0, `good papers not stored: ${lost.join(', ')}`);
  soak.checkDatabase(db, 'after hostile files');
  soak.expect(peak < 2 * 1024 ** 3, `memory rose to ${Math.round(peak / 2 ** 20)} MB`);
  const again = await run(['ingest', folder, '--db', db, '--json']);
  soak.expect(again.code === 3 && readSummary(again)?.counts.stored === 0, 'a second run stored something anew');
  const memory = hasProc ? `${Math.round(peak / 2 ** 20)} MB at most, all processes` : 'memory not measured: no /proc';
  const tally = counts.map(([name, n]) => `${n} ${name}`).join(', ');
  return `${entries} entries in ${Math.round(ended.seconds)} s: ${tally}; ${good.length - lost.length} of ${good.length} good papers stored; ${memory}`;
};
