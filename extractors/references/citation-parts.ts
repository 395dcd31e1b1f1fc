import { ISSUER_ENDS, TITLE_ENDS, TITLE_TIMES } from '../../language/lexicon/citation-words.js';
import { CITED_TYPES, TYPES_BY_SYMBOL } from '../../language/lexicon/document-types.js';
import { ISSUER_OPENINGS } from '../../language/lexicon/issuers.js';
import { ADDRESSEES } from '../../language/printed/addressees.js';
import { DAY_WORD } from '../../language/printed/date-patterns.js';
import { readNumberParts } from '../../language/printed/document-number.js';
import { FOLDED_NUMBER_WORD } from '../../language/printed/number-line.js';
import { readPrintedDate, toPrintedDay } from '../../language/printed/printed-date.js';
import { foldSource } from '../../language/writing/patterns.js';
import { matchPhrase } from '../../language/writing/phrases.js';
import type { SearchedText } from '../../language/writing/prepared-text.js';
import { readTokens } from '../../language/writing/tokens.js';
import { fold } from '../../language/writing/unicode.js';
import type { IsoDate } from '../../schemas/span.js';
import { FIELDS, HEADS } from '../bodies/lexicon.js';

/** A part of a citation and where it ends. */
export interface Part<Value> {
  readonly value: Value;
  readonly start: number;
  readonly end: number;
}

const LOOK_BACK = 60;
const ISSUER_LENGTH = 140;
const TITLE_LENGTH = 320;

const typeByFoldedWord = new Map<string, string>([
  ...CITED_TYPES.map((type) => [fold(type), type] as const),
  ...[...TYPES_BY_SYMBOL].map(([symbol, type]) => [fold(symbol), type] as const),
]);
// TTr and TT fold to different letters, CT and CTr too; the longer comes first all the same
const typeWords = [...typeByFoldedWord.keys()]
  .sort((a, b) => b.length - a.length)
  .map(foldSource)
  .join('|');

// Nghị quyết số 05-NQ/TU | NQ 05-NQ/TU | Nghị quyết 05-NQ/TU | Luật Đầu tư công số 58/2024/QH15 | QUYẾT ĐỊNH Số: 12
const TYPE_BEFORE = new RegExp(
  `(?<![a-z0-9])(?<type>${typeWords})(?:\\s+${FOLDED_NUMBER_WORD})?\\s*(?:[:.]\\s*)?$`,
  'u',
);
const LAW_BEFORE = new RegExp(
  `(?<![a-z0-9])(?<type>bo luat|luat|phap lenh)\\s[^,;.:()\\d]{2,80}(?:\\s+${FOLDED_NUMBER_WORD})\\s*(?:[:.]\\s*)?$`,
  'u',
);
// số 1208/UBND | Số: 1208/UBND | các số
const NUMBER_WORD_BEFORE = new RegExp(`(?<![a-z0-9])${FOLDED_NUMBER_WORD}\\s*(?:[:.]\\s*)?$`, 'u');

/** The type that stands right before a number, with the word "số" if there is one; undefined when there is none. */
export const readTypeBefore = ({ folded }: SearchedText, at: number): Part<string | null> | undefined => {
  const from = Math.max(0, at - LOOK_BACK);
  const before = folded.slice(from, at);
  const match = TYPE_BEFORE.exec(before) ?? LAW_BEFORE.exec(before);
  const found = match?.groups?.type;
  if (match !== null && found !== undefined) {
    const type = typeByFoldedWord.get(found) ?? null;
    return { value: type, start: from + match.index, end: at };
  }
  const word = NUMBER_WORD_BEFORE.exec(before);
  return word === null ? undefined : { value: null, start: from + word.index, end: at };
};

// ngày 9/5/2023 | , ngày 9 tháng 5 năm 2023 | ban hành ngày 02-8-2018 | (09/5/2023)
const DATE_OPENING = new RegExp(
  `^\\s*(?:(?:[,(]\\s*)?(?:${foldSource('ban hành |ký ')})?(?=${DAY_WORD})|\\(\\s*(?=\\d))`,
  'u',
);

// 18-NQ/TW¹ ngày … | 18-NQ/TW[1], ngày … | 18-NQ/TW(1) ngày … | 18-NQ/TW1 ngày … in a layer without raised figures
const FOOTNOTE_REFERENCE = /^(?:[¹²³⁰⁴-⁹]{1,3}|\[\d{1,2}\]|\(\d{1,2}\)|\d{1,2}(?=[\s,;.)]))/u;

/** Where the citation goes on behind a number: behind the reference to a footnote that may stand there. — chú thích */
export const skipFootnote = ({ folded }: SearchedText, at: number): number =>
  at + (FOOTNOTE_REFERENCE.exec(folded.slice(at, at + 5))?.[0].length ?? 0);

/** The date that follows a number; its end is also given when the day does not exist, and then the value is null. */
export const readDateAfter = ({ folded }: SearchedText, at: number): Part<IsoDate | null> | undefined => {
  const opening = DATE_OPENING.exec(folded.slice(at, at + 40));
  const date = opening === null ? null : readPrintedDate(folded, at + opening[0].length);
  if (date === null || date.day === null || date.month === null || date.year === null) return undefined;
  const closing = /^\s*\)/u.exec(folded.slice(date.span.end, date.span.end + 4))?.[0] ?? '';
  return { value: toPrintedDay(date) ?? null, start: at, end: date.span.end + closing.length };
};

const ISSUER_AFTER = new RegExp(
  `^\\s*(?:,\\s*)?cua\\s+(?=(?:${ISSUER_OPENINGS.map(foldSource).join('|')})(?![a-z]|[0-9]{3}))`,
  'u',
);
// A letter's addressees stand below its abstract and are no part of a name; a raised figure is a footnote's.
const ISSUER_STOP = new RegExp(
  `[,;.:()“”"*—\\[\\]¹²³⁰⁴-⁹]|\\s(?=${ADDRESSEES})|\\n\\s*\\n|\\s(?:${ISSUER_ENDS.map(foldSource).join('|')}|va\\s+(?:${CITED_TYPES.map(foldSource).join('|')}))(?![a-z0-9])`,
  'gu',
);
// Bộ Văn hoá, Thể thao và Du lịch: a comma inside a name
const NAME_GOES_ON = /^,\s+\p{Lu}\p{Ll}+(?:\s\p{Ll}+){0,3}\s+và\s+\p{Lu}/u;

/** End of the opening of a name that the lexicon knows: no word in it ends the name ("Ban Tuyên *giáo*"). */
const endOfKnown = (name: string): number => {
  const tokens = readTokens(name);
  const head = matchPhrase(HEADS, tokens, 0);
  if (head === undefined) return 0;
  const end = matchPhrase(FIELDS, tokens, head.end)?.end ?? head.end;
  return tokens[end - 1]?.end ?? 0;
};

const endOfName = (text: string, folded: string, start: number): number => {
  const last = Math.min(text.length, start + ISSUER_LENGTH);
  const known = start + endOfKnown(text.slice(start, last));
  for (const match of folded.slice(known, last).matchAll(ISSUER_STOP)) {
    const at = known + match.index;
    // Bộ Giao thông, Bộ Tài chính: with a capital it is part of the name. In a text all in capitals only marks end it.
    const isLoud = match[0].trim() !== '' && /^\s\p{Lu}/u.test(text.slice(at, at + 2));
    const isPartOfName = isLoud || NAME_GOES_ON.test(text.slice(at, at + 60));
    if (!isPartOfName) return at;
  }
  return last;
};

/** The body after "của": to the first mark or word that cannot be part of a name. */
export const readIssuerAfter = ({ text, folded }: SearchedText, at: number): Part<string> | undefined => {
  const opening = ISSUER_AFTER.exec(folded.slice(at, at + 60));
  if (opening === null) return undefined;
  const start = at + opening[0].length;
  // A body's name is written with a capital: "của tỉnh uỷ viên" is none. A text in capitals keeps the rule.
  if (!/^\p{Lu}/u.test(text.slice(start, start + 1))) return undefined;
  const end = endOfName(text, folded, start);
  // "của Trung ương1": a footnote's figure in a layer that raises none
  const name = text
    .slice(start, end)
    .trimEnd()
    .replace(/(?<=\p{Ll})\d{1,2}$/u, '');
  return { value: name, start, end: start + name.length };
};

// của Tỉnh uỷ (khoá XV) về …
const TITLE_AFTER = /^\s*(?:\([^()]{1,40}\)\s*)?(?:,\s*)?(?=(?:ve|v\/v)\s)/u;
const TITLE_STOP = new RegExp(
  [
    '[;()]',
    '\\.(?=\\s|$)',
    '\\n\\s*\\n',
    `,\\s*(?:${TITLE_ENDS.map(foldSource).join('|')})(?![a-z0-9])`,
    `\\s(?:${TITLE_TIMES.map(foldSource).join('|')})`,
    `(?:,|(?<!\\s))\\s+(?:va\\s+)?(?:${CITED_TYPES.map(foldSource).join('|')})\\s+s[o0]\\s`,
  ].join('|'),
  'u',
);

/** The title after "về": to the end of the sentence, the next citation, or the order that follows. — trích yếu */
export const readTitleAfter = ({ text, folded }: SearchedText, at: number): Part<string> | undefined => {
  const opening = TITLE_AFTER.exec(folded.slice(at, at + 64));
  if (opening === null) return undefined;
  const start = at + opening[0].length;
  const stop = folded.slice(start, start + TITLE_LENGTH).search(TITLE_STOP);
  const end = stop < 0 ? Math.min(text.length, start + TITLE_LENGTH) : start + stop;
  const title = text.slice(start, end).trimEnd();
  // "về việc" before an omission says nothing
  if (title.split(/\s+/u).length < 3) return undefined;
  return { value: title, start, end: start + title.length };
};

/** The type that the symbol of a number stands for; null when it stands for none, or for two as QĐ of the Party does. */
export const readTypeOfSymbol = (number: string): string | null => {
  const parts = readNumberParts(number);
  if (parts === undefined || parts.body === null || (parts.branch === 'party' && parts.type === 'QĐ')) return null;
  return TYPES_BY_SYMBOL.get(parts.type) ?? null;
};
