import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Span } from '../../schemas/span.js';
import type { RepairedDocument } from '../../schemas/stages.js';
import { doubtsIn, type PlacedDoubt } from './doubts-in.js';
import { findBoxes } from './find-boxes.js';
import { loadRepaired } from './load-file.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** What a box frames: the whole task, a deadline, a body, a doubtful word. The view places says it in words. */
type Framed = 't' | 'd' | 'b' | 'w';

/** [what, assignment, ordinal, page, left, top, right, bottom]; the sides in ten thousandths of the page. */
type PackedBox = readonly [Framed, number, number, number, number, number, number, number];

/** A tenth of a millimetre is .03 % of a page: nobody points more finely. */
const PARTS = 10_000;

const packBoxes = (
  repaired: RepairedDocument,
  directive: Directive,
  framed: readonly [Framed, number, number],
  span: Span,
): readonly PackedBox[] =>
  findBoxes(repaired, directive, span).flatMap(({ page, imageSize: { width, height }, boxes }) =>
    boxes.map(({ left, top, right, bottom }): PackedBox => {
      const part = (side: number, whole: number): number =>
        Math.min(PARTS, Math.max(0, Math.round((side / whole) * PARTS)));
      return [...framed, page, part(left, width), part(top, height), part(right, width), part(bottom, height)];
    }),
  );

const placeDirective = (
  repaired: RepairedDocument,
  directive: Directive,
  doubts: readonly PlacedDoubt<unknown>[],
): readonly PackedBox[] => [
  ...packBoxes(repaired, directive, ['t', 0, 0], { start: 0, end: directive.text.length }),
  ...directive.assignments.flatMap(({ bodies, deadlines }, i) => [
    ...deadlines.flatMap(({ span }, j) => packBoxes(repaired, directive, ['d', i + 1, j + 1], span)),
    ...bodies.flatMap(({ span }, j) =>
      span === undefined ? [] : packBoxes(repaired, directive, ['b', i + 1, j + 1], span),
    ),
  ]),
  ...doubts.flatMap(({ ordinal, span }) => packBoxes(repaired, directive, ['w', 0, ordinal], span)),
];

const INSERT = `INSERT OR REPLACE INTO place (directive_key, boxes) SELECT directive_key, ? FROM directive WHERE id = ?`;
const DOUBT = `INSERT OR IGNORE INTO directive_doubt (directive_key, ordinal) SELECT directive_key, ? FROM directive WHERE id = ?`;
const OF_DOCUMENT = `directive_key IN (
  SELECT x.directive_key FROM directive x JOIN document d ON d.document_key = x.document_key WHERE d.id = ?)`;

/**
 * Writes where the items of a document, as it is stored, stand on the pages of its file, and which doubtful words stand in them;
 * no place where no word has one. The caller holds the transaction.
 */
export const writePlaces = (
  db: Store,
  { document, directives }: ExportedDocument,
  repaired: RepairedDocument,
): void => {
  for (const table of ['place', 'directive_doubt'])
    prepare(db, `DELETE FROM ${table} WHERE ${OF_DOCUMENT}`).run(document.id);
  const hasPlaces = repaired.pages.some(({ words }) => words.length > 0);
  if (!hasPlaces && repaired.doubtfulWords.length === 0) return;
  for (const directive of directives) {
    const doubts = doubtsIn(repaired.doubtfulWords, directive);
    for (const { ordinal } of doubts) prepare(db, DOUBT).run(ordinal, directive.id);
    const boxes = hasPlaces ? placeDirective(repaired, directive, doubts) : [];
    if (boxes.length > 0) prepare(db, INSERT).run(JSON.stringify(boxes), directive.id);
  }
};

const HAS_WORDS = `SELECT 1 FROM file f WHERE f.sha256 = ? AND (
  EXISTS (SELECT 1 FROM page p WHERE p.file_key = f.file_key AND p.words IS NOT NULL)
  OR EXISTS (SELECT 1 FROM doubtful_word w WHERE w.file_key = f.file_key))`;

/** The same for documents of one file, as they are stored: the file is opened only when it places words, or doubts some. */
export const refreshPlaces = (db: Store, sha256: string, documents: readonly ExportedDocument[]): void => {
  if (prepare(db, HAS_WORDS).get(sha256) === undefined) return;
  const repaired = loadRepaired(db, sha256);
  if (repaired === undefined) return;
  for (const stored of documents) writePlaces(db, stored, repaired);
};
