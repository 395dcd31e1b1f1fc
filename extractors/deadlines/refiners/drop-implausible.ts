import { type Candidate, type DeadlineContext, type DeadlineRefiner, tellDropped } from '../candidate.js';
import type { DropRule } from '../drop-rules.js';

/** A task is not given more than this long after its term; an older year is a misprint or a fact. */
const YEARS_BACK = 3;
/** Plans reach to 2045 and beyond, a named day hardly past two terms of five years. */
const YEARS_AHEAD = 30;
const YEARS_AHEAD_OF_DAY = 10;

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

type Why = Extract<DropRule, `drop-implausible/${string}`>;

const whyImplausible = (
  { kind, due, precision, unreal }: Candidate,
  { issuedOn }: DeadlineContext,
): Why | undefined => {
  if (unreal === null) return 'drop-implausible/no-date';
  if (due === null || kind === 'relative') return undefined;
  const year = Number(due.slice(0, 4));
  if (issuedOn === null) return year >= FIRST_YEAR && year <= LAST_YEAR ? undefined : 'drop-implausible/unlikely-year';
  const issued = Number(issuedOn.slice(0, 4));
  if (year < issued - YEARS_BACK) return 'drop-implausible/too-early';
  const ahead = precision === 'day' ? YEARS_AHEAD_OF_DAY : YEARS_AHEAD;
  return year > issued + ahead ? 'drop-implausible/too-late' : undefined;
};

const yearsOf = (rule: Why, { precision }: Candidate): number =>
  rule === 'drop-implausible/too-early' ? YEARS_BACK : precision === 'day' ? YEARS_AHEAD_OF_DAY : YEARS_AHEAD;

/** Drops dates that cannot be meant: 2204, or ten years before the document. A wrong date is worse than none. */
export const dropImplausible: DeadlineRefiner = (found, _text, context) =>
  found.filter((candidate) => {
    const rule = whyImplausible(candidate, context);
    if (rule !== undefined) tellDropped(candidate, rule, context, { values: { years: yearsOf(rule, candidate) } });
    return rule === undefined;
  });
