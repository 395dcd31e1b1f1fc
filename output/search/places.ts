import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { type Match, takeKeys } from './match.js';
import type { SearchSort } from './page-token.js';

/** A directive among the results, with what they are sorted by. */
export interface Place {
  readonly key: number;
  readonly exact: boolean;
  /** True when the words as typed are neighbours in it. */
  readonly inRow: boolean;
  /** Day of issue, or for the order `due` the earliest day of the task. Empty when unknown: sorts last. */
  readonly day: string;
}

/** Negative when one stands before the other in an order. */
export const comparePlaces = (a: Place, b: Place, sort: SearchSort): number => {
  if (sort === 'relevance') {
    if (a.exact !== b.exact) return a.exact ? -1 : 1;
    if (a.inRow !== b.inRow) return a.inRow ? -1 : 1;
  }
  if (a.day !== b.day) {
    if (a.day === '' || b.day === '') return a.day === '' ? 1 : -1;
    return a.day > b.day === (sort === 'due') ? 1 : -1;
  }
  return a.key - b.key;
};

const ISSUED = `SELECT x.directive_key AS key, coalesce(d.issued_on, '') AS day
  FROM json_each(?) k CROSS JOIN directive x INDEXED BY directive_narrow ON x.directive_key = k.value
  CROSS JOIN document d ON d.document_key = x.document_key`;
const DUE = `SELECT k.value AS key, coalesce((SELECT min(l.due) FROM deadline l WHERE l.directive_key = k.value), '') AS day
  FROM json_each(?) k`;

/** The results in their order; `exact` and `inRow` are asked of the index only where the order needs them. */
export const placeKeys = (db: Store, match: Match, keys: readonly number[], sort: SearchSort): Place[] => {
  const ask = (expression: string | null): ReadonlySet<number> =>
    new Set(
      expression === null || (sort !== 'relevance' && expression === match.inRow)
        ? keys
        : takeKeys(db, match, expression, keys.length + 1),
    );
  const [exact, inRow] = [ask(match.exact), ask(match.inRow)];
  return prepare<{ key: number; day: string }>(db, sort === 'due' ? DUE : ISSUED)
    .all(JSON.stringify(keys))
    .map((place) => ({ ...place, exact: exact.has(place.key), inRow: inRow.has(place.key) }))
    .sort((a, b) => comparePlaces(a, b, sort));
};
