import fc from 'fast-check';
import { listCorrections } from '../../../output/store/corrections.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { saveFile } from '../../../output/store/save-file.js';
import type { Store } from '../../../output/store/store.js';
import { applyCorrections } from '../../../output/tracker/apply-corrections.js';
import { countsAsTask } from '../../../output/tracker/counts-as-task.js';
import { listNames } from '../../../output/tracker/list-names.js';
import { readReview } from '../../../output/tracker/needs-review.js';
import { findTrackerState, trackDirective } from '../../../output/tracker/tracker-state.js';
import type { Correction } from '../../../schemas/correction.js';
import type { BodyRole, Directive } from '../../../schemas/directive.js';
import type { ExportedDocument } from '../../../schemas/export.js';
import { makeFile, openWith, TODAY } from '../sample-records.js';
import { type Database, database } from './arbitrary-databases.js';

/** A task as the rules say it is. */
export interface Task {
  readonly document: ExportedDocument['document'];
  readonly directive: Directive;
  readonly corrections: readonly Correction[];
}

export const build = ({ records, corrections, isReadAgain }: Database): Store => {
  const db = openWith(records);
  for (const correction of corrections) saveCorrection(db, correction);
  // Read again with another outcome: corrections stay, and everything follows them anew.
  if (isReadAgain)
    for (const record of records)
      saveFile(db, makeFile({ ...record, document: { ...record.document, subject: 'Đọc lại' } }));
  return db;
};

export const listTasks = (db: Store, records: readonly ExportedDocument[]): Task[] =>
  records.flatMap((record) => {
    const corrections = listCorrections(db, record.document.id);
    const { document, directives } = applyCorrections(record, corrections);
    return directives
      .filter((directive) => countsAsTask(directive, corrections))
      .map((directive) => ({ document, directive, corrections }));
  });

export const joinNames = (directive: Directive, role: BodyRole): string | null =>
  listNames(directive, role).join('; ') || null;
export const byId = <T extends { readonly id: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
export const idsOf = (tasks: readonly Task[]): string[] => tasks.map(({ directive }) => directive.id).sort();

export const stateOf = ({ directive }: Task): string => findTrackerState(trackDirective(directive), TODAY);
export const isToReview = ({ directive, corrections }: Task): boolean =>
  readReview(directive, corrections) === 'needs-review';

/** Runs a check over any database with any corrections. */
export const always = (check: (db: Store, tasks: readonly Task[], given: Database) => void): void =>
  fc.assert(
    fc.property(database, (given) => {
      const db = build(given);
      check(db, listTasks(db, given.records), given);
      db.close();
    }),
    { numRuns: 80 },
  );
