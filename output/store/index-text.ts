import { fold } from '../../pipeline/text/unicode.js';
import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { classifyDeadline } from '../task/deadline-type.js';
import { placeTones } from './tones.js';

/** Raise it when anything below changes: databases then build their full-text index anew at the next opening. */
export const INDEX_VERSION = 1;

/** What the full-text index holds of one directive. */
export interface IndexRow {
  readonly folded: string;
  readonly exact: string;
  readonly context: string;
  readonly tags: string;
}

/** Keys that stand for names in tags: a filter by name becomes a search for a word. */
export interface TagKeys {
  readonly issuer: number | null;
  readonly type: number | null;
  /** body_key of each body, in the order of the directive's assignments and their bodies. */
  readonly bodies: readonly number[];
}

/** Words that stand for filters in the `tags` column. */
export const tag = {
  body: (key: number): string => `b${key}`,
  lead: (key: number): string => `l${key}`,
  issuer: (key: number): string => `i${key}`,
  type: (key: number): string => `t${key}`,
  issuedYear: (year: string): string => `y${year}`,
  dueYear: (year: string): string => `dy${year}`,
  dueMonth: (month: string): string => `dm${month.replace('-', '')}`,
  noDeadline: 'nodeadline',
  needsReview: 'review',
  any: 'any',
} as const;

/** Text as the `exact` column compares it: lower case with its marks, tone marks in one place (uỷ as ủy). */
export const toExact = (text: string): string => placeTones(text.toLowerCase());

const collectTags = (document: ExportedDocument['document'], directive: Directive, keys: TagKeys): string[] => {
  const tags: string[] = [tag.any];
  if (keys.issuer !== null) tags.push(tag.issuer(keys.issuer));
  if (keys.type !== null) tags.push(tag.type(keys.type));
  if (document.issuedOn !== null) tags.push(tag.issuedYear(document.issuedOn.slice(0, 4)));
  if (directive.needsReview || document.needsReview) tags.push(tag.needsReview);
  const bodies = directive.assignments.flatMap((a) => a.bodies);
  for (const [index, key] of keys.bodies.entries()) {
    tags.push(tag.body(key));
    if (bodies[index]?.role === 'lead') tags.push(tag.lead(key));
  }
  const deadlines = directive.assignments.flatMap((a) => a.deadlines);
  for (const { due } of deadlines)
    if (due !== null) tags.push(tag.dueYear(due.slice(0, 4)), tag.dueMonth(due.slice(0, 7)));
  if (classifyDeadline(directive) === null) tags.push(tag.noDeadline);
  return [...new Set(tags)];
};

/**
 * What goes into the full-text index for one directive. Inherited bodies and the document's number are searched
 * beside the text, since a clerk looks for "Sở Tài chính" under a lead-in, too.
 */
export const buildIndexRow = (
  document: ExportedDocument['document'],
  directive: Directive,
  keys: TagKeys,
): IndexRow => {
  const inherited = directive.assignments.flatMap((a) => a.bodies.filter((b) => b.inherited).map((b) => b.name));
  const context = [...new Set([document.number ?? '', ...inherited])].join(' ; ');
  return {
    folded: fold(directive.text),
    exact: toExact(directive.text),
    context: fold(context),
    tags: collectTags(document, directive, keys).join(' '),
  };
};
