import type { OcrEngine } from '../../pipeline/base/contract.js';

/* Papers of an invented committee, as files of plain text. */

/** What its papers order. */
export const TASKS = [
  'Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng thẩm định dự toán kè sông Lam, báo cáo trước ngày 15/7/2025.',
  'Đảng uỷ Uỷ ban nhân dân tỉnh chỉ đạo rà soát hồ sơ đất đai của các xã vùng đệm, hoàn thành trong tháng 9/2025.',
  'Văn phòng Tỉnh uỷ thường xuyên theo dõi, đôn đốc việc thực hiện Kết luận này và tổng hợp kết quả.',
] as const;

/** A paper that orders some tasks. */
export const makePaper = (
  tasks: readonly string[],
  { number = '118-KL/TU', day = '10 tháng 6 năm 2025', subject = 'về kè sông Lam' } = {},
): string =>
  [
    'TỈNH UỶ LAM GIANG',
    '*',
    `Số ${number}`,
    `Lam Giang, ngày ${day}`,
    '',
    'KẾT LUẬN',
    'CỦA BAN THƯỜNG VỤ TỈNH UỶ',
    subject,
    '',
    'Sau khi nghe báo cáo, Ban Thường vụ Tỉnh uỷ kết luận như sau:',
    ...tasks.map((task, i) => `${i + 1}. ${task}`),
    '',
    'T/M BAN THƯỜNG VỤ',
    'BÍ THƯ',
    'Trần Văn Mẫu',
    '',
  ].join('\n');

/** They have no page images. */
export const noOcr: OcrEngine = {
  id: 'none',
  read: () => Promise.reject(new Error('Expected no image')),
  close: () => Promise.resolve(),
};
