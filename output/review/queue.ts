import { makeNote, type Note } from '../../schemas/note.js';
import { type DocumentFilters, documentConditions } from '../search/find-documents.js';
import { guard } from '../store/database-error.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { headerNeedsReview } from '../tracker/needs-review.js';
import { DOCUMENT_NEEDS_REVIEW, IS_TASK, NEEDS_REVIEW } from '../tracker/task-sql.js';
import { headerOf, type ItemOf, loadPaper, passagesOf, type ReviewItem, type ReviewPaper, taskOf } from './items.js';

/** Something to look at, with why. — việc cần rà soát */
export interface ReviewEntry {
  readonly item: ReviewItem;
  /** Doubts, the gravest first; of a passage none: its `why` says it. */
  readonly reasons: readonly Note[];
}

const RANK: Readonly<Record<Note['level'], number>> = { error: 2, review: 1, info: 0 };

const doubtsOf = (notes: readonly Note[]): readonly Note[] =>
  notes.filter(({ level }) => level !== 'info').toSorted((one, other) => RANK[other.level] - RANK[one.level]);

const isTask = ({ directive }: ItemOf<'task'>): boolean => directive.kind === 'task';

const weigh = ({ reasons }: ReviewEntry): number => reasons.reduce((sum, { level }) => sum + RANK[level] ** 3, 0);

/** Why an item that a person called right is to be looked at again; none where it is not. */
const noteOtherwise = ({ otherwise }: ReviewPaper, id: string | null): readonly Note[] =>
  otherwise
    .filter(({ correction }) => correction.directiveId === id)
    .map(({ correction: { correctedBy, seen }, now }) =>
      makeNote('identity/confirmed-otherwise', id === null || seen === undefined ? {} : { directive: seen.number }, {
        by: correctedBy,
        now,
      }),
    );

/**
 * What is to be looked at of one paper: its header once, its passages, its tasks, the most doubtful first; then headings and lead-ins
 * that were marked, for a paper stays marked as long as one of them is.
 */
export const listEntries = (paper: ReviewPaper): readonly ReviewEntry[] => {
  const { document, directives } = paper.record;
  const again = noteOtherwise(paper, null);
  const header =
    again.length > 0 || headerNeedsReview(paper.record, paper.corrections)
      ? [{ item: headerOf(paper), reasons: [...again, ...doubtsOf(document.notes)] }]
      : [];
  const passages = passagesOf(paper)
    .filter(({ passage }) => passage.why !== 'unread')
    .map((item) => ({ item, reasons: [] }));
  const marked = directives
    .map((directive) => taskOf(paper, directive))
    .map((item) => ({ item, again: noteOtherwise(paper, item.id) }))
    .filter(({ item, again: said }) => item.review === 'needs-review' || (isTask(item) && said.length > 0));
  const inOrder = (wanted: boolean): readonly ReviewEntry[] =>
    marked
      .filter(({ item }) => isTask(item) === wanted)
      .map(({ item, again: said }): ReviewEntry => ({ item, reasons: [...said, ...doubtsOf(item.directive.notes)] }))
      .toSorted((one, other) => weigh(other) - weigh(one));
  return [...header, ...passages, ...inOrder(true), ...inOrder(false)];
};

const HAS_PASSAGE = `EXISTS (SELECT 1 FROM unclaimed u WHERE u.document_key = d.document_key AND u.why <> 'unread')`;
const HAS_TASK = `EXISTS (SELECT 1 FROM directive x WHERE x.document_key = d.document_key AND ${IS_TASK} AND ${NEEDS_REVIEW})`;
// A reading that came later says something else of what a person called right: of a task its text, day or lead, of a header a
// doubt that nobody had seen. What exactly is asked of the few papers that this finds.
const CONFIRMED = `c.document_id = d.id AND c.field = 'review' AND c.new_value = 'confirmed' AND c.undone_by IS NULL AND c.undoes IS NULL`;
const IS_OTHERWISE = `EXISTS (SELECT 1 FROM correction c WHERE ${CONFIRMED} AND c.directive_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM field_change f WHERE f.document_id = d.id AND f.cause = 'reading' AND f.directive_id = c.directive_id
      AND julianday(f.changed_at) >= julianday(c.corrected_at)))
  OR EXISTS (SELECT 1 FROM correction c JOIN note n ON n.document_key = d.document_key
    WHERE ${CONFIRMED} AND c.directive_id IS NULL AND c.seen IS NOT NULL AND n.directive_ordinal = 0 AND n.level <> 'info'
      AND instr(' ' || json_extract(c.seen, '$.text') || ' ', ' ' || n.rule || ' ') = 0)`;
const OPEN = `((${DOCUMENT_NEEDS_REVIEW}) OR ${HAS_PASSAGE} OR ${HAS_TASK} OR ${IS_OTHERWISE})`;
const countNotes = (level: 'error' | 'review'): string =>
  `(SELECT count(*) FROM note n WHERE n.document_key = d.document_key AND n.level = '${level}')`;

/** What of the queue is asked for. */
export interface QueueRequest {
  readonly filters?: DocumentFilters;
  /** At most so many entries. */
  readonly limit: number;
}

/**
 * What a person should look at, worst first: papers by what was lost and what is doubted in them; of each its header once, then
 * passages that nobody claimed, then its tasks. — hàng chờ rà soát
 * `listReview(db, { limit: 20 })[0]?.reasons[0]?.message.vi`
 */
export const listReview = (db: Store, { filters = {}, limit }: QueueRequest): readonly ReviewEntry[] =>
  guard(
    db,
    () => {
      const { from, where, values } = documentConditions(db, filters);
      const papers = prepare<{ id: string }>(
        db,
        `SELECT d.id FROM ${from} WHERE ${where === '' ? '' : `${where} AND `}${OPEN}
         ORDER BY ${countNotes('error')} DESC, ${countNotes('review')} DESC, d.document_key LIMIT ? OFFSET ?`,
      );
      const entries: ReviewEntry[] = [];
      // Of most papers there is something to ask; where there is nothing, those behind it are not forgotten.
      for (let at = 0, rows = papers.all(...values, limit, at); rows.length > 0; ) {
        for (const { id } of rows) {
          if (entries.length >= limit) return entries.slice(0, limit);
          const paper = loadPaper(db, id);
          if (paper !== undefined) entries.push(...listEntries(paper));
        }
        at += rows.length;
        rows = papers.all(...values, limit, at);
      }
      return entries.slice(0, limit);
    },
    true,
  );
