import { PARTY_SYMBOL, STATE_SYMBOL } from '../../language/printed/document-number.js';
import { DIGIT_LIKE, toDigits, toRomanPrint } from '../../language/printed/look-alikes.js';
import {
  type Family,
  foreignLetterOrdinal,
  letterOrdinal,
  ORDINAL_WORDS,
  readRoman,
  toRoman,
  writeValue,
} from '../../language/printed/numerals.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { Enumerator } from '../../schemas/stages.js';

/** One way to read the mark at the start of a paragraph. Several may fit: `i)` is a letter or a small Roman one. */
export interface Reading {
  readonly family: Family;
  readonly style: Enumerator['style'];
  /** Place in its series, from 1; 0 for a mark that only its neighbours can count (a lost digit). */
  readonly ordinal: number;
  /** How the place is written in a number path: "II", "2", "đ"; empty for dashes. */
  readonly value: string;
  /** For 1.2.3: the part before the last, "1.2". */
  readonly prefix: string;
  readonly printed: string;
  /** True when the print had to be mended to be read so. */
  readonly damaged: boolean;
  /** True when the place was taken from the neighbours: mend-romans.ts. */
  readonly mended?: true;
  /** True for a print that is a mark only where the next of its series follows: "1 Sở Y tế", which may be a figure. */
  readonly needsFollower?: true;
}

interface Mark {
  readonly pattern: RegExp;
  readonly read: (
    match: RegExpExecArray,
  ) => Pick<Reading, 'family' | 'style' | 'ordinal' | 'value' | 'needsFollower'> & { prefix?: string };
}

const count = (family: Family, style: Enumerator['style'], ordinal: number) => ({
  family,
  style,
  ordinal,
  value: ordinal > 0 ? writeValue(family, ordinal) : '',
});

/** A letter of a list; f, j, w and z of a word processor stand between two of the alphabet. */
const countLetter = (letter: string) => {
  const ordinal = letterOrdinal(letter);
  if (ordinal > 0) return count('letter', 'letter', ordinal);
  const style = 'letter' as const;
  return { family: style, style, ordinal: foreignLetterOrdinal(letter), value: letter.toLowerCase() };
};

const DIVISIONS: Readonly<Record<string, Family>> = { phan: 'phan', chuong: 'chuong', muc: 'muc', dieu: 'dieu' };

const readDivision = (match: RegExpExecArray) => {
  const word = match[2] ?? '';
  const ordinal = ORDINAL_WORDS[word] ?? (/^\d+$/u.test(word) ? Number(word) : readRoman(word));
  const isRoman = !(word in ORDINAL_WORDS) && !/^\d+$/u.test(word);
  return {
    family: DIVISIONS[match[1] ?? ''] ?? 'phan',
    style: 'part' as const,
    ordinal,
    value: isRoman ? toRoman(ordinal) : String(ordinal),
  };
};

// What may follow a mark: text, or nothing where the text stands on the next line.
const THEN_TEXT = '(?:\\s+(?=\\S)|(?=[\\p{L}"“(*[])|$)';
// After a dash a figure means a range: "15 - 20 xã".
const THEN_WORDS = '(?:\\s*(?=[^\\s\\d])|$)';
const mark = (source: string): RegExp => new RegExp(`^${source}`, 'u');

/** Marks as they should be printed. Tried on the original text, but for the words of divisions. */
const SOUND_MARKS: readonly Mark[] = [
  // 1.1.  2.3.1  1.2-
  {
    pattern: mark(`(\\d{1,2}(?:\\.\\d{1,2}){1,3})(?:\\s*[.)–-]+${THEN_TEXT}|\\s+(?=\\p{Lu}))`),
    read: (match) => {
      const parts = (match[1] ?? '').split('.');
      const last = parts.pop() ?? '';
      return {
        family: 'decimal',
        style: 'decimal',
        ordinal: Number(last),
        value: String(Number(last)),
        prefix: parts.map(Number).join('.'),
      };
    },
  },
  // I.1.  II.2
  {
    pattern: mark(`([IVX]{1,5})\\.(\\d{1,2})\\s*[.)–-]*${THEN_TEXT}`),
    read: (match) => ({ ...count('decimal', 'decimal', Number(match[2])), prefix: match[1] ?? '' }),
  },
  // I-  II.  III -
  {
    pattern: mark(`([IVXL]{1,6})\\s*[.:)/–—-]+${THEN_WORDS}`),
    read: (match) => count('roman', 'roman', readRoman(match[1] ?? '')),
  },
  // 1-  2.  3 –
  {
    pattern: mark(`(\\d{1,2})(?:\\s*[.:][–—-]?${THEN_TEXT}|[.:\\s]*[–—-]+${THEN_WORDS})`),
    read: (match) => count('arabic', 'arabic', Number(match[1])),
  },
  // 1/  1/.  as older papers write
  { pattern: mark('(\\d{1,2})\\/[.–-]?\\s+(?=\\S)'), read: (match) => count('arabic', 'arabic', Number(match[1])) },
  // (1)  2)
  { pattern: mark(`\\(?(\\d{1,2})\\)[.:]?${THEN_TEXT}`), read: (match) => count('paren', 'paren', Number(match[1])) },
  // a)  đ)  b.  c-  (d)  a/  e).
  {
    pattern: mark(
      `(?:\\(([a-zđ])\\)[.:]?|([a-zđ])(?:\\s?\\)[.:]?|[.:](?=\\s)|\\s?[–-](?=\\s)|\\/(?=\\s)))${THEN_TEXT}`,
    ),
    read: (match) => countLetter(match[1] ?? match[2] ?? ''),
  },
  // A.  B-
  {
    pattern: mark(`([A-ZĐ])\\s?[.)–-]+(?=\\s)${THEN_TEXT}`),
    read: (match) => count('upper', 'letter', letterOrdinal(match[1] ?? '')),
  },
  // (i)  iv)  (ii).
  {
    pattern: mark(`\\(?([ivx]{1,5})\\)[.:]?${THEN_TEXT}`),
    read: (match) => count('roman-lower', 'roman-lower', readRoman(match[1] ?? '')),
  },
  { pattern: mark('[-–—−]+\\s*(?=[^\\s=-])'), read: () => count('dash', 'dash', 1) },
  { pattern: mark('\\+\\s*(?=\\S)'), read: () => count('plus', 'plus', 1) },
  { pattern: mark('(?:[•●▪■◦○·❖➢✓]\\s*|\\*\\s+)(?=\\S)'), read: () => count('bullet', 'bullet', 1) },
  // The second bullet of a word processor: "o Sở Tài chính …"
  { pattern: mark('o\\s+(?=\\p{Lu}\\p{Ll})'), read: () => count('plus', 'plus', 1) },
];

const DIVISION: Mark = {
  pattern: mark(
    `(phan|chuong|muc|dieu)\\s+(?:thu\\s+)?(${Object.keys(ORDINAL_WORDS).join('|')}|[ivxl]{1,6}|\\d{1,3})(?:\\s*[.:)–-]+\\s*|\\s+|$)`,
  ),
  read: readDivision,
};

const mendDigits = (print: string): number => Number(toDigits(print));
const mendRoman = (print: string): number => readRoman(toRomanPrint(print));

/** Marks as OCR leaves them. They count only where their series expects them. */
const DAMAGED_MARKS: readonly Mark[] = [
  // I1-  l |  Il.  TI/  HI.
  {
    pattern: mark(
      '((?:T(?=[Il1|!]))?[IVXHl1|![\\]]{1,5}(?:\\s[Il1|!])?)(?:\\s*[.:)/–—-]+\\s*|(?<=\\s[Il1|!])\\s+)(?=\\p{L})',
    ),
    read: (match) => count('roman', 'roman', mendRoman(match[1] ?? '')),
  },
  // "I ĐÁNH GIÁ": the stop is lost. V, VI and XI are syllables as well.
  {
    pattern: mark('(I{1,3}|IV)\\s+(?=\\p{Lu}{2})'),
    read: (match) => count('roman', 'roman', readRoman(match[1] ?? '')),
  },
  // "1, Sở": a speck made a comma of the stop
  { pattern: mark('(\\d{1,2}),\\s+(?=\\p{Lu})'), read: (match) => count('arabic', 'arabic', Number(match[1])) },
  // "1 Sở": the stop is lost
  {
    pattern: mark('(\\d{1,2})\\s+(?=\\p{Lu}\\p{Ll})'),
    read: (match) => ({ ...count('arabic', 'arabic', Number(match[1])), needsFollower: true as const }),
  },
  // Š.  l.  B-
  {
    pattern: mark(`([${DIGIT_LIKE.inMark}gqbAT]{1,2})\\s*[.:–—-]+${THEN_TEXT}`),
    read: (match) => count('arabic', 'arabic', mendDigits(match[1] ?? '')),
  },
  // (l)  S)
  {
    pattern: mark(`\\(?([${DIGIT_LIKE.inMark}]{1,2})[)}\\]]${THEN_TEXT}`),
    read: (match) => count('paren', 'paren', mendDigits(match[1] ?? '')),
  },
  // (11) for (ii), (1v) for (iv)
  {
    pattern: mark(`\\(([ivxl1I|]{1,5})\\)${THEN_TEXT}`),
    read: (match) => count('roman-lower', 'roman-lower', mendRoman(match[1] ?? '')),
  },
  // đ) for d) and the other way
  {
    pattern: mark(`\\(?([dđ])\\)${THEN_TEXT}`),
    read: (match) => count('letter', 'letter', match[1] === 'd' ? letterOrdinal('đ') : letterOrdinal('d')),
  },
  // 8) for g), 6) for b)
  {
    pattern: mark(`\\(?([0689])\\)${THEN_TEXT}`),
    read: (match) =>
      count('letter', 'letter', letterOrdinal({ '0': 'o', '6': 'b', '8': 'g', '9': 'g' }[match[1] ?? ''] ?? '')),
  },
  // 8), 4), á) for a)
  { pattern: mark(`\\(?[84àáảãạâăä@]\\)${THEN_TEXT}`), read: () => count('letter', 'letter', letterOrdinal('a')) },
  // ®) for e), ¢) for c) or e)
  { pattern: mark(`\\(?[®€¢]\\)${THEN_TEXT}`), read: () => count('letter', 'letter', letterOrdinal('e')) },
  { pattern: mark(`\\(?[©¢]\\)${THEN_TEXT}`), read: () => count('letter', 'letter', letterOrdinal('c')) },
  // ® for a bullet
  { pattern: mark('[®©¢°]\\s+(?=\\p{Lu})'), read: () => count('bullet', 'bullet', 1) },
  // ". Để …": the digit is lost
  { pattern: mark('[.,]\\s+(?=\\p{Lu})'), read: () => count('arabic', 'arabic', 0) },
  { pattern: mark('\\(\\)\\s*(?=\\p{L})'), read: () => count('roman-lower', 'roman-lower', 0) },
  { pattern: mark('[_~¬=»]+\\s+(?=\\p{L})'), read: () => count('dash', 'dash', 1) },
];

const applyMark = (one: Mark, text: string, damaged: boolean): Reading | undefined => {
  const match = one.pattern.exec(text);
  if (match === null) return undefined;
  const read = one.read(match);
  // Ordinal 0 says that the numeral was no numeral, but for the marks that lost theirs.
  if (read.ordinal === 0 && (!damaged || read.family === 'roman')) return undefined;
  return { prefix: '', ...read, printed: match[0].trim(), damaged };
};

// "30-KL/TU theo quy định": a line that goes on with the number of a cited paper; "V/v" is no five.
const NO_MARK = new RegExp(
  `^(?:V/v|\\d{1,4}(?:\\s?(?=[-–—]\\S)${PARTY_SYMBOL}|(?=/\\S*[-–—])${STATE_SYMBOL})(?![\\p{L}\\p{N}]))`,
  'u',
);

// What no paragraph without a mark begins with; most lines end here.
const MAY_BE_MARK =
  /^(?:[(\-–—−+•●▪■◦○·❖➢✓*_~¬=».,®©¢€°]|o\s+\p{Lu}|[\p{L}\d|![\]]{1,6}(?:\s[Il1|!])?\s?[.):/–—}\]-]|\d{1,2},\s|I[IV]{0,2}\s\p{Lu}{2}|[\d.]+\s|[Il1|!]\s[Il1|!]\s|(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU)\s)/u;

const readHead = (head: string): readonly Reading[] => {
  if (NO_MARK.test(head)) return [];
  const readings: Reading[] = [];
  if (/^\p{Lu}/u.test(head)) {
    const division = applyMark(DIVISION, foldChars(head), false);
    const printed = head.slice(0, division?.printed.length ?? 0);
    // "Phần thứ hai NHIỆM VỤ" is a title, "Điều 5 Nghị định" and "Mục 2 nêu trên" are citations.
    const isOwn =
      /[.:)–-]$/u.test(printed) ||
      printed.length === head.length ||
      (/^(?:phan|chuong)/u.test(division?.family ?? '') && /^\s+\p{Lu}{2}/u.test(head.slice(printed.length)));
    if (division !== undefined && isOwn) readings.push({ ...division, printed });
  }
  for (const one of SOUND_MARKS) {
    const reading = applyMark(one, head, false);
    if (reading !== undefined) readings.push(reading);
  }
  for (const one of DAMAGED_MARKS) {
    const reading = applyMark(one, head, true);
    if (reading !== undefined) readings.push(reading);
  }
  return readings;
};

/** Heads whose readings are kept: each step of the outline asks for the same lines of one paper again. */
const HEADS_KEPT = 256;
const heads = new Map<string, readonly Reading[]>();

/**
 * Every way to read the mark that a paragraph begins with: sound ones first, then those that a damaged print allows.
 * `readMarks('đ) Sở Y')` gives the letter đ, then the letter d as damage. Nothing for a paragraph without a mark.
 */
export const readMarks = (text: string): readonly Reading[] => {
  const head = text.slice(0, 40);
  if (!MAY_BE_MARK.test(head)) return [];
  const kept = heads.get(head);
  if (kept !== undefined) return kept;
  if (heads.size >= HEADS_KEPT) heads.clear();
  const readings = readHead(head);
  heads.set(head, readings);
  return readings;
};
