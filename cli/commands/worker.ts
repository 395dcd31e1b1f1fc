import { availableParallelism, tmpdir } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import type { SharedFolder } from '../../pipeline/queue/folders.js';
import type { WorkerEvent, WorkerFigures } from '../../pipeline/queue/start-worker.js';
import { addEngineOption, readEngine } from '../engine-option.js';
import { formatClock } from '../format.js';
import { stopTwice } from '../interrupt.js';
import { type Language, readLanguage, say, speak, usageError } from '../language.js';
import { oneLine, printText } from '../print.js';
import { addMetricsOption, addQueueOptions, readQueue } from '../queue-options.js';
import { readSurroundings } from '../surroundings.js';

const readCount =
  (least: number, most: number) =>
  (value: string): number => {
    const count = Number(value);
    if (/^\d+$/u.test(value) && count >= least && count <= most) return count;
    throw new InvalidArgumentError(`một số nguyên từ ${least} đến ${most} / a whole number from ${least} to ${most}`);
  };

/** "D:\Quét=/mnt/quet": the folder of the machine that ingests, and where it lies here. */
const readFolder = (value: string, before: readonly SharedFolder[]): readonly SharedFolder[] => {
  const at = value.indexOf('=');
  if (at < 1 || at === value.length - 1)
    throw new InvalidArgumentError('thư mục ở máy nạp=thư mục ở đây / folder there=folder here');
  return [...before, { there: value.slice(0, at), here: value.slice(at + 1) }];
};

/** One line of the log about an event; never a word of a paper. */
export const formatWorkerEvent = (event: WorkerEvent, language: Language): string => {
  const tell = speak(language);
  switch (event.kind) {
    case 'ready':
      return tell('sẵn sàng, chờ việc', 'ready, waiting for files');
    case 'connection-lost':
      return tell('mất kết nối với hàng đợi, đang nối lại', 'the connection to the queue is lost, trying again');
    case 'connection-back':
      return tell('đã nối lại với hàng đợi', 'the queue is there again');
    case 'begin':
      return tell(`bắt đầu: ${oneLine(event.path)}`, `begins: ${oneLine(event.path)}`);
    case 'read':
      return tell(`đã đọc: ${oneLine(event.path)}`, `read: ${oneLine(event.path)}`);
    case 'handed-back':
      return tell(`trả lại hàng đợi: ${oneLine(event.path)}`, `handed back: ${oneLine(event.path)}`);
    case 'taken-away':
      return tell(`đã giao cho máy khác: ${oneLine(event.path)}`, `given to another worker: ${oneLine(event.path)}`);
    case 'failed':
    case 'trouble':
      return `${tell('không đọc được', 'not read')}: ${oneLine(event.path)}: ${oneLine(say(event.error.text, language))} [${event.error.code}]`;
  }
};

/** `ketluan worker`: reads files for a machine that ingests, until it is stopped. — máy đọc */
export const registerWorker = (program: Command): void => {
  const command = program
    .command('worker')
    .description(
      'đọc văn bản cho máy nạp, qua hàng đợi Redis / read papers for an ingesting machine, over a Redis queue',
    );
  addMetricsOption(addEngineOption(addQueueOptions(command)))
    .option(
      '--concurrency <n>',
      'số tệp đọc cùng lúc / files at a time',
      readCount(1, 64),
      Math.min(4, availableParallelism()),
    )
    .option(
      '--folder <pair>',
      'thư mục quét ở máy nạp=ở máy này, nếu khác nhau; nhắc lại được / folder of scans there=here, where they differ; may be repeated',
      readFolder,
      [],
    )
    .option(
      '--lost-after <seconds>',
      'máy im bao lâu thì giao việc cho máy khác / silence after which a job goes to another worker',
      readCount(2, 3600),
      30,
    )
    .action(async () => {
      const { concurrency, folder, lostAfter, metricsPort } = command.opts<{
        concurrency: number;
        folder: readonly SharedFolder[];
        lostAfter: number;
        metricsPort?: number;
      }>();
      const address = await readQueue(command);
      if (address === undefined) throw usageError('Cần --queue hoặc --queue-file', 'Expected --queue or --queue-file');
      const language = readLanguage(command);
      const { now, tessdataPrefix, office } = readSurroundings();
      const { native } = await readEngine(command);
      const { startWorker } = await import('../../pipeline/queue/start-worker.js');
      const print = (event: WorkerEvent): void =>
        printText(`${formatClock(now())}  ${formatWorkerEvent(event, language)}`);
      let read: (() => WorkerFigures) | undefined;
      const page = await openPage(metricsPort, () => read?.());
      try {
        await stopTwice(({ stop, drop }) =>
          startWorker({
            address,
            concurrency,
            folders: folder,
            lostAfterSeconds: lostAfter,
            temporaryFolder: tmpdir(),
            tesseract: {
              ...(tessdataPrefix === undefined ? {} : { tessdataPrefix }),
              ...(native === undefined ? {} : { native }),
            },
            office,
            stop,
            drop,
            onEvent: print,
            onFigures: (figures) => {
              read = figures;
            },
          }),
        );
      } finally {
        await page?.close();
      }
    });
};

const openPage = async (port: number | undefined, read: () => WorkerFigures | undefined) => {
  if (port === undefined) return undefined;
  const { serveMetrics } = await import('../../pipeline/queue/metrics.js');
  const { listWorkerFigures, NO_WORKER } = await import('../../pipeline/queue/figures.js');
  return serveMetrics(
    port,
    listWorkerFigures(() => read() ?? NO_WORKER),
  );
};
