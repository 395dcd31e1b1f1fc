import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { EXIT } from '../exit-codes.js';
import type { IngestOptions } from '../ingest.js';
import { readLanguage } from '../language.js';
import { renderSummary, summarize } from '../summary.js';

const readJobs = (value: string): number => {
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64) {
    throw new InvalidArgumentError('một số nguyên từ 1 đến 64 / a whole number from 1 to 64');
  }
  return jobs;
};

/** `ketluan ingest <paths…>`: takes files and folders into the database. — nạp văn bản */
export const registerIngest = (program: Command): void => {
  program
    .command('ingest')
    .description('nạp tệp và thư mục (.txt, .pdf, .png, .jpg, .tif) / take in files and folders')
    .argument('<paths...>', 'tệp hoặc thư mục / files or folders')
    .option('--db <file>', 'cơ sở dữ liệu / database', 'ketluan.db')
    .option('--jobs <n>', 'số tệp chạy cùng lúc / files at a time', readJobs, Math.min(4, availableParallelism()))
    .option('--retry', 'thử lại tệp đã cách ly / try quarantined files again', false)
    .option('--json', 'in kết quả dạng JSON / print the result as JSON', false)
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const { ingest } = await import('../ingest.js');
      const options = command.opts<Omit<IngestOptions, 'language' | 'paths'> & { json: boolean }>();
      const language = readLanguage(command);
      const result = await ingest({ ...options, paths, language, quiet: options.json });
      const summary = summarize(result);
      process.stdout.write(options.json ? `${JSON.stringify(summary)}\n` : renderSummary(summary, language));
      if (result.interrupted) process.exitCode = EXIT.interrupted;
      else if (summary.counts.quarantined > 0) process.exitCode = EXIT.quarantined;
    });
};
