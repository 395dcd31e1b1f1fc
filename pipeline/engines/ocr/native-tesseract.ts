import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { readPgm } from '../image/pgm.js';
import { wrapPixelsAsTiff } from '../image/tiff-bytes.js';
import { readHocr, splitHocr } from './hocr.js';
import { failed, interrupted, timedOut } from './ocr-errors.js';
import type { TesseractPage } from './ocr-words.js';
import type { PageReader, PartLayout } from './page-reader.js';
import { WaitingLine } from './waiting-line.js';

/** A Tesseract that is installed on this machine. */
export interface NativeTesseract {
  /** Program to run: a name on the path, or a full path. */
  readonly program: string;
  /** As it calls itself: "5.3.0". */
  readonly version: string;
  /** The program's environment; the command line passes its own, with TESSDATA_PREFIX where one is set. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface NativeOptions {
  /** Pages read at once, each by a process of its own. */
  readonly workers: number;
  /** Longest that one page may take, in milliseconds. */
  readonly pageTimeLimitMs: number;
}

/** The neural engine alone: what the older one reads is not what our correction has learnt. */
const LEAST_MAJOR = 5;

/** Page segmentation of Tesseract for each way of reading: fully automatic, a block, a line. */
const SEGMENTATION: Readonly<Record<PartLayout, string>> = { auto: '3', block: '6', line: '7' };

/**
 * Finds an installed Tesseract of version 5 or later with the Vietnamese data; undefined when there is none.
 * `findNativeTesseract('tesseract', process.env)?.version === '5.3.0'`.
 */
export const findNativeTesseract = (
  program: string,
  environment: Readonly<Record<string, string | undefined>>,
): NativeTesseract | undefined => {
  // One thread a page: several pages are read at once, and threads of OpenMP cost more than they bring.
  const env = { ...environment, OMP_THREAD_LIMIT: '1' };
  const ask = (option: string): string => {
    const { stdout, stderr, error } = spawnSync(program, [option], { encoding: 'utf8', env, windowsHide: true });
    return error === undefined ? `${stdout}\n${stderr}` : '';
  };
  const version = /^tesseract\s+v?(?<version>\d+(?:\.\d+)*)/mu.exec(ask('--version'))?.groups?.version;
  if (version === undefined || Number.parseInt(version, 10) < LEAST_MAJOR) return undefined;
  return /^vie\s*$/mu.test(ask('--list-langs')) ? { program, version, environment: env } : undefined;
};

/** Takes what a process prints; rejects when it cannot be started, ends badly, takes too long or is no longer wanted. */
const runOnce = (
  child: ChildProcessWithoutNullStreams,
  input: Uint8Array,
  limitMs: number,
  signal: AbortSignal,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const printed: Buffer[] = [];
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      if (child.exitCode === null) child.kill('SIGKILL');
      finish();
    };
    const onAbort = () => settle(() => reject(interrupted(signal)));
    const timer = setTimeout(() => settle(() => reject(timedOut(limitMs))), limitMs);
    signal.addEventListener('abort', onAbort, { once: true });
    // It may have been aborted between taking the place and starting the program.
    if (signal.aborted) onAbort();
    child.stdout.on('data', (part: Buffer) => printed.push(part));
    // Its remarks on odd boxes and resolutions; they may hold nothing of the page, and are not needed.
    child.stderr.resume();
    // A process that dies early closes its input while we still write: its exit tells more.
    child.stdin.on('error', () => undefined);
    child.once('error', (error) => settle(() => reject(failed(error))));
    child.once('close', (code) =>
      settle(() => {
        if (code === 0) resolve(Buffer.concat(printed).toString('utf8'));
        else reject(failed(new Error(`tesseract ended with ${code}`)));
      }),
    );
    child.stdin.end(input);
  });

/** One image that waits to be read. */
interface Waiting {
  readonly image: Uint8Array;
  readonly signal: AbortSignal;
  resolve(page: TesseractPage): void;
  reject(error: unknown): void;
}

/** Parts of a page are asked for within this time of each other, in milliseconds: a start of the program costs 90. */
const GATHER_MS = 8;
/** Parts that one process reads: its time limit is that of a page. */
const PARTS_AT_ONCE = 40;

/** One image as it is, several as the pages of a TIFF; undefined when one of several is no PGM. */
const packImages = (images: readonly Uint8Array[]): Uint8Array | undefined => {
  if (images.length === 1) return images[0];
  const rasters = images.map(readPgm).filter((raster) => raster !== undefined);
  if (rasters.length < images.length) return undefined;
  return wrapPixelsAsTiff(...rasters.map(({ pixels, ...size }) => ({ data: pixels, ...size, channels: 1 as const })));
};

/**
 * Recognises by the installed program: one process a page, one for the parts of a page that are asked for at the same time;
 * images and words go through pipes, nothing touches the disk. Rejects with `ocr-failed`, `ocr-timeout` or `interrupted`;
 * close() ends what still runs.
 */
export class NativeReader implements PageReader {
  readonly #native: NativeTesseract;
  readonly #options: NativeOptions;
  readonly #line: WaitingLine<object>;
  readonly #closing = new AbortController();
  readonly #parts: Readonly<Record<PartLayout, Waiting[]>> = { auto: [], block: [], line: [] };

  constructor(native: NativeTesseract, options: NativeOptions) {
    this.#native = native;
    this.#options = options;
    this.#line = new WaitingLine(Array.from({ length: Math.max(1, options.workers) }, () => ({})));
  }

  recognize(
    image: Uint8Array,
    _pixels: number,
    asked: AbortSignal,
    layout: PartLayout = 'auto',
  ): Promise<TesseractPage> {
    const signal = AbortSignal.any([asked, this.#closing.signal]);
    return new Promise((resolve, reject) => {
      this.#parts[layout].push({ image, signal, resolve, reject });
      void this.#serve(layout);
    });
  }

  /** Reads what waits for this way of reading; nothing when an earlier call took it along. */
  async #serve(layout: PartLayout): Promise<void> {
    const waiting = this.#parts[layout];
    if (layout !== 'auto') await new Promise((gathered) => setTimeout(gathered, GATHER_MS));
    const [first] = waiting;
    if (first === undefined) return;
    let slot: object;
    try {
      slot = await this.#line.take(first.signal);
    } catch (error) {
      const at = waiting.indexOf(first);
      if (at >= 0) waiting.splice(at, 1);
      first.reject(error);
      return this.#serve(layout);
    }
    try {
      const taken = waiting.splice(0, layout === 'auto' ? 1 : PARTS_AT_ONCE);
      const wanted = taken.filter((one) => !one.signal.aborted);
      for (const { signal, reject } of taken) if (signal.aborted) reject(interrupted(signal));
      if (wanted.length > 0) await this.#readTogether(wanted, layout);
    } finally {
      this.#line.give(slot);
    }
  }

  async #readTogether(asked: readonly Waiting[], layout: PartLayout): Promise<void> {
    try {
      const packed = packImages(asked.map(({ image }) => image));
      const pages = packed === undefined ? [] : splitHocr(await this.#run(packed, layout, asked));
      // What is wrong with one part is no matter of the others.
      if (pages.length === asked.length)
        for (const [i, { resolve }] of asked.entries()) resolve(readHocr(pages[i] ?? ''));
      else await this.#readApart(asked, layout);
    } catch (error) {
      if (asked.length > 1 && asked.every(({ signal }) => !signal.aborted)) await this.#readApart(asked, layout);
      else for (const { reject } of asked) reject(error);
    }
  }

  async #readApart(asked: readonly Waiting[], layout: PartLayout): Promise<void> {
    for (const one of asked) {
      try {
        one.resolve(readHocr(await this.#run(one.image, layout, [one])));
      } catch (error) {
        one.reject(error);
      }
    }
  }

  /** Runs the program once; the first of those who wait that is no longer wanted ends it, for parts of a page end together. */
  #run(image: Uint8Array, layout: PartLayout, asked: readonly Waiting[]): Promise<string> {
    const { program, environment } = this.#native;
    // hOCR, not TSV: only hOCR tells the base line of each line, by which columns are put in order.
    const options = ['--psm', SEGMENTATION[layout], '--oem', '1', '--dpi', '200', '-c', 'tessedit_create_hocr=1'];
    const child = spawn(program, ['stdin', 'stdout', '-l', 'vie', ...options], { env: environment, windowsHide: true });
    return runOnce(child, image, this.#options.pageTimeLimitMs, AbortSignal.any(asked.map(({ signal }) => signal)));
  }

  close(): Promise<void> {
    this.#closing.abort();
    return Promise.resolve();
  }
}
