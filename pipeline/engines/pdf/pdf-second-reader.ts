import { toNfc } from '../../../language/writing/unicode.js';

/**
 * The plain text of one page by pdf-parse, for a page that our own reader could not take: no columns and no places, but
 * its words. Empty when pdf-parse cannot read it either. pdf-parse parts runs of a line by "\n\t"; they are joined.
 * `await readTextPlainly(bytes, 3)`.
 */
export const readTextPlainly = async (bytes: Uint8Array, page: number): Promise<string> => {
  const { PDFParse } = await import('pdf-parse');
  // It takes the buffer over.
  const parser = new PDFParse({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    const { pages } = await parser.getText({ partial: [page] });
    return toNfc((pages[0]?.text ?? '').replace(/\n\t/gu, ' ')).trim();
  } catch {
    // A second opinion that fails leaves the page as it was: unread, and said so.
    return '';
  } finally {
    await parser.destroy();
  }
};
