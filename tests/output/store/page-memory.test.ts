import { describe, expect, it } from 'vitest';
import { createPageMemory, forgetPages } from '../../../output/store/page-memory.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { openFile } from '../../../pipeline/intake/stage.js';
import { createIsolatedReader, DEFAULT_LIMITS } from '../../../pipeline/isolate/isolated-reader.js';
import { openWith } from '../sample-records.js';

const image = Uint8Array.from({ length: 500 }, (_, i) => i % 251);
const asked = { sha256: 'a', image, recipe: 'engine 1 auto' };
const box = { x0: 0, y0: 0, x1: 9, y1: 9 };
const page = {
  blocks: [
    {
      paragraphs: [
        {
          lines: [
            {
              words: [{ text: 'Zoquixanh', bbox: box, confidence: 90 }],
              baseline: { ...box, has_baseline: true },
              bbox: box,
              rowAttributes: { ascenders: 1, descenders: 1, rowHeight: 9, row_height: 9 },
            },
          ],
        },
      ],
    },
  ],
};

describe('a reading that begins anew (needs npm run build)', () => {
  it('has nothing recognised twice', async () => {
    const path = packageFile('fixtures', 'demo', 'tb-huyen-uy-kenh-muong-2006.tif');
    const signal = new AbortController().signal;
    const { file } = await openFile(path, signal);
    const memory = createPageMemory(openWith([]));
    let recognised = 0;
    const recognizer = {
      recognize: () => {
        recognised += 1;
        return Promise.resolve({ blocks: null });
      },
      close: () => Promise.resolve(),
    };
    const read = async (): Promise<number> => {
      const options = {
        engine: 'blind',
        recognizer,
        memory,
        check: false,
        secrecy: 'refuse',
        limits: DEFAULT_LIMITS,
      } as const;
      const reader = createIsolatedReader(options);
      // A blind engine finds no text, which is no concern here.
      await expect(reader.read(file, signal)).rejects.toMatchObject({ code: 'file-broken' });
      await reader.close();
      return recognised;
    };
    const first = await read();
    expect(first).toBeGreaterThan(0);
    expect(await read()).toBe(first);
  });
});

describe('pages of an unfinished file', () => {
  it('are given back for the same image under the same rules alone, and are gone when the file is done', () => {
    const db = openWith([]);
    const memory = createPageMemory(db);
    memory.keep(asked, page);
    expect(memory.recall(asked)).toEqual(page);
    expect(memory.recall({ ...asked, recipe: 'engine 2 auto' })).toBeUndefined();
    expect(memory.recall({ ...asked, image: image.slice(1) })).toBeUndefined();
    expect(memory.recall({ ...asked, sha256: 'b' })).toBeUndefined();
    forgetPages(db, 'a');
    expect(memory.recall(asked)).toBeUndefined();
  });

  it('tell nothing without the image, and never fail a file', () => {
    const db = openWith([]);
    const memory = createPageMemory(db);
    memory.keep(asked, page);
    expect(db.serialize().includes('Zoquixanh')).toBe(false);
    db.exec("UPDATE unfinished_page SET content = x'00112233445566778899aabbccddeeff00112233'");
    expect(memory.recall(asked)).toBeUndefined();
    db.exec('DROP TABLE unfinished_page');
    expect(memory.recall(asked)).toBeUndefined();
    memory.keep(asked, page);
  });
});
