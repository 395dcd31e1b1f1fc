import { describe, expect, it } from 'vitest';
import { search } from '../../../output/search/search.js';
import { saveFile } from '../../../output/store/save-file.js';
import type { Store } from '../../../output/store/store.js';
import { makeDocument, makeFile, openWith, TODAY } from '../sample-records.js';

const TEXTS = [
  'Trình Ban Thường vụ xem xét.',
  'Trình BTV xem xét.',
  'Giao UBND xã rà soát.',
  'Giao Ủy ban nhân dân xã rà soát.',
  'Sở NN&PTNT thống kê.',
  'Sở Nông nghiệp và Phát triển nông thôn thống kê.',
  'Giảm tỉ lệ hộ nghèo.',
  'Giảm tỷ lệ hộ nghèo.',
  'Bồi dưỡng kỹ thuật, kí biên bản.',
  'Đảng uỷ xã họp.',
  'Phát triển khu kinh tế (KKT) bền vững.',
  'Quản lý đất trong KKT.',
  'Sơ kết kế hoạch.',
];
const db = openWith([
  makeDocument(
    'widened',
    TEXTS.map((text, i) => ({ number: String(i + 1), text })),
  ),
]);
const ask = (words: string, at: Store = db) => search(at, { words, filters: {}, today: TODAY, limit: 100 });
const find = (words: string): string[] =>
  ask(words)
    .hits.map((hit) => hit.number)
    .sort((a, b) => Number(a) - Number(b));

describe('abbreviations', () => {
  it.each<[string, string, string[]]>([
    ['one finds what it stands for', 'BTV', ['1', '2']],
    ['in small letters, too', 'btv', ['1', '2']],
    ['and the other way round', 'ban thường vụ', ['1', '2']],
    ['among other words', 'ubnd xã', ['3', '4']],
    ['of several words', 'uy ban nhan dan xa', ['3', '4']],
    ['with signs inside', 'sở NN&PTNT', ['5', '6']],
    ['written out', 'sở nông nghiệp và phát triển nông thôn', ['5', '6']],
    ['one that looks like a syllable only in capitals', 'ĐU', ['10']],
    ['in small letters it is a word', 'đu', []],
    ['of a type of document in capitals', 'KH', ['13']],
    ['in small letters it is none', 'kh', []],
    ['in quotes it means what it says', '"BTV"', ['2']],
    ['a phrase in quotes, too', '"ban thường vụ"', ['1']],
    ['an excluded one means what it says', 'trình -btv', ['1']],
  ])('%s: %s', (_, words, numbers) => {
    expect(find(words)).toEqual(numbers);
  });

  it('that a paper defines are learnt from it, and forgotten with it', () => {
    expect(find('kkt')).toEqual(['11', '12']);
    expect(find('khu kinh tế')).toEqual(['11', '12']);
    const other = openWith([makeDocument('defines', [{ number: '1', text: 'Lập quỹ nông thôn xanh (NTX).' }])]);
    saveFile(other, makeFile(makeDocument('uses', [{ number: '1', text: 'Xây NTX.' }])));
    expect(ask('nông thôn xanh', other).hits).toHaveLength(2);
    saveFile(other, makeFile(makeDocument('defines', [{ number: '1', text: 'Lập quỹ nông thôn xanh.' }])));
    expect(ask('nông thôn xanh', other).hits).toHaveLength(1);
  });

  it('that a paper defines with an i or a y are found by either', () => {
    const own = openWith([
      makeDocument('spelt', [
        { number: '1', text: 'Lập tổ kĩ thuật lúa (KTL).' },
        { number: '2', text: 'Họp KTL.' },
      ]),
    ]);
    for (const words of ['kỹ thuật lúa', 'kĩ thuật lúa', 'KTL'])
      expect(
        ask(words, own)
          .hits.map(({ number }) => number)
          .sort(),
      ).toEqual(['1', '2']);
  });

  it('are told and highlighted', () => {
    const page = ask('BTV xem xét');
    expect(page.widenings).toEqual([{ typed: 'BTV', also: ['ban thường vụ'] }]);
    const [hit] = page.hits.filter(({ number }) => number === '1');
    const marked = hit?.snippet.highlights.map(({ start, end }) => hit.snippet.text.slice(start, end));
    expect(marked).toEqual(['Ban Thường vụ', 'xem', 'xét']);
  });

  it('stand for what filters name', () => {
    const one = openWith([
      makeDocument('issued', [{ number: '1', text: 'Một việc.' }], { issuer: 'Văn phòng Tỉnh ủy', type: 'Kết luận' }),
    ]);
    const count = (filters: object): number => search(one, { words: '', filters, today: TODAY, limit: 5 }).total.count;
    expect([count({ issuer: 'VPTU' }), count({ type: 'KL' }), count({ type: 'TB' })]).toEqual([1, 1, 0]);
  });
});

describe('i and y', () => {
  it.each([
    ['tỉ lệ', ['7', '8']],
    ['tỷ lệ', ['7', '8']],
    ['ti le', ['7', '8']],
    ['"tỉ lệ hộ nghèo"', ['7', '8']],
    ['kĩ thuật', ['9']],
    ['ký biên bản', ['9']],
  ])('are one: %s', (words, numbers) => {
    expect(find(words)).toEqual(numbers);
  });

  it('count as typed', () => {
    expect(ask('tỉ lệ').hits.map(({ exact }) => exact)).toEqual([true, true]);
  });
});

describe('typing errors', () => {
  it.each([
    ['ban thuong vuj', 'ban thuong vu'],
    ['uy ban nhan dna', 'uy ban nhan dan'],
    ['quan lys dat', 'quan ly dat'],
    ['bien abn', 'bien ban'],
  ])('are mended where nothing is found: %s', (typed, meant) => {
    const page = ask(typed);
    expect(page.corrected?.words).toBe(meant);
    expect(page.hits.length).toBeGreaterThan(0);
  });

  it('are shown as the paper writes it', () => {
    expect(ask('uy ban nhan dna').corrected?.shown).toBe('Ủy ban nhân dân');
  });

  it('are left where something is found, in quotes, and where nothing is near', () => {
    expect(ask('ban thuong vu').corrected).toBeNull();
    expect(ask('"uy ban nhan dna"').corrected).toBeNull();
    expect(ask('qwrtz xcvbn').corrected).toBeNull();
    expect(ask('qwrtz').total.count).toBe(0);
  });

  it('are not sought where the filters alone leave nothing', () => {
    const page = search(db, { words: 'xem xét', filters: { year: 1999 }, today: TODAY, limit: 5 });
    expect(page.corrected).toBeNull();
    expect(page.offers.map(({ kind, total }) => [kind, total.count])).toEqual([['without-filter', 2]]);
  });
});
