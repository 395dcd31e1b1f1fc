import { describe, expect, it } from 'vitest';
import { listDirectives, outline, outlineOne, wrapBody } from './support.js';

const numbersOf = (body: string): readonly string[] => listDirectives(outlineOne(wrapBody(body)));
const notesOf = (body: string): readonly string[] =>
  outline(wrapBody(body)).notes.map((note) => `${note.level} ${note.rule} ${note.expected} ${note.actual}`);

describe('nesting by first appearance and sequence', () => {
  it('hangs what opens later below what is open', () => {
    expect(
      numbersOf(`I- NHIỆM VỤ
1. Ủy ban nhân dân xã chỉ đạo:
a) Nạo vét kênh Nà Lạn:
- Đoạn qua thôn Bản Chang dài 2 km.
+ Thuê máy xúc.
- Đoạn qua thôn Nà Phai.
b) Sửa cống lấy nước.
2. Hội Nông dân xã vận động hội viên.
II- TỔ CHỨC THỰC HIỆN
1. Văn phòng Đảng ủy theo dõi.`),
    ).toEqual([
      'I.1 | 1. Ủy ban nhân dân xã chỉ đạo:',
      'I.1.a | a) Nạo vét kênh Nà Lạn:',
      'I.1.a.1 | - Đoạn qua thôn Bản Chang dài 2 km.',
      'I.1.a.1.1 | + Thuê máy xúc.',
      'I.1.a.2 | - Đoạn qua thôn Nà Phai.',
      'I.1.b | b) Sửa cống lấy nước.',
      'I.2 | 2. Hội Nông dân xã vận động hội viên.',
      'II.1 | 1. Văn phòng Đảng ủy theo dõi.',
    ]);
  });

  it('goes on with a series whose marks change', () => {
    expect(
      numbersOf(`1. Chi bộ Nà Phai họp dân.

2- Chi bộ Bản Chang họp dân.

(3) Chi bộ Khuổi Ky họp dân.

4) Chi bộ Pác Luồng họp dân.`),
    ).toEqual([
      '1 | 1. Chi bộ Nà Phai họp dân.',
      '2 | 2- Chi bộ Bản Chang họp dân.',
      '3 | (3) Chi bộ Khuổi Ky họp dân.',
      '4 | 4) Chi bộ Pác Luồng họp dân.',
    ]);
  });

  it('finds the item that a decimal number names', () => {
    expect(
      numbersOf(`1. Đối với Ủy ban nhân dân xã
1.1. Lập dự toán.
1.2. Mời thầu:
1.2.1. Gói kênh chính.
1.2.2. Gói cống.
2. Đối với các chi bộ
2.1. Tuyên truyền.`),
    ).toEqual([
      '1 | 1. Đối với Ủy ban nhân dân xã',
      '1.1 | 1.1. Lập dự toán.',
      '1.2 | 1.2. Mời thầu:',
      '1.2.1 | 1.2.1. Gói kênh chính.',
      '1.2.2 | 1.2.2. Gói cống.',
      '2 | 2. Đối với các chi bộ',
      '2.1 | 2.1. Tuyên truyền.',
    ]);
  });

  it('follows the Vietnamese order of letters', () => {
    expect(
      numbersOf(`1. Giao các đơn vị:
c) Sai chỗ.`).at(-1),
    ).toBe('1.c | c) Sai chỗ.');
    expect(
      ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k'].map((letter) => `${letter}) Kiểm tra trạm bơm số ${letter}.`)
        .length,
    ).toBe(
      numbersOf(
        `1. Giao các đơn vị:\n${['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k'].map((letter) => `${letter}) Kiểm tra trạm bơm.`).join('\n')}`,
      ).length - 1,
    );
  });

  it('puts parts above numbered sections, and joins a bare mark to its title', () => {
    expect(
      numbersOf(`Phần thứ nhất
ĐÁNH GIÁ TÌNH HÌNH

I- KẾT QUẢ
1. Đã nạo vét 12 km kênh.

Phần thứ hai
NHIỆM VỤ

I- CÔNG TÁC NẠO VÉT
1. Nạo vét 5 km kênh trước mùa khô.`),
    ).toEqual(['2.I.1 | 1. Nạo vét 5 km kênh trước mùa khô.']);
  });
});

describe('lost and misread marks', () => {
  it('reads d) out of đ) where d) is expected', () => {
    const body = `1. Giao các đơn vị:
a) Làm kênh.
b) Làm cống.
c) Làm đập.
đ) Làm bể.
đ) Làm mương.
e) Làm hồ.`;
    expect(numbersOf(body).map((line) => line.split(' ')[0])).toEqual(['1', '1.a', '1.b', '1.c', '1.d', '1.đ', '1.e']);
    expect(notesOf(body)).toEqual(['info outline/mark-recovered d đ)']);
  });

  it('reports d) as missing where e) follows đ)', () => {
    const body = `1. Giao các đơn vị:
a) Làm kênh.
b) Làm cống.
c) Làm đập.
đ) Làm mương.
e) Làm hồ.`;
    expect(numbersOf(body).map((line) => line.split(' ')[0])).toEqual(['1', '1.a', '1.b', '1.c', '1.đ', '1.e']);
    expect(notesOf(body)).toEqual(['review outline/number-gap d đ']);
  });

  it('recovers Roman, Arabic and small Roman marks from their neighbours', () => {
    const body = `I- NHIỆM VỤ

l. Ủy ban nhân dân xã mời thầu.

2. Hội Nông dân xã vận động hội viên:

(i) Góp công.

(11) Góp đất.

3. Đoàn Thanh niên trồng cây.

4. Hội Phụ nữ xã dọn kênh.

Š. Công an xã giữ trật tự.

I1- TỔ CHỨC THỰC HIỆN

. Văn phòng Đảng ủy theo dõi.

2. Các chi bộ phổ biến đến đảng viên.`;
    expect(numbersOf(body).map((line) => line.split(' ')[0])).toEqual([
      'I.1',
      'I.2',
      'I.2.i',
      'I.2.ii',
      'I.3',
      'I.4',
      'I.5',
      'II.1',
      'II.2',
    ]);
    expect(notesOf(body)).toEqual([
      'info outline/mark-recovered 1 l.',
      'info outline/mark-recovered ii (11)',
      'info outline/mark-recovered 5 Š.',
      'info outline/mark-recovered II I1-',
      'info outline/mark-recovered 1 .',
    ]);
  });

  it('reports a hole in a series', () => {
    expect(notesOf('1. Làm kênh.\n\n2. Làm cống.\n\n4. Làm đập.')).toEqual(['review outline/number-gap 3 4']);
  });

  it('says nothing about a whole series', () => {
    expect(notesOf('1. Làm kênh.\n\n2. Làm cống.\n\n3. Làm đập.')).toEqual([]);
  });
});

describe('unnumbered paragraphs', () => {
  it('joins a body named in a title to the one paragraph below it', () => {
    expect(
      numbersOf(`1. Ủy ban nhân dân xã
Mời thầu và khởi công trước ngày 01/10/2025.
2. Hội Nông dân xã
- Vận động hội viên góp công.`),
    ).toEqual([
      '1 | 1. Ủy ban nhân dân xã Mời thầu và khởi công trước ngày 01/10/2025.',
      '2 | 2. Hội Nông dân xã',
      '2.1 | - Vận động hội viên góp công.',
    ]);
  });

  it('counts instructing paragraphs below a theme', () => {
    expect(
      numbersOf(`1. Về vốn

Ủy ban nhân dân xã bố trí 500 triệu đồng.

Ban Quản lý chợ ứng trước kinh phí.

2. Về nhân lực

Đồng ý chủ trương thuê thêm một công nhân.

Giao Ban Xây dựng Đảng tham mưu phân công cấp ủy viên phụ trách.`),
    ).toEqual([
      '1.¶1 | Ủy ban nhân dân xã bố trí 500 triệu đồng.',
      '1.¶2 | Ban Quản lý chợ ứng trước kinh phí.',
      '2.¶1 | Giao Ban Xây dựng Đảng tham mưu phân công cấp ủy viên phụ trách.',
    ]);
  });

  it('leaves a paragraph with the item whose series goes on, and the last one with the document', () => {
    expect(
      numbersOf(`1. Các thôn chịu trách nhiệm:

- Phát quang bờ kênh.

Trong quá trình thực hiện, trưởng thôn chủ động phối hợp với Công an xã.

2. Trạm Y tế phun khử khuẩn.

Giao Văn phòng Đảng ủy theo dõi, đôn đốc.`),
    ).toEqual([
      '1 | 1. Các thôn chịu trách nhiệm:',
      '1.1 | - Phát quang bờ kênh.',
      '1.¶1 | Trong quá trình thực hiện, trưởng thôn chủ động phối hợp với Công an xã.',
      '2 | 2. Trạm Y tế phun khử khuẩn.',
      '¶1 | Giao Văn phòng Đảng ủy theo dõi, đôn đốc.',
    ]);
  });

  it('hangs what is counted in words from what announces it', () => {
    const { blocks } = outlineOne(
      wrapBody(`Ban Thường vụ yêu cầu các chi bộ:

Một là, Chi bộ Nà Phai họp dân.

Hai là, Chi bộ Bản Chang góp đất.

Giao Văn phòng Đảng ủy theo dõi.`),
    );
    expect(blocks.slice(1).map((block) => [block.index, block.parent, block.kind, block.number])).toEqual([
      [1, null, 'lead-in', '¶1'],
      [2, 1, 'paragraph', '¶2'],
      [3, 1, 'paragraph', '¶3'],
      [4, null, 'paragraph', '¶4'],
    ]);
  });
});
