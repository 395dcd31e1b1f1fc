import { z } from 'zod';
import { addDays } from '../../language/calendar/civil-date.js';
import { IsoDate } from '../../schemas/span.js';
import { foldWords } from '../store/fold-words.js';
import { tag } from '../store/index-text.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';

/** What search and every export can be narrowed by. Names are compared by whole words, without marks. */
export const TaskFilters = z
  .object({
    /** A body in any role. — cơ quan */
    body: z.string().optional(),
    /** A body as lead. — chủ trì */
    lead: z.string().optional(),
    /** cơ quan ban hành */
    issuer: z.string().optional(),
    /** loại văn bản */
    type: z.string().optional(),
    /** Year of issue. */
    year: z.int().optional(),
    /** Due on this day or earlier. */
    dueBefore: IsoDate.optional(),
    /** Due on this day or later. */
    dueAfter: IsoDate.optional(),
    /** The last day to do it lies before `today`. — quá hạn */
    overdue: z.boolean().optional(),
    /** Due from `today` on within so many days. — sắp đến hạn */
    dueWithin: z.int().min(0).optional(),
    /** The text gives no deadline. — cần điền hạn */
    noDeadline: z.boolean().optional(),
    needsReview: z.boolean().optional(),
  })
  .readonly();
export type TaskFilters = z.infer<typeof TaskFilters>;

/** Filters as the database understands them: an expression for the tags, and a condition on the days. */
export interface ResolvedFilters {
  /** FTS5 expressions that must all hold. */
  readonly tags: readonly string[];
  /** SQL condition over `f.rowid` with its values; empty when no day is asked for. */
  readonly condition: string;
  readonly values: readonly string[];
}

const anyOf = (tags: readonly string[]): string => tags.map((word) => `"${word}"`).join(' OR ');

/** Past so many keys an expression costs more than it saves; names that are this common need another word. */
const MAX_KEYS = 2000;

const findKeys = (db: Store, sql: string, name: string): number[] =>
  prepare<{ key: number }>(db, sql)
    .all({ name: ` ${foldWords(name)} `, limit: MAX_KEYS })
    .map((row) => row.key);

const BODY_KEYS = `SELECT body_key AS key FROM body WHERE instr(' ' || folded || ' ', @name) > 0
  UNION SELECT body_key FROM body_name WHERE instr(' ' || folded || ' ', @name) > 0 LIMIT @limit`;
const ISSUER_KEYS = `SELECT issuer_key AS key FROM issuer WHERE instr(' ' || folded || ' ', @name) > 0 LIMIT @limit`;
const TYPE_KEYS = `SELECT type_key AS key FROM document_type WHERE instr(' ' || folded || ' ', @name) > 0 LIMIT @limit`;

interface DayRange {
  readonly from: IsoDate | undefined;
  readonly to: IsoDate | undefined;
  /** Set when only what is overdue on this day counts. */
  readonly overdueOn: IsoDate | undefined;
}

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

const toRange = (filters: TaskFilters, today: IsoDate): DayRange | undefined => {
  const { dueWithin, overdue } = filters;
  const from = latest([filters.dueAfter, dueWithin === undefined ? undefined : today]);
  const to = earliest([
    filters.dueBefore,
    dueWithin === undefined ? undefined : addDays(today, dueWithin),
    overdue === true ? today : undefined,
  ]);
  if (from === undefined && to === undefined) return undefined;
  return { from, to, overdueOn: overdue === true ? today : undefined };
};

const KNOWN_DAYS = `SELECT min(day) AS first, max(day) AS last FROM (
  SELECT min(due) AS day FROM deadline WHERE due IS NOT NULL UNION ALL SELECT max(due) FROM deadline WHERE due IS NOT NULL
  UNION ALL SELECT min(due) FROM corrected_due UNION ALL SELECT max(due) FROM corrected_due)`;

/** Tags of the years and months that a range touches; undefined when that would be too many to help. */
const tagsOfRange = (db: Store, range: DayRange): string[] | undefined => {
  const known = prepare<{ first: string | null; last: string | null }>(db, KNOWN_DAYS).get();
  if (known === undefined || known.first === null || known.last === null) return [];
  const from = latest([range.from, known.first]) ?? known.first;
  const to = earliest([range.to, known.last]) ?? known.last;
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

const toCondition = (range: DayRange): Pick<ResolvedFilters, 'condition' | 'values'> => {
  const parts = ['l.directive_key = f.rowid', 'l.due IS NOT NULL'];
  const values: string[] = [];
  const add = (part: string, value: string): void => {
    parts.push(part);
    values.push(value);
  };
  if (range.from !== undefined) add('l.due >= ?', range.from);
  if (range.to !== undefined) add('l.due <= ?', range.to);
  // "trước ngày 15" is overdue on the 15th, "đến ngày 15" on the 16th.
  if (range.overdueOn !== undefined) add("(l.due < ? OR l.bound = 'before')", range.overdueOn);
  const fits = parts.join(' AND ');
  // A day that a person gave stands in place of those that were read.
  const condition = `AND CASE WHEN EXISTS (SELECT 1 FROM corrected_due c WHERE c.directive_key = f.rowid)
    THEN EXISTS (SELECT 1 FROM corrected_due l WHERE ${fits}) ELSE EXISTS (SELECT 1 FROM deadline l WHERE ${fits}) END`;
  return { condition, values: [...values, ...values] };
};

/** Turns filters into what the database can look up. Undefined when a name in them is unknown: then nothing can match. */
export const resolveFilters = (db: Store, filters: TaskFilters, today: IsoDate): ResolvedFilters | undefined => {
  const groups: string[][] = [];
  const byName = (name: string | undefined, sql: string, toTag: (key: number) => string): void => {
    if (name !== undefined) groups.push(findKeys(db, sql, name).map(toTag));
  };
  byName(filters.body, BODY_KEYS, tag.body);
  byName(filters.lead, BODY_KEYS, tag.lead);
  byName(filters.issuer, ISSUER_KEYS, tag.issuer);
  byName(filters.type, TYPE_KEYS, tag.type);
  if (filters.year !== undefined) groups.push([tag.issuedYear(String(filters.year))]);
  if (filters.noDeadline === true) groups.push([tag.noDeadline]);
  if (filters.needsReview === true) groups.push([tag.needsReview]);
  const range = toRange(filters, today);
  const rangeTags = range === undefined ? undefined : tagsOfRange(db, range);
  if (rangeTags !== undefined) groups.push(rangeTags);
  if (groups.some((tags) => tags.length === 0)) return undefined;
  const days = range === undefined ? { condition: '', values: [] } : toCondition(range);
  return { tags: groups.map(anyOf), ...days };
};
