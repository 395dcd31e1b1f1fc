import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import type { QueueAddress } from '../pipeline/queue/address.js';
import { usageError } from './language.js';
import { oneLine } from './print.js';

/** Adds where the queue is. */
export const addQueueOptions = (command: Command): Command =>
  command
    .option(
      '--queue <address>',
      'hàng đợi Redis nối nhiều máy, redis://máy:cổng / Redis queue that joins many machines, redis://host:port',
    )
    .option(
      '--queue-file <file>',
      'tệp có địa chỉ hàng đợi, kể cả mật khẩu / file with the address of the queue, password and all',
    );

const readPages = (value: string): number => {
  const pages = Number(value);
  if (/^\d+$/u.test(value) && pages >= 1) return pages;
  throw new InvalidArgumentError('một số trang từ 1 / a number of pages from 1');
};

/** Adds where the queue is and what goes over it, for commands that feed it. */
export const addFeedOptions = (command: Command): Command =>
  addQueueOptions(command)
    .option(
      '--send-files',
      'gửi cả tệp qua hàng đợi, khi máy đọc không thấy thư mục quét / send the files over the queue, where workers do not see the folder of scans',
      false,
    )
    .option(
      '--share-pages <n>',
      'bản quét dài hơn n trang thì các máy rảnh cùng đọc, ảnh trang đi qua hàng đợi / have idle workers read pages of scans longer than n pages; their images go over the queue',
      readPages,
    );

/** How a queue is fed. */
export interface Feed {
  readonly address: QueueAddress;
  readonly sendsFiles: boolean;
  readonly sharedOver: number | undefined;
}

/** The queue that is to be fed, if any. Throws `usage` for what goes with a queue alone. */
export const readFeed = async (command: Command): Promise<Feed | undefined> => {
  const { sendFiles, sharePages, metricsPort } = command.opts<{
    sendFiles: boolean;
    sharePages?: number;
    metricsPort?: number;
  }>();
  const address = await readQueue(command);
  if (address !== undefined) return { address, sendsFiles: sendFiles, sharedOver: sharePages };
  if (sendFiles || sharePages !== undefined || metricsPort !== undefined)
    throw usageError(
      '--send-files, --share-pages và --metrics-port chỉ dùng với --queue',
      '--send-files, --share-pages and --metrics-port go with --queue',
    );
  return undefined;
};

const readAddressFile = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw usageError(
      `Không đọc được tệp ${oneLine(path)} (--queue-file)`,
      `Cannot read ${oneLine(path)} (--queue-file)`,
    );
  }
};

/** The queue that was asked for, if any. What speaks to it is not loaded yet. */
export const readQueue = async (command: Command): Promise<QueueAddress | undefined> => {
  const { queue, queueFile } = command.opts<{ queue?: string; queueFile?: string }>();
  if (queue !== undefined && queueFile !== undefined)
    throw usageError('Chỉ dùng một trong --queue và --queue-file', 'Use either --queue or --queue-file');
  const text = queueFile === undefined ? queue : readAddressFile(queueFile);
  if (text === undefined) return undefined;
  const { readQueueAddress } = await import('../pipeline/queue/address.js');
  return readQueueAddress(text);
};

const readPort = (value: string): number => {
  const port = Number(value);
  if (/^\d+$/u.test(value) && port <= 65_535) return port;
  throw new InvalidArgumentError('một cổng từ 0 đến 65535 / a port from 0 to 65535');
};

/** Adds where Prometheus may ask for figures. */
export const addMetricsOption = (command: Command): Command =>
  command.option(
    '--metrics-port <port>',
    'cổng số liệu Prometheus trên 127.0.0.1 / port of figures for Prometheus, on 127.0.0.1',
    readPort,
  );
