import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { IntakeFile, type MediaType } from '../../schemas/stages.js';
import type { Stage } from '../base/contract.js';
import { PipelineError } from '../base/errors.js';
import { STAGE_VERSIONS } from '../base/provenance.js';
import { type ForeignKind, findForeignKind } from '../quality/foreign-kinds.js';
import { findMediaType } from '../quality/media-type.js';
import { listRun, readRun } from './joined-pages.js';

/** The code that node gives a failed system call (EACCES, ENOENT, EISDIR …). */
export const systemCodeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/** `file-unreadable` for a file or folder that the system would not open, with the system's own code. */
export const unreadable = (cause: unknown): PipelineError =>
  new PipelineError(
    'file-unreadable',
    {
      vi: `Không đọc được tệp hoặc thư mục (${systemCodeOf(cause)}): cần tệp, thư mục thường mà người chạy có quyền đọc.`,
      en: `The file or folder cannot be read (${systemCodeOf(cause)}): expected an ordinary one that this user may read.`,
    },
    {
      vi: 'Kiểm tra quyền đọc tệp và thư mục, đóng chương trình đang giữ tệp rồi chạy lại.',
      en: 'Check the rights on file and folder, close the program that holds it, and run again.',
    },
    cause,
  );

const empty = (): PipelineError =>
  new PipelineError(
    'file-empty',
    {
      vi: 'Tệp rỗng: cần nội dung văn bản, nhưng tệp có 0 byte.',
      en: 'The file is empty: expected a document, got 0 bytes.',
    },
    { vi: 'Chép lại tệp từ nơi gửi.', en: 'Copy the file again from where it came.' },
  );

const unsupported = (kind: ForeignKind | undefined): PipelineError =>
  new PipelineError(
    'file-unsupported',
    {
      vi: `${kind === undefined ? 'Loại tệp' : `Đây là ${kind.name.vi},`} chưa hỗ trợ: cần văn bản thuần, Word (.docx, .doc, .rtf, .odt), PDF, PNG, JPEG hoặc TIFF (nhận theo nội dung, không theo tên).`,
      en: `${kind === undefined ? 'Unsupported kind of file' : `This is ${kind.name.en}, which is not read`}: expected plain text, Word (.docx, .doc, .rtf, .odt), PDF, PNG, JPEG or TIFF (told from the bytes, not the name).`,
    },
    kind?.todo ?? { vi: 'Lưu tệp thành PDF rồi nạp lại.', en: 'Save it as PDF and ingest that.' },
  );

/** Bytes of one file at most: a scan of a thousand pages in colour stays below. */
const MOST_BYTES = 1024 * 1024 * 1024;
/** Bytes of a text at most: three thousand printed pages. */
export const MOST_TEXT_BYTES = 10 * 1024 * 1024;

const notOrdinary = (): PipelineError =>
  new PipelineError(
    'file-unsupported',
    {
      vi: 'Không phải tệp thường (thiết bị, ống dẫn, ổ cắm …) nên không mở.',
      en: 'Not an ordinary file (a device, pipe or socket): it is not opened.',
    },
    { vi: 'Chép nội dung thành tệp thường rồi nạp.', en: 'Copy its content into an ordinary file and ingest that.' },
  );

const inMegabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

const tooLarge = (most: number, bytes: number): PipelineError =>
  new PipelineError(
    'file-too-heavy',
    {
      vi: `Tệp quá lớn: tối đa ${inMegabytes(most)} MB, nhưng tệp có ${inMegabytes(bytes)} MB.`,
      en: `The file is too large: expected at most ${inMegabytes(most)} MB, got ${inMegabytes(bytes)} MB.`,
    },
    { vi: 'Chia nhỏ tệp rồi nạp từng phần.', en: 'Split the file and ingest its parts.' },
  );

/** Said of a text of so many bytes or more. */
export const textTooLarge = (bytes: number): PipelineError => tooLarge(MOST_TEXT_BYTES, bytes);

/** Asked before a byte is read: a pipe would wait for ever, a device has no end. */
const requireOrdinary = async (path: string | Buffer): Promise<void> => {
  const info = await stat(path).catch((error: unknown) => {
    throw unreadable(error);
  });
  if (info.isDirectory()) return;
  if (!info.isFile()) throw notOrdinary();
  if (info.size > MOST_BYTES) throw tooLarge(MOST_BYTES, info.size);
};

/** The kind of a file from its bytes. Throws `file-empty` and `file-unsupported`. */
export const requireMediaType = (bytes: Uint8Array): MediaType => {
  if (bytes.length === 0) throw empty();
  const mediaType = findMediaType(bytes);
  if (mediaType === undefined) throw unsupported(findForeignKind(bytes));
  return mediaType;
};

/** SHA-256 of bytes in hexadecimal: the identity of a document. */
export const hashBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The images of one paper as one file: see findPageRuns. Each must be an image, whatever its name says. */
const openRun = async (path: string, pages: readonly string[], signal: AbortSignal): Promise<IntakeFile> => {
  let size = 0;
  for (const page of pages) {
    await requireOrdinary(page);
    size += (await stat(page)).size;
  }
  if (size > MOST_BYTES) throw tooLarge(MOST_BYTES, size);
  const { bytes, parts } = await readRun(pages, hashBytes, signal).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw unreadable(error);
  });
  const mediaType = requireMediaType(bytes);
  return { file: { path, sha256: hashBytes(bytes), byteLength: bytes.length, mediaType, parts }, bytes };
};

/**
 * The bytes of a file, their hash and what they really are: a .pdf that holds a JPEG is a JPEG. Rejects with
 * `file-unreadable`, `file-empty`, `file-unsupported` (no ordinary file, or of no kind that is read) or `file-too-heavy`.
 * `raw`: the path in bytes, where its name is no UTF-8.
 */
export const openFile = async (path: string, signal: AbortSignal, raw?: Buffer): Promise<IntakeFile> => {
  const pages = raw === undefined ? await listRun(path) : undefined;
  if (pages !== undefined) return openRun(path, pages, signal);
  await requireOrdinary(raw ?? path);
  const bytes = await readFile(raw ?? path, { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw unreadable(error);
  });
  const mediaType = requireMediaType(bytes);
  if (mediaType === 'text/plain' && bytes.length > MOST_TEXT_BYTES) throw textTooLarge(bytes.length);
  return { file: { path, sha256: hashBytes(bytes), byteLength: bytes.length, mediaType }, bytes };
};

/** A path becomes a file: see openFile. — tiếp nhận */
export const intake: Stage<string, IntakeFile> = {
  name: 'intake',
  version: STAGE_VERSIONS.intake,
  output: IntakeFile,
  run: async (path, { signal }) => ({ value: await openFile(path, signal), notes: [] }),
};
