import { describe, expect, it } from 'vitest';
import { readOwnNumber } from '../../../extractors/header/own-number.js';
import { readSigner } from '../../../extractors/header/signature.js';
import type { Line } from '../../../schemas/stages.js';
import { outlineOne } from './support.js';

const DECISION = `ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH LŨNG VÀI\tĐộc lập - Tự do - Hạnh phúc
Số: /QĐ-UBND\tLũng Vài, ngày tháng 5 năm 2031

                              QUYẾT ĐỊNH
              Phê duyệt Kế hoạch tu sửa đường ven suối năm 2031

                    ỦY BAN NHÂN DÂN TỈNH LŨNG VÀI

     Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
     Căn cứ Kế hoạch số 41/KH-UBND ngày 03 tháng 02 năm 2031 của UBND tỉnh về đường dân sinh;
     Theo đề nghị của Sở Xây dựng tại Tờ trình số 77/TTr-SXD ngày 10 tháng 4 năm 2031.

                              QUYẾT ĐỊNH:

     Điều 1. Phê duyệt Kế hoạch tu sửa đường ven suối năm 2031, kèm theo Quyết định này.
     Điều 2. Giao Sở Xây dựng kiểm tra mặt đường sau mưa, báo cáo trước ngày 30 tháng 9 năm 2031.
     Điều 3. Quyết định này có hiệu lực từ ngày ký.

Nơi nhận Xây d\tKT. CHỦ TỊCH
- Sở Xây dựng;\tPHÓ CHỦ TỊCH
- UBND các xã ven suối;
\tĐinh Quốc Khải
- Các phòng thuộc Sở;
- Lưu: VT, XD.
`;

describe('a decision', () => {
  const document = outlineOne(DECISION);

  it('gives no task in its grounds below the issuer, nor in an article that is done by being issued', () => {
    const tasks = document.blocks
      .filter(({ isDirective }) => isDirective)
      .map(({ content }) => content.text.slice(0, 7));
    expect(tasks).toEqual(['Điều 2.']);
    const grounds = document.blocks.filter(({ why }) => why === 'judge/ground');
    expect(grounds).toHaveLength(3);
  });

  it('has its recipients left and its signature right, whatever became of the heading beside the office', () => {
    expect(document.recipients.map(({ text }) => text)).toEqual([
      '- Sở Xây dựng;',
      '- UBND các xã ven suối;',
      '- Các phòng thuộc Sở;',
      '- Lưu: VT, XD.',
    ]);
    expect(readSigner(document.signature)).toEqual({
      authority: 'KT. Chủ tịch',
      position: 'Phó Chủ tịch',
      name: 'Đinh Quốc Khải',
    });
  });
});

const toLines = (...texts: readonly string[]): readonly Line[] =>
  texts.map((text) => ({ text, page: 1, span: { start: 0, end: text.length } }));

describe('an office that a seal hides in part', () => {
  it.each<readonly [readonly string[], string | null, string | null]>([
    [['KT. CHỦ TỊCH', 'HỦ TỊCH', 'Đinh Quốc Khải'], 'KT. Chủ tịch', null],
    [['CHỦ TỊCH', 'CHỦ TỊCH', 'Đinh Quốc Khải'], null, null],
    [['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Đinh Quốc Khải'], 'KT. Chủ tịch', 'Phó Chủ tịch'],
    [['CHỦ TỊCH', 'Đinh Quốc Khải'], null, 'Chủ tịch'],
  ])('%j: nothing is made of its rest', (lines, authority, position) => {
    expect(readSigner(toLines(...lines))).toEqual({ authority, position, name: 'Đinh Quốc Khải' });
  });
});

describe('a number line whose S was read small', () => {
  it.each([
    ['số: /KH-UBND', '/KH-UBND'],
    ['số:      /TB-UBND', '/TB-UBND'],
  ])('%s is one', (text, symbol) => {
    expect(readOwnNumber(text)).toMatchObject({ number: null, blank: true, symbol });
  });

  it('is none without its colon: an abstract may wrap there', () => {
    expect(readOwnNumber('số 12/KH-UBND ngày 5 tháng 3 năm 2031')).toBeUndefined();
  });
});
