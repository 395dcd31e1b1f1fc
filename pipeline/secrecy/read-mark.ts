import { differByOne } from '../../language/writing/distance.js';
import { fold } from '../../language/writing/unicode.js';
import {
  BEFORE_OTHER,
  BEHIND_OTHER,
  type FoundMark,
  joinSpaced,
  PREFIXES,
  readPrefix,
  toWords,
  type Word,
} from './mark-words.js';
import { readSymbolMark } from './read-symbol.js';

const FRAME = /^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu;

/** Words of another meaning that lose or change one mark: lost, eye, cool. */
const OTHER_WORDS: ReadonlySet<string> = new Set(['mất', 'mắt', 'mát', 'màt', 'mảt', 'mãt']);

/** The word MẬT itself; damaged when marks are gone, a whole word of another meaning when they are others. */
export const isExact = ({ lower }: Word): boolean => lower === 'mật';
const isDamaged = ({ lower, folded }: Word): boolean => folded === 'mat' && !OTHER_WORDS.has(lower) && lower !== 'mặt';
const hasDigit = ({ text }: Word): boolean => /\p{N}/u.test(text);

/** Words that differ from mật by one letter and stand alone in titles as themselves. */
const NEIGHBOURS: ReadonlySet<string> = new Set(
  'mận mập mậu mậm vật bật tật lật cật gật dật chật thật trật phật nhật giật ngật'.split(' '),
);

/** One misread letter: the vowel with both its marks still stands, and one letter is another, lost or too many. */
const isMisread = ({ lower, folded }: Word): boolean =>
  lower.includes('ậ') && !NEIGHBOURS.has(lower) && differByOne(folded, 'mat');

/** Words beside a mark that say nothing else: urgency, copy, withdrawal. Folded. Source: TT 24/2020/TT-BCA; HD 05-HD/VPTW. */
const BESIDE: ReadonlySet<string> = new Set(
  'hoa toc khan thuong hen gio do muc cap dau tai lieu ban so van luu hanh noi bo thu hoi han che pham vi doc xong tra lai chi nguoi co ten moi ngay thang nam lan trang to i l'.split(
    ' ',
  ),
);

/** True for a word that says nothing but how a paper is handled. */
export const isBeside = ({ folded }: Word): boolean => BESIDE.has(folded) || /^\d+$/u.test(folded) || folded === '';

/** The mark of word `at` with the prefix before it; `isAlone`: nothing else stands in its cell. */
const readWord = (words: readonly Word[], at: number, isAlone: boolean): FoundMark | undefined => {
  const word = words[at];
  if (word === undefined) return undefined;
  const prefix = readPrefix(words[at - 1]);
  const mark = prefix?.mark ?? 'MẬT';
  if (isExact(word)) return { mark, isCertain: true };
  if (prefix !== undefined && (word.folded === 'mat' || isMisread(word)))
    return { mark, isCertain: prefix.isWhole && isDamaged(word) };
  if (!isAlone) return undefined;
  if (isDamaged(word)) return { mark, isCertain: !hasDigit(word) };
  return word.lower === 'mặt' || isMisread(word) ? { mark, isCertain: false } : undefined;
};

/** Letters of a mark in one print: "lMẬTl", "TUYỆTMẬT", "TỐIMẬT", strokes of a frame at its ends. */
const readGlued = (letters: string): FoundMark | undefined => {
  const bare = letters.replace(/^[Il1|]+|(?<![Il1|])[Il1|]+$/gu, '');
  if (bare.toLowerCase() === 'mật') return { mark: 'MẬT', isCertain: true };
  for (const { key, mark } of PREFIXES) {
    const letters = fold(bare.replace(/0/gu, 'O').replace(/[1l]/gu, 'I'));
    if (letters === `${key}mat`) return { mark, isCertain: true };
    if (differByOne(letters, `${key}mat`)) return { mark, isCertain: false };
  }
  return undefined;
};

/** "MậT", as whoever has no capital Ậ writes it. */
const hasCapital = ({ text }: Word): boolean => /\p{Lu}/u.test(text);

/** Letters of the longest mark, with room for the strokes of a frame. */
const ALONE_AT_MOST = 12;

/**
 * The mark that a cell bears when it says nothing else: "MẬT", "Tối mật", "HỎA TỐC - MẬT", "T U Y Ệ T M Ậ T", "lMẬTl".
 * In small letters, "mật", it is none.
 */
export const readAloneMark = (cell: string): FoundMark | undefined => {
  const words = toWords(cell.replace(FRAME, ''));
  const at = words.findLastIndex((word) => word.folded === 'mat' || isMisread(word));
  const next = words[at + 1];
  if (next !== undefined && !next.isParted && BEHIND_OTHER.has(next.lower)) return undefined;
  const others = words.filter((_, i) => i !== at && !(i === at - 1 && readPrefix(words[i]) !== undefined));
  const first = readPrefix(words[at - 1]) === undefined ? words[at] : words[at - 1];
  if (at >= 0 && first !== undefined && others.every(isBeside)) {
    const found = readWord(words, at, true);
    if (found !== undefined && (first.isCapital || first.isTitled || hasCapital(first))) return found;
    // In small letters two words alone can hardly be anything else, nor can "Tài liệu mật"; one alone can: see readSmallMark.
    const isSentence = words[0]?.isTitled === true && !BEFORE_OTHER.has(words[at - 1]?.lower ?? '');
    if (found !== undefined && (isSentence || (first !== words[at] && others.length === 0)))
      return { ...found, isCertain: false };
  }
  const letters = joinSpaced(cell).replace(/[^\p{L}\p{M}0-9|]/gu, '');
  const isPrint =
    letters === letters.toUpperCase() || letters.replace(/l/gu, 'I') === letters.replace(/l/gu, 'I').toUpperCase();
  return letters.length <= ALONE_AT_MOST && isPrint ? readGlued(letters) : undefined;
};

/** What begins a new run of capitals in a head: issuer, motto, number, urgency. Folded. */
const NEW_RUN: ReadonlySet<string> = new Set(
  'dang cong doc so hoa khan thuong hen ban tai tinh thanh huyen quan thi uy hoi ubnd bo van truong tong trung vien'.split(
    ' ',
  ),
);
/** Words before the name of a place. — cấp hành chính, địa hình */
const LEVELS: ReadonlySet<string> = new Set(
  'xã phường thôn bản ấp huyện tỉnh quận khu làng sông núi đảo buôn sóc phố đường cầu chợ suối đồi'.split(' '),
);
/** The commonest names of families: a person's name follows. — họ */
const FAMILIES: ReadonlySet<string> = new Set(
  'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh lương mai đào đoàn lâm lưu quách cao lò vàng giàng sùng triệu nông ma vi bế'.split(
    ' ',
  ),
);

/** "NGUYỄN VĂN MẬT": a line that begins with a family's name, at most two words between. */
const isPerson = (words: readonly Word[], at: number): boolean =>
  at >= 1 && at <= 3 && FAMILIES.has(words[0]?.lower ?? '');

/** "XÃ NÀ MẬT", "XÃ MẬT": a level right before, or one word between; "PHƯỜNG 2 MẬT" is a number and a mark. */
const mayBePlace = (words: readonly Word[], at: number): boolean => {
  const [second, first] = [words[at - 2], words[at - 1]];
  if (first === undefined || /^\d/u.test(first.text)) return false;
  return LEVELS.has(first.lower) || (second !== undefined && LEVELS.has(second.lower));
};

/** What a paper quotes is no mark of its own: “MẬT”, also where the quotation began on the line above. */
const withoutQuotations = (line: string): string =>
  line.replace(/[“«"][^”»"]{0,400}[”»"]/gu, ' ').replace(/^[^“«]*[”»]/u, ' ');

/**
 * The mark that ends a run of capitals in a line of the head, beside number, issuer, motto or date:
 * "Số 05-KL/HU MẬT", "HUYỆN ỦY TÂN GIANG TUYỆT MẬT", "Số 07-TB/TU-MẬT". "BẢO MẬT", "MẬT ĐỘ", "XÃ NÀ MẬT" are none;
 * nor is a name of the paper (`names`, folded pairs such as "na mat"). `above` is the line before: "BẢO VỆ BÍ" goes on.
 */
export const readRunMark = (line: string, names: ReadonlySet<string>, above = ''): FoundMark | undefined => {
  const words = toWords(withoutQuotations(line));
  const lastAbove = toWords(above).at(-1);
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined || !word.isCapital || word.folded !== 'mat') continue;
    const prefix = readPrefix(words[at - 1]);
    const before = (prefix === undefined ? words[at - 1] : words[at - 2]) ?? lastAbove;
    const next = words[at + 1];
    const goesOn = next?.isCapital === true && !next.isParted && /\p{L}/u.test(next.text) && !NEW_RUN.has(next.folded);
    if (goesOn && BEHIND_OTHER.has(next.lower)) continue;
    if (prefix === undefined) {
      if (!isExact(word) || goesOn) continue;
      if (before !== undefined && BEFORE_OTHER.has(before.lower)) continue;
      if (isPerson(words, at) || names.has(`${before?.folded ?? ''} mat`)) continue;
    }
    const found = readWord(words, at, false);
    const isDoubtful = goesOn || (prefix === undefined && mayBePlace(words, at));
    if (found !== undefined) return isDoubtful ? { ...found, isCertain: false } : found;
  }
  return readSymbolMark(line);
};

/** "… về công tác cán bộ (MẬT)": behind a sentence, in brackets. */
const IN_BRACKETS = /[([]\s?(?<value>(?:(?:TỐI|TUYỆT)\s)?MẬT|(?:T(?:ối|uyệt)\s[Mm]|M)ật)\s?[)\]]\s{0,5}$/u;
const ANNEX = /^[^\p{L}]{0,5}PHỤ LỤC(?!\p{L})/u;

/** What a line outside the head most likely bears: the mark in brackets at its end, or behind "PHỤ LỤC". — phụ lục mật */
export const readLikelyMark = (line: string): FoundMark | undefined => {
  const value = IN_BRACKETS.exec(line)?.groups?.value;
  if (value !== undefined) return { mark: readPrefix(toWords(value)[0])?.mark ?? 'MẬT', isCertain: false };
  const found = ANNEX.test(line) ? readRunMark(line, new Set()) : undefined;
  return found === undefined ? undefined : { ...found, isCertain: false };
};

/**
 * "mật" in small letters alone on a line of the head: likely a mark, unless the line above goes on with it
 * ("V/v bảo vệ bí / mật").
 */
export const readSmallMark = (line: string, above: string): FoundMark | undefined => {
  if (line.replace(FRAME, '') !== 'mật') return undefined;
  const before = toWords(above).at(-1);
  return before !== undefined && (BEFORE_OTHER.has(before.lower) || /\p{Ll}$/u.test(above.trim()))
    ? undefined
    : { mark: 'MẬT', isCertain: false };
};
