import { wordPattern } from '../writing/patterns.js';
import { type VerbKind, verbsOf } from './verbs.js';

const oneOf = (kind: VerbKind): string => verbsOf(kind).join('|');

/*
 * Words by which the parts of a paper are told. Source: the outline of reports, conclusions and action programmes in the
 * guides of Hướng dẫn 36-HD/VPTW and in the models of Nghị định 30/2020/NĐ-CP (đánh giá, mục tiêu, nhiệm vụ, giải pháp, tổ chức
 * thực hiện). Rule for entry: a word of general use, never the title of one paper; the verbs stand in verbs.json.
 */

// Titles are looked at folded: OCR hurts capitals with marks most.

/** Titles over what was, not over what is to be done. — tình hình, kết quả, hạn chế, nguyên nhân */
export const ASSESSMENT_TITLE = new RegExp(
  `\\b(?:${[
    'danh gia',
    'tinh hinh',
    'ket qua',
    'han che',
    'ton tai',
    'nguyen nhan',
    'uu diem',
    'khuyet diem',
    'thuc trang',
    'nhan dinh',
    'boi canh',
    'su can thiet',
    'thuan loi',
    'kho khan',
    'bai hoc',
    'dac diem',
    'yeu kem',
    'mat duoc',
  ].join('|')})\\b`,
  'u',
);
/** Titles over aims and principles. — quan điểm, mục tiêu */
export const AIMS_TITLE = new RegExp(
  `\\b(?:${['quan diem', 'muc tieu', 'chi tieu', 'phuong cham', 'nguyen tac', 'pham vi', 'doi tuong', 'muc dich'].join(
    '|',
  )})\\b`,
  'u',
);
/** Titles over tasks. — nhiệm vụ, giải pháp, tổ chức thực hiện */
export const TASKS_TITLE = new RegExp(
  `\\b(?:${[
    'nhiem vu',
    'giai phap',
    'to chuc thuc hien',
    'phan cong',
    'thoi gian toi',
    'thoi gian den',
    'trong tam',
    'chi dao',
    'phuong huong',
    'cong viec',
    'trach nhiem',
    'yeu cau',
    'cong tac',
    'viec can',
  ].join('|')})\\b`,
  'u',
);
/** What makes a mixed title one over tasks: "Kết quả … và phương hướng, nhiệm vụ". */
export const FORWARD_TITLE = new RegExp(
  `\\b(?:${[
    'thoi gian toi',
    'thoi gian den',
    'phuong huong',
    'mot so nhiem vu',
    'cac nhiem vu',
    'nhiem vu,? (?:va )?giai phap',
    'giai phap',
  ].join('|')})\\b`,
  'u',
);

/** What ends a document: kept, but nobody's task. — câu kết */
export const CLOSING = new RegExp(
  `^\\W*(?!\\W)(?:${[
    'tren day la',
    'nay (?:xin )?thong bao',
    '(?:noi dung )?(?:ket luan|thong bao|nghi quyet|chi thi|quyet dinh|quy dinh|van ban|cong van)(?: nay)? (?:duoc|pho bien|co hieu luc|thay the|gui)',
    'xin thong bao',
    '.{0,90}thong bao (?:de|den|cho|toi) .{0,120}(?:biet|thuc hien)',
    '.{0,60}(?:xin )?tran trong',
  ].join('|')})`,
  'u',
);

/** Sentences that approve, thank or praise: decisions and courtesies, not tasks. — đồng ý, ghi nhận, biểu dương */
export const APPROVAL = wordPattern(
  [
    `(?:cơ bản )?(?:${oneOf('agree')})(?! (?:giao|phân công|yêu cầu|đề nghị|nhận thức|hành động|trong))`,
    oneOf('praise'),
    'thông qua(?= (?:nội dung|báo cáo|dự thảo|đề án|kế hoạch|nghị quyết))',
  ].join('|'),
  'iu',
);

/** Verbs that hand a task to somebody. — giao, yêu cầu, đề nghị, phân công */
export const ORDER = wordPattern(
  `(?!giao (?:dịch|thông|lưu|tiếp|hữu|thoa|hàng|đất|rừng|khoán|mùa|thừa))(?:${oneOf('order')}|uỷ quyền)`,
  'iu',
);

/** Verbs that a task begins with, or that follow the body it is given to. */
export const TASK_VERB = wordPattern(`(?:${oneOf('begins-task')})`, 'iu');

/** Items counted in words, without a mark: "Một là, …", "Thứ hai, …". */
export const ORDINAL_PARAGRAPH =
  /^(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))(?![\p{L}])/iu;

/** What a task may begin with before its body or verb: "Trong quá trình thực hiện, …", "Định kỳ hằng quý, …". */
export const TASK_LEAD = new RegExp(
  `^(?:${[
    '(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là,?',
    'thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười),?',
    'trong quá trình (?:tổ chức |triển khai )*thực hiện',
    'định kỳ[^,]{0,40},',
    'hằng (?:năm|tháng|quý|tuần)',
    '(?:căn cứ|theo|trên cơ sở|để|nếu|khi|đối với|trước|chậm nhất|từ nay|trong|cùng với|đến)(?=\\s)[^,.;]{0,160},',
    'trước mắt',
    'đồng thời',
    'ngoài ra',
    'riêng',
    'thời gian tới',
    'hội nghị',
  ].join('|')})\\s*,?\\s+`,
  'iu',
);

/** What tells of the past or finds fault. — đã, đạt được, còn hạn chế, chưa */
export const PAST = wordPattern(
  [
    'đã',
    'đạt được',
    'chưa',
    'tuy nhiên',
    'tuy vậy',
    'bên cạnh đó',
    'còn(?! (?:lại|phải|nữa|gọi))',
    'làm được',
    'vượt kế hoạch',
    'thấp hơn',
    'cao hơn',
    'tăng',
    'giảm',
    'từng bước',
    'khá',
    'nhiều nơi',
    'một số nơi',
    'hạn chế',
    'tồn tại',
    'khuyết điểm',
    'nguyên nhân',
    'chuyển biến',
    'được quan tâm',
    'kết quả (?:quan trọng|tích cực|bước đầu|khá)',
    'nỗ lực',
    'so với (?:cùng kỳ|yêu cầu)',
    'bình quân',
    'đến nay',
    'chiếm',
    'thời gian qua',
    'những năm qua',
    'vừa qua',
  ].join('|'),
);

/** How a look back begins: "Năm 2005, …", "Sau 5 năm …", "Tính đến …". */
export const LOOKS_BACK = new RegExp(
  `^(?:${['trong '].join(
    '|',
  )})?(?:nam \\d{4}\\b|qua (?:\\d|hai|ba|bon|nam|mot|gan|hon)|sau (?:\\d|gan|hon|hai|ba|bon|nam|mot|khi)|tinh den|den nay|thoi gian qua|nhung nam qua|\\d+ (?:thang|nam) (?:dau nam|qua)|ben canh|tuy |nguyen nhan|nhin chung|co the)`,
  'u',
);

/** Legal grounds above the text: "Căn cứ Điều lệ Đảng;" — căn cứ */
export const GROUND = /^(?:[-–+]\s*)?(?:can cu|xet|theo de nghi) [^:]*[;,.]$/u;

// Behind these a verb tells of what has been done or stands as a noun.
const DONE_BEFORE = [
  'chưa',
  'không',
  'đã',
  'việc',
  'công tác',
  'vẫn',
  'được',
  'bị',
  'có',
  'kết quả',
  'quá trình',
  'sau khi',
  'qua',
];

/** What points ahead. — giao, yêu cầu, trước ngày, khẩn trương */
export const AHEAD = wordPattern(`(?<!(?:${DONE_BEFORE.join('|')})\\s{1,8})(?:${oneOf('ahead')}|trước ngày|chậm nhất)`);

/** What a paragraph ends with that only leads over to the conclusions: "kết luận như sau:". */
export const OPENING_END = new RegExp(
  `(?:${[
    'ket luan',
    'y kien',
    'chi dao',
    'thong nhat',
    'thong bao',
    'quyet dinh',
    'quyet nghi',
    'thong qua',
    'nhu sau',
    'sau day',
    'sau',
  ].join('|')})[^.;]{0,60}:\\s*$`,
  'u',
);

/** Words that make an announcing paragraph an order to somebody: "yêu cầu các cấp ủy … thực hiện các nhiệm vụ sau:". */
export const ORDER_AHEAD = wordPattern(
  `(?!giao (?:nhiệm vụ|dịch|thông|lưu|tiếp|hữu|đất|rừng|thừa))(?:${oneOf('announce')})`,
  'iu',
);
