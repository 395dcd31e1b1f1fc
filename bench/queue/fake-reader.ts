import { setTimeout as wait } from 'node:timers/promises';
import type { FileReader, ReadFile } from '../../pipeline/file-reader.js';
import type { FileInfo } from '../../schemas/stages.js';

/** What a fake reading takes, and over which files it ends its process. */
export interface FakeOptions {
  /** What every file comes to, but for its identity. */
  readonly template: ReadFile;
  /** Milliseconds a page. */
  readonly pageMs: number;
  /** A file whose path holds this ends the process that reads it. */
  readonly fatal?: string | undefined;
  readonly onBegin?: (file: FileInfo) => void;
}

/**
 * The template as if another file had been read: hash, place, the ids that are made of the hash, and a number of its own,
 * for papers of one number are looked at together.
 */
export const readAs = (template: ReadFile, file: FileInfo): ReadFile => {
  const { sha256 } = template.file;
  const id = (of: string): string => of.slice(0, 16);
  const text = JSON.stringify(template).replaceAll(sha256, file.sha256).replaceAll(id(sha256), id(file.sha256));
  const read: ReadFile = JSON.parse(text);
  const number = `${Number.parseInt(file.sha256.slice(0, 7), 16)}-KL/TU`;
  const documents = read.documents.map((one) => ({ ...one, document: { ...one.document, number } }));
  return { ...read, file, repaired: { ...read.repaired, file }, documents };
};

/** A reader that takes a known time and no processor: what is then measured is the queue, and the machine that feeds it. */
export const createFakeReader = ({ template, pageMs, fatal, onBegin }: FakeOptions): FileReader => ({
  ahead: 0,
  read: async (file, signal) => {
    onBegin?.(file);
    await wait(pageMs * template.repaired.pages.length, undefined, { signal }).catch(() => signal.throwIfAborted());
    if (fatal !== undefined && file.path.includes(fatal)) process.kill(process.pid, 'SIGKILL');
    return readAs(template, file);
  },
  close: async () => undefined,
});
