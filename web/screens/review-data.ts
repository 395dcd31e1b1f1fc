import { z } from 'zod';
import { describeChange } from '../../cli/describe-correction.js';
import { loadReadPaper } from '../../output/pages/read-paper.js';
import { listRecent } from '../../output/review/history.js';
import { findItem, type ReviewItem } from '../../output/review/items.js';
import { listNeighbours } from '../../output/review/plan.js';
import { listReview } from '../../output/review/queue.js';
import { readHeaderField } from '../../output/tracker/correct-document.js';
import { HEADER_FIELDS } from '../../schemas/correction.js';
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
      passage: z.string().nullable(),
      neighbours: z.array(z.object({ id: z.string(), number: z.string(), text: z.string() })),
    })
    .nullable(),
  document: PaperData.shape.document
    .pick({ id: true, type: true, number: true, sha256: true, pageCount: true })
    .nullable(),
  page: PaperData.shape.page.nullable(),
  frames: PaperData.shape.frames,
  recent: z.array(z.object({ key: z.int(), by: z.string(), at: z.string(), what: z.string(), canUndo: z.boolean() })),
});
export type ReviewData = z.input<typeof ReviewData>;

/** Of the queue so many are looked at: enough to go on from, and to say "more than". */
const LOOKED_AT = 200;
const RECENT = 5;

const pageOf = (item: ReviewItem): number => {
  if (item.kind === 'task') return item.directive.page;
  if (item.kind === 'passage') return item.passage.page;
  return item.paper.record.document.notes.find(({ page }) => page !== undefined)?.page ?? 1;
};

const listRecentOf = ({ db, say }: Page): ReviewData['recent'] =>
  listRecent(db, RECENT).map((one) => ({
    key: one.key ?? 0,
    by: one.correctedBy,
    at: one.correctedAt,
    what: describeChange(one, say),
    canUndo: one.undoneBy === undefined,
  }));

export const loadReview = (page: Page, query: ReviewQuery): ReviewData => {
  const { db } = page;
  const queue = listReview(db, { limit: query.skip + LOOKED_AT });
  const item = query.item === undefined ? queue[query.skip]?.item : findItem(db, query.item);
  const waiting = Math.max(0, queue.length - query.skip);
  const common = { waiting, isMore: queue.length === query.skip + LOOKED_AT, recent: listRecentOf(page) };
  if (item === undefined) return { ...common, item: null, document: null, page: null, frames: [] };
  const { document } = item.paper.record;
  const read = loadReadPaper(db, document.id);
  const number = pageOf(item);
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
        item.kind === 'header'
          ? HEADER_FIELDS.map((field) => ({ field, value: readHeaderField(document, field) ?? '' }))
          : [],
      suggested: item.kind === 'header' ? (document.suggested ?? null) : null,
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
      sha256: document.source.sha256,
      pageCount: document.source.pageCount,
    },
    page: showPage(page, read, item.kind === 'task' ? item.directive : undefined, number),
    frames: listFrames(item.paper, read, item.id, number),
  };
};
