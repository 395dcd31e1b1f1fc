import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HANDWRITTEN, HANDWRITTEN_RECORDING, handwrittenFile } from '../../fixtures/make/handwritten.js';
import { openRecordedOcr } from '../../fixtures/make/recorded-ocr.js';
import { buildPipeline } from '../../pipeline/build-pipeline.js';
import { prepareForOcr } from '../../pipeline/engines/image/image.js';
import { readHandwriting } from '../../pipeline/handwriting/read-handwriting.js';
import { openFile, runDocument } from '../../pipeline/run-document.js';
import type { ExportedDocument } from '../../schemas/export.js';

const signal = new AbortController().signal;

const readPage = async (path: string): Promise<ExportedDocument['document']> => {
  const pipeline = buildPipeline({ check: true });
  const context = { ocr: await openRecordedOcr(HANDWRITTEN_RECORDING), signal };
  const outcome = await runDocument(await openFile(path, pipeline, context), pipeline, context);
  const [first] = outcome.kind === 'failed' ? [] : outcome.documents;
  if (first === undefined) throw new Error(`Expected a document in ${path}`);
  return first.document;
};

const pageNamed = (name: string) => {
  const page = HANDWRITTEN.find((one) => one.name === name);
  if (page === undefined) throw new Error(`Expected a page ${name}`);
  return page;
};

describe('pages whose number and day were written by hand', () => {
  it.each([
    ['photocopy', '238/TB-UBND', '2018-03-26'],
    ['bilevel', '07/KL-UBND', '2021-11-14'],
    ['gray', '1640/TB-UBND', '2024-08-05'],
  ])('%s: stand in suggested, with a note, and nowhere else', async (name, number, issuedOn) => {
    const document = await readPage(handwrittenFile(pageNamed(name)));
    expect(document.number).toBeNull();
    expect(document.issuedOn).toBeNull();
    expect(document.suggested).toMatchObject({ number, issuedOn, from: 'handwriting' });
    expect(document.suggested?.confidence).toBeGreaterThan(0.85);
    expect(document.needsReview).toBe(true);
    expect(document.notes.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['header/number-blank', 'header/date-blank', 'header/handwriting-suggested']),
    );
  });

  it('gaps that were left open suggest nothing', async () => {
    const document = await readPage(handwrittenFile(pageNamed('open')));
    expect(document).toMatchObject({
      number: null,
      numberParts: { digits: null, symbol: '/KL-UBND' },
      issuedOn: null,
      issuedOnParts: { year: 2022, month: 6, day: null },
    });
    expect(document.suggested).toBeUndefined();
  });

  it('are read off the image as the recording has it', async () => {
    const page = pageNamed('bilevel');
    const bytes = readFileSync(handwrittenFile(page));
    const { zones } = await (await openRecordedOcr(HANDWRITTEN_RECORDING)).read(bytes, signal);
    const { raster, width } = await prepareForOcr(bytes, 'page');
    const scale = raster.width / width;
    const read = (zones?.gaps ?? [])
      .filter(({ ink }) => ink === 'pen')
      .map(({ field, box }) => {
        const level = {
          left: box.left * scale,
          top: box.top * scale,
          right: box.right * scale,
          bottom: box.bottom * scale,
        };
        const tall = (level.bottom - level.top) / 2.9;
        return [field, readHandwriting(raster, { box: level, foot: level.bottom - 0.8 * tall, tall })[0]?.digits];
      });
    expect(read).toEqual([
      ['number', '07'],
      ['day', '14'],
    ]);
  });
});
