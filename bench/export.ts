import { createWriteStream, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeCalendar } from '../output/export/calendar.js';
import { writeCsv } from '../output/export/csv.js';
import { writeJsonl } from '../output/export/jsonl.js';
import { writePhuLuc2 } from '../output/export/phu-luc-2.js';
import { writeReport } from '../output/export/report.js';
import { selectRecords } from '../output/export/select-records.js';
import { listTaskRows } from '../output/export/task-rows.js';
import { createLocator } from '../output/pages/locate-tasks.js';
import { openDatabase } from '../output/store/open-database.js';
import type { Store } from '../output/store/store.js';
import { fillDatabase } from './store.js';

const TODAY = '2025-07-01';

const rowsOf = (db: Store) => listTaskRows(recordsOf(db), TODAY);
const recordsOf = (db: Store) => selectRecords(db, { words: '', filters: {}, today: TODAY });

const FORMATS: Readonly<Record<string, (db: Store) => Iterable<string | Uint8Array>>> = {
  jsonl: (db) => writeJsonl(recordsOf(db), createLocator(db)),
  csv: (db) => writeCsv(rowsOf(db)),
  xlsx: (db) => writePhuLuc2(rowsOf(db), TODAY),
  ics: (db) => writeCalendar(rowsOf(db), TODAY),
  html: (db) => writeReport(rowsOf(db), TODAY),
};

/**
 * `node dist/bench/export.js [documents] [format]`: exports ten directives a document and prints time and the highest
 * memory of the process. One format a process, as the highest memory never goes down again.
 */
export const benchExport = async (documents: number, format: string): Promise<void> => {
  const path = join(tmpdir(), `ketluan-bench-export-${documents}.db`);
  const out = join(tmpdir(), `ketluan-bench-export-${process.pid}.${format}`);
  const write = FORMATS[format];
  if (write === undefined) {
    console.log(JSON.stringify(fillDatabase(path, documents)));
    return;
  }
  const db = openDatabase(path, { readonly: true });
  const start = performance.now();
  await pipeline(Readable.from(write(db)), createWriteStream(out));
  const seconds = (performance.now() - start) / 1000;
  db.close();
  rmSync(out);
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${format}: ${documents * 10} directives in ${seconds.toFixed(1)} s, highest memory ${memory.toFixed(0)} MB`,
  );
};

if (process.argv[1]?.endsWith('export.js'))
  await benchExport(Number(process.argv[2] ?? 10_000), process.argv[3] ?? 'fill');
