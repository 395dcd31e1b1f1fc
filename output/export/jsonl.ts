import { toJson } from '../../language/writing/control-codes.js';
import type { Locate } from '../pages/locate-tasks.js';
import type { SelectedRecord } from './select-records.js';

/**
 * JSON Lines after the export contract: one object a line, one line a document. Values that people corrected stand in
 * their fields; what they replaced is in `corrections`, which is there only when a person changed something;
 * `copies` names other files of the same paper, where there are any. With `locate` each task has its `boxes`.
 */
export function* writeJsonl(records: Iterable<SelectedRecord>, locate?: Locate): Generator<string> {
  for (const { record, corrections, copies } of records) {
    const more = { ...(corrections.length === 0 ? {} : { corrections }), ...(copies === undefined ? {} : { copies }) };
    const boxes = locate?.(record);
    const directives =
      boxes === undefined
        ? record.directives
        : record.directives.map((directive) => ({ ...directive, boxes: boxes.get(directive.id) ?? [] }));
    yield `${toJson({ ...record, directives, ...more })}\n`;
  }
}
