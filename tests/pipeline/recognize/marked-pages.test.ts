import { describe, expect, it } from 'vitest';
import { MARKED_PAGES, MARKED_RECORDING, markedFile } from '../../../fixtures/make/marked.js';
import type { Mark } from '../../../fixtures/make/paper/marks.js';
import { openRecordedOcr } from '../../../fixtures/make/recorded-ocr.js';
import { buildPipeline } from '../../../pipeline/build-pipeline.js';
import { openFile, runDocument } from '../../../pipeline/run-document.js';

const read = async (mark: Mark) => {
  const pipeline = buildPipeline({ check: true });
  const context = { ocr: await openRecordedOcr(MARKED_RECORDING), signal: new AbortController().signal };
  const outcome = await runDocument(await openFile(markedFile(mark), pipeline, context), pipeline, context);
  if (outcome.kind === 'failed') throw outcome.error;
  const [{ document } = { document: undefined }] = outcome.documents;
  if (document === undefined) throw new Error(`Expected a document on ${mark}, got none`);
  return { document, rules: document.notes.map(({ rule }) => rule) };
};

describe('pages that bear more than print (npm run fixtures:marked)', () => {
  it.each(MARKED_PAGES)('$mark: what is true of it is read', async ({ mark, truth }) => {
    const { document } = await read(mark);
    const fields = Object.keys(truth) as readonly (keyof typeof truth)[];
    expect(Object.fromEntries(fields.map((field) => [field, document[field]]))).toEqual(truth);
  });

  it.each<Mark>(['red-arrival', 'black-arrival'])(
    '%s: the stamp is received, and in no field of the paper',
    async (mark) => {
      const { document } = await read(mark);
      expect(document.received.map(({ by }) => by)).toEqual(['Văn phòng Tỉnh ủy']);
      expect(`${document.issuer} ${document.subject}`).not.toMatch(/văn phòng|đến|chuyển/iu);
    },
  );

  it.each<Mark>(['red-urgency', 'black-urgency', 'panel'])('%s: it is in no field of the header', async (mark) => {
    const { issuer, subject, signer } = (await read(mark)).document;
    expect(`${issuer} ${subject} ${signer.name}`).not.toMatch(/hỏa|tốc|khẩn|ký bởi|email|2025 15:42/iu);
  });

  it('says that black ink over print hides it', async () => {
    expect((await read('black-arrival')).rules).toContain('recognize/print-under-stamp');
    expect((await read('red-arrival')).rules).not.toContain('recognize/print-under-stamp');
  });

  it('says how coarse a scan is', async () => {
    const { document } = await read('coarse');
    const note = document.notes.find(({ rule }) => rule === 'recognize/coarse-scan');
    expect(note).toMatchObject({ level: 'info', page: 1, actual: '100' });
  });
});
