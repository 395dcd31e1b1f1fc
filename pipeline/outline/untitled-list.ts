import { type PrintedLine, splitColumns } from './printed-lines.js';
import { ENTRY_MARK, isMendedOffice, isSignatureLine } from './signature-lines.js';

/** Nơi nhận whose title nobody can read: its first line, and how many lines its title takes, none or one. */
export interface UntitledList {
  readonly start: number;
  readonly title: PrintedLine | undefined;
}

/** The last entry: "- Lưu: VT, KGVX", "- Lưu Văn phòng". "- Lưu hồ sơ ít nhất 24 tháng" is a task. */
const ARCHIVE_ENTRY = /^[^\p{L}]*luu\s*(?::|\(|(?:vt|vp\w{0,3}|hs|van phong|van thu)(?![\p{L}]))/u;
/** The first entry names the addressees of the paper itself. */
const SELF_ENTRY = /^[^\p{L}]*nhu (?:tren|kinh gui|dieu|muc)(?![\p{L}])/u;
const ENDS_TEXT = /\.\s?\/\s?[.-]?$/u;
const ENTRY_AT_MOST = 90;
const ENTRIES_AT_MOST = 30;
const TITLE_AT_MOST = 24;
/** Lines below the last entry within which the signature's name may stand. */
const BELOW = 14;

const firstColumn = (line: PrintedLine): PrintedLine => splitColumns(line)[0] ?? line;
const isSigned = (line: PrintedLine): boolean =>
  splitColumns(line).some((column) => isSignatureLine(column) || isMendedOffice(column));

/** A line that can stand in the list: an entry, its second line, or one that only the signature's column holds. */
const isEntry = (line: PrintedLine): boolean => {
  const column = firstColumn(line);
  if (line.leadingTabs > 0 || isSigned(line) || ENTRY_MARK.test(column.text)) return column.text.length < ENTRY_AT_MOST;
  return column.text.length < ENTRY_AT_MOST && /[;,.)]$/u.test(column.text) && !/^\P{L}*\d/u.test(column.text);
};

/** A short line above the entries that ends as a title does, or that has the signature beside it. */
const isTitle = (line: PrintedLine): boolean => {
  const column = firstColumn(line);
  if (ENTRY_MARK.test(column.text) || column.text.length > TITLE_AT_MOST || /^\P{L}*\d/u.test(column.text))
    return false;
  return /[:;]$/u.test(column.text) || (splitColumns(line).length > 1 && isSigned(line));
};

/**
 * Nơi nhận by its shape, where its title was misread or lost: short lines near a signature that end in "Lưu: …", below a
 * short title, the end of the text ("./.") or "Như trên". Undefined where no such list stands below line `from`.
 */
export const findUntitledList = (lines: readonly PrintedLine[], from: number): UntitledList | undefined => {
  for (let end = lines.length - 1; end >= from; end--) {
    const archive = lines[end];
    if (archive === undefined || !ARCHIVE_ENTRY.test(firstColumn(archive).folded)) continue;
    if (firstColumn(archive).text.length > ENTRY_AT_MOST) continue;
    let start = end;
    while (start > from && end - start < ENTRIES_AT_MOST) {
      const above = lines[start - 1];
      if (above === undefined || isTitle(above) || !isEntry(above) || ENDS_TEXT.test(above.text)) break;
      start--;
    }
    const above = start > from ? lines[start - 1] : undefined;
    const title = above !== undefined && isTitle(above) ? above : undefined;
    const opens =
      title !== undefined ||
      (above !== undefined && ENDS_TEXT.test(above.text)) ||
      SELF_ENTRY.test(firstColumn(lines[start] ?? archive).folded);
    const first = title === undefined ? start : start - 1;
    if (opens && lines.slice(Math.max(from, first - 3), end + BELOW).some(isSigned)) return { start: first, title };
  }
  return undefined;
};
