import { judgeClarity } from '../../extractors/directives/judge-clarity.js';
import type { CorrectionDetail } from '../../schemas/correction.js';
import type { Directive } from '../../schemas/directive.js';
import { overlaps, type Span } from '../../schemas/span.js';
import { assignmentsOf } from './correct-task.js';
import { shiftDirective, shiftInto, shiftToPart } from './shift-spans.js';

type Detail<Kind extends CorrectionDetail['kind']> = Extract<CorrectionDetail, { readonly kind: Kind }>;

/** So much of the second text is sought, the most first: a day or a word behind may be read otherwise. */
const OPENINGS = [48, 24, 12] as const;
/** Blanks and a misread word or two before the cut. */
const LEEWAY = 24;

const nearest = (text: string, words: string, expected: number): number | undefined => {
  let best: number | undefined;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (best === undefined || Math.abs(at - expected) < Math.abs(best - expected)) best = at;
  return best;
};

/** Where the second part of a split begins in a text that may have been read anew; undefined where it cannot be told. */
const findCut = (text: string, { first, second }: Pick<Detail<'split'>, 'first' | 'second'>): number | undefined => {
  const expected = text.length - second.length;
  for (const length of OPENINGS) {
    const at = nearest(text, second.slice(0, length), expected);
    if (at !== undefined && at > 0 && Math.abs(at - first.length) <= first.length / 2 + LEEWAY) return at;
  }
  return undefined;
};

const dropEnd = (text: string, end: number): number => text.slice(0, end).trimEnd().length;

/** A stretch of an item as an item of its own: who leads the whole leads the part that names nobody. */
const takePart = (directive: Directive, start: number, end: number): Directive => {
  const isWithin = (span: Span): boolean => span.start === span.end || (span.start >= start && span.end <= end);
  const all = assignmentsOf(directive);
  const own = all.filter((one) => overlaps(one.span, { start, end }));
  const part = (own.length > 0 ? own : all.slice(0, 1)).map((one) => ({
    ...one,
    bodies: one.bodies.filter(({ span }) => span === undefined || isWithin(span)),
    deadlines: one.deadlines.filter(({ span }) => isWithin(span)),
  }));
  const isLed = part.some(({ bodies }) => bodies.some(({ role }) => role === 'lead' || role === 'executing'));
  const leads = isLed ? [] : all.flatMap(({ bodies }) => bodies.filter(({ role }) => role === 'lead'));
  const handedDown = [
    ...new Map(leads.map(({ span: _span, ...body }) => [body.name, { ...body, inherited: true }])).values(),
  ];
  const assignments = part.map((one) => ({ ...one, bodies: [...handedDown, ...one.bodies] }));
  const references = directive.references.filter(({ span }) => isWithin(span));
  const cut = shiftDirective({ ...directive, assignments, references }, shiftToPart(directive.text, { start, end }));
  return { ...cut, clarity: judgeClarity(cut.assignments, false) };
};

/** Two items of one: the first keeps id, number and notes. Undefined where the cut is not found. — tách */
export const splitDirective = (
  directive: Directive,
  detail: Detail<'split'>,
): readonly [Directive, Directive] | undefined => {
  const cut = findCut(directive.text, detail);
  if (cut === undefined) return undefined;
  const first = takePart(directive, 0, dropEnd(directive.text, cut));
  const second = takePart(directive, cut, directive.text.length);
  return [first, { ...second, id: detail.id, number: detail.number, kind: 'task', notes: [] }];
};

/** One item of two, in their order: the first keeps id and number. — gộp */
export const mergeDirectives = (first: Directive, second: Directive): Directive => {
  const text = `${first.text} ${second.text}`;
  const one = shiftDirective(first, shiftInto(text, first.text, 0));
  const other = shiftDirective(second, shiftInto(text, second.text, first.text.length + 1));
  const confidences = [one.confidence, other.confidence].filter((value) => value !== null);
  return {
    ...one,
    pieces: [...one.pieces, ...other.pieces],
    confidence: confidences.length === 0 ? null : Math.min(...confidences),
    needsReview: one.needsReview || other.needsReview,
    clarity: {
      who: one.clarity.who || other.clarity.who,
      what: one.clarity.what || other.clarity.what,
      when: one.clarity.when || other.clarity.when,
    },
    assignments: [...one.assignments, ...other.assignments],
    references: [...one.references, ...other.references],
    notes: [...one.notes, ...other.notes],
  };
};
