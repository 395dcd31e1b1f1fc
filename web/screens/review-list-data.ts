import { z } from 'zod';
import { listActions } from '../../output/review/history.js';
import { listReview, type ReviewEntry } from '../../output/review/queue.js';
import { readHeaderField } from '../../output/tracker/correct-document.js';
import { readTaskField } from '../../output/tracker/correct-task.js';
import type { Page } from '../page.js';
import { toReasons } from './paper-data.js';
import { Reason } from './paper-schema.js';
import { Done, RECENT, toDone } from './review-data.js';
import { toTyped } from './trouble.js';

export const ReviewListQuery = z.object({
  /** An item that is marked when the list opens. */
  mark: z.string().max(300).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
type ReviewListQuery = z.output<typeof ReviewListQuery>;

const Row = z.object({
  id: z.string(),
  kind: z.enum(['header', 'passage', 'task']),
  revision: z.string(),
  /** Number of the item in its paper; empty of a header and of a passage. */
  number: z.string(),
  text: z.string(),
  due: z.string(),
  lead: z.string(),
  reasons: z.array(Reason),
});

export const ReviewListData = z.object({
  papers: z.array(
    z.object({
      id: z.string(),
      type: z.string().nullable(),
      number: z.string().nullable(),
      path: z.string(),
      rows: z.array(Row),
    }),
  ),
  page: z.int(),
  isLast: z.boolean(),
  recent: z.array(Done),
});
export type ReviewListData = z.input<typeof ReviewListData>;

/** Rows a screen: as many as one looks through before pressing a key. */
const ROWS = 50;
const LONGEST = 400;

const toRow = ({ item, reasons }: ReviewEntry): z.input<typeof Row> => {
  const { id, kind, revision } = item;
  const row = { id, kind, revision, number: '', text: '', due: '', lead: '', reasons: toReasons(reasons) };
  if (item.kind === 'passage') return { ...row, text: item.passage.text.slice(0, LONGEST) };
  if (item.kind === 'header') {
    const { document } = item.paper.record;
    const said = (['number', 'issuedOn', 'subject'] as const).map((field) =>
      toTyped(readHeaderField(document, field) ?? ''),
    );
    return { ...row, text: said.filter((one) => one !== '').join(' · ') };
  }
  const { directive } = item;
  return {
    ...row,
    number: directive.number,
    text: directive.text.slice(0, LONGEST),
    due: toTyped(readTaskField(directive, 'due') ?? ''),
    lead: readTaskField(directive, 'lead') ?? '',
  };
};

export const loadReviewList = (page: Page, { page: at }: ReviewListQuery): ReviewListData => {
  const found = listReview(page.db, { limit: at * ROWS + 1 });
  const papers = new Map<string, ReviewListData['papers'][number]>();
  for (const entry of found.slice((at - 1) * ROWS, at * ROWS)) {
    const { id, type, number, source } = entry.item.paper.record.document;
    const paper = papers.get(id) ?? { id, type, number, path: source.path, rows: [] };
    paper.rows.push(toRow(entry));
    papers.set(id, paper);
  }
  return {
    papers: [...papers.values()],
    page: at,
    isLast: found.length <= at * ROWS,
    recent: listActions(page.db, page.visitor.name, RECENT).map((one) => toDone(one, page)),
  };
};
