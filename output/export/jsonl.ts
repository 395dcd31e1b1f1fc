import { toJson } from '../../language/writing/control-codes.js';
import type { SelectedRecord } from './select-records.js';

/**
 * JSON Lines after the export contract: one object a line, one line a document. Values that people corrected stand in
 * their fields; what they replaced is in `corrections`, which is there only when a person changed something.
 */
export function* writeJsonl(records: Iterable<SelectedRecord>): Generator<string> {
  for (const { record, corrections } of records)
    yield `${toJson(corrections.length === 0 ? record : { ...record, corrections })}\n`;
}
