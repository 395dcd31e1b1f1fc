import type { Deadline, Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { IsoDate } from '../../schemas/span.js';
import { isConfirmed } from '../tracker/apply-corrections.js';
import { classifyDeadline, type DeadlineType } from '../tracker/deadline-type.js';
import { listNames } from '../tracker/list-names.js';
import { findTrackerState, type TrackerState } from '../tracker/tracker-state.js';
import type { SelectedRecord } from './select-records.js';

/** One directive as the tables of clerks show it. */
export interface TaskRow {
  readonly document: ExportedDocument['document'];
  readonly directive: Directive;
  /** Ordinal in the whole document, from 1. */
  readonly ordinal: number;
  readonly leads: readonly string[];
  readonly executing: readonly string[];
  readonly coordinating: readonly string[];
  readonly receiving: readonly string[];
  /** The deadline that counts first: the earliest day, else the first that is written. */
  readonly deadline: Deadline | null;
  readonly deadlineType: DeadlineType | null;
  readonly state: TrackerState;
  /** True when a person confirmed it. */
  readonly confirmed: boolean;
}

/** The deadline that comes first: the earliest day, else the first that is written; null when there is none. */
export const findFirstDeadline = (directive: Directive): Deadline | null => {
  const all = directive.assignments.flatMap((assignment) => assignment.deadlines);
  const dated = all.filter((deadline) => deadline.due !== null);
  dated.sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1));
  return dated[0] ?? all[0] ?? null;
};

/** The directives of documents as rows, in order, one at a time. */
export function* listTaskRows(records: Iterable<SelectedRecord>, today: IsoDate): Generator<TaskRow> {
  for (const { record, corrections, ordinals } of records) {
    for (const [index, directive] of record.directives.entries()) {
      const deadline = findFirstDeadline(directive);
      const deadlineType = classifyDeadline(directive);
      yield {
        document: record.document,
        directive,
        ordinal: ordinals[index] ?? index + 1,
        leads: listNames(directive, 'lead'),
        executing: listNames(directive, 'executing'),
        coordinating: listNames(directive, 'coordinating'),
        receiving: listNames(directive, 'receiving'),
        deadline,
        deadlineType,
        state: findTrackerState({ deadlineType, deadline, done: false }, today),
        confirmed: isConfirmed(directive.id, corrections),
      };
    }
  }
}
