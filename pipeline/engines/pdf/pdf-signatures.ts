import { toVietnameseTime } from '../../../language/calendar/signing-time.js';
import type { FileSignature } from '../../../schemas/file-signature.js';
import { checkCms, checkPlainSignature } from '../cms/check-cms.js';
import { tidyText } from '../cms/names.js';
import { type CmsSignature, readCertificateName, readCms } from '../cms/read-cms.js';
import {
  countByteRanges,
  listSignatureFields,
  SIGNATURES_AT_MOST,
  type SignatureField,
} from './pdf-signature-fields.js';
import { readPdfTime } from './pdf-time.js';
import { readSignedBytes, type SignedBytes } from './signed-bytes.js';

/** The signatures of a file, and what could not be read of them. */
export interface PdfSignatures {
  readonly signatures: readonly FileSignature[];
  /** Words of their fields by page, only asked for a secrecy mark: reason, place, contact, name. */
  readonly aside: readonly { readonly page: number; readonly text: string }[];
  /** Signatures that are not among them: they were too many, or the file cannot be read for its objects. */
  readonly unread: number;
  /** Bytes behind the last signature or time stamp; 0 without one. */
  readonly bytesAfterLast: number;
}

const NONE: PdfSignatures = { signatures: [], aside: [], unread: 0, bytesAfterLast: 0 };

const chooseTime = (cms: CmsSignature | undefined, modified: string): Pick<FileSignature, 'at' | 'timeFrom'> => {
  if (typeof cms?.stampedAt === 'number') return { at: toVietnameseTime(cms.stampedAt), timeFrom: 'stamp' };
  if (typeof cms?.signedAt === 'number') return { at: toVietnameseTime(cms.signedAt), timeFrom: 'signer' };
  const written = readPdfTime(modified);
  return { at: written, timeFrom: written === null ? null : 'file' };
};

const PLAIN = 'adbe.x509.rsa_sha1';

/** Whether the covered bytes are those that were signed; null where it cannot be told. */
const checkBytes = (
  bytes: SignedBytes | undefined,
  cms: CmsSignature | undefined,
  { subFilter, certificate }: SignatureField,
): boolean | null => {
  if (bytes === undefined) return null;
  if (cms !== undefined) return checkCms(cms, bytes.covered);
  return subFilter === PLAIN && certificate !== undefined && bytes.signature !== undefined
    ? checkPlainSignature(bytes.signature, certificate, bytes.covered)
    : null;
};

const readSignature = (file: Uint8Array, field: SignatureField): FileSignature => {
  const bytes = field.byteRange === undefined ? undefined : readSignedBytes(file, field.byteRange);
  const cms = bytes?.signature === undefined ? undefined : readCms(bytes.signature);
  const certified = field.certificate === undefined ? null : readCertificateName(field.certificate);
  return {
    by: cms?.signer ?? certified ?? tidyText(field.name),
    ...chooseTime(cms, field.modified),
    reason: tidyText(field.reason),
    place: tidyText(field.place),
    page: field.page,
    coversAll: bytes?.coversAll ?? false,
    isIntact: checkBytes(bytes, cms, field),
    bytesAfter: bytes?.bytesAfter ?? 0,
  };
};

const askedWords = ({ name, reason, place, contact, page }: SignatureField): PdfSignatures['aside'] =>
  [name, reason, place, contact].flatMap((text) =>
    text.trim() === '' ? [] : [{ page: page ?? 1, text: text.trim() }],
  );

const endOf = (file: Uint8Array, { byteRange }: SignatureField): number | undefined =>
  byteRange === undefined ? undefined : readSignedBytes(file, byteRange)?.bytesAfter;

/**
 * Reads the signatures of a PDF: who, when, why, and whether the bytes are still those that were signed. Nobody is asked
 * whether a certificate is to be trusted. Whatever is odd about a file costs its signatures, never its text. — chữ ký số
 */
export const readPdfSignatures = async (file: Uint8Array): Promise<PdfSignatures> => {
  const fields = await listSignatureFields(file);
  if (fields === undefined) return { ...NONE, unread: countByteRanges(file) };
  if (fields.length === 0) return NONE;
  const taken = fields.slice(0, SIGNATURES_AT_MOST);
  const signed = taken.filter(({ isTimeStamp }) => !isTimeStamp);
  const after = taken.flatMap((field) => endOf(file, field) ?? []);
  return {
    signatures: signed.map((field) => readSignature(file, field)),
    aside: fields.flatMap(askedWords),
    unread: fields.length - taken.length,
    bytesAfterLast: after.length === 0 ? 0 : Math.min(...after),
  };
};
