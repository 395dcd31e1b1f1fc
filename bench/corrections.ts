import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CorrectionRequest, correctAll, ingest, openDatabase, reprocess, type Store } from '../output/library.js';
import { runGuarded } from '../output/store/guard.js';
import { loadStored } from '../output/store/load-document.js';
import { openNoOcr as openOcr, writePapers } from './isolate.js';

const LAN = { by: 'Lan', at: '2026-01-05T08:00:00+07:00' };
const now = (): string => LAN.at;

const listIds = (db: Store): readonly string[] => db.prepare<[], string>('SELECT id FROM document').pluck().all();

/** One correction of each task, of all kinds in turn, until there are so many. */
const plan = (id: string, at: number): CorrectionRequest =>
  [
    { do: 'fix' as const, id, fields: { due: '30/9/2050' } },
    { do: 'fix' as const, id, fields: { lead: 'Sở Nội vụ; Sở Y tế' } },
    { do: 'confirm' as const, id },
    { do: 'fix' as const, id, fields: { text: `Việc thứ ${at} đã gõ lại cho đúng với bản giấy.` } },
  ][at % 4] ?? { do: 'confirm', id };

const correctTasks = (db: Store, tasks: number): number => {
  let count = 0;
  for (const documentId of listIds(db)) {
    const directives = loadStored(db, documentId)?.directives ?? [];
    const own = directives.filter(({ kind }) => kind === 'task').slice(0, tasks - count);
    correctAll(
      db,
      own.map(({ id }, i) => plan(id, count + i)),
      LAN,
    );
    count += own.length;
    if (count >= tasks) break;
  }
  return count;
};

/** Runs everything again from the outline on, every document as if it read otherwise now; processor seconds. */
const readAgain = async (db: Store): Promise<number> => {
  runGuarded(db, () => db.exec("UPDATE document SET fingerprint = x'00'"));
  const cpu = process.cpuUsage();
  const result = await reprocess(db, { stage: 'outline', now, openOcr });
  if (result.failed.length > 0) throw new Error(`Expected no failure, got ${result.failed.length}`);
  const used = process.cpuUsage(cpu);
  return (used.user + used.system) / 1e6;
};

/** `node dist/bench/corrections.js [tasks]`: reprocess with so many corrections to replay, against the same without any. */
export const benchCorrections = async (tasks: number): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'ketluan-bench-corrections-'));
  try {
    const papers = join(folder, 'papers');
    mkdirSync(papers);
    writePapers(papers, Math.ceil(tasks / 4));
    const db = openDatabase(join(folder, 'bench.db'));
    await ingest(db, [papers], { now, openOcr });
    await readAgain(db);
    const without = Math.min(await readAgain(db), await readAgain(db));
    const start = process.cpuUsage();
    const count = correctTasks(db, tasks);
    const spent = process.cpuUsage(start);
    const perTask = (spent.user + spent.system) / 1000 / count;
    const before = db.prepare('SELECT count(*) FROM correction WHERE is_lost IS NULL').pluck().get();
    const withThem = Math.min(await readAgain(db), await readAgain(db));
    const after = db.prepare('SELECT count(*) FROM correction WHERE is_lost IS NULL').pluck().get();
    if (before !== after) throw new Error(`Expected ${String(before)} corrections in place, got ${String(after)}`);
    db.close();
    console.log(
      `corrections: ${count} tasks of ${Math.ceil(tasks / 4)} papers corrected at ${perTask.toFixed(1)} ms each; ` +
        `reprocess ${without.toFixed(1)} s of CPU without, ${withThem.toFixed(1)} s with them = ${(without / withThem).toFixed(2)} of the speed`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1]?.endsWith('corrections.js')) await benchCorrections(Number(process.argv[2] ?? 10_000));
