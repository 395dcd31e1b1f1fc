import { describe, expect, it } from 'vitest';
import {
  listSavedSearches,
  removeSearch,
  requireSavedSearch,
  runSearch,
  saveSearch,
} from '../../../output/search/saved-searches.js';
import { searchPapers } from '../../../output/search/search-papers.js';
import { runGuarded } from '../../../output/store/guard.js';
import { splitPages } from '../../../output/store/index-papers.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { saveFile } from '../../../output/store/save-file.js';
import { recordSaved } from '../../../output/store/saved-searches.js';
import type { Store } from '../../../output/store/store.js';
import { PipelineError } from '../../../pipeline/base/errors.js';
import { AT, makeDocument, makeFile, openWith, TODAY } from '../sample-records.js';

const one = makeDocument('one', [{ number: '1', text: 'Giao Sở Y tế mua thuốc ở Mường Khao.' }], {
  number: '301-KL/TU',
  subject: 'Về y tế cơ sở',
  signer: { authority: 'T/M Ban Thường vụ', position: 'Bí thư', name: 'Lò Văn Mẫu' },
  recipients: ['Các chi bộ thuộc Đảng ủy xã Bản Giả'],
});
const two = makeDocument('two', [{ number: '1', text: 'Văn phòng mua sắm, lò sưởi của mẫu giáo.' }], {
  number: '12-TB/TU',
  type: 'Thông báo',
  subject: 'Về mua sắm',
  issuedOn: '2024-03-01',
});

const ask = (db: Store, words: string, more: object = {}) =>
  searchPapers(db, { words, filters: {}, today: TODAY, limit: 10, ...more });
const find = (db: Store, words: string, more: object = {}): (string | null)[] =>
  ask(db, words, more).papers.map(({ number }) => number);

describe('papers', () => {
  const db = openWith([one, two]);

  it.each<[string, string, string[]]>([
    ['by number', '301-KL/TU', ['301-KL/TU']],
    ['by subject', 'y te co so', ['301-KL/TU']],
    ['by signer, in a row before apart', 'Lò Văn Mẫu', ['301-KL/TU', '12-TB/TU']],
    ['by recipient', 'bản giả', ['301-KL/TU']],
    ['by issuer, abbreviated', 'BTV', ['301-KL/TU', '12-TB/TU']],
    ['by text', 'mường khao', ['301-KL/TU']],
    ['by a phrase', '"lò văn mẫu"', ['301-KL/TU']],
    ['without a word', 'mua -thuốc', ['12-TB/TU']],
    ['all of them, the newest first', '', ['301-KL/TU', '12-TB/TU']],
    ['none', 'zzz', []],
  ])('are found %s: %s', (_, words, numbers) => {
    expect(find(db, words)).toEqual(numbers);
  });

  it('say where the words stand', () => {
    const [hit] = ask(db, 'mường khao').papers;
    expect(hit).toMatchObject({ where: 'text', page: 1, tasks: 1, signer: 'Lò Văn Mẫu' });
    expect(hit?.snippet.highlights).toHaveLength(1);
    expect(ask(db, 'y tế cơ sở').papers[0]).toMatchObject({ where: 'header', page: null });
  });

  it('are narrowed by filters and by what a sentence says of papers', () => {
    expect(find(db, '', { filters: { year: 2024 } })).toEqual(['12-TB/TU']);
    expect(find(db, '', { filters: { type: 'KL' } })).toEqual(['301-KL/TU']);
    const sentence = 'thông báo của BTV Tỉnh ủy năm 2024';
    expect(ask(db, sentence).reading?.filters).toEqual({
      type: 'Thông báo',
      issuer: 'Ban Thường vụ Tỉnh ủy',
      year: 2024,
    });
    expect(find(db, sentence)).toEqual(['12-TB/TU']);
    expect(ask(db, 'việc quá hạn').reading).toBeNull();
  });

  it('are narrowed by their days of issue, given as filters or in a sentence', () => {
    expect(find(db, '', { filters: { issuedBefore: '2024-12-31' } })).toEqual(['12-TB/TU']);
    expect(find(db, '', { filters: { issuedAfter: '2025-01-01' } })).toEqual(['301-KL/TU']);
    expect(find(db, 'thông báo ban hành tháng 3/2024 có việc gì')).toEqual(['12-TB/TU']);
  });

  it('offer the same without a filter', () => {
    const { offers } = ask(db, 'mường khao', { filters: { year: 2024 } });
    expect(offers.map(({ kind, total }) => [kind, total.count])).toEqual([['without-filter', 1]]);
  });

  it('have typing errors mended', () => {
    expect(ask(db, 'mua thuosc').corrected).toEqual({ words: 'mua thuoc', shown: 'mua thuốc' });
  });

  it('have words left as they are that only a filter keeps from being found', () => {
    const own = openWith([
      makeDocument('tram', [{ number: '1', text: 'Sửa trạm xá.' }]),
      makeDocument('trau', [{ number: '1', text: 'Tiêm cho đàn trâu.' }], { issuedOn: '2024-03-01' }),
    ]);
    expect(ask(own, 'trạm', { filters: { year: 2024 } })).toMatchObject({ papers: [], corrected: null });
    expect(ask(own, 'tramj').corrected?.shown).toBe('trạm');
  });

  it('follow corrections and new readings, and go with their document', () => {
    const own = openWith([one]);
    saveCorrection(own, {
      documentId: one.document.id,
      directiveId: null,
      field: 'subject',
      oldValue: one.document.subject,
      newValue: 'Về trạm xá',
      correctedBy: 'lan',
      correctedAt: AT,
    });
    expect([find(own, 'trạm xá'), find(own, '"y tế cơ sở"')]).toEqual([['301-KL/TU'], []]);
    saveFile(own, makeFile(makeDocument('one', [{ number: '1', text: 'Việc khác.' }], { number: '301-KL/TU' })));
    expect([find(own, 'mường khao'), find(own, 'việc khác')]).toEqual([[], ['301-KL/TU']]);
    runGuarded(own, () => own.exec('DELETE FROM document'));
    expect(find(own, '')).toEqual([]);
    expect(own.prepare("SELECT count(*) FROM paper_fts WHERE paper_fts MATCH 'viec'").pluck().get()).toBe(0);
  });

  it('of one file share its pages', () => {
    expect(splitPages([2, 3], 5)).toEqual([
      { first: 1, last: 2 },
      { first: 3, last: 5 },
    ]);
    expect(splitPages([2, 3], 4)).toEqual([
      { first: 1, last: 2 },
      { first: 2, last: 4 },
    ]);
    expect(splitPages([1, 1], 5)).toEqual([
      { first: 1, last: 5 },
      { first: 1, last: 5 },
    ]);
  });
});

describe('saved searches', () => {
  const asked = { in: 'tasks', words: 'mua', filters: { type: 'KL' }, sort: 'due', plain: false } as const;
  const doer = { by: 'lan', at: AT };

  it('are kept, run as of a day, replaced and removed', () => {
    const db = openWith([one, two]);
    saveSearch(db, ' Mua  sắm ', asked, doer);
    expect(listSavedSearches(db)).toEqual([{ name: 'Mua sắm', asked, savedBy: 'lan', savedAt: AT }]);
    const found = runSearch(db, requireSavedSearch(db, 'mua sắm').asked, { today: TODAY, limit: 5 });
    expect(found.in === 'tasks' && found.page.hits.map(({ documentNumber }) => documentNumber)).toEqual(['301-KL/TU']);
    expect(() => saveSearch(db, 'mua sắm', { ...asked, in: 'papers' }, doer)).toThrow(/saved by lan/u);
    saveSearch(db, 'Mua sắm', asked, doer);
    saveSearch(db, 'Mua sắm', { ...asked, in: 'papers' }, { ...doer, replace: true });
    expect(runSearch(db, requireSavedSearch(db, 'Mua sắm').asked, { today: TODAY, limit: 5 }).in).toBe('papers');
    removeSearch(db, 'Mua sắm');
    expect(listSavedSearches(db)).toEqual([]);
  });

  it('of names that differ in case alone the one that is named is replaced, and the other stays', () => {
    const db = openWith([]);
    for (const name of ['MUA SẮM', 'mua sắm'])
      recordSaved(db, { name, request: JSON.stringify(asked), savedBy: 'lan', savedAt: AT });
    saveSearch(db, 'mua sắm', { ...asked, in: 'papers' }, { ...doer, replace: true });
    expect(listSavedSearches(db).map(({ name, asked: { in: place } }) => [name, place])).toEqual([
      ['MUA SẮM', 'tasks'],
      ['mua sắm', 'papers'],
    ]);
  });

  it('tell what SQLite says against them as one of our errors', () => {
    const db = openWith([one]);
    saveSearch(db, 'mua', asked, doer);
    db.pragma('query_only = 1');
    for (const work of [() => saveSearch(db, 'khác', asked, doer), () => removeSearch(db, 'mua')])
      expect(work).toThrow(PipelineError);
    db.pragma('query_only = 0');
    db.exec('DROP TABLE saved_search; DROP TABLE paper_fts; DROP TABLE directive_fts');
    expect(() => listSavedSearches(db)).toThrow(PipelineError);
    for (const place of ['tasks', 'papers'] as const)
      expect(() => runSearch(db, { ...asked, filters: {}, in: place }, { today: TODAY, limit: 5 })).toThrow(
        PipelineError,
      );
  });

  it('refuse names that are none, and name those that there are', () => {
    const db = openWith([]);
    saveSearch(db, 'Quá hạn', asked, doer);
    expect(() => saveSearch(db, ' ', asked, doer)).toThrow();
    expect(() => saveSearch(db, 'a\nb\u0000', asked, doer)).toThrow();
    expect(() => requireSavedSearch(db, 'khác')).toThrow(/khác/u);
  });
});
