import { z } from 'zod';
import { Bilingual } from '../../schemas/note.js';
import type { IntakeFile } from '../../schemas/stages.js';
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

/** What the reading process says. Both sides are the same program: large values are taken at their word. */
export const FromReader = z.discriminatedUnion('kind', [
  /** Its event loop turns: it is not stuck in one piece of work. */
  z.object({ kind: z.literal('alive') }),
  /** It wants an image recognised. */
  z.object({
    kind: z.literal('recognize'),
    id: z.int(),
    image: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    pixels: z.number(),
    layout: z.enum(['auto', 'block', 'line']),
  }),
  /** So many pages of the file in work are done. */
  z.object({ kind: z.literal('page'), id: z.int(), done: z.int(), of: z.int() }),
  z.object({ kind: z.literal('done'), id: z.int(), read: z.custom<ReadFile>(isObject) }),
  /** A file that was only asked for its mark bears none in its text. */
  z.object({ kind: z.literal('unmarked'), id: z.int() }),
  z.object({ kind: z.literal('failed'), id: z.int(), error: ErrorMessage }),
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
    raw: z.custom<Uint8Array>((value) => value instanceof Uint8Array).optional(),
    sha256: z.string(),
    engine: z.string(),
    check: z.boolean(),
    maxPages: z.int(),
    secrecy: z.enum(['refuse', 'allow-likely', 'allow']),
    /** Only look for a mark of secrecy in its text, and read nothing else. */
    isAsked: z.boolean(),
  }),
  z.object({ kind: z.literal('recognized'), id: z.int(), page: z.custom<TesseractPage>(isObject) }),
  z.object({ kind: z.literal('not-recognized'), id: z.int(), error: ErrorMessage }),
]);
export type ToReader = z.infer<typeof ToReader>;
