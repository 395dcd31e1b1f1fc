import type { Assignment, Directive } from '../../schemas/directive.js';

/** rõ người, rõ việc, rõ thời gian: which of the three the text gives. — rõ */
export type Clarity = Directive['clarity'];

/**
 * Tells a clerk what an item has. `who`: somebody leads or executes, by name or by inheritance; `what`: the text says
 * more than names; `when`: a day, a rhythm or an event, for "khẩn trương" and its like bind to no time.
 */
export const judgeClarity = (assignments: readonly Assignment[], isHeading: boolean): Clarity => ({
  who: assignments.some((one) => one.bodies.some((body) => body.role === 'lead' || body.role === 'executing')),
  what: !isHeading,
  when: assignments.some((one) => one.deadlines.some((deadline) => deadline.kind !== 'standing')),
});
