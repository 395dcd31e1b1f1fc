import { describe, expect, it } from 'vitest';
import { type DocumentFilters, findDocuments, listReviewReasons } from '../../../output/search/find-documents.js';
import { search } from '../../../output/search/search.js';
import { listCorrections } from '../../../output/store/corrections.js';
import { loadStored } from '../../../output/store/load-document.js';
import { openDatabase } from '../../../output/store/open-database.js';
import { readStatus } from '../../../output/store/read-status.js';
import { startBatch } from '../../../output/store/record-batch.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { saveFiles } from '../../../output/store/save-file.js';
import { applyCorrections } from '../../../output/tracker/apply-corrections.js';
import { documentNeedsReview } from '../../../output/tracker/needs-review.js';
import type { ExportedDocument } from '../../../schemas/export.js';
import type { Note } from '../../../schemas/note.js';
import { AT, makeDocument, makeFile, openWith, SAMPLES, TODAY } from '../sample-records.js';
import { always } from '../tracker/tasks-by-rule.js';

const note = (rule: Note['rule'], more: Partial<Note> = {}): Note => ({
  level: 'review',
  rule,
  message: { vi: `Xem ${rule}`, en: `Look at ${rule}` },
  ...more,
});
const DOUBTFUL = makeDocument(
  'ngờ',
  [
    { number: '1', text: 'Sở Y tế báo cáo.', more: { needsReview: true, notes: [note('extract/doubtful-words')] } },
    { number: '2', text: 'Sở Y tế đôn đốc.', more: { needsReview: true, notes: [note('extract/doubtful-words')] } },
    { number: '3', text: 'Sở Y tế kiểm tra.' },
  ],
  { number: null, issuedOn: null, issuer: 'Ban Dân vận Huyện ủy', type: null, needsReview: true },
);
const HEADER_DOUBT = makeDocument('đầu', [], {
  number: '7-KL/HU',
  issuedOn: '2024-12-31',
  needsReview: true,
  notes: [note('header/number-missing'), note('outline/rule-unknown', { level: 'info' })],
});

/** Samples with number and day. */
const SOUND = SAMPLES.slice(0, 2);

const open = () => {
  const db = openDatabase(':memory:');
  const batch = startBatch(db, { roots: ['kho'], at: AT });
  saveFiles(db, [
    ...SOUND.map((record) => makeFile(record)),
    ...[DOUBTFUL, HEADER_DOUBT].map((record) => makeFile(record, { batchKey: batch })),
  ]);
  return { db, batch };
};
const idOf = ({ document }: ExportedDocument): string => document.id;
const confirm = (documentId: string, directiveId: string | null) => ({
  documentId,
  directiveId,
  field: 'review',
  oldValue: null,
  newValue: 'confirmed',
  correctedBy: 'Lan',
  correctedAt: AT,
});

describe('the list of documents', () => {
  it('gives number, day, issuer, tasks, what is to review and why, by day with the newest first', () => {
    const { db, batch } = open();
    const { total, documents } = findDocuments(db, {});
    expect(total).toBe(4);
    expect(documents.map(({ issuedOn }) => issuedOn)).toEqual(
      documents.map(({ issuedOn }) => issuedOn).toSorted((a, b) => (b ?? '').localeCompare(a ?? '')),
    );
    expect(documents.at(-1)).toEqual({
      id: idOf(DOUBTFUL),
      type: null,
      number: null,
      issuedOn: null,
      issuer: 'Ban Dân vận Huyện ủy',
      tasks: 3,
      toReview: 2,
      needsReview: true,
      reasons: [
        {
          rule: 'extract/doubtful-words',
          message: { vi: 'Xem extract/doubtful-words', en: 'Look at extract/doubtful-words' },
          count: 2,
        },
      ],
      path: DOUBTFUL.document.source.path,
      part: 1,
      batch,
      copies: [],
    });
  });

  it.each<[DocumentFilters, readonly ExportedDocument[]]>([
    [{ withoutNumber: true }, [DOUBTFUL]],
    [{ withoutDate: true }, [DOUBTFUL]],
    [{ why: 'extract/doubtful-words' }, [DOUBTFUL]],
    [{ why: 'doubtful-words' }, [DOUBTFUL]],
    [{ why: 'header' }, [HEADER_DOUBT]],
    [{ issuer: 'ban dan van' }, [DOUBTFUL]],
    [{ issuer: 'Ban Dân vận', why: 'header' }, []],
    [{ issuer: 'không có cơ quan này' }, []],
    [{ year: 2024, needsReview: true }, [HEADER_DOUBT]],
    [{ year: 1900 }, []],
  ])('is narrowed by %j', (filters, expected) => {
    const { db } = open();
    const { total, documents } = findDocuments(db, filters);
    expect([total, documents.map(({ id }) => id)]).toEqual([expected.length, expected.map(idOf)]);
  });

  it('knows batches and pages, and is empty in an empty database', () => {
    const { db, batch } = open();
    expect(findDocuments(db, { batch }).total).toBe(2);
    expect(findDocuments(db, { batch: 99 })).toEqual({ total: 0, documents: [] });
    const all = findDocuments(db, {}).documents;
    expect(findDocuments(db, {}, { limit: 2, offset: 2 })).toEqual({ total: 4, documents: all.slice(2, 4) });
    expect(findDocuments(db, {}, { limit: 2, offset: 8 })).toEqual({ total: 4, documents: [] });
    expect(findDocuments(openDatabase(':memory:'), { needsReview: true })).toEqual({ total: 0, documents: [] });
  });

  it('refuses a reason that nobody has and names those that there are', () => {
    const { db } = open();
    expect(listReviewReasons(db)).toEqual([
      { rule: 'extract/doubtful-words', documents: 1 },
      { rule: 'header/number-missing', documents: 1 },
      ...listReviewReasons(openWith(SOUND)),
    ]);
    expect(() => findDocuments(db, { why: "x' OR 1=1 --" })).toThrow(
      expect.objectContaining({
        code: 'usage',
        hint: expect.objectContaining({ vi: expect.stringMatching(/header\/number-missing \(1\)/u) }),
      }),
    );
  });

  it('loses a document when all its doubts are answered, and no sooner', () => {
    const { db } = open();
    const id = idOf(DOUBTFUL);
    saveCorrection(db, confirm(id, `${id}-1`));
    expect(findDocuments(db, { why: 'doubtful-words' }).documents[0]).toMatchObject({ toReview: 1, needsReview: true });
    saveCorrection(db, { ...confirm(id, `${id}-2`), newValue: 'not-a-task' });
    expect(findDocuments(db, { why: 'doubtful-words' }).total).toBe(0);
    saveCorrection(db, confirm(idOf(HEADER_DOUBT), null));
    expect(findDocuments(db, { why: 'header' }).total).toBe(0);
  });

  it('shows a header as people corrected it, and finds it so', () => {
    const { db } = open();
    const id = idOf(DOUBTFUL);
    const fields = { number: '99-KL/TU', issuedOn: '2026-01-02', issuer: 'Huyện ủy Mai Hà', type: 'Thông báo' };
    for (const [field, newValue] of Object.entries(fields))
      saveCorrection(db, { ...confirm(id, null), field, newValue });
    expect(findDocuments(db, {}).documents[0]).toMatchObject({ id, ...fields });
    for (const filters of [{ issuer: 'mai ha' }, { type: 'thong bao', year: 2026 }])
      expect(findDocuments(db, filters).documents.map((d) => d.id)).toEqual([id]);
    expect(findDocuments(db, { withoutNumber: true }).total).toBe(0);
  });
});

describe('one number for what is to review', () => {
  it('stands in status, search and the list of documents, whatever people corrected', () => {
    always((db, _, { records }) => {
      const { documents } = findDocuments(db, {});
      const status = readStatus(db, TODAY);
      const toReview = documents.reduce((sum, d) => sum + d.toReview, 0);
      expect(status.tasksToReview).toBe(toReview);
      expect(search(db, { words: '', filters: { needsReview: true }, today: TODAY, limit: 1 }).total.count).toBe(
        toReview,
      );
      expect(documents.reduce((sum, d) => sum + d.tasks, 0)).toBe(status.tasks);
      const waiting = records.filter((record) => {
        const { id } = record.document;
        return documentNeedsReview(loadStored(db, id) ?? record, listCorrections(db, id));
      });
      expect(documents.flatMap((d) => (d.needsReview ? [d.id] : [])).sort()).toEqual(waiting.map(idOf).sort());
      expect(findDocuments(db, { needsReview: true }).total).toBe(waiting.length);
      expect(status.documentsToReview).toBe(waiting.length);
      for (const record of records) {
        const { document } = applyCorrections(record, listCorrections(db, record.document.id));
        const { number, issuer, type, issuedOn } = document;
        expect(documents.find((d) => d.id === document.id)).toMatchObject({ number, issuer, type, issuedOn });
      }
    });
  });
});
