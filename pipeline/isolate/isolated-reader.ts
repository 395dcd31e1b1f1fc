import PQueue from 'p-queue';
import type { FileInfo } from '../../schemas/stages.js';
import type { OcrPage, SecrecyPolicy } from '../base/contract.js';
import { brokenPromise } from '../base/errors.js';
import type { FileReader, ReadFile } from '../file-reader.js';
import { hashBytes } from '../intake/stage.js';
import { isQuick } from '../quality/media-type.js';
import { type Answered, type Asked, type IsolationOptions, ReaderHandle } from './reader-handle.js';

export { DEFAULT_LIMITS, type FileLimits } from './limits.js';

/** Texts that are sent before their turn: while results are being saved, the process has the next ones at hand. */
const TEXTS_AHEAD = 6;

/** A reader in processes of its own, which can be asked for a mark before anything else is done with a file. */
export interface IsolatedReader extends FileReader {
  /** Rejects with `file-classified` or `file-perhaps-classified` where the file's text, as it lies in it, bears a mark. */
  ask(file: FileInfo, signal: AbortSignal, raw?: Buffer, secrecy?: SecrecyPolicy): Promise<void>;
  readPage(image: Uint8Array, signal: AbortSignal): Promise<OcrPage>;
}

/** A text whose turn will come, and the process that it was sent to already. */
interface WaitingText {
  readonly asked: Asked;
  readonly signal: AbortSignal;
  sent?: { readonly to: ReaderHandle; readonly id: number };
  resolve(read: ReadFile): void;
  reject(error: unknown): void;
}

const requireRead = (read: Answered): ReadFile => {
  if (read === 'unmarked' || !('documents' in read)) throw brokenPromise('a file that was read', 'something else');
  return read;
};

const requirePage = (read: Answered): OcrPage => {
  if (read === 'unmarked' || !('words' in read)) throw brokenPromise('a page that was read', 'something else');
  return read;
};

/** A page image has no file here: what is kept of one goes by its hash. */
const asFile = (image: Uint8Array): FileInfo => ({
  path: '',
  sha256: hashBytes(image),
  byteLength: image.byteLength,
  mediaType: 'image/png',
});

/**
 * Reads files in processes of their own, so that none can stop the batch: one that is stuck, swells or crashes its reader
 * costs itself alone. Processes are kept and reused; recognition is done here, by workers that all share. Not threads: a
 * thread whose Map or array outgrows its heap ends the whole process with it (node 20), and nothing stops one in native code.
 */
export const createIsolatedReader = (options: IsolationOptions): IsolatedReader => {
  const free: ReaderHandle[] = [];
  const all = new Set<ReaderHandle>();
  const slots = new PQueue({ concurrency: options.jobs ?? 1 });
  const take = (): ReaderHandle => {
    for (let one = free.pop(); one !== undefined; one = free.pop()) {
      if (one.isFit()) return one;
      one.stop();
      all.delete(one);
    }
    const made = new ReaderHandle(options);
    all.add(made);
    return made;
  };
  const readAlone = async (asked: Asked, signal: AbortSignal): Promise<Answered> => {
    for (;;) {
      const one = take();
      try {
        const read = await one.attend(one.send(asked), asked, signal);
        if (read !== undefined) return read;
      } finally {
        free.push(one);
      }
    }
  };

  // A text takes milliseconds: a second process would spend more on its start and on warming up than it saves.
  const texts: WaitingText[] = [];
  let textReader: ReaderHandle | undefined;
  const sendAhead = (to: ReaderHandle): void => {
    for (const text of texts.slice(0, TEXTS_AHEAD))
      if (text.sent === undefined && to.isFit()) text.sent = { to, id: to.send(text.asked) };
  };
  const readNext = async (next: WaitingText, to: ReaderHandle): Promise<void> => {
    sendAhead(to);
    const { sent, asked, signal } = next;
    try {
      const read = await sent?.to.attend(sent.id, asked, signal);
      // Its process ended with the file before: it is sent anew.
      delete next.sent;
      if (read === undefined) return;
      next.resolve(requireRead(read));
    } catch (error) {
      next.reject(error);
    }
    texts.shift();
  };
  const readTexts = async (): Promise<void> => {
    for (let next = texts[0]; next !== undefined; next = texts[0]) {
      textReader ??= take();
      if (next.sent === undefined && !textReader.isFit()) {
        free.push(textReader);
        textReader = take();
      }
      await readNext(next, textReader);
    }
    if (textReader !== undefined) free.push(textReader);
    textReader = undefined;
  };
  const readText = (asked: Asked, signal: AbortSignal): Promise<ReadFile> =>
    new Promise((resolve, reject) => {
      texts.push({ asked, signal, resolve, reject });
      if (textReader !== undefined) sendAhead(textReader);
      else if (texts.length === 1) void slots.add(readTexts);
    });
  return {
    ahead: TEXTS_AHEAD,
    read: (file, signal, raw, bytes, secrecy) =>
      isQuick(file)
        ? readText({ file, raw, opened: bytes === undefined ? undefined : { file, bytes }, secrecy }, signal)
        : slots.add(async () => requireRead(await readAlone({ file, raw, secrecy }, signal))),
    ask: async (file, signal, raw, secrecy) => {
      await slots.add(() => readAlone({ file, raw, secrecy, isAsked: true }, signal));
    },
    readPage: async (image, signal) =>
      slots.add(async () => requirePage(await readAlone({ file: asFile(image), image }, signal))),
    close: async () => {
      for (const one of all) free.includes(one) ? one.dismiss() : one.stop();
      await options.recognizer.close();
    },
  };
};
