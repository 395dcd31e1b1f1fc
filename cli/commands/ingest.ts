import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import type { IngestOptions, PreviewedFile, RunOptions } from '../../output/library.js';
import type { SecrecyPolicy } from '../../pipeline/base/contract.js';
import { ERRORS, EXIT, PipelineError } from '../../pipeline/base/errors.js';
import type { FileLimits } from '../../pipeline/isolate/isolated-reader.js';
import type { FileReport } from '../../pipeline/run-batch.js';
import { type Summary, summarize } from '../../pipeline/summarize-batch.js';
import { addEngineOption, readEngine } from '../engine-option.js';
import { feedQueue } from '../feed-queue.js';
import { withInterrupt } from '../interrupt.js';
import { type Language, readLanguage } from '../language.js';
import { addLimitOptions, readLimits } from '../limit-options.js';
import { renderPreview } from '../preview.js';
import { printText } from '../print.js';
import { createProgress } from '../progress.js';
import { addFeedOptions, addMetricsOption, readFeed } from '../queue-options.js';
import { addSecrecyOptions, readSecrecy } from '../secrecy-options.js';
import { addStoreOption, readDatabase, withStore } from '../store-option.js';
import { renderSummary } from '../summary.js';
import { readSurroundings, readUser } from '../surroundings.js';

interface IngestArguments extends Pick<RunOptions, 'native'>, Pick<IngestOptions, 'queue'> {
  readonly db: string;
  readonly jobs: number;
  readonly retry: boolean;
  readonly anyText?: boolean;
  readonly join?: boolean;
  readonly check: boolean;
  readonly secrecy?: SecrecyPolicy;
  readonly limits?: Partial<FileLimits>;
}

const readJobs = (value: string): number => {
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64) {
    throw new InvalidArgumentError('một số nguyên từ 1 đến 64 / a whole number from 1 to 64');
  }
  return jobs;
};

/** Adds how many files are in work at a time. */
export const addJobsOption = (command: Command): Command =>
  command.option('--jobs <n>', 'số tệp chạy cùng lúc / files at a time', readJobs, Math.min(4, availableParallelism()));

/** Takes files and folders into a database with progress on stderr (none with `quiet`), and counts what became of them. */
export const ingestPaths = async (
  paths: readonly string[],
  { db: path, ...options }: IngestArguments,
  language: Language,
  quiet: boolean,
): Promise<Summary> => {
  const started = performance.now();
  const reports: FileReport[] = [];
  let found = 0;
  const countWith = (interrupted: boolean, error?: PipelineError): Summary =>
    summarize({ reports, found, interrupted, error, seconds: (performance.now() - started) / 1000 });
  // From the first moment to the closing of the database: whenever it is stopped, a summary is written.
  return withInterrupt(async (signal) => {
    const { ingest, openDatabase } = await import('../../output/library.js');
    const db = openDatabase(path);
    const progress = createProgress(language, quiet);
    try {
      await ingest(db, paths, {
        ...options,
        ...readSurroundings(),
        by: readUser(),
        signal,
        onFound: (all) => {
          found = all.length;
          progress.setFiles(all);
        },
        onBegin: progress.beginFile,
        onPage: progress.reachPage,
        onFile: (report) => {
          reports.push(report);
          progress.addFile(report);
        },
      });
      return countWith(signal.aborted);
    } catch (error) {
      // What was stored up to there is told as well.
      if (!(error instanceof PipelineError) || !ERRORS[error.code].fatal) throw error;
      return countWith(false, error);
    } finally {
      progress.stop();
      db.close();
    }
  });
};

/** Looks at the files without reading any; there need be no database. */
const previewPaths = async (
  command: Command,
  paths: readonly string[],
  options: Pick<IngestOptions, 'join' | 'retry' | 'secrecy'>,
): Promise<readonly PreviewedFile[]> => {
  const { preview } = await import('../../output/library.js');
  return withInterrupt((signal) =>
    existsSync(readDatabase(command))
      ? withStore(command, (db) => preview(db, paths, { ...options, signal }))
      : preview(undefined, paths, { ...options, signal }),
  );
};

/** Ends the command with what ended the batch, once its summary is told: nothing when it came to its end. */
export const throwFailure = ({ error }: Pick<Summary, 'error'>): void => {
  if (error !== null) throw new PipelineError(error.code, error.message, error.hint);
};

/** `ketluan ingest <paths…>`: takes files and folders into the database. — nạp văn bản */
export const registerIngest = (program: Command): void => {
  const command = program
    .command('ingest')
    .description(
      'nạp tệp và thư mục (.txt, .docx, .doc, .rtf, .odt, .pdf, .png, .jpg, .tif) / take in files and folders',
    )
    .argument('<paths...>', 'tệp hoặc thư mục / files or folders');
  addMetricsOption(
    addFeedOptions(addJobsOption(addSecrecyOptions(addEngineOption(addLimitOptions(addStoreOption(command)))))),
  )
    .option('--retry', 'thử lại tệp đã cách ly / try quarantined files again', false)
    .option(
      '--any-text',
      'nhận cả tệp chữ không giống văn bản hành chính / take typed texts that look like no official paper as well',
      false,
    )
    .option(
      '--join',
      'ghép ảnh đánh số trong cùng thư mục (trang 1.png, trang 2.png …) thành một văn bản / join numbered images of one folder into one paper',
      false,
    )
    .option('--check', 'kiểm tra kết quả của từng bước / check what every stage gives', false)
    .option(
      '--dry-run',
      'chỉ xem sẽ nạp những gì, không đọc, không ghi / show what would be taken, read and write nothing',
      false,
    )
    .option('--json', 'in kết quả dạng JSON / print the result as JSON', false)
    .action(async (paths: string[]) => {
      const {
        db,
        jobs,
        retry,
        anyText = false,
        join = false,
        check,
        json,
        dryRun,
        metricsPort,
      } = command.opts<IngestArguments & { json: boolean; dryRun: boolean; metricsPort?: number }>();
      const feed = await readFeed(command);
      const language = readLanguage(command);
      if (dryRun) {
        const files = await previewPaths(command, paths, { join, retry, secrecy: readSecrecy(command) });
        printText(json ? toJson(files) : renderPreview(files, language, process.cwd()));
        return;
      }
      const options = {
        db,
        jobs,
        retry,
        anyText,
        join,
        check,
        secrecy: readSecrecy(command),
        limits: readLimits(command),
        ...(await readEngine(command)),
      };
      const summary =
        feed === undefined
          ? await ingestPaths(paths, options, language, json)
          : await feedQueue(feed, metricsPort, language, (queue) =>
              ingestPaths(paths, { ...options, queue }, language, json),
            );
      printText(json ? toJson(summary) : renderSummary(summary, language, process.cwd()));
      throwFailure(summary);
      if (summary.interrupted) process.exitCode = EXIT.interrupted;
      else if (summary.counts.quarantined > 0) process.exitCode = EXIT.quarantined;
    });
};
