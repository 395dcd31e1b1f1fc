import { findPrintedDates } from '../../language/printed/printed-date.js';
import { isCapitals } from '../../language/writing/capitals.js';
import { isRule } from './furniture.js';
import { cutLine, type PrintedLine, splitColumns } from './printed-lines.js';
import { ENTRY_MARK, isAuthorityLine, isMendedOffice, isSignAboveOffice, isSignatureLine } from './signature-lines.js';
import { findUntitledList } from './untitled-list.js';

export { isAuthorityLine } from './signature-lines.js';

// "Nơi nhận:", and as OCR leaves it: "Noi nhén", "Nơi nhân", "Nợi nhận", "Nưi nhậm".
const RECIPIENTS_START = /^[^\p{L}]*n[a-z0]i\s*(?:nh[a-z][nm]|gui)(?![a-z0-9])\s*[:.;]?/u;
const NAME =
  /^(?:(?:gs|pgs|ts|ths|thieu tuong|trung tuong|dai ta|thuong ta)[\s.]+)*\p{Lu}[\p{Ll}’']*(?:\s+\p{Lu}[\p{Ll}’']*){1,4}$/u;
const ANNEX = /^phu luc(?:\s+(?:so\s*)?(?:[ivxl]+|\d{1,2}))?\b/u;
const COPY = /(?:^|\s)(?:sao y(?: ban chinh)?|sao luc|trich sao|ban sao)(?:\s|$)|\d\s*-\s*bs\s*\//u;
const RECIPIENTS_WORDS = /n[a-z0]i\s*(?:nh[a-z][nm]|gui)(?![a-z0-9])/u;
// "(Đã ký)", "[Chữ ký và dấu]"
const REMARK = /^[([]\s*(?:da ky|chu ky|ky ten|ky|dau)\b/u;
/** The last entry of Nơi nhận: "- Lưu: VT". */
const ARCHIVE = /^[^\p{L}]*luu(?![\p{L}])/u;
/** "kiêm" between two offices stands alone. */
const JOINT = /^kiem\b/u;

// "Phụ lục", "Phụ lục số 2", "Phụ lục I. Phân công nhiệm vụ": in small letters only alone on its line, or with its number.
const SMALL_ANNEX =
  /^phu luc(?:\s+(?:so\s*)?(?:[ivxl]+|\d{1,2}|[a-z]))?\s*(?:$|\(kem theo|[.:–-]\s*(?:danh muc|phan cong|bang|ke hoach|nhiem vu|cac nhiem vu|mot so|tien do))/u;

/** True for a line that opens an annex: "PHỤ LỤC 1", or "Phụ lục" below an empty line, as Nghị định 30/2020/NĐ-CP prints it. */
export const isAnnexTitle = (line: PrintedLine): boolean => {
  if (!ANNEX.test(line.folded) || line.text.length >= 160) return false;
  if (isCapitals(line.text.slice(0, 7))) return true;
  return line.text.startsWith('Phụ lục') && (line.blankBefore || line.pageStart) && SMALL_ANNEX.test(line.folded);
};

/** True for a line that says that what follows is the header of a copy. — sao y, sao lục, trích sao */
export const isCopyMark = (line: PrintedLine): boolean =>
  line.text.length < 80 && COPY.test(line.folded) && /^\P{L}*\p{Lu}/u.test(line.text);

/** "Nơi nhận" in a sentence is no title: a colon, an entry or a signature follows the title, or nothing. */
const opensRecipients = (column: PrintedLine): boolean => {
  const title = RECIPIENTS_START.exec(column.folded);
  if (title === null) return false;
  if (/[:.;]$/u.test(title[0])) return true;
  const rest = cutLine(column, title[0].length, column.text.length);
  return rest === undefined || /^[-–*]/u.test(rest.text) || isSignatureLine(rest);
};

/** "Nơi nhận XD Giao thông" beside "KT. GIÁM ĐỐC": the title, run together with an entry, in the row of the office. */
const opensBesideOffice = (line: PrintedLine, at: number): boolean => {
  const [title, ...others] = splitColumns(line);
  return at === 0 && title !== undefined && RECIPIENTS_START.test(title.folded) && others.some(isSignatureLine);
};

/** True for the text of a line that bears the title of the list of recipients, which no zone keeps. */
export const bearsRecipientsTitle = (folded: string): boolean => RECIPIENTS_WORDS.test(folded);

/** True for the line, or the column of a line, that opens the list of recipients. */
export const isRecipientsTitle = (line: PrintedLine): boolean =>
  RECIPIENTS_WORDS.test(line.folded) && (splitColumns(line).some(opensRecipients) || opensBesideOffice(line, 0));

const SIGNATURE_ABOVE_AT_MOST = 14;

/** Index of the first line below the text: Nơi nhận or the signature, whichever comes first; the length when neither is there. */
export const startOfTail = (lines: readonly PrintedLine[], from: number): number => {
  let start = -1;
  for (let at = from; at < lines.length && start < 0; at++) {
    const line = lines[at];
    if (line !== undefined && isRecipientsTitle(line)) start = at;
  }
  if (start < 0) start = findUntitledList(lines, from)?.start ?? -1;
  if (start < 0) {
    // Without Nơi nhận, the last authority line in the last lines of the text.
    for (let at = lines.length - 1; at >= from && at >= lines.length - 40; at--) {
      const line = lines[at];
      if (line !== undefined && (isAuthorityLine(line) || isSignAboveOffice(line, lines[at + 1]))) start = at;
    }
    if (start >= 0) return start;
    const annex = lines.findIndex((line, at) => at > from && isAnnexTitle(line));
    return annex < 0 ? lines.length : annex;
  }
  // A signature read before the list on its left.
  for (let at = start - 1; at >= from && start - at <= SIGNATURE_ABOVE_AT_MOST; at--) {
    const line = lines[at];
    if (line === undefined || line.text.length > 80) break;
    if (isAuthorityLine(line) || (isSignatureLine(line) && lines.slice(at + 1, start).every((l) => l.text.length < 60)))
      return firstOfBlock(lines, at, from);
  }
  return start;
};

const firstOfBlock = (lines: readonly PrintedLine[], at: number, from: number): number => {
  let first = at;
  while (first - 1 >= from) {
    const above = lines[first - 1];
    if (above === undefined || !isSignatureLine(above)) break;
    first--;
  }
  return first;
};

/** Columns from the left at which only the signature's column can stand. */
const FAR_COLUMN = 30;

interface Tail {
  readonly recipients: readonly PrintedLine[];
  readonly signature: readonly PrintedLine[];
  readonly after: readonly PrintedLine[];
}

// ", PHÓ BÍ THƯ" behind an entry; "Nơi nhận: T/M BAN THƯỜNG VỤ": columns that OCR ran together.
const RUN_IN =
  /(?<=[^\p{L}\p{N}\s]|(?<!\s)\s)\s*(?:-\s*)?(?=(?:T\s*(?:[/.]\s*)?[ML]|K\s*(?:[/.]\s*)?T)[\s./]|\p{Lu}{2,}[\s,]+\p{Lu}{2,})/gu;

// "- Thủ tướng Chính phủ; - Các bộ; - Lưu: VT": entries that a table's cell holds on one line.
const ENTRY_RUN_IN = /(?<=[;.])\s+(?=[-–+]\s*\p{L})/gu;

const splitEntries = (column: PrintedLine): PrintedLine[] => {
  if (!ENTRY_MARK.test(column.text)) return [column];
  const starts = [0, ...[...column.text.matchAll(ENTRY_RUN_IN)].map((run) => run.index + run[0].length)];
  return starts
    .map((start, i) => cutLine(column, start, starts[i + 1] ?? column.text.length))
    .filter((entry) => entry !== undefined);
};

/** Splits a line of the tail into its columns, and a signature in capitals from the entry before it. */
const splitTailLine = (line: PrintedLine): PrintedLine[] =>
  splitColumns(line).flatMap(splitColumn).flatMap(splitEntries);

const splitColumn = (column: PrintedLine): PrintedLine[] => {
  const title = RECIPIENTS_START.exec(column.folded);
  if (title !== null && title[0].length < column.text.length && opensRecipients(column)) {
    const head = cutLine(column, 0, title[0].length);
    const stars = /^[\s*]*/u.exec(column.text.slice(title[0].length))?.[0].length ?? 0;
    const rest = cutLine(column, title[0].length + stars, column.text.length);
    return [head, rest].filter((part) => part !== undefined);
  }
  if (isSignatureLine(withoutLeadingDash(column))) return [column];
  // "- Lưu Văn phòng Huyện ủy. Lê Văn A": the name of the right column, run in behind the last entry.
  const archive = /^[-–—~•+*=_\s]*Lưu[^.]*\.\s+(?=\p{Lu})/u.exec(column.text);
  const name = archive === null ? undefined : cutLine(column, archive[0].length, column.text.length);
  if (archive !== null && name !== undefined && NAME.test(name.text))
    return [cutLine(column, 0, archive[0].length), { ...name, indent: FAR_COLUMN }].filter(
      (part) => part !== undefined,
    );
  for (const run of column.text.matchAll(RUN_IN)) {
    const at = run.index + run[0].length;
    const rest = cutLine(column, at, column.text.length);
    if (at > 0 && rest !== undefined && (isSignatureLine(rest) || isMendedOffice(rest))) {
      const head = cutLine(column, 0, run.index);
      return head === undefined ? [rest] : [head, rest];
    }
  }
  return [column];
};

const withoutLeadingDash = (line: PrintedLine): PrintedLine => {
  const dash = /^[-–—=\s]+/u.exec(line.text);
  return dash === null ? line : (cutLine(line, dash[0].length, line.text.length) ?? line);
};

const NATIONAL_TITLE = /VIỆT NAM$(?<=\t\p{Lu}{2}.*VIỆT NAM)/u;

/** The national title or the place and date above the number of a copy; OCR may lose a word of the title. */
const isCopyHeader = ({ text }: PrintedLine): boolean => {
  if (NATIONAL_TITLE.test(text)) return true;
  const date = findPrintedDates(text).at(-1);
  return (
    date?.inWords === true && date.span.end === text.length && text.slice(0, date.span.start).trimEnd().endsWith(',')
  );
};

/** Index of what follows below recipients and signature: an annex, another national title, the header of a copy. */
const endOfTail = (lines: readonly PrintedLine[]): number => {
  const end = lines.findIndex((line, at) => isAnnexTitle(line) || isCopyMark(line) || startsAnother(lines, at));
  if (end < 0) return lines.length;
  const found = lines[end];
  if (found === undefined || isAnnexTitle(found)) return end;
  // The header above a copy's mark, "HUYỆN ỦY … / VĂN PHÒNG / * / Số 6-BS", goes with it.
  let start = end;
  while (start > 1 && end - start < 8 && !lines[start]?.blankBefore) start--;
  const first = lines.findIndex((line, at) => at > 0 && at < start && end - at <= 8 && isCopyHeader(line));
  if (first > 0 && !lines.slice(first, end).some(isSignatureLine)) return first;
  return lines[start]?.blankBefore && !lines.slice(start, end).some(isSignatureLine) ? start : end;
};

/** Gathers what belongs to which column: entries with dashes and what runs on below them; authority, office and name. */
export const splitTail = (lines: readonly PrintedLine[]): Tail => {
  const recipients: PrintedLine[] = [];
  const signature: PrintedLine[] = [];
  const end = endOfTail(lines);
  const untitled = lines.some(isRecipientsTitle) ? undefined : findUntitledList(lines, 0);
  let seenList = false;
  let seenArchive = false;
  // The list is over and the last line was the signature's: what follows is the signature's too.
  let isBelowOffice = false;
  for (const [row, line] of lines.slice(0, end).entries()) {
    if (isRule(line)) continue;
    let isBesideTitle = false;
    if (row === untitled?.start) seenList = true;
    for (const [at, column] of splitTailLine(line).entries()) {
      // Strokes of a signature and specks of a seal, read as a letter or two.
      if ((at > 0 || line.leadingTabs > 0) && !/\p{L}{2}/u.test(column.text)) continue;
      if (opensRecipients(column) || (line === untitled?.title && at === 0) || opensBesideOffice(line, at)) {
        seenList = true;
        isBesideTitle = true;
        continue;
      }
      if (REMARK.test(column.folded)) continue;
      const bare = withoutLeadingDash(column);
      const listAt = recipients[0]?.indent ?? line.indent;
      // A line of the right column alone begins with a tab: the page's own layout tells, whatever the list's indent.
      const isRightAlone = line.leadingTabs > 0 && (recipients[0]?.leadingTabs ?? 0) === 0;
      const isFar = isRightAlone || (column.indent >= FAR_COLUMN && column.indent > listAt + FAR_COLUMN / 2);
      const isOffice =
        isSignatureLine(bare) ||
        isMendedOffice(column) ||
        (isBesideTitle && !ENTRY_MARK.test(column.text) && isCapitals(column.text));
      if (isOffice || (signature.length > 0 && JOINT.test(bare.folded))) signature.push(bare);
      else if (ENTRY_MARK.test(column.text) && seenList) {
        recipients.push(column);
      } else if (isName(column, isFar, seenArchive, signature.length > 0, recipients.at(-1))) signature.push(column);
      else if (seenList && !isFar && !(seenArchive && (column.blankBefore || isBelowOffice))) recipients.push(column);
      else signature.push(column);
      seenArchive ||= ARCHIVE.test(column.folded);
      isBelowOffice = signature.at(-1)?.span.end === column.span.end;
    }
  }
  return { recipients, signature, after: lines.slice(end) };
};

/** A person's name below an office: capitalised words and nothing else; in the list's column only where the list is over. */
const isName = (
  line: PrintedLine,
  isFar: boolean,
  seenArchive: boolean,
  seenOffice: boolean,
  last: PrintedLine | undefined,
): boolean => {
  if (!NAME.test(line.text) || (!seenOffice && !(seenArchive && line.blankBefore))) return false;
  if (isFar || seenArchive || last === undefined) return true;
  return line.blankBefore && /[;,.]$/u.test(last.text) === false;
};

/** The national title once more: another document, or a copy's header. */
const startsAnother = (lines: readonly PrintedLine[], at: number): boolean =>
  at > 0 && /(?:^|\s\s|\t)(?:cong hoa xa hoi chu nghia|dang cong san viet nam)/u.test(lines[at]?.folded ?? '');
