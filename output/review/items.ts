import { formatDay } from '../../language/calendar/civil-date.js';
import type { Correction } from '../../schemas/correction.js';
import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Bilingual } from '../../schemas/note.js';
import type { Unclaimed } from '../../schemas/unclaimed.js';
import { holds, listHistory } from '../store/corrections.js';
import { loadDocument, loadStored } from '../store/load-document.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { isDismissed } from '../tracker/counts-as-task.js';
import { type Review, readReview } from '../tracker/needs-review.js';
import { seeTask } from '../tracker/place-in-reading.js';
import { readOtherwise } from '../tracker/read-otherwise.js';
import { unknownItem, wentElsewhere } from './errors.js';
import { listPassageIds, reviseHeader, reviseTask } from './revision.js';
import { findWhereabouts } from './whereabouts.js';

/** A paper as people corrected it, with all that was done to it. */
export interface ReviewPaper {
  readonly record: ExportedDocument;
  /** Those that hold, oldest first. */
  readonly corrections: readonly Correction[];
  readonly history: readonly Correction[];
  /** What a person called right and another reading reads otherwise since, with what it reads. */
  readonly otherwise: readonly { readonly correction: Correction; readonly now: Bilingual }[];
}

/** What a reading says now of what was called right: the day, the lead or the text that changed; of a header its new doubts. */
const tellNow = (reading: ExportedDocument, { directiveId, seen }: Correction, rules: string | null): Bilingual => {
  const fresh = new Set(rules?.split(', '));
  const doubts = reading.document.notes.filter(({ rule }) => directiveId === null && fresh.has(rule));
  if (doubts.length > 0)
    return {
      vi: doubts.map(({ message }) => message.vi).join(' '),
      en: doubts.map(({ message }) => message.en).join(' '),
    };
  const directive = reading.directives.find(({ id }) => id === directiveId);
  const now = directive === undefined ? undefined : seeTask(directive);
  if (now === undefined || seen === undefined || now.text !== seen.text) {
    const text = `“${now?.text ?? '—'}”`;
    return { vi: text, en: text };
  }
  if (now.due !== seen.due)
    return { vi: `hạn ${now.due === null ? '—' : formatDay(now.due)}`, en: `due ${now.due ?? '—'}` };
  return { vi: `chủ trì “${now.lead ?? '—'}”`, en: `lead “${now.lead ?? '—'}”` };
};

/** Confirmations of a task or a header that rest on a reading which is none any more. */
const listOtherwise = (db: Store, id: string, corrections: readonly Correction[]): ReviewPaper['otherwise'] => {
  const confirmed = corrections.filter(({ field, newValue }) => field === 'review' && newValue === 'confirmed');
  const reading = confirmed.length === 0 ? undefined : loadDocument(db, id);
  if (reading === undefined) return [];
  return confirmed.flatMap((correction) => {
    const other = readOtherwise(reading, correction, corrections);
    return other === undefined ? [] : [{ correction, now: tellNow(reading, correction, other.now) }];
  });
};

/** One thing that a person looks at: the header of a paper, a passage nobody claimed, a task. */
export type ReviewItem =
  | { readonly kind: 'header'; readonly id: string; readonly paper: ReviewPaper; readonly revision: string }
  | {
      readonly kind: 'passage';
      readonly id: string;
      readonly paper: ReviewPaper;
      readonly passage: Unclaimed;
      readonly revision: string;
    }
  | {
      readonly kind: 'task';
      readonly id: string;
      readonly paper: ReviewPaper;
      readonly directive: Directive;
      readonly review: Review | 'not-a-task';
      readonly revision: string;
    };

/** An item of one kind. */
export type ItemOf<Kind extends ReviewItem['kind']> = Extract<ReviewItem, { readonly kind: Kind }>;

/** A paper by its id; undefined when it is not stored. */
export const loadPaper = (db: Store, documentId: string): ReviewPaper | undefined => {
  const record = loadStored(db, documentId);
  if (record === undefined) return undefined;
  const history = listHistory(db, documentId);
  const corrections = history.filter(holds);
  return { record, corrections, history, otherwise: listOtherwise(db, documentId, corrections) };
};

/** The header of a paper as an item. */
export const headerOf = (paper: ReviewPaper): ItemOf<'header'> => ({
  kind: 'header',
  id: paper.record.document.id,
  paper,
  revision: reviseHeader(paper.record.document, paper.corrections),
});

/** One of its items, be it a task, a lead-in or a heading. */
export const taskOf = (paper: ReviewPaper, directive: Directive): ItemOf<'task'> => ({
  kind: 'task',
  id: directive.id,
  paper,
  directive,
  review: isDismissed(directive.id, paper.corrections) ? 'not-a-task' : readReview(directive, paper.corrections),
  revision: reviseTask(directive, paper.corrections),
});

/** Its passages that nobody claimed, in their order. */
export const passagesOf = (paper: ReviewPaper): readonly ItemOf<'passage'>[] => {
  const ids = listPassageIds(paper.record.document);
  return paper.record.document.unclaimed.map((passage, i) => {
    const id = ids[i] ?? '';
    return { kind: 'passage', id, paper, passage, revision: id };
  });
};

const DOCUMENT_OF_TASK =
  'SELECT d.id FROM directive x JOIN document d ON d.document_key = x.document_key WHERE x.id = ?';

/** An item by its id: that of a document for its header. Undefined when there is none. */
export const findItem = (db: Store, id: string): ReviewItem | undefined => {
  const paper = loadPaper(db, id);
  if (paper !== undefined) return headerOf(paper);
  const row = prepare<{ id: string }>(db, DOCUMENT_OF_TASK).get(id);
  const of = loadPaper(db, row?.id ?? id.slice(0, Math.max(0, id.indexOf(':+'))));
  const directive = of?.record.directives.find((one) => one.id === id);
  if (of === undefined) return undefined;
  return directive === undefined ? passagesOf(of).find((passage) => passage.id === id) : taskOf(of, directive);
};

/** The same; throws `usage` when there is none. */
export const requireItem = (db: Store, id: string): ReviewItem => {
  const item = findItem(db, id);
  if (item !== undefined) return item;
  const went = findWhereabouts(db, id);
  throw went === undefined ? unknownItem(id) : wentElsewhere(went);
};
