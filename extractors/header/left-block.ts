import { toRunningCase } from '../../language/lexicon/casing.js';
import { AUTHORITY_BODY_START, BODY_START } from '../../language/lexicon/committees.js';
import { mendHeadWords } from '../../language/lexicon/head-words.js';
import { ADDRESSEES } from '../../language/printed/addressees.js';
import { DATE_LINE, MONTH_WORD, YEAR_WORD } from '../../language/printed/date-patterns.js';
import { isCapitals } from '../../language/writing/capitals.js';
import { matchPhrase } from '../../language/writing/phrases.js';
import { readTokens } from '../../language/writing/tokens.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { Line } from '../../schemas/stages.js';
import { FIELDS, HEADS } from '../bodies/lexicon.js';
import { LABEL_LINE, readOwnNumber } from './own-number.js';

// The right column, behind the left one on its line or alone: national title and motto.
const RIGHT_COLUMN = /(?:cong hoa xa hoi|dang cong san|doc lap\s*[-–—]).*/u;
const wordsOf = (text: string): readonly string[] => text.split(' ');
/** The national title and the Party's, as a narrow column breaks them: every beginning and every end of theirs. */
const BROKEN_TITLES: ReadonlySet<string> = new Set(
  ['cong hoa xa hoi chu nghia viet nam', 'dang cong san viet nam'].flatMap((title) =>
    wordsOf(title).flatMap((_, at) => [
      wordsOf(title)
        .slice(0, at + 1)
        .join(' '),
      wordsOf(title).slice(at).join(' '),
    ]),
  ),
);
/** What stands between the lines of the left column and is none of it: rules, dates, marks, the rest of the motto. */
const BESIDE = new RegExp(
  [
    '^(?:tu do|hanh phuc)\\b',
    `${DATE_LINE}|^${MONTH_WORD} \\d{1,2} ${YEAR_WORD}`,
    '^[^\\p{L}]*$',
    '^(?:(?:toi |tuyet )?mat|(?:thuong )?khan|hoa toc|du thao)(?![a-z])',
  ].join('|'),
  'u',
);
/** Where the block of the issuer is over: its number, its abstract. */
const END = new RegExp(
  `^\\W*(?:v/v|ve viec)(?![a-z])|^\\W*${ADDRESSEES}|^s\\S{0,2}\\s*(?::\\s*)?(?:[\\d.…]+\\s*)?[-/]`,
  'u',
);

const endsBlock = (text: string): boolean =>
  END.test(foldChars(text)) || readOwnNumber(text) !== undefined || LABEL_LINE.test(text);

const toLeft = ({ text }: Line): string => {
  const right = RIGHT_COLUMN.exec(foldChars(text))?.index ?? text.length;
  return text
    .slice(0, right)
    .replace(/[—–_*=|-]{2,}|[*|]/gu, ' ')
    .trim();
};

/**
 * The left block of a header, as printed: superior body and issuer. It is the first block of lines in capitals, and ends at
 * the number, at an abstract, or where small letters begin; in a header without capitals the lines that open with a body.
 */
export const readLeftBlock = (above: readonly Line[]): readonly string[] => {
  const lines = above
    .map(toLeft)
    .filter((text) => text !== '' && !BESIDE.test(foldChars(text)) && !BROKEN_TITLES.has(foldChars(text)));
  const blocks: string[][] = [[]];
  for (const text of lines) {
    if (endsBlock(text)) {
      if (blocks.some((block) => block.length > 0)) break;
    } else if (!isCapitals(text)) blocks.push([]);
    else blocks.at(-1)?.push(text);
  }
  // A publisher's seal may stand above the header: what names no body is passed over where a later block does.
  const block =
    blocks.find((one) => one.some((text) => BODY_START.test(foldChars(text)))) ?? blocks.find((one) => one.length > 0);
  if (block !== undefined) return block;
  return lines.filter((text) => !endsBlock(text) && AUTHORITY_BODY_START.test(foldChars(text)));
};

const LEVEL_START = /^(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|dac khu)(?![\p{L}])/u;
const GOES_ON = /^(?:va|cac|cho|thuoc|tai|[-–&])\s/u;
const UNFINISHED = /(?:^|\s)(?:va|cua|cac|ve|cho|thuoc|tai|[-–&]|\S+,)$/u;

/** True when a name of the lexicon begins on one line and ends on the next: "SỞ NÔNG NGHIỆP" over "VÀ MÔI TRƯỜNG". */
const isOneName = (above: string, line: string): boolean => {
  const tokens = readTokens(`${above} ${line}`.toLowerCase());
  const head = matchPhrase(HEADS, tokens, 0);
  if (head === undefined) return false;
  const end = matchPhrase(FIELDS, tokens, head.end)?.end ?? head.end;
  return end > readTokens(above).length;
};

const goesOn = (above: string, line: string): boolean => {
  const folded = foldChars(line);
  return (
    LEVEL_START.test(folded) || GOES_ON.test(folded) || UNFINISHED.test(foldChars(above)) || isOneName(above, line)
  );
};

/** Joins the lines of the block into names: superior bodies first, the issuer last. */
export const joinNames = (block: readonly string[]): readonly string[] => {
  const names: string[] = [];
  for (const line of block) {
    const above = names.at(-1);
    if (above !== undefined && goesOn(above, line)) names[names.length - 1] = `${above} ${line}`;
    else names.push(line);
  }
  return names;
};

const OFFICE = /^(?:van phong|vp)$/u;

/** True for a block whose last name is an office, which belongs to the body above it. */
export const isOfOffice = (names: readonly string[]): boolean =>
  names.length > 1 && OFFICE.test(foldChars(names.at(-1) ?? ''));

/** The names that an issuer is made of: the last of a block; "VĂN PHÒNG" with the body above it, whose it is. */
export const issuerNames = (names: readonly string[]): readonly string[] =>
  isOfOffice(names) ? names.slice(-2).reverse() : names.slice(-1);

/** The issuer of a block, in running case: see issuerNames. Null for an empty block. */
export const nameIssuer = (names: readonly string[]): string | null => {
  if (names.length === 0) return null;
  const name = issuerNames(names)
    .map((one) => toRunningCase(mendHeadWords(one)))
    .join(' ');
  return name.replace(/(?<![\s.,;:])[\s.,;:]+$/u, '');
};
