import { z } from 'zod';
import { Span } from '../../schemas/span.js';
import { Sentence } from '../text.js';
import { Found } from './search-data.js';

const flag = z.literal('1').optional();

/** What an address may ask of the list of papers. */
export const PapersQuery = z.object({
  q: z.string().max(2000).default(''),
  issuer: z.string().max(400).optional(),
  type: z.string().max(100).optional(),
  year: z.coerce.number().int().min(1).max(9999).optional(),
  batch: z.coerce.number().int().min(1).optional(),
  /** Number of the paper, whole or its beginning. */
  number: z.string().max(100).optional(),
  meeting: z.string().max(100).optional(),
  /** Every word is a word. */
  plain: flag,
  why: z.string().max(100).optional(),
  review: flag,
  nonumber: flag,
  nodate: flag,
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
});
export type PapersQuery = z.output<typeof PapersQuery>;

/** Papers, by a list's filters or by words. */
export const PapersData = z.object({
  total: z.object({ count: z.int(), exact: z.boolean() }),
  page: z.int(),
  isLast: z.boolean(),
  papers: z.array(
    z.object({
      id: z.string(),
      type: z.string().nullable(),
      number: z.string().nullable(),
      issuedOn: z.string().nullable(),
      issuer: z.string().nullable(),
      tasks: z.int(),
      toReview: z.int(),
      needsReview: z.boolean(),
      reasons: z.array(z.object({ rule: z.string(), message: Sentence, count: z.int() })),
      path: z.string(),
      copies: z.array(z.string()),
      /** Where the words stand: on this page, or in the header; null where none were asked for. */
      found: z.object({ page: z.int().nullable(), text: z.string(), highlights: z.array(Span) }).nullable(),
    }),
  ),
  /** How a sentence was read, other words that were searched instead, what else would find something: as of tasks. */
  reading: Found.shape.reading,
  corrected: Found.shape.corrected,
  offers: Found.shape.offers,
  /** Why papers wait, the most frequent reason first. */
  reasons: z.array(z.object({ rule: z.string(), documents: z.int() })),
});
export type PapersData = z.input<typeof PapersData>;
