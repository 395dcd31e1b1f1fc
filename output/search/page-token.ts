import { z } from 'zod';
import { PipelineError } from '../../pipeline/base/errors.js';
import { tryJson } from './try-json.js';

/** relevance: marks as typed, then words in a row, then newest issued; due: earliest day first, those without a day last; issued: newest first. */
export const SEARCH_SORTS = ['relevance', 'due', 'issued'] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

/** Where a page of results ended. `sorted`: by `sort`; `stored`: newest stored first, for too many results to sort. */
export const Cursor = z.union([
  z.object({
    order: z.literal('sorted'),
    sort: z.enum(SEARCH_SORTS),
    exact: z.boolean(),
    inRow: z.boolean(),
    day: z.string(),
    key: z.int(),
  }),
  z.object({ order: z.literal('stored'), exact: z.boolean(), key: z.int() }),
]);
export type Cursor = z.infer<typeof Cursor>;

/** A cursor as a word that can stand in a command line or an address. */
export const writeToken = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** Gives back what writeToken took; any other text is a PipelineError `usage`. */
export const readToken = (token: string): Cursor => {
  const parsed = Cursor.safeParse(tryJson(Buffer.from(token, 'base64url').toString('utf8')));
  if (parsed.success) return parsed.data;
  throw new PipelineError(
    'usage',
    { vi: 'Mã trang kết quả không đúng', en: 'Expected a page token that an earlier search printed' },
    { vi: 'Tìm lại từ trang đầu', en: 'Search again from the first page' },
  );
};
