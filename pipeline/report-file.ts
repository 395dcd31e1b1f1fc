import type { Bilingual, Note } from '../schemas/note.js';
import type { PipelineError } from './base/errors.js';
import type { FileRead } from './run-document.js';

export interface Reason {
  /** Rule of a note, or code of an error. */
  readonly rule: string;
  readonly message: Bilingual;
}

/** What one path came to. */
export interface FileReport {
  readonly path: string;
  readonly result: 'stored' | 'needs-review' | 'duplicate' | 'known' | 'quarantined' | 'skipped';
  readonly pages: number;
  /** Tasks found in it; lead-ins and headings are not counted. */
  readonly directives: number;
  /** Why it needs a look: each rule once, with a sentence for people; for a failure the code of the error. */
  readonly reasons: readonly Reason[];
  readonly error: PipelineError | null;
  /** For a duplicate: the path that was stored first. */
  readonly duplicateOf: string | null;
  /** Where a file that moved was before. */
  readonly movedFrom?: string;
  /** Ids of its documents; of a duplicate, those of the file that was stored. */
  readonly documents: readonly string[];
}

/** A report with nothing but what is given: `report('a.txt', 'known')`. */
export const report = (path: string, result: FileReport['result'], more: Partial<FileReport> = {}): FileReport => ({
  path,
  result,
  pages: 0,
  directives: 0,
  reasons: [],
  error: null,
  duplicateOf: null,
  documents: [],
  ...more,
});

/** The sentence of a rule's first note, and on how many other pages it was said again. */
const countPages = ({ message, page }: Note, others: readonly Note[]): Bilingual => {
  const more = new Set(others.map((note) => note.page).filter((other) => other !== undefined && other !== page)).size;
  return page === undefined || more === 0
    ? message
    : { vi: `${message.vi} (và ${more} trang nữa)`, en: `${message.en} (and ${more} more pages)` };
};

const readReasons = (documents: FileRead['documents']): Reason[] => {
  const notes = documents.flatMap((d) => [...d.document.notes, ...d.directives.flatMap((x) => [...x.notes])]);
  const byRule = new Map<string, Note[]>();
  for (const note of notes) {
    if (note.level === 'info') continue;
    const same = byRule.get(note.rule);
    if (same === undefined) byRule.set(note.rule, [note]);
    else same.push(note);
  }
  return [...byRule.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ rule: first.rule, message: countPages(first, others) }],
  );
};

/** What is told of a file that was read and stored. */
export const reportRead = (
  path: string,
  { repaired, documents }: Pick<FileRead, 'repaired' | 'documents'>,
): FileReport =>
  report(path, documents.some((d) => d.document.needsReview) ? 'needs-review' : 'stored', {
    pages: repaired.pages.length,
    directives: documents.reduce((sum, d) => sum + d.directives.filter(({ kind }) => kind === 'task').length, 0),
    reasons: readReasons(documents),
    documents: documents.map(({ document }) => document.id),
  });

/** In which place a stored file came among the files of its paper. */
export interface Placed {
  readonly reasons: readonly Reason[];
  /** A correction found no place in it: a person should look. */
  readonly needsReview?: boolean;
  /** Another file of the same paper counts: where it lies, and its documents. */
  readonly behind?: { readonly path: string; readonly documents: readonly string[] };
}

/** What is told of a file that was read and stored, and of its place. */
export const reportPlaced = (
  path: string,
  read: Pick<FileRead, 'repaired' | 'documents'>,
  placed: Placed | undefined,
): FileReport => {
  const own = reportRead(path, read);
  if (placed === undefined) return own;
  const { reasons, behind, needsReview = false } = placed;
  if (behind !== undefined)
    return report(path, 'duplicate', {
      duplicateOf: behind.path,
      documents: behind.documents,
      reasons,
      pages: own.pages,
    });
  return { ...own, result: needsReview ? 'needs-review' : own.result, reasons: [...reasons, ...own.reasons] };
};

/** Bytes that a person took out of the store: left out with a reason, put back as they were at the place where they lie now, or kept behind another file of the paper. */
export type Recalled =
  | { readonly kind: 'left-out'; readonly reason: Reason }
  | {
      readonly kind: 'back';
      readonly reason: Reason;
      readonly read: Pick<FileRead, 'repaired' | 'documents'>;
      readonly placed?: Placed | undefined;
    }
  | { readonly kind: 'behind'; readonly reason: Reason; readonly behind: NonNullable<Placed['behind']> };

/** What is told of a file that a person had taken out. */
export const reportRecalled = (path: string, recalled: Recalled): FileReport => {
  if (recalled.kind === 'left-out') return report(path, 'skipped', { reasons: [recalled.reason] });
  if (recalled.kind === 'behind') {
    const { path: duplicateOf, documents } = recalled.behind;
    return report(path, 'duplicate', { duplicateOf, documents, reasons: [recalled.reason] });
  }
  const back = reportPlaced(path, recalled.read, recalled.placed);
  return { ...back, reasons: [recalled.reason, ...back.reasons] };
};
