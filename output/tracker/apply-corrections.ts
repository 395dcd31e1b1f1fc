import type { Correction } from '../../schemas/correction.js';
import { type Directive, makeDeadline } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { IsoDate } from '../../schemas/span.js';

/** The first deadline with the day that a person gave; what else was read of it is kept where it still holds. */
const correctDue = (directive: Directive, value: string | null): Directive => {
  const due = value === null ? null : IsoDate.parse(value);
  const [first, ...rest] = directive.assignments;
  if (first === undefined) return directive;
  const kept = first.deadlines[0];
  const deadlines =
    due === null
      ? []
      : [
          makeDeadline({
            text: kept?.text ?? due,
            span: kept?.span ?? { start: 0, end: 0 },
            kind: 'date',
            due,
            bound: kept?.bound ?? 'by',
            target: kept?.target ?? false,
            precision: 'day',
            foundBy: 'correction',
          }),
          ...first.deadlines.slice(1),
        ];
  return { ...directive, assignments: [{ ...first, deadlines }, ...rest] };
};

const correctLead = (directive: Directive, value: string | null): Directive => {
  const names = (value ?? '').split(';').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  const leads = names.map((name) => ({
    name,
    role: 'lead' as const,
    inherited: false,
    normalized: name,
    level: null,
    branch: null,
    confidence: null,
  }));
  const assignments = directive.assignments.map((assignment) => ({
    ...assignment,
    bodies: [...leads, ...assignment.bodies.filter((body) => body.role !== 'lead')],
  }));
  return { ...directive, assignments };
};

const correctDirective = (directive: Directive, { field, newValue }: Correction): Directive => {
  if (field === 'due') return correctDue(directive, newValue);
  if (field === 'lead') return correctLead(directive, newValue);
  if (field === 'text' && newValue !== null) return { ...directive, text: newValue };
  if (field === 'review' && newValue === 'confirmed') return { ...directive, needsReview: false };
  return directive;
};

/** True when a person said that this directive gives no task. */
export const isDismissed = (directiveId: string, corrections: readonly Correction[]): boolean =>
  corrections.filter((c) => c.directiveId === directiveId && c.field === 'review').at(-1)?.newValue === 'not-a-task';

/** True when a person confirmed this directive: only such ones may ring an alarm. */
export const isConfirmed = (directiveId: string, corrections: readonly Correction[]): boolean =>
  corrections.filter((c) => c.directiveId === directiveId && c.field === 'review').at(-1)?.newValue === 'confirmed';

const HEADER_FIELDS = ['number', 'type', 'issuer', 'place', 'subject', 'issuedOn', 'heldOn', 'meetingNumber'] as const;

/** The document as people corrected it; directives that a person called no task are left out. The input stays as it is. */
export const applyCorrections = (record: ExportedDocument, corrections: readonly Correction[]): ExportedDocument => {
  if (corrections.length === 0) return record;
  const header: Partial<Record<(typeof HEADER_FIELDS)[number], string | null>> = {};
  for (const { directiveId, field, newValue } of corrections) {
    const name = HEADER_FIELDS.find((known) => known === field);
    if (directiveId === null && name !== undefined) header[name] = newValue;
  }
  return {
    document: { ...record.document, ...header },
    directives: record.directives
      .filter((directive) => !isDismissed(directive.id, corrections))
      .map((directive) =>
        corrections.filter((c) => c.directiveId === directive.id).reduce(correctDirective, directive),
      ),
  };
};
