import { makeNote, type Note } from '../../schemas/note.js';
import type { IntakeFile, PageSource } from '../../schemas/stages.js';
import type { RunContext } from '../base/contract.js';
import { ERRORS, PipelineError } from '../base/errors.js';
import type { WordPicture, WordText } from '../engines/word/read-word.js';
import { encryptedWord, heavyWord } from '../engines/word/word-errors.js';
import { judgeText, scoreText } from '../quality/judge-text.js';
import { findMediaType } from '../quality/media-type.js';
import { DOC, DOCX, isLocked, isLockedDoc, ODT, RTF } from '../quality/word-kinds.js';
import { capRuns } from './cap-runs.js';
import { splitPages } from './split-pages.js';

/** Pages of a file and what is to be said of them. */
export interface WordPages {
  readonly pages: readonly PageSource[];
  readonly notes: readonly Note[];
}

/** A picture of this share of a page may be a scan; logos, seals and photographs of people stay below. */
const SCAN_SHARE = 0.25;
/** A file with fewer letters than a title has is one of pictures. */
const FEW_LETTERS = 40;
/** Characters of a text at most: three thousand printed pages, as of a plain text. */
const MOST_TEXT = 10 * 1024 * 1024;

const READ_IMAGES: ReadonlySet<string | undefined> = new Set(['image/png', 'image/jpeg', 'image/tiff']);

const toScan = (picture: WordPicture, index: number): PageSource | undefined => {
  const bytes = picture.load();
  if (!READ_IMAGES.has(findMediaType(bytes))) return undefined;
  return {
    number: index + 1,
    trust: 'image',
    reason: 'word-picture',
    quality: 'empty',
    layerText: '',
    image: { load: async () => bytes },
    readHeaderImage: false,
  };
};

const tooLong = (): PipelineError =>
  heavyWord({ vi: 'chữ dài hơn ba nghìn trang in', en: 'it holds more text than three thousand pages' });

const toPages = (text: string, reason: string, aside: readonly string[]): readonly PageSource[] =>
  splitPages(text).map((page, i) => ({
    number: i + 1,
    trust: 'plain',
    reason,
    quality: judgeText(page).quality,
    layerText: page,
    ...(i === 0 && aside.length > 0 ? { aside } : {}),
    readHeaderImage: false,
  }));

const capped = (whole: string): { readonly text: string; readonly notes: readonly Note[] } => {
  if (whole.length > MOST_TEXT) throw tooLong();
  const { text, lost } = capRuns(whole);
  return { text, notes: lost > 0 ? [makeNote('paginate/run-cut', { actual: String(lost) })] : [] };
};

const noteWord = (word: WordText, unread: number): readonly Note[] => [
  ...(word.isTracked ? [makeNote('paginate/tracked-changes', {})] : []),
  ...(word.tellsPages ? [] : [makeNote('paginate/pages-unknown', {})]),
  ...(word.legacyFonts.length > 0 ? [makeNote('paginate/legacy-fonts', { actual: word.legacyFonts.join(', ') })] : []),
  ...word.unknownFormats.map((actual) => makeNote('paginate/number-format', { actual })),
  ...(unread > 0 ? [makeNote('paginate/word-part-unread', { actual: String(unread) })] : []),
];

/** A .docx: its text by pages; one of pictures alone gives those to the OCR. */
const paginateDocx = async (bytes: Uint8Array): Promise<WordPages> => {
  if (isLocked(bytes)) throw encryptedWord();
  const { readWord } = await import('../engines/word/read-word.js');
  const word = readWord(bytes);
  const large = word.pictures.filter(({ share }) => share >= SCAN_SHARE);
  if (scoreText(word.text).letters < FEW_LETTERS && large.length > 0) {
    const scans = large.map(toScan).filter((page) => page !== undefined);
    const [first, ...others] = scans.map((page, i) => ({ ...page, number: i + 1 }));
    const unread = word.unread + large.length - scans.length;
    if (first !== undefined)
      return {
        pages: [{ ...first, aside: [...word.aside, word.text] }, ...others],
        notes: noteWord({ ...word, tellsPages: true }, unread),
      };
  }
  const { text, notes } = capped(word.text);
  return { pages: toPages(text, 'word', word.aside), notes: [...noteWord(word, word.unread + large.length), ...notes] };
};

const ENDINGS = { [DOC]: 'doc', [RTF]: 'rtf', [ODT]: 'odt' } as const;

const officeMissing = (): PipelineError => {
  const { when, todo } = ERRORS['office-missing'];
  return new PipelineError('office-missing', when, todo);
};

const paginateDoc = async (bytes: Uint8Array): Promise<WordPages> => {
  const { readDoc } = await import('../engines/word/read-doc.js');
  const { text: whole, aside } = await readDoc(bytes);
  const { text, notes } = capped(whole);
  const lost = [makeNote('paginate/list-numbers-lost', {}), makeNote('paginate/pages-unknown', {})];
  return { pages: toPages(text, 'word', aside), notes: [...lost, ...notes] };
};

/**
 * A file of a word processor becomes pages: .docx by our own reader, .doc, .rtf and .odt turned into .docx by LibreOffice
 * where it is installed; else .doc without its automatic numbers, and `office-missing` for the others. Rejects with
 * `file-encrypted`, `file-broken` and `file-too-heavy`.
 */
export const paginateWord = async (
  { file: { mediaType }, bytes }: IntakeFile,
  { office, signal }: Pick<RunContext, 'office' | 'signal'>,
): Promise<WordPages> => {
  if (mediaType === DOCX) return paginateDocx(bytes);
  const ending = mediaType === DOC || mediaType === RTF || mediaType === ODT ? ENDINGS[mediaType] : undefined;
  if (mediaType === DOC && isLockedDoc(bytes)) throw encryptedWord();
  if (ending !== undefined && office !== undefined) {
    const { convertToDocx } = await import('../engines/word/office.js');
    const docx = await convertToDocx(bytes, ending, office, signal).catch((error: unknown) => {
      // The plain reader may do what LibreOffice could not.
      if (mediaType === DOC && error instanceof PipelineError && error.code === 'office-failed') return undefined;
      throw error;
    });
    if (docx === undefined) return paginateDoc(bytes);
    const { pages, notes } = await paginateDocx(docx);
    return { pages, notes: [makeNote('paginate/converted-by-office', { actual: `.${ending}` }), ...notes] };
  }
  if (mediaType === DOC) return paginateDoc(bytes);
  throw officeMissing();
};
