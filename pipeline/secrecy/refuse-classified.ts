import { NUMBER_WORD } from '../../language/printed/number-line.js';
import { fold } from '../../language/writing/unicode.js';
import { PipelineError } from '../base/errors.js';

export type SecrecyMark = 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT';

const MARKS: Readonly<Record<string, SecrecyMark>> = { mat: 'MẬT', toimat: 'TỐI MẬT', tuyetmat: 'TUYỆT MẬT' };

/** Letters of TUYỆT MẬT, and the signs that a frame or dirt may put among those of a stamp. */
const LONGEST_MARK = 8;
const SPARE = 12;
/** The stamp stands under the number or the issuer, above the title: within these lines of the first page. */
const HEADER_LINES = 25;
/** "Số 05-KL/TU … MẬT": the stamp read into the line of the number. "BÍ MẬT" and "BẢO MẬT" end no such line. */
const BESIDE_NUMBER = new RegExp(
  `^\\s*${NUMBER_WORD}.*[-/]\\p{Lu}{2,}\\s+(?<mark>(?:TUYỆT\\s+|TỐI\\s+)?MẬT)\\s*$`,
  'u',
);
/** "Độ mật: Mật", "Độ mật: Tối mật" */
const LABELLED = /^\s*(?:Độ|Mức độ) mật\s*:\s*(?<mark>(?:tuyệt |tối )?mật)\s*(?:\.\s*)?$/iu;

/** A line by itself, or a column of a line, in capitals; "MAT" and "M Ậ T" are how OCR reads the stamp. */
const readAlone = (cell: string): SecrecyMark | undefined => {
  const trimmed = cell.trim();
  // "DẤU MẬT" in a list, "Mặt" in a sentence: the stamp is nothing but its capitals, and hardly longer than they are.
  if (trimmed.length > LONGEST_MARK + SPARE) return undefined;
  const letters = trimmed.replace(/[^\p{L}]/gu, '');
  if (letters !== letters.toUpperCase() || trimmed.length > letters.length + SPARE) return undefined;
  return MARKS[fold(letters)];
};

/** The whole line first: "T U Y Ệ T   M Ậ T" is not a column that says MẬT. */
const readLine = (line: string): SecrecyMark | undefined => {
  const alone = [line, ...line.split(/\t|\s{3,}/u)].map(readAlone).find((mark) => mark !== undefined);
  if (alone !== undefined) return alone;
  const named = (BESIDE_NUMBER.exec(line) ?? LABELLED.exec(line))?.groups?.mark;
  return named === undefined ? undefined : MARKS[fold(named.replace(/\s/gu, ''))];
};

/**
 * Finds the secrecy stamp in the header of a page: a line or column of its own, damaged by OCR or not. "bí mật nhà nước"
 * in a sentence or title is none. — dấu độ mật. `findSecrecyMark('Số 05-KL/TU\nTUYỆT MẬT\n…') === 'TUYỆT MẬT'`.
 */
export const findSecrecyMark = (pageText: string): SecrecyMark | undefined => {
  const lines = pageText.split('\n').filter((line) => line.trim() !== '');
  for (const line of lines.slice(0, HEADER_LINES)) {
    const mark = readLine(line);
    if (mark !== undefined) return mark;
  }
  return undefined;
};

/**
 * Stops a document that bears a secrecy stamp on any page's head (a bundle may hold a marked paper behind others):
 * throws `file-classified`, with nothing of its text. Call it again after repair, which may make a stamp readable.
 */
export const refuseClassified = (pages: readonly { readonly number: number; readonly text: string }[]): void => {
  for (const page of pages) {
    const mark = findSecrecyMark(page.text);
    if (mark === undefined) continue;
    throw new PipelineError(
      'file-classified',
      {
        vi: `Trang ${page.number} có dấu ${mark}: văn bản mật không được nạp vào chương trình này; chưa lưu gì.`,
        en: `Page ${page.number} bears the stamp ${mark}: classified papers are not taken in; nothing was stored.`,
      },
      {
        vi: 'Chuyển văn bản cho người phụ trách bảo vệ bí mật nhà nước. Nếu dấu đã được giải mật, xin bản đã giải mật.',
        en: 'Hand it to the officer in charge of state secrets; if it was declassified, ingest the declassified copy.',
      },
    );
  }
};
