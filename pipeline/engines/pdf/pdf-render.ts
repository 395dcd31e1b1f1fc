import { createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Enough for OCR of 12 pt print; more costs time and gains nothing. */
const RENDER_DPI = 200;
/** Below this a scan placed on a page is drawn a little larger rather than lose its thin strokes. */
const LOWEST_DPI = 96;
/** A page larger than A2 is drawn at the resolution that keeps it below this many pixels. */
const MOST_PIXELS = 24_000_000;

/**
 * Draws a page, its annotations included (a clerk's number stamp may be one), as PNG bytes. A scan is never drawn
 * larger than its own pixels: enlarged print is read worse.
 */
export const renderPdfPage = async (
  page: PDFPageProxy,
  imageDpi: number | null,
  signal: AbortSignal,
): Promise<Uint8Array> => {
  const dpi = imageDpi === null ? RENDER_DPI : Math.max(LOWEST_DPI, Math.min(RENDER_DPI, imageDpi));
  const base = page.getViewport({ scale: dpi / 72 });
  const shrink = Math.min(1, Math.sqrt(MOST_PIXELS / (base.width * base.height)));
  const viewport = page.getViewport({ scale: (dpi / 72) * shrink });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  // pdfjs is typed for a browser; this canvas has every method that it calls.
  const surface: unknown = { canvas, canvasContext: context, viewport };
  const task = page.render(surface as Parameters<PDFPageProxy['render']>[0]);
  const stop = () => task.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await task.promise;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
  const png = await canvas.encode('png');
  // The library encodes in a thread of its own and does not hold the canvas meanwhile: one that is collected then ends the
  // process (SIGSEGV). Giving its pixels back afterwards is what holds it until then.
  canvas.width = 1;
  canvas.height = 1;
  return png;
};
