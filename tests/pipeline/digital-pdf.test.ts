import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFixtureDocuments } from '../../fixtures/make/gold.js';
import type { RunContext } from '../../pipeline/base/contract.js';
import { PACKAGE_ROOT, packageFile } from '../../pipeline/base/package-root.js';
import { buildPipeline } from '../../pipeline/build-pipeline.js';
import { extractText } from '../../pipeline/library.js';
import { openFile, runDocument } from '../../pipeline/run-document.js';
import type { ExportedDocument } from '../../schemas/export.js';

const context: RunContext = {
  ocr: {
    id: 'none',
    read: () => Promise.reject(new Error('a digital page needs no OCR')),
    close: () => Promise.resolve(),
  },
  signal: new AbortController().signal,
};

const readPdf = async (path: string): Promise<ExportedDocument> => {
  const pipeline = buildPipeline();
  const outcome = await runDocument(await openFile(path, pipeline, context), pipeline, context);
  if (outcome.kind === 'failed') throw outcome.error;
  const [document] = outcome.documents;
  if (document === undefined || outcome.documents.length > 1) throw new Error('Expected one document');
  return document;
};

/** What a clerk acts on: who must do what by when, item by item. */
const summarize = ({ directives }: ExportedDocument) =>
  directives.map(({ number, text, assignments }) => ({
    number,
    text: text.replace(/\s+/gu, ' '),
    bodies: assignments.flatMap((one) => one.bodies.map(({ name, role }) => `${role}: ${name}`)),
    due: assignments.flatMap((one) => one.deadlines.map(({ kind, due, bound }) => `${kind} ${bound} ${due}`)),
  }));

const textOf = (slug: string): string => readFixtureDocuments().find((one) => one.slug === slug)?.text ?? '';

describe('a born-digital PDF', () => {
  it.each([
    ['kl-thuong-truc-tru-so', 'documents/kl-thuong-truc-tru-so/digital.pdf', 'with a ruled annex of tasks'],
    ['kl-btv-xa-rac-thai', 'demo/kl-btv-xa-rac-thai.pdf', 'with two-column header and signature'],
  ])('gives the tasks of its text: %s in %s, %s', async (slug, file) => {
    const fromPdf = await readPdf(packageFile('fixtures', ...file.split('/')));
    expect(summarize(fromPdf)).toEqual(summarize(extractText(textOf(slug))));
    expect(fromPdf.document.textOrigin).toBe('text-layer');
  });

  const more = join(PACKAGE_ROOT, '..', 'shared', 'corpus', 'more');
  it.skipIf(!existsSync(more))('gives the directives of its twin (needs ../shared)', async () => {
    const twin = extractText(readFileSync(join(more, 'qn_tb_565_mtqg_2024-11-15.txt'), 'utf8'));
    const fromPdf = await readPdf(join(more, 'qn_digital_tb_565_mtqg_2024-11.pdf'));
    expect(summarize(fromPdf).map(({ number, due }) => ({ number, due }))).toEqual(
      summarize(twin).map(({ number, due }) => ({ number, due })),
    );
  });
});
