import { z } from 'zod';
import { IsoDate } from '../../schemas/span.js';
import { foldWords } from '../store/fold-words.js';
import { tag } from '../store/index-text.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { type DueRange, readDueRange, shiftDay } from '../tracker/due.js';
import { isDueInSql } from '../tracker/task-sql.js';

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
    /** The last day in time lies before `today`. — quá hạn */
    overdue: z.boolean().optional(),
    /** The last day in time is `today` or at most so many days later. — sắp đến hạn */
    dueWithin: z.int().min(0).optional(),
    /** Somebody must fill in the day: state CẦN ĐIỀN HẠN. — cần điền hạn */
    noDeadline: z.boolean().optional(),
    /** Its own reading left a doubt and nobody confirmed it. — cần xem lại */
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
  const range = readDueRange(filters, today);
  const rangeTags = range === undefined ? undefined : tagsOfRange(db, range);
  if (rangeTags !== undefined) groups.push(rangeTags);
  if (groups.some((tags) => tags.length === 0)) return undefined;
  const days = range === undefined ? { sql: '', values: [] } : isDueInSql('f.rowid', range);
  return { tags: groups.map(anyOf), condition: days.sql === '' ? '' : `AND ${days.sql}`, values: days.values };
};
