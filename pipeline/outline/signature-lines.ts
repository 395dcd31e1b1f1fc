import { AUTHORITY_SIGNS } from '../../language/lexicon/abbreviations.js';
import { AUTHORITY_START, mendOffice, POSITION_START } from '../../language/lexicon/office-titles.js';
import { isCapitals } from '../../language/writing/capitals.js';
import type { PrintedLine } from './printed-lines.js';

/** "KT." + "CHỦ TỊCH": a narrow column breaks behind the sign. */
const SIGN_ALONE = new RegExp(
  `^\\s*(?:${AUTHORITY_SIGNS.filter((sign) => sign !== 'Q')
    .map((sign) => [...sign].join('\\s?[/.]?\\s?'))
    .join('|')})\\s?[./]\\s*$`,
  'u',
);

/** The mark of an entry of Nơi nhận. */
export const ENTRY_MARK = /^[-–—~•+*=_]\s*\S/u;

const withoutStars = (text: string): string => (/^[*\s]/u.test(text) ? text.replace(/^[*\s]+/u, '') : text);

/** True for a line in capitals that says in whose name somebody signs. */
export const isAuthorityLine = (line: PrintedLine): boolean =>
  line.text.length < 80 && isCapitals(line.text) && AUTHORITY_START.test(withoutStars(line.folded));

/** True for such a sign alone above an office. */
export const isSignAboveOffice = (line: PrintedLine, next: PrintedLine | undefined): boolean =>
  SIGN_ALONE.test(line.text) && next !== undefined && isSignatureLine(next);

/** "THỦ TƯỚNG CHÍNH PHỦ điện:" says to whom, nobody signs there. */
const LEADS_OVER = /\p{Ll}\s?:$/u;

/** True for a line in capitals that begins with an authority or an office. */
export const isSignatureLine = (line: PrintedLine): boolean =>
  isAuthorityLine(line) ||
  (line.text.length < 80 &&
    isCapitals(line.text) &&
    POSITION_START.test(withoutStars(line.folded)) &&
    !LEADS_OVER.test(line.text));

/** "`bí THƯ": an office whose capitals a seal broke. An entry of the list has its dash, or a word more. */
export const isMendedOffice = (line: PrintedLine): boolean =>
  !ENTRY_MARK.test(line.text) && /\p{Lu}{2}/u.test(line.text) && mendOffice(line.text) !== undefined;
