import { readIsoDate } from '../../../language/calendar/civil-date.js';
import { type Candidate, type DeadlineContext, type DeadlineRefiner, placeOf } from '../candidate.js';

/** How near the words of the rhythm must stand to a day without a year. */
const REACH = 45;
// "đối với báo cáo sáu tháng", "đối với báo cáo năm": the report named behind the day recurs
const OF_PERIODIC_REPORT =
  /^,?\s*(?:doi voi|cua)\s+bao cao\s+(?:(?:dinh ky|sau thang|6 thang|06 thang|quy|nam|hang)(?![a-z]))/u;
// a deed of its own between the rhythm and the day: "định kỳ kiểm tra; hoàn thành trước 15/10"
const NEW_DEED = /[;.]|(?<![a-z])(?:hoan thanh|xong|trong do)(?![a-z])/u;

const isOpenDay = ({ kind, precision, due, inferred, certainty }: Candidate): boolean =>
  kind === 'date' && precision !== 'year' && (inferred || (due === null && certainty === 'stated'));

const gapBetween = (a: Candidate, b: Candidate, { folded }: DeadlineContext): string =>
  folded.slice(a.span.end, b.span.start);

const isBeside = (a: Candidate | undefined, b: Candidate | undefined, context: DeadlineContext): boolean => {
  if (a === undefined || b === undefined) return false;
  const gap = gapBetween(a, b, context);
  return gap.length <= REACH && !NEW_DEED.test(gap);
};

const yearlyRule = ({ due, precision }: Candidate): string | null => {
  const date = due === null ? undefined : readIsoDate(due);
  if (date === undefined || (precision !== 'day' && precision !== 'month')) return null;
  const ofYear = `FREQ=YEARLY;BYMONTH=${date.month}`;
  return precision === 'day' ? `${ofYear};BYMONTHDAY=${date.day}` : ofYear;
};

const toYearly = (candidate: Candidate): Candidate => {
  return {
    ...candidate,
    kind: 'recurring',
    recurrence: yearlyRule(candidate),
    due: null,
    bound: null,
    inferred: false,
    certainty: 'stated',
  };
};

const recurs = (found: readonly Candidate[], index: number, context: DeadlineContext): boolean => {
  const candidate = found[index];
  if (candidate === undefined || !isOpenDay(candidate)) return false;
  const { end } = candidate.span;
  if (OF_PERIODIC_REPORT.test(context.folded.slice(end, end + 60))) return true;
  const [previous, next] = [found[index - 1], found[index + 1]];
  if (previous?.kind === 'recurring' && isBeside(previous, candidate, context)) return true;
  // trong tháng 12 hằng năm | quý I hằng năm
  if (next?.kind === 'recurring' && /^\s*(?:cua\s+)?$/u.test(gapBetween(candidate, next, context))) return true;
  // trước ngày 20/6 và trước ngày 20/12 hằng năm: the rhythm stands behind the last day only
  return next?.kind === 'recurring' && next.precision === 'day' && isBeside(candidate, next, context);
};

/** Makes a day without a year recur when a rhythm stands beside it: "Định kỳ 6 tháng (trước ngày 20/6)", "hằng năm, trước 15/12". */
export const absorbIntoRecurring: DeadlineRefiner = (found, _text, context) =>
  found.map((candidate, index) => {
    if (!recurs(found, index, context)) return candidate;
    context.trace?.({ rule: 'absorb-into-recurring/yearly', ...placeOf(candidate) });
    return toYearly(candidate);
  });
