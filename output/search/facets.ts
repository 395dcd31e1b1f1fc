import type { Store } from '../store/open-database.js';
import { prepare } from '../store/statements.js';

/** One value of a facet and how many directives have it. */
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

const countDocuments = (db: Store, keys: readonly number[]): Map<number, number> => {
  const find = prepare<{ key: number }>(
    db,
    'SELECT document_key AS key FROM directive INDEXED BY directive_narrow WHERE directive_key = ?',
  );
  const counts = new Map<number, number>();
  for (const key of keys) {
    const document = find.get(key)?.key;
    if (document !== undefined) counts.set(document, (counts.get(document) ?? 0) + 1);
  }
  return counts;
};

const countLeads = (db: Store, keys: readonly number[]): Map<number, number> => {
  const find = prepare<{ key: number }>(
    db,
    `SELECT DISTINCT body_key AS key FROM assignment_body WHERE directive_key = ? AND role = 'lead'`,
  );
  const counts = new Map<number, number>();
  for (const directive of keys) for (const { key } of find.all(directive)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/** Counts leads, issuers, types and years over directives; `exact` says whether these are all that matched. */
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
  for (const [document, count] of countDocuments(db, keys)) {
    const facts = findFacts.get(document);
    addTo(issuers, facts?.issuer, count);
    addTo(types, facts?.type, count);
    addTo(years, facts?.issued_on?.slice(0, 4), count);
  }
  const leads = new Map<string, number>();
  const findName = prepare<{ name: string }>(db, 'SELECT name FROM body WHERE body_key = ?');
  for (const [body, count] of countLeads(db, keys)) addTo(leads, findName.get(body)?.name, count);
  return {
    counted: keys.length,
    exact,
    leads: toCounts(leads),
    issuers: toCounts(issuers),
    types: toCounts(types),
    years: toCounts(years),
  };
};
