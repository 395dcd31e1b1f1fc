import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Span } from '../../schemas/span.js';
import { doubtsIn } from '../store/doubts-in.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import type { ReviewEntry } from './queue.js';

/** A word of an item's text that a person should check. — từ ngờ */
export interface DoubtfulSpan {
  /** In the text of the item. */
  readonly span: Span;
  /** As the engine read it; the text has it as it was repaired. Absent where a rule doubts the words themselves. */
  readonly raw?: string;
}

/** A word of a file, in its repaired text. */
interface Word {
  readonly span: Span;
  readonly raw: string;
}

/** A word in doubt somewhere in a paper, with the item that has it. */
export interface DoubtfulWord extends DoubtfulSpan {
  readonly number: string;
  readonly page: number;
  readonly text: string;
}

const WORDS = `SELECT w.span_start AS start, w.span_end AS "end", w.raw FROM doubtful_word w
  JOIN document d ON d.file_key = w.file_key WHERE d.id = ? ORDER BY w.ordinal`;

/** Words that repair was not sure of in the file of a document. */
const loadWords = (db: Store, documentId: string): readonly Word[] =>
  prepare<Span & { raw: string }>(db, WORDS)
    .all(documentId)
    .map(({ raw, start, end }) => ({ span: { start, end }, raw }));

/** Those of them that the text of an item has whole, in its order. */
const placeWords = (words: readonly Word[], directive: Directive): readonly DoubtfulSpan[] =>
  doubtsIn(words, directive)
    .filter(({ word, span }) => span.end - span.start === word.span.end - word.span.start)
    .map(({ word: { raw }, span }) => ({ span, raw }))
    .toSorted((a, b) => a.span.start - b.span.start);

/** Words that a doubt quotes, where the text has them. */
const findQuoted = ({ item, reasons }: ReviewEntry): readonly DoubtfulSpan[] => {
  if (item.kind !== 'task') return [];
  const { text } = item.directive;
  return reasons.flatMap(({ actual }) => {
    const start = actual === undefined || actual === '' ? -1 : text.indexOf(actual);
    return actual === undefined || start < 0 ? [] : [{ span: { start, end: start + actual.length } }];
  });
};

/** The words of an item that are in doubt, in order, never overlapping; none of a header or a passage. */
export const findDoubts = (db: Store, entry: ReviewEntry): readonly DoubtfulSpan[] => {
  const { item } = entry;
  if (item.kind !== 'task') return [];
  const words = placeWords(loadWords(db, item.paper.record.document.id), item.directive);
  const found = [...words, ...findQuoted(entry)].toSorted((a, b) => a.span.start - b.span.start);
  const apart: DoubtfulSpan[] = [];
  for (const one of found) if (one.span.start >= (apart.at(-1)?.span.end ?? 0)) apart.push(one);
  return apart;
};

/** Words in doubt in all items of a paper, for whoever judges it as a whole. */
export const listDoubtfulWords = (db: Store, { document, directives }: ExportedDocument): readonly DoubtfulWord[] => {
  const words = loadWords(db, document.id);
  return directives.flatMap((directive) => {
    const { number, page, text } = directive;
    return placeWords(words, directive).map((place) => ({ ...place, number, page, text }));
  });
};
