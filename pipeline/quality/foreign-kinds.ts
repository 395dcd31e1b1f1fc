import type { Bilingual } from '../../schemas/note.js';
import { PACKED_NAMES, tellOffice } from './word-kinds.js';

/** A kind of file that is known and not read here, and how to make of it one that is. */
export interface ForeignKind {
  readonly name: Bilingual;
  readonly todo: Bilingual;
}

/** True when a file begins with these bytes. */
export const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

const saveAs = (vi: string, en: string): Bilingual => ({
  vi: `Mở tệp, lưu thành ${vi} rồi nạp lại.`,
  en: `Open it, save it as ${en} and ingest that.`,
});
const UNPACK: Bilingual = { vi: 'Giải nén rồi nạp các tệp bên trong.', en: 'Unpack it and ingest what is inside.' };

const BITMAP: ForeignKind = {
  name: { vi: 'ảnh BMP (bitmap của Windows)', en: 'a BMP image (a bitmap of Windows)' },
  todo: {
    vi: 'Đổi sang PNG (mở bằng Paint, lưu thành PNG) rồi nạp lại.',
    en: 'Convert it to PNG (open it in Paint, save it as PNG) and ingest that.',
  },
};

/** What they begin with. They are no texts, whatever their bytes look like. */
const BY_SIGNATURE: readonly (ForeignKind & { readonly signature: readonly number[] })[] = [
  { signature: [0x47, 0x49, 0x46, 0x38], name: { vi: 'ảnh GIF', en: 'a GIF image' }, todo: saveAs('PNG', 'PNG') },
  { signature: [0x52, 0x61, 0x72, 0x21], name: { vi: 'tệp nén RAR', en: 'a RAR archive' }, todo: UNPACK },
  { signature: [0x37, 0x7a, 0xbc, 0xaf], name: { vi: 'tệp nén 7z', en: 'a 7z archive' }, todo: UNPACK },
];

/** Sizes of the header that follows "BM" in a bitmap of Windows: a text may begin with those letters, too. */
const BITMAP_HEADERS: ReadonlySet<number> = new Set([12, 40, 52, 56, 64, 108, 124]);

const isBitmap = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x42, 0x4d) && bytes.length > 26 && BITMAP_HEADERS.has(bytes[14] ?? 0) && bytes[15] === 0;

const isUnread = (kind: string): kind is keyof typeof PACKED_NAMES => Object.hasOwn(PACKED_NAMES, kind);

const findPacked = (bytes: Uint8Array): ForeignKind | undefined => {
  const kind = tellOffice(bytes);
  if (kind === undefined || !isUnread(kind)) return undefined;
  return { name: PACKED_NAMES[kind], todo: kind === 'zip' ? UNPACK : saveAs('PDF', 'PDF') };
};

/** A kind that is known and not read: `findForeignKind(bytes)?.name.vi === 'ảnh GIF'`; undefined for every other file. */
export const findForeignKind = (bytes: Uint8Array): ForeignKind | undefined =>
  isBitmap(bytes)
    ? BITMAP
    : (BY_SIGNATURE.find(({ signature }) => startsWith(bytes, ...signature)) ?? findPacked(bytes));
