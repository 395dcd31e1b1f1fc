import { describe, expect, it } from 'vitest';
import { removeFurniture } from '../../../pipeline/outline/furniture.js';
import { type PrintedLine, splitLines } from '../../../pipeline/outline/printed-lines.js';
import { toRepairedDocument } from './support.js';

const texts = (lines: readonly PrintedLine[]): readonly string[] => lines.map((line) => line.text);

const sort = (text: string) => {
  const { lines, stamps, footnotes, furniture } = removeFurniture(splitLines(toRepairedDocument(text)));
  return {
    text: texts(lines),
    stamps: stamps.map(texts),
    footnotes: texts(footnotes),
    furniture: texts(furniture),
  };
};

const clean = { stamps: [], footnotes: [], furniture: [] };

describe('removeFurniture', () => {
  it.each([
    ['a page number', 'Giao Sở Y tế\f        2\nmua thuốc.', '2'],
    ['a page number between dashes', 'Giao Sở Y tế\n- 2 -\nmua thuốc.', '- 2 -'],
    ['a page number with a word', 'Giao Sở Y tế\nTrang 2/5\nmua thuốc.', 'Trang 2/5'],
    ['a marked page break', 'Giao Sở Y tế\n--- PAGE BREAK ---\nmua thuốc.', '--- PAGE BREAK ---'],
    ['the code of a file', 'Giao Sở Y tế\n07.TBKLT9.DOC 3\nmua thuốc.', '07.TBKLT9.DOC 3'],
    ['the code of a file with a torn page number', 'Giao Sở Y tế\n07.TBKLT9.DOC 1 2\nmua thuốc.', '07.TBKLT9.DOC 1 2'],
    ['the code of a file with a misread page number', 'Giao Sở Y tế\n07.TBKLT9.DOC. §\nmua thuốc.', '07.TBKLT9.DOC. §'],
  ])('takes out %s', (_, text, dropped) => {
    expect(sort(text)).toEqual({ ...clean, text: ['Giao Sở Y tế', 'mua thuốc.'], furniture: [dropped] });
  });

  it('leaves a sentence that names a kind of file', () => {
    expect(sort('Giao Sở Y tế chuyển tệp mẫu.doc sang\nmẫu.pdf và ký số.')).toEqual({
      ...clean,
      text: ['Giao Sở Y tế chuyển tệp mẫu.doc sang', 'mẫu.pdf và ký số.'],
    });
  });

  it('leaves the numbers of rows whose cells stand one below the other', () => {
    const table = [
      'TT',
      'Nhiệm vụ',
      'Cơ quan chủ trì',
      'Thời hạn',
      '1',
      'Mua thuốc',
      'Sở Y tế',
      'Quý I/2024',
      '2',
      'In sổ',
    ];
    expect(sort(table.join('\n\n'))).toEqual({ ...clean, text: table });
  });

  it('leaves figures that belong to a sentence', () => {
    expect(sort('Giao Sở Y tế mua\n250 liều\nthuốc.')).toEqual({
      ...clean,
      text: ['Giao Sở Y tế mua', '250 liều', 'thuốc.'],
    });
  });

  it('leaves a figure alone on its line in mid-text', () => {
    expect(sort('Toàn huyện có\n37\nthôn đạt chuẩn.')).toEqual({
      ...clean,
      text: ['Toàn huyện có', '37', 'thôn đạt chuẩn.'],
    });
  });

  it('gathers an arrival stamp in the middle of a text, its office with it', () => {
    expect(
      sort('Giao Sở Y tế\n\nUBND XÃ NA LOÓC\nCÔNG VĂN ĐẾN\nSố: 88\nNgày: 5/6/2020\nChuyển:\n\nmua thuốc.'),
    ).toEqual({
      ...clean,
      text: ['Giao Sở Y tế', 'mua thuốc.'],
      stamps: [['UBND XÃ NA LOÓC', 'CÔNG VĂN ĐẾN', 'Số: 88', 'Ngày: 5/6/2020', 'Chuyển:']],
    });
  });

  it('leaves a sentence about incoming letters', () => {
    const text = 'Văn thư vào sổ công văn đến số 12 hằng ngày.';
    expect(sort(text)).toEqual({ ...clean, text: [text] });
  });

  it('keeps a footnote apart, its wrapped line too', () => {
    expect(
      sort(
        'Toàn huyện có 12 xã\n¹ Theo Nghị quyết của Hội đồng nhân dân huyện về việc sắp xếp đơn vị hành\nchính.\n\nđạt chuẩn.',
      ),
    ).toEqual({
      ...clean,
      text: ['Toàn huyện có 12 xã', 'đạt chuẩn.'],
      footnotes: ['¹ Theo Nghị quyết của Hội đồng nhân dân huyện về việc sắp xếp đơn vị hành', 'chính.'],
    });
  });

  it('takes a plain digit below a rule at the foot of a page for a footnote', () => {
    expect(sort('Có 12 xã1 đạt\n________\n1 Trong đó có 3 xã biên giới\fchuẩn.')).toEqual({
      ...clean,
      text: ['Có 12 xã1 đạt', 'chuẩn.'],
      footnotes: ['1 Trong đó có 3 xã biên giới'],
      furniture: ['________'],
    });
  });

  it('takes a figure at the foot of a page for a footnote where the page refers to it', () => {
    expect(sort('Có 12 xã đạt chuẩn1. Còn 3\n1 Theo Nghị quyết của huyện\nvề sắp xếp.\fxã chưa đạt.')).toEqual({
      ...clean,
      text: ['Có 12 xã đạt chuẩn1. Còn 3', 'xã chưa đạt.'],
      footnotes: ['1 Theo Nghị quyết của huyện', 'về sắp xếp.'],
    });
    const text = ['Có 12 xã đạt chuẩn và', '3 Hội quán', 'xã chưa đạt.'];
    expect(sort(text.join('\n').replace('quán\n', 'quán\f'))).toEqual({ ...clean, text });
  });

  it('takes a figure at the foot of a page for a footnote where a sentence goes on overleaf', () => {
    expect(sort('Sở Y tế mua thuốc cho\n1 Số liệu của Cục Thống kê\nnăm 2023.\f2\ncác trạm xá.')).toEqual({
      ...clean,
      text: ['Sở Y tế mua thuốc cho', 'các trạm xá.'],
      footnotes: ['1 Số liệu của Cục Thống kê', 'năm 2023.'],
      furniture: ['2'],
    });
    const text = ['Sở Y tế mua thuốc.', '1 Số liệu của Cục Thống kê.', 'các trạm xá.'];
    expect(sort(text.join('\n').replace('kê.\n', 'kê.\f'))).toEqual({ ...clean, text });
  });

  it('takes out an e-signature panel with labels', () => {
    expect(sort('Ký bởi: Tỉnh ủy Lam Sơn Hạ\nNgày ký: 2026-01-05 08:00:01 +07:00\n\nTỈNH ỦY LAM SƠN HẠ')).toEqual({
      ...clean,
      text: ['TỈNH ỦY LAM SƠN HẠ'],
      furniture: ['Ký bởi: Tỉnh ủy Lam Sơn Hạ', 'Ngày ký: 2026-01-05 08:00:01 +07:00'],
    });
  });

  it('takes out an e-signature panel without labels', () => {
    expect(
      sort('   CỔNG THÔNG TIN\n   congtt@lamson.vn\n   05.01.2026 08:00:01\n   +07:00\n\nTỈNH ỦY LAM SƠN HẠ'),
    ).toEqual({
      ...clean,
      text: ['TỈNH ỦY LAM SƠN HẠ'],
      furniture: ['CỔNG THÔNG TIN', 'congtt@lamson.vn', '05.01.2026 08:00:01', '+07:00'],
    });
  });
});
