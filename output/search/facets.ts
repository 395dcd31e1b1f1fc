import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';

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

const BY_NAME = `SELECT count(DISTINCT ab.directive_key) AS count
  FROM json_each(?) k CROSS JOIN assignment_body ab ON ab.directive_key = k.value
  WHERE ab.role = 'lead' AND ab.body_key IN (SELECT value FROM json_each(?))`;

/** Counts leads, issuers, types and years over tasks, as people corrected them; `exact` says whether these are all that matched. */
export const countFacets = (db: Store, keys: readonly number[], exact: boolean): Facets => {
  const issuers = new Map<string, number>();
  const types = new Map<string, number>();
  const years = new Map<string, number>();
  const findFacts = prepare<DocumentFacts>(
    db,
    `SELECT i.name AS issuer, t.name AS type, d.issued_on FROM document d
     LEFT JOIN issuer i ON i.issuer_key = d.issuer_key LEFT JOIN document_type t ON t.type_key = d.type_key
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
  const bodies = new Map<string, number[]>();
  for (const { key, count } of countBy(db, BY_LEAD, keys)) {
    const name = findName.get(key)?.name;
    addTo(leads, name, count);
    if (name !== undefined) bodies.set(name, [...(bodies.get(name) ?? []), key]);
  }
  // One name may be two bodies, as a list and as a person wrote it: a task that has both is one task.
  for (const [name, own] of bodies)
    if (own.length > 1)
      leads.set(name, Number(prepare(db, BY_NAME).pluck().get(JSON.stringify(keys), JSON.stringify(own)) ?? 0));
  return {
    counted: keys.length,
    exact,
    leads: toCounts(leads),
    issuers: toCounts(issuers),
    types: toCounts(types),
    years: toCounts(years),
  };
};
