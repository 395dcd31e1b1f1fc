import { z } from 'zod';
import { SEARCH_SORTS } from '../../output/search/page-token.js';
import type { TaskFilters } from '../../output/search/task-filters.js';
import { TRACKER_STATES } from '../../output/tracker/tracker-state.js';
import { DeadlineKind } from '../../schemas/directive.js';
import { Span } from '../../schemas/span.js';
import { Sentence } from '../text.js';

/** What an address may ask of the search; all of it is text there. */
export const SearchQuery = z.object({
  q: z.string().max(2000).default(''),
  state: z.enum(TRACKER_STATES).optional(),
  body: z.string().max(400).optional(),
  lead: z.string().max(400).optional(),
  issuer: z.string().max(400).optional(),
  type: z.string().max(100).optional(),
  year: z.coerce.number().int().min(1).max(9999).optional(),
  /** Due on this day or later. */
  from: z.iso.date().optional(),
  /** Due on this day or earlier. */
  to: z.iso.date().optional(),
  review: z.literal('1').optional(),
  why: z.string().max(100).optional(),
  sort: z.enum(SEARCH_SORTS).default('relevance'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  /** Every word is a word. */
  plain: z.literal('1').optional(),
});
export type SearchQuery = z.output<typeof SearchQuery>;

/** The filters that an address asks for. */
export const toFilters = ({
  state,
  body,
  lead,
  issuer,
  type,
  year,
  from,
  to,
  review,
  why,
}: SearchQuery): TaskFilters => ({
  ...(state === undefined ? {} : { state }),
  ...(body === undefined ? {} : { body }),
  ...(lead === undefined ? {} : { lead }),
  ...(issuer === undefined ? {} : { issuer }),
  ...(type === undefined ? {} : { type }),
  ...(year === undefined ? {} : { year }),
  ...(from === undefined ? {} : { dueAfter: from }),
  ...(to === undefined ? {} : { dueBefore: to }),
  ...(review === undefined ? {} : { needsReview: true }),
  ...(why === undefined ? {} : { why }),
});

/** A deadline as lists show it. */
export const ShownDeadline = z.object({
  text: z.string(),
  kind: DeadlineKind,
  due: z.iso.date().nullable(),
  bound: z.enum(['before', 'by']).nullable(),
  target: z.boolean(),
  inferred: z.boolean(),
});

const Facet = z.array(z.object({ value: z.string(), count: z.int() }));

/** One task that was found. */
export const FoundTask = z.object({
  directiveId: z.string(),
  documentId: z.string(),
  documentNumber: z.string().nullable(),
  documentType: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: z.string().nullable(),
  number: z.string(),
  text: z.string(),
  page: z.int(),
  needsReview: z.boolean(),
  leads: z.array(z.string()),
  coordinating: z.array(z.string()),
  deadlines: z.array(ShownDeadline),
  snippet: z.object({
    text: z.string(),
    highlights: z.array(Span),
    cutBefore: z.boolean(),
    cutAfter: z.boolean(),
  }),
});

/** What a search answers. */
export const SearchData = z.object({
  total: z.object({ count: z.int(), exact: z.boolean() }),
  page: z.int().nullable(),
  isLast: z.boolean(),
  hits: z.array(FoundTask),
  /** How the sentence was read: what is told and can be switched off. */
  reading: z.object({ parts: z.array(z.object({ typed: z.string(), label: Sentence })), words: z.string() }).nullable(),
  /** Other words that were searched instead, since those typed found nothing. */
  corrected: z.string().nullable(),
  offers: z.array(z.object({ label: Sentence, href: z.string(), count: z.int(), exact: z.boolean() })),
  states: z.partialRecord(z.enum(TRACKER_STATES), z.int()),
  facets: z.object({ exact: z.boolean(), counted: z.int(), leads: Facet, issuers: Facet, types: Facet, years: Facet }),
  passages: z.array(
    z.object({
      documentId: z.string(),
      documentNumber: z.string().nullable(),
      page: z.int(),
      snippet: z.object({ text: z.string(), highlights: z.array(Span) }),
    }),
  ),
});
export type SearchData = z.input<typeof SearchData>;
