import { fold } from '../../language/writing/unicode.js';
import type { Reference } from '../../schemas/directive.js';

/** A mention of a document, and the index of the first mention of the same one; its own index when it is the first. */
export interface LinkedReference {
  readonly reference: Reference;
  readonly first: number;
}

const keyOf = (reference: Reference): string => fold(reference.number);

const isCompatible = (a: Reference, b: Reference): boolean =>
  (a.on === null || b.on === null || a.on === b.on) && (a.type === null || b.type === null || a.type === b.type);

/**
 * Links the later, short mentions of a document (type and number only) to its first one, and fills in from there what
 * they leave out: date, issuer, title, type. Party numbers start anew each term, so two mentions with different dates
 * are two documents. References are given in the order of the document. Text and span stay as they are.
 */
export const linkReferences = (references: readonly Reference[]): readonly LinkedReference[] => {
  const firsts = new Map<string, number[]>();
  const linked: LinkedReference[] = [];
  references.forEach((reference, index) => {
    const known = firsts.get(keyOf(reference)) ?? [];
    const first = known.find((at) => {
      const earlier = references[at];
      return earlier !== undefined && isCompatible(earlier, reference);
    });
    const source = first === undefined ? undefined : linked[first]?.reference;
    if (first === undefined) firsts.set(keyOf(reference), [...known, index]);
    linked.push({
      first: first ?? index,
      reference: {
        ...reference,
        type: reference.type ?? source?.type ?? null,
        on: reference.on ?? source?.on ?? null,
        issuer: reference.issuer ?? source?.issuer ?? null,
        title: reference.title ?? source?.title ?? null,
      },
    });
  });
  return linked;
};
