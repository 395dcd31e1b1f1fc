import { z } from 'zod';
import { Box, Confidence, Span } from './span.js';

/* What stands on a page by its place: words, and print that became none. */

/** A word with its box on the page. `span` is in the text of its page. */
export const PlacedWord = z.object({ text: z.string(), span: Span, box: Box }).readonly();
export type PlacedWord = z.infer<typeof PlacedWord>;

/** One word as the engine read it. */
export const Word = PlacedWord.unwrap()
  .extend({ confidence: z.number().min(0).max(1) })
  .readonly();
export type Word = z.infer<typeof Word>;

/** One word of a page: as the engine read it, or as the text layer places it; of a layer nothing was measured. */
export const PageWord = PlacedWord.unwrap().extend({ confidence: Confidence }).readonly();
export type PageWord = z.infer<typeof PageWord>;

/** A row of print that stayed unread: `box` in pixels of the page image, and its share of the page's print. — chữ chưa đọc được */
export const UnreadInk = z.object({ box: Box, share: z.number().min(0).max(1) }).readonly();
export type UnreadInk = z.infer<typeof UnreadInk>;

/** What became of the print of a page image. — mực in trên trang */
export const InkAccount = z
  .object({
    /** Share of the page's print that became words. — độ phủ */
    coverage: z.number().min(0).max(1),
    /** Rows of print that stayed unread, from the top. */
    unread: z.array(UnreadInk).readonly(),
  })
  .readonly();
export type InkAccount = z.infer<typeof InkAccount>;
