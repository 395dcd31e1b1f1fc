import type { Bilingual } from '../../schemas/bilingual.js';

/** One check of an archivist: its heading, and what to do about what it finds. */
export interface AuditRuleText {
  readonly name: Bilingual;
  /** What the reader should do. — cách xử lý */
  readonly advice: Bilingual;
}

/** Every check of `ketluan audit` by its stable id: the closed list that docs/notes.md shows. — điều cần kiểm tra */
export const AUDIT_RULES = {
  'number-gap': {
    name: { vi: 'Thiếu số trong dãy', en: 'Gaps in number series' },
    advice: {
      vi: 'Tìm các văn bản còn thiếu ở sổ công văn, nạp thêm nếu có.',
      en: 'Look the missing papers up in the register and ingest those that exist.',
    },
  },
  'number-twice': {
    name: { vi: 'Trùng số', en: 'Numbers used twice' },
    advice: {
      vi: 'So hai văn bản: một số đọc sai, hoặc hai bản của cùng một văn bản.',
      en: 'Compare the two papers: a number was misread, or they are copies of one paper.',
    },
  },
  'same-paper': {
    name: { vi: 'Một văn bản nằm ở nhiều tệp', en: 'One paper in several files' },
    advice: {
      vi: 'Giữ một tệp (nêu trong ghi chú), bỏ tệp kia: nhiệm vụ của văn bản đang được đếm hai lần.',
      en: 'Keep one file (named in the note) and take the other out: its tasks are counted twice.',
    },
  },
  'meeting-gap': {
    name: { vi: 'Thiếu hội nghị trong dãy', en: 'Gaps in the numbers of meetings' },
    advice: {
      vi: 'Đối chiếu với sổ họp: hội nghị đó có ra kết luận không, văn bản đã nạp chưa.',
      en: 'Compare the record of meetings: did that meeting conclude anything, and is the paper ingested.',
    },
  },
  'no-number': {
    name: { vi: 'Chưa có số, ký hiệu', en: 'No document number' },
    advice: {
      vi: 'Xem trang đầu bản gốc; số viết tay phải do người đọc xác nhận.',
      en: 'Look at the first page; a handwritten number is for a person to confirm.',
    },
  },
  'no-date': {
    name: { vi: 'Chưa có ngày ban hành', en: 'No day of issue' },
    advice: {
      vi: 'Xem trang đầu bản gốc; thời hạn tính từ ngày ký chưa tính được khi thiếu ngày này.',
      en: 'Look at the first page; deadlines that count from the signing wait for this day.',
    },
  },
  'page-unread': {
    name: { vi: 'Trang chưa đọc được', en: 'Pages that were not read' },
    advice: {
      vi: 'Quét lại trang đó ở 200–300 dpi hoặc lấy lại tệp gốc, rồi nạp lại.',
      en: 'Scan that page again at 200–300 dpi or fetch the file anew, then ingest it.',
    },
  },
  'low-coverage': {
    name: { vi: 'Chữ in đọc chưa đủ', en: 'Print that was not read' },
    advice: {
      vi: 'Mở bản quét xem chỗ chưa đọc được là chữ hay hình, dấu; là chữ thì quét lại rõ hơn.',
      en: 'See on the scan whether what was not read is text or a picture or stamp; if text, scan it more clearly.',
    },
  },
  'impossible-date': {
    name: { vi: 'Ngày không hợp lý', en: 'Impossible dates' },
    advice: { vi: 'Xem ngày trên bản quét.', en: 'Look at the date on the scan.' },
  },
  'signing-date': {
    name: { vi: 'Ngày ban hành và ngày ký số không khớp', en: 'Day of issue and digital signature in conflict' },
    advice: {
      vi: 'Xem ngày trên trang gốc: ngày đọc sai, hoặc đây là bản sao ký lại sau.',
      en: 'Look at the date on the page: it was misread, or this is a copy signed later.',
    },
  },
  'author-conflict': {
    name: { vi: 'Tiêu đề và chữ ký không khớp', en: 'Title and signature in conflict' },
    advice: { vi: 'Xem tiêu đề và chữ ký trên bản quét.', en: 'Look at title and signature on the scan.' },
  },
  'missing-signature': {
    name: { vi: 'Thiếu chữ ký', en: 'No signature' },
    advice: { vi: 'Kiểm tra đây có phải bản đã ký.', en: 'See whether this is the signed paper.' },
  },
  'missing-last-page': {
    name: { vi: 'Có thể thiếu trang cuối', en: 'Last page probably missing' },
    advice: { vi: 'Quét lại cả văn bản.', en: 'Scan the whole paper again.' },
  },
  'item-hole': {
    name: { vi: 'Thiếu mục', en: 'Holes in item numbers' },
    advice: { vi: 'Tìm mục thiếu trên trang gốc.', en: 'Look for the missing item on the page.' },
  },
  'no-deadlines': {
    name: { vi: 'Có nhiệm vụ, không có thời hạn', en: 'Tasks without any deadline' },
    advice: {
      vi: 'Đọc lại văn bản; dùng lệnh explain để xem vì sao một mốc thời gian không là thời hạn.',
      en: 'Read the paper; the command explain tells why a time is no deadline.',
    },
  },
} as const satisfies Readonly<Record<string, AuditRuleText>>;

export type AuditRule = keyof typeof AUDIT_RULES;
