import type { IsoDate } from '../../schemas/span.js';
import { tag } from '../store/index-text.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { type DueRange, readDueRange, shiftDay } from '../tracker/due.js';
import { type Condition, isDueInSql } from '../tracker/task-sql.js';
import { SOON_DAYS, type TrackerState } from '../tracker/tracker-state.js';
import { findBodyKeys, findIssuerKeys, findTypeKeys } from './name-keys.js';
import { findPaperKeys } from './paper-keys.js';
import { resolveReason } from './review-reasons.js';
import type { TaskFilters } from './task-filters.js';

/** Filters as the database understands them: an expression for the tags, and a condition on the days. */
export interface ResolvedFilters {
  /** FTS5 expressions that must all hold. */
  readonly tags: readonly string[];
  /** SQL condition over `f.rowid` with its values; empty when no day is asked for. */
  readonly condition: string;
  readonly values: readonly (string | number)[];
}

const anyOf = (tags: readonly string[]): string => tags.map((word) => `"${word}"`).join(' OR ');

const latest = (days: readonly (IsoDate | undefined)[]): IsoDate | undefined =>
  days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
const earliest = (days: readonly (IsoDate | undefined)[]): IsoDate | undefined =>
  days
    .filter((day) => day !== undefined)
    .sort()
    .at(0);

const KNOWN_DAYS = `SELECT min(day) AS first, max(day) AS last FROM (
  SELECT min(due) AS day FROM deadline WHERE due IS NOT NULL UNION ALL SELECT max(due) FROM deadline WHERE due IS NOT NULL)`;

/** Tags of the years and months that a range touches; undefined when that would be too many to help. */
const tagsOfRange = (db: Store, range: DueRange): string[] | undefined => {
  const known = prepare<{ first: string | null; last: string | null }>(db, KNOWN_DAYS).get();
  if (known === undefined || known.first === null || known.last === null) return [];
  // The last day in time is at most a day before the day that is named.
  const lastTo = range.lastTo === undefined ? undefined : shiftDay(range.lastTo, 1);
  const from = latest([range.from, range.lastFrom, known.first]) ?? known.first;
  const to = earliest([range.to, lastTo, known.last]) ?? known.last;
  const tags: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const name = String(year).padStart(4, '0');
    if (tags.length > 300) return undefined;
    if (from <= `${name}-01-01` && to >= `${name}-12-31`) {
      tags.push(tag.dueYear(name));
      continue;
    }
    for (let month = 1; month <= 12; month++) {
      const key = `${name}-${String(month).padStart(2, '0')}`;
      if (key >= from.slice(0, 7) && key <= to.slice(0, 7)) tags.push(tag.dueMonth(key));
    }
  }
  return tags;
};

/** Days from `from` on, or up to `to`, by the last day in time. */
const lastIn = (from: IsoDate | undefined, to: IsoDate | undefined): DueRange => ({ lastFrom: from, lastTo: to });

/** Which of the days of a task a state of the tracker asks for: one in `within`, none in `without`. — trạng thái */
const rangesOfState = (
  state: TrackerState,
  today: IsoDate,
): { readonly within: DueRange; readonly without?: DueRange } | undefined => {
  const [before, soon] = [shiftDay(today, -1), shiftDay(today, SOON_DAYS)];
  switch (state) {
    case 'QUÁ HẠN':
      return { within: lastIn(undefined, before) };
    case 'SẮP ĐẾN HẠN':
      return { within: lastIn(today, soon), without: lastIn(undefined, before) };
    case 'ĐANG THỰC HIỆN':
      return { within: lastIn(shiftDay(soon, 1), undefined), without: lastIn(undefined, soon) };
    default:
      return undefined;
  }
};

const TAGS_OF_STATE: Partial<Record<TrackerState, string>> = {
  'CẦN ĐIỀN HẠN': tag.noDeadline,
  'THƯỜNG XUYÊN': tag.standing,
  'CHỜ ĐIỀU KIỆN': tag.waiting,
};

/** Rows of tasks of some papers. They lie side by side, so that the ends of their keys spare the index most of the way. */
const inPapers = (db: Store, papers: readonly number[]): Condition => {
  const keys = JSON.stringify(papers);
  const ends = prepare<{ first: number | null; last: number | null }>(
    db,
    `SELECT min(x.directive_key) AS first, max(x.directive_key) AS last FROM json_each(?) k
     CROSS JOIN directive x ON x.document_key = k.value`,
  ).get(keys);
  return {
    sql: `f.rowid BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM directive x INDEXED BY directive_narrow
      WHERE x.directive_key = f.rowid AND x.document_key IN (SELECT value FROM json_each(?)))`,
    values: [ends?.first ?? 0, ends?.last ?? 0, keys],
  };
};

/** Rows of tasks that a doubt of one of some rules stands beside. */
const doubted = (rules: readonly string[]): Condition => ({
  sql: `EXISTS (SELECT 1 FROM directive x JOIN note n ON n.document_key = x.document_key AND n.directive_ordinal = x.ordinal
    WHERE x.directive_key = f.rowid AND n.level <> 'info' AND n.rule IN (SELECT value FROM json_each(?)))`,
  values: [JSON.stringify(rules)],
});

/** Turns filters into what the database can look up. Undefined when a name in them is unknown: then nothing can match. */
export const resolveFilters = (db: Store, filters: TaskFilters, today: IsoDate): ResolvedFilters | undefined => {
  const groups: string[][] = [];
  const conditions: Condition[] = [];
  const { body, role, lead, issuer, type, year, state, deadlineKind, why } = filters;
  if (body !== undefined)
    groups.push(findBodyKeys(db, body).map((key) => (role === undefined ? tag.body(key) : tag.role(role, key))));
  else if (role !== undefined) groups.push([tag.anyRole(role)]);
  if (lead !== undefined) groups.push(findBodyKeys(db, lead).map((key) => tag.role('lead', key)));
  if (issuer !== undefined) groups.push(findIssuerKeys(db, issuer).map(tag.issuer));
  if (type !== undefined) groups.push(findTypeKeys(db, type).map(tag.type));
  if (year !== undefined) groups.push([tag.issuedYear(String(year))]);
  if (filters.noDeadline === true) groups.push([tag.noDeadline]);
  if (filters.needsReview === true || why !== undefined) groups.push([tag.needsReview]);
  if (filters.inferred === true) groups.push([tag.inferred]);
  if (deadlineKind !== undefined) groups.push([tag.kind(deadlineKind)]);
  if (why !== undefined) conditions.push(doubted(resolveReason(db, why)));
  const addRange = (range: DueRange): void => {
    const tags = tagsOfRange(db, range);
    if (tags !== undefined) groups.push(tags);
    conditions.push(isDueInSql('f.rowid', range));
  };
  if (state !== undefined) {
    const ranges = rangesOfState(state, today);
    const own = TAGS_OF_STATE[state];
    if (ranges === undefined) groups.push(own === undefined ? [] : [own]);
    else addRange(ranges.within);
    if (ranges?.without !== undefined) {
      const { sql, values } = isDueInSql('f.rowid', ranges.without);
      conditions.push({ sql: `NOT (${sql})`, values });
    }
  }
  const range = readDueRange(filters, today);
  if (range !== undefined) addRange(range);
  const papers = findPaperKeys(db, filters);
  if (papers?.length === 0 || groups.some((tags) => tags.length === 0)) return undefined;
  if (papers !== undefined) conditions.push(inPapers(db, papers));
  return {
    tags: groups.map(anyOf),
    condition: conditions.map(({ sql }) => `AND (${sql})`).join(' '),
    values: conditions.flatMap(({ values }) => values),
  };
};
