import { z } from 'zod';
import { Span } from '../../schemas/span.js';
import { Sentence } from '../text.js';
import { Found, flag, SearchQuery, Total } from './search-data.js';

/** What an address may ask of the list of papers: what of the search tells of papers, and what they lack. */
export const PapersQuery = SearchQuery.pick({
  q: true,
  issuer: true,
  type: true,
  year: true,
  batch: true,
  number: true,
  meeting: true,
  plain: true,
  why: true,
  review: true,
  page: true,
}).extend({ nonumber: flag, nodate: flag });
export type PapersQuery = z.output<typeof PapersQuery>;

/** Papers, by a list's filters or by words. */
export const PapersData = z.object({
  total: Total,
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
