import { fillSentence } from '../../schemas/bilingual.js';
import type { Deadline } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { DroppedTime } from '../contract.js';
import { TRACE_RULES } from '../trace-rules.js';

/**
 * Says which times of an item were dropped and why: worth keeping, and to be looked at where one with a boundary that only
 * deadlines have ("trước ngày …") was the item's only time. — mốc thời gian bị bỏ
 */
export const noteDropped = (dropped: readonly DroppedTime[], kept: readonly Deadline[]): readonly Note[] =>
  dropped
    // What stands inside a time that was kept was told by it.
    .filter(({ span }) => !kept.some((one) => one.span.start < span.end && span.start < one.span.end))
    .map(({ rule, text, values, isStrong }) =>
      makeNote(
        'deadlines/time-dropped',
        { actual: text, ...(isStrong && kept.length === 0 ? {} : { level: 'info' as const }) },
        { reason: fillSentence(TRACE_RULES[rule].sentence, values) },
      ),
    );
