import { type FoundMark, readPrefix, toWords } from './mark-words.js';

/** "-TB/TU-Mật", "-TB/TU (Tối mật)": behind a symbol the mark may be in small letters. */
const SMALL_BEHIND_SYMBOL =
  /\p{Lu}(?:\s?[-/–]\s?|\s{0,2}[([“"«]\s?)(?<value>(?:(?:Tối|Tuyệt|TỐI|TUYỆT)\s)?(?:[Mm]ật|MẬT))(?!\s?\p{L})/u;
/** "12-KL/TU  Mật": parted by a blank alone it must end the column. */
const SMALL_ENDS_COLUMN = /[-/]\p{Lu}{2,10}\s{1,2}(?<value>(?:(?:Tối|Tuyệt)\s)?[Mm]ật)(?=\s{0,2}(?:$|\t|\s{3}|[|]))/u;

/** The symbol of a number line: "Số: 12-KL/TU/M", "Số 45/M/TB-UBND", "Số 12-KL/TU (M)". */
const SYMBOL =
  /^\P{L}{0,10}số\s{0,3}[:.]?\s{0,3}[\d.…_]{0,8}\s{0,10}[-–/]\s?(?<symbol>[\p{L}\d/–-]{1,40})(?:\s?\((?<added>\p{L}{1,3})\))?/iu;
/** The degree as a letter: "M" wherever it is a part of its own; "TM", which is also the sign of a division of trade, and "TuM" behind the letters of a party body alone. */
const PARTY_WITH_DEGREE = /^\p{Lu}{2,4}\/\p{L}{2,6}[-–/](?:TM|TuM)$/u;

/** Few lines have such a part at all. */
const HINT = /[-–/(]\s?(?:Tu?)?M(?!\p{L})/u;

/** The mark that a number line most likely bears as a letter of its symbol. */
export const readLetterMark = (line: string): FoundMark | undefined => {
  if (!HINT.test(line)) return undefined;
  const { symbol = '', added } = SYMBOL.exec(line)?.groups ?? {};
  const isMark =
    symbol.split(/[-–/]/u).includes('M') ||
    PARTY_WITH_DEGREE.test(symbol) ||
    (added !== undefined && /^(?:M|TM|TuM)$/u.test(added));
  return isMark ? { mark: 'MẬT', isCertain: false } : undefined;
};

/** The mark at the end of a symbol, in small letters or glued to it: "-TB/TU-Mật", "KH-UBNDMẬT". */
export const readSymbolMark = (line: string): FoundMark | undefined => {
  const value = (SMALL_BEHIND_SYMBOL.exec(line) ?? SMALL_ENDS_COLUMN.exec(line))?.groups?.value;
  if (value !== undefined) return { mark: readPrefix(toWords(value)[0])?.mark ?? 'MẬT', isCertain: true };
  const isLikely = /[-/–]\p{Lu}{2,}MẬT(?![\p{L}])/u.test(line);
  return isLikely ? { mark: 'MẬT', isCertain: false } : undefined;
};
