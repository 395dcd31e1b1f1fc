import type { TesseractPage } from '../engines/ocr/ocr-words.js';

/** One image of a file that is to be recognised. */
export interface PageImage {
  /** Hash of the file. */
  readonly sha256: string;
  readonly image: Uint8Array;
  /** What else the result hangs on: engine, rules, layout. */
  readonly recipe: string;
}

/**
 * Keeps what was recognised while a file is being read, so that a reading that was interrupted goes on where it was. The
 * store implements it. Neither call may fail a file: what cannot be kept is recognised again.
 */
export interface PageMemory {
  recall(asked: PageImage): TesseractPage | undefined;
  keep(asked: PageImage, page: TesseractPage): void;
}
