import { ORGANS } from '../../language/lexicon/bodies/party.js';
import type { ExportedDocument } from '../../schemas/export.js';

/** 301-KL/TU → KL and TU; 15/QĐ-UBND, 15/2025/QĐ-UBND → QĐ and UBND. */
const SYMBOL = /^\s*(?<number>\d+)(?:\s*\/\s*\d{4})?\s*[-–/]\s*(?<type>\p{L}+)\s*[-–/]\s*(?<body>.+?)\s*$/u;

/**
 * Code of a task in the clerks' tracker: kind · meeting · number · ordinal in the document. Parts that the document does
 * not give are left out. `KL-BTV·HN39·671·04`
 */
export const makeTaskCode = (document: ExportedDocument['document'], ordinal: number): string => {
  const symbol = SYMBOL.exec(document.number ?? '')?.groups;
  const issuer = (document.issuer ?? '').toLowerCase();
  const author = ORGANS.find(({ name }) => issuer.includes(name.toLowerCase()))?.code ?? symbol?.body;
  const kind = [symbol?.type, author].filter((part) => part !== undefined).join('-');
  const meeting = document.meetingNumber === null ? '' : `HN${document.meetingNumber}`;
  const number = symbol?.number ?? document.number ?? '';
  return [kind, meeting, number, String(ordinal).padStart(2, '0')].filter((part) => part !== '').join('·');
};
