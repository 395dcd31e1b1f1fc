import type { PDFDocument } from '@cantoo/pdf-lib';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { EmptyPage } from '../../../schemas/stages.js';
import { PipelineError } from '../../base/errors.js';
import { turnImage } from '../image/image.js';
import { readAnnotationTexts } from './pdf-aside.js';
import { extractPageImage, openForStreams } from './pdf-embedded-image.js';
import { brokenPdf, encryptedPdf, lockedPdf, noPages } from './pdf-errors.js';
import { type PdfText, readPdfText } from './pdf-layer.js';
import { inspectDrawing, type PageDrawing } from './pdf-operators.js';
import { renderPdfPage } from './pdf-render.js';
import { copyAnnotations, type FoundStamps, findStamps } from './pdf-stamps.js';
import { loadPdfjs, openWithPdfjs, type Pdfjs } from './pdfjs-library.js';
import { findWhyEmpty } from './why-empty.js';

/** One page of a PDF as it stands in the file. */
export interface PdfPage extends Omit<PdfText, 'turned'> {
  /** Words outside the layout: turned runs, annotations, form fields. Only asked for a secrecy mark, never text. */
  readonly aside: readonly string[];
  /** Identity of the page's object in the file: pages that share it are one page; null when the file does not tell. */
  readonly object: string | null;
  /** What else is drawn; null for a page without text, where it need not be known. */
  readonly drawing: PageDrawing | null;
}

/** An open PDF. Pages are read one by one, and nothing of a page is kept when the next is asked for. */
export interface PdfFile {
  readonly pageCount: number;
  /** True when the file was damaged and only these pages could be saved. */
  readonly isSalvaged: boolean;
  readPage(number: number): Promise<PdfPage>;
  /** True when a page shows neither text nor an image: what is left of a page whose content was cut off. */
  isBlank(number: number): Promise<boolean>;
  /** The page as PNG, JPEG or TIFF bytes: the embedded scan where there is one, else the page rendered. */
  loadImage(number: number, signal: AbortSignal): Promise<Uint8Array>;
  /** The page as a reader sees it, as PNG bytes: its text drawn, its annotations too. */
  drawPage(number: number, signal: AbortSignal): Promise<Uint8Array>;
  /** Why a page that was drawn and read gave no word. */
  whyEmpty(number: number): Promise<EmptyPage>;
  close(): Promise<void>;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** Rebuilds a damaged PDF from the objects that can still be found in it. */
const salvage = async (bytes: Uint8Array, cause: unknown): Promise<{ proxy: PDFDocumentProxy; bytes: Uint8Array }> => {
  try {
    const found = await openForStreams(bytes);
    if (found === undefined || found.getPageCount() === 0) throw brokenPdf(cause);
    const saved = await found.save({ useObjectStreams: false });
    const proxy = await openWithPdfjs(saved);
    await proxy.getPage(1);
    return { proxy, bytes: saved };
  } catch (error) {
    throw error instanceof PipelineError ? error : brokenPdf(error);
  }
};

/** A trailer, or what stands for it, names how the file is encrypted. */
const isLocked = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/Encrypt ');

const PAGES_BETWEEN_CLEANUPS = 20;

class OpenPdf implements PdfFile {
  readonly pageCount: number;
  readonly isSalvaged: boolean;
  readonly #pdfjs: Pdfjs;
  readonly #proxy: PDFDocumentProxy;
  readonly #bytes: Uint8Array;
  #streams: Promise<PDFDocument | undefined> | undefined;
  /** A few digits of each page with annotations. */
  readonly #stamps = new Map<number, FoundStamps>();

  constructor(pdfjs: Pdfjs, proxy: PDFDocumentProxy, bytes: Uint8Array, isSalvaged: boolean) {
    this.#pdfjs = pdfjs;
    this.#proxy = proxy;
    this.#bytes = bytes;
    this.pageCount = proxy.numPages;
    this.isSalvaged = isSalvaged;
  }

  async #withPage<T>(number: number, use: (page: PDFPageProxy) => Promise<T>): Promise<T> {
    const page = await this.#proxy.getPage(number);
    try {
      return await use(page);
    } finally {
      page.cleanup();
      // pdfjs frees what it posted to itself only when the loop turns: without this a long file fills the memory.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async readPage(number: number): Promise<PdfPage> {
    const page = await this.#withPage(number, async (proxy) => {
      let texts: readonly string[] = [];
      const { turned, ...text } = await readPdfText(this.#pdfjs, proxy, async (hasText) => {
        const found = await this.#findStamps(proxy, hasText);
        ({ texts } = found);
        return found.stamps;
      });
      const drawing = text.text === '' ? null : await inspectDrawing(this.#pdfjs, proxy);
      const { ref } = proxy;
      const object = ref === null ? null : `${ref.num} ${ref.gen}`;
      return { ...text, drawing, object, aside: [...turned, ...texts, ...(await readAnnotationTexts(proxy))] };
    });
    // Fonts stay until the whole document is cleaned up; a merged file may bring its own with every page.
    if (number % PAGES_BETWEEN_CLEANUPS === 0) await this.#proxy.cleanup();
    return page;
  }

  isBlank(number: number): Promise<boolean> {
    return this.#withPage(number, async (page) => {
      const { coverage, hasVisibleText } = await inspectDrawing(this.#pdfjs, page);
      return coverage === 0 && !hasVisibleText;
    });
  }

  /**
   * Reading the operators of a scan decodes it, .2 s of a large one: they are read only where an annotation could bear a stamp,
   * once, and where the page has no text from a copy that holds its annotations alone.
   */
  async #findStamps(page: PDFPageProxy, hasText: boolean): ReturnType<typeof findStamps> {
    const annotations: readonly unknown[] = await page.getAnnotations({ intent: 'display' });
    if (annotations.length === 0) return { stamps: [], texts: [] };
    const known = this.#stamps.get(page.pageNumber);
    if (known !== undefined) return known;
    const found =
      (hasText ? undefined : await this.#findStampsAlone(page.pageNumber)) ?? (await findStamps(this.#pdfjs, page));
    this.#stamps.set(page.pageNumber, found);
    return found;
  }

  async #findStampsAlone(number: number): Promise<FoundStamps | undefined> {
    this.#streams ??= openForStreams(this.#bytes);
    const streams = await this.#streams;
    const bytes = streams === undefined ? undefined : await copyAnnotations(streams, number);
    if (bytes === undefined) return undefined;
    const alone = await openWithPdfjs(bytes);
    try {
      return await findStamps(this.#pdfjs, await alone.getPage(1));
    } finally {
      await alone.loadingTask.destroy();
    }
  }

  async loadImage(number: number, signal: AbortSignal): Promise<Uint8Array> {
    signal.throwIfAborted();
    return this.#withPage(number, async (page) => {
      // A number stamped on a scan shows only when the page is drawn; a signature panel is better left out.
      const { stamps } = await this.#findStamps(page, true);
      const embedded = stamps.length === 0 ? await this.#extract(number) : undefined;
      if (embedded !== undefined) return embedded;
      const { imageDpi, coverage, hasVisibleText } = await inspectDrawing(this.#pdfjs, page);
      const isScan = coverage > 0.5 && !hasVisibleText;
      return renderPdfPage(page, isScan ? imageDpi : null, signal);
    });
  }

  async drawPage(number: number, signal: AbortSignal): Promise<Uint8Array> {
    signal.throwIfAborted();
    return this.#withPage(number, (page) => renderPdfPage(page, null, signal));
  }

  async whyEmpty(number: number): Promise<EmptyPage> {
    this.#streams ??= openForStreams(this.#bytes);
    const streams = await this.#streams;
    const hasAttachments = (await this.#proxy.getAttachments()) !== null;
    return this.#withPage(number, (page) => findWhyEmpty(this.#pdfjs, page, streams, hasAttachments));
  }

  async #extract(number: number): Promise<Uint8Array | undefined> {
    this.#streams ??= openForStreams(this.#bytes);
    const streams = await this.#streams;
    if (streams === undefined) return undefined;
    try {
      const found = extractPageImage(streams, number);
      return found === undefined ? undefined : await turnImage(found.bytes, found.rotate, found.negate);
    } catch {
      // Whatever is odd about its streams, rendering shows the page as a reader would see it.
      return undefined;
    }
  }

  async close(): Promise<void> {
    await this.#proxy.loadingTask.destroy();
  }
}

/**
 * Opens a PDF. Rejects with `file-encrypted` when it needs a password (one that only forbids changes is no obstacle)
 * or is locked in another way, and with `file-broken` when it has no page or not one of them can be read.
 */
export const openPdf = async (bytes: Uint8Array): Promise<PdfFile> => {
  const pdfjs = await loadPdfjs();
  let pages: number | undefined;
  try {
    const proxy = await openWithPdfjs(bytes);
    pages = proxy.numPages;
    await proxy.getPage(1);
    return new OpenPdf(pdfjs, proxy, bytes, false);
  } catch (error) {
    if (nameOf(error) === 'PasswordException') throw encryptedPdf(error);
    const saved = await salvage(bytes, error).catch((reason: unknown) => {
      if (pages === 0) throw noPages(error);
      throw isLocked(bytes) ? lockedPdf(error) : reason;
    });
    return new OpenPdf(pdfjs, saved.proxy, saved.bytes, true);
  }
};
