import { toRaw } from '../../pipeline/base/edit-map.js';
import type { Directive } from '../../schemas/directive.js';
import { overlaps, type Span } from '../../schemas/span.js';
import type { RepairedDocument } from '../../schemas/stages.js';

/** A stretch of an item in both layers: as the engine read it, and as repair left it. — chữ đọc được, chữ phục hồi */
export interface LayeredWords {
  readonly raw: string;
  readonly text: string;
  /** Where it stands in the text of the item. */
  readonly span: Span;
  readonly isChanged: boolean;
  /** A person should look, whether it was changed or not. */
  readonly isDoubtful: boolean;
  /** How sure repair was of its replacement; null where it made none. */
  readonly confidence: number | null;
}

const WORD = /\S+/gu;

interface PlacedWord {
  readonly at: Span;
  readonly source: Span;
  readonly raw: Span;
}

/** The words of an item, with their places in both layers of the file. */
const listWords = ({ text, pieces }: Pick<Directive, 'text' | 'pieces'>, edits: RepairedDocument['edits']) =>
  pieces.flatMap(({ at, source }): PlacedWord[] => {
    const own = text.slice(at, at + source.end - source.start);
    return [...own.matchAll(WORD)].map((found) => {
      const start = found.index;
      const end = start + found[0].length;
      const span = { start: source.start + start, end: source.start + end };
      return { at: { start: at + start, end: at + end }, source: span, raw: toRaw(edits, span) };
    });
  });

/** Words that one replacement made, or that share raw letters, are one stretch. */
const joinShared = (words: readonly PlacedWord[]): readonly PlacedWord[] => {
  const joined: PlacedWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last !== undefined && overlaps(last.raw, word.raw))
      joined[joined.length - 1] = {
        at: { start: last.at.start, end: word.at.end },
        source: { start: last.source.start, end: word.source.end },
        raw: { start: last.raw.start, end: Math.max(last.raw.end, word.raw.end) },
      };
    else joined.push(word);
  }
  return joined;
};

/**
 * An item word by word as it was read and as it was repaired; blanks and line ends between them are left out. A file that repair
 * changed nothing in gives equal layers. — bản thô và bản phục hồi
 * `readLayers(directive, repaired).filter(({ isChanged }) => isChanged)`
 */
export const readLayers = (
  directive: Pick<Directive, 'text' | 'pieces'>,
  { rawText, edits, doubtfulWords }: Pick<RepairedDocument, 'rawText' | 'edits' | 'doubtfulWords'>,
): readonly LayeredWords[] =>
  joinShared(listWords(directive, edits)).map(({ at, source, raw }) => {
    const text = directive.text.slice(at.start, at.end);
    const read = rawText.slice(raw.start, raw.end);
    const sureness = edits.filter((edit) => overlaps(edit.repaired, source)).map(({ confidence }) => confidence);
    const isChanged = read !== text;
    return {
      raw: read,
      text,
      span: at,
      isChanged,
      isDoubtful: doubtfulWords.some(({ span }) => overlaps(span, source)),
      confidence: isChanged && sureness.length > 0 ? Math.min(...sureness) : null,
    };
  });
