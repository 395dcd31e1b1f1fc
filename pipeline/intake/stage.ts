import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { IntakeFile, type MediaType } from '../../schemas/stages.js';
import type { Stage } from '../base/contract.js';
import { PipelineError } from '../base/errors.js';
import { findMediaType } from '../quality/media-type.js';

/** The code that node gives a failed system call (EACCES, ENOENT, EISDIR …). */
const systemCodeOf = (error: unknown): string =>
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

const unsupported = (): PipelineError =>
  new PipelineError(
    'file-unsupported',
    {
      vi: 'Loại tệp chưa hỗ trợ: cần văn bản thuần, PDF, PNG, JPEG hoặc TIFF (nhận theo nội dung, không theo tên).',
      en: 'Unsupported kind of file: expected plain text, PDF, PNG, JPEG or TIFF (told from the bytes, not the name).',
    },
    { vi: 'Lưu tệp thành PDF rồi nạp lại.', en: 'Save it as PDF and ingest that.' },
  );

/** The kind of a file from its bytes. Throws `file-empty` and `file-unsupported`. */
export const requireMediaType = (bytes: Uint8Array): MediaType => {
  if (bytes.length === 0) throw empty();
  const mediaType = findMediaType(bytes);
  if (mediaType === undefined) throw unsupported();
  return mediaType;
};

/** SHA-256 of bytes in hexadecimal: the identity of a document. */
export const hashBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * A path becomes bytes, their hash and what they really are: a .pdf that holds a JPEG is a JPEG. — tiếp nhận
 * Throws `file-unreadable`, `file-empty` or `file-unsupported`.
 */
export const intake: Stage<string, IntakeFile> = {
  name: 'intake',
  version: 2,
  output: IntakeFile,
  run: async (path, { signal }) => {
    const bytes = await readFile(path, { signal }).catch((error: unknown) => {
      if (signal.aborted) throw error;
      throw unreadable(error);
    });
    const file = { path, sha256: hashBytes(bytes), byteLength: bytes.length, mediaType: requireMediaType(bytes) };
    return { value: { file, bytes }, notes: [] };
  },
};
