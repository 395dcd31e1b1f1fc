import { toNfc } from '../../../language/writing/unicode.js';
import { outline as outlineStage } from '../../../pipeline/outline/stage.js';
import type { OutlinedDocument, RepairedDocument } from '../../../schemas/stages.js';

/** A repaired document made of clean text: pages stand apart by a form feed, nothing was changed. */
export const toRepairedDocument = (text: string): RepairedDocument => {
  const nfc = toNfc(text);
  let at = 0;
  const pages = nfc.split('\f').map((page, index) => {
    const span = { start: at, end: at + page.length };
    at = span.end + 1;
    return {
      number: index + 1,
      origin: 'plain' as const,
      reason: 'plain',
      quality: 'good' as const,
      rawSpan: span,
      span,
      words: [],
      confidence: null,
      imageSize: null,
      repaired: false,
    };
  });
  return {
    file: { path: 'a.txt', sha256: '0'.repeat(64), byteLength: nfc.length, mediaType: 'text/plain' },
    rawText: nfc,
    text: nfc,
    pages,
    edits: [],
    doubtfulWords: [],
  };
};

/** Outlines a text: its documents and what the stage remarks. */
export const outline = (text: string) => outlineStage.run(toRepairedDocument(text));

/** The first document of a text. Fails where there is none. */
export const outlineOne = (text: string): OutlinedDocument => {
  const [document] = outline(text).value.documents;
  if (document === undefined) throw new Error('Expected one document, got none');
  return document;
};

/** Directives as `number text`, the whole of what the outline says of them. */
export const listDirectives = (document: OutlinedDocument): readonly string[] =>
  document.blocks.filter((block) => block.isDirective).map((block) => `${block.number} | ${block.content.text}`);

/** A short conclusion of an invented commune around the given body. */
export const wrapBody = (body: string): string => `ĐẢNG ỦY XÃ LÂM THƯỢNG
*
Số 21-KL/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Lâm Thượng, ngày 04 tháng 9 năm 2025

KẾT LUẬN
CỦA BAN THƯỜNG VỤ ĐẢNG ỦY XÃ
về công tác thủy lợi
-----

Ngày 03/9/2025, Ban Thường vụ Đảng ủy xã họp và kết luận như sau:

${body}

Nơi nhận:
- Các chi bộ,
- Lưu Văn phòng Đảng ủy.

T/M BAN THƯỜNG VỤ
BÍ THƯ

Hoàng Văn Tày
`;
