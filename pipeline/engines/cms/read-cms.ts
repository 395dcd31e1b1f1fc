import { GeneralizedTime, UTCTime } from 'asn1js';
import {
  type Asn1,
  at,
  childrenOf,
  contentOf,
  isTagged,
  isUniversal,
  octetsOf,
  oidOf,
  parseAsn1,
  rawOf,
} from './asn1.js';
import { hashOf } from './hashes.js';
import { readSubjectName } from './names.js';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const TIME_STAMP = '1.2.840.113549.1.9.16.2.14';
const KEY_IDENTIFIER = '2.5.29.14';
const SET = 17;
const INTEGER = 2;

/** A signed message as it lies in a PDF: PKCS #7, CMS or CAdES with one signer. Sources: RFC 5652, 5126, 3161. */
export interface CmsSignature {
  /** CN of the signer's certificate, else its O. */
  readonly signer: string | null;
  /** The signer's own clock, in milliseconds since 1970. */
  readonly signedAt: number | null;
  /** The clock of a time stamp authority, whose stamp is of this very signature. */
  readonly stampedAt: number | null;
  readonly digestOid: string;
  readonly signatureOid: string;
  readonly value: Uint8Array;
  /** The digest that was signed; null where the bytes themselves were. */
  readonly messageDigest: Uint8Array | null;
  /** What the signature is of, where it is of attributes. */
  readonly attributes: Uint8Array | null;
  /** What the message itself holds; null where it speaks of bytes elsewhere. */
  readonly content: Uint8Array | null;
  /** The signer's certificate, DER. */
  readonly certificate: Uint8Array | null;
}

/** A time that no paper can bear is none. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

const timeOf = (value: Asn1 | undefined): number | null => {
  if (!(value instanceof UTCTime || value instanceof GeneralizedTime)) return null;
  const date = value.toDate();
  const year = date.getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR ? date.getTime() : null;
};

const readSignedData = (bytes: Uint8Array): readonly Asn1[] | undefined => {
  const message = parseAsn1(bytes);
  return oidOf(at(message, 0)) === SIGNED_DATA ? childrenOf(at(message, 1, 0)) : undefined;
};

/** The content of a message: [0] { OCTET STRING }. */
const readContent = (data: readonly Asn1[]): Uint8Array | null => octetsOf(at(data[2], 1, 0)) ?? null;

const findAttribute = (attributes: Asn1 | undefined, oid: string): Asn1 | undefined => {
  const found = childrenOf(attributes).find((attribute) => oidOf(at(attribute, 0)) === oid);
  return at(found, 1, 0);
};

/** Serial, issuer and subject of a certificate, behind its version where that is said. */
const partsOf = (certificate: Asn1): { serial?: Asn1; issuer?: Asn1; subject?: Asn1; extensions: readonly Asn1[] } => {
  const fields = childrenOf(at(certificate, 0));
  const first = isTagged(fields[0], 0) ? 1 : 0;
  const [serial, issuer, subject] = [fields[first], fields[first + 2], fields[first + 4]];
  const extensions = childrenOf(
    at(
      fields.find((field) => isTagged(field, 3)),
      0,
    ),
  );
  return {
    ...(serial === undefined ? {} : { serial }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(subject === undefined ? {} : { subject }),
    extensions,
  };
};

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const hasKey = (extensions: readonly Asn1[], key: Uint8Array): boolean => {
  const found = extensions.find((extension) => oidOf(at(extension, 0)) === KEY_IDENTIFIER);
  const octets = octetsOf(childrenOf(found).at(-1));
  return octets !== undefined && Buffer.from(octets).subarray(-key.length).equals(key);
};

/** The certificate that a signer is named by: issuer and serial number, or the identifier of its key. */
const findCertificate = (certificates: readonly Asn1[], signer: Asn1 | undefined): Asn1 | undefined => {
  if (signer === undefined) return undefined;
  const [issuer, serial] = childrenOf(signer);
  return certificates.find((certificate) => {
    const parts = partsOf(certificate);
    if (isTagged(signer, 0)) return hasKey(parts.extensions, contentOf(signer));
    if (parts.issuer === undefined || parts.serial === undefined || issuer === undefined || serial === undefined)
      return false;
    return isSame(rawOf(parts.issuer), rawOf(issuer)) && isSame(rawOf(parts.serial), rawOf(serial));
  });
};

/** When a stamp was given, if it is one of these bytes. */
const readStamp = (token: Asn1 | undefined, value: Uint8Array): number | null => {
  const data = token === undefined ? undefined : readSignedData(rawOf(token));
  const content = data === undefined ? null : readContent(data);
  const info = content === null ? undefined : parseAsn1(content);
  const imprint = octetsOf(at(info, 2, 1));
  const hash = hashOf(oidOf(at(info, 2, 0, 0)), [value]);
  if (imprint === undefined || hash === undefined || !isSame(hash, imprint)) return null;
  return timeOf(childrenOf(info).find((part) => part instanceof GeneralizedTime));
};

/** Attributes are signed as a SET, and lie in the message as [0]. */
const asSet = (attributes: Asn1): Uint8Array | null => {
  if (attributes.lenBlock.isIndefiniteForm) return null;
  const bytes = Uint8Array.from(rawOf(attributes));
  bytes[0] = 0x31;
  return bytes;
};

/** Reads a signature; undefined where the bytes are none, are cut off, or have no signer. Never throws. */
export const readCms = (bytes: Uint8Array): CmsSignature | undefined => {
  const data = readSignedData(bytes);
  if (data === undefined) return undefined;
  const signers = data.findLast((part) => isUniversal(part, SET));
  const fields = childrenOf(at(signers, 0));
  if (!isUniversal(fields[0], INTEGER)) return undefined;
  const own = fields.slice(3).find((field) => isTagged(field, 0));
  const [method, octets] = fields.slice(own === undefined ? 3 : 4);
  const value = octetsOf(octets);
  if (value === undefined) return undefined;
  const certificates = childrenOf(data.slice(3).find((part) => isTagged(part, 0)));
  const certificate = findCertificate(certificates, fields[1]);
  const unsigned = fields.slice(5).find((field) => isTagged(field, 1));
  return {
    signer: certificate === undefined ? null : readSubjectName(partsOf(certificate).subject),
    signedAt: timeOf(findAttribute(own, SIGNING_TIME)),
    stampedAt: readStamp(findAttribute(unsigned, TIME_STAMP), value),
    digestOid: oidOf(at(fields[2], 0)),
    signatureOid: oidOf(at(method, 0)),
    value,
    messageDigest: octetsOf(findAttribute(own, MESSAGE_DIGEST)) ?? null,
    attributes: own === undefined ? null : asSet(own),
    content: readContent(data),
    certificate: certificate === undefined ? null : rawOf(certificate),
  };
};

/** The name in a certificate that stands by itself, as the oldest kind of signature has it. */
export const readCertificateName = (bytes: Uint8Array): string | null => {
  const certificate = parseAsn1(bytes);
  return certificate === undefined ? null : readSubjectName(partsOf(certificate).subject);
};
