import type { Correction } from '../../schemas/correction.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { isHeaderField, readHeaderField } from './correct-document.js';
import { findCorrection } from './corrected-value.js';
import { seeDoubts, seeTask } from './place-in-reading.js';

const ABOUT_TASK: ReadonlySet<string> = new Set(['due', 'lead', 'text', 'review']);

/**
 * What reading gives now where it gave something else when a person looked; undefined where nothing changed. `own`: the
 * corrections of the document that hold, oldest first. — đọc khác trước
 */
export const readOtherwise = (
  reading: ExportedDocument,
  one: Correction,
  own: readonly Correction[],
): { now: string | null } | undefined => {
  if (findCorrection(own, one.directiveId, one.field) !== one) return undefined;
  if (one.directiveId === null) {
    if (one.field === 'review' && one.seen !== undefined) {
      const seen = new Set(one.seen.text.split(' '));
      const fresh = seeDoubts(reading)
        .text.split(' ')
        .filter((rule) => rule !== '' && !seen.has(rule));
      return fresh.length === 0 ? undefined : { now: fresh.join(', ') };
    }
    if (!isHeaderField(one.field)) return undefined;
    const first = own.find(({ directiveId, field }) => directiveId === null && field === one.field);
    const now = readHeaderField(reading.document, one.field);
    return now === first?.oldValue || now === one.newValue ? undefined : { now };
  }
  const directive = reading.directives.find(({ id }) => id === one.directiveId);
  if (directive === undefined || one.seen === undefined || !ABOUT_TASK.has(one.field)) return undefined;
  const now = seeTask(directive);
  if (one.field === 'review')
    return now.text === one.seen.text && now.due === one.seen.due && now.lead === one.seen.lead
      ? undefined
      : { now: now.text };
  const field = one.field === 'due' ? 'due' : one.field === 'lead' ? 'lead' : 'text';
  return now[field] === one.seen[field] || now[field] === one.newValue ? undefined : { now: now[field] };
};
