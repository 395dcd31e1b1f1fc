import { z } from 'zod';
import { HeaderZones } from './header-zones.js';
import { InkBlock } from './ink-block.js';
import { InkAccount, Word } from './page-print.js';
import { Box, Confidence } from './span.js';

/** What an OCR engine says of one page image. Word spans are in `text`. */
export const OcrPage = z
  .object({
    text: z.string(),
    words: z.array(Word).readonly(),
    /** Mean word confidence, 0–1; null when no word was found. */
    confidence: Confidence,
    width: z.number(),
    height: z.number(),
    /** What became of its print; not given by an engine that does not look at the ink, nor for a page without print. */
    ink: InkAccount.optional(),
    /** What looks like a stamp, read by itself; not given by an engine that does not look for any. */
    blocks: z.array(InkBlock).readonly().optional(),
    /** Stamps that print of the page runs through, which neither reading shows; not given where there are none. */
    crossed: z.array(Box).readonly().optional(),
    /** The zones of a header on the page, with the gaps that a hand fills; not given where none is found. */
    zones: HeaderZones.optional(),
  })
  .readonly();
export type OcrPage = z.infer<typeof OcrPage>;
