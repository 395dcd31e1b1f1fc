import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { ERRORS, type ErrorCode, PipelineError, toPipelineError } from '../base/errors.js';
import type { FileReader } from '../file-reader.js';
import { placeHere, placeRawHere, type SharedFolder } from './folders.js';
import { dropFile, dropPieces, fetchPieces } from './pieces.js';
import type { FileJob, Outcome } from './wire.js';

/** Trouble of one machine, not of the file: its folder is not there, or it lacks a program. Another one may read it. */
const TROUBLE: ReadonlySet<ErrorCode> = new Set(['file-unreadable', 'office-missing']);
const MARKED: ReadonlySet<ErrorCode> = new Set(['file-classified', 'file-perhaps-classified']);

/** Where a worker finds the files of jobs. */
export interface Places {
  readonly folders: readonly SharedFolder[];
  /** For files that come over the queue. */
  readonly workFolder: string;
}

/**
 * Reads the file of one job. Rejects for an abort, and with what is wrong with this machine as a whole; everything else is
 * an outcome. Of a marked file nothing stays: neither its bytes in the queue, nor a copy here.
 */
export const readJob = async (
  redis: Redis,
  job: FileJob,
  reader: FileReader,
  { folders, workFolder }: Places,
  signal: AbortSignal,
): Promise<Outcome> => {
  const { file, pieces, secrecy } = job;
  const copy = pieces === undefined ? undefined : join(workFolder, randomUUID());
  try {
    const raw = job.raw === undefined ? undefined : placeRawHere(Buffer.from(job.raw, 'base64'), folders);
    if (pieces !== undefined && copy !== undefined) {
      await fetchPieces(redis, pieces, file.sha256, copy);
      return { kind: 'done', read: await reader.read(file, signal, Buffer.from(copy), undefined, secrecy) };
    }
    const here = raw === undefined ? { ...file, path: placeHere(file.path, folders) } : file;
    return { kind: 'done', read: await reader.read(here, signal, raw, undefined, secrecy) };
  } catch (error) {
    signal.throwIfAborted();
    const known = toPipelineError(error);
    if (ERRORS[known.code].fatal) throw known;
    if (pieces !== undefined && MARKED.has(known.code)) await dropPieces(redis, pieces, file.sha256);
    return { kind: TROUBLE.has(known.code) ? 'trouble' : 'failed', error: withoutCause(known) };
  } finally {
    if (copy !== undefined) await dropFile(copy);
  }
};

/** Of an error its code and words alone leave this machine. */
const withoutCause = ({ code, text, hint }: PipelineError): PipelineError => new PipelineError(code, text, hint);
