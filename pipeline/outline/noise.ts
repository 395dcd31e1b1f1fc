import { namesBody } from '../../extractors/bodies/names-body.js';
import { readMarks } from './enumerators.js';
import type { PrintedLine } from './printed-lines.js';

// Strokes of a pen, edges of a seal, dust: "~ '", "|", "* ,".
const SIGNS_AT_MOST = 10;
// "' i ,": a speck beside signs may look like a letter.
const SPECK_AT_MOST = 6;
const SPECK = /[~`´'‘’"“”|^*_=<>\\¬°•·,;:]/u;
const TWO_LETTERS = /[\p{L}\p{N}][^\p{L}\p{N}]*[\p{L}\p{N}]/u;
const ENDS_SENTENCE = /[.;:!?…][”"’')\]*]*$/u;

/** A bullet alone on its line: its text stands below. */
const LONE_BULLET = /^[-–—−+•●▪■◦○·❖➢✓*]$/u;

/** True for a line that holds no word and no mark: dirt of the scan. */
const isNoise = (line: PrintedLine, above: PrintedLine | undefined, below: PrintedLine | undefined): boolean => {
  const { text } = line;
  if (LONE_BULLET.test(text)) return false;
  // Most lines hold two letters: that alone is asked of them.
  if (TWO_LETTERS.test(text)) return false;
  if (!/[\p{L}\p{N}]/u.test(text)) return text.length <= SIGNS_AT_MOST;
  if (text.length > SPECK_AT_MOST || /\p{N}/u.test(text)) return false;
  if (readMarks(text).some((mark) => !mark.damaged)) return false;
  if (SPECK.test(text)) return true;
  // A letter of its own between the halves of a sentence.
  const cutsSentence = above !== undefined && !ENDS_SENTENCE.test(above.text) && /^\p{Ll}/u.test(below?.text ?? '');
  return text.length === 1 && cutsSentence;
};

const ENDS_PAPER = /\.\s?\/\s?\.[”"’')\]*]*$/u;
/** Lines and characters of what stands between the end of a text and its signature: "Trang 1/1", "Đề nghị không sao chụp". */
const BELOW_AT_MOST = 3;
const REMARK_AT_MOST = 60;

/**
 * Index of the first line below the end of the text, "./.": remarks of the printer, short and without a mark, that name no
 * body and no day. The length where nothing of the kind stands there. — ký hiệu kết thúc văn bản
 */
export const endOfText = (lines: readonly PrintedLine[]): number => {
  const end = lines.findLastIndex((line) => ENDS_PAPER.test(line.text));
  const below = lines.slice(end + 1);
  const areRemarks = below.every(
    ({ text }) =>
      text.length <= REMARK_AT_MOST &&
      readMarks(text).every((mark) => mark.damaged) &&
      !/ngày\s+\d|\d\/\d{4}/iu.test(text) &&
      !namesBody(text.replace(/^\P{L}*(?:Đề nghị|Yêu cầu|Giao)\s+/u, ''), ''),
  );
  return end < 0 || below.length > BELOW_AT_MOST || !areRemarks ? lines.length : end + 1;
};

/** Takes dirt out of the lines of a text, so that an item it cuts is whole again. An empty line before it stays one. */
export const removeNoise = (
  lines: readonly PrintedLine[],
): { readonly lines: readonly PrintedLine[]; readonly noise: readonly PrintedLine[] } => {
  const kept: PrintedLine[] = [];
  const noise: PrintedLine[] = [];
  let blank = false;
  let pageStart = false;
  lines.forEach((line, at) => {
    if (isNoise(line, kept.at(-1), lines[at + 1])) {
      noise.push(line);
      blank ||= line.blankBefore;
      pageStart ||= line.pageStart;
      return;
    }
    const isSame = !blank && !pageStart;
    kept.push(
      isSame ? line : { ...line, blankBefore: line.blankBefore || blank, pageStart: line.pageStart || pageStart },
    );
    blank = false;
    pageStart = false;
  });
  return { lines: kept, noise };
};
