import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { openForStreams } from './pdf-embedded-image.js';

/** A signature dictionary as it stands in the file. Source: ISO 32000-2, 12.8.1. */
export interface SignatureField {
  /** Offset and length of each piece that it covers, as written; undefined where no four whole numbers stand there. */
  readonly byteRange: readonly [number, number, number, number] | undefined;
  /** True for a stamp of the time over the whole document, which names no signer. */
  readonly isTimeStamp: boolean;
  /** adbe.pkcs7.detached, ETSI.CAdES.detached, adbe.x509.rsa_sha1 … */
  readonly subFilter: string;
  /** Certificate beside the signature, in the oldest kind alone. */
  readonly certificate: Uint8Array | undefined;
  readonly name: string;
  /** /M: "D:20260528172451+07'00'". */
  readonly modified: string;
  readonly reason: string;
  readonly place: string;
  readonly contact: string;
  readonly page: number | null;
}

/** More signatures than any paper bears are made to keep a reader busy. */
export const SIGNATURES_AT_MOST = 32;
/** Characters of an entry that are kept. */
const TEXT_AT_MOST = 2000;

const BYTE_RANGE = PDFName.of('ByteRange');
const entry = (dict: PDFDict, key: string): unknown => dict.lookup(PDFName.of(key));

const textOf = (dict: PDFDict, key: string): string => {
  const value = entry(dict, key);
  if (!(value instanceof PDFString || value instanceof PDFHexString)) return '';
  try {
    return value.decodeText().slice(0, TEXT_AT_MOST);
  } catch {
    return '';
  }
};

const nameOf = (dict: PDFDict, key: string): string => {
  const value = entry(dict, key);
  return value instanceof PDFName ? value.asString().slice(1) : '';
};

const readRange = (dict: PDFDict): SignatureField['byteRange'] => {
  const value = dict.lookup(BYTE_RANGE);
  if (!(value instanceof PDFArray) || value.size() !== 4) return undefined;
  const numbers = value.asArray().flatMap((one) => {
    const held = one instanceof PDFRef ? dict.context.lookup(one) : one;
    return held instanceof PDFNumber && Number.isSafeInteger(held.asNumber()) ? [held.asNumber()] : [];
  });
  const [a, b, c, d] = numbers;
  return a === undefined || b === undefined || c === undefined || d === undefined || Math.min(...numbers) < 0
    ? undefined
    : [a, b, c, d];
};

const readCertificate = (dict: PDFDict): Uint8Array | undefined => {
  const held = entry(dict, 'Cert');
  const first = held instanceof PDFArray ? held.lookup(0) : held;
  return first instanceof PDFString || first instanceof PDFHexString ? first.asBytes() : undefined;
};

const isSignature = (value: unknown): value is PDFDict =>
  value instanceof PDFDict && value.has(BYTE_RANGE) && value.has(PDFName.of('Contents'));

/** The signature of a field or of its parent, which several panels may share. */
const signatureOf = (annotation: PDFDict): PDFDict | undefined => {
  const parent = entry(annotation, 'Parent');
  const value = entry(annotation, 'V') ?? (parent instanceof PDFDict ? entry(parent, 'V') : undefined);
  return isSignature(value) ? value : undefined;
};

/** Sheets of the largest file; a tree of pages may be made to have no end. */
const PAGES_AT_MOST = 20_000;

/** The pages in their order. Of a tree that comes back upon itself no node is entered twice. */
const listPages = (document: PDFDocument): readonly PDFDict[] => {
  const pages: PDFDict[] = [];
  const entered = new Set<PDFDict>();
  const waiting: unknown[] = [entry(document.catalog, 'Pages')];
  while (waiting.length > 0 && pages.length < PAGES_AT_MOST) {
    const node = waiting.pop();
    if (!(node instanceof PDFDict)) continue;
    const kids = entry(node, 'Kids');
    if (!(kids instanceof PDFArray)) pages.push(node);
    else if (!entered.has(node)) {
      entered.add(node);
      for (let i = kids.size() - 1; i >= 0; i--) waiting.push(kids.lookup(i));
    }
  }
  return pages;
};

/** On which page the panel of each signature stands. */
const findPages = (document: PDFDocument): ReadonlyMap<PDFDict, number> => {
  const places = new Map<PDFDict, number>();
  for (const [index, page] of listPages(document).entries()) {
    const annotations = entry(page, 'Annots');
    if (!(annotations instanceof PDFArray)) continue;
    for (let i = 0; i < annotations.size(); i++) {
      const annotation = annotations.lookup(i);
      const value = annotation instanceof PDFDict ? signatureOf(annotation) : undefined;
      if (value !== undefined && !places.has(value)) places.set(value, index + 1);
    }
  }
  return places;
};

const listDictionaries = (document: PDFDocument, pages: ReadonlyMap<PDFDict, number>): readonly PDFDict[] => {
  const found = document.context
    .enumerateIndirectObjects()
    .map(([, value]) => value)
    .filter(isSignature);
  // A dictionary may stand in its field itself.
  return [...new Set([...found, ...pages.keys()])];
};

const readField = (dict: PDFDict, page: number | null): SignatureField => ({
  byteRange: readRange(dict),
  isTimeStamp: nameOf(dict, 'Type') === 'DocTimeStamp' || nameOf(dict, 'SubFilter') === 'ETSI.RFC3161',
  subFilter: nameOf(dict, 'SubFilter'),
  certificate: readCertificate(dict),
  name: textOf(dict, 'Name'),
  modified: textOf(dict, 'M'),
  reason: textOf(dict, 'Reason'),
  place: textOf(dict, 'Location'),
  contact: textOf(dict, 'ContactInfo'),
  page,
});

const endOf = ({ byteRange }: SignatureField): number =>
  byteRange === undefined ? Number.POSITIVE_INFINITY : byteRange[2] + byteRange[3];

const RANGE_KEY = '/ByteRange';

/** How often a file names a byte range, which is once for each signature: a search, and no reading. At most some. */
export const countByteRanges = (file: Uint8Array): number => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let count = 0;
  for (let at = bytes.indexOf(RANGE_KEY); at >= 0 && count <= SIGNATURES_AT_MOST; count++)
    at = bytes.indexOf(RANGE_KEY, at + RANGE_KEY.length);
  return count;
};

/** Bytes at the end among which the mark of a whole file stands. */
const TAIL = 2048;
const OPEN_HEX = /\/Contents\s{0,8}<(?!<)[0-9A-Fa-f\s]*(?![>0-9A-Fa-f\s])/u;

/**
 * True for a file that breaks off within a signature: the library would look for the end of the digits from each of them
 * anew, for minutes. Its text is read without it.
 */
const breaksOff = (file: Uint8Array): boolean => {
  const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1');
  return !text.slice(-TAIL).includes('%%EOF') || OPEN_HEX.test(text);
};

/**
 * The signature dictionaries of a PDF in the order in which they were made, every revision's; undefined where the file cannot
 * be read for its objects. Their own bytes are asked for before: most papers have none, and cost a search. — từ điển chữ ký
 */
export const listSignatureFields = async (bytes: Uint8Array): Promise<readonly SignatureField[] | undefined> => {
  if (countByteRanges(bytes) === 0) return [];
  const document = breaksOff(bytes) ? undefined : await openForStreams(bytes);
  if (document === undefined) return undefined;
  try {
    const pages = findPages(document);
    return listDictionaries(document, pages)
      .map((dict) => readField(dict, pages.get(dict) ?? null))
      .toSorted((a, b) => endOf(a) - endOf(b));
  } catch {
    return undefined;
  }
};
