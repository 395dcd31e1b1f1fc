import { expect, it } from 'vitest';
import { search } from '../../../output/search/search.js';
import { openWith, SAMPLES, TODAY } from '../sample-records.js';

it('a month of issue finds the tasks of its papers, typed as a sentence or given as filters', () => {
  const db = openWith(SAMPLES);
  const numbers = (words: string, filters = {}) => {
    const { hits, reading } = search(db, { words, filters, today: TODAY, limit: 20 });
    const labels = reading?.parts.map(({ label }) => label.vi) ?? [];
    return [[...new Set(hits.map(({ documentNumber }) => documentNumber))], labels];
  };
  expect(numbers('', { issuedAfter: '2025-06-01', issuedBefore: '2025-06-30' })).toEqual([['12-KL/TU'], []]);
  expect(numbers('', { issuedBefore: '2024-12-31' })).toEqual([['05-TB/HU'], []]);
  expect(numbers('', { issuedAfter: '2025-07-01' })).toEqual([[], []]);
  expect(numbers('kết luận tháng 6/2025 quá hạn')).toEqual([
    ['12-KL/TU'],
    ['loại văn bản: Kết luận · ban hành: từ 01/06/2025 đến 30/06/2025', 'quá hạn'],
  ]);
  db.close();
});
