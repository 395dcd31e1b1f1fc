import { makeNote, type Note } from '../../schemas/note.js';
import type { Box } from '../../schemas/span.js';
import {
  type EmptyPage,
  type PageImage,
  type PageSource,
  type PaginatedDocument,
  RecognizedDocument,
  type RecognizedPage,
} from '../../schemas/stages.js';
import type { OcrPage, RunContext, Stage } from '../base/contract.js';
import { ERRORS, PipelineError } from '../base/errors.js';
import { STAGE_VERSIONS } from '../base/provenance.js';
import { COARSE_DPI, measureDpi } from '../layout/resolution.js';
import { judgeText, scoreText } from '../quality/judge-text.js';
import { isUnreadStamp } from '../secrecy/judge-block.js';
import { beginsPaper } from '../secrecy/page-zones.js';
import { refuseClassified } from '../secrecy/refuse-classified.js';
import { doubtHeader, fillHeader } from './fill-header.js';
import { markZones } from './mark-zones.js';
import { type Recognized, readPages } from './read-pages.js';
import { WHY_EMPTY } from './why-empty.js';

const keepLayer = (source: PageSource, reason = source.reason): RecognizedPage => {
  const zones = markZones(undefined, [], source.aside ?? [], true);
  return { ...toLayerPage(source, reason), ...(zones === undefined ? {} : { zones }) };
};

const toLayerPage = (source: PageSource, reason: string): RecognizedPage => ({
  number: source.number,
  text: source.layerText,
  origin: source.trust === 'plain' ? 'plain' : source.layerText === '' ? 'none' : 'text-layer',
  reason,
  quality: source.quality,
  words: (source.layerWords ?? []).map((word) => ({ ...word, confidence: null })),
  confidence: null,
  imageSize: source.layerWords === undefined || source.layerWords.length === 0 ? null : (source.layerSize ?? null),
});

/** Words in a text into which something was filled between them: each stands where it is met next. */
const followText = (words: RecognizedPage['words'], text: string): RecognizedPage['words'] => {
  let at = 0;
  return words.flatMap((word) => {
    const start = text.indexOf(word.text, at);
    if (start < 0) return [];
    at = start + word.text.length;
    return [{ ...word, span: { start, end: at } }];
  });
};

/** These end the document or the run; everything else costs one page. */
const endsDocument = (error: unknown, signal: AbortSignal): boolean =>
  signal.aborted || (error instanceof PipelineError && (error.code === 'interrupted' || ERRORS[error.code].fatal));

const lostPage = (source: PageSource, error: unknown): Recognized => {
  const code = error instanceof PipelineError ? error.code : 'internal';
  const reason = error instanceof PipelineError ? error.text : { vi: 'Lỗi bên trong.', en: 'Internal trouble.' };
  const note = makeNote('recognize/page-lost', { page: source.number, actual: code }, { reason });
  return { page: keepLayer(source, code), notes: [note] };
};

const emptyPageNote = (page: number, why: EmptyPage): Note =>
  makeNote('recognize/no-text', { page, actual: why }, { reason: WHY_EMPTY[why] });

const findWhyEmpty = async ({ whyEmpty }: PageImage): Promise<EmptyPage> => {
  try {
    return (await whyEmpty?.()) ?? 'no-words';
  } catch {
    // Whatever is odd about the file, its page gave no word.
    return 'no-words';
  }
};

/** Print that no reading took is said. */
const noteUnread = ({ number, ink }: RecognizedPage): readonly Note[] =>
  ink === undefined || ink.unread.length === 0
    ? []
    : [makeNote('recognize/print-unread', { page: number, actual: String(ink.unread.length) })];

const hasMiddle = (outer: Box, { left, top, right, bottom }: Box): boolean =>
  left + right > 2 * outer.left &&
  left + right < 2 * outer.right &&
  top + bottom > 2 * outer.top &&
  top + bottom < 2 * outer.bottom;

/** A stamp in the head of a paper that stays unread is a matter for a person. */
const doubtStamps = (
  { blocks = [], crossed = [], width, height }: OcrPage,
  { number, text }: RecognizedPage,
  words: OcrPage['words'],
): readonly Note[] =>
  (number === 1 || beginsPaper(text)) &&
  blocks.some(
    (block) =>
      // An arrival stamp that print runs through has its own note.
      !crossed.some((stamp) => hasMiddle(stamp, block.box)) && isUnreadStamp(block, words, Math.max(width, height)),
  )
    ? [makeNote('recognize/stamp-unread', { page: number })]
    : [];

/** False for a page that was scanned on its side and read turned: its words are higher than wide on the image. */
const liesLevel = (words: OcrPage['words']): boolean => {
  const long = words.filter(({ text }) => text.length >= 3);
  return 2 * long.filter(({ box }) => box.right - box.left >= box.bottom - box.top).length >= long.length;
};

/** What a scan loses by itself: marks of letters where it is coarse, print under a stamp, one page of two. */
const noteScan = ({ width, height, words, crossed = [] }: OcrPage, page: number): readonly Note[] => {
  const dpi = measureDpi({ width, height }) ?? COARSE_DPI;
  const isCoarse = dpi < COARSE_DPI;
  return [
    ...(isCoarse ? [makeNote('recognize/coarse-scan', { page, actual: String(dpi) })] : []),
    ...(crossed.length > 0 ? [makeNote('recognize/print-under-stamp', { page })] : []),
    ...(width > height && liesLevel(words) ? [makeNote('recognize/wide-page', { page })] : []),
  ];
};

const readImage = async (source: PageSource, image: PageImage, { ocr, signal }: RunContext): Promise<Recognized> => {
  const result = await ocr.read(await image.load(signal), signal, 'page');
  const { text, words, confidence, width, height, blocks = [], ink } = result;
  const zones = markZones(result.zones, blocks, source.aside ?? []);
  // A layer with words beats an image in which the engine found none.
  if (scoreText(text).letters === 0 && scoreText(source.layerText).letters > 0)
    return { page: keepLayer(source, 'image-empty'), notes: [emptyPageNote(source.number, 'no-words')], blocks };
  const page: RecognizedPage = {
    number: source.number,
    text,
    origin: text === '' ? 'none' : 'ocr',
    reason: source.reason,
    quality: judgeText(text).quality,
    words,
    confidence,
    imageSize: { width, height },
    ...(ink === undefined ? {} : { ink }),
    ...(zones === undefined ? {} : { zones }),
    ...(source.layerText === '' ? {} : { rejectedLayer: source.layerText }),
  };
  const notes =
    text === '' ? [emptyPageNote(source.number, await findWhyEmpty(image))] : doubtHeader(result, source.number);
  const lost = [...noteUnread(page), ...doubtStamps(result, page, words), ...noteScan(result, source.number)];
  return { page, notes: [...notes, ...lost], blocks };
};

const readHeader = async (source: PageSource, image: PageImage, { ocr, signal }: RunContext): Promise<Recognized> => {
  const header = await ocr.read(await image.load(signal), signal, 'header');
  const { text, notes } = fillHeader(source.layerText, header, source.number);
  const page = keepLayer(source);
  return { page: { ...page, text, words: followText(page.words, text) }, notes };
};

/** The stamps of a page whose layer is good: they are pictures there. The layer stays whatever becomes of them. */
const seekStamps = async (read: Recognized, image: PageImage, { ocr, signal }: RunContext): Promise<Recognized> => {
  const { page, notes } = read;
  try {
    const sought = await ocr.read(await image.load(signal), signal, 'blocks');
    const blocks = sought.blocks ?? [];
    const zones = markZones(page.zones, blocks, [], true);
    const marked = zones === undefined ? page : { ...page, zones };
    return { page: marked, notes: [...notes, ...doubtStamps(sought, page, [])], blocks };
  } catch (error) {
    if (endsDocument(error, signal)) throw error;
    return { page, notes: [...notes, makeNote('recognize/stamps-not-sought', { page: page.number })] };
  }
};

const readPage = async (source: PageSource, context: RunContext): Promise<Recognized> => {
  const { image, trust } = source;
  if (image === undefined) return { page: keepLayer(source), notes: [] };
  if (trust === 'image') return readImage(source, image, context);
  const read = source.readHeaderImage
    ? await readHeader(source, image, context)
    : { page: keepLayer(source), notes: [] };
  return source.mayBearStamp === true ? seekStamps(read, image, context) : read;
};

const recognizePage = async (source: PageSource, context: RunContext): Promise<Recognized> => {
  context.signal.throwIfAborted();
  try {
    return await readPage(source, context);
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
  version: STAGE_VERSIONS.recognize,
  output: RecognizedDocument,
  run: async (input, context) => {
    // Layers are there at once: nobody waits for them.
    const told = input.pages.some(({ trust }) => trust === 'image') ? context.onPage : undefined;
    let done = 0;
    told?.(done, input.pages.length);
    const recognizeNext = async (page: PageSource, reading: RunContext): Promise<Recognized> => {
      const result = await recognizePage(page, reading);
      done += 1;
      told?.(done, input.pages.length);
      return result;
    };
    const results = await readPages(input.pages, context, recognizeNext);
    const pages = results.map(({ page }) => page);
    // Layers were asked before a page was read.
    const asked = results.map(({ page: { number, text, origin }, blocks }) => ({
      number,
      text: origin === 'ocr' ? text : '',
      blocks,
    }));
    refuseClassified(asked, context.secrecy);
    const { file, signatures } = input;
    const value = { file, pages, ...(signatures === undefined ? {} : { signatures }) };
    return { value, notes: results.flatMap(({ notes }) => notes) };
  },
};
