import { addDays } from '../../language/calendar/civil-date.js';
import type { Store } from '../store/store.js';
import { SOON_DAYS } from '../tracker/tracker-state.js';
import { type Run, sweepLine } from './compromise.js';
import type { Step } from './sentence-line.js';
import { type Cue, isOfPatterns } from './sentence-patterns.js';
import { namesIn, readStoredNames, type StoredName } from './stored-names.js';
import type { TaskFilters } from './task-filters.js';
import type { NamedTime } from './time-words.js';

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

/** Days that a time asks for behind a word that bounds it; undefined for one that bounds none. */
const boundTime = (bound: Cue | null, time: NamedTime): TaskFilters | undefined => {
  const isDay = time.from === time.to;
  if (bound === 'before') return { dueBefore: isDay ? time.to : addDays(time.from, -1) };
  if (bound === 'after') return { dueAfter: addDays(time.to, 1) };
  if (bound === 'until') return { dueBefore: time.to };
  return { dueAfter: time.from, dueBefore: time.to };
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
      fixed('review', { needsReview: true }) ??
      (isOpened
        ? (fixed('standing', { state: 'THƯỜNG XUYÊN' }) ?? fixed('waiting', { state: 'CHỜ ĐIỀU KIỆN' }))
        : undefined);
    if (named !== undefined) return named;
    // In a text "phải hoàn thành trong quý I" is what a body must do.
    const due = this.end(at, 'due') ?? (isOpened ? this.end(at, 'must') : undefined);
    const time = due === undefined ? undefined : this.time(due, true);
    if (time === undefined) return undefined;
    return { ...time, start: at, asks: true };
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
    if (coordinating !== undefined && isOpened)
      return { start: at, end: coordinating, filters: { body: body.name, role: 'coordinating' }, asks: true };
    const which = this.end(end, 'which');
    if (which !== undefined) return { start: at, end: which, filters: { body: body.name }, asks: true };
    const isOwner = start > at ? { isOwner: true as const } : {};
    return { start: at, end, filters: { body: body.name }, asks: false, ...isOwner };
  }

  /** "BTV giao UBND các xã" */
  private order(at: number): Part | undefined {
    const issuer = this.line.issuers.get(at);
    const give = issuer === undefined ? at : at + issuer.folded.length;
    const body = issuer === undefined || this.end(give, 'give') === undefined ? undefined : this.body(give, false);
    return issuer === undefined || body === undefined
      ? undefined
      : { start: at, end: body.end, filters: { issuer: issuer.name, ...body.filters }, asks: true };
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
      if (step?.number && filters.number === undefined) {
        filters = { ...filters, number: step.number };
        end = (this.end(end, 'numbered') ?? end) + 1;
      } else if (step?.time?.year && filters.year === undefined) {
        filters = { ...filters, year: step.time.year };
        end += 1;
      } else if (issuer !== undefined && filters.issuer === undefined) {
        filters = { ...filters, issuer: issuer.name };
        end = (this.end(end, 'of') ?? end) + issuer.folded.length;
      } else break;
    }
    if (Object.keys(filters).length === 1) return undefined;
    // "kế hoạch năm 2025", "báo cáo của Ủy ban nhân dân tỉnh" may as well be words of a text.
    const asks = filters.issuer !== undefined && filters.year !== undefined;
    return { start: at, end, filters, asks, ...(start > at ? { isOwner: true as const } : {}) };
  }

  /** Parts from a step on, as far as they go without a gap; no filter twice. */
  chain(at: number, isOpened: boolean): readonly Part[] {
    const parts: Part[] = [];
    const taken = new Set<string>();
    for (let next = at; ; ) {
      const last = parts.at(-1);
      const part: Part | undefined =
        this.state(next, isOpened) ??
        this.order(next) ??
        this.paper(next) ??
        this.body(next, isOpened) ??
        (last?.filters.body === undefined && last?.filters.lead === undefined ? undefined : this.time(next, false));
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
