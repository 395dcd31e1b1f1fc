import type { Deadline, Directive } from '../../schemas/directive.js';

const orderOf = ({ due, bound }: Deadline): string => (due === null ? 'none' : `${due} ${bound === 'before' ? 0 : 1}`);

/**
 * The deadline that counts first: the earliest day, "trước ngày" before "đến ngày" of the same one, else the first that is
 * written; null when there is none. It is the day that lists, calendars of states and overdue go by. — hạn xử lý
 */
export const findFirstDeadline = ({ assignments }: Pick<Directive, 'assignments'>): Deadline | null => {
  const all = assignments.flatMap((assignment) => assignment.deadlines);
  return all.reduce<Deadline | null>(
    (first, next) => (first === null || orderOf(next) < orderOf(first) ? next : first),
    null,
  );
};
