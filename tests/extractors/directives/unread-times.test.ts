import { expect, it } from 'vitest';
import { extractText } from '../../../pipeline/library.js';

const HEAD = `TỈNH ỦY LAM GIANG          ĐẢNG CỘNG SẢN VIỆT NAM
*                          Lam Giang, ngày 05 tháng 10 năm 2026
Số 12-KL/TU

KẾT LUẬN
của Ban Thường vụ Tỉnh ủy về sản xuất vụ đông
-----
Ban Thường vụ Tỉnh ủy kết luận như sau:

`;
const TAIL = `

Nơi nhận:                  T/M BAN THƯỜNG VỤ
- Lưu Văn phòng Tỉnh ủy.   BÍ THƯ

                           Lê Văn Bình
`;

it.each([
  ['Sở Nông nghiệp và Môi trường chuẩn bị đủ giống, chậm nhất hai mươi tháng mười phải về tới các xã.', 'review'],
  ['Sở Tài chính gửi báo cáo trước ngày 20.', 'review'],
  ['Sở Y tế tổ chức họp rút kinh nghiệm muộn nhất sau kỳ nghỉ lễ.', 'review'],
  ['Sở Tài chính gửi báo cáo trước ngày 20/10/2026.', undefined],
])('an item of a paper tells the time that was not read: %s', (text, level) => {
  const { directives } = extractText(`${HEAD}1. ${text}${TAIL}`);
  expect(directives).toHaveLength(1);
  const told = directives[0]?.notes.filter(({ rule }) => rule === 'deadlines/wording-unread') ?? [];
  expect(told.map((note) => note.level)).toEqual(level === undefined ? [] : [level]);
  if (level !== undefined) expect(directives[0]?.needsReview).toBe(true);
});
