import type { Correction } from '../../schemas/correction.js';
import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { findCorrection } from './corrected-value.js';
import { isDismissed } from './counts-as-task.js';

/** Where the review of a task stands. — tình trạng rà soát */
export type Review = 'confirmed' | 'needs-review' | 'unreviewed';

/** True when a person confirmed this directive, or with null the document: only such ones may ring an alarm. */
export const isConfirmed = (directiveId: string | null, corrections: readonly Correction[]): boolean =>
  findCorrection(corrections, directiveId, 'review')?.newValue === 'confirmed';

/**
 * Where the review of a task stands. It needs review when its own reading left a doubt and nobody confirmed it; doubts about
 * the header are its document's. — cần xem lại
 */
export const readReview = ({ id, needsReview }: Directive, corrections: readonly Correction[]): Review => {
  if (isConfirmed(id, corrections)) return 'confirmed';
  return needsReview ? 'needs-review' : 'unreviewed';
};

/**
 * True when a doubt is open that is about the header or the whole paper, not one of its items: one that it was marked with, print
 * that was not read, or a mark without a word of why.
 */
export const headerNeedsReview = (
  { document, directives }: ExportedDocument,
  corrections: readonly Correction[],
): boolean => {
  if (!document.needsReview || isConfirmed(null, corrections)) return false;
  return (
    document.notes.some(({ level }) => level !== 'info') ||
    document.unclaimed.some(({ why }) => why === 'unread') ||
    !directives.some(({ needsReview }) => needsReview)
  );
};

/**
 * The one rule for «văn bản cần xem lại»: its reading left a doubt, and at least one is open: about the header or the whole
 * (nobody confirmed the document), print that was not read, or an item that nobody confirmed or dismissed. A document that was
 * marked without a word of why stays marked until somebody confirms it. The tasks to review are counted by readReview alone. Asked
 * of the document as people corrected it (loadStored), with doubts as they were read.
 */
export const documentNeedsReview = (record: ExportedDocument, corrections: readonly Correction[]): boolean =>
  headerNeedsReview(record, corrections) ||
  (record.document.needsReview &&
    !isConfirmed(null, corrections) &&
    record.directives.some(
      ({ id, needsReview }) => needsReview && !isConfirmed(id, corrections) && !isDismissed(id, corrections),
    ));
