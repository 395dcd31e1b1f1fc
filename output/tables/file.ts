import { z } from 'zod';
import type { FileInfo } from '../../schemas/stages.js';
import { type Columns, cell, converted, optional } from './columns.js';
import { defineTable } from './table.js';

export type FileStatus = 'stored' | 'needs-review' | 'quarantined';

/** What the database says of a file, be it read or in quarantine. */
export interface FileRow {
  readonly sha256: string;
  readonly path: string;
  /** Null when the bytes are of no known kind. */
  readonly mediaType: string | null;
  readonly byteLength: number;
  readonly status: FileStatus;
  /** Why it is in quarantine, and what to do about it; null when it is not. */
  readonly errorCode: string | null;
  readonly errorVi: string | null;
  readonly errorEn: string | null;
  readonly hintVi: string | null;
  readonly hintEn: string | null;
  readonly storedAt: string;
  /** Of pages that were joined: the name of each image and its hash. */
  readonly parts?: FileInfo['parts'];
}

const Parts = z.array(z.object({ name: z.string(), sha256: z.string() }));
const PARTS = optional(
  converted(
    cell<string>(),
    (parts: NonNullable<FileInfo['parts']>) => JSON.stringify(parts),
    (json): NonNullable<FileInfo['parts']> => Parts.parse(JSON.parse(json)),
  ),
);

/** One file, column by column. — tệp */
export const FILE_COLUMNS: Columns<FileRow> = {
  sha256: cell(),
  path: cell(),
  mediaType: cell(),
  byteLength: cell(),
  status: cell(),
  errorCode: cell(),
  errorVi: cell(),
  errorEn: cell(),
  hintVi: cell(),
  hintEn: cell(),
  storedAt: cell(),
  parts: PARTS,
};

/** Files, with the stage versions and models that they were processed with: null in quarantine. */
export const FILE = defineTable('file', ['processKey'], FILE_COLUMNS);

const FILE_INFO_COLUMNS: Columns<FileInfo> = {
  path: cell(),
  sha256: cell(),
  byteLength: cell(),
  mediaType: cell(),
  parts: PARTS,
};

/** What the stages know of a file that was read: the same table, where the bytes are always of a known kind. */
export const FILE_INFO = defineTable('file', [], FILE_INFO_COLUMNS);
