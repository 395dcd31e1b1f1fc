import { wordPattern } from '../writing/patterns.js';
import { type VerbKind, verbsOf } from './verbs.js';

const oneOf = (kind: VerbKind): string => verbsOf(kind).join('|');

/*
 * Words by which the parts of a paper are told. Source: the outline of reports, conclusions and action programmes in the
 * guides of Hướng dẫn 36-HD/VPTW and in the models of Nghị định 30/2020/NĐ-CP (đánh giá, mục tiêu, nhiệm vụ, giải pháp, tổ chức
 * thực hiện). Rule for entry: a word of general use, never the title of one paper; the verbs stand in verbs.json.
 */

// Titles are looked at folded: OCR hurts capitals with marks most.

/** Titles over aims and principles. — quan điểm, mục tiêu */
export const AIMS_TITLE = new RegExp(
  `\\b(?:${[
    'quan diem',
    'muc tieu',
    'chi tieu',
    'phuong cham',
    'nguyen tac',
    'pham vi',
    'doi tuong',
    'muc dich',
    'giai thich tu ngu',
  ].join('|')})\\b`,
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

/** Words that open an order, as they are printed at the head of its sentence. — động từ giao việc */
export const ORDER_OPENERS = 'Giao|Yêu cầu|Đề nghị|Phân công';

/** What somebody below asks for: "Về *kiến nghị* của Sở A …" quotes it. — đề nghị, kiến nghị, đề xuất */
export const REQUESTS: readonly string[] = ['đề nghị', 'kiến nghị', 'đề xuất'];

/** What ends a document: kept, but nobody's task. — câu kết */
export const CLOSING = new RegExp(
  `^\\W*(?!\\W)(?:${[
    'tren day la',
    '(?:nay (?:xin )?|xin )thong bao',
    '(?:noi dung )?(?:ket luan|thong bao|nghi quyet|chi thi|quyet dinh|quy dinh|van ban|cong van)(?: nay)? (?:duoc|pho bien|co hieu luc|thay the|gui)',
    'kinh (?:(?:bao cao|trinh) .{3,160}|de nghi .{3,120} (?:xem xet|chap thuan|phe duyet)[^:]{0,80})$',
    '.{0,90}thong bao (?:de|den|cho|toi) .{0,120}(?:biet|thuc hien)',
    '.{0,60}(?:xin )?tran trong',
    '.{0,60} (?:tra loi|phuc dap|thong tin|bao cao) (?:de )?.{1,120} (?:duoc )?(?:biet|ro)(?:(?:,? (?:va|de) |, )(?:tong hop|theo doi|xem xet|chi dao|cho y kien|kip thoi|co co so)[^;:]{0,200})?[ ./]*$',
    '(?!yeu cau|de nghi|giao )[^,;:.]{3,60} (?:tra loi|phuc dap|co y kien|thong tin|huong dan|trao doi)(?:,? (?:tra loi|thong bao))? (?:de|cho|toi|den) [^;:]{1,160} (?:duoc )?biet(?:,? (?:va )?[^;:.]{0,120})?[ ./]*$',
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

const opensWith = (verbs: readonly string[]): RegExp =>
  new RegExp(`^[\\s,"“(-]*${wordPattern(`(?:${verbs.join('|')})`, '').source}`, 'iu');

// What only tells or weighs, though a body does it; nouns as often as verbs: "Hạn chế: …", "Thành công của đề án …".
const NO_WORK: ReadonlySet<string> = new Set(['hạn chế', 'thành công', 'thể hiện', 'khẳng định', 'nhận', 'chi', 'thu']);
const TELLING_KINDS: readonly VerbKind[] = ['in-name', 'author', 'approve', 'agree', 'praise'];
const telling = new Set(TELLING_KINDS.flatMap((kind) => verbsOf(kind)));

/**
 * Verbs of work that are no nouns as well: behind them "đã", "chưa" and "bị" say which things are meant, not what was done.
 * — "thu hồi đất đã giao sai"
 */
export const OPENS_WITH_WORK = opensWith(verbsOf('act').filter((verb) => !telling.has(verb) && !NO_WORK.has(verb)));

/** Any verb that an item may hold. */
export const NAMES_WORK = wordPattern(`(?:${[...verbsOf('act'), ...verbsOf('begins-task')].join('|')})`, 'iu');

/** Verbs of work that names hold as well, for behind a whole name. */
export const OPENS_WITH_TASK = opensWith([...verbsOf('begins-task'), ...verbsOf('in-name')]);

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
    '(?:căn cứ|theo|trên cơ sở|để|nếu|khi|sau khi|đối với|trước|chậm nhất|từ nay|trong|cùng với|đến)(?=\\s)[^,.;]{0,160},',
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
    '(?<!(?:lấn|tái|xâm|bao)\\s)chiếm(?! (?:dụng|đoạt|giữ|đất))',
    'thời gian qua',
    'những năm qua',
    'vừa qua',
  ].join('|'),
);

/** What weighs the past even behind a verb of work: "Rà soát, sắp xếp đạt được kết quả bước đầu". */
export const STRONG_PAST = wordPattern(
  [
    'đạt được',
    'tuy nhiên',
    'tuy vậy',
    'bên cạnh đó',
    'làm được',
    'vượt kế hoạch',
    'thấp hơn',
    'cao hơn',
    'nhiều nơi',
    'một số nơi',
    'chuyển biến',
    'được quan tâm',
    'kết quả (?:quan trọng|tích cực|bước đầu|khá)',
    'so với cùng kỳ',
    'bình quân',
    '(?<!(?:lấn|tái|xâm|bao)\\s)chiếm(?! (?:dụng|đoạt|giữ|đất))',
  ].join('|'),
);

/*
 * Who claims and how. Source: the words of the laws on complaints, denunciations and the reception of citizens (khiếu nại, tố
 * cáo, kiến nghị, phản ánh, người khiếu nại …) and the forms of address of such papers. Rule for entry: a word of these laws.
 */

/** People who are no body. — công dân, người khiếu nại, hộ dân */
export const CITIZEN = wordPattern(
  '(?:các |những )?(?:ông|bà|anh|chị|công dân|cử tri|người dân|hộ dân|các hộ|hộ gia đình|tập thể hộ|bà con|nguyên đơn|đương sự|người (?:khiếu nại|tố cáo|khởi kiện|kiến nghị|phản ánh|làm đơn|yêu cầu))',
  'iu',
);
/** What they hand in. — đơn khiếu nại, kiến nghị */
export const PETITION = wordPattern(
  '(?:lá |nội dung )?đơn(?= (?:của|khiếu nại|tố cáo|kiến nghị|phản ánh|đề nghị|yêu cầu|khởi kiện|thư|xin|đề ngày|đề|ghi|trình bày))|khiếu nại|tố cáo|khởi kiện|phản ánh|kiến nghị|thụ lý',
  'iu',
);
export const PETITION_VERB = wordPattern(
  'khiếu nại|tố cáo|khởi kiện|phản ánh|kiến nghị|đề nghị|yêu cầu|trình bày|cho rằng|xin',
  'iu',
);
/** Offices and bodies that order: "ông Trần Văn An - Chủ tịch UBND xã yêu cầu". */
export const OFFICE_WORD = wordPattern(
  'chủ tịch|bí thư|giám đốc|(?:trưởng|phó) (?:ban|phòng|thôn|đoàn|công an)|chánh (?:án|văn phòng|thanh tra)|thủ tướng|bộ trưởng|uỷ ban|ủy ban|ubnd|hđnd|sở|văn phòng|thanh tra|toà án|tòa án|viện kiểm sát|công an|đồng chí',
  'iu',
);

/** "nhận được Công văn số …": tells what came in; not "khi nhận được …", which says when. — tiếp nhận văn bản */
export const RECEIVES = wordPattern(
  '(?<!(?:khi|ngày|lúc|sau|từ|chưa)\\s)(?:(?:nhận được|nhận)(?= (?:\\d+ |các |những |lá )?(?:công văn|công điện|văn bản|tờ trình|báo cáo|đơn|thư|điện|quyết định|kế hoạch|thông báo|phiếu|giấy|hồ sơ|kiến nghị|ý kiến|đề nghị|kết luận|chỉ thị|nghị quyết))|tiếp nhận(?= (?:công văn|công điện|văn bản|tờ trình|báo cáo|đơn|phiếu chuyển|quyết định|kế hoạch|thông báo|ý kiến)(?: [^,.;]{1,40})? (?:số|của|ngày|đề ngày)))',
  'iu',
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
