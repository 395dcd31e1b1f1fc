import { createHash } from 'node:crypto';

/** Hash functions that signatures name. Source: RFC 5754; SHA-1 is in old papers. */
const HASHES: ReadonlyMap<string, string> = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
  ['2.16.840.1.101.3.4.2.4', 'sha224'],
  ['2.16.840.1.101.3.4.2.8', 'sha3-256'],
  ['2.16.840.1.101.3.4.2.9', 'sha3-384'],
  ['2.16.840.1.101.3.4.2.10', 'sha3-512'],
]);

/** Name of a hash function by its object identifier; undefined for one that we do not know. */
export const hashName = (oid: string): string | undefined => HASHES.get(oid);

/** The hash of bytes in several pieces; undefined for a function that we do not know. */
export const hashOf = (oid: string, pieces: readonly Uint8Array[]): Uint8Array | undefined => {
  const name = hashName(oid);
  if (name === undefined) return undefined;
  const hash = createHash(name);
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
};
