import { AUTHORITY_BODY_START, ORGAN_NAMES } from '../../language/lexicon/committees.js';
import { readTitleType } from '../../language/lexicon/title-types.js';
import { ADDRESSEES_START } from '../../language/printed/addressees.js';
import { findPlaceAtEnd } from '../../language/printed/place-line.js';
import { isCapitals } from '../../language/writing/capitals.js';
import { readMarks } from './enumerators.js';
import { isRule } from './furniture.js';
import { cutLine, type PrintedLine, splitColumns } from './printed-lines.js';
import { splitTail, startOfTail } from './tail.js';

/** A document cut into what stands above the text, the text, and what stands below it. */
export interface Zones {
  readonly head: readonly PrintedLine[];
  readonly body: readonly PrintedLine[];
  readonly recipients: readonly PrintedLine[];
  readonly signature: readonly PrintedLine[];
  /** What stands below: annexes, copies' headers. */
  readonly after: readonly PrintedLine[];
}

// A header of 80 lines is longer than any page.
const HEAD_AT_MOST = 80;

// Who a first sentence has for its subject, and what it does: "Ban Thường vụ … kết luận", "Đồng chí … chủ trì".
const AUTHORS = `${ORGAN_NAMES}|ubnd|uy ban nhan dan|van phong|dong chi|chu tich|thu tuong|pho thu tuong|pho chu tich`;
const AUTHOR_ACTS = [
  ' da ',
  ' yeu cau',
  ' nhan duoc',
  ' to chuc',
  ' hop ',
  ' chu tri',
  ' ket luan',
  ' thong bao',
  ' co y kien',
  ' lam viec',
  ' ban hanh',
  ' xem xet',
  ', ngay ',
].join('|');

// The words that a text opens with, once the title is read.
const OPENING = new RegExp(
  `^(?:${[
    'ngay \\d',
    'ngay\\s{2,}',
    'thuc hien',
    'can cu',
    'sau khi',
    'tai (?:hoi nghi|cuoc hop|phien hop|buoi|ky hop|tru so)',
    'trong (?:thoi gian|nhung nam|\\d|cac ngay|hai ngay|qua trinh|boi canh|nam)',
    'xet',
    'de ',
    'vua qua',
    'tu (?:ngay|nam|khi|dau)',
    'ngay sau',
    'tren co so',
    'theo',
    'qua ',
    'hien nay',
    'thoi gian qua',
    'sang ngay',
    'chieu ngay',
    'tiep theo',
    'nham ',
    'vao ngay',
    'hoi nghi lan thu',
    `(?:${AUTHORS})[^:]{3,90}(?:${AUTHOR_ACTS})`,
  ].join('|')})`,
  'u',
);
const SUBJECT_START = /^(?:ve |v\/v|ket luan |tai |nghe |ban hanh|y kien|cua )/u;
const UNFINISHED =
  /(?:,|-|\b(?:cua|va|ve|cac|voi|cho|tai|trong|theo|den|so|ngay|(?<!viet )nam|thang|giai doan|tinh|huyen|xa|uy ban|nhan dan|thuc hien|tiep tuc|dan toc|du an|de an))$/u;

// Below an abstract without an empty line between, only words that no abstract begins with.
const OPENING_AT_ONCE = new RegExp(
  `^(?:${[
    'ngay \\d',
    'can cu',
    'sau khi',
    'tai (?:hoi nghi|cuoc hop|phien hop|ky hop)',
    'trong (?:thoi gian|cac ngay|\\d)',
    'thuc hien (?:chuong trinh|ke hoach)',
    'xet ',
    // "Hội nghị lần thứ bảy Ban Chấp hành … họp ngày …", "Ban Thường vụ Tỉnh ủy đã …": a sentence with its verb
    `(?:hoi nghi lan thu|${AUTHORS})[^:]{3,160} (?:da |(?<!(?:cuoc|phien|ky) )hop(?: ngay| hoi| va |$)|nhan duoc |co y kien |thong nhat |ket luan(?: nhu sau)?\\s*:)`,
  ].join('|')})`,
  'u',
);

/** An abstract's line below one in capitals is shorter: "Nhiệm kỳ 2025-2030". */
const LONG_LINE = 40;

/** "THỦ TƯỚNG CHÍNH PHỦ điện:" — công điện */
const WIRES = /^.{3,90}\sdien\s?:$/u;

/** Characters of the shortest line that is surely an item's. */
const ITEM_AT_LEAST = 16;
const ANNOUNCES_ORDERS = /(?:yeu cau|chi thi|de nghi|nhu sau|sau day)\s*:$/u;

const opensText = (line: PrintedLine, previous: PrintedLine, seenSubject: boolean, isLoudSubject: boolean): boolean => {
  if (!isCapitals(line.text) && readMarks(line.text).some((mark) => !mark.damaged && mark.ordinal === 1)) return true;
  // Where the first item's mark was lost the second one tells, or the words that announce them: a head holds neither.
  const isItem = readMarks(line.text).some(
    (mark) => !mark.damaged && mark.ordinal > 1 && /^\s*\d{1,2}[.)]/u.test(mark.printed),
  );
  if (seenSubject && !isCapitals(line.text) && line.text.length > ITEM_AT_LEAST && isItem) return true;
  if (seenSubject && ANNOUNCES_ORDERS.test(line.folded)) return true;
  if (seenSubject && WIRES.test(line.folded)) return true;
  // "VỀ VIỆC …" in capitals ends where small letters begin.
  const isQuiet = !isCapitals(line.text) && /^[“"]?\p{Lu}/u.test(line.text);
  if (isLoudSubject && isCapitals(previous.text) && isQuiet && !SUBJECT_START.test(line.folded)) return true;
  // The same below any abstract in capitals, where the line is long enough for a text's.
  const isBelowLoud = seenSubject && isCapitals(previous.text) && isQuiet && line.text.length > LONG_LINE;
  if (isBelowLoud && !SUBJECT_START.test(line.folded)) return true;
  const isCapitalized = /^[“"(]?\p{Lu}/u.test(line.text) && !isCapitals(line.text);
  if (!line.blankBefore) {
    if (!seenSubject || UNFINISHED.test(previous.folded)) return false;
    return line.text.length > 140 || (isCapitalized && OPENING_AT_ONCE.test(line.folded));
  }
  const opens = isCapitalized && OPENING.test(line.folded);
  if (SUBJECT_START.test(line.folded) && line.text.length < 400 && !opens) return seenSubject;
  return seenSubject || line.text.length > 160 || opens;
};

// "Cục Thuế nhận được …", "Văn phòng đề nghị …": of whom no list knows the name either.
const TELLS = /^[^:;,]{3,80} (?:nhan duoc|co y kien|yeu cau|de nghi|tra loi|thong bao|trao doi|huong dan)(?![a-z])/u;

/** True below the addressees for the first line of a text: an item, a sentence with its verb, a sentence below their full stop. */
const opensLetter = (line: PrintedLine, above: string): boolean =>
  readMarks(line.text).some((mark) => !mark.damaged && mark.ordinal === 1 && /^\s*\d/u.test(mark.printed)) ||
  (!/[;,]\s*$/u.test(line.text) && TELLS.test(line.folded)) ||
  (/[^.]\.\s*$/u.test(above) && /^\p{Lu}\p{Ll}/u.test(line.text) && line.text.length >= ITEM_AT_LEAST);

/** Index of the first line of the text of an official letter, which has no title: below "Kính gửi". */
const endOfLetterhead = (lines: readonly PrintedLine[]): number => {
  const address = lines.findIndex((line, at) => at < HEAD_AT_MOST && ADDRESSEES_START.test(line.folded));
  if (address < 0) return -1;
  let at = address + 1;
  while (at < lines.length && at - address < 30) {
    const line = lines[at];
    if (line === undefined) break;
    const isAddressee =
      /^[-–+•]/u.test(line.text) ||
      (!line.blankBefore &&
        line.text.length < 90 &&
        !OPENING.test(line.folded) &&
        !opensLetter(line, lines[at - 1]?.text ?? ''));
    if (!isAddressee && !isRule(line)) break;
    at++;
  }
  return at;
};

/** Index of the first line of the text: after title, author and abstract. */
const endOfTitle = (lines: readonly PrintedLine[], title: number): number => {
  const first = lines[title];
  let seenSubject = first !== undefined && first.text.length > 60;
  let isLoudSubject = false;
  let seenRule = false;
  let at = title + 1;
  for (; at < lines.length && at - title < 25; at++) {
    const line = lines[at];
    const previous = lines[at - 1];
    if (line === undefined || previous === undefined) break;
    if (isRule(line)) {
      // "Hội nghị Ban Chấp hành … lần thứ 3" + "-----" + "Ngày …, Ban Chấp hành …": no rule parts an author from his abstract.
      seenRule ||= seenSubject || (at > title + 1 && OPENING_AT_ONCE.test(lines[at + 1]?.folded ?? ''));
      continue;
    }
    // A submission names its addressees below the title.
    if (ADDRESSEES_START.test(line.folded)) return endOfLetterhead(lines);
    if (seenRule || opensText(line, previous, seenSubject, isLoudSubject)) break;
    if (
      /^(?:ve|v\/v|ket luan) |^cua .{3,90} ve /u.test(line.folded) ||
      (seenSubject === false && !/^(?:cua|hoi nghi|ban (?:chap|thuong))/u.test(line.folded))
    )
      seenSubject = true;
    if (seenSubject && isCapitals(line.text) && /^(?:ve|v\/v|ket luan)/u.test(line.folded)) isLoudSubject = true;
  }
  return at;
};

const HEADER_LINE =
  /^(?:\*|cong hoa xa hoi|doc lap|dang cong san|so\s*(?::\s*)?(?:\d|\.|\s|$|-)|(?:thu tuong|ban|van phong)\b.{0,60}$)|,\s*ngay\s(?:(?!thang).){0,140}thang(?:(?!nam).){0,140}nam/u;
/** Characters of a body's name in a header beside its first words. */
const ISSUER_AT_MOST = 80;

const isHeaderLine = ({ folded, text }: PrintedLine): boolean =>
  HEADER_LINE.test(folded) || (text.length <= ISSUER_AT_MOST && AUTHORITY_BODY_START.test(folded));

/** Index of the first line of the text where no title is found: below the lines that can only be a header's. */
const endOfBareHead = (lines: readonly PrintedLine[]): number => {
  let end = 0;
  for (let at = 0; at < Math.min(lines.length, 20); at++) {
    const line = lines[at];
    if (line === undefined || line.text.length > 140 || OPENING.test(line.folded)) break;
    if (isRule(line) || (isHeaderLine(line) && (isCapitals(line.text) || /\d|^\*/u.test(line.text)))) end = at + 1;
  }
  return end;
};

const DATE_BEHIND_PLACE = /,\s*ng[a-z]y(?![a-z])/u;
// "ĐẢNG ỦY XÃ NÀ LẠN. Nà Lạn, ngày 5 …", "V/v treo cờ Nà Lạn, ngày 5 …": what is long leaves no gap before the place.
const LOUD_LEFT = /^\P{L}*(?:\p{Lu}{2,}[\s.,]+){2,}$/u;
const QUIET_LEFT = /^[^a-z]*(?:v\/v|ve viec|s[o0])(?![a-z])/u;

/** Cuts a line of the left column from the place and date that run on behind it. */
const splitPlace = (line: PrintedLine): PrintedLine[] => {
  const comma = DATE_BEHIND_PLACE.exec(line.folded)?.index ?? 0;
  const at = comma === 0 ? 0 : (findPlaceAtEnd(line.text.slice(0, comma))?.start ?? 0);
  if (!LOUD_LEFT.test(line.text.slice(0, at)) && !QUIET_LEFT.test(line.folded.slice(0, at))) return [line];
  const parts = [cutLine(line, 0, at), cutLine(line, at, line.text.length)];
  return parts.filter((part) => part !== undefined);
};

/** Cuts the columns of the lines above the text apart, and what `**` glues together. */
const splitHead = (lines: readonly PrintedLine[]): PrintedLine[] => lines.flatMap(splitColumns).flatMap(splitPlace);

/** Index of the title line, in capitals first, else standing alone. */
export const findTitle = (lines: readonly PrintedLine[], from = 0, limit = HEAD_AT_MOST): number => {
  const to = Math.min(lines.length, from + limit);
  for (let at = from; at < to; at++) {
    const line = lines[at];
    if (line === undefined || /^\W*noi nhan/u.test(line.folded)) break;
    if (readTitleType(line.text) !== undefined && isCapitals(line.text.slice(0, 8))) return at;
    if (line.text.length > 200 && readMarks(line.text).length > 0) break;
  }
  for (let at = from; at < to; at++) {
    const line = lines[at];
    // Below Nơi nhận a title is an annex's: "Phụ lục" + "KẾ HOẠCH SỐ HÓA …" under a letter, which has none.
    if (line === undefined || line.text.length > 200 || /^\W*noi nhan/u.test(line.folded)) break;
    if (readTitleType(line.text) !== undefined) return at;
  }
  return -1;
};

/**
 * Cuts the lines of one document into header, text, Nơi nhận, signature and the rest. Columns side by side are told
 * apart above and below the text; the text itself keeps its lines.
 */
export const cutZones = (lines: readonly PrintedLine[]): Zones => {
  // A title may stand glued to author and abstract in one line, or beside a column.
  const title = findTitle(lines);
  const letter = title < 0 ? endOfLetterhead(lines) : -1;
  const start =
    title >= 0 ? endOfTitle(lines, title) : Math.max(letter, title < 0 && letter < 0 ? endOfBareHead(lines) : 0);
  const tail = startOfTail(lines, start);
  const { recipients, signature, after } = splitTail(lines.slice(tail));
  return {
    head: splitHead(lines.slice(0, Math.min(start, tail))),
    body: lines.slice(Math.min(start, tail), tail).filter((line) => !isRule(line)),
    recipients,
    signature,
    after,
  };
};
