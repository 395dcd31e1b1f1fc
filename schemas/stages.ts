import { z } from 'zod';
import { FileSignature } from './file-signature.js';
import { HeaderZones } from './header-zones.js';
import { InkAccount, PageWord, PlacedWord } from './page-print.js';
import { Confidence, Span } from './span.js';
import { VERDICT_RULE_IDS } from './verdict-rules.js';

/** What a file really is, told from its bytes and never from its name. */
export const MediaType = z.enum([
  'text/plain',
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/tiff',
  'image/x-ketluan-joined',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/msword',
  'application/rtf',
  'application/vnd.oasis.opendocument.text',
]);
export type MediaType = z.infer<typeof MediaType>;

export const FileInfo = z
  .object({
    path: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    byteLength: z.int().min(0),
    mediaType: MediaType,
    /** Of pages that were joined: the name of each image and its hash, in order; absent for every other file. — ảnh từng trang */
    parts: z
      .array(z.object({ name: z.string(), sha256: z.string() }).readonly())
      .readonly()
      .optional(),
  })
  .readonly();
export type FileInfo = z.infer<typeof FileInfo>;

/** What intake hands on: the file and its bytes. */
export const IntakeFile = z.object({ file: FileInfo, bytes: z.instanceof(Uint8Array) }).readonly();
export type IntakeFile = z.infer<typeof IntakeFile>;

/** Where the text of a page comes from. — nguồn văn bản */
export const PageOrigin = z.enum(['plain', 'text-layer', 'ocr', 'none']);
export type PageOrigin = z.infer<typeof PageOrigin>;

/** What kind of text a page's layer is. The scores behind it are in pipeline/quality/judge-text.ts. */
export const TextQuality = z.enum(['empty', 'good', 'mangled', 'foreign', 'shifted', 'shredded', 'tcvn3', 'vni']);
export type TextQuality = z.infer<typeof TextQuality>;

/** A raster of one page, decoded only when asked for: a file of 500 pages must not stand in memory at once. */
export interface PageImage {
  /** PNG, JPEG or TIFF bytes of this page alone, upright as the file says. */
  load(signal: AbortSignal): Promise<Uint8Array>;
  /** Why the page may have given no word, where the file tells more than its picture. */
  whyEmpty?(): Promise<EmptyPage>;
}

/**
 * Why a page gave not one word: it is blank; the content lies in attached files; what it draws is damaged or missing; its
 * picture cannot be decoded; or something is drawn in which no word was recognised.
 */
export type EmptyPage = 'blank' | 'attachments' | 'content-damaged' | 'picture-unread' | 'no-words';

/** One page before recognition: its text layer, its image, and which of them to trust and why. */
export const PageSource = z
  .object({
    number: z.int().min(1),
    trust: z.enum(['plain', 'text-layer', 'image', 'none']),
    /** Why: the quality of the layer, `image-only`, `header-blank` … — lý do */
    reason: z.string(),
    quality: TextQuality,
    /** Text of the layer, NFC; empty where there is none. Kept even when it is not trusted. */
    layerText: z.string(),
    /** Words of the layer with their boxes, in parts of a page of `layerSize`; absent where the file does not place them. */
    layerWords: z.array(PlacedWord).readonly().optional(),
    layerSize: z.object({ width: z.number(), height: z.number() }).readonly().optional(),
    /** Words outside the layout of a PDF page (turned runs, annotations, form fields): only asked for a secrecy mark. */
    aside: z.array(z.string()).readonly().optional(),
    image: z.custom<PageImage>((v) => typeof v === 'object' && v !== null && 'load' in v).optional(),
    /** True when the image's top must be read as well: the layer lacks the number or the day that a clerk stamped. */
    readHeaderImage: z.boolean(),
    /** True when pictures or drawings stand in head or foot of a page whose layer is trusted: a stamp is one. */
    mayBearStamp: z.boolean().optional(),
  })
  .readonly();
export type PageSource = z.infer<typeof PageSource>;

/** Signature dictionaries of a PDF, in the order in which they were made; absent where it has none. — chữ ký số */
const FileSignatures = z.array(FileSignature).readonly().optional();

export const PaginatedDocument = z
  .object({ file: FileInfo, pages: z.array(PageSource).readonly(), signatures: FileSignatures })
  .readonly();
export type PaginatedDocument = z.infer<typeof PaginatedDocument>;

export const RecognizedPage = z
  .object({
    number: z.int().min(1),
    /** NFC, lines end in \n; empty when nothing could be read. */
    text: z.string(),
    origin: PageOrigin,
    reason: z.string(),
    quality: TextQuality,
    /** Words with boxes, of an OCR page or of a layer that places them; empty otherwise. */
    words: z.array(PageWord).readonly(),
    confidence: Confidence,
    /** Size of the page that the boxes refer to: pixels of the image that was read, half points of a layer; null without boxes. */
    imageSize: z.object({ width: z.number(), height: z.number() }).readonly().nullable(),
    /** Absent where no image was read, or none with print. */
    ink: InkAccount.optional(),
    /** Zones and gaps of a header that stands on its image; absent where none was found. */
    zones: HeaderZones.optional(),
    /** A layer that was not trusted, kept so that nothing is lost. */
    rejectedLayer: z.string().optional(),
  })
  .readonly();
export type RecognizedPage = z.infer<typeof RecognizedPage>;

export const RecognizedDocument = z
  .object({ file: FileInfo, pages: z.array(RecognizedPage).readonly(), signatures: FileSignatures })
  .readonly();
export type RecognizedDocument = z.infer<typeof RecognizedDocument>;

/** One replacement that repair made: these raw characters became those. Sorted, never overlapping. */
export const Edit = z
  .object({
    raw: Span,
    repaired: Span,
    /** Calibrated probability that the replacement is right. */
    confidence: z.number().min(0).max(1),
    /** Which rule made it: `decoder`, `number`, `tcvn3` … */
    by: z.string(),
  })
  .readonly();
export type Edit = z.infer<typeof Edit>;

/** A word that a person should check. Its span is in the repaired text. — từ nghi ngờ */
export const DoubtfulWord = z
  .object({ span: Span, raw: z.string(), repaired: z.string(), confidence: z.number() })
  .readonly();
export type DoubtfulWord = z.infer<typeof DoubtfulWord>;

export const RepairedPage = z
  .object({
    number: z.int().min(1),
    origin: PageOrigin,
    reason: z.string(),
    quality: TextQuality,
    /** Where the page lies in `rawText` and in `text`. */
    rawSpan: Span,
    span: Span,
    /** Words with boxes; spans are in `rawText` of the document. */
    words: z.array(PageWord).readonly(),
    confidence: Confidence,
    imageSize: z.object({ width: z.number(), height: z.number() }).readonly().nullable(),
    /** Absent where no image was read, or none with print. */
    ink: InkAccount.optional(),
    /** Zones and gaps of a header that stands on its image; absent where none was found. */
    zones: HeaderZones.optional(),
    /** True when repair or conversion changed its text. */
    repaired: z.boolean(),
  })
  .readonly();
export type RepairedPage = z.infer<typeof RepairedPage>;

/** The whole document as one text: pages joined by a form feed, raw and repaired, and the way between them. */
export const RepairedDocument = z
  .object({
    file: FileInfo,
    rawText: z.string(),
    text: z.string(),
    pages: z.array(RepairedPage).readonly(),
    edits: z.array(Edit).readonly(),
    doubtfulWords: z.array(DoubtfulWord).readonly(),
    signatures: FileSignatures,
  })
  .readonly();
export type RepairedDocument = z.infer<typeof RepairedDocument>;

/**
 * Text whose soft line and page breaks were joined, with the way back: `pieces[i]` says that the text from offset
 * `at` on is the slice `source` of the document's repaired text. Pieces are in order and cover the text but for the
 * single spaces that stand for a break.
 */
export const ReflowedText = z
  .object({ text: z.string(), pieces: z.array(z.object({ at: z.int().min(0), source: Span }).readonly()).readonly() })
  .readonly();
export type ReflowedText = z.infer<typeof ReflowedText>;

/** A printed line. `span` is in the document's repaired text, without the line break. */
export const Line = z.object({ text: z.string(), span: Span, page: z.int().min(1) }).readonly();
export type Line = z.infer<typeof Line>;

/** The mark that opens an item: its print, its family and its place in the series. — ký hiệu đầu mục */
export const Enumerator = z
  .object({
    printed: z.string(),
    style: z.enum(['part', 'roman', 'arabic', 'decimal', 'paren', 'letter', 'roman-lower', 'dash', 'plus', 'bullet']),
    /** The value as it goes into the number path: "II", "2", "2.1" → "1", "đ", bullet ordinal. */
    value: z.string(),
    /** True when the print was damaged and the value came from its neighbours. */
    recovered: z.boolean(),
  })
  .readonly();
export type Enumerator = z.infer<typeof Enumerator>;

/** One paragraph of the body, in reading order. — đoạn, mục */
export const Block = z
  .object({
    /** Index in `blocks`. */
    index: z.int().min(0),
    parent: z.int().min(0).nullable(),
    enumerator: Enumerator.nullable(),
    /** Path of enumerators joined by "."; for an unnumbered paragraph that instructs, ¶n under its section; "" for the rest. */
    number: z.string(),
    /** Whole printed text of the item, enumerator included. */
    content: ReflowedText,
    page: z.int().min(1),
    part: z.enum(['opening', 'assessment', 'tasks', 'closing']),
    /** heading: a title over other blocks; lead-in: ends in a colon and owns what follows; item; paragraph. */
    kind: z.enum(['heading', 'lead-in', 'item', 'paragraph']),
    isDirective: z.boolean(),
    /** The rule by which it is a task or none. */
    why: z.enum(VERDICT_RULE_IDS),
  })
  .readonly();
export type Block = z.infer<typeof Block>;

/** A row of an annex table of tasks. — dòng phụ lục phân công nhiệm vụ */
export const AnnexRow = z
  .object({
    number: z.string(),
    task: ReflowedText,
    lead: z.string(),
    coordinating: z.string(),
    due: z.string(),
    page: z.int().min(1),
  })
  .readonly();
export type AnnexRow = z.infer<typeof AnnexRow>;

/** One document of a file, cut into its zones. A file usually holds one; a bundle holds several. */
export const OutlinedDocument = z
  .object({
    /** Everything above the opening: issuer, number, place and date, title, abstract. */
    head: z.array(Line).readonly(),
    /** Lines of arrival stamps, wherever they stood, one array for each stamp. — dấu công văn đến */
    stamps: z.array(z.array(Line).readonly()).readonly(),
    blocks: z.array(Block).readonly(),
    /** Left column at the end. — Nơi nhận */
    recipients: z.array(Line).readonly(),
    /** Right column at the end. — khối chữ ký */
    signature: z.array(Line).readonly(),
    footnotes: z.array(Line).readonly(),
    /** Page numbers, file codes, e-signature panels, copies (sao y): kept apart, never part of an item. */
    furniture: z.array(Line).readonly(),
    annexRows: z.array(AnnexRow).readonly(),
    /** Span of this document in the repaired text of the file. */
    span: Span,
  })
  .readonly();
export type OutlinedDocument = z.infer<typeof OutlinedDocument>;

export const OutlinedFile = z
  .object({ repaired: RepairedDocument, documents: z.array(OutlinedDocument).readonly() })
  .readonly();
export type OutlinedFile = z.infer<typeof OutlinedFile>;

/** What extraction is given: the outlined file, and names of bodies that people wrote when they corrected tasks. — tên đã biết */
export const ExtractInput = OutlinedFile.unwrap()
  .extend({ knownNames: z.array(z.string()).readonly().optional() })
  .readonly();
export type ExtractInput = z.infer<typeof ExtractInput>;
