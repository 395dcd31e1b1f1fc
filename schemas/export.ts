import { z } from 'zod';
import { Directive } from './directive.js';
import { FileSignature } from './file-signature.js';
import { Note } from './note.js';
import { Confidence, IsoDate } from './span.js';
import { MediaType } from './stages.js';
import { Suggested } from './suggested.js';
import { Unclaimed } from './unclaimed.js';

/** Who signed and in whose name. — khối chữ ký */
export const Signer = z
  .object({ authority: z.string().nullable(), position: z.string().nullable(), name: z.string().nullable() })
  .readonly();
export type Signer = z.infer<typeof Signer>;

/** An arrival stamp. — dấu công văn đến */
export const Received = z
  .object({ number: z.string().nullable(), on: IsoDate.nullable(), by: z.string().nullable() })
  .readonly();
export type Received = z.infer<typeof Received>;

/** Parts of nothing are no parts: such a field is absent. */
const holdsSomething = (parts: object): boolean => Object.values(parts).some((part) => part !== null);

/** What was read of a number that is damaged or was left for a hand to write. — phần đọc được của số, ký hiệu */
export const NumberParts = z
  .object({ digits: z.string().nullable(), symbol: z.string().nullable() })
  .refine(holdsSomething)
  .readonly();
export type NumberParts = z.infer<typeof NumberParts>;

/** What was read of an issue date that is damaged, blank in part or no day of the calendar. — phần đọc được của ngày ban hành */
export const DateParts = z
  .object({ year: z.int().nullable(), month: z.int().nullable(), day: z.int().nullable() })
  .refine(holdsSomething)
  .readonly();
export type DateParts = z.infer<typeof DateParts>;

/** Who signed by machine, and when. — chữ ký số */
export const ElectronicSignature = z
  .object({
    /** As printed, or as the certificate names: a body or a person; null where only the time is. */
    by: z.string().nullable(),
    /** ISO 8601, with the zone that is printed or in Vietnamese time, without one where none is printed; null where no time is. */
    at: z.string().nullable(),
    /** panel: printed on the page; pdf: a signature dictionary of the file. */
    kind: z.enum(['panel', 'pdf']),
    /** True for a panel that was read off the picture of a page: nothing in the file can confirm it. Absent for every other. */
    isPicture: z.boolean().optional(),
    /** What the file says of one of kind pdf; absent for a panel. */
    pdf: FileSignature.unwrap().omit({ by: true, at: true }).readonly().optional(),
  })
  .readonly();
export type ElectronicSignature = z.infer<typeof ElectronicSignature>;

/** Header, signature and recipients of one document, as the extractors read them. */
export const DocumentHeader = z
  .object({
    /** loại văn bản: "Kết luận", "Thông báo" … */
    type: z.string().nullable(),
    /** số, ký hiệu: "118-KL/TU". */
    number: z.string().nullable(),
    /** Author of the conclusion, from title and signature. — tác giả */
    issuer: z.string().nullable(),
    /** địa danh */
    place: z.string().nullable(),
    /** ngày ban hành */
    issuedOn: IsoDate.nullable(),
    /** Day of the meeting. — ngày họp */
    heldOn: IsoDate.nullable(),
    /** hội nghị lần thứ … as digits */
    meetingNumber: z.string().nullable(),
    /** trích yếu, one line */
    subject: z.string().nullable(),
    signer: Signer,
    /** Nơi nhận, one entry a line of it. */
    recipients: z.array(z.string()).readonly(),
    received: z.array(Received).readonly(),
    /** KHẨN, THƯỢNG KHẨN, HOẢ TỐC — độ khẩn */
    urgency: z.string().nullable(),
    /** Time stamp of the e-signature panel, as written; may differ from the issue date. — ngày ký số */
    signedAt: z.string().nullable(),
    /** E-signatures in the order of the page; the day of one may differ from the issue date. */
    signatures: z.array(ElectronicSignature).readonly(),
    /** Absent when the number is whole, or nothing of it was read. */
    numberParts: NumberParts.optional(),
    /** Absent when the date is whole, or nothing of it was read. */
    issuedOnParts: DateParts.optional(),
    /** Absent where number and date were read, or nothing speaks of them. */
    suggested: Suggested.optional(),
  })
  .readonly();
export type DocumentHeader = z.infer<typeof DocumentHeader>;

export const TextOrigin = z.enum(['plain', 'text-layer', 'ocr', 'repaired', 'mixed']);
export type TextOrigin = z.infer<typeof TextOrigin>;

/** One line of the JSON Lines export: CONTRACT.md. Fields may be added, never renamed. */
export const ExportedDocument = z
  .object({
    document: DocumentHeader.unwrap()
      .extend({
        id: z.string(),
        source: z
          .object({ path: z.string(), sha256: z.string(), mediaType: MediaType, pageCount: z.int().min(0) })
          .readonly(),
        /** Ordinal of this document in its file, from 1. */
        part: z.int().min(1),
        textOrigin: TextOrigin,
        confidence: Confidence,
        /** Share of the print on its page images that became words, that of its worst page; absent where no image was read. */
        coverage: z.number().min(0).max(1).optional(),
        needsReview: z.boolean(),
        notes: z.array(Note).readonly(),
        /** Passages that look like tasks and became nothing, in reading order: with one the document needs review. */
        unclaimed: z.array(Unclaimed).readonly(),
      })
      .readonly(),
    directives: z.array(Directive).readonly(),
  })
  .readonly();
export type ExportedDocument = z.infer<typeof ExportedDocument>;

/** A rectangle on a page of the file, in shares of its width and height from the top left corner. — khung trên trang */
export const PageBox = z
  .object({
    page: z.int().min(1),
    left: z.number().min(0).max(1),
    top: z.number().min(0).max(1),
    right: z.number().min(0).max(1),
    bottom: z.number().min(0).max(1),
  })
  .readonly();
export type PageBox = z.infer<typeof PageBox>;

/** One line of the JSON Lines export: the document as people corrected it, and where each task stands on its pages. */
export const ExportedLine = ExportedDocument.unwrap()
  .extend({
    directives: z
      .array(
        Directive.unwrap()
          /** A rectangle a printed line; empty where no place of its words is known. */
          .extend({ boxes: z.array(PageBox).readonly().optional() })
          .readonly(),
      )
      .readonly(),
    /** What people changed, the last one of a field counts; absent where nobody changed anything. */
    corrections: z
      .array(
        z
          .object({
            directiveId: z.string().nullable(),
            field: z.string(),
            oldValue: z.string().nullable(),
            newValue: z.string().nullable(),
            correctedBy: z.string(),
            correctedAt: z.string(),
          })
          .readonly(),
      )
      .readonly()
      .optional(),
    /** Paths of other files of the same paper; absent where there are none. — bản trùng */
    copies: z.array(z.string()).readonly().optional(),
  })
  .readonly();
export type ExportedLine = z.infer<typeof ExportedLine>;

/** What extraction hands to the store: the file once, and each document in it. */
export const ExtractedFile = z.object({ documents: z.array(ExportedDocument).readonly() }).readonly();
export type ExtractedFile = z.infer<typeof ExtractedFile>;
