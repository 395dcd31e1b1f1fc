import type { Directive } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { Span } from '../../schemas/span.js';
import type { DoubtfulWord, RepairedDocument } from '../../schemas/stages.js';
import { toSources } from '../base/edit-map.js';
import { measureConfidence } from './confidence.js';

/** Below this mean word confidence a directive's text wants a second look; our OCR of a clean page stays above .9. */
const REVIEW_CONFIDENCE = 0.8;

const touches = (sources: readonly Span[], word: DoubtfulWord): boolean =>
  sources.some((source) => word.span.start < source.end && source.start < word.span.end);

const joinWords = (words: readonly DoubtfulWord[]): string => words.map((word) => word.repaired).join(' ');

/**
 * Doubts about words of an item, each where it belongs: in a day or a name it is the item's, since who or when may be
 * wrong; elsewhere the wording alone is in doubt, which the document says once.
 */
const noteWords = (directive: Directive, doubtful: readonly DoubtfulWord[]): readonly Note[] => {
  if (doubtful.length === 0) return [];
  const placesOf = (spans: readonly (Span | undefined)[]): readonly Span[] =>
    spans.flatMap((span) => (span === undefined ? [] : toSources(directive.pieces, span)));
  const { assignments, number } = directive;
  const dates = placesOf(assignments.flatMap((one) => one.deadlines.map((deadline) => deadline.span)));
  const names = placesOf(assignments.flatMap((one) => one.bodies.map((body) => body.span)));
  const inDates = doubtful.filter((word) => touches(dates, word));
  const inNames = doubtful.filter((word) => touches(names, word) && !inDates.includes(word));
  const others = doubtful.filter((word) => !inDates.includes(word) && !inNames.includes(word));
  const notes: Note[] = [];
  if (inDates.length > 0)
    notes.push(makeNote('extract/doubtful-date', { directive: number, actual: joinWords(inDates) }));
  if (inNames.length > 0)
    notes.push(makeNote('extract/doubtful-name', { directive: number, actual: joinWords(inNames) }));
  if (others.length > 0)
    notes.push(
      makeNote('extract/doubtful-words', { directive: number, actual: joinWords(others) }, { count: others.length }),
    );
  return notes;
};

/** A directive with how sure its text is and the doubts that come from it. — độ tin cậy */
export const reviewDirective = (directive: Directive, repaired: RepairedDocument): Directive => {
  const sources = directive.pieces.map((piece) => piece.source);
  const confidence = measureConfidence(repaired, sources);
  const doubtful = repaired.doubtfulWords.filter((word) => touches(sources, word));
  const notes: Note[] = [...directive.notes, ...noteWords(directive, doubtful)];
  if (confidence !== null && confidence < REVIEW_CONFIDENCE) {
    const compared = { expected: String(REVIEW_CONFIDENCE), actual: String(confidence) };
    notes.push(makeNote('extract/low-confidence', { directive: directive.number, ...compared }));
  }
  return {
    ...directive,
    confidence,
    notes,
    needsReview: directive.needsReview || notes.some((note) => note.level !== 'info'),
  };
};

const ABOUT_WORDING = makeNote('extract/doubtful-words', {}, { count: 0 }).rule;

const isAboutWording = (note: Note): boolean => note.rule === ABOUT_WORDING;

/** Doubts about the text of a whole document: items whose wording, though neither name nor day, was read with doubt. */
export const noteWording = (directives: readonly Directive[]): readonly Note[] => {
  const count = directives.filter((one) => one.notes.some(isAboutWording)).length;
  return count === 0 ? [] : [makeNote('extract/doubtful-wording', {}, { count })];
};
