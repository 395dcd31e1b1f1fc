import { type Bilingual, fillSentence } from '../schemas/bilingual.js';
import { BodyRole } from '../schemas/directive.js';
import type { Span } from '../schemas/span.js';
import type { Trace, TraceStep } from './trace.js';
import { TRACE_RULES, type TraceDeed, type TraceRule } from './trace-rules.js';

/** A step of a trace with its sentence for people. — một bước suy luận, kèm lý do */
export interface ExplainedStep {
  readonly rule: TraceRule;
  readonly deed: TraceDeed;
  readonly text: string;
  readonly span: Span;
  readonly foundBy: string | null;
  /** Of a body: the role that it has by this rule. */
  readonly role: BodyRole | null;
  /** Why, as the end of a sentence: "là ngày của văn bản được viện dẫn …". */
  readonly sentence: Bilingual;
}

/** Gives a step its sentence. */
export const explainStep = ({ rule, text, span, foundBy, values }: TraceStep): ExplainedStep => {
  const { deed, sentence } = TRACE_RULES[rule];
  const role = BodyRole.safeParse(values?.role).data ?? null;
  return { rule, deed, text, span, foundBy: foundBy ?? null, role, sentence: fillSentence(sentence, values ?? {}) };
};

/** Does some work with a trace and gives its result with every step, explained, in the order in which they were taken. */
export const explainWork = <Result>(
  work: (trace: Trace) => Result,
): { readonly result: Result; readonly steps: readonly ExplainedStep[] } => {
  const steps: ExplainedStep[] = [];
  const result = work((step) => steps.push(explainStep(step)));
  return { result, steps };
};

/** One step as a line of text: `✗ “năm 2024” [drop-unsupported/past] đã qua …`; what a failing case prints. */
export const formatStep = ({ rule, text, sentence }: ExplainedStep): string => `“${text}” [${rule}] ${sentence.vi}`;
