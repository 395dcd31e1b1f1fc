import { readTitleType } from '../../language/lexicon/title-types.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { PrintedLine } from './printed-lines.js';
import { isAuthorityLine, isCopyMark, isRecipientsTitle } from './tail.js';
import { findTitle } from './zones.js';

/** One document's lines in a file of several. */
export interface Part {
  readonly lines: readonly PrintedLine[];
}

const NATIONAL_TITLE = /(?=cong hoa xa hoi chu nghia|dang cong san viet nam)(?<=(?:^|\s\s|\t)\W*)/u;
const HEADER_AT_MOST = 30;

const isNationalTitle = (line: PrintedLine): boolean => NATIONAL_TITLE.test(line.folded);

/** True when a copy is marked between two lines: its header is no document. */
const marksCopy = (lines: readonly PrintedLine[], from: number, to: number): boolean =>
  lines.slice(from, to).some(isCopyMark);

/** First line of the header that line `at` stands in: lines right above it that an empty line or a page sets apart. */
const startOfHeader = (lines: readonly PrintedLine[], at: number, floor: number): number => {
  for (let start = at; start > floor && at - start < 8; start--) {
    const line = lines[start];
    if (line?.pageStart) return start;
    if (line?.blankBefore && start === at) return start;
    if (line?.blankBefore) return start;
    const above = lines[start - 1];
    if (above !== undefined && (isRecipientsTitle(above) || above.text.endsWith('.'))) return start;
  }
  return at;
};

/** Where another document begins after the one above was signed: its national title, or else its own title. */
const findStarts = (lines: readonly PrintedLine[]): readonly number[] => {
  const starts: number[] = [];
  let signedAt = -1;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    if (isRecipientsTitle(line) || isAuthorityLine(line)) signedAt = at;
    else if (signedAt >= 0 && at > signedAt && isNationalTitle(line)) {
      const title = findTitle(lines, at, HEADER_AT_MOST);
      if (title >= 0 && !marksCopy(lines, signedAt, title)) {
        starts.push(startOfHeader(lines, at, signedAt + 1));
        signedAt = -1;
      }
    } else if (
      signedAt >= 0 &&
      readTitleType(line.text) !== undefined &&
      line.blankBefore &&
      isOwnTitle(lines, at, signedAt)
    ) {
      starts.push(at);
      signedAt = -1;
    }
  }
  return starts;
};

// Without a national title only a title in capitals, well below a list of recipients, begins a document.
const isOwnTitle = (lines: readonly PrintedLine[], at: number, signedAt: number): boolean => {
  const line = lines[at];
  if (line === undefined || line.text !== line.text.toUpperCase()) return false;
  if (marksCopy(lines, signedAt, at + 1)) return false;
  const between = lines.slice(signedAt, at);
  const isAnnexed = between.some(
    (l) => /^(?:phu luc|danh muc|bieu)/u.test(l.folded) || /ban hanh kem theo/u.test(l.folded),
  );
  return !isAnnexed && between.some(isRecipientsTitle);
};

/** Cuts the lines of a file into documents. A copy's header (sao y) stays with the document that it copies. */
export const splitDocuments = (
  lines: readonly PrintedLine[],
): { readonly parts: readonly Part[]; readonly notes: readonly Note[] } => {
  const starts = findStarts(lines);
  const edges = [0, ...starts, lines.length];
  const parts: Part[] = [];
  for (let i = 0; i + 1 < edges.length; i++) parts.push({ lines: lines.slice(edges[i], edges[i + 1]) });
  const notes = starts.map((at): Note => {
    const line = lines[at];
    return makeNote('outline/documents-split', line === undefined ? {} : { page: line.page, span: line.span });
  });
  return { parts, notes };
};
