import { type BaseBlock, fromBER, ObjectIdentifier, OctetString } from 'asn1js';

/** One value of an ASN.1 structure. */
export type Asn1 = BaseBlock;

/** A signature with its certificates, revocation lists and time stamps holds some thousands; more is made to do harm. */
const NODES_AT_MOST = 200_000;
const UNIVERSAL = 1;
const CONTEXT = 3;

/** Parses DER or BER, with zeros behind it as signing programs leave them; undefined where it is cut, endless or too deep. */
export const parseAsn1 = (bytes: Uint8Array): Asn1 | undefined => {
  try {
    const { offset, result } = fromBER(bytes, { maxNodes: NODES_AT_MOST });
    return offset < 0 ? undefined : result;
  } catch {
    return undefined;
  }
};

/** What a constructed value holds; nothing for any other. */
export const childrenOf = (value: Asn1 | undefined): readonly Asn1[] => {
  const block: unknown = value?.valueBlock;
  const held = typeof block === 'object' && block !== null && 'value' in block ? block.value : undefined;
  return Array.isArray(held) ? held : [];
};

/** The value at the end of a way down: `at(signerInfo, 1, 0)` is the first value in its second. */
export const at = (value: Asn1 | undefined, ...way: readonly number[]): Asn1 | undefined =>
  way.reduce<Asn1 | undefined>((one, index) => childrenOf(one)[index], value);

/** True for [n] of a structure, implicit or explicit. */
export const isTagged = (value: Asn1 | undefined, number: number): boolean =>
  value?.idBlock.tagClass === CONTEXT && value.idBlock.tagNumber === number;

/** True for a universal type by its number: 48 − 32 = 16 is SEQUENCE, 17 SET, 4 OCTET STRING. */
export const isUniversal = (value: Asn1 | undefined, number: number): boolean =>
  value?.idBlock.tagClass === UNIVERSAL && value.idBlock.tagNumber === number;

/** "1.2.840.113549.1.7.2"; '' for what is no object identifier. */
export const oidOf = (value: Asn1 | undefined): string =>
  value instanceof ObjectIdentifier ? value.valueBlock.toString() : '';

/** The value as it lies in the file, tag and length with it. */
export const rawOf = (value: Asn1): Uint8Array => value.valueBeforeDecodeView;

/** Octets of a string, in one piece or several; undefined for any other value. */
export const octetsOf = (value: Asn1 | undefined): Uint8Array | undefined =>
  value instanceof OctetString ? new Uint8Array(value.getValue()) : undefined;

/** Octets of a value that is tagged instead of typed, such as a key identifier. */
export const contentOf = (value: Asn1): Uint8Array => {
  const raw = rawOf(value);
  return raw.subarray(value.idBlock.blockLength + value.lenBlock.blockLength);
};
