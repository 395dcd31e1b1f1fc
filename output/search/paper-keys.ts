import { foldWords } from '../store/fold-words.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import type { TaskFilters } from './task-filters.js';

/** A field of the header, over all documents that have one. */
const headersOf = (column: 'number' | 'meeting_number'): string =>
  `SELECT document_key AS key, ${column} AS value FROM document WHERE ${column} IS NOT NULL`;

/** True when the words of a number begin with those that were asked for: 301 and 301-KL are of 301-KL/TU, 30 is not. */
const beginsWith = (value: string, asked: string): boolean => `${foldWords(value)} `.startsWith(`${asked} `);

const findByHeader = (
  db: Store,
  column: 'number' | 'meeting_number',
  asked: string,
  fits: typeof beginsWith,
): number[] => {
  const words = foldWords(asked);
  return prepare<{ key: number; value: string }>(db, headersOf(column))
    .all()
    .filter(({ value }) => fits(value, words))
    .map(({ key }) => key);
};

const OF_BATCH = `SELECT d.document_key AS key FROM document d JOIN file f ON f.file_key = d.file_key WHERE f.batch_key = ?`;

const ISSUED = 'SELECT document_key AS key FROM document WHERE issued_on BETWEEN ? AND ? ORDER BY document_key';

/**
 * Keys of the papers that the filters by number, meeting, batch and days of issue let through; undefined when none of these is given. They are
 * few papers out of all, so that they are named rather than tagged.
 */
export const findPaperKeys = (
  db: Store,
  { number, meeting, batch, issuedAfter, issuedBefore }: TaskFilters,
): readonly number[] | undefined => {
  const sets: number[][] = [];
  if (number !== undefined) sets.push(findByHeader(db, 'number', number, beginsWith));
  if (meeting !== undefined)
    sets.push(findByHeader(db, 'meeting_number', meeting, (value, asked) => foldWords(value) === asked));
  if (batch !== undefined)
    sets.push(
      prepare<{ key: number }>(db, OF_BATCH)
        .all(batch)
        .map(({ key }) => key),
    );
  if (issuedAfter !== undefined || issuedBefore !== undefined)
    sets.push(
      prepare<{ key: number }>(db, ISSUED)
        .all(issuedAfter ?? '', issuedBefore ?? '9999')
        .map(({ key }) => key),
    );
  const [first, ...others] = sets;
  return first?.filter((key) => others.every((other) => other.includes(key)));
};
