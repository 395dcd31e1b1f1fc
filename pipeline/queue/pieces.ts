import { rm, writeFile } from 'node:fs/promises';
import type { Redis } from 'ioredis';
import type { FileInfo } from '../../schemas/stages.js';
import { PipelineError } from '../base/errors.js';
import { hashBytes, openFile, systemCodeOf } from '../intake/stage.js';
import { LIFETIME, pieceKey } from './keys.js';
import type { FileJob } from './wire.js';

/*
 * Files without a shared folder: their bytes go over the queue in pieces, each under the hash of the whole. A piece is small
 * beside what Redis and a connection bear, and ends by itself.
 */

const PIECE_BYTES = 1024 * 1024;

export type Pieces = NonNullable<FileJob['pieces']>;

const keysOf = ({ feed, count }: Pieces, sha256: string): readonly string[] =>
  Array.from({ length: count }, (_, i) => pieceKey(feed, sha256, i));

/** Said of a file whose bytes are not whole in the queue. */
export const lostPieces = (): PipelineError =>
  new PipelineError(
    'file-unreadable',
    {
      vi: 'Nội dung tệp không còn trong hàng đợi, hoặc đã khác khi gửi.',
      en: 'The bytes of the file are no longer in the queue, or are others than were sent.',
    },
    { vi: 'Chạy lại cùng lệnh.', en: 'Run the same command again.' },
  );

/** What the bytes of a file are in the queue. */
export const piecesOf = (feed: string, { byteLength }: FileInfo): Pieces => ({
  feed,
  count: Math.max(1, Math.ceil(byteLength / PIECE_BYTES)),
});

/**
 * Puts the bytes of a file into the queue, one piece at a time. Rejects as openFile does, when the file changed, and when
 * Redis takes no more; what was put there then is the caller's to drop.
 */
export const sendPieces = async (
  redis: Redis,
  { feed, count }: Pieces,
  file: FileInfo,
  signal: AbortSignal,
  raw?: Buffer,
): Promise<void> => {
  const opened = await openFile(file.path, signal, raw);
  if (opened.file.sha256 !== file.sha256) throw lostPieces();
  const { bytes } = opened;
  for (let i = 0; i < count; i++) {
    signal.throwIfAborted();
    const piece = Buffer.from(bytes.subarray(i * PIECE_BYTES, (i + 1) * PIECE_BYTES));
    await redis.set(pieceKey(feed, file.sha256, i), piece, 'PX', LIFETIME.piece);
  }
};

const putTogether = async (redis: Redis, pieces: Pieces, sha256: string): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for (const key of keysOf(pieces, sha256)) {
    const part = await redis.getBuffer(key);
    if (part === null) throw lostPieces();
    parts.push(part);
  }
  const bytes = Buffer.concat(parts);
  if (hashBytes(bytes) !== sha256) throw lostPieces();
  return bytes;
};

const notWritten = (cause: unknown): PipelineError =>
  new PipelineError(
    'file-unreadable',
    {
      vi: `Máy đọc không ghi được tệp tạm (${systemCodeOf(cause)}).`,
      en: `The worker could not write its temporary file (${systemCodeOf(cause)}).`,
    },
    { vi: 'Dọn đĩa của máy đọc rồi chạy lại.', en: 'Make room on the disk of the worker, and run again.' },
  );

/**
 * Writes the bytes of a file from the queue to `path`. Rejects with `file-unreadable` when they are not whole, or cannot be
 * written: trouble of this machine.
 */
export const fetchPieces = async (redis: Redis, pieces: Pieces, sha256: string, path: string): Promise<void> => {
  const bytes = await putTogether(redis, pieces, sha256);
  try {
    // Nobody else on the machine may read it.
    await writeFile(path, bytes, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw notWritten(error);
  }
};

/** Keeps pieces for another while: whoever fed them still waits. False when one is lost. */
export const keepPieces = async (redis: Redis, pieces: Pieces, sha256: string): Promise<boolean> => {
  const asked = redis.pipeline();
  for (const key of keysOf(pieces, sha256)) asked.pexpire(key, LIFETIME.piece);
  return ((await asked.exec()) ?? []).every(([, isThere]) => isThere === 1);
};

export const dropPieces = async (redis: Redis, pieces: Pieces, sha256: string): Promise<void> => {
  await redis.del(...keysOf(pieces, sha256));
};

/** Removes a file that was written from pieces, whatever became of it. */
export const dropFile = (path: string): Promise<void> => rm(path, { force: true });
