import WordExtractor from 'word-extractor';
import { toNfc } from '../../../language/writing/unicode.js';
import { toBuffer } from '../../quality/zip-directory.js';
import { brokenWord } from './word-errors.js';

/** The letters of an old Word file: without the numbers of its lists, which stand in no text. */
export interface DocText {
  readonly text: string;
  /** Words beside the text, to be asked for a mark of secrecy. */
  readonly aside: readonly string[];
}

const linesOf = (text: string): readonly string[] =>
  text.split(/[\r\n]+/u).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));

/** Reads a .doc without LibreOffice: text boxes behind the text, notes left out. Rejects with `file-broken`. */
export const readDoc = async (bytes: Uint8Array): Promise<DocText> => {
  const document = await new WordExtractor().extract(toBuffer(bytes)).catch((error: unknown) => {
    throw brokenWord('.doc', error);
  });
  const boxes = document.getTextboxes({ includeHeadersAndFooters: false }).trim();
  const text = [document.getBody().trimEnd(), boxes].filter((part) => part !== '').join('\n');
  const aside = [document.getHeaders({ includeFooters: true }), document.getAnnotations()].flatMap(linesOf);
  return { text: toNfc(text.replace(/\r\n?/gu, '\n').replace(/[\u00ad\u200b]/gu, '')), aside: aside.map(toNfc) };
};
