import type { FileSignature } from '../../schemas/file-signature.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { PageSource } from '../../schemas/stages.js';
import type { PdfSignatures } from '../engines/pdf/pdf-signatures.js';

/** Puts the words of signature fields beside the text of their pages: a mark of secrecy may stand there as well. */
export const addAside = (pages: readonly PageSource[], { aside }: PdfSignatures): readonly PageSource[] =>
  pages.map((page, index) => {
    // A page that the file does not have is the first: a mark must be asked somewhere.
    const own = aside.filter((one) => one.page === page.number || (index === 0 && one.page > pages.length));
    return own.length === 0 ? page : { ...page, aside: [...(page.aside ?? []), ...own.map(({ text }) => text)] };
  });

const nameOf = ({ by }: FileSignature, index: number): string => by ?? `${index + 1}`;

/** What a person should know of the signatures of a file before it is relied upon. */
export const noteSignatures = ({ signatures, unread, bytesAfterLast }: PdfSignatures): readonly Note[] => {
  const notes: Note[] = [];
  for (const [index, signature] of signatures.entries()) {
    const actual = nameOf(signature, index);
    if (signature.isIntact === false) notes.push(makeNote('paginate/signature-changed', { actual }));
    else if (!signature.coversAll) notes.push(makeNote('paginate/signature-partial', { actual }));
    else if (signature.isIntact === null) notes.push(makeNote('paginate/signature-unchecked', { actual }));
  }
  if (unread > 0) notes.push(makeNote('paginate/signature-unread', { actual: String(unread) }));
  if (bytesAfterLast > 0) notes.push(makeNote('paginate/signature-bytes-added', { actual: String(bytesAfterLast) }));
  return notes;
};
