import type { FileInfo, IntakeFile } from '../schemas/stages.js';
import type { OcrPage, RunContext, SecrecyPolicy } from './base/contract.js';
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

/** What a batch asks of a reader that hands its files to other machines. */
export interface RemoteReading {
  /** Resolves when one more file may be handed over; rejects with the reason of the signal. The next `read` takes that place. */
  room(signal: AbortSignal): Promise<void>;
  /** What was read of the file is stored, or given up: nothing of it need be kept for another try. */
  settled(file: FileInfo): void;
}

/**
 * Reads whole files for a batch: in this process, each in one of its own (isolate/), or on other machines (queue/). The one
 * seam between a batch and whoever reads: a file goes in, what was read or a telling failure comes out.
 */
export interface FileReader {
  /** Given by a reader on other machines alone: the end of this process is then never laid to a file. */
  readonly remote?: RemoteReading;
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
  /**
   * Reads one page image of a file whose other pages are read elsewhere; not given by a reader that cannot. Rejects as read
   * does, and with `file-classified` or `file-perhaps-classified` for a page that may bear a mark.
   */
  readPage?(image: Uint8Array, signal: AbortSignal): Promise<OcrPage>;
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
