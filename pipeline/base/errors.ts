import type { Bilingual } from '../../schemas/note.js';

/** Every way in which our code or its set-up can fail. Errors are told apart by this code, never by their words. */
export const ERROR_CODES = [
  'usage',
  'ocr-language-missing',
  'ocr-failed',
  'ocr-timeout',
  'model-missing',
  'database-unwritable',
  'database-newer',
  'database-invalid',
  'file-unreadable',
  'file-empty',
  'file-unsupported',
  'file-broken',
  'file-encrypted',
  'file-classified',
  'file-perhaps-classified',
  'image-too-large',
  'interrupted',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** True for the code of an error. */
export const isErrorCode = (code: string): code is ErrorCode => ERROR_CODES.some((known) => known === code);

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

/** Every failure as a PipelineError: our own as they are, anything unknown as `internal`. */
export const toPipelineError = (error: unknown): PipelineError =>
  error instanceof PipelineError ? error : internalError(error);
