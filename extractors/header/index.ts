import { ADDRESSEES_START } from '../../language/printed/addressees.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { DocumentHeader } from '../../schemas/export.js';
import type { FileSignature } from '../../schemas/file-signature.js';
import type { SignaturePanel, Urgency } from '../../schemas/header-zones.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { Line, OutlinedDocument } from '../../schemas/stages.js';
import { isIssuerMended, organOf, readIssuer, readSignedOrgan } from './issuer.js';
import { readSignedAt, readUrgency } from './marks.js';
import { readMeeting } from './meeting.js';
import { mergeSignatures } from './merge-signatures.js';
import { noteMissing } from './missing-fields.js';
import { findOwnNumber, type OwnNumber, readOwnNumber } from './own-number.js';
import { type PlaceAndDate, readPlaceAndDate } from './place-and-date.js';
import { readRecipients } from './recipients.js';
import { readSigner } from './signature.js';
import { readPanels, readSignatures } from './signatures.js';
import { readReceived } from './stamps.js';
import { suggestIssueDay } from './suggest-day.js';
import { readTitle } from './title.js';

// The opening is short; a meeting is told of in its first paragraphs or not at all.
const OPENING_BLOCKS = 3;

const readOpening = (document: OutlinedDocument): string =>
  document.blocks
    .slice(0, OPENING_BLOCKS)
    .filter((block) => block.enumerator === null && (!block.isDirective || block.kind === 'lead-in'))
    .map((block) => block.content.text)
    .join('\n');

/** The issuer stands above number and title; a letter's addressees stand below. */
const endOfLeftBlock = (head: readonly Line[], title: number): number => {
  const number = head.findIndex((line) => readOwnNumber(line.text) !== undefined);
  const ends = [number, title, head.findIndex((line) => ADDRESSEES_START.test(foldChars(line.text)))];
  return Math.min(head.length, ...ends.filter((at) => at >= 0));
};

/** Stamps and panels that were read by themselves, and which pages were read off their picture. */
export interface HeaderMarks {
  readonly urgency: Urgency | undefined;
  readonly panels: readonly SignaturePanel[];
  readonly isPicture: (page: number) => boolean;
}
const NO_MARKS: HeaderMarks = { urgency: undefined, panels: [], isPicture: () => false };

const noteHeader = (
  header: DocumentHeader,
  number: OwnNumber | undefined,
  dated: PlaceAndDate | undefined,
): readonly Note[] => {
  const notes: Note[] = [];
  if (number?.blank || number?.unread) notes.push(makeNote('header/number-blank', {}));
  if (number?.damaged)
    notes.push(makeNote('header/number-mended', header.number === null ? {} : { actual: header.number }));
  if (dated?.isBlank) notes.push(makeNote('header/date-blank', {}));
  else if (dated !== undefined && dated.issuedOn === null) notes.push(makeNote('header/date-invalid', {}));
  const [titled, signed] = [organOf(header.issuer), readSignedOrgan(header.signer.authority)];
  if (titled !== undefined && signed !== undefined && titled !== signed)
    notes.push(
      makeNote('header/author-conflict', {
        ...(header.issuer === null ? {} : { expected: header.issuer }),
        ...(header.signer.authority === null ? {} : { actual: header.signer.authority }),
      }),
    );
  return notes;
};

/**
 * Reads the fields of a header, its signature, recipients and stamps from an outlined document. A field that the
 * document leaves blank is null; doubts and conflicts are notes. `dictionaries`: the signatures of its file that are its own;
 * `marks`: what stands on its page images.
 */
export const readHeader = (
  document: OutlinedDocument,
  dictionaries: readonly FileSignature[] = [],
  marks: HeaderMarks = NO_MARKS,
): { readonly header: DocumentHeader; readonly notes: readonly Note[] } => {
  const title = readTitle(document.head);
  const number = findOwnNumber(document.head, title.at);
  const dated = readPlaceAndDate(document.head, title.at);
  const signer = readSigner(document.signature);
  const opening = readOpening(document);
  const above = document.head.slice(0, endOfLeftBlock(document.head, title.at));
  const signatures = mergeSignatures(
    readSignatures(document.furniture, marks.isPicture),
    dictionaries,
    readPanels(marks.panels),
  );
  const suggested = dated?.issuedOn == null ? suggestIssueDay(signatures, dated?.parts) : undefined;
  const header: DocumentHeader = {
    type: title.type,
    number: number?.number ?? null,
    issuer: readIssuer(title.author, title.subject, opening, above, signer.authority),
    place: dated?.place ?? null,
    issuedOn: dated?.issuedOn ?? null,
    ...readMeeting(opening, `${title.author ?? ''} ${title.subject ?? ''}`),
    subject: title.subject,
    signer,
    recipients: readRecipients(document.recipients),
    received: document.stamps
      .map(readReceived)
      .filter((one) => one.number !== null || one.on !== null || one.by !== null),
    urgency: readUrgency(document.head, marks.urgency),
    signedAt: readSignedAt(document.furniture),
    signatures,
    ...(number?.parts === undefined ? {} : { numberParts: number.parts }),
    ...(dated?.parts === undefined ? {} : { issuedOnParts: dated.parts }),
    ...(suggested === undefined ? {} : { suggested }),
  };
  const missing = noteMissing(header, { number: number !== undefined, date: dated !== undefined });
  const mended = isIssuerMended(header.issuer, above)
    ? [makeNote('header/issuer-mended', { actual: header.issuer ?? '' })]
    : [];
  return { header, notes: [...noteHeader(header, number, dated), ...mended, ...missing] };
};
