import type { FileInfo, IntakeFile } from '../schemas/stages.js';
import type { RunContext, SecrecyPolicy } from './base/contract.js';
import type { Pipeline } from './build-pipeline.js';
import { openFile } from './intake/stage.js';
import { mayBePaper } from './may-be-paper.js';
import { type FileRead, runDocument } from './run-document.js';

/** Told how many pages of a file with page images are done. */
export type OnPage = (path: string, done: number, of: number) => void;

/** A file that was read, and whether it may be an official paper: asked where it is read, for a text may keep any pattern busy. */
export interface ReadFile extends FileRead {
  readonly isPaper: boolean;
}

/** Reads whole files for a batch: in this process, or each in one of its own (isolate/). */
export interface FileReader {
  /** Texts that may be handed over before the one in work is done: their reading costs less than the wait between two. */
  readonly ahead: number;
  /**
   * Rejects with the PipelineError that the file ended in, or with the reason of the signal. `raw`: the path in bytes, where
   * its name is no UTF-8. `bytes`: the file's, if the caller holds them. `secrecy`: what was allowed of this file alone.
   */
  read(
    file: FileInfo,
    signal: AbortSignal,
    raw?: Buffer,
    bytes?: IntakeFile['bytes'],
    secrecy?: SecrecyPolicy,
  ): Promise<ReadFile>;
  close(): Promise<void>;
}

/** Reads files in this process: for tests and for callers who know their files. close() ends the engine. */
export const createPlainReader = (pipeline: Pipeline, shared: RunContext, onPage?: OnPage): FileReader => ({
  ahead: 0,
  read: async (file, signal, raw, bytes, secrecy) => {
    const told = { onPage: (done: number, of: number) => onPage?.(file.path, done, of) };
    const context = { ...shared, ...told, signal, ...(secrecy === undefined ? {} : { secrecy }) };
    const intake = bytes === undefined ? await openFile(file.path, signal, raw) : { file, bytes };
    const outcome = await runDocument(intake, pipeline, context);
    if (outcome.kind === 'failed') throw outcome.error;
    return { ...outcome, isPaper: mayBePaper(outcome) };
  },
  close: () => shared.ocr.close(),
});
