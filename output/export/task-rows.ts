import { dayInVietnam } from '../../language/calendar/signing-time.js';
import type { Correction } from '../../schemas/correction.js';
import type { Deadline, Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { IsoDate } from '../../schemas/span.js';
import { countsAsTask } from '../tracker/counts-as-task.js';
import type { DeadlineType } from '../tracker/deadline-type.js';
import { findFirstDeadline } from '../tracker/first-deadline.js';
import { listNames } from '../tracker/list-names.js';
import { type Review, readReview } from '../tracker/needs-review.js';
import { makeTaskCode } from '../tracker/task-code.js';
import { findTrackerState, type TrackerState, trackDirective } from '../tracker/tracker-state.js';
import type { SelectedRecord } from './select-records.js';

/** One task as the tables of clerks show it. */
export interface TaskRow {
  readonly document: ExportedDocument['document'];
  readonly directive: Directive;
  /** Ordinal in its code, from 1. */
  readonly ordinal: number;
  /** Mã nhiệm vụ: unique, and the same from export to export. */
  readonly code: string;
  /** Day of its last change, in Vietnam: of its reading, or of a correction of it or of the header. */
  readonly changedOn: IsoDate | null;
  /** Paths of other files of the same paper. — bản trùng */
  readonly copies: readonly string[];
  /** Names that the office's list has not. — tên ngoài danh mục */
  readonly unlisted: ReadonlySet<string>;
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

/** Who and when of a directive, or of some of its clauses. */
const readAssignments = (directive: Directive, today: IsoDate) => {
  const tracked = trackDirective(directive);
  return {
    leads: listNames(directive, 'lead'),
    executing: listNames(directive, 'executing'),
    coordinating: listNames(directive, 'coordinating'),
    receiving: listNames(directive, 'receiving'),
    deadline: findFirstDeadline(directive),
    deadlineType: tracked.deadlineType,
    state: findTrackerState(tracked, today),
  };
};

/**
 * A row for each clause, where several have deadlines of their own: two bodies with two days are two lines of a tracker. Any
 * other task stays one row. The codes of the second and later ones end in their ordinal: "…·04.2". — phân công
 */
export const splitByDeadline = (row: TaskRow, today: IsoDate): readonly TaskRow[] => {
  const { assignments } = row.directive;
  if (assignments.filter(({ deadlines }) => deadlines.length > 0).length < 2) return [row];
  return assignments.map((assignment, i) => ({
    ...row,
    code: i === 0 ? row.code : `${row.code}.${i + 1}`,
    ...readAssignments({ ...row.directive, assignments: [assignment] }, today),
  }));
};

const NONE: ReadonlySet<string> = new Set();

/** Times may bear different zones: they are compared as moments. */
const findChangedOn = (read: string | null, corrections: readonly Correction[], id: string): IsoDate | null => {
  const own = corrections.filter(({ directiveId }) => directiveId === id || directiveId === null);
  const times = [...(read === null ? [] : [read]), ...own.map(({ correctedAt }) => correctedAt)];
  const last = times.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  return last === undefined ? null : dayInVietnam(last);
};

/** The tasks of documents as rows, in order, one at a time; lead-ins and headings are no rows. */
export function* listTaskRows(records: Iterable<SelectedRecord>, today: IsoDate): Generator<TaskRow> {
  for (const { record, corrections, ordinals, repeatsNumber, changedAt, copies = [], unlisted } of records) {
    for (const [index, directive] of record.directives.entries()) {
      if (!countsAsTask(directive, corrections)) continue;
      const ordinal = ordinals[index] ?? index + 1;
      yield {
        document: record.document,
        directive,
        ordinal,
        code: makeTaskCode(record.document, ordinal, repeatsNumber),
        changedOn: findChangedOn(changedAt, corrections, directive.id),
        copies,
        unlisted: unlisted?.get(directive.id) ?? NONE,
        ...readAssignments(directive, today),
        review: readReview(directive, corrections),
      };
    }
  }
}
