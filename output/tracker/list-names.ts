import type { BodyRole, Directive } from '../../schemas/directive.js';

/** Names, as written, of the bodies that have a role in a directive, each once: `listNames(directive, 'lead')`. */
export const listNames = (directive: Directive, role: BodyRole): string[] => [
  ...new Set(directive.assignments.flatMap((a) => a.bodies.filter((b) => b.role === role).map((b) => b.name))),
];
