import { isCapitals } from '../writing/capitals.js';
import { rememberTexts } from '../writing/remember.js';
import { foldChars } from '../writing/unicode.js';
import { DOCUMENT_TYPES } from './document-types.js';

const compactFolded = (folded: string): string => folded.replace(/[^a-z]/gu, '');
const compactOf = (text: string): string => compactFolded(foldChars(text));

/** The titles with their folded, blankless prints, longest first: letters are sometimes spaced out, or blanks lost. */
const TITLES: readonly { readonly compact: string; readonly type: string }[] = DOCUMENT_TYPES.flatMap(
  ({ name, titled }) => (titled === null ? [] : [{ compact: compactOf(name), type: titled }]),
).sort((one, other) => other.compact.length - one.compact.length);

/** The first letters of all titles, with nothing but marks and blanks before: few lines begin so. */
const FIRST = new RegExp(
  `^[^a-z]*(?:${[...new Set(TITLES.map(({ compact }) => compact.slice(0, 2)))].map((two) => [...two].join('[^a-z]*')).join('|')})`,
  'u',
);

// What a title goes on with on its own line, compact as well.
const GOES_ON = new RegExp(
  `^(?:${[
    'cua',
    've',
    'hoinghi',
    'banthuongvu',
    'banchaphanh',
    'ketluan',
    'so',
    'thanhtra',
    'kiemtra',
    'hanhdong',
    'tongket',
    'soket',
    'lientich',
    'congtac',
    'phoihop',
    'thuchien',
    'trienkhai',
    'taihoinghi',
    'nhanh',
  ].join('|')})`,
  'u',
);

// "ĐÊN s; _¬ CHỈ THỊ": what a stamp beside the title left in its line ends in a sign that no text has.
const BEHIND_NOISE = /[¬_|~«»^<>]\s*(?<title>\p{Lu}[\p{Lu}\s]{5,30})$/u;

/** Outline, secrecy and header all ask the same lines. */
const titleOf = rememberTexts((text): { readonly type: string | undefined } => {
  const behind = BEHIND_NOISE.exec(text.trimEnd())?.groups?.title;
  const type = behind === undefined ? undefined : readCleanTitle(behind);
  return { type: type ?? readCleanTitle(text) };
});

/** Type that a line names as a title, in capitals or standing alone; undefined for any other line. */
export const readTitleType = (text: string): string | undefined => titleOf(text).type;

const readCleanTitle = (text: string): string | undefined => {
  const folded = foldChars(text);
  if (!FIRST.test(folded)) return undefined;
  const compact = compactFolded(folded);
  const title = TITLES.find((one) => compact.startsWith(one.compact));
  if (title === undefined) return undefined;
  if (compact === title.compact) return /^\P{L}*\p{Lu}/u.test(text) ? title.type : undefined;
  const rest = compact.slice(title.compact.length);
  return GOES_ON.test(rest) && isCapitals(text.slice(0, title.compact.length + 3)) ? title.type : undefined;
};
