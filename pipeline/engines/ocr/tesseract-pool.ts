import type { LanguageData } from './ocr-data.js';
import { interrupted } from './ocr-errors.js';
import { type TesseractPage, trimPage } from './ocr-words.js';
import type { PageReader, PartLayout } from './page-reader.js';
import { startWorker, type TesseractWorker } from './tesseract-worker.js';
import { WaitingLine } from './waiting-line.js';

export interface PoolOptions {
  /** Workers at once; each holds about 150 MB. */
  readonly workers: number;
  /** Pages after which a worker is replaced: its memory only grows. */
  readonly pagesPerWorker: number;
  /** Longest that one page may take, in milliseconds. */
  readonly pageTimeLimitMs: number;
}

/** Images of more bytes than this, decoded, leave a worker with memory that it never gives back. */
const HUGE_PIXELS = 12_000_000;
/** What a part of a page counts of it: a page has ten, and a worker that is replaced costs as much as reading one. */
const PART = 0.02;

interface Slot {
  worker: Promise<TesseractWorker> | undefined;
  pages: number;
}

/** A bounded set of workers. Pages wait in line for a free one; a worker that fails is replaced at the next page. */
export class TesseractPool implements PageReader {
  readonly #data: LanguageData;
  readonly #options: PoolOptions;
  readonly #line: WaitingLine<Slot>;
  readonly #slots: readonly Slot[];
  readonly #closing = new AbortController();

  constructor(data: LanguageData, options: PoolOptions) {
    this.#data = data;
    this.#options = options;
    this.#slots = Array.from({ length: Math.max(1, options.workers) }, () => ({ worker: undefined, pages: 0 }));
    this.#line = new WaitingLine(this.#slots);
  }

  /** Reads one prepared image of `pixels` pixels. */
  async recognize(
    image: Uint8Array,
    pixels: number,
    asked: AbortSignal,
    layout: PartLayout = 'auto',
  ): Promise<TesseractPage> {
    const signal = AbortSignal.any([asked, this.#closing.signal]);
    const slot = await this.#line.take(signal);
    try {
      slot.worker ??= startWorker(this.#data);
      const worker = await slot.worker;
      // It may have been ended while it was coming up, and tesseract.js fails outside any promise when asked then.
      if (signal.aborted) throw interrupted(signal);
      slot.pages += layout === 'auto' ? 1 : PART;
      return trimPage(await worker.recognize(image, layout, this.#options.pageTimeLimitMs, signal));
    } finally {
      await this.#retire(slot, pixels);
      this.#line.give(slot);
    }
  }

  /** Ends the workers. Pages that still wait for one are told that they were interrupted: none starts another. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#slots.map((slot) => this.#stop(slot)));
  }

  /** Ends a worker that is dead, old or swollen; the slot starts a new one when it is next needed. */
  async #retire(slot: Slot, pixels: number): Promise<void> {
    const worker = await slot.worker?.catch(() => undefined);
    const isDone = worker === undefined || !worker.isAlive();
    if (isDone || slot.pages >= this.#options.pagesPerWorker || pixels > HUGE_PIXELS) await this.#stop(slot);
  }

  async #stop(slot: Slot): Promise<void> {
    const worker = await slot.worker?.catch(() => undefined);
    slot.worker = undefined;
    slot.pages = 0;
    if (worker?.isAlive() === true) await worker.stop();
  }
}
