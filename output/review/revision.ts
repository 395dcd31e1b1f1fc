import { createHash } from 'node:crypto';
import type { Correction, HeaderField } from '../../schemas/correction.js';
import { HEADER_FIELDS } from '../../schemas/correction.js';
import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Unclaimed } from '../../schemas/unclaimed.js';
import { readHeaderField } from '../tracker/correct-document.js';
import { findCorrection } from '../tracker/corrected-value.js';

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

const reviewOf = (corrections: readonly Correction[], id: string | null): string | null =>
  findCorrection(corrections, id, 'review')?.newValue ?? null;

/** A mark of all that people may correct of a task: equal where nothing changed since. */
export const reviseTask = (directive: Directive, corrections: readonly Correction[]): string => {
  const { id, number, text, kind, assignments } = directive;
  const clauses = assignments.map(({ bodies, deadlines }) => [
    bodies.map(({ name, role }) => [name, role]),
    deadlines.map((one) => [one.due, one.text, one.kind, one.bound]),
  ]);
  return hash([id, number, text, kind, clauses, reviewOf(corrections, id)]);
};

/** The same of the header of a paper. */
export const reviseHeader = (document: ExportedDocument['document'], corrections: readonly Correction[]): string =>
  hash([HEADER_FIELDS.map((field: HeaderField) => readHeaderField(document, field)), reviewOf(corrections, null)]);

/** Ids of the passages of a paper that nobody claimed, in their order; a passage keeps its id as long as it reads the same. */
export const listPassageIds = ({ id, unclaimed }: ExportedDocument['document']): readonly string[] => {
  const met = new Map<string, number>();
  return unclaimed.map(({ page, text, why }: Unclaimed) => {
    const mark = hash([page, why, text]).slice(0, 8);
    const count = (met.get(mark) ?? 0) + 1;
    met.set(mark, count);
    return `${id}:+p${mark}${count === 1 ? '' : `~${count}`}`;
  });
};
