import { ORGANS } from '../../language/lexicon/bodies/party.js';
import { readNumberParts } from '../../language/printed/document-number.js';
import type { ExportedDocument } from '../../schemas/export.js';

/** Several documents of one file end in their ordinal: "3924c765e05f675b-2". */
const partOf = (id: string): string => /-\d+$/u.exec(id)?.[0] ?? '';

/** So much of a document's id parts it from every other: a few hundred thousand papers share no beginning of this length. */
const ID_LETTERS = 8;

/**
 * Code of a task in the clerks' tracker: kind · meeting · number · ordinal in the document. Parts that the document does
 * not give are left out; one without a number, or with that of an earlier one (`repeatsNumber`), is told by its id, so that
 * no two tasks share a code. `KL-BTV·HN39·671·04` — mã nhiệm vụ
 */
export const makeTaskCode = (
  document: ExportedDocument['document'],
  ordinal: number,
  repeatsNumber: boolean,
): string => {
  const parts = readNumberParts(document.number ?? '');
  const symbol = parts?.body == null ? undefined : parts;
  const issuer = (document.issuer ?? '').toLowerCase();
  const author = ORGANS.find(({ name }) => issuer.includes(name.toLowerCase()))?.code ?? symbol?.body;
  const kind = [symbol?.type, author].filter((part) => part != null).join('-');
  const meeting = document.meetingNumber === null ? '' : `HN${document.meetingNumber}`;
  const number = symbol?.counter ?? document.number ?? '';
  const id = number === '' || repeatsNumber ? document.id.slice(0, ID_LETTERS) + partOf(document.id) : '';
  return [kind, meeting, number, id, String(ordinal).padStart(2, '0')].filter((part) => part !== '').join('·');
};
