import { explainWork, formatStep } from '../../extractors/explain-steps.js';
import type { Trace } from '../../extractors/trace.js';

/** What a failing case prints: every step that was taken, one a line, with its rule. Works on nothing but the trace. */
export const explainCase = (work: (trace: Trace) => unknown): string =>
  `\n${explainWork(work).steps.map(formatStep).join('\n')}\n`;
