import { describe, expect, it } from 'vitest';
import { search } from '../../../output/search/search.js';
import { readStatus } from '../../../output/store/read-status.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { saveFile } from '../../../output/store/save-file.js';
import type { Store } from '../../../output/store/store.js';
import { verify } from '../../../output/store/verify.js';
import { AT, makeDocument, makeFile, openWith, TODAY } from '../sample-records.js';

const PASSAGES = [
  { page: 1, text: 'Sau khi xem xét, giao Sở Y tế thẩm định hồ sơ.', why: 'order' as const },
  { page: 2, text: 'Văn bản góp ý gửi trước ngày 05/12/2026.', why: 'deadline' as const },
];
const paper = makeDocument('lost', [{ number: '1', text: 'Sở Tài chính thẩm định dự toán.' }], {
  unclaimed: PASSAGES,
  needsReview: true,
});

const ask = (db: Store, words: string, filters = {}) => {
  const page = search(db, { words, filters, today: TODAY, limit: 10, withFacets: true });
  return {
    tasks: page.hits.map((hit) => hit.number),
    passages: page.passages.map(({ text }) => text),
    count: page.total.count,
  };
};

describe('unclaimed passages', () => {
  it('are found by their words, apart from the tasks, which they are not counted with', () => {
    const db = openWith([paper]);
    const [order, deadline] = PASSAGES.map(({ text }) => text);
    expect(ask(db, 'tham dinh')).toEqual({ tasks: ['1'], passages: [order], count: 1 });
    expect(ask(db, '"văn bản góp ý"')).toEqual({ tasks: [], passages: [deadline], count: 0 });
    expect(ask(db, 'không có chữ này')).toEqual({ tasks: [], passages: [], count: 0 });
  });

  it('are no answer without words, nor where a day or a body is asked for', () => {
    const db = openWith([paper]);
    expect(ask(db, '').passages).toEqual([]);
    expect(ask(db, 'góp ý', { dueBefore: '2030-01-01' }).passages).toEqual([]);
    expect(ask(db, 'góp ý', { year: 2025 }).passages).toHaveLength(1);
    expect(ask(db, 'góp ý', { year: 1999 }).passages).toEqual([]);
  });

  it('say where they stand and why they are shown', () => {
    const [hit] = search(openWith([paper]), { words: 'góp ý', filters: {}, today: TODAY, limit: 10 }).passages;
    expect(hit).toMatchObject({ page: 2, why: 'deadline', documentNumber: '12-KL/TU', path: 'van-ban/lost.txt' });
  });

  it('are counted by status, stored and loaded, and go with their document', () => {
    const db = openWith([paper]);
    expect(readStatus(db, TODAY).unclaimed).toBe(2);
    expect(verify(db, ':memory:').filter((part) => !part.ok)).toEqual([]);
    saveFile(db, makeFile(makeDocument('lost', [{ number: '1', text: 'Sở Tài chính thẩm định dự toán.' }])));
    expect(readStatus(db, TODAY).unclaimed).toBe(0);
    expect(ask(db, 'góp ý').passages).toEqual([]);
    expect(verify(db, ':memory:').filter((part) => !part.ok)).toEqual([]);
  });

  it('stay found when the header of their document is corrected', () => {
    const db = openWith([paper]);
    saveCorrection(db, {
      documentId: paper.document.id,
      directiveId: null,
      field: 'number',
      oldValue: '12-KL/TU',
      newValue: '13-KL/TU',
      correctedBy: 'Lan',
      correctedAt: AT,
    });
    expect(ask(db, '13-KL/TU góp ý').passages).toHaveLength(1);
    expect(ask(db, '12-KL/TU góp ý').passages).toEqual([]);
  });

  it('stand in a view of their own for readers', () => {
    const rows = openWith([paper])
      .prepare('SELECT document_number, why, page, page_link FROM passages ORDER BY page')
      .all();
    expect(rows).toEqual([
      { document_number: '12-KL/TU', why: 'order', page: 1, page_link: 'van-ban/lost.txt#page=1' },
      { document_number: '12-KL/TU', why: 'deadline', page: 2, page_link: 'van-ban/lost.txt#page=2' },
    ]);
  });
});
