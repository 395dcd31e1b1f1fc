import type { Correction } from '../../schemas/correction.js';
import { type Assignment, type Body, type Deadline, type Directive, makeDeadline } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { IsoDate } from '../../schemas/span.js';
import { findCorrection, splitNames } from './corrected-value.js';
import { isDismissed } from './counts-as-task.js';
import { findFirstDeadline } from './first-deadline.js';
import { isConfirmed } from './needs-review.js';

/** The assignments of a directive, at least one: what a person says of a directive must have a place. */
const assignmentsOf = ({ assignments, text }: Directive): readonly Assignment[] =>
  assignments.length > 0 ? assignments : [{ text, span: { start: 0, end: text.length }, bodies: [], deadlines: [] }];

const replaceDue = (read: Deadline | null, value: string): Deadline => {
  const due = IsoDate.parse(value);
  return makeDeadline({
    text: read?.text ?? due,
    span: read?.span ?? { start: 0, end: 0 },
    kind: 'date',
    due,
    bound: read?.bound ?? 'by',
    target: read?.target ?? false,
    precision: 'day',
    foundBy: 'correction',
  });
};

/** A day that a person gave stands in place of all that were read; it keeps the wording of the first. Null: there is none. */
const correctDue = (directive: Directive, value: string | null): Directive => {
  const deadlines = value === null ? [] : [replaceDue(findFirstDeadline(directive), value)];
  return {
    ...directive,
    assignments: assignmentsOf(directive).map((one, i) => ({ ...one, deadlines: i === 0 ? deadlines : [] })),
  };
};

const correctLead = (directive: Directive, value: string | null): Directive => {
  const leads = splitNames(value).map(
    (name): Body => ({
      name,
      role: 'lead',
      inherited: false,
      normalized: name,
      level: null,
      branch: null,
      confidence: null,
    }),
  );
  return {
    ...directive,
    assignments: assignmentsOf(directive).map((one) => ({
      ...one,
      bodies: [...leads, ...one.bodies.filter((body) => body.role !== 'lead')],
    })),
  };
};

const correctDirective = (directive: Directive, corrections: readonly Correction[]): Directive => {
  const due = findCorrection(corrections, directive.id, 'due');
  const lead = findCorrection(corrections, directive.id, 'lead');
  const text = findCorrection(corrections, directive.id, 'text')?.newValue ?? directive.text;
  const dated = due === undefined ? directive : correctDue(directive, due.newValue);
  const led = lead === undefined ? dated : correctLead(dated, lead.newValue);
  return { ...led, text, needsReview: led.needsReview && !isConfirmed(led.id, corrections) };
};

/** Fields of a document's header that a person may correct. */
export const HEADER_FIELDS = [
  'number',
  'type',
  'issuer',
  'place',
  'subject',
  'issuedOn',
  'heldOn',
  'meetingNumber',
] as const;

const correctHeader = (header: ExportedDocument['document'], corrections: readonly Correction[]) => {
  const changed: Partial<Record<(typeof HEADER_FIELDS)[number], string | null>> = {};
  for (const field of HEADER_FIELDS) {
    const found = findCorrection(corrections, null, field);
    if (found !== undefined) changed[field] = found.newValue;
  }
  return { ...header, ...changed };
};

/** The document as people corrected it; directives that a person called no task are left out. The input stays as it is. */
export const applyCorrections = (record: ExportedDocument, corrections: readonly Correction[]): ExportedDocument => {
  if (corrections.length === 0) return record;
  return {
    document: correctHeader(record.document, corrections),
    directives: record.directives
      .filter(({ id }) => !isDismissed(id, corrections))
      .map((directive) => correctDirective(directive, corrections)),
  };
};
