import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeader } from '../../../extractors/header/index.js';
import { outline as outlineStage } from '../../../pipeline/outline/stage.js';
import { type OutlinedDocument, OutlinedFile } from '../../../schemas/stages.js';
import { listDirectives, outline, outlineOne, toRepairedDocument, wrapBody } from './support.js';

const SAMPLE = `HUYỆN ỦY KHE VÀNG              ĐẢNG CỘNG SẢN VIỆT NAM
        *                  Khe Vàng, ngày 02 tháng 6 năm 2022
 Số 40-KL/HU

                 KẾT LUẬN
        CỦA BAN THƯỜNG VỤ HUYỆN ỦY
             về công tác bảo vệ rừng
                   -----

     Ngày 01/6/2022, Ban Thường vụ Huyện ủy họp nghe Hạt Kiểm lâm báo cáo
và thống nhất kết luận như sau:
     I- TÌNH HÌNH
     Diện tích rừng đã tăng thêm 120 ha; tuy nhiên, việc tuần tra ở một số
xã chưa thường xuyên.
     II- NHIỆM VỤ
     1. Hạt Kiểm lâm huyện chủ trì, phối hợp với Đảng ủy các xã tuần tra
rừng đầu nguồn mỗi tuần một lần.
     2. Ủy ban nhân dân huyện chỉ đạo:
     a) Phòng Tài chính bố trí kinh phí mua máy thổi gió trước ngày
15/7/2022.
     b) Công an huyện điều tra các vụ phá rừng.
                                     2

     3. Giao Văn phòng Huyện ủy theo dõi, đôn đốc.

Nơi nhận:                      T/M BAN THƯỜNG VỤ
- Hạt Kiểm lâm,                   PHÓ BÍ THƯ
- Lưu Văn phòng.                 Triệu Văn Khe
`;

/** A text damaged by a few replaced, dropped or doubled stretches. */
const mutated = fc
  .array(
    fc.record({
      at: fc.nat(SAMPLE.length - 1),
      length: fc.nat(12),
      put: fc.constantFrom(
        '',
        '\n',
        '\f',
        '\t',
        '1.',
        '- ',
        ')',
        '*',
        'Nơi nhận:',
        'KẾT LUẬN',
        'đ)',
        'Ế',
        '\n\n\n',
        '   ',
        '(11)',
        'PHỤ LỤC\n',
      ),
    }),
    { maxLength: 12 },
  )
  .map((edits) =>
    edits.reduce((text, { at, length, put }) => text.slice(0, at) + put + text.slice(at + length), SAMPLE),
  );

const quotesHold = (document: OutlinedDocument, text: string): boolean => {
  const lines = [
    ...document.head,
    ...document.stamps.flat(),
    ...document.recipients,
    ...document.signature,
    ...document.footnotes,
    ...document.furniture,
  ];
  return (
    lines.every((line) => line.text === text.slice(line.span.start, line.span.end)) &&
    [...document.blocks.map((block) => block.content), ...document.annexRows.map((row) => row.task)].every((content) =>
      content.pieces.every(
        ({ at, source }) =>
          content.text.slice(at, at + source.end - source.start) === text.slice(source.start, source.end),
      ),
    )
  );
};

describe('outline of any text', () => {
  it('never throws, keeps its shape, and every quote equals its slice', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const repaired = toRepairedDocument(text);
        const { value } = outlineStage.run(repaired);
        OutlinedFile.parse(value);
        for (const document of value.documents) readHeader(document);
        expect(value.documents.every((document) => quotesHold(document, repaired.text))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws on any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const repaired = toRepairedDocument(text);
        for (const document of outlineStage.run(repaired).value.documents) readHeader(document);
      }),
      { numRuns: 200 },
    );
  });

  it('loses no letter of the text between header and signature', () => {
    const document = outlineOne(SAMPLE);
    const outlined = document.blocks
      .map((block) => block.content.text)
      .join('')
      .replace(/\s/gu, '');
    const printed = SAMPLE.slice(SAMPLE.indexOf('Ngày 01/6'), SAMPLE.indexOf('Nơi nhận')).replace(/\n +2\n|\s/gu, '');
    expect(outlined).toBe(printed);
  });
});

describe('outline of the same text in another shape', () => {
  it('is the same for NFD and NFC', () => {
    expect(outline(SAMPLE.normalize('NFD'))).toEqual(outline(SAMPLE));
  });

  it('is the same below unrelated lines, but for spans', () => {
    const above = '\n\n   \n';
    const directives = (text: string) => listDirectives(outlineOne(text));
    expect(directives(above + SAMPLE)).toEqual(directives(SAMPLE));
    expect(readHeader(outlineOne(above + SAMPLE)).header).toEqual(readHeader(outlineOne(SAMPLE)).header);
    expect(
      readHeader(outlineOne(`Ký bởi: Huyện ủy Khe Vàng\nNgày ký: 2022-06-03 07:00:00 +07:00\n\n${SAMPLE}`)).header,
    ).toEqual({
      ...readHeader(outlineOne(SAMPLE)).header,
      signedAt: '2022-06-03 07:00:00 +07:00',
      signatures: [{ by: 'Huyện ủy Khe Vàng', at: '2022-06-03T07:00:00+07:00', kind: 'panel' }],
    });
  });

  it('permutes the directives when whole items change places', () => {
    const items = [
      'Hội Nông dân xã vận động hội viên.',
      'Công an xã giữ trật tự.',
      'Trạm Y tế phun khử khuẩn.',
      'Các chi bộ họp dân.',
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: items.length }), (order) => {
        const body = order.map((item, i) => `${i + 1}. ${item}`).join('\n\n');
        expect(listDirectives(outlineOne(wrapBody(body)))).toEqual(
          order.map((item, i) => `${i + 1} | ${i + 1}. ${item}`),
        );
      }),
      { numRuns: 24 },
    );
  });

  it('is whole wherever a page break cuts an item between small letters', () => {
    const words = 'Hạt Kiểm lâm huyện chủ trì phối hợp với các xã tuần tra rừng đầu nguồn mỗi tuần một lần'.split(' ');
    fc.assert(
      fc.property(fc.integer({ min: 2, max: words.length - 1 }), (cut) => {
        const item = `1. ${words.slice(0, cut).join(' ')}\f2\n\n${words.slice(cut).join(' ')}.`;
        expect(listDirectives(outlineOne(wrapBody(`${item}\n\n2. Các xã thực hiện.`)))[0]).toBe(
          `1 | 1. ${words.join(' ')}.`,
        );
      }),
    );
  });
});
