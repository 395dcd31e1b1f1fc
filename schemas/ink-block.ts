import { z } from 'zod';
import { Box } from './span.js';

/** One reading of a block: by one ink, at one angle. */
export const BlockReading = z
  .object({
    /** Lines of the block, NFC. */
    text: z.string(),
    /** That of its surest word of three letters or more; 0 without one. */
    confidence: z.number().min(0).max(1),
  })
  .readonly();
export type BlockReading = z.infer<typeof BlockReading>;

/** Ink on a page image that looks like a stamp, and what was read in it. — dấu đóng trên trang */
export const InkBlock = z
  .object({
    /** In pixels of the image that came in. */
    box: Box,
    /** A straight frame, a round one, one as large as the seal of an office, or coloured ink without one. */
    shape: z.enum(['frame', 'ring', 'seal', 'plain']),
    place: z.enum(['head', 'middle', 'foot']),
    isColoured: z.boolean(),
    readings: z.array(BlockReading).readonly(),
  })
  .readonly();
export type InkBlock = z.infer<typeof InkBlock>;
