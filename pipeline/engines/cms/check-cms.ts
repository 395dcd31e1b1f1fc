import { constants, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { octetsOf, parseAsn1 } from './asn1.js';
import { hashName, hashOf } from './hashes.js';
import type { CmsSignature } from './read-cms.js';

const SHA1 = '1.3.14.3.2.26';
const PSS = '1.2.840.113549.1.1.10';

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const keyOf = (certificate: Uint8Array | null): KeyObject | undefined => {
  if (certificate === null) return undefined;
  try {
    return new X509Certificate(certificate).publicKey;
  } catch {
    return undefined;
  }
};

/** True when the key of the certificate made the signature over these bytes; null where it cannot be told. */
const matchesKey = (cms: CmsSignature, signed: Uint8Array): boolean | null => {
  const key = keyOf(cms.certificate);
  const hash = hashName(cms.digestOid);
  if (key === undefined || hash === undefined) return null;
  const padding =
    cms.signatureOid === PSS
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
      : {};
  const isOwnHash = key.asymmetricKeyType === 'ed25519' || key.asymmetricKeyType === 'ed448';
  try {
    return verify(isOwnHash ? null : hash, signed, { key, ...padding }, cms.value);
  } catch {
    return null;
  }
};

/** True when the bytes have the digest of the message, or are its content; null where that cannot be told. */
const matchesDigest = (cms: CmsSignature, covered: readonly Uint8Array[]): boolean | null => {
  // adbe.pkcs7.sha1: the message holds the hash of the bytes, and is signed itself.
  if (cms.content !== null && cms.content.length > 0) {
    const hash = hashOf(SHA1, covered);
    if (hash === undefined || !isSame(hash, cms.content)) return false;
  }
  if (cms.messageDigest === null) return cms.attributes === null ? true : null;
  const hash = hashOf(cms.digestOid, cms.content !== null && cms.content.length > 0 ? [cms.content] : covered);
  return hash === undefined ? null : isSame(hash, cms.messageDigest);
};

/**
 * Whether the covered bytes are those that were signed: their digest is the one of the message, and the key of the enclosed
 * certificate signed that. Whose certificate it is, and whether anybody trusts it, is not asked. Null where it cannot be told.
 */
export const checkCms = (cms: CmsSignature, covered: readonly Uint8Array[]): boolean | null => {
  const digest = matchesDigest(cms, covered);
  if (digest !== true) return digest;
  const signed = cms.attributes ?? cms.content ?? Buffer.concat(covered);
  const signature = matchesKey(cms, signed);
  // Without attributes nothing but the signature speaks of the bytes.
  return signature ?? (cms.attributes === null ? null : digest);
};

/** The same of a signature without a message around it, by RSA and SHA-1: adbe.x509.rsa_sha1. Source: ISO 32000-1, 12.8.3.2. */
export const checkPlainSignature = (
  signature: Uint8Array,
  certificate: Uint8Array,
  covered: readonly Uint8Array[],
): boolean | null => {
  const value = octetsOf(parseAsn1(signature));
  const key = keyOf(certificate);
  if (value === undefined || key === undefined) return null;
  try {
    return verify('sha1', Buffer.concat(covered), key, value);
  } catch {
    return null;
  }
};
