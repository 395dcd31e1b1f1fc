import type { FileSignature } from '../../schemas/file-signature.js';
import { makeNote, type Note } from '../../schemas/note.js';
import { type IntakeFile, type MediaType, type PageSource, PaginatedDocument } from '../../schemas/stages.js';
import type { RunContext, Stage } from '../base/contract.js';
import { PipelineError } from '../base/errors.js';
import { STAGE_VERSIONS } from '../base/provenance.js';
import { isImageCut, listImagePages } from '../engines/image/list-image-pages.js';
import type { PdfFile } from '../engines/pdf/pdf.js';
import { brokenPdf } from '../engines/pdf/pdf-errors.js';
import { judgeText } from '../quality/judge-text.js';
import { capRuns } from './cap-runs.js';
import { chooseSource, doubtShortLayers } from './choose-source.js';
import { decodeText } from './decode-text.js';
import { listJoinedPages } from './joined-image-pages.js';
import { addAside, noteSignatures } from './signed-pages.js';
import { splitPages } from './split-pages.js';
import { paginateWord } from './word-pages.js';

interface Paginated {
  readonly pages: readonly PageSource[];
  readonly notes: readonly Note[];
  readonly signatures?: readonly FileSignature[];
}

const blankText = (): PipelineError =>
  new PipelineError(
    'file-empty',
    { vi: 'Tệp văn bản chỉ có khoảng trắng.', en: 'The text file holds nothing but white space.' },
    { vi: 'Chép lại tệp từ nơi gửi.', en: 'Copy the file again from where it came.' },
  );

const paginateText = (bytes: Uint8Array): Paginated => {
  const { text: whole, encoding, replaced } = decodeText(bytes);
  const { text, lost } = capRuns(whole);
  if (text.trim() === '') throw blankText();
  const pages = splitPages(text).map((page, i): PageSource => {
    const { quality } = judgeText(page);
    const reason = `plain-${encoding}`;
    return { number: i + 1, trust: 'plain', reason, quality, layerText: page, readHeaderImage: false };
  });
  const notes = [
    ...(encoding === 'utf-8' ? [] : [makeNote('paginate/encoding', { expected: 'utf-8', actual: encoding })]),
    ...(replaced > 0 ? [makeNote('paginate/bytes-replaced', { actual: String(replaced) })] : []),
    ...(lost > 0 ? [makeNote('paginate/run-cut', { actual: String(lost) })] : []),
  ];
  return { pages, notes };
};

const tooManyPages = (most: number, pages: number): PipelineError =>
  new PipelineError(
    'file-too-heavy',
    {
      vi: `Tệp có quá nhiều trang: tối đa ${most}, nhưng tệp có ${pages}.`,
      en: `The file has too many pages: expected at most ${most}, got ${pages}.`,
    },
    {
      vi: 'Chia nhỏ tệp; hoặc nới giới hạn bằng --max-pages rồi nạp lại với --retry.',
      en: 'Split it; or widen the limit with --max-pages and ingest it with --retry.',
    },
  );

const toImagePage = (loadBytes: () => Uint8Array, index: number): PageSource => ({
  number: index + 1,
  trust: 'image',
  reason: 'image-only',
  quality: 'empty',
  layerText: '',
  image: {
    load: async (signal) => {
      signal.throwIfAborted();
      return loadBytes();
    },
  },
  readHeaderImage: false,
});

const cutOffImage = (): Note => makeNote('paginate/image-cut-off', {});

const paginateImage = (bytes: Uint8Array, mediaType: MediaType, maxPages: number): Paginated => {
  const images = listImagePages(bytes, mediaType === 'image/tiff');
  if (images.length > maxPages) throw tooManyPages(maxPages, images.length);
  return {
    pages: images.map(toImagePage),
    notes: isImageCut(bytes, mediaType) ? [cutOffImage()] : [],
  };
};
/** Images that were joined: the pages of each, one behind the other. */
const paginateJoined = (bytes: Uint8Array, maxPages: number): Paginated => {
  const { pages, isCut } = listJoinedPages(bytes);
  if (pages.length > maxPages) throw tooManyPages(maxPages, pages.length);
  return { pages: pages.map(toImagePage), notes: isCut ? [cutOffImage()] : [] };
};
/** The whole of a PDF ends in this mark; a copy that stopped half-way does not. */
const endsWhole = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(-2048)).toString('latin1').includes('%%EOF');

const cutOffNote = (pages: number): Note => makeNote('paginate/pdf-cut-off', { expected: '%%EOF' }, { pages });

const unreadablePage = (number: number): { page: PageSource; note: Note } => ({
  page: { number, trust: 'none', reason: 'page-broken', quality: 'empty', layerText: '', readHeaderImage: false },
  note: makeNote('paginate/page-broken', { page: number }),
});

/** A page that our reader could not take, by its plain text: better than nothing, and a person must look at it. */
const plainPage = (number: number, text: string): { page: PageSource; note: Note } => ({
  page: {
    number,
    trust: 'text-layer',
    reason: 'plain-reader',
    quality: judgeText(text).quality,
    layerText: text,
    readHeaderImage: false,
  },
  note: makeNote('paginate/page-read-plainly', { page: number }),
});

/** A blank sheet may stand in a file some dozens of times as one object; a page list without end is made to do harm. */
const SAME_PAGE_AT_MOST = 100;

const repeatsItself = (): PipelineError =>
  new PipelineError(
    'file-too-heavy',
    {
      vi: `Tệp PDF lặp lại một trang hơn ${SAME_PAGE_AT_MOST} lần nên không đọc.`,
      en: `The PDF repeats one page more than ${SAME_PAGE_AT_MOST} times and is not read.`,
    },
    {
      vi: 'Mở tệp để kiểm tra, in lại thành PDF khác rồi nạp.',
      en: 'Open it to check, print it anew as a PDF, ingest that.',
    },
  );

const readPdfPages = async (pdf: PdfFile, bytes: Uint8Array, signal: AbortSignal): Promise<Paginated> => {
  const pages: PageSource[] = [];
  const times = new Map<string, number>();
  const notes: Note[] = [];
  for (let number = 1; number <= pdf.pageCount; number++) {
    signal.throwIfAborted();
    try {
      const page = await pdf.readPage(number);
      const count = (times.get(page.object ?? '') ?? 0) + 1;
      if (page.object !== null) times.set(page.object, count);
      if (page.object !== null && count > SAME_PAGE_AT_MOST) throw repeatsItself();
      const image = {
        load: (loadSignal: AbortSignal) => pdf.loadImage(number, loadSignal),
        whyEmpty: () => pdf.whyEmpty(number),
      };
      const { text, aside, words, size } = page;
      const source = chooseSource(page);
      // The words of a layer that gives way to the image would only be carried about.
      const placed = source.trust === 'text-layer' ? { layerWords: words, layerSize: size } : {};
      pages.push({ number, layerText: text, ...placed, ...(aside.length > 0 ? { aside } : {}), image, ...source });
    } catch (error) {
      if (error instanceof PipelineError && error.code === 'file-too-heavy') throw error;
      const { readTextPlainly } = await import('../engines/pdf/pdf-second-reader.js');
      const text = await readTextPlainly(bytes, number);
      const { page, note } = text === '' ? unreadablePage(number) : plainPage(number, text);
      pages.push(page);
      notes.push(note);
    }
  }
  return { pages: doubtShortLayers(pages), notes };
};

/** True when some page has text or a picture; of a cut-off file there may be blank sheets alone. */
const showsAnything = async (pdf: PdfFile, pages: readonly PageSource[]): Promise<boolean> => {
  for (const { number, trust, layerText } of pages) {
    if (layerText !== '') return true;
    if (trust !== 'none' && !(await pdf.isBlank(number))) return true;
  }
  return false;
};

const paginatePdf = async (bytes: Uint8Array, signal: AbortSignal, maxPages: number): Promise<Paginated> => {
  // Loaded when a PDF comes: the libraries behind it cost half a second, and most folders of texts have none.
  const { openPdf } = await import('../engines/pdf/pdf.js');
  const pdf = await openPdf(bytes);
  if (pdf.pageCount > maxPages) throw tooManyPages(maxPages, pdf.pageCount);
  const { pages, notes } = await readPdfPages(pdf, bytes, signal);
  const isCutOff = pdf.isSalvaged || !endsWhole(bytes);
  if (isCutOff && !(await showsAnything(pdf, pages))) throw brokenPdf();
  const { readPdfSignatures } = await import('../engines/pdf/pdf-signatures.js');
  const signed = await readPdfSignatures(bytes);
  return {
    pages: addAside(pages, signed),
    notes: [...(isCutOff ? [cutOffNote(pdf.pageCount)] : []), ...notes, ...noteSignatures(signed)],
    ...(signed.signatures.length > 0 ? { signatures: signed.signatures } : {}),
  };
};

const paginateOffice = async (input: IntakeFile, context: RunContext): Promise<Paginated> => {
  const { maxPages = Number.POSITIVE_INFINITY } = context;
  const { pages, notes } = await paginateWord(input, context);
  if (pages.length > maxPages) throw tooManyPages(maxPages, pages.length);
  if (pages.every(({ layerText, image }) => layerText.trim() === '' && image === undefined)) throw blankText();
  return { pages, notes };
};

const paginateBytes = (input: IntakeFile, context: RunContext): Paginated | Promise<Paginated> => {
  const { file, bytes } = input;
  const { signal, maxPages = Number.POSITIVE_INFINITY } = context;
  switch (file.mediaType) {
    case 'text/plain':
      return paginateText(bytes);
    case 'application/pdf':
      return paginatePdf(bytes, signal, maxPages);
    case 'image/tiff':
    case 'image/png':
    case 'image/jpeg':
      return paginateImage(bytes, file.mediaType, maxPages);
    case 'image/x-ketluan-joined':
      return paginateJoined(bytes, maxPages);
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
    case 'application/msword':
    case 'application/rtf':
    case 'application/vnd.oasis.opendocument.text':
      return paginateOffice(input, context);
  }
};

/**
 * A file becomes pages, each with its text layer, its image (decoded only when asked for) and which of them to trust
 * and why. — tách trang
 */
export const paginate: Stage<IntakeFile, PaginatedDocument> = {
  name: 'paginate',
  version: STAGE_VERSIONS.paginate,
  output: PaginatedDocument,
  run: async (input, context) => {
    const { notes, ...paginated } = await paginateBytes(input, context);
    return { value: { file: input.file, ...paginated }, notes };
  },
};
