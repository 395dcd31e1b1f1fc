import type { Candidate, DeadlineContext, DeadlineRefiner } from '../candidate.js';
import { contains, endsWith, isAlone, type Surroundings, surroundingsOf } from '../surroundings.js';
import { COMPLETIONS, HANDOVERS, NAMED_BY_TIME, WORKS } from '../words.js';

const ENDS_IN_COMPLETION = endsWith(COMPLETIONS);
const HAS_COMPLETION = contains(COMPLETIONS);
const HAS_RESULT = contains([...COMPLETIONS, ...HANDOVERS]);
const HAS_WORK = contains([...COMPLETIONS, ...HANDOVERS, ...WORKS]);
const ENDS_IN_NAMED = endsWith([
  ...NAMED_BY_TIME,
  ...NAMED_BY_TIME.flatMap((noun) =>
    ['trọng tâm', 'cụ thể', 'thực hiện', 'đầu tư công'].map((more) => `${noun} ${more}`),
  ),
]);
// tầm nhìn đến năm 2045 | định hướng đến năm 2030 | tính đến 30/6 | luỹ kế đến | có hiệu lực đến | dự kiến đến
const ENDS_IN_FRAME = endsWith([
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
  'ước',
  'ước tính',
  'kể từ',
  'từ',
  'giá trị',
  'thời hạn uỷ quyền',
  'áp dụng',
]);
// giai đoạn 2022 đến hết năm 2025 | từ năm 2021 đến năm 2025: a period, however it is written
const ENDS_IN_PERIOD_START = /(?:giai doan|thoi ky|nhiem ky|tu)\s+(?:nam\s+)?(?:19|20)\d{2}\s*$/u;
// Quy hoạch phát triển … đến năm 2020 | chỉ tiêu giảm nghèo đến năm 2025: the time belongs to the plan's name
const INSIDE_PLAN =
  /(?<![a-z])(?:quy hoach|chien luoc|de an|chuong trinh|ke hoach|chi tieu|muc tieu|dinh huong|tam nhin|nghi quyet|phuong huong)(?![a-z])(?<rest>[^;]*)$/u;
const HAS_PAST = contains(['đã', 'vừa qua', 'được tổ chức', 'diễn ra']);
// đã hoàn thành trước ngày: without an issue date only the words tell the past
const ENDS_IN_PAST = /(?<![a-z])(?:da|duoc)\s+(?:[a-z]+\s+){0,4}$/u;
// phát sinh trước ngày 01/7/2025 | có hiệu lực trước ngày
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
const MEASURES = contains(['đạt', 'phấn đấu', 'giảm', 'tăng', 'xoá', 'có', 'đưa', 'tỷ lệ', 'tối thiểu', 'ít nhất']);

const isPast = ({ due }: Candidate, { issuedOn }: DeadlineContext): boolean =>
  due !== null && issuedOn !== null && due < issuedOn;

const opensClause = ({ before }: Surroundings): boolean => /(?:^|[,(“"–+-])\s*$|(?<![a-z])va\s+$/u.test(before);

const isOwnClause = (surroundings: Surroundings): boolean =>
  /(?:^|[(])\s*$/u.test(surroundings.before) && /^\s*(?:$|[).])/u.test(surroundings.after);

const endsClause = ({ after }: Surroundings): boolean => /^\s*(?:$|[).,])/u.test(after);

const isInsidePlan = ({ before }: Surroundings): boolean => {
  const rest = INSIDE_PLAN.exec(before)?.groups?.rest;
  return rest !== undefined && !/,\s*$/u.test(rest) && !HAS_RESULT.test(rest);
};

const isFramed = ({ before }: Surroundings): boolean => ENDS_IN_FRAME.test(before) || ENDS_IN_PERIOD_START.test(before);

/** A boundary that only deadlines have still tells a fact when the day is past and nothing was to be done by it. */
const holdsStrong = (candidate: Candidate, around: Surroundings, context: DeadlineContext): boolean => {
  if (ENDS_IN_FACT.test(around.before) || isFramed(around)) return false;
  if (!isPast(candidate, context)) return !(context.issuedOn === null && ENDS_IN_PAST.test(around.before));
  return HAS_WORK.test(around.before) && !HAS_PAST.test(around.before) && !HAS_PAST.test(around.after.slice(0, 60));
};

const holdsWeak = (candidate: Candidate, around: Surroundings, context: DeadlineContext): boolean => {
  if (isFramed(around)) return false;
  const isCompletion = ENDS_IN_COMPLETION.test(around.before);
  if (isPast(candidate, context)) return isCompletion && !HAS_PAST.test(around.before);
  if (isCompletion) return true;
  if (HAS_PAST.test(around.before.slice(-60)) || /^,?\s+(?:[a-z]+\s+){0,4}da\s/u.test(around.after)) return false;
  if (candidate.precision !== 'year') return true;
  if (isInsidePlan(around)) return false;
  if (ENDS_IN_NAMED.test(around.before) && !HAS_WORK.test(around.before)) return false;
  // "trong năm 2025" is when to act; "đến năm 2030" may as well be how far a plan reaches
  if (!/^(?:cho )?(?:đến|tới) năm/iu.test(candidate.text)) return true;
  return (
    opensClause(around) ||
    HAS_WORK.test(around.before) ||
    MEASURES.test(around.before) ||
    HAS_WORK.test(around.after.slice(0, 40))
  );
};

/** A time without any boundary word is a name far oftener than a deadline: "kế hoạch năm 2025". */
const holdsBare = (candidate: Candidate, around: Surroundings, context: DeadlineContext): boolean => {
  if (isPast(candidate, context) || isFramed(around)) return false;
  if (ENDS_IN_COMPLETION.test(around.before)) return true;
  if (candidate.precision === 'day') return false;
  if (isOwnClause(around)) return true;
  if (ENDS_IN_NAMED.test(around.before) || isInsidePlan(around)) return false;
  if (opensClause(around) && HAS_COMPLETION.test(around.after.slice(0, 60))) return true;
  return candidate.precision !== 'year' && endsClause(around) && HAS_WORK.test(around.before);
};

// trình kỳ họp | báo cáo tại phiên họp | thông qua tại kỳ họp: at a meeting that is still to come
const BEFORE_MEETING = contains([
  ...HANDOVERS,
  ...WORKS,
  'thông qua',
  'xem xét',
  'cho ý kiến',
  'quyết định',
  'hoàn thành',
  'chuẩn bị',
  'phục vụ',
]);

const holdsEvent = (candidate: Candidate, around: Surroundings, context: DeadlineContext): boolean =>
  !isPast(candidate, context) &&
  !HAS_PAST.test(around.before) &&
  (candidate.foundBy !== 'deadline/meeting' ||
    BEFORE_MEETING.test(around.before) ||
    /^tr(?:inh|uoc)/u.test(foldedStart(candidate, context)));

const foldedStart = ({ span }: Candidate, { folded }: DeadlineContext): string => folded.slice(span.start, span.end);

const holds = (candidate: Candidate, context: DeadlineContext): boolean => {
  if (isAlone(context.folded, candidate.span)) return true;
  const around = surroundingsOf(context.folded, candidate.span);
  if (candidate.kind === 'event') return holdsEvent(candidate, around, context);
  if (candidate.kind !== 'date') return true;
  if (candidate.signal === 'strong') return holdsStrong(candidate, around, context);
  return candidate.signal === 'weak' ? holdsWeak(candidate, around, context) : holdsBare(candidate, around, context);
};

/** Drops times that their clause does not make a deadline: names of plans, past events, statistics, visions, meetings. */
export const dropUnsupported: DeadlineRefiner = (found, _text, context) =>
  found.filter((candidate) => holds(candidate, context));
