import { z } from 'zod';
import { describeChange } from '../../cli/describe-correction.js';
import { placeHead } from '../../output/pages/place-head.js';
import { loadReadPaper, type ReadPaper } from '../../output/pages/read-paper.js';
import { type Action, listActions } from '../../output/review/history.js';
import { findItem, type ReviewItem } from '../../output/review/items.js';
import { listNeighbours } from '../../output/review/plan.js';
import { listReview } from '../../output/review/queue.js';
import { readHeaderField } from '../../output/tracker/correct-document.js';
import type { HeaderField } from '../../schemas/correction.js';
import { HEADER_FIELDS } from '../../schemas/correction.js';
import { PageBox } from '../../schemas/export.js';
import { Suggested } from '../../schemas/suggested.js';
import type { Page } from '../page.js';
import { listFrames, showPage, toDetail, toReasons } from './paper-data.js';
import { ItemDetail, PaperData } from './paper-schema.js';

export const ReviewQuery = z.object({
  /** How many of the queue were left for later. */
  skip: z.coerce.number().int().min(0).max(100_000).default(0),
  /** Another item than the next of the queue. */
  item: z.string().max(300).optional(),
});
type ReviewQuery = z.output<typeof ReviewQuery>;

const Header = z.object({ field: z.enum(HEADER_FIELDS), value: z.string() });

/** What one person did at one moment, and what undoes it. */
export const Done = z.object({
  keys: z.array(z.int()),
  at: z.string(),
  what: z.array(z.string()),
  more: z.int(),
  canUndo: z.boolean(),
  isUndo: z.boolean(),
});

export const ReviewData = z.object({
  /** Doubts that wait, as far as they are counted. */
  waiting: z.int(),
  isMore: z.boolean(),
  item: z
    .object({
      kind: z.enum(['header', 'passage', 'task']),
      id: z.string(),
      revision: z.string(),
      reasons: ItemDetail.shape.reasons,
      task: ItemDetail.nullable(),
      header: z.array(Header),
      suggested: Suggested.nullable(),
      /** Where number and day stand on the page, to be cut out of its picture; null where there is none. */
      cuts: z.object({ number: PageBox.unwrap(), day: PageBox.unwrap() }).nullable(),
      passage: z.string().nullable(),
      neighbours: z.array(z.object({ id: z.string(), number: z.string(), text: z.string() })),
    })
    .nullable(),
  document: PaperData.shape.document
    .pick({ id: true, type: true, number: true, path: true, sha256: true, pageCount: true })
    .nullable(),
  page: PaperData.shape.page.nullable(),
  frames: PaperData.shape.frames,
  /** The last things that who asks did, the newest first. */
  recent: z.array(Done),
});
export type ReviewData = z.input<typeof ReviewData>;

/** Of the queue so many are looked at: enough to go on from, and to say "more than". */
const LOOKED_AT = 200;
export const RECENT = 5;

/** Of an action so many changes are told; many items settled at once are counted. */
const MOST_TOLD = 3;

const firstPageOf = (read: ReadPaper | undefined): number | undefined =>
  read?.reading.document.part === 1 ? read.repaired.pages[0]?.number : undefined;

const pageOf = (item: ReviewItem, read: ReadPaper | undefined): number => {
  if (item.kind === 'task') return item.directive.page;
  if (item.kind === 'passage') return item.passage.page;
  const { notes } = item.paper.record.document;
  return firstPageOf(read) ?? notes.find(({ page }) => page !== undefined)?.page ?? 1;
};

export const toDone = ({ at, corrections }: Action, { say }: Page): z.input<typeof Done> => ({
  keys: corrections.flatMap(({ key }) => key ?? []),
  at,
  what: corrections.slice(0, MOST_TOLD).map((one) => describeChange(one, say)),
  more: Math.max(0, corrections.length - MOST_TOLD),
  canUndo: corrections.every(({ undoneBy }) => undoneBy === undefined),
  isUndo: corrections.every(({ undoes }) => undoes !== undefined),
});

/** What may be doubted most stands first: number and day. */
const ORDER: readonly HeaderField[] = [
  'number',
  'issuedOn',
  ...HEADER_FIELDS.filter((f) => f !== 'number' && f !== 'issuedOn'),
];

export const loadReview = (page: Page, query: ReviewQuery): ReviewData => {
  const { db } = page;
  const queue = listReview(db, { limit: query.skip + LOOKED_AT });
  const item = query.item === undefined ? queue[query.skip]?.item : findItem(db, query.item);
  const waiting = Math.max(0, queue.length - query.skip);
  const common = {
    waiting,
    isMore: queue.length === query.skip + LOOKED_AT,
    recent: listActions(db, page.visitor.name, RECENT).map((one) => toDone(one, page)),
  };
  if (item === undefined) return { ...common, item: null, document: null, page: null, frames: [] };
  const { document } = item.paper.record;
  const read = loadReadPaper(db, document.id);
  const number = pageOf(item, read);
  const shown = showPage(page, { paper: item.paper, read }, item.id, number);
  const cuts =
    item.kind === 'header' && shown.hasImage && read !== undefined ? placeHead(read.repaired, number) : undefined;
  const reasons = item.kind === 'task' ? item.directive.notes : item.kind === 'header' ? document.notes : [];
  return {
    ...common,
    item: {
      kind: item.kind,
      id: item.id,
      revision: item.revision,
      reasons: toReasons(reasons),
      task: item.kind === 'task' ? toDetail(item, read) : null,
      header:
        item.kind === 'header' ? ORDER.map((field) => ({ field, value: readHeaderField(document, field) ?? '' })) : [],
      suggested: item.kind === 'header' ? (document.suggested ?? null) : null,
      cuts: cuts === undefined ? null : { number: cuts.number, day: cuts.day },
      passage: item.kind === 'passage' ? item.passage.text : null,
      neighbours:
        item.kind === 'task'
          ? listNeighbours(item).map(({ id, directive }) => ({
              id,
              number: directive.number,
              text: directive.text.slice(0, 120),
            }))
          : [],
    },
    document: {
      id: document.id,
      type: document.type,
      number: document.number,
      path: document.source.path,
      sha256: document.source.sha256,
      pageCount: document.source.pageCount,
    },
    page: shown,
    frames: listFrames(item.paper, read, item.id, number),
  };
};
