import { z } from 'zod';
import { Body, Deadline, Directive } from './directive.js';
import { UNCLAIMED_REASONS } from './unclaimed.js';

/** Fields of a document's header that a person may correct; those of the signer stand apart, recipients one a line. */
export const HEADER_FIELDS = [
  'number',
  'type',
  'issuer',
  'place',
  'subject',
  'issuedOn',
  'heldOn',
  'meetingNumber',
  'urgency',
  'signerAuthority',
  'signerPosition',
  'signerName',
  'recipients',
] as const;
export type HeaderField = (typeof HEADER_FIELDS)[number];

/** Fields of a task that a person may correct; bodies go by their role, several parted by "; ". */
export const TASK_FIELDS = ['due', 'lead', 'executing', 'coordinating', 'receiving', 'text', 'number', 'kind'] as const;
export type TaskField = (typeof TASK_FIELDS)[number];

/** What a person does to items as a whole. split: tách; merge: gộp; add: một đoạn thành nhiệm vụ; passage: một đoạn không phải nhiệm vụ. */
export const SHAPE_FIELDS = ['split', 'merge', 'add', 'passage'] as const;
export type ShapeField = (typeof SHAPE_FIELDS)[number];

/** What a correction holds beside the two values that people read: all that applying it again needs. */
export const CorrectionDetail = z.discriminatedUnion('kind', [
  /**
   * A time as it was typed, read against the issue date; absent where there is none. `replaced`: the wordings of further times of
   * the item in whose place it stands, too.
   */
  z
    .object({
      kind: z.literal('due'),
      deadline: Deadline.optional(),
      replaced: z.array(z.string()).readonly().optional(),
    })
    .readonly(),
  /** Bodies as the grammar of names reads them. */
  z.object({ kind: z.literal('bodies'), bodies: z.array(Body).readonly() }).readonly(),
  /** The two texts, and what the second is called. */
  z
    .object({ kind: z.literal('split'), first: z.string(), second: z.string(), id: z.string(), number: z.string() })
    .readonly(),
  /** The item that goes into the other one, with its text as it was seen. */
  z.object({ kind: z.literal('merge'), other: z.string(), text: z.string() }).readonly(),
  /** A passage that a person looked at, and the task that was made of it, if one was. */
  z
    .object({
      kind: z.literal('passage'),
      page: z.int(),
      text: z.string(),
      why: z.enum(UNCLAIMED_REASONS),
      directive: Directive.optional(),
    })
    .readonly(),
]);
export type CorrectionDetail = z.infer<typeof CorrectionDetail>;

/** What the reading said of an item when it was corrected: by that it is known again in another reading. */
export const SeenTask = z
  .object({
    number: z.string(),
    text: z.string(),
    due: z.string().nullable(),
    lead: z.string().nullable(),
  })
  .readonly();
export type SeenTask = z.infer<typeof SeenTask>;

/** A change that a person made; the value that was read stays where it is. — sửa tay */
export const Correction = z
  .object({
    /** Its place in the history; absent before it is stored. */
    key: z.int().optional(),
    documentId: z.string(),
    /** Null: about the document's header. Of a passage its id. */
    directiveId: z.string().nullable(),
    /** One of TASK_FIELDS, HEADER_FIELDS or SHAPE_FIELDS, or `review`: confirmed, not-a-task. */
    field: z.string(),
    oldValue: z.string().nullable(),
    newValue: z.string().nullable(),
    correctedBy: z.string(),
    correctedAt: z.string(),
    detail: CorrectionDetail.optional(),
    seen: SeenTask.optional(),
    /** Of an undo: what it takes back. Taking back an undo is one, too. — hoàn tác */
    undoes: z.int().optional(),
    /** The undo that holds now. */
    undoneBy: z.int().optional(),
    /** True when the reading that counts now has no place for it. */
    isLost: z.boolean().optional(),
  })
  .readonly();
export type Correction = z.infer<typeof Correction>;
