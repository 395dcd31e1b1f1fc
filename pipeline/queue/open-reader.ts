import { hostname } from 'node:os';
import { createTesseractReader, type TesseractOptions } from '../engines/ocr/tesseract-reader.js';
import type { FileReader } from '../file-reader.js';
import { createIsolatedReader } from '../isolate/isolated-reader.js';
import type { IsolationOptions } from '../isolate/reader-handle.js';
import type { QueueAddress } from './address.js';
import type { FeederFigures, QueueNotice } from './redis-reader.js';

export type { QueueAddress } from './address.js';
export type { FeederFigures, QueueNotice } from './redis-reader.js';

/** How the files of a run are read, wherever that is. */
export interface Reading extends Omit<IsolationOptions, 'engine' | 'recognizer'> {
  readonly tesseract: TesseractOptions;
}

/** A queue on which files are read by other machines. */
export interface QueuePlace {
  readonly address: QueueAddress;
  /** Sends the bytes of files over the queue; without it workers open them at their paths, in a shared folder. */
  readonly sendsFiles?: boolean;
  /** Scans of more pages than this are read by all workers that are idle; without it each by one. */
  readonly sharedOver?: number | undefined;
  readonly onNotice?: (notice: QueueNotice) => void;
  /** Given once, at the start: asks for the figures. */
  readonly onFigures?: (figures: () => FeederFigures) => void;
  /** See RedisReaderOptions. */
  readonly retrySeconds?: number;
  readonly lookSeconds?: number;
}

/** Reads files on this machine, each in a process of its own: what is used where no queue is named. */
export const openReaderHere = ({ tesseract, ...options }: Reading): FileReader => {
  const made = createTesseractReader(tesseract);
  return createIsolatedReader({ ...options, engine: made.id, recognizer: made.reader });
};

/** Nobody recognises anything for files that are only asked for a mark. */
const NO_RECOGNIZER = {
  recognize: () => Promise.reject(new Error('asked only')),
  close: async () => undefined,
};

/**
 * Reads files on the workers of a queue; what speaks to Redis is loaded here and nowhere before. `feed`: equal for one
 * database on one machine. Rejects with `queue-unreachable` or `queue-mismatch`.
 */
export const openReaderOnQueue = async (reading: Reading, place: QueuePlace, feed: string): Promise<FileReader> => {
  const { RedisReader } = await import('./redis-reader.js');
  const { readVersions } = await import('./versions.js');
  const { address, sendsFiles = false, sharedOver, onNotice, onFigures, retrySeconds, lookSeconds } = place;
  const { check, limits, knownNames = [], secrecy, onPage } = reading;
  const engine = createTesseractReader(reading.tesseract).id;
  const door = sendsFiles
    ? createIsolatedReader({ ...reading, engine, recognizer: NO_RECOGNIZER, memory: undefined, onPage: undefined })
    : undefined;
  const shared = sharedOver === undefined ? {} : { sharedOver };
  const settings = { host: hostname(), versions: readVersions(engine), check, limits, knownNames, ...shared };
  const options = { address, feed, settings, secrecy, onPage, onNotice, door, retrySeconds, lookSeconds };
  const reader = await RedisReader.open(options);
  onFigures?.(() => reader.figures);
  return reader;
};
