import '../base/engine-flags.js';
import { Worker } from 'node:worker_threads';
import type { IntakeFile } from '../../schemas/stages.js';
import type { OcrEngine, Office, PageHelpers } from '../base/contract.js';
import { PipelineError, toPipelineError } from '../base/errors.js';
import { packageFile } from '../base/package-root.js';
import { buildPipeline, type Pipeline } from '../build-pipeline.js';
import type { TesseractPage } from '../engines/ocr/ocr-words.js';
import type { PageReader } from '../engines/ocr/page-reader.js';
import { openFile } from '../intake/stage.js';
import { mayBePaper } from '../may-be-paper.js';
import { isUnmarkedPage } from '../page-mark.js';
import { askForMark, runDocument } from '../run-document.js';
import { refuseClassified } from '../secrecy/refuse-classified.js';
import { HelpedOcr, PAGES_IN_HAND } from './helped-ocr.js';
import { type FromReader, packError, ToReader, unpackError } from './messages.js';

/** How often the process says that its loop turns, in milliseconds. */
const ALIVE_MS = 1000;

const send = (message: FromReader): void => {
  process.send?.(message);
};

interface Waiting {
  resolve(page: TesseractPage): void;
  reject(error: PipelineError): void;
}

/** Recognition happens in the parent, whose workers all files share; here are those who wait for it. */
const waiting = new Map<number, Waiting>();
let lastId = 0;
/** The installed LibreOffice, as the parent told it. */
let office: Office | undefined;
/** Names that people taught the database. */
let knownNames: readonly string[] = [];

const remoteReader: PageReader = {
  recognize: (image, pixels, signal, layout = 'auto') =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      send({ kind: 'recognize', id: lastId, image, pixels, layout });
    }),
  close: async () => undefined,
};

/** An engine that has its images recognised by the parent; what prepares them is loaded at the first one. */
const createRemoteOcr = (id: string): OcrEngine => ({
  id,
  read: async (image, signal, zone) => {
    const { createOcrOver } = await import('../engines/ocr/tesseract-ocr.js');
    return createOcrOver(id, remoteReader).read(image, signal, zone);
  },
  close: async () => undefined,
});

const changed = (): PipelineError =>
  new PipelineError(
    'file-unreadable',
    { vi: 'Tệp thay đổi trong khi đang được đọc.', en: 'The file changed while it was being read.' },
    { vi: 'Chờ chép xong rồi nạp lại.', en: 'Wait until it is copied whole, then ingest it again.' },
  );

type Read = Extract<ToReader, { kind: 'read' }>;

const open = async ({ path, raw, sha256, opened }: Read, signal: AbortSignal): Promise<IntakeFile> => {
  const intake = opened ?? (await openFile(path, signal, raw === undefined ? undefined : Buffer.from(raw)));
  if (intake.file.sha256 !== sha256) throw changed();
  return intake;
};

/** Of the file in work, where others help with it. */
let helped: { readonly id: number; readonly ocr: HelpedOcr } | undefined;

const openHelpers = (
  { id, helpedOver: overPages }: Read & { readonly helpedOver: number },
  file: IntakeFile['file'],
  ocr: OcrEngine,
  pipeline: Pipeline,
): PageHelpers => {
  const own = new HelpedOcr(ocr, (hasSpare) => send({ kind: 'spare', id, hasSpare }));
  helped = { id, ocr: own };
  return {
    overPages,
    ocr: own,
    pagesAtOnce: PAGES_IN_HAND,
    isUnmarked: (page, blocks) => isUnmarkedPage(file, page, blocks, pipeline),
    keep: () => {
      // Said first: what comes back then is not looked at.
      send({ kind: 'keep', id });
      own.keep();
    },
  };
};

const look = async ({ id, engine, image }: Extract<ToReader, { kind: 'look' }>): Promise<FromReader> => {
  try {
    const page = await createRemoteOcr(engine).read(image, new AbortController().signal, 'page');
    const { text, blocks } = page;
    // What may be marked goes nowhere: it is read, and judged, where the rest of its paper is. Asked as strictly as a head.
    refuseClassified([{ number: 1, text, blocks }]);
    return { kind: 'looked', id, page };
  } catch (error) {
    return { kind: 'failed', id, error: packError(toPipelineError(error)) };
  }
};

const read = async (asked: Read): Promise<FromReader> => {
  const { id, engine, check, maxPages, secrecy, helpedOver } = asked;
  try {
    const pipeline = buildPipeline({ check, knownNames });
    // The parent ends this process to stop it: no signal of its own is needed.
    const ocr = createRemoteOcr(engine);
    const onPage = (done: number, of: number): void => send({ kind: 'page', id, done, of });
    const told = { maxPages, secrecy, onPage, ...(office === undefined ? {} : { office }) };
    const context = { ocr, signal: new AbortController().signal, ...told };
    const opened = await open(asked, context.signal);
    if (asked.isAsked) {
      await askForMark(opened, pipeline, context);
      return { kind: 'unmarked', id };
    }
    const helpers =
      helpedOver === undefined ? {} : { helpers: openHelpers({ ...asked, helpedOver }, opened.file, ocr, pipeline) };
    const outcome = await runDocument(opened, pipeline, { ...context, ...helpers });
    return outcome.kind === 'done'
      ? { kind: 'done', id, read: { ...outcome, isPaper: mayBePaper(outcome) } }
      : { kind: 'failed', id, error: packError(outcome.error) };
  } catch (error) {
    return { kind: 'failed', id, error: packError(toPipelineError(error)) };
  } finally {
    helped = undefined;
  }
};

const settle = (id: number, use: (one: Waiting) => void): void => {
  const one = waiting.get(id);
  waiting.delete(id);
  if (one !== undefined) use(one);
};

/** The files before: one is read after the other, and none begins while another is in work. */
let before: Promise<void> = Promise.resolve();

const receive = (raw: unknown): void => {
  const message = ToReader.parse(raw);
  switch (message.kind) {
    case 'start':
      office = message.office;
      knownNames = message.knownNames ?? [];
      watch(message.maxBytes, message.parent);
      break;
    case 'read':
      before = before.then(async () => send(await read(message)));
      break;
    case 'look':
      before = before.then(async () => send(await look(message)));
      break;
    case 'give': {
      const { id } = message;
      const given = helped?.id === id ? helped.ocr.give() : undefined;
      send({ kind: 'given', id, ...(given === undefined ? {} : { given }) });
      break;
    }
    case 'taken':
      if (helped?.id === message.id) helped.ocr.take(message.page, message.read);
      break;
    case 'recognized':
      settle(message.id, ({ resolve }) => resolve(message.page));
      break;
    case 'not-recognized':
      settle(message.id, ({ reject }) => reject(unpackError(message.error)));
      break;
  }
};

/** Starts the thread that ends this process when it holds more than it may, or when nobody waits for it any more. */
const watch = (maxBytes: number, parent: number): void => {
  const script = packageFile('dist', 'pipeline', 'isolate', 'watchdog.js');
  new Worker(script, { workerData: { pid: process.pid, parent, maxBytes } }).unref();
};

/** Entry of the process that reads files one after another for its parent, which tells it everything by message. */
const main = (): void => {
  process.on('message', receive);
  // Ctrl-C, the closing of a terminal and the end of a service reach every process of the group: the parent decides, and
  // ends this one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit(0));
  setInterval(() => send({ kind: 'alive' }), ALIVE_MS);
};

main();
