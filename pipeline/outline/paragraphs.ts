import { isCapitals } from '../../language/writing/capitals.js';
import { readMarks } from './enumerators.js';
import type { PrintedLine } from './printed-lines.js';

/** How the body is set: one line for each paragraph, or lines broken at a width, with or without a first-line indent. */
interface Layout {
  readonly wrapped: boolean;
  /** Columns of a full line. */
  readonly width: number;
  readonly margin: number;
  readonly indents: boolean;
  /** True where an empty line parts the paragraphs: a short line alone then ends none. */
  readonly blanks: boolean;
}

// Longer lines than a page holds: the text was exported a paragraph a line.
const WIDEST_PRINTED_LINE = 140;

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

const widthOf = (line: PrintedLine): number => line.indent + line.text.length;

const ENDS_SENTENCE = /[.;:!?…][”"’')\]*]*$/u;
// "quý" + "III/2022": a Roman quarter goes on as a small letter does.
const BEGINS_LOWER = /^[“"'(]*(?:[\p{Ll}\d%,;)]|\.\p{L}|[IVX]{1,4}\/\d)/u;

/** Share of lines that go on in the middle of a sentence: near one half where lines are broken at a width. */
const shareOfSoftBreaks = (lines: readonly PrintedLine[]): number => {
  let soft = 0;
  lines.forEach((line, at) => {
    const above = lines[at - 1];
    if (above !== undefined && !ENDS_SENTENCE.test(above.text) && /^[“"(]?\p{Ll}{2}/u.test(line.text)) soft++;
  });
  return lines.length < 2 ? 0 : soft / (lines.length - 1);
};

/** A line below the end of a sentence begins a paragraph where most such lines have an empty line above them. */
const partsByBlanks = (lines: readonly PrintedLine[]): boolean => {
  let apart = 0;
  let close = 0;
  lines.forEach((line, at) => {
    const above = lines[at - 1];
    if (above === undefined || line.pageStart || !ENDS_SENTENCE.test(above.text)) return;
    if (line.blankBefore) apart++;
    else close++;
  });
  return apart >= 5 && apart >= close * 3;
};

const measureLayout = (lines: readonly PrintedLine[]): Layout => {
  const width = percentile(lines.map(widthOf), 0.85);
  const indents = lines.map((line) => line.indent);
  const margin = percentile(indents, 0.3);
  const indented = indents.filter((indent) => indent >= margin + 2).length;
  return {
    wrapped: width <= WIDEST_PRINTED_LINE && shareOfSoftBreaks(lines) >= 0.12,
    width,
    margin,
    // Indents tell paragraphs only where most lines have none and some have one.
    indents: indented >= 2 && indented <= lines.length * 0.6,
    blanks: partsByBlanks(lines),
  };
};

const isMarked = (line: PrintedLine | undefined): boolean => line !== undefined && readMarks(line.text).length > 0;

/** Columns by which the first line of a paragraph is set in, and of a line that is surely full. */
const FIRST_INDENT = 3;
const FULL_LINE = 64;

// "theo Quyết định số" + "2. …" is no item.
const AWAITS_NUMBER =
  /(?:^|\s)(?:(?<!(?:tang|doi|lieu|te|hoi|quyen|truong|nghe|nang|phu|vu|dan) )so|khoan|diem|dieu|muc|phan|ngay|thang|nam|quy|va|den|tu|lan thu|giai doan)$/u;
// A title may end in "cuối năm" or "một số", but none in these.
// "Đối với hạ tầng số" + "3.1. …": digital, no number.
const CITES_PART =
  /(?:^|\s)(?:(?<!tài )[Kk]hoản|Điều|(?<!(?:Một|một|tổng|tầng|đổi|liệu|tế|hội|quyền|trường|nghệ|năng|tảng|phủ|vụ|dân) )số|ngày)$/u;
// "giai đoạn 2021" + "- 2025", "số 31" + "-CTr/TW"
const RANGE_END = /^[-–—]\s*(?:\d|\p{Lu}\p{L}{1,4}\s?\/)/u;

/**
 * "… các nội dung: (1) Tình hình; (2) Công tác B;" + "(3) Phân công …": a row that a sentence counts in its own lines goes on with
 * its next number, though that stands at the head of a line. Below an item two of the row must stand in mid-line: one may be the
 * first of a list that lost its line break.
 */
const countsOn = (line: PrintedLine, paragraph: readonly PrintedLine[]): boolean => {
  const ordinal = Number(/^\((\d{1,2})\)\s/u.exec(line.text)?.[1] ?? 0);
  if (ordinal < 2 || line.blankBefore) return false;
  const first = paragraph[0]?.text ?? '';
  if (/^\(?\d{1,2}\)/u.test(first)) return false;
  const stands = (one: number, isInLine: boolean): boolean =>
    paragraph.some(({ text }) => text.indexOf(`(${one}) `, isInLine ? 1 : 0) >= 0 || text.endsWith(` (${one})`));
  if (!stands(1, true) || !stands(ordinal - 1, false)) return false;
  return !isMarked(paragraph[0]) || (ordinal > 2 && stands(2, true));
};

/** A dash after an open line is a dash of the text: "giai đoạn 2021" + "- 2025", "Lao động" + "- Thương binh". */
const opensItem = (
  line: PrintedLine,
  previous: PrintedLine,
  isFull: boolean,
  isOpen: boolean,
  isSetOff: boolean,
): boolean => {
  const [first] = readMarks(line.text);
  if (first === undefined) return false;
  if (isOpen && RANGE_END.test(line.text) && /\d$/u.test(previous.text)) return false;
  if (isOpen && /^\d/u.test(line.text) && CITES_PART.test(previous.text)) return false;
  if (first.needsFollower && isOpen && !line.blankBefore) return false;
  if (isSetOff || !isOpen || !isFull) return true;
  if (first.damaged || first.family === 'dash' || first.family === 'plus') return false;
  return (
    !AWAITS_NUMBER.test(previous.folded) &&
    !previous.text.endsWith(',') &&
    /^\p{Lu}/u.test(line.text.slice(first.printed.length).trim())
  );
};

/** A line with what stands around it. */
interface Place {
  readonly line: PrintedLine;
  readonly previous: PrintedLine;
  readonly next: PrintedLine | undefined;
  /** True on the last lines of the text, which end in "./.". */
  readonly isLast: boolean;
  /** Lines of the paragraph that it may go on with. */
  readonly paragraph: readonly PrintedLine[];
}

const BEGINS_ANEW =
  /^(?:Giao|Yêu cầu|Đề nghị|Trên đây|Nay|Kết luận này|Thông báo này|Nghị quyết này|Trong quá trình|Căn cứ)\s/u;

// No sentence ends with these: what follows goes on, capital or not.
const CANNOT_END =
  /(?:^|\s)(?:Giao|giao|giao cho|[Yy]êu cầu|[Đđ]ề nghị|[Pp]hân công|của|và|với|các|cho|tại|để|kèm theo|toàn bộ|ban hành|theo đề nghị|trước ngày|trong tháng|đồng chí)$/u;
// A ground ends in ";", "," or "."; a line that ends in none of them goes on, capital or not: "Căn cứ Luật" + "Giáo dục số …;".
const OPENS_GROUND = /^(?:[-–+]\s*)?(?:can cu|theo de nghi|xet de nghi|xet) /u;
const AFTER_GROUND =
  /^(?:[-–+]\s*)?(?:can cu|theo |xet |tren co so|thuc hien|quyet (?:dinh|nghi)|dieu \d|chi thi|nghi quyet\s*:)/u;

const goesOnWithGround = ({ line, paragraph }: Place): boolean =>
  OPENS_GROUND.test(paragraph[0]?.folded ?? '') && !AFTER_GROUND.test(line.folded) && !isCapitals(line.text);

// Behind a full stop these close the paper: "Văn phòng … thông báo để các cơ quan biết, thực hiện."
const CLOSES =
  /^(?:Trên đây là|Thừa lệnh|(?:Văn phòng|Thường trực|Ban Thường vụ|Ủy ban nhân dân|UBND) [^.;:]{0,60}(?:xin |trân trọng )*thông báo (?:kết luận|ý kiến|nội dung|để|đến))/u;

/** Characters of the widest title that an unmarked line may be. */
const WIDEST_TITLE = 48;

/** At the head of a page: goes on with the last page's paragraph, unless that one was over. */
const continuesOverPage = (
  { line, previous, next, paragraph }: Place,
  layout: Layout,
  isOpen: boolean,
  isIndented: boolean,
): boolean => {
  const continues = BEGINS_LOWER.test(line.text);
  if (isOpen && continues) return true;
  const isHeading = paragraph.length === 1 && widthOf(previous) < layout.width * 0.82;
  if (layout.wrapped) {
    if (isOpen) return !isIndented && !isHeading && !isCapitals(previous.text);
    return layout.indents && !isIndented && widthOf(previous) >= layout.width * 0.82;
  }
  if (isOpen) return previous.text.length > WIDEST_PRINTED_LINE || previous.text.endsWith(',');
  // An item's last sentence, between that item and the next: "… đường truyền." + page + "Không để …" + "3- …".
  return isMarked(paragraph[0]) && isMarked(next) && !isMarked(line) && !isCapitals(line.text);
};

const isLoudTitle = (text: string): boolean => text.length > 12 && isCapitals(text);

/** "IV. TỔ CHỨC" + "THỰC HIỆN": a marked title in capitals is broken however short it is. */
const isMarkedTitle = (line: PrintedLine): boolean =>
  /^[IVX]{1,5}[.)-]\s*\p{Lu}/u.test(line.text) && isCapitals(line.text);

/** "1. Sở A bảo đảm thuốc; Sở B vệ sinh trường học;" + "Công an tỉnh …" + "2.": a full line of an item, its sentence still open. */
const goesOnBehindSemicolon = ({ line, previous, next, paragraph }: Place): boolean =>
  previous.text.endsWith(';') &&
  previous.text.length >= FULL_LINE &&
  previous.text.length <= WIDEST_PRINTED_LINE &&
  /^\s*\d/u.test(paragraph[0]?.text ?? '') &&
  isMarked(paragraph[0]) &&
  isMarked(next) &&
  !line.blankBefore &&
  !isMarked(line) &&
  !isCapitals(line.text);

const startsParagraph = (place: Place, layout: Layout): boolean => {
  const { line, previous, paragraph } = place;
  const isOpen = !ENDS_SENTENCE.test(previous.text);
  const isIndented = layout.indents && line.indent >= layout.margin + 2;
  const isFull = layout.wrapped ? widthOf(previous) >= layout.width * 0.82 : true;
  const isSetOff = line.blankBefore || line.pageStart || isIndented || !layout.wrapped;
  if (layout.wrapped && isFull && !isIndented && countsOn(line, paragraph)) return false;
  if (opensItem(line, previous, isFull, isOpen, isSetOff)) return true;
  if (isOpen && !line.blankBefore && (CANNOT_END.test(previous.text) || goesOnWithGround(place))) return false;
  if (!isOpen && (CLOSES.test(line.text) || (place.isLast && BEGINS_ANEW.test(line.text)))) return true;
  const continues = BEGINS_LOWER.test(line.text);
  // A title in capitals on two lines.
  const isTitleAbove = isLoudTitle(previous.text) || isMarkedTitle(previous);
  if (isOpen && !line.blankBefore && isTitleAbove && isCapitals(line.text)) return false;
  // No paragraph begins with a small letter, however it is set; a title in capitals ends with its capitals.
  const awaitsMore = isOpen || previous.text.endsWith(';');
  if (awaitsMore && /^(?:\p{Ll}|[IVX]{1,4}\/\d)/u.test(line.text) && !isCapitals(previous.text)) return false;
  if (layout.wrapped && isLoudTitle(previous.text) && !isCapitals(line.text)) return true;
  // A short letter has too few lines to tell how it is set: the first one is indented, and what is not goes on with it.
  const hangs =
    paragraph.length === 1 && previous.indent >= line.indent + FIRST_INDENT && widthOf(previous) >= FULL_LINE;
  if (isOpen && hangs && !line.blankBefore && !line.pageStart && !isMarked(line) && !isCapitals(line.text))
    return false;
  if (line.pageStart) return !continuesOverPage(place, layout, isOpen, isIndented);
  if (!layout.wrapped && goesOnBehindSemicolon(place)) return false;
  if (!layout.wrapped) return !(isOpen && (continues || (previous.text.endsWith(',') && !isCapitals(line.text))));
  if (line.blankBefore) return !(isOpen && (continues || (isFull && previous.text.endsWith(','))));
  if (layout.indents)
    return (
      isIndented ||
      (!isFull && !isOpen && !continues) ||
      // "… Nghị quyết số" + "214/NQ-CP.": capitals of a symbol make no title.
      (isCapitals(previous.text) !== isCapitals(line.text) && !(isOpen && /^\d/u.test(line.text)))
    );
  if (layout.blanks && !isOpen && !isCapitals(previous.text) && !isMarked(line)) return BEGINS_ANEW.test(line.text);
  // Where empty lines part the paragraphs, an open line goes on below it, short or not: "… kiến nghị của tỉnh Vân" + "Giang …".
  const isText = isMarked(paragraph[0]) || (paragraph[0]?.text.length ?? 0) > WIDEST_TITLE || paragraph.length > 1;
  const joinsOpen = layout.blanks && isOpen && isText && !isMarked(line);
  if (joinsOpen && !isCapitals(previous.text) && !isCapitals(line.text)) return false;
  // "… các tỉnh: Lam Trà," + "Sông Vĩ chỉ đạo …": behind a comma the sentence goes on, however short its line.
  const isCommaOpen = previous.text.endsWith(',') && !isCapitals(line.text) && isMarked(paragraph[0]);
  if (!isFull) return !continues && !isCommaOpen;
  // Neither blanks nor indents tell: an item goes on, unless a new order or the closing formula begins.
  if (isOpen || continues || widthOf(previous) >= layout.width * 0.95) return false;
  return !isMarked(paragraph[0]) || BEGINS_ANEW.test(line.text);
};

// "… triển khai thực hiện./." — Nghị định 30/2020/NĐ-CP, phụ lục I
const ENDS_TEXT = /\.\s?\/\s?\.?\s*$/u;
/** Lines that the closing sentence takes before its mark. */
const LAST_LINES = 3;

/**
 * Gathers printed lines into paragraphs: soft line breaks and page breaks are joined, hard breaks kept.
 * Example: `'1. Sở Tài chính rà'`, `'soát quỹ đất.'` are one paragraph.
 */
export const splitParagraphs = (lines: readonly PrintedLine[]): readonly (readonly PrintedLine[])[] => {
  const layout = measureLayout(lines);
  const paragraphs: PrintedLine[][] = [];
  const end = lines.findLastIndex(({ text }) => ENDS_TEXT.test(text));
  const last = end < 0 ? lines.length : end - LAST_LINES;
  lines.forEach((line, at) => {
    const paragraph = paragraphs.at(-1);
    const previous = lines[at - 1];
    if (paragraph === undefined || previous === undefined) paragraphs.push([line]);
    else if (startsParagraph({ line, previous, next: lines[at + 1], isLast: at >= last, paragraph }, layout))
      paragraphs.push([line]);
    else paragraph.push(line);
  });
  return paragraphs;
};
