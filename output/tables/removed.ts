import { z } from 'zod';
import { type Columns, cell, converted, flag, optional } from './columns.js';
import { defineTable } from './table.js';

const HeldDocuments = z.array(
  z.object({
    id: z.string(),
    type: z.string().nullable(),
    number: z.string().nullable(),
    issuedOn: z.string().nullable(),
    tasks: z.int(),
  }),
);

/** What a list shows of a document that was taken out with its file. */
export type RemovedDocument = z.infer<typeof HeldDocuments>[number];

/** A file that was taken out, as far as lists show it. — văn bản đã gỡ */
export interface RemovedFile {
  readonly sha256: string;
  readonly path: string;
  readonly documents: readonly RemovedDocument[];
  readonly removedAt: string;
  readonly removedBy: string;
  /** The batch that had stored it; null unknown. */
  readonly batchKey: number | null;
  /** Taken out with its whole batch; else by itself. */
  readonly undone: boolean;
}

const REMOVED_COLUMNS: Columns<RemovedFile> = {
  sha256: cell(),
  path: cell(),
  documents: converted(
    cell<string>(),
    (documents) => JSON.stringify(documents),
    (json) => HeldDocuments.parse(JSON.parse(json)),
  ),
  removedAt: cell(),
  removedBy: cell(),
  batchKey: cell(),
  undone: flag(),
};

/** Files that were taken out, with all that was stored of them. */
export const REMOVED = defineTable('removed', ['record', 'corrections'], REMOVED_COLUMNS);

/** What was done with a file as a whole. — nhật ký tệp */
export interface FileEvent {
  readonly kind:
    | 'removed'
    | 'restored'
    | 'purged'
    | 'released'
    | 'dropped'
    | 'settled'
    | 'moved'
    | 'replaced'
    | 'copied'
    | 'forward';
  /** Null for a file that could never be read. */
  readonly sha256: string | null;
  readonly path: string;
  readonly batchKey: number | null;
  readonly doneBy: string;
  readonly doneAt: string;
  /** moved: where it was; replaced, copied: hash of the file that counts; forward: of the one that counted before. */
  readonly about?: string | undefined;
}

const FILE_EVENT_COLUMNS: Columns<FileEvent> = {
  kind: cell(),
  sha256: cell(),
  path: cell(),
  batchKey: cell(),
  doneBy: cell(),
  doneAt: cell(),
  about: optional(cell()),
};

/** Removals, restorations and the like, in order. */
export const FILE_EVENT = defineTable('file_event', [], FILE_EVENT_COLUMNS);
