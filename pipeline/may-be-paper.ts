import type { FileRead } from './run-document.js';

type Document = FileRead['documents'][number];

/** A head, a signature or recipients: what every official paper has (Nghị định 30/2020, Hướng dẫn 36-HD/VPTW) and a note has not. */
const hasFrame = ({ document: d }: Document): boolean =>
  [d.type, d.number, d.issuer, d.issuedOn, d.subject, d.signer.name, d.signer.position, d.signer.authority].some(
    (field) => field !== null,
  ) ||
  d.recipients.length > 0 ||
  d.numberParts != null ||
  d.issuedOnParts != null;

/** Somebody is named who has to do something, or may have: a part of a paper, without its head. */
const givesWork = ({ document, directives }: Document): boolean =>
  document.unclaimed.length > 0 ||
  directives.some(({ assignments }) => assignments.some(({ bodies }) => bodies.length > 0));

/** Letters beyond ASCII among all: source code and logs have hardly any, a damaged Vietnamese text has many. */
const MOST_FOREIGN = 0.02;

const isForeign = (text: string): boolean =>
  (text.match(/[^\p{ASCII}\s]/gu)?.length ?? 0) <= MOST_FOREIGN * text.length;

/**
 * Whether a text that was read may be an official paper: source code, a log, a shopping list, a table of figures is none.
 * Only of typed texts, Word files among them: whoever scanned a sheet took it for a paper. In doubt it is one, and goes to review as any other;
 * so is a damaged text, whose head may be what is damaged.
 */
export const mayBePaper = ({ repaired, documents }: FileRead): boolean => {
  if (repaired.pages.some(({ origin }) => origin !== 'plain')) return true;
  if (documents.some((one) => hasFrame(one) || givesWork(one))) return true;
  const isDamaged = documents.some(({ document }) =>
    document.notes.some(({ rule }) => rule === 'repair/unreadable-text' || rule === 'extract/damaged-text'),
  );
  return isDamaged && !isForeign(repaired.rawText);
};
