import cliProgress from 'cli-progress';
import type { FileReport } from '../pipeline/run-batch.js';
import { type Language, say } from './language.js';
import { oneLine, tell } from './print.js';
import { RESULT_NAMES } from './result-names.js';

/** Shows how far a batch is. On a terminal a bar with files, pages and time left; elsewhere one plain line a file. */
export interface Progress {
  setTotal(total: number): void;
  addFile(report: FileReport): void;
  stop(): void;
}

const createBar = (language: Language): Progress => {
  const words =
    language === 'vi'
      ? '{bar} {percentage}% | {value}/{total} tệp | {pages} trang | còn {eta_formatted}'
      : '{bar} {percentage}% | {value}/{total} files | {pages} pages | {eta_formatted} left';
  const bar = new cliProgress.SingleBar(
    { format: words, hideCursor: true, stream: process.stderr },
    cliProgress.Presets.shades_classic,
  );
  let pages = 0;
  return {
    setTotal: (total) => bar.start(total, 0, { pages }),
    addFile: (report) => {
      pages += report.pages;
      bar.increment(1, { pages });
    },
    stop: () => bar.stop(),
  };
};

const createLines = (language: Language): Progress => {
  let total = 0;
  let done = 0;
  return {
    setTotal: (count) => {
      total = count;
    },
    addFile: (report) => {
      done++;
      tell(`[${done}/${total}] ${say(RESULT_NAMES[report.result], language)}: ${oneLine(report.path)}`);
    },
    stop: () => undefined,
  };
};

const silent: Progress = { setTotal: () => undefined, addFile: () => undefined, stop: () => undefined };

/** The progress display that fits where the output goes; nothing at all with `quiet`. */
export const createProgress = (language: Language, quiet: boolean): Progress => {
  if (quiet) return silent;
  return process.stderr.isTTY ? createBar(language) : createLines(language);
};
