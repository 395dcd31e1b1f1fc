import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutPage } from '../../../pipeline/layout/page-layout.js';
import type { Piece } from '../../../pipeline/layout/piece.js';

/** A piece of 10-unit print in which each letter is 5 units wide. */
const piece = (text: string, left: number, baseline: number): Piece => ({
  text,
  left,
  right: left + 5 * text.length,
  baseline,
  size: 10,
  spaceBefore: false,
});

/** Body lines 70 letters wide, so that the page has a margin, a middle and a pitch. */
const bodyFrom = (baseline: number): Piece[] =>
  [0, 1, 2, 3].map((i) =>
    piece('giao các cơ quan liên quan phối hợp thực hiện tốt các nhiệm vụ nêu trên', 50, baseline + 14 * i),
  );

const layout = (...pieces: Piece[]): string => layoutPage(pieces).text;

describe('columns', () => {
  it('parts the header by a tab, whatever order the pieces come in', () => {
    const header = [
      piece('HUYỆN UỶ AN PHÚ', 60, 20),
      piece('ĐẢNG CỘNG SẢN VIỆT NAM', 240, 20),
      piece('BAN THƯỜNG VỤ', 65, 34),
      piece('Số 05-KL/HU', 70, 48),
      piece('An Phú, ngày 07 tháng 6 năm 2023', 220, 48),
    ];
    const expected = [
      'HUYỆN UỶ AN PHÚ\tĐẢNG CỘNG SẢN VIỆT NAM',
      'BAN THƯỜNG VỤ',
      'Số 05-KL/HU\tAn Phú, ngày 07 tháng 6 năm 2023',
    ].join('\n');
    expect(layout(...[...header].reverse(), ...bodyFrom(90)).split('\n\n')[0]).toBe(expected);
  });

  it('keeps a long left column apart from the right one, however near they come', () => {
    const wordsFrom = (text: string, left: number, baseline: number): Piece[] => {
      let at = left;
      return text.split(' ').map((word) => {
        const placed = piece(word, at, baseline);
        at = placed.right + 3;
        return { ...placed, spaceBefore: true };
      });
    };
    const text = layout(
      ...wordsFrom('ĐẢNG BỘ TỈNH', 80, 20),
      ...wordsFrom('ĐẢNG CỘNG SẢN', 220, 20),
      ...wordsFrom('ĐẢNG ỦY XÃ THƯỢNG', 60, 34),
      ...wordsFrom('Thượng Lộ, ngày 05', 158, 34),
      ...wordsFrom('Số 17-KL/ĐU', 80, 48),
      ...bodyFrom(90),
    );
    expect(text.split('\n').slice(0, 3)).toEqual([
      'ĐẢNG BỘ TỈNH\tĐẢNG CỘNG SẢN',
      'ĐẢNG ỦY XÃ THƯỢNG\tThượng Lộ, ngày 05',
      'Số 17-KL/ĐU',
    ]);
  });

  it('keeps the cells of a ruled table in their columns, empty ones too', () => {
    const rules = [40, 80, 200, 300].map((x) => ({ x, top: 10, bottom: 60 }));
    const cells = [
      piece('1', 50, 24),
      piece('Rà soát quy hoạch', 90, 24),
      piece('Sở Xây dựng', 205, 24),
      piece('các xã', 90, 38),
      piece('2', 50, 52),
      piece('UBND tỉnh', 210, 52),
    ];
    const { text } = layoutPage([...cells, ...bodyFrom(90)], [{ rules, top: 10, bottom: 60 }]);
    expect(text.split('\n').slice(0, 3)).toEqual(['1\tRà soát quy hoạch\tSở Xây dựng', '\tcác xã', '2\t\tUBND tỉnh']);
  });

  it('begins a line of the right column with a tab', () => {
    const text = layout(
      ...bodyFrom(20),
      piece('Nơi nhận:', 50, 120),
      piece('T/M BAN THƯỜNG VỤ', 260, 120),
      piece('BÍ THƯ', 287, 134),
      piece('- Thường trực Huyện uỷ,', 50, 141),
      piece('- Lưu Văn phòng.', 50, 155),
      piece('Trần Văn Mẫu', 272, 190),
    );
    expect(text.split('\n').slice(5)).toEqual([
      'Nơi nhận:\tT/M BAN THƯỜNG VỤ',
      '\tBÍ THƯ',
      '- Thường trực Huyện uỷ,',
      '- Lưu Văn phòng.',
      '',
      '\tTrần Văn Mẫu',
    ]);
  });

  it('leaves a title in the middle of the page alone', () => {
    const text = layout(
      piece('UBND TỈNH', 60, 20),
      piece('CỘNG HÒA XÃ HỘI', 230, 20),
      piece('SỞ NỘI VỤ', 60, 34),
      piece('Độc lập - Tự do', 230, 34),
      piece('THÔNG BÁO', 206, 48),
      ...bodyFrom(62),
    );
    expect(text.split('\n')[2]).toBe(`${' '.repeat(31)}THÔNG BÁO`);
  });

  it('takes no wide gap of a single justified line, and none behind an enumerator, for a column', () => {
    const first = [piece('giao các', 50, 20), piece('cơ quan', 110, 20), piece('thực hiện', 165, 20)];
    const second = [piece('1.', 50, 34), piece('Về công tác cán bộ', 120, 34)];
    expect(
      layout(...first, ...second, ...bodyFrom(48))
        .split('\n')
        .slice(0, 2),
    ).toEqual(['giao các cơ quan thực hiện', '1. Về công tác cán bộ']);
  });

  it('keeps the three columns of a table apart', () => {
    const rows = [0, 1, 2].flatMap((i) => [
      piece(`${i + 1}`, 50, 20 + 14 * i),
      piece('Rà soát quy hoạch', 90, 20 + 14 * i),
      piece('Sở Xây dựng', 250, 20 + 14 * i),
    ]);
    expect(layout(...rows)).toBe(
      [
        '1\tRà soát quy hoạch\tSở Xây dựng',
        '2\tRà soát quy hoạch\tSở Xây dựng',
        '3\tRà soát quy hoạch\tSở Xây dựng',
      ].join('\n'),
    );
  });
});

describe('lines', () => {
  it('keeps a raised footnote mark on its line', () => {
    const mark: Piece = { text: '1', left: 100, right: 103, baseline: 16.5, size: 6, spaceBefore: false };
    expect(layout(piece('nông thôn', 54, 20), mark, ...bodyFrom(34)).split('\n')[0]).toBe(' nông thôn1');
  });

  it('puts each piece where its span says', () => {
    const words = fc.record({
      text: fc.constantFrom('giao', 'Sở', 'Tài', 'chính', 'tham', 'mưu'),
      left: fc.integer({ min: 0, max: 500 }),
      baseline: fc.integer({ min: 0, max: 700 }),
    });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (places) => {
        const pieces = places.map(({ text, left, baseline }) => piece(text, left, baseline));
        const { text, placed } = layoutPage(pieces);
        expect(placed.map(({ span }) => text.slice(span.start, span.end))).toEqual(placed.map((p) => p.piece.text));
        expect(placed).toHaveLength(pieces.length);
      }),
    );
  });
});
