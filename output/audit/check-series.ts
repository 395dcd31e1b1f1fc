import { formatDay } from '../../language/calendar/civil-date.js';
import { readNumberParts } from '../../language/printed/document-number.js';
import { fold } from '../../language/writing/unicode.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Finding } from './finding.js';
import { cutTerms, findGap, groupSeries } from './terms.js';

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

const toFinding = (on: NumberedDocument, rule: Finding['rule'], vi: string, en: string): Finding => ({
  rule,
  message: { vi, en },
  documentId: on.id,
  documentNumber: on.number,
  path: on.path,
});

const findGaps = (term: readonly NumberedDocument[]): Finding[] => {
  const gap = findGap(term);
  const latest = term.at(-1);
  if (gap === undefined || latest === undefined) return [];
  const { first, last, missing } = gap;
  const symbol = latest.number.replace(/^\s*\d+/u, '');
  return [
    toFinding(
      latest,
      'number-gap',
      `Dãy số …${symbol} từ ${first} đến ${last} thiếu số ${missing}`,
      `The series …${symbol} from ${first} to ${last} lacks ${missing}`,
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
          `Số ${document.number} đã có ở ${first.path} (ngày ${formatDay(first.issuedOn)})`,
          `The number ${document.number} is also that of ${first.path} (${first.issuedOn})`,
        ),
      );
  }
  return findings;
};

/** Numbers that are missing or used twice in the series of each body, type and term. */
export const checkSeries = (documents: Iterable<NumberedDocument>): Finding[] =>
  groupSeries(documents).flatMap((members) =>
    cutTerms(members, members[0]?.yearly === true).flatMap((term) => [...findGaps(term), ...findRepeats(term)]),
  );
