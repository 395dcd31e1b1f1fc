import { createRequire } from 'node:module';
import { z } from 'zod';
import { NativeReader, type NativeTesseract } from './native-tesseract.js';
import { findLanguageData } from './ocr-data.js';
import type { PageReader } from './page-reader.js';
import type { TesseractPool } from './tesseract-pool.js';

export interface TesseractOptions {
  /** Pages read at once; 1 when not given. */
  readonly workers?: number;
  /** Folder with another vie.traineddata; the command line passes TESSDATA_PREFIX. */
  readonly tessdataPrefix?: string;
  /** Longest that one page may take, in milliseconds; two minutes when not given. */
  readonly pageTimeLimitMs?: number;
  /** Pages after which a worker is replaced; 50 when not given. */
  readonly pagesPerWorker?: number;
  /** An installed Tesseract that reads instead of tesseract.js: see findNativeTesseract. */
  readonly native?: NativeTesseract;
}

/** Raise it, and with it the version of recognize, when preparation or layout may give another text for the same image. */
export const OCR_RECIPE = 4;

const packageVersion = (): string => {
  const found: unknown = createRequire(import.meta.url)('tesseract.js/package.json');
  return z.object({ version: z.string() }).parse(found).version;
};

/**
 * The workers that recognise, by themselves, with the id of the engine over them: see createOcrOver. Throws
 * `ocr-language-missing` when tesseract.js has no data. The library is loaded at the first image: a batch of texts has none.
 */
export const createTesseractReader = (
  options: TesseractOptions = {},
): { readonly id: string; readonly reader: PageReader } => {
  const { workers = 1, pageTimeLimitMs = 120_000, pagesPerWorker = 50, native } = options;
  if (native !== undefined) {
    const id = `tesseract ${native.version} vie recipe ${OCR_RECIPE}`;
    return { id, reader: new NativeReader(native, { workers, pageTimeLimitMs }) };
  }
  const data = findLanguageData(options.tessdataPrefix);
  const open = async (): Promise<TesseractPool> => {
    const { TesseractPool } = await import('./tesseract-pool.js');
    return new TesseractPool(data, { workers, pagesPerWorker, pageTimeLimitMs });
  };
  let pool: Promise<TesseractPool> | undefined;
  return {
    id: `tesseract.js ${packageVersion()} vie ${data.label} recipe ${OCR_RECIPE}`,
    reader: {
      recognize: async (...asked) => {
        pool ??= open();
        return (await pool).recognize(...asked);
      },
      close: async () => (await pool)?.close(),
    },
  };
};
