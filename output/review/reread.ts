import { readAssignments } from '../../extractors/assignments/index.js';
import { findDeadlines } from '../../extractors/deadlines/index.js';
import { fold } from '../../language/writing/unicode.js';
import { BodyRole } from '../../schemas/directive.js';
import { readTaskField } from '../tracker/correct-task.js';
import type { ItemOf } from './items.js';

/** A field of which a corrected text says something else than what stands. */
export interface Reread {
  readonly field: 'due' | BodyRole;
  /** What would be read of the text; null: it names none. */
  readonly reads: string | null;
  readonly stands: string | null;
}

const isSame = (one: string | null, other: string | null): boolean =>
  (one === null ? null : fold(one)) === (other === null ? null : fold(other));

/**
 * What the program would read of the text of a task as people corrected it, where that is not what stands: a correction of the
 * text changes no day and no body by itself, for a person may have corrected these on purpose. A body that the text does not name
 * may come from above it, and is not told. `reread(item)[0]?.reads === '2025-07-31'` — đọc lại chữ đã sửa
 */
export const reread = ({ directive, paper }: ItemOf<'task'>): readonly Reread[] => {
  const { issuedOn } = paper.record.document;
  const deadlines = findDeadlines(directive.text, { issuedOn });
  const read = { ...directive, assignments: readAssignments(directive.text, { issuedOn, deadlines }).assignments };
  return (['due', ...BodyRole.options] as const).flatMap((field): Reread[] => {
    const [reads, stands] = [readTaskField(read, field), readTaskField(directive, field)];
    const isTold = field === 'due' || reads !== null;
    return isTold && !isSame(reads, stands) ? [{ field, reads, stands }] : [];
  });
};
