import { z } from 'zod';

/** A sentence for people, in both languages of the program. It never quotes more of a document than a number or a date. */
export const Bilingual = z.object({ vi: z.string(), en: z.string() }).readonly();
export type Bilingual = z.infer<typeof Bilingual>;

/** What may stand in the braces of a sentence: a number, a date, a quote or a sentence of its own. */
export type SentenceValues = Readonly<Record<string, string | number | Bilingual | undefined>>;

const fillIn = (sentence: string, language: keyof Bilingual, values: SentenceValues): string =>
  sentence.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'object' ? value[language] : String(value);
  });

/** Fills the braces of a sentence: `fillSentence({ vi: 'trang {page}', en: 'page {page}' }, { page: 3 }).en === 'page 3'`. */
export const fillSentence = ({ vi, en }: Bilingual, values: SentenceValues): Bilingual => ({
  vi: fillIn(vi, 'vi', values),
  en: fillIn(en, 'en', values),
});
