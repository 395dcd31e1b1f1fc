import { z } from 'zod';
import { IsoDate } from './span.js';

/** What a number or an issue date that was not read may be: for a person to confirm, never in those fields. — gợi ý */
export const Suggested = z
  .object({
    number: z.string().nullable(),
    issuedOn: IsoDate.nullable(),
    confidence: z.number().min(0).max(1),
    /** handwriting: written by hand in the gap; signature: the time of signing; neighbours: papers beside it in the series. */
    from: z.enum(['handwriting', 'signature', 'neighbours']),
  })
  .readonly();
export type Suggested = z.infer<typeof Suggested>;
