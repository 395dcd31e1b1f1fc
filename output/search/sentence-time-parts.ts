import type { Store } from '../store/store.js';
import { SOON_DAYS } from '../tracker/tracker-state.js';
import type { Run } from './compromise.js';
import type { Step } from './sentence-line.js';
import { type Line, readLine } from './sentence-names.js';
import type { Cue } from './sentence-patterns.js';
import { boundTime, isOfIssue, issuedIn } from './sentence-times.js';
import type { TaskFilters } from './task-filters.js';

/** A part of a sentence that is a filter. */
export interface Part extends Run {
  readonly filters: TaskFilters;
  /** True when it asks for tasks by itself; a name or a day alone does not. */
  readonly asks: boolean;
  /** True of what stands behind "của", "trong": with "việc" before it, it asks. */
  readonly isOwner?: true;
}

/** Reads the parts of a line that say when: of a task, or of its paper. */
export class TimeParts {
  protected readonly line: Line;

  constructor(db: Store, steps: readonly Step[]) {
    this.line = readLine(db, steps);
  }

  protected end(at: number, cue: Cue): number | undefined {
    return this.line.cues.get(at)?.get(cue);
  }

  /** "trước 30/6", "trong quý 2", "từ 1/9 đến 30/9", "10 ngày tới"; `bare` lets a time stand without a word before it. */
  protected time(at: number, bare: boolean): Part | undefined {
    const bound = (['before', 'after', 'until', 'within'] as const).find((cue) => this.end(at, cue) !== undefined);
    const from = this.end(at, 'from');
    const start = from ?? (bound === undefined ? (bare ? at : undefined) : this.end(at, bound));
    const time = start === undefined ? null : this.line.steps[start]?.time;
    if (start === undefined || time === null || time === undefined || time.isOlder) return undefined;
    if (from !== undefined) {
      const to = this.end(start + 1, 'until');
      const last = to === undefined ? null : this.line.steps[to]?.time;
      if (to !== undefined && last)
        return { start: at, end: to + 1, filters: { dueAfter: time.from, dueBefore: last.to }, asks: false };
      return { start: at, end: start + 1, filters: { dueAfter: time.from }, asks: false };
    }
    const isCount = time.days !== null && (bound === undefined || bound === 'within');
    const filters = isCount ? { dueWithin: time.days ?? 0 } : boundTime(bound ?? null, time);
    return filters === undefined ? undefined : { start: at, end: start + 1, filters, asks: false };
  }

  /** "quá hạn quý 2", "đến hạn tuần này", "phải xong trong quý I", "chưa có hạn", "thường xuyên" */
  protected state(at: number, isOpened: boolean): Part | undefined {
    const overdue = this.end(at, 'overdue');
    if (overdue !== undefined) {
      const older = this.line.steps[overdue]?.time;
      if (older?.isOlder === true)
        return { start: at, end: overdue + 1, filters: { overdue: true, dueBefore: older.to }, asks: true };
      const time = this.time(overdue, true);
      const isRange = time !== undefined && time.filters.dueWithin === undefined;
      return {
        start: at,
        end: isRange ? time.end : overdue,
        filters: { overdue: true, ...(isRange ? time.filters : {}) },
        asks: true,
      };
    }
    const fixed = (cue: Cue, filters: TaskFilters): Part | undefined => {
      const end = this.end(at, cue);
      return end === undefined ? undefined : { start: at, end, filters, asks: true };
    };
    const named =
      fixed('no-deadline', { noDeadline: true }) ??
      fixed('soon', { dueWithin: SOON_DAYS }) ??
      this.review(at) ??
      (isOpened
        ? (fixed('standing', { state: 'THƯỜNG XUYÊN' }) ??
          fixed('waiting', { state: 'CHỜ ĐIỀU KIỆN' }) ??
          fixed('ongoing', { state: 'ĐANG THỰC HIỆN' }))
        : undefined);
    if (named !== undefined) return named;
    const asked = this.askedTime(at);
    if (asked !== undefined) return asked;
    // In a text "phải hoàn thành trong quý I" is what a body must do.
    const due = this.end(at, 'due') ?? (isOpened ? this.end(at, 'must') : undefined);
    const time = due === undefined ? undefined : this.time(due, true);
    if (time === undefined) return undefined;
    return { ...time, start: at, asks: true };
  }

  /** "cần xem lại", "cần rà soát vì thiếu hạn" */
  private review(at: number): Part | undefined {
    const end = this.end(at, 'review');
    if (end === undefined) return undefined;
    const lacking = this.end(end, 'lacking');
    const filters = { needsReview: true, ...(lacking === undefined ? {} : { noDeadline: true }) };
    return { start: at, end: lacking ?? end, filters, asks: true };
  }

  /** "tuần tới có việc gì đến hạn", "ngày mai đến hạn việc gì", "tuần trước có việc nào quá hạn", "còn 5 ngày nữa đến hạn" */
  private askedTime(at: number): Part | undefined {
    const start = this.end(at, 'left') ?? at;
    const time = this.time(start, true);
    if (time === undefined) return undefined;
    const isCount = time.filters.dueWithin !== undefined;
    const due = this.end(time.end, 'due');
    if (start > at) return due === undefined || !isCount ? undefined : { ...time, start: at, end: due, asks: true };
    const behind = due === undefined ? undefined : this.end(due, 'which');
    if (behind !== undefined) return { ...time, end: behind, asks: true };
    const which = this.end(time.end, 'which');
    if (which === undefined) return undefined;
    const thenDue = this.end(which, 'due');
    if (thenDue !== undefined) return { ...time, end: thenDue, asks: true };
    const overdue = isCount ? undefined : this.end(which, 'overdue');
    if (overdue === undefined) return undefined;
    return { ...time, end: overdue, filters: { overdue: true, ...time.filters }, asks: true };
  }

  /** "ban hành năm 2024", "ban hành tháng 6/2025", "tháng 6/2025 ban hành" */
  protected issue(at: number): Part | undefined {
    const issued = this.end(at, 'issued');
    const start = issued === undefined ? at : (this.end(issued, 'within') ?? issued);
    const end = issued === undefined ? this.end(at + 1, 'issued') : start + 1;
    const time = this.line.steps[start]?.time;
    if (end === undefined || time === null || time === undefined || time.days !== null) return undefined;
    return { start: at, end, filters: issuedIn(time), asks: false, isOwner: true };
  }

  /** "năm 2025", "tháng 6/2025" behind a kind of paper, or behind what has no day and can be of a year by its paper alone. */
  protected bareIssue(at: number): Part | undefined {
    const time = this.line.steps[at]?.time;
    const isIssue = time !== null && time !== undefined && isOfIssue(time);
    return isIssue ? { start: at, end: at + 1, filters: issuedIn(time), asks: false } : undefined;
  }
}
