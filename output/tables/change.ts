import { type Columns, cell } from './columns.js';
import { defineTable } from './table.js';

/** What a change feed says of one change. `id` is that of a document; a correction is named by its document, too. */
export interface ChangeRow {
  readonly kind: 'insert' | 'update' | 'delete';
  readonly entity: 'document' | 'correction';
  readonly id: string;
  readonly changedAt: string;
}

/** One entry of the change feed, column by column. — nhật ký thay đổi */
export const CHANGE_COLUMNS: Columns<ChangeRow> = { kind: cell(), entity: cell(), id: cell(), changedAt: cell() };

/** The change feed; its sequence comes from the database. */
export const CHANGE = defineTable('change', [], CHANGE_COLUMNS);
