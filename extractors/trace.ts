import type { SearchedText } from '../language/writing/prepared-text.js';
import type { Span } from '../schemas/span.js';
import type { TraceRule } from './trace-rules.js';

/** One thing that a finder or a refiner did, with the place in the text that it did it to. — một bước suy luận */
export interface TraceStep {
  readonly rule: TraceRule;
  /** The words concerned, as the text writes them. */
  readonly text: string;
  readonly span: Span;
  /** Who found them: id of the finder, where one did. */
  readonly foundBy?: string;
  /** What the sentence of the rule has in braces. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/**
 * Takes the steps as they happen. Nobody pays for it unless it is there: finders and refiners call `trace?.({ … })`, and
 * the step is not even made when it is not asked for.
 */
export type Trace = (step: TraceStep) => void;

/** A trace for whoever searches a prepared text: its steps are led back to the text as it was given. */
export const traceGiven = (trace: Trace | undefined, given: string, searched: SearchedText): Trace | undefined =>
  trace === undefined
    ? undefined
    : (step) => {
        const span = searched.toGiven(step.span);
        trace({ ...step, span, text: given.slice(span.start, span.end) });
      };
