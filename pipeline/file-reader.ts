import type { FileInfo } from '../schemas/stages.js';
import type { RunContext } from './base/contract.js';
import type { Pipeline } from './build-pipeline.js';
import { openFile } from './intake/stage.js';
import { type FileRead, runDocument } from './run-document.js';

/** Reads whole files for a batch: in this process, or each in one of its own (isolate/). */
export interface FileReader {
  /**
   * Rejects with the PipelineError that the file ended in, or with the reason of the signal. `raw`: the path in bytes, where
   * its name is no UTF-8.
   */
  read(file: FileInfo, signal: AbortSignal, raw?: Buffer): Promise<FileRead>;
  close(): Promise<void>;
}

/** Reads files in this process: for tests and for callers who know their files. close() ends the engine. */
export const createPlainReader = (pipeline: Pipeline, shared: RunContext): FileReader => ({
  read: async ({ path }, signal, raw) => {
    const context = { ...shared, signal };
    const outcome = await runDocument(await openFile(path, signal, raw), pipeline, context);
    if (outcome.kind === 'failed') throw outcome.error;
    return outcome;
  },
  close: () => shared.ocr.close(),
});
