import { fromSource } from '../../pipeline/base/edit-map.js';
import type { Directive } from '../../schemas/directive.js';
import type { Span } from '../../schemas/span.js';

/** A word of a file that was read with doubt, where it stands in an item. — từ ngờ trong một mục */
export interface PlacedDoubt<Word> {
  readonly word: Word;
  /** Which word of the file it is, from 1. */
  readonly ordinal: number;
  /** In the text of the item; shorter than the word where the item has only a part of it. */
  readonly span: Span;
}

/**
 * The words of a file in doubt that an item has, in the order of the file; a word that a line end parts stands there in two spans.
 * `words`: all of the file, by their places in its repaired text. `doubtsIn(repaired.doubtfulWords, directive)`
 */
export const doubtsIn = <Word extends { readonly span: Span }>(
  words: readonly Word[],
  { pieces }: Pick<Directive, 'pieces'>,
): readonly PlacedDoubt<Word>[] =>
  words.flatMap((word, i) => fromSource(pieces, word.span).map((span) => ({ word, ordinal: i + 1, span })));
