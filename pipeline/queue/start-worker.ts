import type { Office } from '../base/contract.js';
import { createTesseractReader, type TesseractOptions } from '../engines/ocr/tesseract-reader.js';
import { createIsolatedReader } from '../isolate/isolated-reader.js';
import { readVersions } from './versions.js';
import { runWorker, type WorkerOptions } from './worker.js';

export type { WorkerEvent, WorkerFigures } from './worker.js';

export interface StartOptions extends Omit<WorkerOptions, 'versions' | 'openReader'> {
  readonly tesseract: TesseractOptions;
  /** The installed LibreOffice, if any. */
  readonly office?: Office | undefined;
}

/**
 * `ketluan worker`: reads files for a queue as `ketluan ingest` reads them, in processes of their own and with the limits
 * that the ingesting machine sets. All readers share the workers that recognise. Rejects as runWorker does. — máy đọc
 */
export const startWorker = async ({ tesseract, office, ...options }: StartOptions): Promise<void> => {
  const { id: engine, reader: recognizer } = createTesseractReader({ ...tesseract, workers: options.concurrency });
  const shared = { recognize: recognizer.recognize.bind(recognizer), close: async () => undefined };
  try {
    await runWorker({
      ...options,
      versions: readVersions(engine),
      openReader: ({ check, limits, knownNames }, onPage, help) =>
        createIsolatedReader({
          engine,
          recognizer: shared,
          check,
          // Each job says what was allowed of it.
          secrecy: 'refuse',
          limits,
          knownNames,
          office,
          onPage,
          help,
          jobs: options.concurrency,
        }),
    });
  } finally {
    await recognizer.close();
  }
};
