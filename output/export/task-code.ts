import { ORGANS } from '../../language/lexicon/bodies/party.js';
import { readNumberParts } from '../../language/printed/document-number.js';
import type { ExportedDocument } from '../../schemas/export.js';

/**
 * Code of a task in the clerks' tracker: kind · meeting · number · ordinal in the document. Parts that the document does
 * not give are left out. `KL-BTV·HN39·671·04`
 */
export const makeTaskCode = (document: ExportedDocument['document'], ordinal: number): string => {
  const parts = readNumberParts(document.number ?? '');
  const symbol = parts?.body == null ? undefined : parts;
  const issuer = (document.issuer ?? '').toLowerCase();
  const author = ORGANS.find(({ name }) => issuer.includes(name.toLowerCase()))?.code ?? symbol?.body;
  const kind = [symbol?.type, author].filter((part) => part != null).join('-');
  const meeting = document.meetingNumber === null ? '' : `HN${document.meetingNumber}`;
  const number = symbol?.counter ?? document.number ?? '';
  return [kind, meeting, number, String(ordinal).padStart(2, '0')].filter((part) => part !== '').join('·');
};
