import { foldChars } from '../../language/writing/unicode.js';
import { bearsRecipientsTitle } from '../../pipeline/outline/tail.js';
import type { Span } from '../../schemas/span.js';
import type { Line, OutlinedDocument, RepairedDocument } from '../../schemas/stages.js';

const spansOf = (lines: readonly Line[]): readonly Span[] => lines.map((line) => line.span);

/** From the first to the last cell of an annex's rows: titles of columns and cells of other columns lie between them. */
const spanOfRows = ({ annexRows }: OutlinedDocument): readonly Span[] => {
  const sources = annexRows.flatMap((row) => row.task.pieces.map((piece) => piece.source));
  if (sources.length === 0) return [];
  return [{ start: Math.min(...sources.map((s) => s.start)), end: Math.max(...sources.map((s) => s.end)) }];
};

/** Every place that the outline put somewhere, in order. */
const listClaims = (document: OutlinedDocument): readonly Span[] =>
  [
    ...spansOf(document.head),
    ...document.stamps.flatMap(spansOf),
    ...document.blocks.flatMap((block) => block.content.pieces.map((piece) => piece.source)),
    ...spansOf(document.recipients),
    ...spansOf(document.signature),
    ...spansOf(document.footnotes),
    ...spansOf(document.furniture),
    ...spanOfRows(document),
  ].toSorted((a, b) => a.start - b.start);

/** The text of a document between its title and its signature. */
export const spanOfBody = (document: OutlinedDocument): Span => {
  const start = Math.max(document.span.start, ...spansOf(document.head).map((span) => span.end));
  const tail = [...spansOf(document.recipients), ...spansOf(document.signature)].map((span) => span.start);
  return { start, end: Math.max(start, Math.min(document.span.end, ...tail.filter((at) => at >= start))) };
};

/** Words of two letters and more: what has none is a rule or a speck. */
const HAS_WORD = /\p{L}{2}/u;

/** Printed lines between title and signature that no part of the outline holds; by rights there are none. — dòng bị sót */
export const findLostLines = (document: OutlinedDocument, { text, pages }: RepairedDocument): readonly Line[] => {
  const { start, end } = spanOfBody(document);
  const claims = listClaims(document);
  const lost: Line[] = [];
  let at = 0;
  for (let from = start; from < end; ) {
    const stop = text.slice(from, end).search(/[\n\f]/u);
    const to = stop < 0 ? end : from + stop;
    while ((claims[at]?.end ?? Number.POSITIVE_INFINITY) <= from) at += 1;
    const isClaimed = (claims[at]?.start ?? Number.POSITIVE_INFINITY) < to;
    const line = text.slice(from, to);
    if (!isClaimed && HAS_WORD.test(line) && !bearsRecipientsTitle(foldChars(line))) {
      const page = pages.findLast((one) => one.span.start <= from)?.number ?? 1;
      lost.push({ text: line.trim(), span: { start: from, end: to }, page });
    }
    from = to + 1;
  }
  return lost;
};
