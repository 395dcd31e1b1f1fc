import { toRaw } from '../../pipeline/base/edit-map.js';
import type { BodyRole, Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { type Box, overlaps, type Span } from '../../schemas/span.js';
import type { DoubtfulWord, RepairedDocument, RepairedPage } from '../../schemas/stages.js';
import { guard } from '../store/database-error.js';
import { doubtsIn } from '../store/doubts-in.js';
import { findBoxes, findSpanBoxes, type PlaceOnPage } from '../store/find-boxes.js';
import { loadDirective } from '../store/load-document.js';
import type { Store } from '../store/store.js';
import { asRead, loadReadPaper, type ReadPaper } from './read-paper.js';

/** A rectangle on a page, in shares of its width and height from the top left corner: 0 to 1. — khung trên trang */
export interface Place {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A page as its boxes know it. */
export interface PlacedPage {
  readonly page: number;
  readonly origin: RepairedPage['origin'];
  /** Size that the boxes were measured on; null where no place of a word is known. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** A word that was read with doubt, as it was read and as it was repaired. — từ đọc chưa chắc chắn */
export interface DoubtfulPlace {
  readonly raw: string;
  readonly repaired: string;
  readonly confidence: number;
  readonly page: number;
  /** Where it stands in the text of the task; null for a word of the header. */
  readonly span: Span | null;
  /** What it is part of: then who or when is in doubt, not the wording alone. */
  readonly in: 'deadline' | 'body' | 'text';
  readonly places: readonly Place[];
}

/** A word as it was read. */
export interface PlacedWord extends Place {
  readonly text: string;
  /** How sure the engine was; null for a word of a text layer. */
  readonly confidence: number | null;
}

/** Where a task stands on its pages. */
export interface TaskPlaces {
  readonly task: string;
  readonly document: string;
  readonly file: { readonly sha256: string; readonly path: string; readonly mediaType: string };
  /** Pages that its sentence touches, in order. */
  readonly pages: readonly PlacedPage[];
  /** One rectangle a printed line. */
  readonly sentence: readonly Place[];
  readonly deadlines: readonly { readonly text: string; readonly span: Span; readonly places: readonly Place[] }[];
  /** Bodies named in the item itself; an inherited one stands elsewhere and has no place. */
  readonly bodies: readonly {
    readonly name: string;
    readonly role: BodyRole;
    readonly inherited: boolean;
    readonly places: readonly Place[];
  }[];
  /** Every word of the sentence as the engine read it; empty where no place of a word is known. */
  readonly words: readonly PlacedWord[];
  readonly doubts: readonly DoubtfulPlace[];
}

type Size = PlaceOnPage['imageSize'];

/** Shares to this many parts: a hundredth of a millimetre of an A4 page. */
const FINENESS = 1e5;
const round = (share: number): number => Math.round(share * FINENESS) / FINENESS;

const toPlace = (page: number, { width, height }: Size, { left, top, right, bottom }: Box): Place => ({
  page,
  left: round(left / width),
  top: round(top / height),
  right: round(right / width),
  bottom: round(bottom / height),
});

const toPlaces = (found: readonly PlaceOnPage[]): readonly Place[] =>
  found.flatMap(({ page, imageSize, boxes }) => boxes.map((box) => toPlace(page, imageSize, box)));

const pageOf = ({ pages }: RepairedDocument, { start }: Span): number =>
  pages.findLast((page) => page.span.start <= start)?.number ?? 1;

const placeWord = (
  repaired: RepairedDocument,
  { span, raw, repaired: mended, confidence }: DoubtfulWord,
  more: Pick<DoubtfulPlace, 'span' | 'in'>,
): DoubtfulPlace => ({
  raw,
  repaired: mended,
  confidence,
  page: pageOf(repaired, span),
  ...more,
  places: toPlaces(findSpanBoxes(repaired, [toRaw(repaired.edits, span)])),
});

/** The words of a page that were read with doubt, whatever they stand in. */
export const listPageDoubts = (repaired: RepairedDocument, page: number): readonly DoubtfulPlace[] =>
  repaired.doubtfulWords
    .filter(({ span }) => pageOf(repaired, span) === page)
    .map((word) => placeWord(repaired, word, { span: null, in: 'text' }));

/** The words of an item that were read with doubt. */
export const listDoubts = (repaired: RepairedDocument, directive: Directive): readonly DoubtfulPlace[] =>
  doubtsIn(repaired.doubtfulWords, directive)
    // A word that a line end parts is told once.
    .filter(({ ordinal }, i, all) => all[i - 1]?.ordinal !== ordinal)
    .map(({ word, span }) => {
      const { assignments } = directive;
      const isIn = (spans: readonly (Span | undefined)[]): boolean =>
        spans.some((one) => one !== undefined && overlaps(one, span));
      const inDay = isIn(assignments.flatMap(({ deadlines }) => deadlines.map((one) => one.span)));
      const inName = isIn(assignments.flatMap(({ bodies }) => bodies.map((one) => one.span)));
      return placeWord(repaired, word, { span, in: inDay ? 'deadline' : inName ? 'body' : 'text' });
    });

/** The words that the pieces of an item were read from. */
const listWords = ({ pages, edits }: RepairedDocument, { pieces }: Directive): readonly PlacedWord[] => {
  const spans = pieces.map(({ source }) => toRaw(edits, source));
  return pages.flatMap(({ number, words, imageSize, rawSpan }) =>
    imageSize === null || !spans.some((span) => overlaps(rawSpan, span))
      ? []
      : words
          .filter((word) => spans.some((span) => overlaps(word.span, span)))
          .map(({ text, confidence, box }) => ({ text, confidence, ...toPlace(number, imageSize, box) })),
  );
};

const listPages = (repaired: RepairedDocument, directive: Directive): readonly PlacedPage[] =>
  repaired.pages
    .filter(({ span }) => directive.pieces.some(({ source }) => overlaps(source, span)))
    .map(({ number, origin, imageSize }) => ({ page: number, origin, size: imageSize }));

/** The lines of an item on its pages. A text that a person corrected stands where the item was read. */
export const placeSentence = ({ pieces }: Pick<Directive, 'pieces'>, repaired: RepairedDocument): readonly Place[] =>
  toPlaces(
    findSpanBoxes(
      repaired,
      pieces.map(({ source }) => toRaw(repaired.edits, source)),
    ),
  );

/** As findPlaces, from what is loaded already. */
export const placeDirective = (
  document: ExportedDocument['document'],
  directive: Directive,
  repaired: RepairedDocument,
): TaskPlaces => {
  const placesOf = (span: Span): readonly Place[] => toPlaces(findBoxes(repaired, directive, span));
  const { sha256, path, mediaType } = document.source;
  return {
    task: directive.id,
    document: document.id,
    file: { sha256, path, mediaType },
    pages: listPages(repaired, directive),
    sentence: placeSentence(directive, repaired),
    deadlines: directive.assignments.flatMap(({ deadlines }) =>
      deadlines.map(({ text, span }) => ({ text, span, places: placesOf(span) })),
    ),
    bodies: directive.assignments.flatMap(({ bodies }) =>
      bodies.map(({ name, role, inherited, span }) => ({
        name,
        role,
        inherited,
        places: span === undefined ? [] : placesOf(span),
      })),
    ),
    words: listWords(repaired, directive),
    doubts: listDoubts(repaired, directive),
  };
};

/**
 * Where a task stands on the pages of its file: the sentence, its deadlines and bodies, and the words that were read with doubt,
 * as they were read (corrections change none of it). Undefined when there is no such task. — vị trí trên trang
 * `findPlaces(db, id)?.sentence`
 */
export const findPlaces = (db: Store, taskId: string): TaskPlaces | undefined =>
  guard(
    db,
    () => {
      const found = loadDirective(db, taskId);
      const paper = found === undefined ? undefined : loadReadPaper(db, found.document.id);
      if (found === undefined || paper === undefined) return undefined;
      return placeDirective(found.document, asRead(paper, found.directive), paper.repaired);
    },
    true,
  );

/**
 * The words of a paper that were read with doubt and stand in none of its items: header, opening, signature. Of a file with
 * several papers, those of all stand with its first. — từ nghi ngờ ở phần đầu, phần cuối
 */
export const listHeaderDoubts = ({ reading, repaired }: ReadPaper): readonly DoubtfulPlace[] => {
  const { document, directives } = reading;
  if (document.part !== 1) return [];
  const sources = directives.flatMap(({ pieces }) => pieces.map(({ source }) => source));
  return repaired.doubtfulWords
    .filter(({ span }) => !sources.some((source) => overlaps(source, span)))
    .map((word) => placeWord(repaired, word, { span: null, in: 'text' }));
};
