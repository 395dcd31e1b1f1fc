import type { Correction } from '../../schemas/correction.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { correctDocument } from './correct-document.js';
import { isDismissed } from './counts-as-task.js';
import { isConfirmed } from './needs-review.js';

/** The document as people corrected it; directives that a person called no task are left out. The input stays as it is. */
export const applyCorrections = (record: ExportedDocument, corrections: readonly Correction[]): ExportedDocument => {
  if (corrections.length === 0) return record;
  const corrected = correctDocument(record, corrections).record;
  return {
    ...corrected,
    directives: corrected.directives
      .filter(({ id }) => !isDismissed(id, corrections))
      .map((directive) => ({
        ...directive,
        needsReview: directive.needsReview && !isConfirmed(directive.id, corrections),
      })),
  };
};
