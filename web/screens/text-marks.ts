import { asRead, type ReadPaper } from '../../output/pages/read-paper.js';
import { passagesOf, type ReviewPaper } from '../../output/review/items.js';
import { findPieces } from '../../output/review/place-passage.js';
import { toSources } from '../../pipeline/base/edit-map.js';
import type { Directive } from '../../schemas/directive.js';
import type { Span } from '../../schemas/span.js';
import type { TextMark } from './paper-schema.js';

/** Where the item that is shown stands in the text of its file, and its bodies and deadlines in it. */
const markShown = (directive: Directive, shown: string): TextMark[] => {
  const { pieces, assignments } = directive;
  const mark = (kind: TextMark['kind'], part: string, span: Span | undefined): TextMark[] =>
    span === undefined ? [] : toSources(pieces, span).map((source) => ({ ...source, kind, item: shown, part }));
  return [
    ...pieces.map(({ source }): TextMark => ({ ...source, kind: 'sentence', item: shown, part: '' })),
    ...assignments.flatMap(({ bodies }) => bodies).flatMap(({ span }, i) => mark('body', `b${i}`, span)),
    ...assignments.flatMap(({ deadlines }) => deadlines).flatMap(({ span }, i) => mark('deadline', `d${i}`, span)),
  ];
};

/**
 * What a page without a picture shows in its text as frames show it on a picture: every item, so that a click finds it; the one
 * that is shown with its parts; passages that nobody claimed; words that were read with doubt. In the text of the page.
 */
export const listTextMarks = (
  paper: ReviewPaper,
  read: ReadPaper,
  shown: string | undefined,
  { start, end }: Span,
): readonly TextMark[] => {
  const text = read.repaired.text.slice(start, end);
  const marks = [
    ...paper.record.directives.flatMap((directive): TextMark[] => {
      const own = asRead(read, directive);
      if (directive.id === shown) return markShown(own, shown);
      return own.pieces.map(({ source }) => ({ ...source, kind: 'item', item: directive.id, part: '' }));
    }),
    ...passagesOf(paper).flatMap(({ id, passage }) =>
      findPieces(text, start, passage.text).map(
        ({ source }): TextMark => ({ ...source, kind: id === shown ? 'sentence' : 'passage', item: id, part: '' }),
      ),
    ),
    ...read.repaired.doubtfulWords.map(({ span }): TextMark => ({ ...span, kind: 'doubt', item: '', part: '' })),
  ];
  return marks
    .map((mark) => ({ ...mark, start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }))
    .filter((mark) => mark.end > mark.start)
    .toSorted((a, b) => a.start - b.start);
};
