import { addDays } from '../../language/calendar/civil-date.js';
import { foldChars, toNfc } from '../../language/writing/unicode.js';
import type { IsoDate } from '../../schemas/span.js';
import type { Store } from '../store/store.js';
import { SOON_DAYS } from '../tracker/tracker-state.js';
import { type Run, sweepLine } from './compromise.js';
import { describeFilters } from './describe-filter.js';
import type { ReadFilter, Reading } from './request.js';
import { cutSentence, type Step } from './sentence-line.js';
import { CUE_WORDS, type Cue, isOfPatterns } from './sentence-patterns.js';
import { type NameIndex, namesIn, readStoredNames, type StoredName } from './stored-names.js';
import type { TaskFilters } from './task-filters.js';
import type { NamedTime } from './time-words.js';

/** True of a part that may be all that is asked for. */
const mayAsk = ({ asks, filters }: Part): boolean => asks || filters.number !== undefined;

/** What a sentence may mean. `unsure`: some of it looks like filters, and may as well be words of a text. */
export interface SentenceReading {
  readonly sure: Reading | null;
  readonly unsure: Reading | null;
}

/** What is read of words that ask for no filter. */
export const NO_READING: SentenceReading = { sure: null, unsure: null };
/** Nobody types more in one sentence; a longer text is words. */
const MOST_STEPS = 40;

/** A part of a sentence that is a filter. */
interface Part extends Run {
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

const readLine = (db: Store, steps: readonly Step[]): Line => {
  const stored = readStoredNames(db);
  const line = steps.map(({ folded }) => folded);
  const choose = (index: NameIndex): StoredName[] => namesIn(line, index);
  const chosen = [choose(stored.bodies), choose(stored.issuers), choose(stored.types)];
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
class Parts {
  constructor(private readonly line: Line) {}

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

  about(at: number): number | undefined {
    return this.end(at, 'about');
  }
}

const toReading = (text: string, steps: readonly Step[], parts: readonly Part[], words: string): Reading => {
  const read = parts.map(({ start, end, filters }): ReadFilter => {
    const [from, to] = [steps[start]?.span.start ?? 0, steps[end - 1]?.span.end ?? 0];
    const labels = describeFilters(filters).map(({ label }) => label);
    return {
      typed: text.slice(from, to),
      start: from,
      end: to,
      filters,
      label: { vi: labels.map(({ vi }) => vi).join(' · '), en: labels.map(({ en }) => en).join(' · ') },
    };
  });
  return { parts: read, filters: Object.assign({}, ...read.map(({ filters }) => filters)), words: words.trim() };
};

/**
 * Reads a plain sentence of a clerk: what it asks for as filters, and the rest as words. Sure only when the parts follow one
 * another from the beginning ("việc của Sở Y tế quá hạn quý 2") to the end, to "về …", a comma or a phrase in quotes: in "nợ
 * quá hạn" the same words belong to another, and to read wrongly is worse than not to read. What is quoted is never read.
 * `readSentence(db, 'kết luận năm 2025 chưa có hạn', today).sure?.filters`.
 */
export const readSentence = (db: Store, words: string, today: IsoDate): SentenceReading => {
  const text = toNfc(words);
  // A number with its symbol has a slash.
  if (!text.includes('/') && !CUE_WORDS.test(foldChars(text))) return NO_READING;
  const steps = cutSentence(text, today);
  if (steps.length === 0 || steps.length > MOST_STEPS) return NO_READING;
  const reader = new Parts(readLine(db, steps));
  const opener = reader.opener();
  const parts = reader.chain(opener, opener > 0);
  const end = parts.at(-1)?.end ?? opener;
  const isAsking = parts.some(({ asks, isOwner }) => asks || (opener > 0 && isOwner === true));
  const rest = text.slice(steps[end - 1]?.span.end ?? 0);
  const about = reader.about(end);
  const behind = steps[end];
  const isTold =
    behind === undefined ||
    behind.isWall ||
    (about !== undefined && about < steps.length) ||
    (steps[end - 1]?.endsClause === true && opener > 0) ||
    (behind.time !== null && end + 1 === steps.length && opener > 0);
  if (isAsking && isTold) {
    const left = about === undefined ? rest : text.slice(steps[about - 1]?.span.end ?? 0);
    return { sure: toReading(text, steps, parts, left.replace(/^[\s,;:.?!]+/u, '')), unsure: null };
  }
  // Parts at the end of the sentence may be meant so: "chuyển đổi số quá hạn"; and a paper that is named may be the one whose tasks
  // are sought, or one that they cite.
  for (let at = 1; at < steps.length; at++) {
    const last = reader.chain(at, false);
    if (last.at(-1)?.end !== steps.length || !last.some(mayAsk)) continue;
    const before = text.slice(steps[opener]?.span.start ?? 0, steps[at]?.span.start);
    return { sure: null, unsure: toReading(text, steps, last, opener >= at ? '' : before) };
  }
  return parts.some(mayAsk) || isAsking ? { sure: null, unsure: toReading(text, steps, parts, rest) } : NO_READING;
};

/** What is read of the words of a search, unless it asks for plain words. */
export const readWords = (
  db: Store,
  { words, today, plain }: { readonly words: string; readonly today: IsoDate; readonly plain?: boolean },
): SentenceReading => (plain === true ? NO_READING : readSentence(db, words, today));
