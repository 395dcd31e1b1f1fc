import { z } from 'zod';
import { BodyRole, DeadlineKind } from '../../schemas/directive.js';
import { IsoDate } from '../../schemas/span.js';
import { TRACKER_STATES } from '../tracker/tracker-state.js';

/** What search and every export can be narrowed by. Names are compared by whole words, without marks, abbreviations written out. */
export const TaskFilters = z
  .object({
    /** A body in any role, or in `role`. — cơ quan */
    body: z.string().optional(),
    /** Role of `body`; without a body, tasks in which somebody has it. — vai trò */
    role: BodyRole.optional(),
    /** A body as lead. — chủ trì */
    lead: z.string().optional(),
    /** cơ quan ban hành */
    issuer: z.string().optional(),
    /** loại văn bản: its name or the letters that stand for it, KL */
    type: z.string().optional(),
    /** Year of issue. */
    year: z.int().optional(),
    /** Issued on this day or later, and on this day or earlier: a month of issue. — ban hành từ, đến */
    issuedAfter: IsoDate.optional(),
    issuedBefore: IsoDate.optional(),
    /** Number of the document, whole or its beginning: 301-KL/TU, 301. — số, ký hiệu */
    number: z.string().optional(),
    /** Number of the meeting: 15. — hội nghị lần thứ */
    meeting: z.string().optional(),
    /** Stored by this batch. — lượt nạp */
    batch: z.int().optional(),
    /** Due on this day or earlier. */
    dueBefore: IsoDate.optional(),
    /** Due on this day or later. */
    dueAfter: IsoDate.optional(),
    /** The last day in time is this day or earlier: "trước ngày 15" has the 14th. */
    lastBefore: IsoDate.optional(),
    /** The last day in time is this day or later. */
    lastAfter: IsoDate.optional(),
    /** The last day in time lies before `today`. — quá hạn */
    overdue: z.boolean().optional(),
    /** The last day in time is `today` or at most so many days later. — sắp đến hạn */
    dueWithin: z.int().min(0).optional(),
    /** Somebody must fill in the day: state CẦN ĐIỀN HẠN. — cần điền hạn */
    noDeadline: z.boolean().optional(),
    /** One of its deadlines is of this kind. — loại thời hạn */
    deadlineKind: DeadlineKind.optional(),
    /** A part of one of its days, mostly the year, was taken from the issue date. — năm suy ra */
    inferred: z.boolean().optional(),
    /** State of the clerks' tracker on `today`. — trạng thái */
    state: z.enum(TRACKER_STATES).optional(),
    /** Its own reading left a doubt and nobody confirmed it. — cần xem lại */
    needsReview: z.boolean().optional(),
    /** It has an open doubt of this rule, by its id or its room: `deadlines`. — lý do cần xem lại */
    why: z.string().optional(),
  })
  .readonly();
export type TaskFilters = z.infer<typeof TaskFilters>;

/** Filters together; of two for one field the later holds, and one that is not set says nothing. */
export const joinFilters = (...all: readonly TaskFilters[]): TaskFilters =>
  Object.fromEntries(all.flatMap((filters) => Object.entries(filters).filter(([, value]) => value !== undefined)));
