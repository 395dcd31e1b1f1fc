import type { Bilingual } from '../../schemas/note.js';
import { ERRORS, type ErrorCode } from './error-table.js';

export { type ErrorNature, EXIT, type ExitCode } from './error-nature.js';
export { ERRORS, type ErrorCode } from './error-table.js';

/** True for the code of an error. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);

/**
 * Trouble with a stable code, a sentence about what was expected and what came, and a hint at the next step.
 * A document's own doubts are Notes, not errors.
 */
export class PipelineError extends Error {
  readonly code: ErrorCode;
  readonly text: Bilingual;
  readonly hint: Bilingual;

  constructor(code: ErrorCode, text: Bilingual, hint: Bilingual, cause?: unknown) {
    super(text.en, cause === undefined ? undefined : { cause });
    this.name = 'PipelineError';
    this.code = code;
    this.text = text;
    this.hint = hint;
  }
}

const internalError = (cause: unknown): PipelineError =>
  new PipelineError(
    'internal',
    { vi: 'Chương trình gặp lỗi khi xử lý tệp này.', en: 'The program failed on this file.' },
    {
      vi: 'Tệp được cách ly, các tệp khác vẫn chạy. Hãy gửi mã lỗi cho người phát triển (không gửi văn bản mật).',
      en: 'The file is quarantined, the others go on. Report the error code to the developers (never a confidential paper).',
    },
    cause,
  );

/** What a command ends in that was stopped: `throw stopped()`. */
export const stopped = (): PipelineError =>
  new PipelineError(
    'interrupted',
    { vi: 'Đã dừng theo yêu cầu.', en: 'Stopped as asked.' },
    { vi: 'Chạy lại cùng lệnh để làm lại.', en: 'Run the same command again.' },
  );

/** Every failure as a PipelineError: our own as they are, anything unknown as `internal`. */
export const toPipelineError = (error: unknown): PipelineError =>
  error instanceof PipelineError ? error : internalError(error);

/**
 * A promise between two of our own rooms that was not kept: `brokenPromise('a status for the file', 'none')`.
 * Says what was expected and what came, and asks to be reported.
 */
export const brokenPromise = (expected: string, got: string): PipelineError =>
  new PipelineError(
    'internal',
    { vi: `Kết quả xử lý không khớp: cần ${expected}, nhận được ${got}.`, en: `Expected ${expected}, got ${got}.` },
    { vi: 'Hãy báo lỗi này cho người phát triển.', en: 'Please report this as a defect.' },
  );
