import { ORGANS } from '../../language/lexicon/bodies/party.js';
import { readNumberParts } from '../../language/printed/document-number.js';
import type { ExportedDocument } from '../../schemas/export.js';

/** Several documents of one file end in their ordinal: "3924c765e05f675b-2". */
const partOf = (id: string): string => /-\d+$/u.exec(id)?.[0] ?? '';

/** So much of a document's id parts it from every other: a few hundred thousand papers share no beginning of this length. */
const ID_LETTERS = 8;
const SEPARATOR = '·';

/** How the tasks of a document are called, but for the ordinal of each. — mã nhiệm vụ */
export interface TaskCode {
  /** kind · meeting · number, as far as the document gives them: `KL-BTV·HN39·671`. */
  readonly code: string;
  /** Beginning of the document's id, by which it is told where the code does not tell it. */
  readonly ownId: string;
  /** True when the code holds a number; without one it is no document's alone. */
  readonly hasNumber: boolean;
}

/** What the header of a document makes of the codes of its tasks. */
export const readTaskCode = (document: ExportedDocument['document']): TaskCode => {
  const parts = readNumberParts(document.number ?? '');
  const symbol = parts?.body == null ? undefined : parts;
  const issuer = (document.issuer ?? '').toLowerCase();
  const author = ORGANS.find(({ name }) => issuer.includes(name.toLowerCase()))?.code ?? symbol?.body;
  const kind = [symbol?.type, author].filter((part) => part != null).join('-');
  const meeting = document.meetingNumber === null ? '' : `HN${document.meetingNumber}`;
  const number = symbol?.counter ?? document.number ?? '';
  return {
    code: [kind, meeting, number].filter((part) => part !== '').join(SEPARATOR),
    ownId: document.id.slice(0, ID_LETTERS) + partOf(document.id),
    hasNumber: number !== '',
  };
};

/**
 * Code of a task in the clerks' tracker: kind · meeting · number · ordinal in the document. Parts that the document does
 * not give are left out; one without a number, or with the code of an earlier one (`repeatsCode`), is told by its id, so that
 * no two tasks share a code. The view task_states says the same in SQL. `KL-BTV·HN39·671·04` — mã nhiệm vụ
 */
export const makeTaskCode = (document: ExportedDocument['document'], ordinal: number, repeatsCode: boolean): string => {
  const { code, ownId, hasNumber } = readTaskCode(document);
  const id = hasNumber && !repeatsCode ? '' : ownId;
  return [code, id, String(ordinal).padStart(2, '0')].filter((part) => part !== '').join(SEPARATOR);
};

/**
 * Ordinals of the items of a document in their codes, by id: those that were read keep their place in the reading, whatever
 * people split, joined or added; what people made follows behind, in the order of the document.
 */
export const numberItems = (
  reading: Pick<ExportedDocument, 'directives'>,
  corrected: Pick<ExportedDocument, 'directives'>,
): ReadonlyMap<string, number> => {
  const ordinals = new Map(reading.directives.map(({ id }, i) => [id, i + 1]));
  for (const { id } of corrected.directives) if (!ordinals.has(id)) ordinals.set(id, ordinals.size + 1);
  return ordinals;
};
