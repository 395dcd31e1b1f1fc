import type { Assignment, Directive } from '../../schemas/directive.js';
import type { Span } from '../../schemas/span.js';

/** Where what stood in one text stands in another; `at` gives undefined for a span of which a part is gone. */
export interface TextShift {
  /** The text as it becomes. */
  readonly text: string;
  /** The same words in the new text; undefined where they are not whole. */
  readonly at: (span: Span) => Span | undefined;
  /** What is left of a span, which may be empty. */
  readonly clip: (span: Span) => Span;
  /** Stretches of the old text that stay, in order, with where each begins in the new one. */
  readonly kept: readonly { readonly span: Span; readonly to: number }[];
}

const commonStart = (one: string, other: string): number => {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
};

const commonEnd = (one: string, other: string, from: number): number => {
  const most = Math.min(one.length, other.length) - from;
  let count = 0;
  while (count < most && one.charCodeAt(one.length - 1 - count) === other.charCodeAt(other.length - 1 - count)) count++;
  return count;
};

/** A text that a person wrote in place of another: what both begin and end with stays where it is. */
export const shiftToCorrected = (old: string, text: string): TextShift => {
  const head = commonStart(old, text);
  const tail = old.length - commonEnd(old, text, head);
  const delta = text.length - old.length;
  return {
    text,
    at: ({ start, end }) => {
      if (end <= head) return { start, end };
      return start >= tail ? { start: start + delta, end: end + delta } : undefined;
    },
    clip: ({ start, end }) => ({
      start: start < tail ? Math.min(start, head) : start + delta,
      end: end <= head ? end : Math.max(end, tail) + delta,
    }),
    kept: [
      { span: { start: 0, end: head }, to: 0 },
      { span: { start: tail, end: old.length }, to: tail + delta },
    ],
  };
};

/** A part of a text that becomes a text of its own. */
export const shiftToPart = (old: string, { start: from, end: to }: Span): TextShift => ({
  text: old.slice(from, to),
  at: ({ start, end }) => (start >= from && end <= to ? { start: start - from, end: end - from } : undefined),
  clip: ({ start, end }) => {
    const begin = Math.min(Math.max(start, from), to);
    return { start: begin - from, end: Math.max(begin, Math.min(end, to)) - from };
  },
  kept: [{ span: { start: from, end: to }, to: 0 }],
});

/** A text to which another one is added in front or behind. */
export const shiftInto = (text: string, old: string, by: number): TextShift => {
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return { text, at: move, clip: move, kept: [{ span: { start: 0, end: old.length }, to: by }] };
};

/** True of a quote that stands in no place of the text: a time from another column, a day that a person gave. */
const isPlaceless = ({ start, end }: Span): boolean => start === end;

const shiftQuote = (span: Span, shift: TextShift): Span => {
  const nowhere = { start: shift.text.length, end: shift.text.length };
  return isPlaceless(span) ? nowhere : (shift.at(span) ?? nowhere);
};

const shiftAssignment = (one: Assignment, shift: TextShift): Assignment => {
  const span = shift.clip(one.span);
  return {
    text: shift.text.slice(span.start, span.end),
    span,
    bodies: one.bodies.map(({ span: place, ...body }) => {
      const moved = place === undefined ? undefined : shift.at(place);
      return moved === undefined ? body : { ...body, span: moved };
    }),
    deadlines: one.deadlines.map((deadline) => ({ ...deadline, span: shiftQuote(deadline.span, shift) })),
  };
};

/** The pieces of the stretches that stay: a word that a person wrote stands on no page. */
const shiftPieces = (pieces: Directive['pieces'], { kept }: TextShift): Directive['pieces'] =>
  kept
    .flatMap(({ span, to }) =>
      pieces.flatMap(({ at, source }) => {
        const from = Math.max(at, span.start);
        const until = Math.min(at + source.end - source.start, span.end);
        if (from >= until) return [];
        return [
          { at: to + from - span.start, source: { start: source.start + from - at, end: source.start + until - at } },
        ];
      }),
    )
    .sort((one, other) => one.at - other.at);

/** The same item with another text: every quote that is still whole keeps its place, the others have none. */
export const shiftDirective = (directive: Directive, shift: TextShift): Directive => ({
  ...directive,
  text: shift.text,
  pieces: shiftPieces(directive.pieces, shift),
  assignments: directive.assignments.map((one) => shiftAssignment(one, shift)),
  references: directive.references.map((one) => ({ ...one, span: shiftQuote(one.span, shift) })),
});
