import { findBodies } from '../extractors/bodies/index.js';
import { findReferences } from '../extractors/references/index.js';
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

/** Somebody is named who has to do something: a part of a paper, without its head. */
const givesWork = ({ directives }: Document): boolean =>
  directives.some(({ assignments }) => assignments.some(({ bodies }) => bodies.length > 0));

/** Notes on the text itself: it could not be read, or holds many damaged words. */
const DAMAGE = /^(?:repair|extract)\//u;
/** The note that words of a page are in doubt. */
const DOUBTS = /^repair\/doubtful/u;
/** A note on a number that is missing in a series. */
const GAP = /^outline\/.*gap$/u;

/** Letters beyond ASCII among all: source code and logs have hardly any, a damaged Vietnamese text has many. */
const MOST_FOREIGN = 0.02;

const isForeign = (text: string): boolean =>
  (text.match(/[^\p{ASCII}\s]/gu)?.length ?? 0) <= MOST_FOREIGN * text.length;

/** Somebody is named who may have to do something. */
const mayGiveWork = ({ document }: Document): boolean => document.unclaimed.length > 0;

/** A numbering that begins in its middle ("e)", "II-"): what stood before it lies elsewhere. */
const beginsInside = ({ document }: Document): boolean => document.notes.some(({ rule }) => GAP.test(rule));

/** Whether a text names a body or an office ("Ban Thường vụ Huyện ủy", not "các hộ"), or cites a paper by its number. */
const namesBodyOrPaper = (text: string): boolean =>
  findBodies(text, { issuedOn: null }).some(({ form, branch }) => form !== 'group' || branch !== null) ||
  findReferences(text, { issuedOn: null }).some(({ number }) => number !== null);

/**
 * Whether a text that was read may be an official paper: source code, a log, a shopping list, a table of figures is none.
 * Only of typed texts, Word files among them: whoever scanned a sheet took it for a paper. In doubt it is one, and goes to review as any other;
 * so is a damaged text, whose head may be what is damaged.
 */
export const mayBePaper = ({ repaired, documents }: FileRead): boolean => {
  if (repaired.pages.some(({ origin }) => origin !== 'plain')) return true;
  if (documents.some((one) => hasFrame(one) || givesWork(one))) return true;
  // "Mai con đi làm" may be taken for "còn": one word in doubt damages no head.
  const isOneWord = repaired.doubtfulWords.length === 1;
  const isDamaged = documents.some(({ document }) =>
    document.notes.some(
      ({ rule, level }) => level !== 'info' && DAMAGE.test(rule) && !(isOneWord && DOUBTS.test(rule)),
    ),
  );
  if (isDamaged && !isForeign(repaired.rawText)) return true;
  // A middle page, an appendix, a roster: parts of a paper that have neither head nor tasks, but name who it is about.
  // Asked of the repaired text: a paper typed without accents has got them back there.
  if (isForeign(repaired.text)) return false;
  return documents.some((one) => mayGiveWork(one) || beginsInside(one)) || namesBodyOrPaper(repaired.text);
};
