import type { Deadline, Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { IsoDate } from '../../schemas/span.js';
import { countsAsTask } from '../tracker/counts-as-task.js';
import type { DeadlineType } from '../tracker/deadline-type.js';
import { findFirstDeadline } from '../tracker/first-deadline.js';
import { listNames } from '../tracker/list-names.js';
import { type Review, readReview } from '../tracker/needs-review.js';
import { findTrackerState, type TrackerState, trackDirective } from '../tracker/tracker-state.js';
import type { SelectedRecord } from './select-records.js';

/** One task as the tables of clerks show it. */
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
  readonly review: Review;
}

/** The tasks of documents as rows, in order, one at a time; lead-ins and headings are no rows. */
export function* listTaskRows(records: Iterable<SelectedRecord>, today: IsoDate): Generator<TaskRow> {
  for (const { record, corrections, ordinals } of records) {
    for (const [index, directive] of record.directives.entries()) {
      if (!countsAsTask(directive, corrections)) continue;
      const tracked = trackDirective(directive);
      yield {
        document: record.document,
        directive,
        ordinal: ordinals[index] ?? index + 1,
        leads: listNames(directive, 'lead'),
        executing: listNames(directive, 'executing'),
        coordinating: listNames(directive, 'coordinating'),
        receiving: listNames(directive, 'receiving'),
        deadline: findFirstDeadline(directive),
        deadlineType: tracked.deadlineType,
        state: findTrackerState(tracked, today),
        review: readReview(directive, corrections),
      };
    }
  }
}
