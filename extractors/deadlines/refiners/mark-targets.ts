import { BOUNDARIES } from '../../../language/lexicon/time-words.js';
import { foldSource } from '../../../language/writing/patterns.js';
import { type Candidate, type DeadlineContext, type DeadlineRefiner, placeOf } from '../candidate.js';
import { opensClause } from '../clause-evidence.js';
import { type Surroundings, surroundingsOf } from '../surroundings.js';

/** How far before its time phấn đấu may stand: "phấn đấu hoàn thành hồ sơ trình … trước ngày 30/6". */
const REACH_BACK = 160;
// phấn đấu năm 2018 | đến năm 2030, phấn đấu đạt …
const AIM = 'phan dau';
const AIM_AFTER = /^\s*(?:,\s*)?(?:[a-z]+\s+){0,4}phan dau(?![a-z])/u;

/** Words of the last day there is: behind a comma or "và" they set one beside an aim. — chậm nhất, muộn nhất */
const LAST_DAYS = BOUNDARIES.filter(({ words }) => /nhất|hơn|quá|hạn/u.test(words));
const LAST_DAY = new RegExp(`^(?:${LAST_DAYS.map(({ words }) => foldSource(words)).join('|')})(?![a-z])`, 'u');
const BEGINS_PART = /(?:[,(–-]|(?<![a-z])(?:va|nhung))\s*$/u;
// "phấn đấu xong trong tháng 8, *báo cáo* trước ngày 05/9": telling of it is ordered
const REPORTS = /[,;]\s*(?:va\s+)?(?:gui\s+(?:ve\s+)?)?bao cao(?![a-z])[^,;]*$/u;
// "trước 15/8, phấn đấu *xong trong tháng 7*": the aim has a time of its own
const OWN_TIME_WITHIN = 20;

const isAimedBefore = ({ before }: Surroundings, timeFolded: string): boolean => {
  const reach = before.folded.slice(-REACH_BACK);
  const at = reach.lastIndexOf(AIM);
  if (at < 0) return false;
  const between = reach.slice(at);
  return !(REPORTS.test(between) || (BEGINS_PART.test(between) && LAST_DAY.test(timeFolded)));
};

/** "*Trong quý IV*, phấn đấu khởi công": a time that opens its part, before an aim that names no time itself. */
const isAimedAfter = (around: Surroundings, gapToNext: number): boolean => {
  const aim = opensClause(around) ? AIM_AFTER.exec(around.after.folded)?.[0] : undefined;
  return aim !== undefined && gapToNext > aim.length + OWN_TIME_WITHIN;
};

const isAim = (candidate: Candidate, next: Candidate | undefined, context: DeadlineContext): boolean => {
  const { start, end } = candidate.span;
  const around = surroundingsOf(context, candidate.span);
  const gap = next === undefined ? Number.POSITIVE_INFINITY : next.span.start - end;
  return isAimedBefore(around, context.folded.slice(start, end)) || isAimedAfter(around, gap);
};

/** Marks the times of aims (phấn đấu): wished for, not ordered. An aim has its own time and not the last day beside it. */
export const markTargets: DeadlineRefiner = (found, _text, context) => {
  if (!context.folded.includes(AIM)) return found;
  return found.map((candidate, i) => {
    if (candidate.kind !== 'date' || !isAim(candidate, found[i + 1], context)) return candidate;
    context.trace?.({ rule: 'mark-targets/aim', ...placeOf(candidate) });
    return { ...candidate, target: true };
  });
};
