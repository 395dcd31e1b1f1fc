import { createWorker, OEM, type Page, PSM } from 'tesseract.js';
import { PipelineError } from '../../base/errors.js';
import { packageFile } from '../../base/package-root.js';
import { type LanguageData, missingLanguage } from './ocr-data.js';
import { failed, interrupted, timedOut } from './ocr-errors.js';
import type { PartLayout } from './page-reader.js';

/** One running tesseract.js worker. Every wait ends: by its answer, its death, a time limit or the caller's signal. */
export interface TesseractWorker {
  recognize(image: Uint8Array, layout: PartLayout, timeLimitMs: number, signal: AbortSignal): Promise<Page>;
  /** False once it has died, timed out or been stopped: it must not be used again. */
  isAlive(): boolean;
  stop(): Promise<void>;
}

/** Parameters of Tesseract may stand beside the library's own options; its types do not say so. */
const RECOGNIZE_OPTIONS: Readonly<Record<PartLayout, object>> = {
  auto: {},
  block: { tessedit_pageseg_mode: PSM.SINGLE_BLOCK },
  line: { tessedit_pageseg_mode: PSM.SINGLE_LINE },
};

/** How long starting may take on a slow disk. */
const START_LIMIT_MS = 60_000;

/** What is used of the thread inside a tesseract.js worker; the library's types do not tell of it. */
interface WorkerThread {
  once(event: 'exit', listener: () => void): unknown;
  terminate(): Promise<unknown>;
  readonly stderr?: { unpipe(target: NodeJS.WritableStream): unknown; resume(): unknown };
}

const isThread = (thread: Partial<WorkerThread> | undefined): thread is WorkerThread =>
  typeof thread?.once === 'function' && typeof thread.terminate === 'function';

const threadOf = (worker: unknown): WorkerThread | undefined => {
  const thread = (worker as { worker?: Partial<WorkerThread> }).worker;
  return isThread(thread) ? thread : undefined;
};

/** Those who wait to learn which thread their call started; Node tells of new threads one tick later, in order. */
const starters: ((thread: WorkerThread) => void)[] = [];
const onThread = (thread: Partial<WorkerThread>): void => {
  const tell = starters.shift();
  if (starters.length === 0) process.off('worker', onThread);
  if (isThread(thread)) tell?.(thread);
};

/**
 * Calls createWorker and catches the thread that it starts: tesseract.js hands it out only once all is well, and a thread
 * whose language data was bad would live on and keep the whole program from ending.
 */
const create = (options: Parameters<typeof createWorker>[2]) => {
  if (starters.length === 0) process.on('worker', onThread);
  const thread = new Promise<WorkerThread>((resolve) => starters.push(resolve));
  return { creating: createWorker('vie', OEM.LSTM_ONLY, options), thread };
};

/** Leptonica's complaints about odd boxes would break the progress bar; what matters arrives as an error. */
const silence = ({ stderr }: WorkerThread): void => {
  stderr?.unpipe(process.stderr);
  stderr?.resume();
};

/** Settles as the work does, or earlier: by time limit, abort or the death of the thread. `giveUp` then stops it. */
const guard = <T>(
  work: Promise<T>,
  limit: { readonly ms: number; readonly error: () => unknown },
  signal: AbortSignal | undefined,
  death: Promise<never>,
  giveUp: () => void,
): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const settle = (finish: () => void, isOver: boolean) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      if (!isOver) giveUp();
      finish();
    };
    const onAbort = () => settle(() => reject(signal === undefined ? undefined : interrupted(signal)), false);
    const timer = setTimeout(() => settle(() => reject(limit.error()), false), limit.ms);
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted === true) onAbort();
    work.then(
      (value) => settle(() => resolve(value), true),
      (error: unknown) => settle(() => reject(failed(error)), false),
    );
    death.catch((error: unknown) => settle(() => reject(failed(error)), false));
  });

/** Starts a worker with its data from disk only. Rejects with `ocr-language-missing` when it cannot load the data. */
export const startWorker = async (data: LanguageData): Promise<TesseractWorker> => {
  let reject: (error: Error) => void = () => undefined;
  const death = new Promise<never>((_, rejectDeath) => {
    reject = rejectDeath;
  });
  // Nobody may be listening when a worker dies idle.
  death.catch(() => undefined);
  let isAlive = true;
  const { creating, thread: started } = create({
    workerPath: packageFile('dist', 'pipeline', 'engines', 'ocr', 'tesseract-thread.js'),
    langPath: data.folder,
    gzip: data.gzip,
    // The default cache would write vie.traineddata into the working folder and prefer a stray one found there.
    cacheMethod: 'none',
    // Without a handler a damaged image ends the process; with it the job's own promise rejects.
    errorHandler: (error: unknown) => reject(new Error(String(error))),
  });
  void started.then(silence);
  const worker = await guard(creating, { ms: START_LIMIT_MS, error: missingLanguage }, undefined, death, () => {
    isAlive = false;
  }).catch((error: unknown) => {
    // A worker that comes up after all must not stay behind, nor one that never does.
    void started.then((thread) => thread.terminate()).catch(() => undefined);
    creating.catch(() => undefined);
    throw error instanceof PipelineError && error.code === 'ocr-failed' ? missingLanguage() : error;
  });
  const thread = threadOf(worker);
  thread?.once('exit', () => {
    isAlive = false;
    reject(new Error('The worker thread ended'));
  });
  const stop = async () => {
    isAlive = false;
    await worker.terminate();
  };
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.AUTO,
    user_defined_dpi: '200',
    // Tesseract's own remarks ("Detected 73 diacritics") would stand between ours.
    debug_file: '/dev/null',
  });
  return {
    isAlive: () => isAlive,
    stop,
    recognize: async (image, layout, timeLimitMs, signal) => {
      const limit = { ms: timeLimitMs, error: () => timedOut(timeLimitMs) };
      const work = worker.recognize(image, RECOGNIZE_OPTIONS[layout], { text: false, blocks: true });
      const result = await guard(work, limit, signal, death, () => void stop());
      return result.data;
    },
  };
};
