import { cutClauses } from '../../language/writing/clauses.js';
import { PhraseScan } from '../../language/writing/phrase-scan.js';
import { prepareText, type SearchedText } from '../../language/writing/prepared-text.js';
import type { Deadline } from '../../schemas/directive.js';
import type { Span } from '../../schemas/span.js';
import { type DroppedTime, type ExtractionContext, runExtractor } from '../contract.js';
import type { Citation } from '../references/citation.js';
import { findCitations } from '../references/index.js';
import { traceGiven } from '../trace.js';
import type { Candidate, DeadlineFinder, DeadlineRefiner } from './candidate.js';
import { activityOfMonth } from './finders/activity.js';
import { afterLength } from './finders/after-length.js';
import { day } from './finders/day.js';
import { beforeHappens, meeting, season, untilHappens } from './finders/event.js';
import { halfYear } from './finders/half-year.js';
import { rightAfter, whenDecided, whenGiven } from './finders/happening.js';
import { lunarDay, lunarMonthly } from './finders/lunar-day.js';
import { dayFromNow, month, monthFromNow, monthOfYear } from './finders/month.js';
import { endOfUnnamed, partOfEach } from './finders/part-of-each.js';
import { periodicUnnamed } from './finders/periodic-unnamed.js';
import { quarter, quarterFromNow } from './finders/quarter.js';
import {
  actOnceIn,
  dayOfMonth,
  dayOfMonthlyReport,
  dayOfMonths,
  dayOfQuarter,
  dayOfWeek,
  dayOfYear,
  every,
  halfYearly,
  monthlyOnDay,
  periodic,
  times,
} from './finders/recurring.js';
import { bareDuration, duration, durationAfter, durationBefore, durationSince } from './finders/relative.js';
import { dayOfPeriod, everyOther, oftenIn } from './finders/rhythm.js';
import { standing } from './finders/standing.js';
import { period, periodEnd, term, withinTerm } from './finders/term.js';
import { today } from './finders/today.js';
import { week, weekdayFromNow } from './finders/week.js';
import { everyWeekday, weekdayInMonth, weekdayOfMonth } from './finders/weekday.js';
import { withinNow } from './finders/within-now.js';
import { year, yearFromNow } from './finders/year.js';
import { absorbIntoRecurring } from './refiners/absorb-into-recurring.js';
import { dropCited } from './refiners/drop-cited.js';
import { dropImplausible } from './refiners/drop-implausible.js';
import { dropStarts } from './refiners/drop-starts.js';
import { dropUnsupported } from './refiners/drop-unsupported.js';
import { joinRecurring } from './refiners/join-recurring.js';
import { keepLongest } from './refiners/keep-longest.js';
import { markTargets } from './refiners/mark-targets.js';
import { mendBoundary } from './refiners/mend-boundary.js';

/** Each knows one wording. Order matters only where two match the very same words: then the earlier one is kept. */
const FINDERS: readonly DeadlineFinder[] = [
  lunarDay,
  lunarMonthly,
  day,
  month,
  monthFromNow,
  monthOfYear,
  quarter,
  quarterFromNow,
  halfYear,
  year,
  yearFromNow,
  week,
  weekdayFromNow,
  withinNow,
  today,
  term,
  withinTerm,
  periodEnd,
  period,
  durationSince,
  durationBefore,
  durationAfter,
  duration,
  afterLength,
  rightAfter,
  bareDuration,
  whenDecided,
  whenGiven,
  dayOfMonth,
  dayOfMonths,
  monthlyOnDay,
  dayOfMonthlyReport,
  // the report of a month may be due on a "ngày 05 tháng sau": then it recurs
  dayFromNow,
  dayOfQuarter,
  dayOfYear,
  dayOfWeek,
  weekdayOfMonth,
  weekdayInMonth,
  everyWeekday,
  partOfEach,
  endOfUnnamed,
  periodic,
  periodicUnnamed,
  every,
  halfYearly,
  actOnceIn,
  times,
  everyOther,
  oftenIn,
  dayOfPeriod,
  activityOfMonth,
  meeting,
  untilHappens,
  season,
  beforeHappens,
  standing,
];

/** The hints of all finders, each once: they are sought in one walk over a text. */
const HINTS = [...new Set(FINDERS.flatMap(({ hints }) => hints))];
const SCAN = new PhraseScan(HINTS);
const HINTS_OF = FINDERS.map(({ hints }) => hints.map((hint) => HINTS.indexOf(hint)));

/** The finders that a folded text has a word of. */
const chooseFinders = (folded: string): readonly DeadlineFinder[] => {
  const met = SCAN.seek(folded);
  return FINDERS.filter((_, i) => HINTS_OF[i]?.some((hint) => met[hint] === 1));
};

const REFINERS: readonly DeadlineRefiner[] = [
  // First, while every candidate is still whole: a citation's date must not win over a deadline beside it.
  dropCited,
  // Before neighbours are compared: "kỳ họp giữa năm 2024" must swallow "năm 2024", or the year would stand alone.
  keepLongest,
  // Before anybody asks how sure the wording is.
  mendBoundary,
  dropImplausible,
  // Before support is asked for: a day of every year is never past.
  absorbIntoRecurring,
  dropUnsupported,
  // What was dropped counts nothing.
  dropStarts,
  joinRecurring,
  markTargets,
];

/** Confidence of a wording where its finder states none: a boundary leaves little doubt, a bare time some. */
const CONFIDENCE = { strong: 0.98, weak: 0.9, bare: 0.8, lone: 0.8 } as const;

const toDeadline = (
  { signal, unreal: _unreal, ...deadline }: Candidate,
  given: string,
  searched: SearchedText,
): Deadline => {
  const span = searched.toGiven(deadline.span);
  const sure = deadline.confidence ?? CONFIDENCE[signal];
  return {
    ...deadline,
    span,
    text: given.slice(span.start, span.end),
    confidence: deadline.certainty === 'assumed' ? Math.min(sure, 0.8) : sure,
  };
};

/**
 * Every time by which, or rhythm in which, something is due in a text, in order. Dates of cited documents, of meetings
 * held, of programmes and of past events are none. A missing year is taken from `issuedOn` and flagged `inferred`;
 * without an issue date such a deadline has no `due`. Quotes equal their slices. — thời hạn
 * `findDeadlines('xong trước ngày 15/6', { issuedOn: '2024-05-02' })[0]?.due === '2024-06-15'`.
 */
export const findDeadlines = (text: string, context: ExtractionContext): readonly Deadline[] => {
  const searched = prepareText(text);
  const finders = chooseFinders(searched.folded);
  if (finders.length === 0) return [];
  const trace = traceGiven(context.trace, text, searched);
  const tellDropped = ({ span, ...dropped }: DroppedTime): void => {
    const given = searched.toGiven(span);
    context.onDrop?.({ ...dropped, span: given, text: text.slice(given.start, given.end) });
  };
  let clauses: readonly Span[] | undefined;
  let citations: readonly Citation[] | undefined;
  const found = runExtractor(finders, REFINERS, searched.text, {
    issuedOn: context.issuedOn,
    trace,
    onDrop: context.onDrop === undefined ? undefined : tellDropped,
    text: searched.text,
    folded: searched.folded,
    clauses: () => {
      clauses ??= cutClauses(searched.text);
      return clauses;
    },
    // Citations are only stepped around here: what became of them is told to whoever asks for references.
    citations: () => {
      citations ??= findCitations(searched, { issuedOn: context.issuedOn });
      return citations;
    },
  });
  return found.map((candidate) => toDeadline(candidate, text, searched));
};
