import { z } from 'zod';
import { PipelineError } from '../../pipeline/base/errors.js';

/** Where a page of results ended. `sorted`: by date of issue; `stored`: newest stored first, for too many results to sort. */
export const Cursor = z.union([
  z.object({ order: z.literal('sorted'), exact: z.boolean(), inRow: z.boolean(), issuedOn: z.string(), key: z.int() }),
  z.object({ order: z.literal('stored'), exact: z.boolean(), key: z.int() }),
]);
export type Cursor = z.infer<typeof Cursor>;

/** A cursor as a word that can stand in a command line or an address. */
export const writeToken = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

const tryJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

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
