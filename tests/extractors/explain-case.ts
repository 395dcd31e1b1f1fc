import { explainWork, formatStep } from '../../extractors/explain-steps.js';
import type { Trace } from '../../extractors/trace.js';

/** What a failing case prints: every step that was taken, one a line, with its rule. */
export const explainCase = (work: (trace: Trace) => unknown): string => {
  const { steps } = explainWork(work);
  return steps.length === 0 ? 'no finder found anything' : `\n${steps.map(formatStep).join('\n')}\n`;
};
