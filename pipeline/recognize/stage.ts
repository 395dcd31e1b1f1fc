import PQueue from 'p-queue';
import { makeNote, type Note } from '../../schemas/note.js';
import {
  type PageImage,
  type PageSource,
  type PaginatedDocument,
  RecognizedDocument,
  type RecognizedPage,
} from '../../schemas/stages.js';
import type { RunContext, Stage } from '../base/contract.js';
import { ERRORS, PipelineError } from '../base/errors.js';
import { judgeText, scoreText } from '../quality/judge-text.js';
import { refuseClassified } from '../secrecy/refuse-classified.js';
import { doubtHeader, fillHeader } from './fill-header.js';

interface Recognized {
  readonly page: RecognizedPage;
  readonly notes: readonly Note[];
}

/** Pages in hand at once: the engine's own queue bounds the reading, this bounds the images that wait for it. */
const PAGES_AT_ONCE = 3;

const keepLayer = (source: PageSource, reason = source.reason): RecognizedPage => ({
  number: source.number,
  text: source.layerText,
  origin: source.trust === 'plain' ? 'plain' : source.layerText === '' ? 'none' : 'text-layer',
  reason,
  quality: source.quality,
  words: [],
  confidence: null,
  imageSize: null,
});

/** These end the document or the run; everything else costs one page. */
const endsDocument = (error: unknown, signal: AbortSignal): boolean =>
  signal.aborted || (error instanceof PipelineError && (error.code === 'interrupted' || ERRORS[error.code].fatal));

const lostPage = (source: PageSource, error: unknown): Recognized => {
  const code = error instanceof PipelineError ? error.code : 'internal';
  const reason = error instanceof PipelineError ? error.text : { vi: 'Lỗi bên trong.', en: 'Internal trouble.' };
  const note = makeNote('recognize/page-lost', { page: source.number, actual: code }, { reason });
  return { page: keepLayer(source, code), notes: [note] };
};

const emptyPageNote = (page: number): Note => makeNote('recognize/no-text', { page });

const readImage = async (source: PageSource, image: PageImage, { ocr, signal }: RunContext): Promise<Recognized> => {
  const result = await ocr.read(await image.load(signal), signal, 'page');
  const { text, words, confidence, width, height } = result;
  // A layer with words beats an image in which the engine found none.
  if (scoreText(text).letters === 0 && scoreText(source.layerText).letters > 0)
    return { page: keepLayer(source, 'image-empty'), notes: [emptyPageNote(source.number)] };
  const page: RecognizedPage = {
    number: source.number,
    text,
    origin: text === '' ? 'none' : 'ocr',
    reason: source.reason,
    quality: judgeText(text).quality,
    words,
    confidence,
    imageSize: { width, height },
    ...(source.layerText === '' ? {} : { rejectedLayer: source.layerText }),
  };
  return { page, notes: text === '' ? [emptyPageNote(source.number)] : doubtHeader(result, source.number) };
};

const readHeader = async (source: PageSource, image: PageImage, { ocr, signal }: RunContext): Promise<Recognized> => {
  const header = await ocr.read(await image.load(signal), signal, 'header');
  const { text, notes } = fillHeader(source.layerText, header, source.number);
  return { page: { ...keepLayer(source), text }, notes };
};

const recognizePage = async (source: PageSource, context: RunContext): Promise<Recognized> => {
  context.signal.throwIfAborted();
  const { image, trust } = source;
  try {
    if (image !== undefined && trust === 'image') return await readImage(source, image, context);
    if (image !== undefined && source.readHeaderImage) return await readHeader(source, image, context);
    return { page: keepLayer(source), notes: [] };
  } catch (error) {
    if (endsDocument(error, context.signal)) throw error;
    return lostPage(source, error);
  }
};

/**
 * Page images become text with words, boxes and confidences; trusted layers pass through, with a number and day that a
 * clerk stamped read from the image. One bad page keeps the others. — nhận dạng
 * Throws `file-classified` when a page bears a secrecy stamp.
 */
export const recognize: Stage<PaginatedDocument, RecognizedDocument> = {
  name: 'recognize',
  version: 3,
  output: RecognizedDocument,
  run: async (input, context) => {
    const queue = new PQueue({ concurrency: PAGES_AT_ONCE });
    const results = await queue.addAll(input.pages.map((page) => () => recognizePage(page, context)));
    const pages = results.map(({ page }) => page);
    // Layers were asked before a page was read.
    const read = pages.filter(({ origin }) => origin === 'ocr');
    refuseClassified(read, context.secrecy);
    return { value: { file: input.file, pages }, notes: results.flatMap(({ notes }) => notes) };
  },
};
