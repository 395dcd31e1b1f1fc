import fc from 'fast-check';
import { correct } from '../../../output/review/correct.js';
import { loadPaper, passagesOf } from '../../../output/review/items.js';
import type { CorrectionRequest } from '../../../output/review/request.js';
import { listCorrections } from '../../../output/store/corrections.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { saveFile } from '../../../output/store/save-file.js';
import type { Store } from '../../../output/store/store.js';
import { applyCorrections } from '../../../output/tracker/apply-corrections.js';
import { countsAsTask } from '../../../output/tracker/counts-as-task.js';
import { listNames } from '../../../output/tracker/list-names.js';
import { readReview } from '../../../output/tracker/needs-review.js';
import { findTrackerState, trackDirective } from '../../../output/tracker/tracker-state.js';
import { PipelineError } from '../../../pipeline/base/errors.js';
import type { Correction } from '../../../schemas/correction.js';
import type { BodyRole, Directive } from '../../../schemas/directive.js';
import type { ExportedDocument } from '../../../schemas/export.js';
import { AT, makeFile, openWith, TODAY } from '../sample-records.js';
import { type Database, database, NAMES, type Step } from './arbitrary-databases.js';

/** A task as the rules say it is. */
export interface Task {
  readonly document: ExportedDocument['document'];
  readonly directive: Directive;
  readonly corrections: readonly Correction[];
}

const BY = { by: 'Minh', at: AT };

const toRequest = (db: Store, documentId: string, { ask, typed, item }: Step): CorrectionRequest | undefined => {
  const paper = loadPaper(db, documentId);
  const directives = paper?.record.directives ?? [];
  const id = directives[item % Math.max(1, directives.length)]?.id ?? documentId;
  switch (ask) {
    case 'due':
    case 'text':
    case 'number':
      return { do: 'fix', id, fields: { [ask]: typed } };
    case 'body':
      return { do: 'fix', id, fields: { [typed]: NAMES.slice(0, item % 3).join('; ') } };
    case 'header':
      return { do: 'fix', id: documentId, fields: { [typed]: item % 2 === 0 ? '' : 'Đổi khác' } };
    case 'split':
      return { do: 'split', id, at: typed };
    case 'merge':
      return { do: 'merge', id, other: directives[(item + 1) % Math.max(1, directives.length)]?.id ?? '' };
    case 'add':
      return { do: 'add', id: paper === undefined ? '' : (passagesOf(paper)[0]?.id ?? '') };
    case 'dismiss':
    case 'confirm':
      return { do: ask, id };
    case 'undo': {
      const key = paper?.history.at(-1 - item)?.key;
      return key === undefined ? undefined : { do: 'undo', key };
    }
  }
};

/** What a person does; what is refused leaves everything as it was. */
export const take = (db: Store, documentId: string, step: Step): void => {
  const request = toRequest(db, documentId, step);
  if (request === undefined) return;
  try {
    correct(db, request, BY);
  } catch (error) {
    if (!(error instanceof PipelineError) || !['correction-invalid', 'usage'].includes(error.code)) throw error;
  }
};

export const build = ({ records, corrections, steps, isReadAgain }: Database): Store => {
  const db = openWith(records);
  for (const correction of corrections) saveCorrection(db, correction);
  for (const step of steps) take(db, records[step.document % records.length]?.document.id ?? '', step);
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
