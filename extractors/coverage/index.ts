import { readTitleType } from '../../language/lexicon/title-types.js';
import { ADDRESSEES_START } from '../../language/printed/addressees.js';
import { splitSentences } from '../../language/writing/clauses.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { IsoDate } from '../../schemas/span.js';
import type { Block, Line, OutlinedDocument, RepairedDocument } from '../../schemas/stages.js';
import type { Unclaimed } from '../../schemas/unclaimed.js';
import type { VerdictRule } from '../../schemas/verdict-rules.js';
import { readDeadlines } from '../deadlines/lend-year.js';
import { type Keeping, type ReadDeadlines, readEvidence } from './evidence.js';
import { findLostLines, spanOfBody } from './lost-lines.js';

/** The days of a document, by which the times in its passages are read. */
export interface CoverageContext {
  readonly issuedOn: IsoDate | null;
  readonly heldOn: IsoDate | null;
}

/** A passage with the place where it begins, by which all are put in order. */
interface Placed extends Unclaimed {
  readonly at: number;
}

/** What the outline's verdict says of how a block is kept. What it only takes for told keeps nothing. */
const KEEPINGS: Partial<Readonly<Record<VerdictRule, Keeping>>> = {
  'judge/closing': 'closing',
  'judge/opening': 'opening',
  'judge/tells-past': 'loose',
  'judge/tells-only': 'loose',
};

const keepingOf = ({ why }: Block): Keeping => KEEPINGS[why] ?? 'kept';

/** The sentences of a text that say something to somebody; neighbours of one kind are one passage. */
const readPassages = (
  text: string,
  keeping: Keeping,
  find: ReadDeadlines,
): readonly Pick<Unclaimed, 'text' | 'why'>[] => {
  const passages: { text: string; why: Unclaimed['why'] }[] = [];
  let last: { text: string; why: Unclaimed['why'] } | undefined;
  for (const sentence of splitSentences(text)) {
    const why = readEvidence(sentence, keeping, find);
    if (why !== undefined && why === last?.why) last.text += sentence;
    else if (why === undefined) last = undefined;
    else {
      last = { text: sentence, why };
      passages.push(last);
    }
  }
  return passages.map((passage) => ({ ...passage, text: passage.text.trim() }));
};

/** Titles and grounds are what they are; what only leads over is heard again in its items. */
const NEVER: ReadonlySet<VerdictRule> = new Set(['judge/ground', 'judge/addressees', 'judge/heading']);

/** A text without the clause that ends it in a colon: whom it addresses is heard again in the directives below. */
const withoutAnnouncement = (text: string): string => {
  const last = splitSentences(text).at(-1) ?? '';
  return /:[”"’'\s.]*$/u.test(last) ? text.slice(0, text.length - last.length) : text;
};

/** @param leads whether directives follow, which a colon leads over to */
const readBlock = (block: Block, leads: boolean, find: ReadDeadlines): readonly Placed[] => {
  if (block.isDirective || NEVER.has(block.why)) return [];
  const at = block.content.pieces[0]?.source.start ?? 0;
  const text = leads ? withoutAnnouncement(block.content.text) : block.content.text;
  return readPassages(text, keepingOf(block), find).map((one) => ({ ...one, page: block.page, at }));
};

/** Below these lines a header holds nothing but an abstract and addressees. */
const isBelowHeader = (line: Line): boolean =>
  readTitleType(line.text) !== undefined || ADDRESSEES_START.test(foldChars(line.text));

/**
 * Orders among the lines that were taken for title, abstract or addressees: where no rule told that the text begins, what
 * stands there would be lost. An abstract is one sentence; what follows it, or bears a number, is text.
 */
const readHead = ({ head }: OutlinedDocument, find: ReadDeadlines): readonly Placed[] => {
  const from = head.findIndex(isBelowHeader);
  if (from < 0) return [];
  const lines = head.slice(from);
  const [first] = lines;
  if (first === undefined) return [];
  const [, ...behind] = splitSentences(lines.map((line) => line.text).join(' '));
  const text = behind.join('').trim();
  const at = first.span.start;
  return readPassages(text, 'opening', find).map((one) => ({ ...one, page: first.page, at }));
};

/**
 * What was printed between title and signature, looks like a task, and became none: a sentence of an opening or an
 * assessment that orders somebody, a paragraph that was taken for told and names a time, a line that no part of the
 * outline holds. In reading order; empty for nearly every paper. — đoạn chưa được nhận
 */
export const findUnclaimed = (
  document: OutlinedDocument,
  repaired: RepairedDocument,
  { issuedOn, heldOn }: CoverageContext,
): readonly Unclaimed[] => {
  // What was due before the paper was issued is told, not asked.
  const find: ReadDeadlines = (text) =>
    readDeadlines(text, { issuedOn, heldOn }).filter(({ due }) => due === null || issuedOn === null || due > issuedOn);
  const { start, end } = spanOfBody(document);
  const lastTask = document.blocks.findLast((block) => block.isDirective)?.index ?? -1;
  const lost = findLostLines(document, repaired).map((line) => ({ line, keeping: 'loose' as const }));
  const cut = [
    ...document.furniture.filter(({ span }) => span.start >= start && span.end <= end),
    ...document.recipients,
    ...document.signature,
  ].map((line) => ({ line, keeping: 'closing' as const }));
  const head = readHead(document, find);
  const placed = [
    ...head,
    ...document.blocks.flatMap((block) => readBlock(block, block.index < lastTask, find)),
    ...[...lost, ...cut].flatMap(({ line, keeping }) =>
      readPassages(line.text, keeping, find).map((one) => ({ ...one, page: line.page, at: line.span.start })),
    ),
  ];
  return placed.toSorted((a, b) => a.at - b.at).map(({ at: _at, ...passage }) => passage);
};
