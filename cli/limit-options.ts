import { type Command, InvalidArgumentError } from 'commander';
import { DEFAULT_LIMITS, type FileLimits } from '../pipeline/isolate/isolated-reader.js';

const readFrom =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/u.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`một số nguyên từ ${least} đến ${most} / a whole number from ${least} to ${most}`);
  };

/** Adds what one file may cost. */
export const addLimitOptions = (command: Command): Command =>
  command
    .option(
      '--file-minutes <n>',
      'số phút nhiều nhất cho một tệp / minutes for one file',
      readFrom(1, 10_000),
      DEFAULT_LIMITS.minutes,
    )
    .option(
      '--file-memory <MB>',
      'bộ nhớ nhiều nhất cho một tệp / memory for one file',
      readFrom(200, 1_000_000),
      DEFAULT_LIMITS.megabytes,
    )
    .option(
      '--max-pages <n>',
      'số trang nhiều nhất của một tệp / pages of one file',
      readFrom(1, 1_000_000),
      DEFAULT_LIMITS.pages,
    );

/** The limits as `ingest` takes them. */
export const readLimits = (command: Command): Partial<FileLimits> => {
  const { fileMinutes, fileMemory, maxPages } =
    command.opts<Record<'fileMinutes' | 'fileMemory' | 'maxPages', number>>();
  return { minutes: fileMinutes, megabytes: fileMemory, pages: maxPages };
};
