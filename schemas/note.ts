import { z } from 'zod';
import { Span } from './span.js';

/** A sentence for people, in both languages of the program. It never quotes more of a document than a number or a date. */
export const Bilingual = z.object({ vi: z.string(), en: z.string() }).readonly();
export type Bilingual = z.infer<typeof Bilingual>;

/**
 * Something worth saying about a document: data, not an exception. — ghi chú
 * `error`: a part was lost. `review`: a person should look. `info`: worth keeping, no action.
 */
export const Note = z
  .object({
    level: z.enum(['info', 'review', 'error']),
    /** Stable id of the rule that wrote it, `room/what`: `outline/number-gap`. */
    rule: z.string(),
    message: Bilingual,
    page: z.int().optional(),
    /** Number path of the directive that it is about. */
    directive: z.string().optional(),
    /** Place in the document's repaired text. */
    span: Span.optional(),
    expected: z.string().optional(),
    actual: z.string().optional(),
  })
  .readonly();
export type Note = z.infer<typeof Note>;
