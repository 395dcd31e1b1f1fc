import { z } from 'zod';
import { SEARCH_SORTS } from '../../output/search/page-token.js';
import { TaskFilters } from '../../output/search/task-filters.js';
import { TRACKER_STATES } from '../../output/tracker/tracker-state.js';
import { BodyRole, DeadlineKind } from '../../schemas/directive.js';
import { Span } from '../../schemas/span.js';
import { Sentence } from '../text.js';

export const flag = z.literal('1').optional();

/** What an address may ask of the search; all of it is text there. */
export const SearchQuery = z.object({
  q: z.string().max(2000).default(''),
  state: z.enum(TRACKER_STATES).optional(),
  body: z.string().max(400).optional(),
  /** Role of `body`; alone, tasks in which somebody has it. */
  role: BodyRole.optional(),
  lead: z.string().max(400).optional(),
  issuer: z.string().max(400).optional(),
  type: z.string().max(100).optional(),
  year: z.coerce.number().int().min(1).max(9999).optional(),
  /** Due on this day or later. */
  from: z.iso.date().optional(),
  /** Due on this day or earlier. */
  to: z.iso.date().optional(),
  /** The paper is of this day or later. */
  issuedfrom: z.iso.date().optional(),
  /** The paper is of this day or earlier. */
  issuedto: z.iso.date().optional(),
  /** The last day in time is this day or later: "trước ngày 15" has the 14th. */
  lastfrom: z.iso.date().optional(),
  /** The last day in time is this day or earlier. */
  lastto: z.iso.date().optional(),
  /** The last day in time is today or at most so many days later. */
  within: z.coerce.number().int().min(0).max(100_000).optional(),
  overdue: flag,
  /** Somebody must fill in the day. */
  noday: flag,
  kind: DeadlineKind.optional(),
  /** A part of the day, mostly the year, was supplied. */
  inferred: flag,
  /** Number of the paper, whole or its beginning. */
  number: z.string().max(100).optional(),
  meeting: z.string().max(100).optional(),
  batch: z.coerce.number().int().min(1).optional(),
  review: flag,
  why: z.string().max(100).optional(),
  sort: z.enum(SEARCH_SORTS).default('relevance'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  /** Every word is a word. */
  plain: flag,
});
export type SearchQuery = z.output<typeof SearchQuery>;

/** Names that are there or not. */
const FLAGS: ReadonlySet<string> = new Set(['overdue', 'noday', 'inferred', 'review']);

/** How an address calls each filter; `Choice`, chips and links go by it. Every filter has a name: none is lost on the way. */
export const PARAMETERS = {
  state: 'state',
  body: 'body',
  role: 'role',
  lead: 'lead',
  issuer: 'issuer',
  type: 'type',
  year: 'year',
  number: 'number',
  meeting: 'meeting',
  batch: 'batch',
  dueAfter: 'from',
  dueBefore: 'to',
  issuedAfter: 'issuedfrom',
  issuedBefore: 'issuedto',
  lastAfter: 'lastfrom',
  lastBefore: 'lastto',
  dueWithin: 'within',
  overdue: 'overdue',
  noDeadline: 'noday',
  deadlineKind: 'kind',
  inferred: 'inferred',
  needsReview: 'review',
  why: 'why',
} as const satisfies Readonly<Record<keyof TaskFilters, keyof SearchQuery>>;

const FILTERS = Object.entries(PARAMETERS) as readonly [keyof TaskFilters, keyof SearchQuery][];

/** The filters that an address asks for. */
export const toFilters = (query: SearchQuery): TaskFilters =>
  TaskFilters.parse(
    Object.fromEntries(
      FILTERS.flatMap(([filter, name]) => {
        const value = query[name];
        return value === undefined ? [] : [[filter, value === '1' && FLAGS.has(name) ? true : value]];
      }),
    ),
  );

/** Filters as an address holds them: the way back of toFilters. */
export const fromFilters = (filters: TaskFilters): Readonly<Record<string, string | number | boolean | undefined>> =>
  Object.fromEntries(FILTERS.map(([filter, name]) => [name, filters[filter]]));

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

/** How many were found, or that there are more. */
export const Total = z.object({ count: z.int(), exact: z.boolean() });

/** A task where a line has room for no more. */
export const TaskLine = FoundTask.pick({
  directiveId: true,
  documentId: true,
  documentNumber: true,
  number: true,
  text: true,
  leads: true,
});

/** What every view of a search says of it: how many were found, how it was read, what else there is. */
export const Found = z.object({
  total: Total,
  /** How the sentence was read: what is told and can be switched off. */
  reading: z.object({ parts: z.array(z.object({ typed: z.string(), label: Sentence })), words: z.string() }).nullable(),
  /** Other words that were searched instead, since those typed found nothing. */
  corrected: z.string().nullable(),
  /** The same as an address holds it, behind its question mark: with it every narrower list is of the same words. */
  instead: z.string().nullable(),
  offers: z.array(z.object({ label: Sentence, href: z.string(), count: z.int(), exact: z.boolean() })),
  states: z.partialRecord(z.enum(TRACKER_STATES), z.int()),
  /** Those that wait for review, over the same tasks as the facets. */
  toReview: z.int(),
  facets: z.object({ exact: z.boolean(), counted: z.int(), leads: Facet, issuers: Facet, types: Facet, years: Facet }),
  /** Searches that people kept, by name; the first of them. */
  saved: z.array(z.object({ name: z.string(), href: z.string() })),
  moreSaved: z.int(),
});
export type Found = z.input<typeof Found>;

/** What a search answers. */
export const SearchData = Found.extend({
  page: z.int().nullable(),
  isLast: z.boolean(),
  hits: z.array(FoundTask),
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

const month = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)
  .optional();

/** What an address may ask of a calendar or a timeline: a search, and the month that it shows or begins with, 2025-07. */
export const MonthQuery = SearchQuery.extend({ month });
export type MonthQuery = z.output<typeof MonthQuery>;

/** What a search finds besides the days that are shown. */
const Beside = z.object({
  before: Total,
  after: Total,
  without: z.array(z.object({ state: z.enum(TRACKER_STATES), total: Total })),
});

/** A task on a day of the calendar, with the beginning of its text. */
const DayTask = TaskLine.extend({
  /** The last day in time: the day before where it is due before the day. */
  lastDay: z.iso.date(),
});

/** A month of deadlines of the tasks that were found. */
export const CalendarData = Found.extend({
  month: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  /** Days on which something is due, each with the first of its tasks. */
  days: z.array(z.object({ day: z.iso.date(), count: z.int(), tasks: z.array(DayTask) })),
  /** Tasks due in this month, each once. */
  due: z.int(),
  /** False where too many were found to look at all. */
  isWhole: z.boolean(),
  beside: Beside,
});
export type CalendarData = z.input<typeof CalendarData>;

/** Twelve months of deadlines of the tasks that were found, by who leads them. */
export const TimelineData = Found.extend({
  from: z.iso.date(),
  to: z.iso.date(),
  months: z.array(z.object({ month: z.string(), from: z.iso.date(), to: z.iso.date(), count: z.int() })),
  /** Those with most first; `counts` month by month. */
  bodies: z.array(z.object({ name: z.string().nullable(), total: z.int(), counts: z.array(z.int()) })),
  moreBodies: z.int(),
  due: z.int(),
  isWhole: z.boolean(),
  beside: Beside,
});
export type TimelineData = z.input<typeof TimelineData>;
