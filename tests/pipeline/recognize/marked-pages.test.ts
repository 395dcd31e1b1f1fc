import { describe, expect, it } from 'vitest';
import { MARKED_RECORDING, markedFile } from '../../../fixtures/make/marked.js';
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

const SUBJECT = 'về tình hình kinh tế - xã hội, quốc phòng, an ninh 6 tháng đầu năm; nhiệm vụ 6 tháng cuối năm 2025';

describe('pages that bear more than print (npm run fixtures:marked)', () => {
  it.each<Mark>(['red-seal', 'red-arrival', 'border', 'coarse'])('%s: number, day and title are read', async (mark) => {
    const { document } = await read(mark);
    const { number, issuedOn, subject } = document;
    expect({ number, issuedOn, subject }).toEqual({ number: '74-KL/TU', issuedOn: '2025-07-18', subject: SUBJECT });
  });

  it.each<Mark>(['red-arrival', 'black-arrival'])(
    '%s: the stamp is received, and in no field of the paper',
    async (mark) => {
      const { document } = await read(mark);
      expect(document.received.map(({ by }) => by)).toEqual(['Văn phòng Tỉnh ủy']);
      expect(`${document.issuer} ${document.subject}`).not.toMatch(/văn phòng|đến|chuyển/iu);
    },
  );

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
