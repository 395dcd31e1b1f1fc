import { expect, it, vi } from 'vitest';
import type { PartLayout } from '../../../../pipeline/engines/ocr/page-reader.js';
import { TesseractPool } from '../../../../pipeline/engines/ocr/tesseract-pool.js';

let started = 0;
vi.mock('../../../../pipeline/engines/ocr/tesseract-worker.js', () => ({
  startWorker: async () => {
    started += 1;
    return { recognize: async () => ({ blocks: [] }), isAlive: () => true, stop: async () => undefined };
  },
}));

const countStarts = async (layouts: readonly PartLayout[]): Promise<number> => {
  started = 0;
  const data = { folder: '', gzip: false, label: '' };
  const pool = new TesseractPool(data, { workers: 1, pagesPerWorker: 2, pageTimeLimitMs: 1000 });
  for (const layout of layouts) await pool.recognize(new Uint8Array(), 100, new AbortController().signal, layout);
  await pool.close();
  return started;
};

it('replaces a worker after its pages, of which parts that are read again are a small share', async () => {
  expect(await countStarts(['auto', 'auto', 'auto'])).toBe(2);
  expect(await countStarts(['auto', ...new Array<PartLayout>(40).fill('line')])).toBe(1);
  expect(await countStarts(new Array<PartLayout>(101).fill('block'))).toBe(2);
});
