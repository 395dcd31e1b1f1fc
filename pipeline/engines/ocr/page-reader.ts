import type { TesseractPage } from './ocr-words.js';

/** How an image is read: 'auto' finds the blocks of a page, 'block' takes it for one column of lines, 'line' for one. */
export type PartLayout = 'auto' | 'block' | 'line';

/** Recognises prepared images: a pool of workers here, or a line to the pool of another process. */
export interface PageReader {
  /** Reads one prepared image of `pixels` pixels. Rejects with a PipelineError, never hangs. */
  recognize(image: Uint8Array, pixels: number, signal: AbortSignal, layout?: PartLayout): Promise<TesseractPage>;
  close(): Promise<void>;
}
