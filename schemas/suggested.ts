import { z } from 'zod';
import { IsoDate } from './span.js';

/** What a number or an issue date that was not read may be: for a person to confirm, never in those fields. — gợi ý */
export const Suggested = z
  .object({
    number: z.string().nullable(),
    issuedOn: IsoDate.nullable(),
    /** That of the less sure of both. */
    confidence: z.number().min(0).max(1),
    /** How sure each of them is; absent where it is not suggested, and in records made before they were told apart. */
    numberConfidence: z.number().min(0).max(1).optional(),
    issuedOnConfidence: z.number().min(0).max(1).optional(),
    /** handwriting: written by hand in the gap; signature: the time of signing; neighbours: papers beside it in the series. */
    from: z.enum(['handwriting', 'signature', 'neighbours']),
  })
  .readonly();
export type Suggested = z.infer<typeof Suggested>;
