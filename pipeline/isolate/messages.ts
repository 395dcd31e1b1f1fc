import { z } from 'zod';
import { Bilingual } from '../../schemas/note.js';
import type { IntakeFile } from '../../schemas/stages.js';
import type { OcrPage } from '../base/contract.js';
import { isErrorCode, PipelineError } from '../base/errors.js';
import type { TesseractPage } from '../engines/ocr/ocr-words.js';
import type { ReadFile } from '../file-reader.js';

/** An error on its way between processes: its cause, which may hold anything, stays behind. */
export const ErrorMessage = z.object({ code: z.string(), text: Bilingual, hint: Bilingual }).readonly();
export type ErrorMessage = z.infer<typeof ErrorMessage>;

export const packError = ({ code, text, hint }: PipelineError): ErrorMessage => ({ code, text, hint });

export const unpackError = ({ code, text, hint }: ErrorMessage): PipelineError =>
  new PipelineError(isErrorCode(code) ? code : 'internal', text, hint);

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Taken as they came: copies of images are dear. */
const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** What the reading process says. Both sides are the same program: large values are taken at their word. */
export const FromReader = z.discriminatedUnion('kind', [
  /** Its event loop turns: it is not stuck in one piece of work. */
  z.object({ kind: z.literal('alive') }),
  /** It wants an image recognised. */
  z.object({
    kind: z.literal('recognize'),
    id: z.int(),
    image: Bytes,
    pixels: z.number(),
    layout: z.enum(['auto', 'block', 'line']),
  }),
  /** So many pages of the file in work are done. */
  z.object({ kind: z.literal('page'), id: z.int(), done: z.int(), of: z.int() }),
  z.object({ kind: z.literal('done'), id: z.int(), read: z.custom<ReadFile>(isObject) }),
  /** A file that was only asked for its mark bears none in its text. */
  z.object({ kind: z.literal('unmarked'), id: z.int() }),
  z.object({ kind: z.literal('failed'), id: z.int(), error: ErrorMessage }),
  /** What a page image of somebody else's file came to. */
  z.object({ kind: z.literal('looked'), id: z.int(), page: z.custom<OcrPage>(isObject) }),
  /** Whether pages of a file in work wait that others may read; all of the file is said with its number. */
  z.object({ kind: z.literal('spare'), id: z.int(), hasSpare: z.boolean() }),
  /** The answer to 'give': a page, with its number among those given away, or none. */
  z.object({
    kind: z.literal('given'),
    id: z.int(),
    given: z.object({ page: z.int(), image: Bytes }).readonly().optional(),
  }),
  /** No page of the file in work may be out any more. */
  z.object({ kind: z.literal('keep'), id: z.int() }),
]);
export type FromReader = z.infer<typeof FromReader>;

/** What the reading process is told. */
export const ToReader = z.discriminatedUnion('kind', [
  /** Said once, first: what the process may hold, and whose it is, who may be gone before this is read. */
  z.object({
    kind: z.literal('start'),
    maxBytes: z.number(),
    parent: z.int(),
    /** The installed LibreOffice, where there is one. */
    office: z.object({ program: z.string(), temporaryFolder: z.string() }).optional(),
    /** Names that people taught the database, where there are any. */
    knownNames: z.array(z.string()).optional(),
  }),
  z.object({
    kind: z.literal('read'),
    /** Number of the file in this process; files are read in the order in which they were sent. */
    id: z.int(),
    /** The file with its bytes, where they are few: it is not opened again. */
    opened: z.custom<IntakeFile>(isObject).optional(),
    path: z.string(),
    /** The path in bytes, where its name is no UTF-8. */
    raw: Bytes.optional(),
    sha256: z.string(),
    engine: z.string(),
    check: z.boolean(),
    maxPages: z.int(),
    secrecy: z.enum(['refuse', 'allow-likely', 'allow']),
    /** Only look for a mark of secrecy in its text, and read nothing else. */
    isAsked: z.boolean(),
    /** Others may read pages of it, if it has more page images than this. */
    helpedOver: z.int().optional(),
  }),
  z.object({
    kind: z.literal('look'),
    id: z.int(),
    engine: z.string(),
    image: Bytes,
  }),
  /** Somebody would read a page of the file in work. */
  z.object({ kind: z.literal('give'), id: z.int() }),
  /** What a page came to that was given away; nothing where it is to be read here. */
  z.object({ kind: z.literal('taken'), id: z.int(), page: z.int(), read: z.custom<OcrPage>(isObject).optional() }),
  z.object({ kind: z.literal('recognized'), id: z.int(), page: z.custom<TesseractPage>(isObject) }),
  z.object({ kind: z.literal('not-recognized'), id: z.int(), error: ErrorMessage }),
]);
export type ToReader = z.infer<typeof ToReader>;
