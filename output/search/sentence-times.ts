import { addDays } from '../../language/calendar/civil-date.js';
import type { Cue } from './sentence-patterns.js';
import type { TaskFilters } from './task-filters.js';
import type { NamedTime } from './time-words.js';

/** Days that a time asks for behind a word that bounds it; undefined for one that bounds none. */
export const boundTime = (bound: Cue | null, time: NamedTime): TaskFilters | undefined => {
  const isDay = time.from === time.to;
  if (bound === 'before') return { dueBefore: isDay ? time.to : addDays(time.from, -1) };
  if (bound === 'after') return { dueAfter: addDays(time.to, 1) };
  if (bound === 'until') return { dueBefore: time.to };
  return { dueAfter: time.from, dueBefore: time.to };
};

/** A year, a quarter or a month: papers are asked for by these, not by a day or so many days from now. */
export const isOfIssue = ({ year, days, from, to }: NamedTime): boolean =>
  year !== null || (days === null && from !== to);

/** The filters of a time of issue: a year by itself, else its days. */
export const issuedIn = ({ year, from, to }: NamedTime): TaskFilters =>
  year === null ? { issuedAfter: from, issuedBefore: to } : { year };

/** True of filters that hold a time of issue. */
export const tellsIssue = ({ year, issuedAfter }: TaskFilters): boolean =>
  year !== undefined || issuedAfter !== undefined;
