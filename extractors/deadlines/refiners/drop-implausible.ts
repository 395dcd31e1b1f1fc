import type { DeadlineRefiner } from '../candidate.js';

/** A task is not given more than this long after its term; an older year is a misprint or a fact. */
const YEARS_BACK = 3;
/** Plans reach to 2045 and beyond, a named day hardly past two terms of five years. */
const YEARS_AHEAD = 30;
const YEARS_AHEAD_OF_DAY = 10;

/** Drops dates that cannot be meant: 2204, or ten years before the document. A wrong date is worse than none. */
export const dropImplausible: DeadlineRefiner = (found, _text, { issuedOn }) =>
  found.filter(({ kind, due, precision }) => {
    if (due === null || kind === 'relative') return true;
    const year = Number(due.slice(0, 4));
    if (issuedOn === null) return year >= 1990 && year <= 2100;
    const issued = Number(issuedOn.slice(0, 4));
    const ahead = precision === 'day' ? YEARS_AHEAD_OF_DAY : YEARS_AHEAD;
    return year >= issued - YEARS_BACK && year <= issued + ahead;
  });
