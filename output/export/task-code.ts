import { readNumberParts } from '../../language/printed/document-number.js';
import type { ExportedDocument } from '../../schemas/export.js';

/** Authors as codes name them; the first that the issuer's name contains counts. */
const AUTHORS: readonly (readonly [string, string])[] = [
  ['ban thường vụ', 'BTV'],
  ['ban chấp hành', 'BCH'],
  ['bộ chính trị', 'BCT'],
  ['ban bí thư', 'BBT'],
  ['thường trực', 'TT'],
];

/**
 * Code of a task in the clerks' tracker: kind · meeting · number · ordinal in the document. Parts that the document does
 * not give are left out. `KL-BTV·HN39·671·04`
 */
export const makeTaskCode = (document: ExportedDocument['document'], ordinal: number): string => {
  const parts = readNumberParts(document.number ?? '');
  const symbol = parts?.body == null ? undefined : parts;
  const issuer = (document.issuer ?? '').toLowerCase();
  const author = AUTHORS.find(([name]) => issuer.includes(name))?.[1] ?? symbol?.body;
  const kind = [symbol?.type, author].filter((part) => part != null).join('-');
  const meeting = document.meetingNumber === null ? '' : `HN${document.meetingNumber}`;
  const number = symbol?.counter ?? document.number ?? '';
  return [kind, meeting, number, String(ordinal).padStart(2, '0')].filter((part) => part !== '').join('·');
};
