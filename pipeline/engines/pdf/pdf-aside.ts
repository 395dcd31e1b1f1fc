import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { toNfc } from '../../../language/writing/unicode.js';

/** A run of text that does not lie level: its angle in whole degrees, and its letters. */
export interface TurnedRun {
  readonly degrees: number;
  readonly text: string;
}

/** Runs at one angle that follow each other, as one text: a stamp is often drawn letter by letter. */
export const joinTurned = (runs: readonly TurnedRun[]): readonly string[] => {
  const joined: { degrees: number; text: string }[] = [];
  for (const { degrees, text } of runs) {
    const last = joined.at(-1);
    if (last !== undefined && Math.abs(last.degrees - degrees) <= 1) last.text = `${last.text} ${text.trim()}`;
    else joined.push({ degrees, text: text.trim() });
  }
  return joined.map(({ text }) => text);
};

const stringsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  return typeof value === 'object' && value !== null && 'str' in value ? stringsOf(value.str) : [];
};

/** Where an annotation or a form field holds words: its note, its printed text, its value. */
const WORDS_OF = ['contentsObj', 'textContent', 'fieldValue', 'alternativeText', 'richText'] as const;

/** Words of a page's annotations and form fields, which stand in no text layer; NFC, one entry each. — ghi chú, ô nhập */
export const readAnnotationTexts = async (page: PDFPageProxy): Promise<readonly string[]> => {
  const annotations: readonly unknown[] = await page.getAnnotations({ intent: 'display' });
  return annotations
    .filter((one) => typeof one === 'object' && one !== null)
    .flatMap((one) => Object.entries(one).filter(([key]) => WORDS_OF.some((name) => name === key)))
    .flatMap(([, value]) => {
      const parts = stringsOf(value);
      return parts.length > 1 ? [...parts, parts.join(' ')] : parts;
    })
    .map((text) => toNfc(text.trim()))
    .filter((text) => text !== '');
};
