import { HEADER_FIELDS, TASK_FIELDS } from '../../schemas/correction.js';
import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { readHeaderField } from './correct-document.js';
import { readTaskField } from './correct-task.js';

/** One field of which two readings of a paper say something else. */
export interface FieldChange {
  /** Null: of the header. Of an item that is gone the id that it had. */
  readonly directiveId: string | null;
  /** As corrections call it; `item`: the whole item came or went. */
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

/** By what an item is known again, the surest first. */
const KEYS: readonly ((directive: Directive) => string)[] = [
  ({ number, text }) => `${number} ${text}`,
  ({ text }) => text,
  ({ number, kind }) => `${kind} ${number}`,
];

/** Which item of the other reading an item is, each once; undefined where it is none. */
const pairItems = (
  old: readonly Directive[],
  now: readonly Directive[],
): readonly (readonly [Directive | undefined, Directive | undefined])[] => {
  const pairs = new Map<Directive, Directive>();
  const taken = new Set<Directive>();
  for (const key of KEYS) {
    const waiting = new Map<string, Directive[]>();
    for (const one of now.filter((other) => !taken.has(other)))
      waiting.set(key(one), [...(waiting.get(key(one)) ?? []), one]);
    for (const one of old) {
      const found = pairs.has(one) ? undefined : waiting.get(key(one))?.shift();
      if (found === undefined) continue;
      pairs.set(one, found);
      taken.add(found);
    }
  }
  const come = now.filter((one) => !taken.has(one));
  return [...old.map((one) => [one, pairs.get(one)] as const), ...come.map((one) => [undefined, one] as const)];
};

/**
 * What another reading of the same paper changed, field by field, the header first. Items are told apart by number and text,
 * so that one which only moved has changed in its number alone. — thay đổi từng trường
 */
export const compareReadings = (old: ExportedDocument, now: ExportedDocument): readonly FieldChange[] => {
  const header = HEADER_FIELDS.map((field) => ({
    directiveId: null,
    field,
    oldValue: readHeaderField(old.document, field),
    newValue: readHeaderField(now.document, field),
  }));
  const items = pairItems(old.directives, now.directives).flatMap(([before, after]): FieldChange[] => {
    if (before === undefined || after === undefined)
      return [
        {
          directiveId: (after ?? before)?.id ?? null,
          field: 'item',
          oldValue: before?.text ?? null,
          newValue: after?.text ?? null,
        },
      ];
    return TASK_FIELDS.map((field) => ({
      directiveId: after.id,
      field,
      oldValue: readTaskField(before, field),
      newValue: readTaskField(after, field),
    }));
  });
  return [...header, ...items].filter(({ oldValue, newValue }) => oldValue !== newValue);
};
