import { PipelineError } from '../../pipeline/base/errors.js';

/** Code that the system gives a failed read or write; undefined for errors of our own. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : undefined;

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** True when there was no room for what was written. */
export const isFull = (error: unknown): boolean => FULL.has(systemCode(error) ?? '');

/** `disk-full`, with what was being written. */
export const diskFull = (path: string, cause: unknown): PipelineError =>
  new PipelineError(
    'disk-full',
    {
      vi: `Đĩa đầy khi ghi ${path}; tệp cũ còn nguyên.`,
      en: `The disk is full, writing ${path}; what was there is whole.`,
    },
    { vi: 'Giải phóng chỗ trống rồi chạy lại lệnh.', en: 'Free some space and run the command again.' },
    cause,
  );

/** A failed write of a file as one of our errors; errors that are not the system's come back as they are. */
export const translateWriteError = (error: unknown, path: string): unknown => {
  const code = systemCode(error);
  if (code === undefined) return error;
  if (isFull(error)) return diskFull(path, error);
  return new PipelineError(
    'usage',
    { vi: `Không ghi được tệp ${path} (${code})`, en: `Cannot write the file ${path} (${code})` },
    {
      vi: 'Kiểm tra thư mục và quyền ghi, hoặc chọn tệp khác',
      en: 'Check the folder and its permissions, or choose another file',
    },
    error,
  );
};
