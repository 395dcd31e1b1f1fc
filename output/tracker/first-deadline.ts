import type { Deadline, Directive } from '../../schemas/directive.js';

type Dated = Pick<Deadline, 'due' | 'bound'>;

const orderOf = ({ due, bound }: Dated): string => (due === null ? 'none' : `${due} ${bound === 'before' ? 0 : 1}`);

/**
 * The deadline that counts first: the earliest day, "trước ngày" before "đến ngày" of the same one, else the first that is
 * written; null when there is none. It is the day that lists, calendars of states and overdue go by. — hạn xử lý
 */
export const pickFirst = <One extends Dated>(deadlines: readonly One[]): One | null =>
  deadlines.reduce<One | null>(
    (first, next) => (first === null || orderOf(next) < orderOf(first) ? next : first),
    null,
  );

/** The same of a directive. */
export const findFirstDeadline = ({ assignments }: Pick<Directive, 'assignments'>): Deadline | null =>
  pickFirst(assignments.flatMap(({ deadlines }) => deadlines));
