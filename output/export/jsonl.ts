import { toJson } from '../../language/writing/control-codes.js';
import type { SelectedRecord } from './select-records.js';

/**
 * JSON Lines after the export contract: one object a line, one line a document. Values that people corrected stand in
 * their fields; what they replaced is in `corrections`, which is there only when a person changed something;
 * `copies` names other files of the same paper, where there are any.
 */
export function* writeJsonl(records: Iterable<SelectedRecord>): Generator<string> {
  for (const { record, corrections, copies } of records) {
    const more = { ...(corrections.length === 0 ? {} : { corrections }), ...(copies === undefined ? {} : { copies }) };
    yield `${toJson({ ...record, ...more })}\n`;
  }
}
