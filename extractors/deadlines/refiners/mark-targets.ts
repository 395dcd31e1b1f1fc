import { type DeadlineRefiner, placeOf } from '../candidate.js';
import { surroundingsOf } from '../surroundings.js';

/** How far before its time phấn đấu may stand: "phấn đấu hoàn thành hồ sơ trình … trước ngày 30/6". */
const REACH_BACK = 160;
// phấn đấu năm 2018 | đến năm 2030, phấn đấu đạt …
const AIM = /(?<![a-z])phan dau(?![a-z])/u;
const AIM_AFTER = /^\s*(?:,\s*)?(?:[a-z]+\s+){0,4}phan dau(?![a-z])/u;

/** Marks the times of aims (phấn đấu): wished for, not ordered. */
export const markTargets: DeadlineRefiner = (found, _text, context) =>
  found.map((candidate) => {
    if (candidate.kind !== 'date') return candidate;
    const { before, after } = surroundingsOf(context, candidate.span);
    const isTarget = AIM.test(before.folded.slice(-REACH_BACK)) || AIM_AFTER.test(after.folded);
    if (!isTarget) return candidate;
    context.trace?.({ rule: 'mark-targets/aim', ...placeOf(candidate) });
    return { ...candidate, target: true };
  });
