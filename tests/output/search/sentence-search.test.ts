import { describe, expect, it } from 'vitest';
import { findAll, search } from '../../../output/search/search.js';
import { searchPapers } from '../../../output/search/search-papers.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { AT, makeBody, makeDeadline, makeDocument, openWith, TODAY } from '../sample-records.js';

const health = makeBody('Sở Y tế', { role: 'lead' });
const db = openWith([
  makeDocument('one', [
    {
      number: '1',
      text: 'Sở Y tế mua thuốc trước ngày 30/5/2025.',
      bodies: [health],
      deadlines: [makeDeadline('trước ngày 30/5/2025', '2025-05-30')],
    },
    { number: '2', text: 'Sở Y tế chuyển đổi số.', bodies: [health] },
    { number: '3', text: 'Xử lý nợ quá hạn, việc của Sở Y tế quá hạn.' },
  ]),
]);
const ask = (words: string, more: object = {}) => search(db, { words, filters: {}, today: TODAY, limit: 10, ...more });

describe('a sentence', () => {
  it('is read into filters, and told', () => {
    const page = ask('việc của Sở Y tế quá hạn');
    expect(page.hits.map(({ number }) => number)).toEqual(['1']);
    expect(page.reading).toEqual({
      filters: { body: 'Sở Y tế', overdue: true },
      words: '',
      parts: [
        {
          typed: 'của Sở Y tế',
          start: 5,
          end: 16,
          filters: { body: 'Sở Y tế' },
          label: { vi: 'cơ quan: Sở Y tế', en: 'body: Sở Y tế' },
        },
        { typed: 'quá hạn', start: 17, end: 24, filters: { overdue: true }, label: { vi: 'quá hạn', en: 'overdue' } },
      ],
    });
  });

  it('stays words when asked to', () => {
    const page = ask('việc của Sở Y tế quá hạn', { plain: true });
    expect(page.reading).toBeNull();
    expect(page.hits.map(({ number }) => number)).toEqual(['3']);
  });

  it('goes behind filters that a person gave', () => {
    const page = ask('việc của Sở Y tế', { filters: { body: 'Sở Xây dựng', overdue: undefined } });
    expect(page.total.count).toBe(0);
    expect(page.offers.map(({ kind }) => kind)).toContain('without-filter');
  });

  it('that may mean either is offered, not read', () => {
    const page = ask('mua thuốc quá hạn');
    expect(page.reading).toBeNull();
    expect(page.offers[0]).toMatchObject({
      kind: 'reading',
      words: 'mua thuốc',
      filters: { overdue: true },
      plain: true,
      total: { count: 1, exact: true },
    });
  });

  it('is read by exports as by search', () => {
    expect([...findAll(db, { words: 'việc của Sở Y tế quá hạn', filters: {}, today: TODAY })]).toHaveLength(1);
    expect([...findAll(db, { words: 'Sở Y tế', filters: {}, today: TODAY })]).toHaveLength(3);
  });
});

describe('orders and pages', () => {
  const many = openWith([
    makeDocument(
      'many',
      Array.from({ length: 25 }, (_, i) => ({
        number: String(i + 1),
        text: `Việc thứ ${i + 1}.`,
        deadlines: i % 5 === 0 ? [] : [makeDeadline('hạn', `2025-08-${String(28 - i).padStart(2, '0')}`)],
      })),
    ),
  ]);
  const page = (more: object): string[] =>
    search(many, { words: '', filters: {}, today: TODAY, limit: 10, ...more }).hits.map(({ number }) => number);

  it('by due day put those without one last', () => {
    const all = [...page({ sort: 'due' }), ...page({ sort: 'due', page: 2 }), ...page({ sort: 'due', page: 3 })];
    expect(all).toHaveLength(25);
    expect(all.slice(0, 3)).toEqual(['25', '24', '23']);
    expect(all.slice(-5)).toEqual(['1', '6', '11', '16', '21']);
  });

  it('are the same by number and by token', () => {
    for (const sort of ['relevance', 'due', 'issued'] as const) {
      const first = search(many, { words: '', filters: {}, today: TODAY, limit: 10, sort });
      expect(first.page).toBe(1);
      expect(page({ sort, pageToken: first.next ?? '' })).toEqual(page({ sort, page: 2 }));
    }
  });

  it('refuse what cannot be a page', () => {
    expect(() => page({ page: 0 })).toThrow();
    expect(() => page({ page: 1e6 })).toThrow();
    const { next } = search(many, { words: '', filters: {}, today: TODAY, limit: 10 });
    expect(() => page({ pageToken: next ?? '', page: 2 })).toThrow();
    expect(() => page({ pageToken: next ?? '', sort: 'due' })).toThrow();
  });
});

describe('filters of papers', () => {
  const papers = openWith([
    makeDocument('first', [{ number: '1', text: 'Một.' }], { number: '301-KL/TU', meetingNumber: '15' }),
    makeDocument('second', [{ number: '2', text: 'Hai.' }], { number: '30-TB/TU', meetingNumber: '16' }),
  ]);
  const find = (filters: object): string[] =>
    search(papers, { words: '', filters, today: TODAY, limit: 10 }).hits.map(({ number }) => number);

  it.each<[object, string[]]>([
    [{ number: '301-KL/TU' }, ['1']],
    [{ number: '301' }, ['1']],
    [{ number: '30' }, ['2']],
    [{ number: '3' }, []],
    [{ meeting: '15' }, ['1']],
    [{ meeting: '1' }, []],
    [{ number: '30', meeting: '15' }, []],
    [{ batch: 1 }, []],
  ])('%j', (filters, numbers) => {
    expect(find(filters)).toEqual(numbers);
  });

  it('go by what people made of a header', () => {
    const own = openWith([
      makeDocument('own', [{ number: '1', text: 'Một.' }], { number: '30-TB/TU', meetingNumber: '16' }),
    ]);
    const correct = (field: 'number' | 'meetingNumber', newValue: string | null): number =>
      saveCorrection(own, {
        documentId: makeDocument('own', []).document.id,
        directiveId: null,
        field,
        oldValue: null,
        newValue,
        correctedBy: 'lan',
        correctedAt: AT,
      });
    const count = (filters: object): number => search(own, { words: '', filters, today: TODAY, limit: 5 }).total.count;
    correct('meetingNumber', '17');
    correct('number', '31-TB/TU');
    expect([{ meeting: '16' }, { meeting: '17' }, { number: '30' }, { number: '31' }].map(count)).toEqual([0, 1, 0, 1]);
    expect(searchPapers(own, { words: '', filters: {}, today: TODAY, limit: 5 }).papers[0]?.number).toBe('31-TB/TU');
    correct('number', null);
    expect([{ number: '30' }, { number: '31' }].map(count)).toEqual([0, 0]);
  });

  it('name a reason of review, or refuse one that nobody has', () => {
    expect(() => find({ why: 'deadlines' })).toThrow();
  });
});
