import { type Candidate, type DeadlineContext, type DeadlineRefiner, tellDropped } from '../candidate.js';
import {
  endsClause,
  endsCompletion,
  endsCourse,
  endsFigures,
  endsInCompletion,
  endsInPassive,
  endsPlan,
  forbids,
  goesOn,
  hasCompletion,
  hasEnd,
  hasMeasure,
  hasMeetingWork,
  hasResult,
  hasWork,
  isFramed,
  isInBrackets,
  isInsidePlan,
  isNamed,
  isOwnClause,
  isPastRange,
  isProcedure,
  isPurpose,
  marksThings,
  namesOccasion,
  opensClause,
  tellsFact,
  tellsPast,
} from '../clause-evidence.js';
import type { DropRule } from '../drop-rules.js';
import { cut, isAlone, type Surroundings, surroundingsOf } from '../surroundings.js';

/** How far behind a time its verb may stand: "Đến năm 2027, cơ bản hoàn thành …". */
const NEAR = 60;

const isPast = ({ due, unreal }: Candidate, { issuedOn }: DeadlineContext): boolean => {
  const day = due ?? unreal ?? null;
  return day !== null && issuedOn !== null && day < issuedOn;
};

// "tính đến hết năm 2025" tells how far figures reach; "trước ngày" and "chậm nhất" never do
const REACHES = /^(?:cho )?(?:đến|tới|hết)/iu;

type Why = Extract<DropRule, `drop-unsupported/${string}`>;

/** A boundary that only deadlines have still tells a fact when the day is past and nothing was to be done by it. */
const whyNotStrong = (candidate: Candidate, around: Surroundings, context: DeadlineContext): Why | undefined => {
  if (tellsFact(around)) return 'drop-unsupported/since-when';
  if (REACHES.test(candidate.text) && (isFramed(around) || endsFigures(around))) return 'drop-unsupported/reach';
  // "thực hiện Quy hoạch mạng lưới … từ nay đến năm 2020 đã được phê duyệt": how far what is carried out reaches
  if (/^từ nay/iu.test(candidate.text) && isInsidePlan(around) && tellsPast(around))
    return 'drop-unsupported/inside-plan';
  if (isPast(candidate, context)) {
    if (!hasResult(around.before)) return 'drop-unsupported/past';
    return tellsPast(around) ? 'drop-unsupported/tells-past' : undefined;
  }
  return context.issuedOn === null && endsInPassive(around) ? 'drop-unsupported/passive' : undefined;
};

const whyNotYear = (candidate: Candidate, around: Surroundings): Why | undefined => {
  if (isInsidePlan(around) && !endsPlan(candidate.text, around)) return 'drop-unsupported/inside-plan';
  if (isNamed(around) && !hasWork(around.before)) return 'drop-unsupported/names-noun';
  if (goesOn(around)) return 'drop-unsupported/goes-on';
  if (isPurpose(around)) return 'drop-unsupported/purpose';
  // "trong năm 2025" is when to act; "đến năm 2030" may as well be how far a plan reaches
  if (!/^(?:cho )?(?:đến|tới) năm/iu.test(candidate.text)) return undefined;
  if (endsCourse(around)) return 'drop-unsupported/inside-plan';
  const isOrdered =
    opensClause(around) || hasWork(around.before) || hasMeasure(around.before) || hasWork(cut(around.after, 0, NEAR));
  return isOrdered ? undefined : 'drop-unsupported/no-order';
};

const whyNotWeak = (candidate: Candidate, around: Surroundings, context: DeadlineContext): Why | undefined => {
  if (isFramed(around) || (REACHES.test(candidate.text) && endsFigures(around))) return 'drop-unsupported/reach';
  if (tellsFact(around)) return 'drop-unsupported/since-when';
  if (/^trong/iu.test(candidate.text) && forbids(around)) return 'drop-unsupported/forbids';
  if (context.issuedOn === null && isPastRange(around, candidate.text, candidate.due))
    return 'drop-unsupported/since-when';
  if (endsInCompletion(around))
    return isPast(candidate, context) && tellsPast(around) ? 'drop-unsupported/tells-past' : undefined;
  if (isPast(candidate, context)) return 'drop-unsupported/past';
  if (tellsPast(around)) return 'drop-unsupported/tells-past';
  return candidate.precision === 'year' ? whyNotYear(candidate, around) : undefined;
};

/** A time without any boundary word is a name far oftener than a deadline: "kế hoạch năm 2025". */
const whyNotBare = (candidate: Candidate, around: Surroundings, context: DeadlineContext): Why | undefined => {
  if (isPast(candidate, context)) return 'drop-unsupported/past';
  if (isFramed(around)) return 'drop-unsupported/reach';
  if (endsInCompletion(around)) return undefined;
  if (candidate.precision === 'day') {
    // A day to come is no day of a paper: "bảo đảm thông xe kỹ thuật ngày 19/12/2025".
    const isToCome = context.issuedOn !== null && !candidate.inferred && candidate.due !== null;
    if (isToCome && (endsCompletion(around) || isInBrackets(around))) return undefined;
    return opensClause(around) && MUST_BE_DONE.test(around.after.folded) ? undefined : 'drop-unsupported/bare-day';
  }
  if (isOwnClause(around)) return undefined;
  if (isNamed(around)) return 'drop-unsupported/names-noun';
  if (isInsidePlan(around) && !endsPlan(candidate.text, around)) return 'drop-unsupported/inside-plan';
  const near = cut(around.after, 0, NEAR);
  // "9 tháng đầu năm" names reports as "năm 2025" names plans
  const isOrdered =
    candidate.precision === 'year' || candidate.precision === 'half'
      ? opensClause(around) && hasCompletion(near)
      : (opensClause(around) && hasWork(near)) || (endsClause(around) && hasWork(around.before));
  return isOrdered ? undefined : 'drop-unsupported/bare-time';
};

// ngày 30/6/2025 phải hoàn thành | ngày 15/5 báo cáo
const MUST_BE_DONE = /^,?\s+(?:phai|can)\s+(?:hoan thanh|xong|co|bao cao|gui|nop|trinh|ban giao)(?![a-z])/u;

const BRINGS_BEFORE = /^tr(?:ình|ước)/iu;

/** A meeting counts when something is to be laid before it, and it is still to come. */
const whyNotEvent = (candidate: Candidate, around: Surroundings, context: DeadlineContext): Why | undefined => {
  if (isPast(candidate, context)) return 'drop-unsupported/past';
  if (tellsPast(around)) return 'drop-unsupported/tells-past';
  const isMeeting = candidate.foundBy === 'deadline/meeting';
  const isOrdered =
    !isMeeting ||
    hasMeetingWork(around.before) ||
    BRINGS_BEFORE.test(candidate.text) ||
    (candidate.due !== null && /^vào/iu.test(candidate.text));
  return isOrdered ? undefined : 'drop-unsupported/no-meeting-work';
};

const AHEAD = /\s(?:tới|nữa|tiếp theo)$/iu;

/**
 * A length of time without a boundary ("trong 10 ngày") needs a result in its clause, which it ends, or opens a clause with
 * one; years need the result right before them.
 */
const whyNotRelative = (candidate: Candidate, around: Surroundings, context: DeadlineContext): Why | undefined => {
  // "đã niêm yết 15 ngày kể từ ngày 01/6": over, as its last day is
  if (isPast(candidate, context)) return 'drop-unsupported/past';
  if (candidate.anchor !== null) return undefined;
  if (isProcedure(around)) return 'drop-unsupported/procedure';
  if (candidate.signal !== 'bare') return undefined;
  if (tellsPast(around)) return 'drop-unsupported/tells-past';
  if (endsInCompletion(around)) return undefined;
  // "trong hai tháng tới" looks ahead by itself
  const hasDeed = AHEAD.test(candidate.text) ? hasWork : hasEnd;
  const isOrdered =
    (endsClause(around) && hasDeed(around.before)) || (opensClause(around) && hasDeed(cut(around.after, 0, NEAR)));
  return isOrdered && candidate.precision !== 'year' ? undefined : 'drop-unsupported/bare-length';
};

/** "ngày 29/02/2023", all by itself and long past: no deadline was lost. */
const isOldFact = (candidate: Candidate, context: DeadlineContext): boolean =>
  candidate.signal === 'bare' && candidate.unreal !== undefined && isPast(candidate, context);

const whyNot = (candidate: Candidate, context: DeadlineContext): Why | undefined => {
  if (isAlone(context, candidate.span)) return isOldFact(candidate, context) ? 'drop-unsupported/past' : undefined;
  if (candidate.signal === 'lone') return 'drop-unsupported/not-alone';
  const around = surroundingsOf(context, candidate.span);
  if (candidate.kind === 'event') return whyNotEvent(candidate, around, context);
  if (candidate.kind === 'relative') return whyNotRelative(candidate, around, context);
  if (candidate.kind !== 'date') return undefined;
  if (marksThings(around)) return 'drop-unsupported/names-noun';
  if (candidate.signal === 'strong') return whyNotStrong(candidate, around, context);
  return candidate.signal === 'weak' ? whyNotWeak(candidate, around, context) : whyNotBare(candidate, around, context);
};

/** Drops times that their clause does not make a deadline: names of plans, past events, statistics, visions, meetings. */
export const dropUnsupported: DeadlineRefiner = (found, _text, context) =>
  found.filter((candidate) => {
    const rule = whyNot(candidate, context);
    if (rule === undefined) return true;
    const isBareDay = rule === 'drop-unsupported/bare-day';
    const isOfOccasion = isBareDay && namesOccasion(surroundingsOf(context, candidate.span));
    tellDropped(candidate, rule, context, { isOfOccasion });
    return false;
  });
