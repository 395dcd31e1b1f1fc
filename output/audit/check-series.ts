import { readNumberParts } from '../../language/printed/document-number.js';
import { fold } from '../../language/writing/unicode.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Finding } from './finding.js';

/** What the checks of number series need to keep of each document: a hundred thousand stand in memory. */
export interface NumberedDocument {
  readonly id: string;
  readonly path: string;
  readonly number: string;
  readonly counter: number;
  /** Issuer, type and body of the symbol, folded: whose counter this is. */
  readonly series: string;
  readonly issuedOn: string;
  /** State bodies count anew each year, committees of the Party each term. */
  readonly yearly: boolean;
}

/** Reads what a document's number says of its series; undefined without a number or a day. */
export const readNumbered = ({ document }: ExportedDocument): NumberedDocument | undefined => {
  const { number, issuedOn } = document;
  if (number === null || issuedOn === null) return undefined;
  const parts = readNumberParts(number);
  if (parts === undefined) return undefined;
  return {
    id: document.id,
    path: document.source.path,
    number,
    counter: Number(parts.counter),
    // A standing committee and its committee share one counter and one symbol; the place keeps provinces apart.
    series: [fold(parts.symbol.replace(/\s+/gu, '')), fold(document.place ?? '')].join(' · '),
    issuedOn,
    yearly: parts.branch === 'state',
  };
};

/**
 * Cuts one series, sorted by day, into terms: for State bodies each year; for the Party where the counter falls to less
 * than half of what it had reached, which only a new term explains.
 */
const cutTerms = (series: readonly NumberedDocument[]): NumberedDocument[][] => {
  const terms: NumberedDocument[][] = [];
  let highest = 0;
  let year = '';
  for (const document of series) {
    const isNew = document.yearly
      ? document.issuedOn.slice(0, 4) !== year
      : document.counter * 2 < highest && document.counter + 5 < highest;
    const term = terms.at(-1);
    if (term === undefined || isNew) {
      terms.push([document]);
      highest = document.counter;
    } else {
      term.push(document);
      highest = Math.max(highest, document.counter);
    }
    year = document.issuedOn.slice(0, 4);
  }
  return terms;
};

/** `[3, 4, 5, 9]` as "3–5, 9". */
const formatRanges = (numbers: readonly number[]): string => {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
};

const toFinding = (on: NumberedDocument, rule: Finding['rule'], vi: string, en: string): Finding => ({
  rule,
  message: { vi, en },
  documentId: on.id,
  documentNumber: on.number,
  path: on.path,
});

/** Fewer documents than this, or more missing than there are, say nothing about a gap: the archive holds a selection. */
const MIN_DOCUMENTS = 3;

const findGaps = (term: readonly NumberedDocument[]): Finding[] => {
  const counters = [...new Set(term.map((document) => document.counter))].sort((a, b) => a - b);
  const [first] = counters;
  const last = counters.at(-1);
  const latest = term.at(-1);
  if (first === undefined || last === undefined || latest === undefined || counters.length < MIN_DOCUMENTS) return [];
  const there = new Set(counters);
  if (last - first + 1 > counters.length * 2) return [];
  const missing = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((n) => !there.has(n));
  if (missing.length === 0) return [];
  const symbol = latest.number.replace(/^\s*\d+/u, '');
  const ranges = formatRanges(missing);
  return [
    toFinding(
      latest,
      'number-gap',
      `Dãy số …${symbol} từ ${first} đến ${last} thiếu số ${ranges}`,
      `The series …${symbol} from ${first} to ${last} lacks ${ranges}`,
    ),
  ];
};

const findRepeats = (term: readonly NumberedDocument[]): Finding[] => {
  const seen = new Map<number, NumberedDocument>();
  const findings: Finding[] = [];
  for (const document of term) {
    const first = seen.get(document.counter);
    if (first === undefined) seen.set(document.counter, document);
    else
      findings.push(
        toFinding(
          document,
          'number-twice',
          `Số ${document.number} đã có ở ${first.path} (ngày ${first.issuedOn})`,
          `The number ${document.number} is also that of ${first.path} (${first.issuedOn})`,
        ),
      );
  }
  return findings;
};

/** Numbers that are missing or used twice in the series of each body, type and term. */
export const checkSeries = (documents: Iterable<NumberedDocument>): Finding[] => {
  const series = new Map<string, NumberedDocument[]>();
  for (const document of documents) {
    const members = series.get(document.series) ?? [];
    members.push(document);
    series.set(document.series, members);
  }
  return [...series.values()].flatMap((members) => {
    members.sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : a.counter - b.counter));
    return cutTerms(members).flatMap((term) => [...findGaps(term), ...findRepeats(term)]);
  });
};
