import type { Store } from '../store/store.js';
import { SOON_DAYS } from '../tracker/tracker-state.js';
import { type Run, sweepLine } from './compromise.js';
import type { Step } from './sentence-line.js';
import { type Cue, isOfPatterns } from './sentence-patterns.js';
import { boundTime, isOfIssue, issuedIn } from './sentence-times.js';
import { namesIn, readStoredNames, type StoredName } from './stored-names.js';
import type { TaskFilters } from './task-filters.js';

/** A part of a sentence that is a filter. */
export interface Part extends Run {
  readonly filters: TaskFilters;
  /** True when it asks for tasks by itself; a name or a day alone does not. */
  readonly asks: boolean;
  /** True of what stands behind "của", "trong": with "việc" before it, it asks. */
  readonly isOwner?: true;
}

interface Line {
  readonly steps: readonly Step[];
  readonly cues: ReadonlyMap<number, ReadonlyMap<Cue, number>>;
  readonly bodies: ReadonlyMap<number, StoredName>;
  readonly issuers: ReadonlyMap<number, StoredName>;
  readonly types: ReadonlyMap<number, StoredName>;
}

const nameAt = (steps: readonly Step[], { start, end }: Run, names: readonly StoredName[]): StoredName | undefined => {
  const own = steps.slice(start, end);
  return names.find(
    ({ exact, folded }) =>
      folded.length === own.length &&
      own.every((step, i) => step.folded === folded[i] && (step.exact === step.folded || step.exact === exact[i])),
  );
};

/** What stands where in a line: wordings that ask, and names of the database. */
const readLine = (db: Store, steps: readonly Step[]): Line => {
  const stored = readStoredNames(db);
  const line = steps.map(({ folded }) => folded);
  const chosen = [stored.bodies, stored.issuers, stored.types].map((index) => namesIn(line, index));
  const swept = sweepLine(
    line,
    chosen.map((names) => names.map(({ folded }) => folded.join(' '))),
  );
  const cues = new Map<number, Map<Cue, number>>();
  for (const { cue, start, end } of swept.cues) {
    if (!steps.slice(start, end).every((step) => isOfPatterns(step.exact, step.folded))) continue;
    const at = cues.get(start) ?? new Map<Cue, number>();
    at.set(cue, Math.max(end, at.get(cue) ?? 0));
    cues.set(start, at);
  }
  const [bodies = new Map(), issuers = new Map(), types = new Map()] = chosen.map(
    (names, i) =>
      new Map(
        (swept.names[i] ?? []).flatMap((run) => {
          const name = nameAt(steps, run, names);
          return name === undefined ? [] : [[run.start, name] as const];
        }),
      ),
  );
  return { steps, cues, bodies, issuers, types };
};

/** Reads the parts of a line one behind the other. */
export class Parts {
  private readonly line: Line;

  constructor(db: Store, steps: readonly Step[]) {
    this.line = readLine(db, steps);
  }

  private end(at: number, cue: Cue): number | undefined {
    return this.line.cues.get(at)?.get(cue);
  }

  /** "trước 30/6", "trong quý 2", "từ 1/9 đến 30/9", "10 ngày tới"; `bare` lets a time stand without a word before it. */
  private time(at: number, bare: boolean): Part | undefined {
    const bound = (['before', 'after', 'until', 'within'] as const).find((cue) => this.end(at, cue) !== undefined);
    const from = this.end(at, 'from');
    const start = from ?? (bound === undefined ? (bare ? at : undefined) : this.end(at, bound));
    const time = start === undefined ? null : this.line.steps[start]?.time;
    if (start === undefined || time === null || time === undefined) return undefined;
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
  private state(at: number, isOpened: boolean): Part | undefined {
    const overdue = this.end(at, 'overdue');
    if (overdue !== undefined) {
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

  /** "tuần tới có việc gì đến hạn" */
  private askedTime(at: number): Part | undefined {
    const time = this.time(at, true);
    const which = time === undefined ? undefined : this.end(time.end, 'which');
    const due = which === undefined ? undefined : this.end(which, 'due');
    return time === undefined || due === undefined ? undefined : { ...time, end: due, asks: true };
  }

  /** "giao những việc gì", "có việc gì", "có việc" before "quá hạn", behind a paper; undefined where nothing of it follows. */
  private asking(at: number): number | undefined {
    const which = this.end(this.end(at, 'give') ?? at, 'which');
    const having = which === undefined ? this.end(at, 'having') : undefined;
    return which ?? (having !== undefined && this.state(having, false) !== undefined ? having : undefined);
  }

  /** "ban hành năm 2024", "ban hành tháng 6/2025", "tháng 6/2025 ban hành" */
  private issue(at: number): Part | undefined {
    const issued = this.end(at, 'issued');
    const start = issued === undefined ? at : (this.end(issued, 'within') ?? issued);
    const end = issued === undefined ? this.end(at + 1, 'issued') : start + 1;
    const time = this.line.steps[start]?.time;
    if (end === undefined || time === null || time === undefined || time.days !== null) return undefined;
    return { start: at, end, filters: issuedIn(time), asks: false, isOwner: true };
  }

  /** "năm 2025", "tháng 6/2025" behind a kind of paper, or behind what has no day and can be of a year by its paper alone. */
  private bareIssue(at: number): Part | undefined {
    const time = this.line.steps[at]?.time;
    const isIssue = time !== null && time !== undefined && isOfIssue(time);
    return isIssue ? { start: at, end: at + 1, filters: issuedIn(time), asks: false } : undefined;
  }

  /** "hội nghị lần thứ 15 giao việc gì" */
  private meeting(at: number): Part | undefined {
    const start = this.end(at, 'of') ?? this.end(at, 'within') ?? at;
    const named = this.end(start, 'meeting');
    const count = named === undefined ? undefined : this.line.steps[named]?.folded;
    if (named === undefined || count === undefined || !/^\d{1,3}$/u.test(count)) return undefined;
    const asked = this.asking(named + 1);
    return {
      start: at,
      end: asked ?? named + 1,
      filters: { meeting: count },
      asks: asked !== undefined,
      ...(start > at ? { isOwner: true as const } : {}),
    };
  }

  /** "của Sở Y tế", "do Công an tỉnh chủ trì", "giao UBND các xã", "Sở Y tế phối hợp", "Sở Y tế còn việc gì" */
  private body(at: number, isOpened: boolean): Part | undefined {
    const give = this.end(at, 'give');
    const by = this.end(at, 'by');
    const start = give ?? by ?? this.end(at, 'of') ?? at;
    const body = this.line.bodies.get(start);
    if (body === undefined) return undefined;
    const end = start + body.folded.length;
    const lead = this.end(end, 'lead');
    const coordinating = this.end(end, 'coordinating');
    if (give !== undefined || lead !== undefined)
      return { start: at, end: lead ?? end, filters: { lead: body.name }, asks: true };
    if (by !== undefined) return undefined;
    // In a text "Sở Nội vụ phối hợp với …" leads.
    const asked = coordinating === undefined ? undefined : this.end(coordinating, 'which');
    if (coordinating !== undefined && (isOpened || asked !== undefined))
      return { start: at, end: asked ?? coordinating, filters: { body: body.name, role: 'coordinating' }, asks: true };
    const which = this.end(end, 'which');
    if (which !== undefined) return { start: at, end: which, filters: { body: body.name }, asks: true };
    const isOwner = start > at ? { isOwner: true as const } : {};
    return { start: at, end, filters: { body: body.name }, asks: false, ...isOwner };
  }

  /** "BTV giao UBND các xã"; in a question for tasks "do BTV giao", with the year of issue. */
  private order(at: number, isOpened: boolean): Part | undefined {
    const by = isOpened ? this.end(at, 'by') : undefined;
    const issuer = this.line.issuers.get(by ?? at);
    const give = issuer === undefined ? undefined : this.end((by ?? at) + issuer.folded.length, 'give');
    if (issuer === undefined || give === undefined) return undefined;
    const body = this.body((by ?? at) + issuer.folded.length, false);
    if (body !== undefined)
      return { start: at, end: body.end, filters: { issuer: issuer.name, ...body.filters }, asks: true };
    if (by === undefined) return undefined;
    const issued = this.issue(give) ?? this.bareIssue(give);
    return { start: at, end: issued?.end ?? give, filters: { issuer: issuer.name, ...issued?.filters }, asks: true };
  }

  /** "kết luận năm 2025", "trong Kết luận số 301-KL/TU", "kết luận của Ban Thường vụ Tỉnh ủy năm 2024" */
  private paper(at: number): Part | undefined {
    const start = this.end(at, 'of') ?? this.end(at, 'within') ?? at;
    const type = this.line.types.get(start);
    if (type === undefined) return undefined;
    let filters: TaskFilters = { type: type.name };
    let end = start + type.folded.length;
    for (;;) {
      const step = this.line.steps[this.end(end, 'numbered') ?? end];
      const issuer = this.line.issuers.get(this.end(end, 'of') ?? -1);
      const issued = this.issue(end) ?? this.bareIssue(end);
      if (step?.number && filters.number === undefined) {
        filters = { ...filters, number: step.number };
        end = (this.end(end, 'numbered') ?? end) + 1;
      } else if (issued !== undefined && filters.year === undefined && filters.issuedAfter === undefined) {
        filters = { ...filters, ...issued.filters };
        end = issued.end;
      } else if (issuer !== undefined && filters.issuer === undefined) {
        filters = { ...filters, issuer: issuer.name };
        end = (this.end(end, 'of') ?? end) + issuer.folded.length;
      } else break;
    }
    if (Object.keys(filters).length === 1) return undefined;
    // "kế hoạch năm 2025", "báo cáo của Ủy ban nhân dân tỉnh" may as well be words of a text.
    const asked = this.asking(end);
    const asks = asked !== undefined || (filters.issuer !== undefined && filters.year !== undefined);
    return { start: at, end: asked ?? end, filters, asks, ...(start > at ? { isOwner: true as const } : {}) };
  }

  /**
   * A time behind another part: of what a body has to do ("trước 30/6"; in a question for tasks also "quý 3", but not a year, which
   * may be that of issue), or the year of a standing task.
   */
  private behind(last: Part | undefined, at: number, isOpened: boolean): Part | undefined {
    const year = this.line.steps[at]?.time?.year ?? null;
    if (last?.filters.state === 'THƯỜNG XUYÊN' && year !== null) return this.bareIssue(at);
    const hasBody = last?.filters.body !== undefined || last?.filters.lead !== undefined;
    return hasBody ? this.time(at, isOpened && year === null) : undefined;
  }

  /** Parts from a step on, as far as they go without a gap; no filter twice. */
  chain(at: number, isOpened: boolean): readonly Part[] {
    const parts: Part[] = [];
    const taken = new Set<string>();
    for (let next = at; ; ) {
      const last = parts.at(-1);
      const part: Part | undefined =
        this.state(next, isOpened) ??
        this.order(next, isOpened) ??
        this.paper(next) ??
        this.issue(next) ??
        this.meeting(next) ??
        this.body(next, isOpened) ??
        this.behind(last, next, isOpened);
      if (part === undefined || Object.keys(part.filters).some((key) => taken.has(key))) return parts;
      for (const key of Object.keys(part.filters)) taken.add(key);
      parts.push(part);
      next = part.end;
    }
  }

  /** Where an opener ends; 0 without one. */
  opener(): number {
    const end = this.end(0, 'opener') ?? 0;
    return this.line.steps[end - 1]?.endsClause === true ? 0 : end;
  }

  /** Where "về" ends that stands at a step. */
  about(at: number): number | undefined {
    return this.end(at, 'about');
  }
}
