import type { Directive } from '../../schemas/directive.js';
import { type DocumentHeader, type ExportedDocument, ExtractedFile, type TextOrigin } from '../../schemas/export.js';
import type { FileSignature } from '../../schemas/file-signature.js';
import type { HeaderGap } from '../../schemas/header-zones.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { IsoDate } from '../../schemas/span.js';
import type {
  ExtractInput,
  OutlinedDocument,
  OutlinedFile,
  RepairedDocument,
  RepairedPage,
} from '../../schemas/stages.js';
import type { Suggested } from '../../schemas/suggested.js';
import type { Unclaimed } from '../../schemas/unclaimed.js';
import type { PureStage } from '../base/contract.js';
import { STAGE_VERSIONS } from '../base/provenance.js';
import { isScattered, measureDamage } from '../quality/damaged-words.js';
import { measureConfidence } from './confidence.js';
import { gatherMarks, type PageMarks } from './page-marks.js';
import { noteWording, reviewDirective } from './review-directive.js';
import { findCoverage, listUnread } from './unread-print.js';

/** The extractors as the stage needs them; which ones there are is said in extractors/index.ts. */
export interface Extractors {
  /** Header, signature, recipients and stamps of one document; `dictionaries` are the digital signatures that are its own. */
  readHeader(
    document: OutlinedDocument,
    dictionaries: readonly FileSignature[],
    marks: Pick<PageMarks, 'urgency' | 'panels' | 'isPicture'>,
  ): { header: DocumentHeader; notes: readonly Note[] };
  /** Number and day that a hand wrote into the gaps of a header, as far as they can be read. */
  suggestWritten(header: DocumentHeader, gaps: readonly HeaderGap[]): Suggested | undefined;
  /** Directives with assignments, deadlines and references. Ids come from `makeId`, by number. */
  extractDirectives(
    document: OutlinedDocument,
    context: {
      issuedOn: IsoDate | null;
      heldOn: IsoDate | null;
      makeId: (number: string) => string;
      knownNames?: readonly string[] | undefined;
    },
  ): { directives: readonly Directive[]; notes: readonly Note[] };
  /** Passages that look like tasks and became none. */
  findUnclaimed(
    document: OutlinedDocument,
    repaired: RepairedDocument,
    context: { issuedOn: IsoDate | null; heldOn: IsoDate | null },
  ): readonly Unclaimed[];
}

const pagesOf = (repaired: RepairedDocument, document: OutlinedDocument): readonly RepairedPage[] =>
  repaired.pages.filter((page) => page.span.start <= document.span.end && document.span.start <= page.span.end);

/** The page on which a document begins; the pages before the first one are the first one's. */
const firstPageOf = ({ repaired, documents }: OutlinedFile, index: number): number => {
  const document = documents[index];
  if (index === 0 || document === undefined) return index === 0 ? 0 : Number.POSITIVE_INFINITY;
  return pagesOf(repaired, document)[0]?.number ?? Number.POSITIVE_INFINITY;
};

/** Signatures whose panels stand between the start of a document and that of the next; one without a panel is the file's. */
const signaturesOf = (outlined: OutlinedFile, part: number): readonly FileSignature[] => {
  const [from, to] = [firstPageOf(outlined, part - 1), firstPageOf(outlined, part)];
  return (outlined.repaired.signatures ?? []).filter(({ page }) => (page ?? 0) >= from && (page ?? 0) < to);
};

const sayWritten = ({ number, issuedOn }: Suggested): string =>
  [number, issuedOn].filter((one) => one !== null).join(', ');

const readTextOrigin = (pages: readonly RepairedPage[]): TextOrigin => {
  const origins = new Set<TextOrigin>();
  for (const page of pages) {
    if (page.origin === 'none') continue;
    // A corrected OCR page is still OCR; "repaired" says that there was no image and the text itself was mended.
    origins.add(page.repaired && page.origin !== 'ocr' ? 'repaired' : page.origin);
  }
  if (origins.size > 1) return 'mixed';
  const [only] = origins;
  return only ?? 'plain';
};

/** The stable id of a document: the first 16 digits of its file's hash, and its ordinal when the file holds several. */
export const makeDocumentId = (sha256: string, part: number): string =>
  part === 1 ? sha256.slice(0, 16) : `${sha256.slice(0, 16)}-${part}`;

/** Ids from the number path alone, so that they outlive a change elsewhere in the document; a number met again gets a suffix. */
export const createIdMaker = (documentId: string): ((number: string) => string) => {
  const met = new Map<string, number>();
  return (number) => {
    const count = (met.get(number) ?? 0) + 1;
    met.set(number, count);
    return count === 1 ? `${documentId}:${number}` : `${documentId}:${number}~${count}`;
  };
};

/** A text that was taken as it is, or mended, and still holds words that cannot be what was printed. */
const noteDamage = ({ text }: RepairedDocument, { span }: OutlinedDocument): readonly Note[] => {
  const damage = measureDamage(text.slice(span.start, span.end));
  const count = Math.max(damage.damaged, damage.strange);
  return isScattered(damage) ? [makeNote('extract/damaged-text', {}, { count })] : [];
};

const extractDocument = (
  outlined: ExtractInput,
  document: OutlinedDocument,
  part: number,
  extractors: Extractors,
): ExportedDocument => {
  const { repaired } = outlined;
  const pages = pagesOf(repaired, document);
  const marks = gatherMarks(repaired, document, pages);
  const { header, notes: headerNotes } = extractors.readHeader(document, signaturesOf(outlined, part), marks);
  const written = extractors.suggestWritten(header, marks.gaps);
  const id = makeDocumentId(repaired.file.sha256, part);
  const { directives, notes: directiveNotes } = extractors.extractDirectives(document, {
    issuedOn: header.issuedOn,
    heldOn: header.heldOn,
    makeId: createIdMaker(id),
    knownNames: outlined.knownNames,
  });
  const reviewed = directives.map((directive) => reviewDirective(directive, repaired));
  const passages = extractors.findUnclaimed(document, repaired, header);
  const missed = passages.length === 0 ? [] : [makeNote('coverage/unclaimed', {}, { count: passages.length })];
  const unread = listUnread(pages);
  const coverage = findCoverage(pages);
  const doubts = [...noteDamage(repaired, document), ...noteWording(reviewed)];
  const guessed =
    written === undefined ? [] : [makeNote('header/handwriting-suggested', { actual: sayWritten(written) })];
  const notes = [...headerNotes, ...guessed, ...directiveNotes, ...missed, ...doubts];
  return {
    document: {
      id,
      source: {
        path: repaired.file.path,
        sha256: repaired.file.sha256,
        mediaType: repaired.file.mediaType,
        pageCount: pages.length,
      },
      part,
      textOrigin: readTextOrigin(pages),
      ...header,
      ...(written === undefined ? {} : { suggested: written }),
      confidence: measureConfidence(repaired, [document.span]),
      ...(coverage === undefined ? {} : { coverage }),
      needsReview:
        unread.length > 0 ||
        notes.some((note) => note.level !== 'info') ||
        reviewed.some((directive) => directive.needsReview),
      notes,
      // Passages come in reading order; where on its page an unread line belongs among them cannot be told.
      unclaimed: [...passages, ...unread].toSorted((a, b) => a.page - b.page),
    },
    directives: reviewed,
  };
};

/**
 * Makes the last stage from the extractors: outlined documents in, the records of the export contract out.
 * Pure and synchronous; the issue date of each document is read first, since deadlines lean on it. Names that people taught the
 * database come with the input: equal input, equal output.
 */
export const createExtractStage = (extractors: Extractors): PureStage<ExtractInput, ExtractedFile> => ({
  name: 'extract',
  version: STAGE_VERSIONS.extract,
  output: ExtractedFile,
  run: (outlined) => ({
    value: {
      documents: outlined.documents.map((document, index) =>
        extractDocument(outlined, document, index + 1, extractors),
      ),
    },
    notes: [],
  }),
});
