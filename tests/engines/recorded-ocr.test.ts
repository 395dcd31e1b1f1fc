import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OcrPage } from '../../pipeline/contract.js';
import { openRecordedOcr, recordOcr } from '../../pipeline/engines/recorded-ocr.js';

const signal = new AbortController().signal;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ketluan-recorded-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const pageOf = (text: string): OcrPage => ({ text, words: [], confidence: 0.9, width: 10, height: 20 });
const image = Uint8Array.from([1, 2, 3]);

describe('recorded OCR', () => {
  it('plays back what it recorded, page and header apart, under the id of the engine', async () => {
    const path = join(folder, 'ocr.json');
    const engine = {
      id: 'engine 7',
      read: async (_: Uint8Array, __: AbortSignal, zone: string = 'page') => pageOf(zone),
      close: async () => undefined,
    };
    const recording = recordOcr(engine, path);
    await recording.read(image, signal, 'header');
    await recording.read(image, signal);
    await recording.close();

    const played = await openRecordedOcr(path);
    expect(played.id).toBe('engine 7');
    expect(await played.read(image, signal)).toEqual(pageOf('page'));
    expect(await played.read(image, signal, 'header')).toEqual(pageOf('header'));
    expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(5);
  });

  it('packs a recording whose name ends in .gz', async () => {
    const path = join(folder, 'ocr.json.gz');
    const page = pageOf('Kết luận');
    const recording = recordOcr({ id: 'e', read: async () => page, close: async () => undefined }, path);
    await recording.read(image, signal);
    await recording.close();
    expect([...(await readFile(path)).subarray(0, 2)]).toEqual([0x1f, 0x8b]);
    expect(await (await openRecordedOcr(path)).read(image, signal)).toEqual(page);
  });

  it('fails for an image that was never recorded', async () => {
    const path = join(folder, 'other.json');
    const recording = recordOcr({ id: 'e', read: async () => pageOf(''), close: async () => undefined }, path);
    await recording.read(image, signal);
    await recording.close();
    const played = await openRecordedOcr(path);
    await expect(played.read(Uint8Array.from([9]), signal)).rejects.toMatchObject({ code: 'ocr-failed' });
  });
});
