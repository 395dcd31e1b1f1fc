import type { Bilingual } from '../../schemas/note.js';
import { ERRORS, PipelineError } from '../base/errors.js';
import { OVER_MEMORY } from './over-memory.js';

/** What one file may cost. */
export interface FileLimits {
  /** Minutes for the whole file. */
  readonly minutes: number;
  /** Megabytes that the process which reads it may hold. */
  readonly megabytes: number;
  /** Pages of one file. */
  readonly pages: number;
  /** Seconds without a sign of life: longer than any honest piece of work takes on a slow PC. */
  readonly stallSeconds: number;
}

/** Enough for a thousand scanned pages on an office PC. */
export const DEFAULT_LIMITS: FileLimits = { minutes: 120, megabytes: 850, pages: 3000, stallSeconds: 60 };

const tooHeavy = (text: Bilingual): PipelineError =>
  new PipelineError('file-too-heavy', text, {
    vi: 'Chia nhỏ tệp hoặc quét lại; nếu tệp đúng là lớn, nới giới hạn rồi nạp lại với --retry.',
    en: 'Split the file or scan it again; if it is rightly this large, widen the limits and ingest it with --retry.',
  });

const tooLong = (limit: string, en: string): PipelineError =>
  tooHeavy({
    vi: `Đọc tệp quá ${limit} nên đã dừng.`,
    en: `Reading the file took longer than ${en} and was stopped.`,
  });

/** Said of a file whose process gave no sign of life for so long. */
export const stalled = ({ stallSeconds }: FileLimits): PipelineError =>
  tooLong(`${stallSeconds} giây ở một chỗ`, `${stallSeconds} seconds at one place`);

/** Said of a file that took too long as a whole. */
export const overTime = ({ minutes }: FileLimits): PipelineError => tooLong(`${minutes} phút`, `${minutes} minutes`);

const tooLarge = (megabytes: number): PipelineError =>
  tooHeavy({
    vi: `Đọc tệp cần hơn ${megabytes} MB bộ nhớ nên đã dừng.`,
    en: `Reading the file needs more than ${megabytes} MB of memory and was stopped.`,
  });

const died = (how: string): PipelineError =>
  new PipelineError(
    'reader-died',
    { vi: `Bộ đọc tệp dừng đột ngột (${how}).`, en: `The reader of the file ended abruptly (${how}).` },
    ERRORS['reader-died'].todo,
  );

/** What a process that ended by itself tells: out of memory (killed by its watchdog, or its heap full), or a crash. */
export const readExit = (
  code: number | null,
  signal: NodeJS.Signals | null,
  { megabytes }: FileLimits,
): PipelineError =>
  signal === OVER_MEMORY || signal === 'SIGABRT' || code === 134 ? tooLarge(megabytes) : died(signal ?? `mã ${code}`);
