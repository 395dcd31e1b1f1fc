import { contains, endsWith, type Surroundings } from './surroundings.js';
import { COMPLETIONS, FRAMES, HANDOVERS, MEETING_WORKS, NAMED_BY_TIME, WORKS } from './words.js';

/** A completion verb stands right before the time: "hoàn thành trong năm 2025". */
export const endsInCompletion = ({ before }: Surroundings): boolean => ENDS_IN_COMPLETION.test(before);
const ENDS_IN_COMPLETION = endsWith(COMPLETIONS);

export const HAS_COMPLETION = contains(COMPLETIONS);
export const HAS_RESULT = contains([...COMPLETIONS, ...HANDOVERS]);
export const HAS_WORK = contains([...COMPLETIONS, ...HANDOVERS, ...WORKS]);
export const HAS_MEETING_WORK = contains([...COMPLETIONS, ...HANDOVERS, ...WORKS, ...MEETING_WORKS]);
/** Figures that are to be reached by a year: "đạt 60 %", "giảm còn 2 %". */
export const HAS_MEASURE = contains(['đạt', 'giảm', 'tăng', 'xoá', 'có', 'đưa', 'tỷ lệ', 'tối thiểu', 'ít nhất']);

/** The time only names the noun before it: "kế hoạch năm 2025", "nhiệm vụ trọng tâm năm 2025". */
export const isNamed = ({ before }: Surroundings): boolean => ENDS_IN_NAMED.test(before);
const ENDS_IN_NAMED = endsWith([
  ...NAMED_BY_TIME,
  ...NAMED_BY_TIME.flatMap((noun) =>
    ['trọng tâm', 'cụ thể', 'thực hiện', 'đầu tư công'].map((more) => `${noun} ${more}`),
  ),
]);

/** The time is how far a plan, a figure or a validity reaches: "tầm nhìn đến năm 2045", "tính đến 30/6". */
export const isFramed = ({ before }: Surroundings): boolean =>
  ENDS_IN_FRAME.test(before) || ENDS_IN_PERIOD_START.test(before);
const ENDS_IN_FRAME = endsWith(FRAMES);
// giai đoạn 2022 đến hết năm 2025 | từ năm 2021 đến năm 2025: a period, however it is written
const ENDS_IN_PERIOD_START = /(?:giai doan|thoi ky|nhiem ky|tu)\s+(?:nam\s+)?(?:19|20)\d{2}\s*$/u;

/** The time belongs to the name of a plan: "Quy hoạch phát triển … đến năm 2020". A comma before it ends the name. */
export const isInsidePlan = ({ before }: Surroundings): boolean => {
  const rest = INSIDE_PLAN.exec(before)?.groups?.rest;
  return rest !== undefined && !/,\s*$/u.test(rest) && !HAS_RESULT.test(rest);
};
const INSIDE_PLAN =
  /(?<![a-z])(?:quy hoach|chien luoc|de an|chuong trinh|ke hoach|chi tieu|muc tieu|dinh huong|tam nhin|nghi quyet|phuong huong)(?![a-z])(?<rest>[^;]*)$/u;

/** Words of the past: they count in the part of the clause that holds the time, since its last comma. */
export const tellsPast = ({ before, after }: Surroundings): boolean =>
  HAS_PAST.test(before.slice(before.lastIndexOf(',') + 1)) || PAST_AFTER.test(after);
const HAS_PAST = contains(['đã', 'vừa qua', 'được tổ chức', 'diễn ra']);
const PAST_AFTER = /^,?\s+(?:[a-z]+\s+){0,4}da\s/u;

/** A passive stands right before: without an issue date only it tells the past. */
export const endsInPast = ({ before }: Surroundings): boolean =>
  /(?<![a-z])(?:da|duoc)\s+(?:[a-z]+\s+){0,4}$/u.test(before);

/** The time tells since when something is so: "phát sinh trước ngày 01/7/2025", "các hồ sơ tiếp nhận trước ngày …". */
export const tellsFact = ({ before }: Surroundings): boolean =>
  ENDS_IN_FACT.test(before) || ENDS_IN_OLD_CASE.test(before);
const ENDS_IN_FACT = endsWith([
  'phát sinh',
  'sinh',
  'có hiệu lực',
  'tồn tại',
  'tuyển dụng',
  'xảy ra',
  'vi phạm',
  'thành lập',
  'được cấp',
]);
const ENDS_IN_OLD_CASE =
  /(?<![a-z])(?:van ban|ho so|hop dong|giay phep|giay chung nhan|quyet dinh|du an|cong trinh|truong hop)[a-z\s]{0,25}\s(?:ban hanh|cap|ky|ky ket|tiep nhan|khoi cong|phat hanh)\s+$/u;

/** The time opens its clause, behind a mark or "và". */
export const opensClause = ({ before }: Surroundings): boolean => /(?:^|[,(“"–+-])\s*$|(?<![a-z])va\s+$/u.test(before);

/** The time ends its clause. */
export const endsClause = ({ after }: Surroundings): boolean => /^\s*(?:$|[).,])/u.test(after);

/** Nothing but the time stands in its clause or brackets: "(quý III/2025)". */
export const isOwnClause = ({ before, after }: Surroundings): boolean =>
  /(?:^|[(])\s*$/u.test(before) && /^\s*(?:$|[).])/u.test(after);

/** How long an office may take over an application is no deadline of a task. — thời hạn giải quyết thủ tục */
export const isProcedure = ({ before }: Surroundings): boolean =>
  /(?<![a-z])(?:thu tuc|thoi gian (?:giai quyet|xu ly)|rut ngan|ho so (?:hop le|de nghi))(?![a-z])/u.test(before);
