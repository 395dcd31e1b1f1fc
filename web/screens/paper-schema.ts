import { z } from 'zod';
import { BodyRole, DirectiveKind } from '../../schemas/directive.js';
import { PageBox } from '../../schemas/export.js';
import { NOTE_LEVELS } from '../../schemas/note-rules/rule-text.js';
import { Span } from '../../schemas/span.js';
import { Sentence } from '../text.js';
import { ShownDeadline } from './search-data.js';

export const PaperQuery = z.object({
  id: z.string().max(200),
  /** Item that is shown in detail. */
  item: z.string().max(300).optional(),
  /** Page that is shown; that of the item when not given. */
  p: z.coerce.number().int().min(1).max(100_000).optional(),
  /** Part of the item that is looked for: "b0" its first body, "d1" its second deadline. */
  part: z
    .string()
    .regex(/^[bd]\d{1,4}$/u)
    .optional(),
});
export type PaperQuery = z.output<typeof PaperQuery>;

export const Reason = z.object({
  level: z.enum(NOTE_LEVELS),
  rule: z.string(),
  message: Sentence,
  page: z.int().nullable(),
});

/** A frame on the page that is shown, in shares of it. */
export const Frame = PageBox.unwrap().extend({
  kind: z.enum(['item', 'sentence', 'body', 'deadline', 'doubt', 'passage']),
  /** Item that a click on it shows. */
  item: z.string(),
  /** Which body or deadline of the item it is: "b0", "d1"; empty for everything else. */
  part: z.string(),
});

const Review = z.enum(['unreviewed', 'needs-review', 'confirmed', 'not-a-task']);

/** A stretch of the text of a page that has no picture, as a frame would show it on one. */
export const TextMark = Span.unwrap().extend({
  kind: Frame.shape.kind,
  /** Item that it belongs to; empty for a word in doubt. */
  item: z.string(),
  part: Frame.shape.part,
});
export type TextMark = z.input<typeof TextMark>;

/** Where a part of an item stands: its name as frames have it, and its first page; null where no place is known. */
const Where = z.object({ part: z.string(), page: z.int() }).nullable();

/** One line of the outline. */
export const Line = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum([...DirectiveKind.options, 'passage']),
  depth: z.int(),
  text: z.string(),
  page: z.int(),
  review: Review,
});

/** An item in detail. */
export const ItemDetail = z.object({
  id: z.string(),
  number: z.string(),
  kind: DirectiveKind,
  page: z.int(),
  text: z.string(),
  review: Review,
  revision: z.string(),
  bodies: z.array(z.object({ role: BodyRole, name: z.string(), inherited: z.boolean(), where: Where })),
  deadlines: z.array(ShownDeadline.extend({ where: Where })),
  /** As the fields of a form hold them. */
  fields: z.object({
    due: z.string(),
    lead: z.string(),
    executing: z.string(),
    coordinating: z.string(),
    receiving: z.string(),
  }),
  reasons: z.array(Reason),
  /** Words that were read with doubt, in the text. */
  doubts: z.array(Span),
  /** Word by word as read and as repaired, where repair changed anything; else empty. */
  layers: z.array(z.object({ raw: z.string(), text: z.string(), isChanged: z.boolean(), isDoubtful: z.boolean() })),
  references: z.array(z.string()),
});
export type ItemDetail = z.input<typeof ItemDetail>;

export const PaperData = z.object({
  document: z.object({
    id: z.string(),
    type: z.string().nullable(),
    number: z.string().nullable(),
    issuer: z.string().nullable(),
    place: z.string().nullable(),
    issuedOn: z.string().nullable(),
    heldOn: z.string().nullable(),
    meetingNumber: z.string().nullable(),
    subject: z.string().nullable(),
    signer: z.string(),
    urgency: z.string().nullable(),
    recipients: z.array(z.string()),
    path: z.string(),
    sha256: z.string(),
    textOrigin: z.string(),
    confidence: z.number().nullable(),
    pageCount: z.int(),
    revision: z.string(),
    suggested: z.string().nullable(),
  }),
  reasons: z.array(Reason),
  outline: z.array(Line),
  selected: ItemDetail.nullable(),
  passage: z.object({ id: z.string(), text: z.string(), page: z.int() }).nullable(),
  page: z.object({
    number: z.int(),
    /** False: text and Word files, where the text is shown; classified papers, of which no picture is made. */
    hasImage: z.boolean(),
    /** Width by height, where it is known. */
    ratio: z.number().nullable(),
    text: z.string(),
    marks: z.array(TextMark),
  }),
  frames: z.array(Frame),
  signatures: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), as: z.string() })),
  history: z.array(
    z.object({
      key: z.int(),
      at: z.string(),
      by: z.string(),
      what: z.string(),
      undone: z.boolean(),
      isUndo: z.boolean(),
    }),
  ),
});
export type PaperData = z.input<typeof PaperData>;
