import { type Correction, TASK_FIELDS, type TaskField } from '../../schemas/correction.js';
import {
  type Assignment,
  type Body,
  BodyRole,
  type Deadline,
  type Directive,
  DirectiveKind,
  makeDeadline,
} from '../../schemas/directive.js';
import { IsoDate } from '../../schemas/span.js';
import { splitNames } from './corrected-value.js';
import { findFirstDeadline } from './first-deadline.js';
import { listNames } from './list-names.js';
import { shiftDirective, shiftToCorrected } from './shift-spans.js';

/** The assignments of a directive, at least one: what a person says of a directive must have a place. */
export const assignmentsOf = ({ assignments, text }: Directive): readonly Assignment[] =>
  assignments.length > 0 ? assignments : [{ text, span: { start: 0, end: text.length }, bodies: [], deadlines: [] }];

/** Id of the finder of times that a person gave. */
const BY_PERSON = 'correction';

/** The time that a person gave; a day keeps the wording of what was read, and what that says of it. */
const replaceDue = (read: Deadline | null, { newValue, detail }: Correction): Deadline | null => {
  if (newValue === null) return null;
  const given = detail?.kind === 'due' ? detail.deadline : undefined;
  if (given !== undefined && given.kind !== 'date') return given;
  const due = given?.due ?? IsoDate.parse(newValue);
  return makeDeadline({
    precision: 'day',
    ...given,
    text: read?.text ?? given?.text ?? due,
    span: read?.span ?? given?.span ?? { start: 0, end: 0 },
    kind: 'date',
    due,
    bound: given?.bound ?? read?.bound ?? 'by',
    target: read?.target ?? false,
    foundBy: BY_PERSON,
  });
};

/** A time that a person gave stands in place of all that were read, with the body of the first of them. Null: there is none. */
const correctDue = (directive: Directive, correction: Correction): Directive => {
  const first = findFirstDeadline(directive);
  const deadline = replaceDue(first, correction);
  const at = directive.assignments.findIndex(({ deadlines }) => deadlines.some((one) => one === first));
  return {
    ...directive,
    assignments: assignmentsOf(directive).map((one, i) => ({
      ...one,
      deadlines: i === Math.max(at, 0) && deadline !== null ? [deadline] : [],
    })),
  };
};

/** A body of which nothing but its name is known. */
export const bareBody = (name: string, role: BodyRole): Body => ({
  name,
  role,
  inherited: false,
  normalized: name,
  level: null,
  branch: null,
  confidence: null,
});

const correctBodies = (directive: Directive, role: BodyRole, { newValue, detail }: Correction): Directive => {
  const given = detail?.kind === 'bodies' ? detail.bodies : splitNames(newValue).map((name) => bareBody(name, role));
  return {
    ...directive,
    assignments: assignmentsOf(directive).map((one) => ({
      ...one,
      // Leads stand first, as they do in most texts; the rest keeps its order.
      bodies:
        role === 'lead'
          ? [...given, ...one.bodies.filter((body) => body.role !== role)]
          : [...one.bodies.filter((body) => body.role !== role), ...given],
    })),
  };
};

const ROLES: ReadonlySet<string> = new Set(BodyRole.options);
/** True for the field of a task that is the name of a role. */
export const isRole = (field: string): field is BodyRole => ROLES.has(field);

const FIELDS: ReadonlySet<string> = new Set(TASK_FIELDS);
/** True for a field of a task that people correct. */
export const isTaskField = (field: string): field is TaskField => FIELDS.has(field);

/** What a field of a task says, as corrections keep it: of a time its day, or its wording where it has none. */
export const readTaskField = (directive: Directive, field: TaskField): string | null => {
  switch (field) {
    case 'due': {
      const deadline = findFirstDeadline(directive);
      return deadline?.due ?? deadline?.text ?? null;
    }
    case 'text':
    case 'number':
    case 'kind':
      return directive[field];
    default:
      return listNames(directive, field).join('; ') || null;
  }
};

/** A directive with one field as a person gave it. Fields that are none of a task leave it as it is. */
export const correctTask = (directive: Directive, correction: Correction): Directive => {
  const { field, newValue } = correction;
  if (field === 'due') return correctDue(directive, correction);
  if (isRole(field)) return correctBodies(directive, field, correction);
  if (newValue === null) return directive;
  if (field === 'text') return shiftDirective(directive, shiftToCorrected(directive.text, newValue));
  if (field === 'number') return { ...directive, number: newValue };
  return field === 'kind' ? { ...directive, kind: DirectiveKind.parse(newValue) } : directive;
};
