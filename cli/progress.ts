import { basename } from 'node:path';
import cliProgress from 'cli-progress';
import type { FileReport } from '../pipeline/run-batch.js';
import { Estimate } from './estimate.js';
import { formatFigure, formatLength } from './format.js';
import { type Language, type Speak, say, speak } from './language.js';
import { oneLine, tell } from './print.js';
import { RESULT_NAMES } from './result-names.js';

/** Shows how far a batch is. On a terminal one line that moves; elsewhere one plain line a file, and now and then one of pages. */
export interface Progress {
  /** All files are listed. */
  setFiles(paths: readonly string[]): void;
  /** A file is begun. */
  beginFile(path: string): void;
  /** Pages of a file that are read. */
  reachPage(path: string, page: number, of: number): void;
  addFile(report: FileReport): void;
  stop(): void;
}

const now = (): number => performance.now() / 1000;

const WIDTH = 20;

/** One line about a batch: "████░░ 28 % · 4/14 tệp · 31 trang · còn khoảng 4 phút · trang 7/34 · tờ trình.pdf". */
export const describeBatch = (
  { estimate, files, done, pages }: { estimate: Estimate; files: number; done: number; pages: number },
  at: number,
  speaking: Speak,
): string => {
  const { share, secondsLeft, inHand } = estimate.at(at);
  const full = Math.floor(share * WIDTH);
  const percent = Math.min(Math.floor(share * 100), done < files ? 99 : 100);
  const left =
    done === files
      ? []
      : secondsLeft === undefined
        ? [speaking('đang ước tính thời gian', 'reckoning the time')]
        : [
            speaking(
              `còn khoảng ${formatLength(secondsLeft, speaking)}`,
              `about ${formatLength(secondsLeft, speaking)} left`,
            ),
          ];
  const page =
    inHand === undefined || inHand.of < 2 ? [] : [`${speaking('trang', 'page')} ${inHand.page}/${inHand.of}`];
  const name = inHand === undefined ? [] : [oneLine(basename(inHand.path))];
  return [
    `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${percent} %`,
    `${formatFigure(done, 0, speaking)}/${formatFigure(files, 0, speaking)} ${speaking('tệp', 'files')}`,
    `${formatFigure(pages, 0, speaking)} ${speaking('trang', 'pages')}`,
    ...left,
    ...page,
    ...name,
  ].join(' · ');
};

/** The library draws, hides the cursor and clears; what the line says is reckoned at each drawing, so that it moves between two files. */
const createBar = (speaking: Speak): Progress => {
  const state = { estimate: new Estimate([], now()), files: 0, done: 0, pages: 0 };
  let isListed = false;
  const bar = new cliProgress.SingleBar({
    format: () =>
      isListed ? describeBatch(state, now(), speaking) : speaking('Đang liệt kê tệp …', 'Listing the files …'),
    hideCursor: true,
    fps: 4,
    stream: process.stderr,
  });
  bar.start(1, 0);
  return {
    setFiles: (paths) => {
      Object.assign(state, { estimate: new Estimate(paths, now()), files: paths.length });
      isListed = true;
    },
    beginFile: (path) => state.estimate.begin(path, now()),
    reachPage: (path, page, of) => state.estimate.reach(path, page, of),
    addFile: (report) => {
      state.pages += report.pages;
      state.done += 1;
      state.estimate.end(report.path, now());
    },
    stop: () => bar.stop(),
  };
};

/** Seconds between two lines about the pages of one file. */
const QUIET = 30;

const createLines = (language: Language, speaking: Speak): Progress => {
  let total = 0;
  let done = 0;
  let lastLine = now();
  const write = (line: string): void => {
    lastLine = now();
    tell(line);
  };
  return {
    setFiles: (paths) => {
      total = paths.length;
    },
    beginFile: () => undefined,
    reachPage: (path, page, of) => {
      if (now() - lastLine >= QUIET) write(`        ${speaking('trang', 'page')} ${page}/${of}: ${oneLine(path)}`);
    },
    addFile: (report) => {
      done++;
      write(`[${done}/${total}] ${say(RESULT_NAMES[report.result], language)}: ${oneLine(report.path)}`);
    },
    stop: () => undefined,
  };
};

const nothing = (): void => undefined;
const silent: Progress = { setFiles: nothing, beginFile: nothing, reachPage: nothing, addFile: nothing, stop: nothing };

/** The progress display that fits where the output goes; nothing at all with `quiet`. */
export const createProgress = (language: Language, quiet: boolean): Progress => {
  if (quiet) return silent;
  const speaking = speak(language);
  return process.stderr.isTTY ? createBar(speaking) : createLines(language, speaking);
};
