import type { Correction } from '../../schemas/correction.js';

/**
 * The correction that counts for one field: the last. Undefined when nobody corrected it; its `newValue` null means that a
 * person said "none", which is none everywhere. `directiveId` null asks for a field of the document's header.
 */
export const findCorrection = (
  corrections: readonly Correction[],
  directiveId: string | null,
  field: string,
): Correction | undefined => corrections.findLast((c) => c.directiveId === directiveId && c.field === field);

/** Names of a corrected lead, as people write several: `splitNames('Sở A; Sở B')` gives both. */
export const splitNames = (value: string | null): string[] => [
  ...new Set((value ?? '').split(';').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]))),
];
