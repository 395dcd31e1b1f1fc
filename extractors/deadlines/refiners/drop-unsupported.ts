import type { Candidate, DeadlineContext, DeadlineRefiner } from '../candidate.js';
import {
  endsClause,
  endsCompletion,
  endsInCompletion,
  endsInPassive,
  goesOn,
  hasCompletion,
  hasMeasure,
  hasMeetingWork,
  hasResult,
  hasWork,
  isFramed,
  isInsidePlan,
  isNamed,
  isOwnClause,
  isProcedure,
  isPurpose,
  opensClause,
  tellsFact,
  tellsPast,
} from '../clause-evidence.js';
import { cut, isAlone, type Surroundings, surroundingsOf } from '../surroundings.js';

/** How far behind a time its verb may stand: "Đến năm 2027, cơ bản hoàn thành …". */
const NEAR = 60;

const isPast = ({ due }: Candidate, { issuedOn }: DeadlineContext): boolean =>
  due !== null && issuedOn !== null && due < issuedOn;

// "tính đến hết năm 2025" tells how far figures reach; "trước ngày" and "chậm nhất" never do
const REACHES = /^(?:cho )?(?:đến|tới|hết)/iu;

/** A boundary that only deadlines have still tells a fact when the day is past and nothing was to be done by it. */
const holdsStrong = (candidate: Candidate, around: Surroundings, context: DeadlineContext): boolean => {
  if (tellsFact(around) || (REACHES.test(candidate.text) && isFramed(around))) return false;
  if (isPast(candidate, context)) return hasResult(around.before) && !tellsPast(around);
  return context.issuedOn !== null || !endsInPassive(around);
};

const holdsWeak = (candidate: Candidate, around: Surroundings, context: DeadlineContext): boolean => {
  if (isFramed(around) || tellsFact(around)) return false;
  if (endsInCompletion(around)) return !isPast(candidate, context) || !tellsPast(around);
  if (isPast(candidate, context) || tellsPast(around)) return false;
  if (candidate.precision !== 'year') return true;
  if (isInsidePlan(around) || (isNamed(around) && !hasWork(around.before)) || goesOn(around) || isPurpose(around))
    return false;
  // "trong năm 2025" is when to act; "đến năm 2030" may as well be how far a plan reaches
  if (!/^(?:cho )?(?:đến|tới) năm/iu.test(candidate.text)) return true;
  return (
    opensClause(around) || hasWork(around.before) || hasMeasure(around.before) || hasWork(cut(around.after, 0, NEAR))
  );
};

/** A time without any boundary word is a name far oftener than a deadline: "kế hoạch năm 2025". */
const holdsBare = (candidate: Candidate, around: Surroundings, context: DeadlineContext): boolean => {
  if (isPast(candidate, context) || isFramed(around)) return false;
  if (endsInCompletion(around)) return true;
  if (candidate.precision === 'day') {
    // A day to come is no day of a paper: "bảo đảm thông xe kỹ thuật ngày 19/12/2025".
    if (context.issuedOn !== null && !candidate.inferred && endsCompletion(around)) return true;
    return opensClause(around) && MUST_BE_DONE.test(around.after.folded);
  }
  if (isOwnClause(around)) return true;
  if (isNamed(around) || isInsidePlan(around)) return false;
  const near = cut(around.after, 0, NEAR);
  // "9 tháng đầu năm" names reports as "năm 2025" names plans
  if (candidate.precision === 'year' || candidate.precision === 'half')
    return opensClause(around) && hasCompletion(near);
  return (opensClause(around) && hasWork(near)) || (endsClause(around) && hasWork(around.before));
};

// ngày 30/6/2025 phải hoàn thành | ngày 15/5 báo cáo
const MUST_BE_DONE = /^,?\s+(?:phai|can)\s+(?:hoan thanh|xong|co|bao cao|gui|nop|trinh|ban giao)(?![a-z])/u;

/** A meeting counts when something is to be laid before it, and it is still to come. */
const holdsEvent = (candidate: Candidate, around: Surroundings, context: DeadlineContext): boolean => {
  if (isPast(candidate, context) || tellsPast(around)) return false;
  const isMeeting = candidate.foundBy === 'deadline/meeting';
  return !isMeeting || hasMeetingWork(around.before) || /^tr(?:ình|ước)/iu.test(candidate.text);
};

/** A length of time without a boundary ("trong 10 ngày") needs a result in its clause, and must end it. */
const holdsRelative = (candidate: Candidate, around: Surroundings): boolean => {
  if (candidate.anchor !== null) return true;
  if (isProcedure(around)) return false;
  return candidate.signal !== 'bare' || (endsClause(around) && hasResult(around.before));
};

const holds = (candidate: Candidate, context: DeadlineContext): boolean => {
  if (isAlone(context, candidate.span)) return true;
  if (candidate.signal === 'lone') return false;
  const around = surroundingsOf(context, candidate.span);
  if (candidate.kind === 'event') return holdsEvent(candidate, around, context);
  if (candidate.kind === 'relative') return holdsRelative(candidate, around);
  if (candidate.kind !== 'date') return true;
  if (candidate.signal === 'strong') return holdsStrong(candidate, around, context);
  return candidate.signal === 'weak' ? holdsWeak(candidate, around, context) : holdsBare(candidate, around, context);
};

/** Drops times that their clause does not make a deadline: names of plans, past events, statistics, visions, meetings. */
export const dropUnsupported: DeadlineRefiner = (found, _text, context) =>
  found.filter((candidate) => holds(candidate, context));
