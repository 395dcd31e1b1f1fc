import { describe, expect, it } from 'vitest';
import { outlineOne } from './support.js';

const HEAD = 'ỦY BAN NHÂN DÂN\nXÃ NÀ LẠN\n\nSố: 7/KH-UBND\n\nKẾ HOẠCH\nSố hóa tài liệu năm 2026\n\nI. NHIỆM VỤ\n';
const itemsOf = (lines: readonly string[]): readonly string[] =>
  outlineOne(`${HEAD}${lines.join('\n')}\n`).blocks.flatMap((block) =>
    block.enumerator !== null && block.enumerator.style !== 'roman' ? [`${block.number} ${block.content.text}`] : [],
  );

describe('lines of a form below an item', () => {
  it.each([
    [
      'several labels in one line',
      ['1. Kiểm kê kho.', 'Cơ quan thực hiện: Phòng Kinh tế. Thời gian hoàn thành: Quý IV/2026.', '2. Mua giá sách.'],
      [
        'I.1 1. Kiểm kê kho. Cơ quan thực hiện: Phòng Kinh tế. Thời gian hoàn thành: Quý IV/2026.',
        'I.2 2. Mua giá sách.',
      ],
    ],
    [
      'dashes below the item',
      ['1. Kiểm kê kho.', '- Cơ quan chủ trì: Phòng Kinh tế.', '- Đơn vị phối hợp: Công an xã.', '2. Mua giá sách.'],
      ['I.1 1. Kiểm kê kho. Cơ quan chủ trì: Phòng Kinh tế. Đơn vị phối hợp: Công an xã.', 'I.2 2. Mua giá sách.'],
    ],
    [
      'a form of letters, with names below their title',
      [
        '1. Kho tư liệu:',
        'a) Nhiệm vụ: Dựng kho chung.',
        'b) Cơ quan thực hiện:',
        '- Đơn vị chủ trì: Phòng Kinh tế.',
        '- Đơn vị phối hợp: Công an xã.',
        'c) Thời gian thực hiện: Quý IV/2026.',
      ],
      [
        'I.1 1. Kho tư liệu:',
        'I.1.a a) Nhiệm vụ: Dựng kho chung. Đơn vị chủ trì: Phòng Kinh tế. Đơn vị phối hợp: Công an xã. Thời gian thực hiện: Quý IV/2026.',
      ],
    ],
    [
      'below several items the lines stay together',
      [
        '1. Kho tư liệu:',
        '- Dựng kho chung.',
        '- Mua giá sách.',
        '- Chủ trì: Phòng Kinh tế.',
        '- Thời gian: Tháng 9/2026.',
      ],
      [
        'I.1 1. Kho tư liệu:',
        'I.1.1 - Dựng kho chung.',
        'I.1.2 - Mua giá sách.',
        'I.1.3 - Chủ trì: Phòng Kinh tế. Thời gian: Tháng 9/2026.',
      ],
    ],
    [
      'who leads alone answers for all above',
      ['1. Kho tư liệu:', '- Dựng kho chung.', '- Cơ quan chủ trì: Phòng Kinh tế.'],
      ['I.1 1. Kho tư liệu:', 'I.1.1 - Dựng kho chung.', 'I.1.2 - Cơ quan chủ trì: Phòng Kinh tế.'],
    ],
    [
      'a sentence that begins alike',
      ['1. Kiểm kê kho.', '- Cơ quan chủ trì báo cáo tiến độ.', '- Đơn vị phối hợp cử người.'],
      ['I.1 1. Kiểm kê kho.', 'I.1.1 - Cơ quan chủ trì báo cáo tiến độ.', 'I.1.2 - Đơn vị phối hợp cử người.'],
    ],
    [
      'one dash that is none',
      ['1. Kiểm kê kho.', '- Lập danh mục.', '- Mua giá sách.'],
      ['I.1 1. Kiểm kê kho.', 'I.1.1 - Lập danh mục.', 'I.1.2 - Mua giá sách.'],
    ],
  ])('%s', (_name, lines, expected) => {
    expect(itemsOf(lines)).toEqual(expected);
  });

  it('keeps the way back to what was printed', () => {
    const text = `${HEAD}1. Kiểm kê kho.\n- Cơ quan chủ trì: Phòng Kinh tế.\n- Thời gian: Tháng 9/2026.\n`;
    const block = outlineOne(text).blocks.find((one) => one.number === 'I.1');
    const { content } = block ?? { content: { text: '', pieces: [] } };
    const back = content.pieces.map(({ source }) => text.slice(source.start, source.end));
    expect(back).toEqual(['1. Kiểm kê kho.', 'Cơ quan chủ trì: Phòng Kinh tế.', 'Thời gian: Tháng 9/2026.']);
  });
});
