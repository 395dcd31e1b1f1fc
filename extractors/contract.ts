import type { IsoDate, Span } from '../schemas/span.js';
import type { Trace } from './trace.js';
import type { TraceRule } from './trace-rules.js';

/** What a finder may know besides the text itself. */
export interface ExtractionContext {
  /** Issue date of the document; null when unknown: then no missing year is filled in. — ngày ban hành */
  readonly issuedOn: IsoDate | null;
  /** Told who found, dropped or changed what; absent unless somebody asks why. */
  readonly trace?: Trace | undefined;
  /** Told of each time that its wording says is due and that was dropped all the same. */
  readonly onDrop?: ((dropped: DroppedTime) => void) | undefined;
}

/** A time that a refiner dropped. — mốc thời gian bị bỏ */
export interface DroppedTime extends Found {
  readonly rule: TraceRule;
  /** What the sentence of the rule has in braces. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Its wording had a boundary that only deadlines have: trước ngày, chậm nhất. */
  readonly isStrong: boolean;
}

/** Something found at a place of the searched text. Every quote equals its slice: `text === searched.slice(span.start, span.end)`. */
export interface Found {
  readonly text: string;
  readonly span: Span;
}

/** Knows one wording and decides nothing about its neighbours. */
export interface Finder<Value extends Found, Context extends ExtractionContext = ExtractionContext> {
  /** `deadline/before-day`: stored with what it finds. */
  readonly id: string;
  find(text: string, context: Context): readonly Value[];
}

/** Takes what was found, sorted by position, and merges, drops or ranks. Knows no wording of its own finders. */
export type Refiner<Value extends Found, Context extends ExtractionContext = ExtractionContext> = (
  found: readonly Value[],
  text: string,
  context: Context,
) => readonly Value[];

/** Tells who found what. Finders are pure: running them once more costs only whoever asks. */
const traceFound = <Value extends Found, Context extends ExtractionContext>(
  finders: readonly Finder<Value, Context>[],
  text: string,
  context: Context,
  trace: Trace,
): void => {
  for (const { id, find } of finders)
    for (const one of find(text, context)) trace({ rule: 'find/wording', text: one.text, span: one.span, foundBy: id });
};

/** Runs finders, sorts by position (longer first at one place), then runs the refiners in their order. */
export const runExtractor = <Value extends Found, Context extends ExtractionContext = ExtractionContext>(
  finders: readonly Finder<Value, Context>[],
  refiners: readonly Refiner<Value, Context>[],
  text: string,
  context: Context,
): readonly Value[] => {
  const found = finders.flatMap((finder) => [...finder.find(text, context)]);
  if (context.trace !== undefined) traceFound(finders, text, context, context.trace);
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return refiners.reduce<readonly Value[]>((values, refine) => refine(values, text, context), found);
};
