import {
  COMPLETIONS,
  ENDING_WORKS,
  FACTS,
  FRAMES,
  HANDOVER_COMPOUNDS,
  HANDOVERS,
  MEASURES,
  MEETING_WORKS,
  NAMED_BY_TIME,
  OCCASIONS,
  PASTS,
  PLANS,
  WORKS,
} from '../../language/lexicon/time-words.js';
import { contains, cut, endsWith, type Surroundings } from './surroundings.js';

export const hasCompletion = contains(COMPLETIONS);
export const hasResult = contains([...COMPLETIONS, ...HANDOVERS], HANDOVER_COMPOUNDS);
export const hasWork = contains([...COMPLETIONS, ...HANDOVERS, ...WORKS], HANDOVER_COMPOUNDS);
/** Something that is over when a length of time is. */
export const hasEnd = contains([...COMPLETIONS, ...HANDOVERS, ...ENDING_WORKS], HANDOVER_COMPOUNDS);
export const hasMeetingWork = contains([...COMPLETIONS, ...HANDOVERS, ...WORKS, ...MEETING_WORKS], HANDOVER_COMPOUNDS);
/** Figures that are to be reached by a year: "đạt 60 %", "giảm còn 2 %". */
export const hasMeasure = contains(MEASURES);

const endsInCompletionWord = endsWith(COMPLETIONS);
/** A completion verb stands right before the time: "hoàn thành trong năm 2025". */
export const endsInCompletion = ({ before }: Surroundings): boolean => endsInCompletionWord(before);

const endsInNamed = endsWith([
  ...NAMED_BY_TIME,
  ...NAMED_BY_TIME.flatMap((noun) =>
    ['trọng tâm', 'cụ thể', 'thực hiện', 'đầu tư công'].map((more) => `${noun} ${more}`),
  ),
]);
/** The time only names the noun before it: "kế hoạch năm 2025", "nhiệm vụ trọng tâm năm 2025". */
export const isNamed = ({ before }: Surroundings): boolean =>
  endsInNamed(before) || (ENDS_IN_WORK_OF.test(before.written) && !hasCompletion(before));
// "thực hiện tốt công tác tuyên truyền *tháng 4*": the work of that month
const ENDS_IN_WORK_OF = /(?<![\p{L}\p{M}])công tác(?:\s[\p{L}\p{M}]+){1,4}\s+$/iu;

// lập danh mục công trình hoàn thành *trong năm 2027* | quyết toán các dự án hoàn thành *trước ngày …*
const ENDS_IN_COMPLETED =
  /(?<![\p{L}\p{M}])(?:danh mục|danh sách|đối với|quyết toán (?:các|những))(?:\s(?!(?:phải|cần|để|bảo|đảm|sẽ)\s)[\p{L}\p{M}-]{1,8}){0,8}?\s(?:hoàn thành|kết thúc)(?:\s(?!(?:phải|cần|để|và)\s)[\p{L}\p{M}]{1,8}){0,3}\s+$/iu;
/** The time tells which things are meant, those that are complete by then: "lập danh mục dự án hoàn thành *trong năm 2027*". */
export const marksThings = ({ before }: Surroundings): boolean =>
  before.folded.includes('thanh') || before.folded.includes('ket thuc')
    ? ENDS_IN_COMPLETED.test(before.written)
    : false;

const endsInFrame = endsWith(FRAMES);
// giai đoạn 2022 đến hết năm 2025 | từ năm 2021 đến năm 2025: a period, however it is written
const ENDS_IN_PERIOD_START = /(?:giai đoạn|thời kỳ|nhiệm kỳ|(?<![\p{L}\p{M}])từ)\s+(?:năm\s+)?(?:19|20)\d{2}\s*$/iu;
/** The time is how far a plan, a figure or a validity reaches: "tầm nhìn đến năm 2045", "tính đến 30/6". */
export const isFramed = ({ before }: Surroundings): boolean =>
  endsInFrame(before) || ENDS_IN_PERIOD_START.test(before.written);

// báo cáo tình hình giải ngân *đến hết tháng 7* | tổng hợp kết quả cấp thẻ *đến ngày 30/7*
const ENDS_IN_FIGURES =
  /(?<![\p{L}\p{M}])(?:báo cáo|tổng hợp|cập nhật|thống kê|cung cấp)\s(?:về\s)?(?:tình hình|kết quả|số liệu|tiến độ)(?:\s(?!(?:gửi|trình|xong|hoàn thành|chậm|muộn)\s)[\p{L}\p{M}/-]{1,10}){0,10}\s+$/iu;
/** The time is how far what is reported reaches: "báo cáo tình hình giải ngân *đến hết tháng 7*". */
export const endsFigures = ({ before }: Surroundings): boolean => ENDS_IN_FIGURES.test(before.written);

// xây dựng lộ trình xóa nhà dột *đến năm 2030* | cập nhật kịch bản tăng trưởng *đến năm 2030*
const ENDS_IN_COURSE =
  /(?<![\p{L}\p{M}])(?:xây dựng|lập|đề xuất|xác định|ban hành|rà soát|cập nhật|điều chỉnh|công bố)\s(?:[\p{L}\p{M}]{1,8}\s){0,2}?(?:lộ trình|phương án|kịch bản|dự báo)(?:\s(?!(?:gửi|trình|xong|để)\s)[\p{L}\p{M}-]{1,10}){0,10}\s+$/iu;
/** The time is how far a course that is drawn up reaches: "xây dựng lộ trình … *đến năm 2030*". */
export const endsCourse = ({ before }: Surroundings): boolean => ENDS_IN_COURSE.test(before.written);

const hasPlan = contains(PLANS);
const PLAN =
  /(?<![a-z])(?:quy hoach|chien luoc|de an|chuong trinh|ke hoach|chi tieu|muc tieu|dinh huong|tam nhin|nghi quyet|phuong huong)(?![a-z])[^;]*$/u;
/** The time belongs to the name of a plan: "Quy hoạch phát triển … đến năm 2020". A comma before it ends the name. */
export const isInsidePlan = ({ before }: Surroundings): boolean => {
  if (!hasPlan(before) || /,\s*$/u.test(before.folded)) return false;
  const from = PLAN.exec(before.folded)?.index ?? 0;
  return !hasResult(cut(before, from));
};

const OPENS_WITHIN = /^trong (?:năm|quý|tháng|tuần)/iu;
/** "rà soát chương trình … *để tiến hành* sửa đổi … trong năm 2025": words of purpose end the name of a plan. */
export const endsPlan = (time: string, { before }: Surroundings): boolean => {
  const purpose = before.written.lastIndexOf(' để ');
  return purpose >= 0 && OPENS_WITHIN.test(time) && !hasPlan(cut(before, purpose));
};

const hasPast = contains(PASTS);
const PAST_AFTER = /^,?\s+(?:[\p{L}\p{M}]+\s+){0,4}đã\s/iu;
/** Words of the past: they count in the part of the clause that holds the time, since its last comma. */
export const tellsPast = ({ before, after }: Surroundings): boolean =>
  hasPast(cut(before, before.folded.lastIndexOf(',') + 1)) || PAST_AFTER.test(after.written);

const ENDS_IN_PASSIVE = /(?<![\p{L}\p{M}])(?:đã|được)\s+(?:[\p{L}\p{M}]+\s+){0,4}$/iu;
/** A passive stands right before: without an issue date only it tells the past. */
export const endsInPassive = ({ before }: Surroundings): boolean => ENDS_IN_PASSIVE.test(before.written);

const FORBIDS =
  /(?<![\p{L}\p{M}])(?:không(?!\s(?:quá|chậm|muộn|trễ|chỉ|ngừng|hoàn thành|đạt))|tạm dừng|dừng|nghiêm cấm|cấm)\s[^,;:]{0,160}$/iu;
/** What must not be done stands before it: "*không* mua sắm xe ô tô trong năm 2020", "*tạm dừng* tuyển dụng trong năm 2025". */
export const forbids = ({ before }: Surroundings): boolean => {
  const from = FORBIDS.exec(before.written)?.index;
  return from !== undefined && !hasResult(cut(before, from));
};

const endsInFact = endsWith(FACTS);
const ENDS_IN_OLD_CASE =
  /(?<![\p{L}\p{M}])(?:văn bản|hồ sơ|hợp đồng|giấy phép|giấy chứng nhận|quyết định|dự án|công trình|trường hợp)[\p{L}\p{M}\s]{0,25}\s(?:ban hành|cấp|ký|ký kết|tiếp nhận|khởi công|phát hành)\s+$/iu;
/** The time tells since when something is so: "phát sinh trước ngày 01/7/2025", "các hồ sơ tiếp nhận trước ngày …". */
export const tellsFact = ({ before }: Surroundings): boolean =>
  endsInFact(before) || ENDS_IN_OLD_CASE.test(before.written);

const hasOccasion = contains(OCCASIONS);
/** Something is to be completed in the very part of the clause that the time ends, and no feast stands there. */
export const endsCompletion = (around: Surroundings): boolean => {
  const part = cut(around.before, around.before.folded.lastIndexOf(',') + 1);
  return endsClause(around) && hasCompletion(part) && !hasOccasion(part);
};

/** The time opens its clause, behind a mark or "và". */
export const opensClause = ({ before }: Surroundings): boolean =>
  /(?:^|[,(“"–+-])\s*$|(?<![a-z])va\s+$/u.test(before.folded);

/** The time ends its clause. */
export const endsClause = ({ after }: Surroundings): boolean => /^\s*(?:$|[).,])/u.test(after.folded);

/** Nothing but the time stands in its clause, behind its mark, or in brackets: "(quý III/2025)", "- Tháng 7/2025: họp giao ban". */
export const isOwnClause = ({ before, after }: Surroundings): boolean =>
  /(?:^(?:\s*(?:[-–+•]|\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-z]\)))?|[(])\s*$/u.test(before.folded) &&
  /^\s*(?:$|[).])/u.test(after.folded);

/** A feast or a meeting stands before the time: the day is its own. */
export const namesOccasion = ({ before }: Surroundings): boolean => hasOccasion(before);

/** All that brackets hold is the day, behind the work and no feast or meeting: "sửa đổi quy chế (15/8/2026)". */
export const isInBrackets = (around: Surroundings): boolean =>
  /[([]\s*$/u.test(around.before.folded) &&
  /^\s*(?:$|[)\].])/u.test(around.after.folded) &&
  hasWork(around.before) &&
  !hasOccasion(around.before) &&
  !/(?<![a-z])(?:so|chien dich|tuan le|thang|dot|luat|quy dinh|van ban)\s+[^,;]{0,40}[([]\s*$/u.test(
    around.before.folded,
  );

/** How long an office may take over an application is no deadline of a task. — thời hạn giải quyết thủ tục */
export const isProcedure = ({ before }: Surroundings): boolean =>
  /(?<![a-z])(?:thu tuc|thoi gian (?:giai quyet|xu ly)|rut ngan|ho so (?:hop le|de nghi))(?![a-z])/u.test(
    before.folded,
  );

/** The time is what the work is for, not when it is due: "làm cơ sở thu hút đầu tư trong năm 2026". */
export const isPurpose = ({ before }: Surroundings): boolean =>
  /(?<![\p{L}\p{M}])(?:làm cơ sở|làm căn cứ|để phục vụ)\s[^,]*$/iu.test(before.written);

/** The work does not end with the time: "trong năm 2025 và những năm tiếp theo". */
export const goesOn = ({ after }: Surroundings): boolean =>
  /^\s+va\s+(?:cac\s+|nhung\s+)?(?:nam|thoi gian|giai doan)\s+(?:tiep theo|sau|toi)/u.test(after.folded);

const hasData = contains([
  'số liệu',
  'thống kê',
  'số ca',
  'số vụ',
  'số lượng',
  'kết quả',
  'tình hình',
  'phát sinh',
  'đã cấp',
  'đã ký',
]);
const RANGE = /(?<![\p{L}\p{M}])từ\s[^,;]{0,25}?(?<year>(?:19|20)\d{2})\s*(?:[-–]|đến|tới|hết)/iu;
/** How far back the words of a range may begin. */
const RANGE_REACH = 40;

/**
 * A range whose years are printed and which looks back: over more than a year, or that of figures. Where there is no issue
 * date nothing else tells that it is past. "thanh tra việc mua sắm từ tháng 02/2023 đến tháng 11/2025"
 */
export const isPastRange = ({ before }: Surroundings, text: string, due: string | null): boolean => {
  const year = RANGE.exec(before.written.slice(-RANGE_REACH) + text)?.groups?.year;
  if (year === undefined || due === null) return false;
  return Number(due.slice(0, 4)) > Number(year) || hasData(before);
};
