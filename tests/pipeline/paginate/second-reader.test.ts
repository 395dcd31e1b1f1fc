import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { packageFile } from '../../../pipeline/base/package-root.js';
import type * as Pdf from '../../../pipeline/engines/pdf/pdf.js';
import { readTextPlainly } from '../../../pipeline/engines/pdf/pdf-second-reader.js';
import { hashBytes } from '../../../pipeline/intake/stage.js';
import { paginate } from '../../../pipeline/paginate/stage.js';

// Our own reader fails on the first page, as it may on a font or an operator that it does not know.
vi.mock('../../../pipeline/engines/pdf/pdf.js', async (importOriginal) => {
  const pdf = await importOriginal<typeof Pdf>();
  return {
    ...pdf,
    openPdf: async (bytes: Uint8Array) => {
      const file = await pdf.openPdf(bytes);
      return {
        ...file,
        pageCount: file.pageCount,
        readPage: (number: number) =>
          number === 1 ? Promise.reject(new Error('unknown font')) : file.readPage(number),
      };
    },
  };
});

const bytes = new Uint8Array(readFileSync(packageFile('fixtures', 'demo', 'kl-btv-xa-rac-thai.pdf')));
const context = {
  ocr: { id: 'none', read: () => Promise.reject(new Error('not used')), close: () => Promise.resolve() },
  signal: new AbortController().signal,
};

describe('the second reader of a PDF page', () => {
  it('gives the words of a page', async () => {
    expect((await readTextPlainly(bytes, 1)).replace(/\s+/gu, ' ')).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
  });

  it('gives nothing for bytes that are no PDF', async () => {
    expect(await readTextPlainly(Uint8Array.of(1, 2, 3), 1)).toBe('');
  });

  it('saves the words of a page that our own reader cannot take, and asks for a look', async () => {
    const file = {
      path: 'x.pdf',
      sha256: hashBytes(bytes),
      byteLength: bytes.length,
      mediaType: 'application/pdf',
    } as const;
    const { value, notes } = await paginate.run({ file, bytes }, context);
    expect(value.pages[0]).toMatchObject({ number: 1, trust: 'text-layer', reason: 'plain-reader', quality: 'good' });
    expect(value.pages[1]?.reason).not.toBe('plain-reader');
    expect(notes.map(({ level, rule, page }) => ({ level, rule, page }))).toEqual([
      { level: 'review', rule: 'paginate/page-read-plainly', page: 1 },
    ]);
  });
});
