import { listPhrases } from '../writing/phrases.js';
import { verbsOf } from './verbs.js';

/**
 * Vocabulary of deadlines as data.
 *
 * Source: the terms and how they are counted in Bộ luật Dân sự 2015 (điều 144–148), the parts of the year and of the plan in
 * the laws on budget and public investment, and the working rules of offices (quy chế làm việc). Rule for entry: a word of
 * general use in papers of every level, with a case of invented wording in fixtures/cases/deadlines.json; how a scan
 * misprints a word is repair's affair.
 * Everything is sought folded (no accents, no case), so it is written once, in full; where
 * the text has accents, lists that judge a clause ask for the right ones (surroundings.ts).
 * In pattern strings a space stands for any run of white space, and (?:…)? marks what may be left out.
 */

/** Words that set a boundary, longest first. before: the day itself is too late. — từ chỉ mốc */
export const BOUNDARIES: readonly {
  readonly words: string;
  readonly signal: 'strong' | 'weak';
  readonly before: boolean;
}[] = [
  { words: 'từ nay đến', signal: 'strong', before: false },
  { words: 'từ nay tới', signal: 'strong', before: false },
  { words: 'không muộn hơn', signal: 'strong', before: false },
  { words: 'không chậm quá', signal: 'strong', before: false },
  { words: 'không (?:chậm|trễ) hơn', signal: 'strong', before: false },
  { words: 'trễ nhất(?: là)?', signal: 'strong', before: false },
  { words: 'chậm nhất(?: là)?', signal: 'strong', before: false },
  { words: 'muộn nhất(?: là)?', signal: 'strong', before: false },
  {
    words: 'hạn (?:cuối cùng|cuối|chót|hoàn thành|nộp|gửi|báo cáo|trình)(?: là)?',
    signal: 'strong',
    before: false,
  },
  {
    words: 'thời(?<!(?:có|còn) thời) (?:hạn|gian)(?: hoàn thành| thực hiện)?(?: là)?',
    signal: 'strong',
    before: false,
  },
  // "[hạn: 15/8/2026]", "Hoàn thành: quý III"
  { words: '(?:hạn|hoàn thành|xong)(?= ?:)', signal: 'strong', before: false },
  { words: 'thời điểm', signal: 'weak', before: false },
  { words: 'trước', signal: 'strong', before: true },
  { words: 'cho đến', signal: 'weak', before: false },
  { words: 'đến', signal: 'weak', before: false },
  { words: 'tới', signal: 'weak', before: false },
  { words: 'hết', signal: 'strong', before: false },
  { words: 'trong(?: các)?', signal: 'weak', before: false },
  { words: 'vào(?: dịp)?', signal: 'weak', before: false },
];

/** What a time stands right behind when it says until when the work is done. — từ chỉ việc hoàn thành */
export const COMPLETIONS = [...verbsOf('complete'), 'thời hạn', 'thời gian'];

/** Verbs that hand something over: they end what was the name of a plan before them. — từ chỉ việc trình, báo cáo */
export const HANDOVERS = verbsOf('hand-over');

/** Other verbs of work whose clause may hold a time. — từ chỉ việc làm */
export const WORKS = verbsOf('work');

/** Verbs whose work goes on for a length of time rather than ends with it: "thực hiện thí điểm trong 6 tháng". — việc kéo dài */
const LASTING_WORKS: readonly string[] = [
  'thực hiện',
  'triển khai',
  'tổ chức',
  'thi công',
  'kiểm tra',
  'khởi công',
  'bố trí',
];

/** Verbs whose work ends with a length of time: "khắc phục trong một tuần". — việc phải dứt điểm */
export const ENDING_WORKS = [
  ...WORKS.filter((verb) => !LASTING_WORKS.includes(verb)),
  'trả lời',
  'phản hồi',
  'cung cấp',
  'bổ sung',
  'tháo dỡ',
  'thu hồi',
  'cho ý kiến',
];

/** Deeds that look back upon a stretch of work: "sơ kết sau 6 tháng". — việc nhìn lại một chặng */
export const REVIEW_WORKS: readonly string[] = listPhrases(`
  sơ kết | tổng kết | đánh giá | rút kinh nghiệm | kiểm điểm | báo cáo | nghiệm thu | phúc tra | kiểm tra | rà soát | nhân rộng |
  bàn giao | hoàn thành | kết thúc | xem xét | chuyển | quyết định
`);

/** What is done with a paper before or at a meeting. — việc của kỳ họp, phiên họp */
export const MEETING_WORKS = verbsOf('at-meeting');

/** Compounds that hold one of the verbs above and do not mean it. */
export const HANDOVER_COMPOUNDS = [
  'công trình',
  'chương trình',
  'quá trình',
  'quy trình',
  'lộ trình',
  'tiến trình',
  'giáo trình',
  'hành trình',
  'tờ trình',
];

/** Words before a time that tell how far something reaches, not when to act. — từ chỉ khung thời gian */
export const FRAMES = [
  'tầm nhìn',
  'định hướng',
  'chiến lược',
  'mục tiêu',
  'mục tiêu tổng quát',
  'mục tiêu cụ thể',
  'chỉ tiêu',
  'giai đoạn',
  'thời kỳ',
  'tính',
  'luỹ kế',
  'cộng dồn',
  'hiệu lực',
  'số liệu',
  'dự kiến',
  'dự kiến tổ chức',
  'dự kiến diễn ra',
  'ước',
  'ước tính',
  'kể từ',
  'từ',
  'giá trị',
  'thời hạn uỷ quyền',
  'áp dụng',
  'sang',
];

/** What a time may belong to by name. — quy hoạch, đề án, nghị quyết … */
export const PLANS = [
  'quy hoạch',
  'chiến lược',
  'đề án',
  'chương trình',
  'kế hoạch',
  'chỉ tiêu',
  'mục tiêu',
  'định hướng',
  'tầm nhìn',
  'nghị quyết',
  'phương hướng',
];

/** Words of figures that a year is to bring. — từ chỉ chỉ tiêu */
export const MEASURES = ['đạt', 'giảm', 'tăng', 'xoá', 'có', 'đưa', 'tỷ lệ', 'tối thiểu', 'ít nhất'];

/** Words that tell of what has happened. — từ chỉ việc đã qua */
export const PASTS = ['đã', 'vừa qua', 'được tổ chức', 'diễn ra'];

/** Words before a boundary that tell since when or how long something is so. — từ chỉ sự việc có từ trước */
export const FACTS = [
  'phát sinh',
  'có hiệu lực',
  'còn hiệu lực',
  'xảy ra',
  'có giá trị',
  'còn giá trị',
  'có thời hạn',
  'còn thời hạn',
];

/** Feasts and meetings whose own day may stand in the clause of a task. — ngày lễ, hội nghị */
export const OCCASIONS = [
  'kỷ niệm',
  'lễ',
  'chào mừng',
  'bầu cử',
  'kỳ họp',
  'hội nghị',
  'đại hội',
  'ngày hội',
  'cuộc họp',
  'kỳ thi',
  'nghỉ học',
];

/** Feasts of a set day that stand between "ngày" and its figures: "trước ngày *Quốc khánh* 02/9". — ngày lễ, ngày khai giảng */
export const FEASTS = listPhrases(`
  quốc khánh | lễ quốc khánh | khai giảng | bầu cử | tết dương lịch | tết nguyên đán | giải phóng miền nam |
  quốc tế lao động | giỗ tổ hùng vương | nhà giáo việt nam | thương binh liệt sĩ | thương binh - liệt sĩ
`);

/** Numbers in words, by value. — số đếm bằng chữ */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  'mười lăm': 15,
  'hai mươi': 20,
  'ba mươi': 30,
};

/** Days of the week by RFC 5545 code. — thứ trong tuần */
export const WEEKDAYS: Readonly<Record<string, string>> = {
  'thứ hai': 'MO',
  'thứ ba': 'TU',
  'thứ tư': 'WE',
  'thứ năm': 'TH',
  'thứ sáu': 'FR',
  'thứ bảy': 'SA',
  'chủ nhật': 'SU',
};

/** Nouns before a year or month that make it a name, not a time to act: "kế hoạch năm 2025". — danh từ đi với năm */
export const NAMED_BY_TIME: readonly string[] = listPhrases(`
  kế hoạch | vốn | dự toán | ngân sách | quyết toán | chỉ tiêu | mục tiêu | nhiệm vụ | công tác | kết quả | tình hình |
  báo cáo | chương trình | đề án | dự án | danh mục | phương hướng | tổng kết | sơ kết | kỳ thi | mùa | vụ mùa | vụ xuân |
  vụ đông | vụ hè | đông xuân | hè thu | kinh phí | biên chế | số liệu | khoá | đợt | chủ đề | chuyên đề | giao ban |
  phiên họp | lương | bảng lương | tiền lương | tiền điện | hoá đơn | học phí | trợ cấp | phụ cấp | lịch trực |
  lịch công tác | biên bản | kết luận | bảng chấm công | tháng hành động | thu ngân sách | chi ngân sách | so với |
  cùng kỳ | của | từ | sau | kể từ | từ đầu | đầu | giai đoạn | thời kỳ
`);

/**
 * What "thường xuyên" behind it names or judges rather than orders: kinds of spending and funds (Luật Ngân sách nhà nước, điều 4),
 * of schooling (Luật Giáo dục, chương II), of upkeep, sport and aid, the nature of a thing, and criticism ("chưa thường xuyên").
 * Rule for entry: a term of a law, or a word that denies or weighs.
 */
export const NAMED_AS_CONTINUOUS = [
  'chi',
  'chi ngân sách',
  'kinh phí',
  'nguồn',
  'vốn',
  'dự toán',
  'giáo dục',
  'không',
  'chưa',
  'ít',
  'bị',
  'thu',
  'mua sắm',
  'nhiệm vụ',
  'hoạt động',
  'bảo dưỡng',
  'sửa chữa',
  'báo cáo',
  'thể thao',
  'tdtt',
  'tập luyện',
  'chế độ',
  'tính chất',
  'trợ giúp',
  'khẩn cấp và',
];
