import { openDatabase } from '../output/store/open-database.js';
import type { RunContext } from '../pipeline/base/contract.js';
import { buildPipeline, readModelCard, readStageVersions } from '../pipeline/build-pipeline.js';
import { createTesseractOcr } from '../pipeline/engines/ocr/tesseract-ocr.js';
import { type BatchOptions, runBatch } from '../pipeline/run-batch.js';
import { withInterrupt } from './interrupt.js';
import type { Language } from './language.js';
import { createProgress } from './progress.js';
import { createStoreSink } from './store-sink.js';
import type { BatchResult } from './summary.js';
import { localToday } from './today.js';

export interface IngestOptions extends Pick<BatchOptions, 'jobs' | 'retry'> {
  readonly paths: readonly string[];
  readonly db: string;
  readonly language: Language;
  /** Shows no progress. */
  readonly quiet: boolean;
}

/**
 * Takes files and folders into the database and says what became of each. Throws a PipelineError when the database
 * cannot be written or the set-up is broken; trouble with a file is in its report.
 */
export const ingest = async ({
  paths,
  db: path,
  language,
  quiet,
  jobs,
  retry,
}: IngestOptions): Promise<BatchResult> => {
  const db = openDatabase(path);
  const prefix = process.env.TESSDATA_PREFIX;
  const ocr = createTesseractOcr({ workers: jobs, ...(prefix === undefined ? {} : { tessdataPrefix: prefix }) });
  const progress = createProgress(language, quiet);
  try {
    const pipeline = buildPipeline();
    const sink = createStoreSink(db, {
      roots: paths,
      stageVersions: readStageVersions(pipeline),
      modelCard: readModelCard(),
      now: () => new Date().toISOString(),
    });
    const started = performance.now();
    return await withInterrupt(async (signal) => {
      let found = 0;
      const context: RunContext = { today: localToday(), ocr, log: () => undefined, signal };
      const reports = await runBatch(paths, pipeline, context, sink, {
        jobs,
        retry,
        onFound: (total) => {
          found = total;
          progress.setTotal(total);
        },
        onFile: (report) => {
          sink.record(report);
          progress.addFile(report);
        },
      });
      if (!signal.aborted) sink.finish();
      return { reports, found, interrupted: signal.aborted, seconds: (performance.now() - started) / 1000 };
    });
  } finally {
    progress.stop();
    await ocr.close();
    db.close();
  }
};
