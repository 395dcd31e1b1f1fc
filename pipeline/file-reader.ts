import type { FileInfo } from '../schemas/stages.js';
import type { RunContext } from './base/contract.js';
import type { Pipeline } from './build-pipeline.js';
import { type FileRead, openFile, runDocument } from './run-document.js';

/** Reads whole files for a batch: in this process, or each in one of its own (isolate/). */
export interface FileReader {
  /** Rejects with the PipelineError that the file ended in, or with the reason of the signal. */
  read(file: FileInfo, signal: AbortSignal): Promise<FileRead>;
  close(): Promise<void>;
}

/** Reads files in this process: for tests and for callers who know their files. close() ends the engine. */
export const createPlainReader = (pipeline: Pipeline, shared: RunContext): FileReader => ({
  read: async ({ path }, signal) => {
    const context = { ...shared, signal };
    const outcome = await runDocument(await openFile(path, pipeline, context), pipeline, context);
    if (outcome.kind === 'failed') throw outcome.error;
    return outcome;
  },
  close: () => shared.ocr.close(),
});
