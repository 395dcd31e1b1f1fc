import { type Part, TimeParts } from './sentence-time-parts.js';
import { tellsIssue } from './sentence-times.js';
import type { TaskFilters } from './task-filters.js';

/** Reads the parts of a line one behind the other. */
export class Parts extends TimeParts {
  /** "giao những việc gì", "có việc gì", "có việc" before "quá hạn", behind a paper; undefined where nothing of it follows. */
  private asking(at: number): number | undefined {
    const which = this.end(this.end(at, 'give') ?? at, 'which');
    const having = which === undefined ? this.end(at, 'having') : undefined;
    return which ?? (having !== undefined && this.state(having, false) !== undefined ? having : undefined);
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

  /** "của đợt nạp 3", "lượt nạp 12" */
  private batch(at: number): Part | undefined {
    const named = this.end(at, 'batch');
    const count = named === undefined ? undefined : this.line.steps[named]?.folded;
    if (named === undefined || count === undefined || !/^[1-9]\d{0,8}$/u.test(count)) return undefined;
    return { start: at, end: named + 1, filters: { batch: Number(count) }, asks: true };
  }

  /** "quý III này Sở Nội vụ có việc gì": a time that stands before what asks. */
  private leadingTime(at: number): Part | undefined {
    const time = this.time(at, true);
    const body = time === undefined ? undefined : this.body(time.end, false);
    if (time === undefined || body === undefined || !body.asks || body.filters.body === undefined) return undefined;
    const end = this.end(body.end, 'due') ?? body.end;
    return { start: at, end, filters: { ...time.filters, ...body.filters }, asks: true };
  }

  /** "của Sở Y tế", "do Công an tỉnh chủ trì", "giao UBND các xã", "Sở Y tế phối hợp", "Sở Y tế còn việc gì" */
  private body(at: number, isOpened: boolean): Part | undefined {
    const give = this.end(at, 'give');
    const by = this.end(at, 'by');
    // In a text a report to a body is what somebody has to write, and "phối hợp" what somebody has to do.
    const report = isOpened ? this.end(at, 'report') : undefined;
    const joint = isOpened ? this.end(this.end(at, 'coordinating') ?? -1, 'of') : undefined;
    const start = give ?? by ?? report ?? joint ?? this.end(at, 'of') ?? at;
    const body = this.line.bodies.get(start);
    if (body === undefined) return undefined;
    const end = start + body.folded.length;
    const role = report !== undefined ? 'receiving' : joint !== undefined ? 'coordinating' : undefined;
    if (role !== undefined) return { start: at, end, filters: { body: body.name, role }, asks: true };
    const lead = this.end(end, 'lead');
    const coordinating = this.end(end, 'coordinating');
    if (give !== undefined || lead !== undefined)
      return {
        start: at,
        end: this.end(lead ?? end, 'which') ?? lead ?? end,
        filters: { lead: body.name },
        asks: true,
      };
    if (by !== undefined) return undefined;
    // In a text "Sở Nội vụ phối hợp với …" leads.
    const asked = coordinating === undefined ? undefined : this.end(coordinating, 'which');
    if (coordinating !== undefined && (isOpened || asked !== undefined))
      return { start: at, end: asked ?? coordinating, filters: { body: body.name, role: 'coordinating' }, asks: true };
    const given = this.end(end, 'given');
    if (given !== undefined) {
      const issued = this.bareIssue(given);
      return { start: at, end: issued?.end ?? given, filters: { lead: body.name, ...issued?.filters }, asks: true };
    }
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

  /** "kết luận 2025 của BTV" */
  private plainYear(at: number): Part | undefined {
    const year = /^20\d\d$/u.exec(this.line.steps[at]?.folded ?? '')?.[0];
    return year === undefined ? undefined : { start: at, end: at + 1, filters: { year: Number(year) }, asks: false };
  }

  /** "kết luận năm 2025", "trong Kết luận số 301-KL/TU", "kết luận của Ban Thường vụ Tỉnh ủy năm 2024" */
  private paper(at: number): Part | undefined {
    const owner = this.end(at, 'of') ?? this.end(at, 'within') ?? at;
    const isOwned = owner > at && this.end(owner, 'paper') === undefined;
    const start = isOwned ? (this.end(owner, 'plural') ?? owner) : owner;
    const type = this.line.types.get(start);
    const any = type === undefined ? this.end(start, 'paper') : undefined;
    if (type === undefined && any === undefined) return undefined;
    let end = type === undefined ? (any ?? start) : start + type.folded.length;
    let filters: TaskFilters = type === undefined ? {} : { type: type.name };
    const kinds = Object.keys(filters).length;
    // A "Thông báo kết luận" is a Thông báo.
    if (type !== undefined) end = this.end(end, 'of-notice') ?? end;
    for (;;) {
      const step = this.line.steps[this.end(end, 'numbered') ?? end];
      const issuer = this.line.issuers.get(this.end(end, 'of') ?? -1);
      const issued = this.issue(end) ?? this.bareIssue(end) ?? (type === undefined ? undefined : this.plainYear(end));
      if (step?.number && filters.number === undefined) {
        filters = { ...filters, number: step.number };
        end = (this.end(end, 'numbered') ?? end) + 1;
      } else if (issued !== undefined && !tellsIssue(filters)) {
        filters = { ...filters, ...issued.filters };
        end = issued.end;
      } else if (issuer !== undefined && filters.issuer === undefined) {
        filters = { ...filters, issuer: issuer.name };
        end = (this.end(end, 'of') ?? end) + issuer.folded.length;
      } else break;
    }
    if (Object.keys(filters).length === kinds) return undefined;
    // "kế hoạch năm 2025", "báo cáo của Ủy ban nhân dân tỉnh" may as well be words of a text.
    const asked = this.asking(end);
    const isIssued = filters.issuer !== undefined || this.end(any ?? -1, 'issued') !== undefined;
    const asks = asked !== undefined || (isIssued && tellsIssue(filters));
    return { start: at, end: asked ?? end, filters, asks, ...(start > at ? { isOwner: true as const } : {}) };
  }

  /**
   * A time behind another part: of what a body has to do ("trước 30/6"; in a question for tasks also "quý 3", but not a year, which
   * may be that of issue), or the year of a standing task.
   */
  private behind(last: Part | undefined, at: number, isOpened: boolean): Part | undefined {
    const year = this.line.steps[at]?.time?.year ?? null;
    if (last?.filters.state === 'THƯỜNG XUYÊN' && year !== null) return this.bareIssue(at);
    // "giao Sở Y tế từ đầu năm đến nay" says when it was given.
    if (last?.filters.lead !== undefined && isOpened && this.line.steps[at]?.time?.isUpToNow) return this.bareIssue(at);
    const hasBody = last?.filters.body !== undefined || last?.filters.lead !== undefined;
    return hasBody ? this.time(at, isOpened && year === null) : undefined;
  }

  /** Parts from a step on, as far as they go without a gap; no filter twice. */
  chain(at: number, isOpened: boolean): readonly Part[] {
    const parts: Part[] = [];
    const taken = new Set<string>();
    for (let next = at; ; ) {
      const last = parts.at(-1);
      // "việc giao Sở Y tế mà chưa có hạn"
      const linked = isOpened && last !== undefined ? this.end(next, 'link') : undefined;
      if (linked !== undefined && this.state(linked, true) !== undefined) next = linked;
      else if (linked !== undefined && this.body(linked, true)?.asks === true) next = linked;
      const part: Part | undefined =
        this.state(next, isOpened) ??
        this.order(next, isOpened) ??
        this.paper(next) ??
        this.issue(next) ??
        this.meeting(next) ??
        this.batch(next) ??
        this.body(next, isOpened) ??
        (next === 0 ? this.leadingTime(next) : undefined) ??
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

  /** "phải báo cáo những gì" behind a body: where the words of it begin and end, and where the question ends. */
  question(at: number): { readonly from: number; readonly to: number; readonly end: number } | undefined {
    const from = this.end(at, 'shall');
    if (from === undefined) return undefined;
    for (let to = from + 1; to < this.line.steps.length; to++) {
      const end = this.end(to, 'what');
      if (end !== undefined) return { from, to, end };
    }
    return undefined;
  }

  /** A time of issue as the last step: "chỉ thị của UBND tỉnh về … năm 2024". */
  lastIssue(): Part | undefined {
    return this.bareIssue(this.line.steps.length - 1);
  }

  /** What may stand behind a question: a time by which. */
  bound(at: number): Part | undefined {
    return this.time(at, false);
  }

  /** Where "về" ends that stands at a step. */
  about(at: number): number | undefined {
    return this.end(at, 'about');
  }
}
