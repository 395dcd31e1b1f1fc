import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { packageFile } from '../pipeline/base/package-root.js';
import { prepareAccuracyDocuments } from './accuracy-pages.js';
import { runCold } from './run-cold.js';

const PAGES = 10;
const A4_POINTS = [595.3, 841.9] as const;

/** A scanned PDF of ten office scans, one JPEG a page. */
const makeScan = async (): Promise<Uint8Array> => {
  const documents = await prepareAccuracyDocuments([]);
  const pdf = await PDFDocument.create();
  for (const { loadImage } of documents.flatMap(({ pages }) => pages).slice(0, PAGES)) {
    const [width, height] = A4_POINTS;
    pdf.addPage([width, height]).drawImage(await pdf.embedJpg(loadImage('b')), { x: 0, y: 0, width, height });
  }
  return pdf.save();
};

/**
 * A scan of ten pages, from a cold start to the end: our whole way into a new database against ocrmypdf, which makes a
 * searchable PDF. Prints seconds, CPU seconds, peak memory and ratios; says when a peer is not installed.
 * `node dist/bench/ocr-cold.js`
 */
export const benchOcrCold = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'ketluan-cold-'));
  try {
    const scan = join(folder, 'scan.pdf');
    writeFileSync(scan, await makeScan());
    const main = packageFile('dist', 'cli', 'main.js');
    const ours = runCold(folder, [
      process.execPath,
      main,
      'ingest',
      scan,
      '--db',
      join(folder, 'new.db'),
      '--jobs',
      '2',
    ]);
    const peer = runCold(folder, ['ocrmypdf', '-l', 'vie', '--jobs', '2', scan, join(folder, 'out.pdf')]);
    for (const [name, run] of [
      ['ketluan ingest --jobs 2', ours],
      ['ocrmypdf -l vie --jobs 2', peer],
    ] as const)
      console.log(
        run === undefined
          ? `cold: ${name}: not installed, or no /usr/bin/time`
          : `cold: ${name}: ${run.seconds.toFixed(1)} s = ${(PAGES / run.seconds).toFixed(2)} pages/s, ` +
              `${run.cpuSeconds.toFixed(1)} CPU s, largest process ${run.peakMb} MB`,
      );
    if (ours !== undefined && peer !== undefined)
      console.log(
        `cold: ours / peer: time ${(ours.seconds / peer.seconds).toFixed(2)}, CPU ${(ours.cpuSeconds / peer.cpuSeconds).toFixed(2)}`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1]?.endsWith('ocr-cold.js')) await benchOcrCold();
