import { type Candidate, type DeadlineRefiner, placeOf } from '../candidate.js';
import { findDamagedBoundary } from '../damaged-boundary.js';

/** How far before a time its boundary word may begin. */
const REACH = 16;
/** A reading out of a misread word is no sure one. */
const CONFIDENCE = 0.7;

/** Gives a bare time the boundary word before it that was misread: "frong tháng 01/2026", "trudc ngày 30/8". */
export const mendBoundary: DeadlineRefiner = (found, text, { trace }) =>
  found.map((candidate): Candidate => {
    const { kind, signal, span, precision } = candidate;
    if (kind !== 'date' || signal !== 'bare') return candidate;
    const from = Math.max(0, span.start - REACH);
    const damaged = findDamagedBoundary(text.slice(from, span.start));
    // before a month or a year another day would be due: it stays bare
    if (damaged === undefined || (damaged.bound === 'before' && precision !== 'day')) return candidate;
    trace?.({ rule: 'mend-boundary/misread', ...placeOf(candidate) });
    const start = from + damaged.start;
    return {
      ...candidate,
      signal: damaged.signal,
      bound: candidate.due === null && candidate.unreal === undefined ? candidate.bound : damaged.bound,
      confidence: CONFIDENCE,
      span: { start, end: span.end },
      text: text.slice(start, span.end),
    };
  });
