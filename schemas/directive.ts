import { z } from 'zod';
import { Note } from './note.js';
import { Confidence, IsoDate, Span } from './span.js';

/** stated: written so; computed: 15 days after a stated date; assumed: we supplied a part, such as the year. */
export const Certainty = z.enum(['stated', 'computed', 'assumed']);
export type Certainty = z.infer<typeof Certainty>;

/** What a deadline is: see Deadline. — loại thời hạn */
export const DeadlineKind = z.enum(['date', 'recurring', 'relative', 'event', 'standing']);
export type DeadlineKind = z.infer<typeof DeadlineKind>;

/** What a body does in a task. lead: chủ trì, được giao; executing: được chỉ đạo làm; coordinating: phối hợp; receiving: nơi nhận báo cáo. */
export const BodyRole = z.enum(['lead', 'executing', 'coordinating', 'receiving']);
export type BodyRole = z.infer<typeof BodyRole>;

/** A body or person with a role in a task. — cơ quan, đơn vị, cá nhân */
export const Body = z
  .object({
    /** As the text writes it, tidied only in spacing. */
    name: z.string().min(1),
    role: BodyRole,
    /** True when the name comes from a lead-in, a heading or the opening. */
    inherited: z.boolean(),
    /** Place in the directive's text; absent when inherited. */
    span: Span.optional(),
    /** Abbreviations expanded, tone marks in one place: what equal bodies share. */
    normalized: z.string(),
    /** central, province, district, commune; null when the text does not tell. — cấp */
    level: z.enum(['central', 'province', 'district', 'commune']).nullable(),
    /** party: Đảng; state: Nhà nước; front: Mặt trận, đoàn thể; other: doanh nghiệp …; null unknown. — khối */
    branch: z.enum(['party', 'state', 'front', 'other']).nullable(),
    confidence: Confidence,
  })
  .readonly();
export type Body = z.infer<typeof Body>;

/** When something is due. — thời hạn */
export const Deadline = z
  .object({
    /** As written. */
    text: z.string().min(1),
    /** Place in the text that was searched; in an annex row empty, at the end: the time stands in another column. */
    span: Span,
    kind: DeadlineKind,
    /** The named day, or the last day of the named month, quarter, half or year; null when none can be told. */
    due: IsoDate.nullable(),
    /** before: trước ngày; by: everything else; null where there is no day. */
    bound: z.enum(['before', 'by']).nullable(),
    /** True for phấn đấu: an aim, not an order. */
    target: z.boolean(),
    /** What the text names. */
    precision: z.enum(['day', 'week', 'month', 'quarter', 'half', 'year']).nullable(),
    /** True when a part (mostly the year) was taken from the issue date. */
    inferred: z.boolean(),
    /** RFC 5545 RRULE of a recurring one, where it can be expressed. */
    recurrence: z.string().nullable(),
    /** What a relative one counts from, as written. */
    anchor: z.string().nullable(),
    certainty: Certainty,
    /** Id of the finder. */
    foundBy: z.string(),
    confidence: Confidence,
  })
  .readonly();
export type Deadline = z.infer<typeof Deadline>;

/** A deadline of which the text says no more than that it is there. A new field has its value here. */
export const DEADLINE_DEFAULTS = {
  due: null,
  bound: null,
  target: false,
  precision: null,
  inferred: false,
  recurrence: null,
  anchor: null,
  certainty: 'stated',
  confidence: null,
} as const satisfies Partial<Deadline>;

/** A deadline from what is known of it: `makeDeadline({ text: 'thường xuyên', span, kind: 'standing', foundBy: id })`. */
export const makeDeadline = (known: Omit<Deadline, keyof typeof DEADLINE_DEFAULTS> & Partial<Deadline>): Deadline => ({
  ...DEADLINE_DEFAULTS,
  ...known,
});

/** A cited document. — văn bản viện dẫn */
export const Reference = z
  .object({
    text: z.string(),
    span: Span,
    type: z.string().nullable(),
    number: z.string(),
    on: IsoDate.nullable(),
    issuer: z.string().nullable(),
    title: z.string().nullable(),
  })
  .readonly();
export type Reference = z.infer<typeof Reference>;

/** Who does what by when: one clause of a directive with its own subject or deadline. — phân công */
export const Assignment = z
  .object({
    text: z.string(),
    /** Place in the directive's text. */
    span: Span,
    bodies: z.array(Body).readonly(),
    deadlines: z.array(Deadline).readonly(),
  })
  .readonly();
export type Assignment = z.infer<typeof Assignment>;

/**
 * What an item is. task: it tells somebody to do something; lead-in (câu dẫn): it only leads over to its items; heading
 * (đề mục): only a name or a theme. Lead-ins and headings are kept and shown, and counted as no tasks.
 */
export const DirectiveKind = z.enum(['task', 'lead-in', 'heading']);
export type DirectiveKind = z.infer<typeof DirectiveKind>;

/** One task-giving item. — chỉ đạo, nhiệm vụ */
export const Directive = z
  .object({
    id: z.string(),
    number: z.string(),
    text: z.string(),
    kind: DirectiveKind,
    /** Number of the directive that it stands under; null at the top. */
    parent: z.string().nullable(),
    page: z.int().min(1),
    /** Where the text lies in the repaired text of the file: offset `at` of the directive's text is `source`. */
    pieces: z.array(z.object({ at: z.int().min(0), source: Span }).readonly()).readonly(),
    confidence: Confidence,
    needsReview: z.boolean(),
    /** rõ người, rõ việc, rõ thời gian: which of them the text gives. */
    clarity: z.object({ who: z.boolean(), what: z.boolean(), when: z.boolean() }).readonly(),
    assignments: z.array(Assignment).readonly(),
    references: z.array(Reference).readonly(),
    notes: z.array(Note).readonly(),
  })
  .readonly();
export type Directive = z.infer<typeof Directive>;
