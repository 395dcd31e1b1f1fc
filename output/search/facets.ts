import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { splitNames } from '../tracker/corrected-value.js';

/** One value of a facet and how many tasks have it. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** Counts of what matched, most frequent first. Over `counted` directives: all of them when `exact`, else the newest stored. */
export interface Facets {
  readonly counted: number;
  readonly exact: boolean;
  readonly leads: readonly FacetCount[];
  readonly issuers: readonly FacetCount[];
  readonly types: readonly FacetCount[];
  readonly years: readonly FacetCount[];
}

const TOP = 12;

const toCounts = (counts: ReadonlyMap<string, number>): FacetCount[] =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, TOP);

const addTo = (counts: Map<string, number>, value: string | null | undefined, count: number): void => {
  if (value !== null && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + count);
};

interface DocumentFacts {
  readonly issuer: string | null;
  readonly type: string | null;
  readonly issued_on: string | null;
}

/** Runs a statement that counts over many directives at once: one call costs far less than thousands. */
const countBy = (db: Store, sql: string, keys: readonly number[]): { key: number; count: number }[] =>
  prepare<{ key: number; count: number }>(db, sql).all(JSON.stringify(keys));

const BY_DOCUMENT = `SELECT x.document_key AS key, count(*) AS count
  FROM json_each(?) k CROSS JOIN directive x INDEXED BY directive_narrow ON x.directive_key = k.value GROUP BY 1`;
const BY_LEAD = `SELECT body_key AS key, count(*) AS count FROM (
    SELECT DISTINCT ab.directive_key, ab.body_key
    FROM json_each(?) k CROSS JOIN assignment_body ab ON ab.directive_key = k.value WHERE ab.role = 'lead'
  ) GROUP BY 1`;

const CORRECTED_LEADS = `SELECT x.directive_key AS key, c.new_value AS names
  FROM json_each(?) k CROSS JOIN directive x INDEXED BY directive_narrow ON x.directive_key = k.value
  CROSS JOIN directive y ON y.directive_key = x.directive_key
  CROSS JOIN document d ON d.document_key = x.document_key
  CROSS JOIN latest_correction c ON c.document_id = d.id AND c.directive_id = y.id AND c.field = 'lead'`;
const HAS_CORRECTED_LEADS = `SELECT 1 AS yes FROM correction WHERE field = 'lead' LIMIT 1`;

/** The leads that people gave in place of those that were read, by directive. */
const listCorrectedLeads = (db: Store, keys: readonly number[]): ReadonlyMap<number, string | null> => {
  if (prepare(db, HAS_CORRECTED_LEADS).get() === undefined) return new Map();
  const rows = prepare<{ key: number; names: string | null }>(db, CORRECTED_LEADS).all(JSON.stringify(keys));
  return new Map(rows.map(({ key, names }) => [key, names]));
};

/** Counts leads, issuers, types and years over tasks, as people corrected them; `exact` says whether these are all that matched. */
export const countFacets = (db: Store, keys: readonly number[], exact: boolean): Facets => {
  const issuers = new Map<string, number>();
  const types = new Map<string, number>();
  const years = new Map<string, number>();
  const findFacts = prepare<DocumentFacts>(
    db,
    `SELECT v.issuer, v.type, v.issued_on FROM document d JOIN documents v ON v.document_id = d.id
     WHERE d.document_key = ?`,
  );
  for (const { key, count } of countBy(db, BY_DOCUMENT, keys)) {
    const facts = findFacts.get(key);
    addTo(issuers, facts?.issuer, count);
    addTo(types, facts?.type, count);
    addTo(years, facts?.issued_on?.slice(0, 4), count);
  }
  const leads = new Map<string, number>();
  const findName = prepare<{ name: string }>(db, 'SELECT name FROM body WHERE body_key = ?');
  const corrected = listCorrectedLeads(db, keys);
  const read = keys.filter((key) => !corrected.has(key));
  for (const { key, count } of countBy(db, BY_LEAD, read)) addTo(leads, findName.get(key)?.name, count);
  for (const name of [...corrected.values()].flatMap(splitNames)) addTo(leads, name, 1);
  return {
    counted: keys.length,
    exact,
    leads: toCounts(leads),
    issuers: toCounts(issuers),
    types: toCounts(types),
    years: toCounts(years),
  };
};
