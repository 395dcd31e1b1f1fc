import { z } from 'zod';

/** A sentence for people, in both languages of the program. It never quotes more of a document than a number or a date. */
export const Bilingual = z.object({ vi: z.string(), en: z.string() }).readonly();
export type Bilingual = z.infer<typeof Bilingual>;
