import type { PdfLine } from './make-pdf.js';

/** A conclusion's first page with an invented committee: header in two columns, title, three lines of body. */
export const SAMPLE_LINES: readonly PdfLine[] = [
  { text: 'HUYỆN UỶ BÌNH LÂM', x: 90, y: 780, size: 13 },
  { text: 'ĐẢNG CỘNG SẢN VIỆT NAM', x: 330, y: 780, size: 13 },
  { text: 'BAN THƯỜNG VỤ', x: 100, y: 762, size: 13 },
  { text: 'Số 27-KL/HU', x: 105, y: 735, size: 13 },
  { text: 'Bình Lâm, ngày 06 tháng 5 năm 2024', x: 310, y: 735, size: 13 },
  { text: 'KẾT LUẬN', x: 270, y: 690 },
  { text: 'Ban Thường vụ Huyện uỷ thống nhất giao các cơ quan', x: 120, y: 650 },
  { text: 'thực hiện tốt những nhiệm vụ trọng tâm dưới đây trong quý', x: 85, y: 630 },
  { text: 'tới, bảo đảm đúng tiến độ đã được phê duyệt từ đầu năm.', x: 85, y: 610 },
];

/** The text of that page as it must come out: columns parted by a tab, indent and gaps shown. */
export const SAMPLE_TEXT = [
  'HUYỆN UỶ BÌNH LÂM\tĐẢNG CỘNG SẢN VIỆT NAM',
  'BAN THƯỜNG VỤ',
  'Số 27-KL/HU\tBình Lâm, ngày 06 tháng 5 năm 2024',
  '',
  '                          KẾT LUẬN',
  '',
  '     Ban Thường vụ Huyện uỷ thống nhất giao các cơ quan',
  'thực hiện tốt những nhiệm vụ trọng tâm dưới đây trong quý',
  'tới, bảo đảm đúng tiến độ đã được phê duyệt từ đầu năm.',
].join('\n');
