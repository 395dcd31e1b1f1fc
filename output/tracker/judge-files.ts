import type { ExportedDocument } from '../../schemas/export.js';
import { findFirstDeadline } from './first-deadline.js';
import { differ, makePrint, measureLikeness, type PaperPrint } from './same-paper.js';

/** A file with its documents, as people corrected them. */
export interface HeldPapers {
  readonly documents: readonly ExportedDocument[];
}

/** Of one number, in one place: what is left of a text that was rewritten. */
const LIKE_REWRITTEN = 0.3;
/** Without a number on both sides the text alone speaks: most of it must have stayed. */
const LIKE_UNNUMBERED = 0.6;
/** A bad scan is like its Word file by .5 and more. */
const LIKE_COPY = 0.5;
/** A better reading with clearly fewer tasks is an excerpt, or lost something. */
const LEAST_TASKS = 0.8;

interface Pair {
  readonly one: ExportedDocument;
  readonly other: ExportedDocument;
  readonly likeness: number | null;
  readonly prints: readonly [PaperPrint | undefined, PaperPrint | undefined];
}

const pairOf = (one: ExportedDocument, other: ExportedDocument): Pair => {
  const prints = [makePrint(one), makePrint(other)] as const;
  const [a, b] = prints;
  return { one, other, prints, likeness: a === undefined || b === undefined ? null : measureLikeness(a, b) };
};

const squeeze = (number: string | null): string | null => number?.replace(/\s+/gu, '').toLowerCase() ?? null;

/** The number of a paper to compare: its counter and symbol where they can be told apart. */
const numberOf = (record: ExportedDocument, print: PaperPrint | undefined): string | null =>
  print?.numberKey ?? squeeze(record.document.number);

const isRevision = ({ one, other, prints, likeness }: Pair): boolean => {
  const [number, otherNumber] = [numberOf(one, prints[0]), numberOf(other, prints[1])];
  const isNumbered = number !== null && number === otherNumber;
  const [a, b] = [one.document, other.document];
  if (differ(number, otherNumber) || differ(prints[0]?.issuer ?? null, prints[1]?.issuer ?? null)) return false;
  if (isNumbered) return likeness === null ? a.issuedOn === b.issuedOn : likeness >= LIKE_REWRITTEN;
  return !differ(a.issuedOn, b.issuedOn) && likeness !== null && likeness >= LIKE_UNNUMBERED;
};

/** Each of `some` with one of `others` of its own; undefined when one finds none. */
const matchAll = (
  some: readonly ExportedDocument[],
  others: readonly ExportedDocument[],
  fits: (pair: Pair) => boolean,
): readonly Pair[] | undefined => {
  const left = new Set(others);
  const pairs: Pair[] = [];
  for (const one of some) {
    const found = [...left].map((other) => pairOf(one, other)).find(fits);
    if (found === undefined) return undefined;
    left.delete(found.other);
    pairs.push(found);
  }
  return pairs;
};

/**
 * True when what came to the path of a file is a new version of it: each of its papers is there again, with the same number
 * and a text that has something of it (or, for a text too short to be known again, the same day), or without a number and
 * with most of its text; neither number nor issuer may differ. Scanners give every paper the same name. — phiên bản mới
 */
export const isNewVersion = (old: HeldPapers, now: HeldPapers): boolean =>
  old.documents.length > 0 && matchAll(old.documents, now.documents, isRevision) !== undefined;

const isCopyPair = ({ one, other, prints, likeness }: Pair): boolean => {
  const [a, b] = prints;
  if (a === undefined || b === undefined || likeness === null || likeness < LIKE_COPY) return false;
  if (a.numberKey === null || a.numberKey !== b.numberKey || differ(a.issuer, b.issuer)) return false;
  return one.document.issuedOn !== null && one.document.issuedOn === other.document.issuedOn;
};

const ORIGINS = { plain: 2, 'text-layer': 2, repaired: 1, mixed: 1, ocr: 0 } as const;

const isSigned = ({ document }: ExportedDocument): boolean =>
  document.signatures.some(({ kind, pdf }) => kind === 'pdf' && pdf?.isIntact !== false);

/** How well a file shows its papers: text that no engine had to read, then a digital signature that holds, then the fuller header. */
const worthOf = ({ documents }: HeldPapers): readonly number[] => {
  const least = (values: readonly number[]): number => Math.min(...values);
  return [
    least(documents.map(({ document }) => ORIGINS[document.textOrigin])),
    least(documents.map((record) => Number(isSigned(record)))),
    least(
      documents.map(({ document: d }) => [d.issuer, d.subject, d.signer.name].filter((field) => field !== null).length),
    ),
  ];
};

const countTasks = ({ documents }: HeldPapers): number =>
  documents.reduce((sum, { directives }) => sum + directives.filter(({ kind }) => kind === 'task').length, 0);

/** The days of the tasks of a file, in order: two good readings of one paper have the same. */
const listDues = ({ documents }: HeldPapers): string =>
  documents
    .flatMap(({ directives }) => directives.filter(({ kind }) => kind === 'task'))
    .map((directive) => findFirstDeadline(directive)?.due ?? 'none')
    .sort()
    .join();

/** What two files are to each other: `first`: one paper, and the first counts; `second`; `perhaps` one paper; or `none`. */
export type Kinship = 'first' | 'second' | 'perhaps' | 'none';

/** Of one kind, and read in one way: what differs between two such files is no matter of reading. */
const isSameMake = (first: HeldPapers, second: HeldPapers): boolean => {
  const makeOf = ({ documents }: HeldPapers): string =>
    documents.map(({ document: d }) => `${d.source.mediaType} ${d.textOrigin === 'ocr'}`).join();
  return makeOf(first) === makeOf(second);
};

/**
 * Judges whether two files hold the same papers, and which counts. Sure is what has the same number and day, no other issuer,
 * and a text that is alike by half. Of equal worth the first stays. Where the one that would count has clearly fewer tasks, or
 * two equally good readings give other days, a person must look. Two files of one make (two typed texts, two scans in PDF)
 * may be two drafts: neither is taken for the other's copy, the audit tells of them. — bản trùng của một văn bản
 */
export const judgeCopies = (first: HeldPapers, second: HeldPapers): Kinship => {
  if (first.documents.length === 0 || isSameMake(first, second)) return 'none';
  if (matchAll(first.documents, second.documents, isCopyPair) === undefined) return 'none';
  if (first.documents.length !== second.documents.length) return 'perhaps';
  const [one, other] = [worthOf(first), worthOf(second)];
  const at = one.findIndex((value, i) => value !== other[i]);
  const isSecond = at >= 0 && (other[at] ?? 0) > (one[at] ?? 0);
  const [counted, copy] = isSecond ? [second, first] : [first, second];
  if (countTasks(counted) < LEAST_TASKS * countTasks(copy)) return 'perhaps';
  // The first figure is how the text was come by: where it is the same, neither can be said to have misread.
  if (one[0] === other[0] && listDues(first) !== listDues(second)) return 'perhaps';
  return isSecond ? 'second' : 'first';
};

/** The document of a file that is the same paper as one of another file; undefined when it cannot be told. */
export const findCounterpart = (
  one: ExportedDocument,
  others: readonly ExportedDocument[],
): ExportedDocument | undefined => {
  const pairs = others.map((other) => pairOf(one, other));
  return (pairs.find(isCopyPair) ?? pairs.find(isRevision) ?? (pairs.length === 1 ? pairs[0] : undefined))?.other;
};
