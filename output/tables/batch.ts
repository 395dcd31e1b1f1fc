import { z } from 'zod';
import type { Bilingual } from '../../schemas/note.js';
import { type Columns, cell, converted, group, nullable } from './columns.js';
import { defineTable } from './table.js';

/** One run of ingestion as it begins. — lượt nạp */
export interface BatchRow {
  readonly startedAt: string;
  /** The files and folders that were asked for. */
  readonly roots: readonly string[];
}

const Roots = z.array(z.string());

const BATCH_COLUMNS: Columns<BatchRow> = {
  startedAt: cell(),
  roots: converted(
    cell<string>(),
    (roots) => JSON.stringify(roots),
    (json) => Roots.parse(JSON.parse(json)),
  ),
};

/** Runs of ingestion, in order. */
export const BATCH = defineTable('batch', [], BATCH_COLUMNS);

export type BatchOutcome = 'stored' | 'needs-review' | 'duplicate' | 'quarantined' | 'skipped';

/** One line of the manifest of a batch. — dòng bảng kê */
export interface BatchFile {
  readonly path: string;
  /** Null when the file could not be read. */
  readonly sha256: string | null;
  readonly outcome: BatchOutcome;
  readonly reason: Bilingual | null;
  /** Code of the error, where one is the reason; null else. */
  readonly code: string | null;
}

/** A line of a manifest, column by column. */
export const BATCH_FILE_COLUMNS: Columns<BatchFile> = {
  path: cell(),
  sha256: cell(),
  outcome: cell(),
  reason: nullable(group<Bilingual>({ vi: cell(), en: cell() })),
  code: cell('reason_code'),
};

/** Manifests by batch. */
export const BATCH_FILE = defineTable('batch_file', ['batchKey'], BATCH_FILE_COLUMNS);
