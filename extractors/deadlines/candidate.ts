import { daysBetween } from '../../language/calendar/civil-date.js';
import { matchesOf } from '../../language/writing/patterns.js';
import { DEADLINE_DEFAULTS, type Deadline } from '../../schemas/directive.js';
import type { IsoDate, Span } from '../../schemas/span.js';
import type { ExtractionContext, Finder, Refiner } from '../contract.js';
import type { Citation } from '../references/citation.js';
import type { TraceStep } from '../trace.js';
import type { DropRule } from './drop-rules.js';

/**
 * How sure the wording itself is of a deadline, before its neighbours are looked at.
 * strong: a boundary that only deadlines have (trước ngày, chậm nhất, hết quý II).
 * weak: a boundary that facts share (trong năm 2024, đến ngày 30/6). bare: a time alone (quý III/2024, năm 2024).
 * lone: a deadline only where it is the whole text, as in a cell of an annex (2026-2030).
 */
export type Signal = 'strong' | 'weak' | 'bare' | 'lone';

/** A deadline before refining. */
export interface Candidate extends Deadline {
  readonly signal: Signal;
  /** For a day that its month does not have, the last one that it has; null for figures that are no date (45/4). */
  readonly unreal?: IsoDate | null;
}

/** Where a candidate stands and who found it, as a trace tells it. */
export const placeOf = ({ text, span, foundBy }: Candidate): Pick<TraceStep, 'text' | 'span' | 'foundBy'> => ({
  text,
  span,
  foundBy,
});

/** What a refiner knows of a time that it drops, beside the rule. */
interface DroppedBeside {
  readonly values?: Readonly<Record<string, string | number>>;
  /** The day is that of a feast or meeting. */
  readonly isOfOccasion?: boolean;
}

/** A day without a year that lies further off was rather meant for the year that is over. */
const NEAR_AHEAD = 120;

const liesAhead = ({ due, inferred }: Candidate, issuedOn: IsoDate | null): boolean => {
  const ahead = due === null || issuedOn === null ? undefined : daysBetween(issuedOn, due);
  return inferred ? ahead !== undefined && ahead > 0 && ahead <= NEAR_AHEAD : ahead === undefined || ahead > 0;
};

/**
 * Tells whoever asks that a time was dropped, and by which rule: the trace, and the document, which says so in a note.
 * A time of which no wording says that it is due ("năm 2025", a date of a paper) is dropped without a word.
 */
export const tellDropped = (
  candidate: Candidate,
  rule: DropRule,
  { trace, onDrop, issuedOn }: ExtractionContext,
  { values = {}, isOfOccasion = false }: DroppedBeside = {},
): void => {
  trace?.({ rule, ...placeOf(candidate), values });
  const { text, span, signal } = candidate;
  // A bare day to come, "ra quân ngày 18/8", is when something is done: nothing is due by it, but it may be all that is said.
  const isToCome =
    (rule === 'drop-unsupported/bare-day' || (rule === 'drop-unsupported/reach' && candidate.precision === 'day')) &&
    liesAhead(candidate, issuedOn);
  if (signal === 'strong' || signal === 'weak' || isToCome)
    onDrop?.({
      rule,
      text,
      span,
      values,
      isStrong: signal === 'strong' || (isToCome && rule === 'drop-unsupported/bare-day' && !isOfOccasion),
    });
};

/** What a deadline finder knows besides the text, which is NFC with single spaces. */
export interface DeadlineContext extends ExtractionContext {
  readonly text: string;
  /** The text without marks and capitals, offset by offset. */
  readonly folded: string;
  /** Places of the clauses of the text, cut where the assignments are cut; made when first asked for. */
  readonly clauses: () => readonly Span[];
  /** Cited documents: their dates are no deadlines. Sought when first asked for. */
  readonly citations: () => readonly Citation[];
}

export interface DeadlineFinder extends Finder<Candidate, DeadlineContext> {
  /** Folded words of which one must be in the text: most texts are told to hold nothing by these alone. */
  readonly hints: readonly string[];
}
export type DeadlineRefiner = Refiner<Candidate, DeadlineContext>;

/** What a finder reads from a match; the rest of a candidate follows from it. The anchor is given folded. */
export type Reading = Pick<Candidate, 'kind'> & Partial<Omit<Candidate, 'kind' | 'text' | 'foundBy'>>;

const DEFAULTS = { ...DEADLINE_DEFAULTS, signal: 'strong' } as const;

export type Groups = Readonly<Record<string, string | undefined>>;

export interface FinderDefinition extends Pick<DeadlineFinder, 'id' | 'hints'> {
  /** Over the folded text, with flags `gu`; made by `foldedPattern`. */
  readonly pattern: RegExp;
  /**
   * Reads the named groups; undefined: not this wording after all. `span` and `quote` are those of the whole match; the
   * quote has its accents, to tell apart what folds alike (tháng sáu, tháng sau).
   */
  readonly read: (groups: Groups, context: DeadlineContext, span: Span, quote: string) => Reading | undefined;
}

/** Characters to either side of a match's start in which its anchor stands. */
const ANCHOR_WITHIN = 400;

/** A folded part of a match, or of what stands before it, as the text writes it: folding keeps every offset. */
const asWritten = (folded: string, text: string, foldedText: string, from: number): string => {
  const begin = Math.max(0, from - ANCHOR_WITHIN);
  const near = foldedText.slice(begin, from + ANCHOR_WITHIN);
  const ahead = near.indexOf(folded, from - begin);
  const at = begin + (ahead < 0 ? near.lastIndexOf(folded) : ahead);
  return text.slice(at, at + folded.length);
};

const ENDS_IN_PERIOD = /(?<![a-z])(?:nam|thang|tuan|quy|ky)\s+$/u;
const BEFORE_DAY = /^truoc\s+(?:ngay|thu|chu|\d)/u;

/** "năm trước tháng 9" tells of last year; "báo cáo năm trước ngày 15/12" has its day behind. */
const isLastPeriod = ({ 0: print, index, groups, input }: RegExpExecArray): boolean =>
  groups?.bound?.startsWith('truoc') === true &&
  print.startsWith('truoc') &&
  ENDS_IN_PERIOD.test(input.slice(Math.max(0, index - 8), index)) &&
  !BEFORE_DAY.test(print);

/** Makes a finder of one wording from a pattern and a reading; the quote is the match unless the reading narrows it. */
export const defineFinder = ({ id, hints, pattern, read }: FinderDefinition): DeadlineFinder => ({
  id,
  hints,
  find: (text, context) => {
    const found: Candidate[] = [];
    for (const match of matchesOf(pattern, context.folded)) {
      if (isLastPeriod(match)) continue;
      const whole = { start: match.index, end: match.index + match[0].trimEnd().length };
      const reading = read(match.groups ?? {}, context, whole, text.slice(whole.start, whole.end));
      if (reading === undefined) continue;
      const span = reading.span ?? whole;
      const anchor = reading.anchor == null ? null : asWritten(reading.anchor, text, context.folded, whole.start);
      found.push({ ...DEFAULTS, ...reading, anchor, span, text: text.slice(span.start, span.end), foundBy: id });
    }
    return found;
  },
});
