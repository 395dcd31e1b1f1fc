import type { Correction } from '../../schemas/correction.js';
import type { Directive } from '../../schemas/directive.js';
import { findCorrection } from './corrected-value.js';

/** Where the review of a task stands. — tình trạng rà soát */
export type Review = 'confirmed' | 'needs-review' | 'unreviewed';

/** True when a person confirmed this directive: only such ones may ring an alarm. */
export const isConfirmed = (directiveId: string, corrections: readonly Correction[]): boolean =>
  findCorrection(corrections, directiveId, 'review')?.newValue === 'confirmed';

/**
 * Where the review of a task stands. It needs review when its own reading left a doubt and nobody confirmed it; doubts about
 * the header are its document's. — cần xem lại
 */
export const readReview = ({ id, needsReview }: Directive, corrections: readonly Correction[]): Review => {
  if (isConfirmed(id, corrections)) return 'confirmed';
  return needsReview ? 'needs-review' : 'unreviewed';
};
