import { isWithinOne } from '../writing/distance.js';
import { fold } from '../writing/unicode.js';
import { AUTHORITY_SIGNS } from './abbreviations.js';
import { SIGNING_OFFICES } from './offices.js';

/** `T/M`, `TM.`, `K/T`, `TL/`, `TUQ.`, a blank or a stop behind it, at the start of a folded line: in whose name somebody signs. — thay mặt, ký thay, thừa lệnh */
export const AUTHORITY_START = new RegExp(
  `^(?:${AUTHORITY_SIGNS.filter((sign) => sign !== 'Q')
    .map((sign) => [...sign.toLowerCase()].join('\\s*(?:[/.]\\s*)?'))
    .join('|')}|thay mat|thua lenh|ky thay)(?:(?:\\s*[./])?\\s+|[./])(?=\\p{L})`,
  'u',
);

/** An office at the start of a folded line; "kiêm" opens a second one. */
export const POSITION_START = new RegExp(
  `^(?:q\\.?\\s*|quyen )?(?:${[...SIGNING_OFFICES.map(fold), 'kiem'].join('|')})(?![\\p{L}])`,
  'u',
);

/** Letters alone: OCR loses blanks and adds the specks of a seal. */
const compact = (text: string): string => fold(text).replace(/[^a-z]/gu, '');

const BY_LETTERS = new Map(SIGNING_OFFICES.map((office) => [compact(office), office.toUpperCase()]));

/** One letter wrong in nine is a misreading; short offices must have all their letters. */
const LETTERS_FOR_ONE_ERROR = 9;

/**
 * The office that a line of a signature block prints, marks and blanks mended; undefined for any other line. The list is
 * closed and the letters must be there, so nothing is made up: `mendOffice('PHÓ BÍTHƯ') === 'PHÓ BÍ THƯ'`,
 * `mendOffice('TRƯƠNG BAN CHÍ ĐẠO') === 'TRƯỞNG BAN CHỈ ĐẠO'`.
 */
export const mendOffice = (text: string): string | undefined => {
  const letters = compact(text);
  const exact = BY_LETTERS.get(letters);
  if (exact !== undefined || letters.length < LETTERS_FOR_ONE_ERROR) return exact;
  const near = [...BY_LETTERS].filter(([known]) => isWithinOne(known, letters));
  return near.length === 1 ? near[0]?.[1] : undefined;
};

/** Letters of an office of which less than this is left may be anything. */
const TORN_AT_LEAST = 5;

/** True for the end of an office whose beginning a seal hides, which is no office itself: "HỦ TỊCH" of "PHÓ CHỦ TỊCH". */
export const isTornOffice = (text: string): boolean => {
  const letters = compact(text);
  if (letters.length < TORN_AT_LEAST || BY_LETTERS.has(letters)) return false;
  return [...BY_LETTERS.keys()].some((known) => known.endsWith(letters));
};
