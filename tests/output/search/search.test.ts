import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../output/search/parse-query.js';
import { search } from '../../../output/search/search.js';
import type { TaskFilters } from '../../../output/search/task-filters.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { saveFile } from '../../../output/store/save-file.js';
import type { Store } from '../../../output/store/store.js';
import { AT, makeBody, makeDeadline, makeDocument, makeFile, openWith, SAMPLES, TODAY } from '../sample-records.js';

const TEXTS = [
  'Giao Đảng uỷ xã rà soát.',
  'Giao đang uy tín rà soát.',
  'Họp giao ban hằng tuần.',
  'Mua bàn ghế cho hội trường.',
  'Sở Nông nghiệp và Môi trường quy hoạch thủy lợi.',
  'Sở Môi trường, Sở Nông nghiệp và các xã quy định.',
];
const texts = openWith([
  makeDocument(
    'texts',
    TEXTS.map((text, i) => ({ number: String(i + 1), text })),
  ),
]);

/** Numbers of the directives that a query finds, in order. */
const find = (db: Store, words: string, filters: TaskFilters = {}): string[] =>
  search(db, { words, filters, today: TODAY, limit: 100 }).hits.map((hit) => hit.number);

describe('words', () => {
  it.each<[string, string, string[]]>([
    ['without marks finds all forms', 'dang uy', ['1', '2']],
    ['with marks puts those first', 'đang uy', ['2', '1']],
    ['old and new places of the tone are equal', 'đảng ủy', ['1', '2']],
    ['in capitals', 'ĐẢNG UỶ', ['1', '2']],
    ['in decomposed letters', 'đảng ủy'.normalize('NFD'), ['1', '2']],
    ['a word with marks before its folded twins', 'bàn', ['4', '3']],
    ['all words must occur', 'rà soát tín', ['2']],
    ['a phrase of two', '"nong nghiep"', ['5', '6']],
    ['a phrase of more stands in a row', '"nông nghiệp và môi trường"', ['5']],
    ['a phrase never closed', '"nông nghiệp và môi', ['5']],
    ['a prefix', 'quy*', ['5', '6']],
    ['a prefix at the end of a phrase', '"quy ho*"', ['5']],
    ['an excluded word', 'sở -hoạch', ['6']],
    ['an excluded phrase', 'sở -"nông nghiệp và môi trường"', ['6']],
    ['only excluded words', '-giao -sở', ['4']],
    ['the number of the document', '12-KL/TU giao', ['1', '2', '3']],
    ['nothing is everything', '', ['1', '2', '3', '4', '5', '6']],
    ['signs alone are nothing', '"" * - ()', ['1', '2', '3', '4', '5', '6']],
    ['what is not there', 'không có chữ này', []],
  ])('%s: %s', (_, words, numbers) => {
    expect(find(texts, words)).toEqual(numbers);
  });

  it('are found under the lead-in that they inherit from', () => {
    expect(find(openWith(SAMPLES), 'sở tài chính tuyên truyền')).toEqual(['II.1']);
  });

  it('of any kind never throw and never change anything', () => {
    const syntax = fc.constantFrom(
      '"',
      '*',
      '-',
      'AND',
      'OR',
      'NOT',
      'NEAR(',
      ')',
      ':',
      '^',
      '{exact}',
      "';DROP TABLE file;--",
      '#any',
      '=a_b',
      '~đ',
      '\u0000',
      'uỷ',
    );
    const query = fc
      .array(fc.oneof(syntax, fc.string({ unit: 'binary' })), { maxLength: 60 })
      .map((parts) => parts.join(' '));
    const before = texts.serialize();
    fc.assert(
      fc.property(query, (words) => {
        const page = search(texts, {
          words,
          filters: { body: words, issuer: words },
          today: TODAY,
          limit: 5,
          withFacets: true,
        });
        const plain = search(texts, { words, filters: {}, today: TODAY, limit: 5 });
        expect(page.hits.length).toBeLessThanOrEqual(plain.hits.length);
        expect(
          plain.hits.every(
            ({ snippet, text }) => snippet.text === text.slice(snippet.offset, snippet.offset + snippet.text.length),
          ),
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(texts.serialize().equals(before)).toBe(true);
  });

  it('are cut to a size that no query can make expensive', () => {
    expect(parseQuery('a '.repeat(500)).wanted.length).toBe(32);
    expect(parseQuery('-"đảng uỷ" báo*')).toEqual({
      wanted: [{ typed: 'báo*', exact: ['báo'], folded: ['bao'], prefix: true }],
      excluded: [{ typed: 'đảng uỷ', exact: ['đảng', 'ủy'], folded: ['dang', 'uy'], prefix: false }],
    });
  });
});

describe('order', () => {
  it('puts words in a row before words apart', () => {
    const db = openWith([
      makeDocument('row', [
        { number: '1', text: 'Nâng cao chất lượng, bảo đảm an toàn.' },
        { number: '2', text: 'Định kỳ báo cáo kết quả.' },
      ]),
    ]);
    expect(find(db, 'bao cao')).toEqual(['2', '1']);
    const [hit] = search(db, { words: 'bao cao', filters: {}, today: TODAY, limit: 1 }).hits;
    expect(hit?.snippet.highlights).toEqual([{ start: 8, end: 15 }]);
  });
});

describe('snippets', () => {
  it('mark hits in the original text, around the densest place', () => {
    const long = `${'Mở đầu dài dòng về nhiều việc khác nhau. '.repeat(12)}Giao Đảng uỷ xã báo cáo; ${'kết thúc cũng dài. '.repeat(20)}`;
    const db = openWith([makeDocument('long', [{ number: '1', text: long }])]);
    const [hit] = search(db, { words: 'dang uy bao', filters: {}, today: TODAY, limit: 1 }).hits;
    const marked = hit?.snippet.highlights.map(({ start, end }) => hit.snippet.text.slice(start, end));
    expect(marked).toEqual(['Đảng', 'uỷ', 'báo']);
    expect([hit?.snippet.cutBefore, hit?.snippet.cutAfter]).toEqual([true, true]);
    expect((hit?.snippet.text.length ?? 0) < 270).toBe(true);
  });
});

describe('filters', () => {
  const db = openWith(SAMPLES);
  it.each<[string, TaskFilters, string[]]>([
    ['a body in any role', { body: 'so xay dung' }, ['2']],
    ['a body as lead, inherited too', { lead: 'Sở Tài chính' }, ['2', 'II.1']],
    ['not a body in another role', { lead: 'Sở Xây dựng' }, []],
    ['an unknown body', { body: 'Sở Không Có' }, []],
    ['whole words only', { body: 'so tai chin' }, []],
    ['issuer', { issuer: 'huyện ủy' }, ['II.1', 'II.2']],
    ['type', { type: 'thong bao' }, ['II.1', 'II.2']],
    ['year of issue', { year: 2025 }, ['1', '2', '3']],
    ['due on or before', { dueBefore: '2025-06-30' }, ['2']],
    ['due on or after', { dueAfter: '2025-07-01' }, ['1']],
    ['due between', { dueAfter: '2025-06-01', dueBefore: '2025-07-15' }, ['1', '2']],
    ['overdue', { overdue: true }, ['2']],
    ['due within two weeks', { dueWithin: 14 }, ['1']],
    ['due within ten days', { dueWithin: 10 }, []],
    ['no deadline', { noDeadline: true }, ['II.1']],
    ['needs review', { needsReview: true }, ['II.2']],
    ['two at once', { year: 2025, lead: 'van phong' }, ['3']],
  ])('%s', (_, filters, numbers) => {
    expect(find(db, '', filters)).toEqual(numbers);
  });

  it.each([
    ['before' as const, '2025-07-01', ['1']],
    ['before' as const, '2025-07-02', []],
    ['by' as const, '2025-07-01', []],
    ['by' as const, '2025-06-30', ['1']],
  ])('overdue minds the bound: %s %s', (bound, due, numbers) => {
    const one = openWith([
      makeDocument('one', [{ number: '1', text: 'Việc.', deadlines: [makeDeadline('x', due, { bound })] }]),
    ]);
    expect(find(one, '', { overdue: true })).toEqual(numbers);
  });
});

describe('corrections', () => {
  const db = openWith(SAMPLES);
  const id = SAMPLES[0]?.document.id ?? '';
  const correct = (directive: number, field: string, newValue: string | null): number =>
    saveCorrection(db, {
      documentId: id,
      directiveId: `${id}-${directive}`,
      field,
      oldValue: null,
      newValue,
      correctedBy: 'Lan',
      correctedAt: AT,
    });

  it('are what search finds and shows, also after the file was read again', () => {
    correct(1, 'due', '2031-02-03');
    correct(2, 'lead', 'Sở Nội vụ');
    correct(3, 'review', 'not-a-task');
    const check = (): void => {
      expect(find(db, '', { dueAfter: '2031-01-01' })).toEqual(['1']);
      expect(find(db, '', { dueBefore: '2025-07-31' })).toEqual(['2']);
      expect(search(db, { words: '', filters: {}, today: TODAY, limit: 2, sort: 'due' }).hits.at(-1)?.number).toBe('1');
      expect(find(db, '', { lead: 'so noi vu' })).toEqual(['2']);
      expect(find(db, 'thẩm định', { lead: 'so tai chinh' })).toEqual([]);
      expect(find(db, 'đôn đốc')).toEqual([]);
      const [hit] = search(db, { words: 'thẩm định', filters: {}, today: TODAY, limit: 1 }).hits;
      expect([hit?.leads, hit?.deadlines.map(({ due }) => due)]).toEqual([['Sở Nội vụ'], ['2025-06-30']]);
      db.exec("INSERT INTO directive_fts (directive_fts, rank) VALUES ('integrity-check', 0)");
    };
    check();
    const [first] = SAMPLES;
    if (first === undefined) throw new Error('Expected a sample');
    saveFile(db, makeFile({ ...first, document: { ...first.document, place: 'Nơi khác' } }));
    check();
    correct(1, 'due', null);
    expect(find(db, '', { dueAfter: '2025-07-01' })).toEqual([]);
    correct(3, 'review', 'confirmed');
    expect(find(db, 'đôn đốc')).toEqual(['3']);
  });

  it('refuse a day that is none', () => {
    expect(() => correct(1, 'due', 'mai')).toThrow();
  });
});

describe('pages', () => {
  const many = openWith(
    Array.from({ length: 60 }, (_, d) =>
      makeDocument(
        `doc${d}`,
        Array.from({ length: 25 }, (_, i) => ({
          number: `${d}.${i}`,
          text: i % 2 === 0 ? 'Giao Sở rà soát hồ sơ.' : 'Giao So ra soat ho so.',
          bodies: [makeBody(`Sở số ${i % 3}`)],
        })),
        { issuedOn: `20${10 + (d % 10)}-0${1 + (d % 9)}-01` },
      ),
    ),
  );
  const walk = (words: string, filters: TaskFilters, limit: number): { ids: string[]; orders: Set<string> } => {
    const ids: string[] = [];
    const orders = new Set<string>();
    for (let pageToken: string | undefined; ; ) {
      const page = search(many, {
        words,
        filters,
        today: TODAY,
        limit,
        ...(pageToken === undefined ? {} : { pageToken }),
      });
      ids.push(...page.hits.map((hit) => hit.directiveId));
      orders.add(page.order);
      if (page.next === null) return { ids, orders };
      pageToken = page.next;
    }
  };

  it.each<[string, string, TaskFilters, number, string]>([
    ['many results in stored order', 'rà soát', {}, 1500, 'stored'],
    ['many without marks', 'ra soat', {}, 1500, 'stored'],
    ['fewer by date', 'rà soát', { lead: 'so so 1' }, 480, 'sorted'],
  ])('go through %s without a gap or a repeat', (_, words, filters, count, order) => {
    const { ids, orders } = walk(words, filters, 97);
    expect([ids.length, new Set(ids).size, [...orders]]).toEqual([count, count, [order]]);
  });

  it('put hits with the marks as typed first, then the newest date, then reading order', () => {
    const filters = { lead: 'so so 1' };
    const hits = search(many, { words: 'rà soát', filters, today: TODAY, limit: 1000 }).hits;
    const firstFolded = hits.findIndex((hit) => !hit.exact);
    expect(hits.slice(0, firstFolded).every((hit) => hit.text.includes('rà soát'))).toBe(true);
    expect(hits.slice(firstFolded).some((hit) => hit.exact)).toBe(false);
    const days = hits.slice(0, firstFolded).map((hit) => hit.issuedOn ?? '');
    expect(days).toEqual([...days].sort().reverse());
  });

  it('say how many matched, or that there are more', () => {
    const count = (withFacets: boolean) =>
      search(many, { words: '', filters: {}, today: TODAY, limit: 1, withFacets }).total;
    expect(count(true)).toEqual({ count: 1500, exact: true });
    expect(count(false)).toEqual({ count: 500, exact: false });
  });

  it('refuse a token that is none', () => {
    expect(() => search(many, { words: '', filters: {}, today: TODAY, limit: 1, pageToken: 'xyz' })).toThrow(
      'page token',
    );
  });

  it('count facets', () => {
    const { facets } = search(openWith(SAMPLES), { words: '', filters: {}, today: TODAY, limit: 1, withFacets: true });
    expect(facets).toEqual({
      counted: 5,
      exact: true,
      leads: [
        { value: 'Sở Tài chính', count: 2 },
        { value: 'UBND xã Bãi Sậy', count: 1 },
        { value: 'Văn phòng Tỉnh ủy', count: 1 },
        { value: 'Đảng uỷ Ủy ban nhân dân tỉnh', count: 1 },
      ],
      issuers: [
        { value: 'Ban Thường vụ Tỉnh ủy', count: 3 },
        { value: 'Ban Thường vụ Huyện ủy', count: 2 },
      ],
      types: [
        { value: 'Kết luận', count: 3 },
        { value: 'Thông báo', count: 2 },
      ],
      years: [
        { value: '2025', count: 3 },
        { value: '2024', count: 2 },
      ],
    });
  });
});
