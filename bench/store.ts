import { rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../output/store/open-database.js';
import { saveFiles } from '../output/store/save-file.js';
import { generateFile } from './generate-records.js';

/** What filling a database cost. */
export interface FillFigures {
  readonly documents: number;
  readonly seconds: number;
  /** Processor time of the same work: what a busy machine does not blur. */
  readonly cpuSeconds: number;
  readonly documentsPerSecond: number;
  readonly textBytes: number;
  readonly databaseBytes: number;
  readonly sizeRatio: number;
}

const BATCH = 500;

/** Fills a new database at `path` with generated documents, from number `first` on; making them is not counted. */
export const fillDatabase = (path: string, documents: number, first = 0): FillFigures => {
  const db = openDatabase(path);
  let milliseconds = 0;
  let cpuMicroseconds = 0;
  let textBytes = 0;
  for (let at = 0; at < documents; at += BATCH) {
    const files = Array.from({ length: Math.min(BATCH, documents - at) }, (_, i) => generateFile(first + at + i));
    for (const file of files) textBytes += Buffer.byteLength(file.repaired.text);
    const start = performance.now();
    const cpu = process.cpuUsage();
    saveFiles(db, files);
    const used = process.cpuUsage(cpu);
    cpuMicroseconds += used.user + used.system;
    milliseconds += performance.now() - start;
  }
  const start = performance.now();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const seconds = (milliseconds + performance.now() - start) / 1000;
  const databaseBytes = statSync(path).size;
  return {
    documents,
    seconds,
    cpuSeconds: cpuMicroseconds / 1e6,
    documentsPerSecond: documents / seconds,
    textBytes,
    databaseBytes,
    sizeRatio: databaseBytes / textBytes,
  };
};

/** `node dist/bench/store.js [documents] [database]`: insert speed and size. */
export const benchStore = (
  documents: number,
  path: string = join(tmpdir(), `ketluan-bench-${process.pid}.db`),
): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  const f = fillDatabase(path, documents);
  console.log(
    `store: ${f.documents} documents in ${f.seconds.toFixed(1)} s = ${f.documentsPerSecond.toFixed(0)}/s (${(f.documents / f.cpuSeconds).toFixed(0)} a CPU second); ` +
      `text ${(f.textBytes / 1e6).toFixed(1)} MB, database ${(f.databaseBytes / 1e6).toFixed(1)} MB = ${f.sizeRatio.toFixed(2)} x text`,
  );
};

if (process.argv[1]?.endsWith('store.js')) benchStore(Number(process.argv[2] ?? 2000), process.argv[3]);
