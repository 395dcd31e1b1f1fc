import { PipelineError } from '../../base/errors.js';

/** A page on which the engine broke off. */
export const failed = (cause: unknown): PipelineError =>
  new PipelineError(
    'ocr-failed',
    { vi: 'Bộ nhận dạng chữ dừng giữa chừng ở trang này.', en: 'The OCR engine stopped in the middle of this page.' },
    { vi: 'Quét lại trang này rồi nạp lại.', en: 'Scan this page again and ingest it anew.' },
    cause,
  );

/** A page that took longer than its limit. */
export const timedOut = (limitMs: number): PipelineError =>
  new PipelineError(
    'ocr-timeout',
    {
      vi: `Nhận dạng một trang quá ${Math.round(limitMs / 1000)} giây nên đã dừng.`,
      en: `Reading one page took longer than ${Math.round(limitMs / 1000)} seconds and was stopped.`,
    },
    {
      vi: 'Quét lại trang ở 200–300 dpi, hoặc tăng giới hạn thời gian.',
      en: 'Scan the page again at 200 to 300 dpi, or raise the time limit.',
    },
  );

/** The reason of an abort as an error of ours. */
export const interrupted = (signal: AbortSignal): unknown =>
  signal.reason instanceof PipelineError
    ? signal.reason
    : new PipelineError(
        'interrupted',
        { vi: 'Đã dừng theo yêu cầu.', en: 'Stopped on request.' },
        { vi: 'Chạy lại để làm tiếp.', en: 'Run again to go on.' },
        signal.reason,
      );
