import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const require = createRequire(import.meta.url);
const folderOf = (name: string): string => `${dirname(require.resolve('pdfjs-dist/package.json'))}${sep}${name}/`;

/** The pdfjs module. Loaded at the first PDF only: it takes .3 s, which a batch of texts should not pay. */
export const loadPdfjs = () => import('pdfjs-dist/legacy/build/pdf.mjs');
export type Pdfjs = Awaited<ReturnType<typeof loadPdfjs>>;

/**
 * Opens a PDF with the empty password and with every decoder found on disk: without `wasmUrl` a JPEG 2000 page comes
 * out blank, and silently so. Rejects with pdfjs' own exceptions; pdf.ts turns them into ours.
 */
export const openWithPdfjs = async (bytes: Uint8Array): Promise<PDFDocumentProxy> => {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // pdfjs takes the buffer over, so it gets one of its own; slice() of a Buffer would be the same memory.
    data: new Uint8Array(bytes),
    wasmUrl: folderOf('wasm'),
    cMapUrl: folderOf('cmaps'),
    standardFontDataUrl: folderOf('standard_fonts'),
    iccUrl: folderOf('iccs'),
    isEvalSupported: false,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  return task.promise;
};
