import { fold } from '../../language/writing/unicode.js';
import { findZones } from './page-zones.js';
import { toPlainLetters, toPlainLines } from './plain-letters.js';
import { type FoundMark, readAloneMark, readLabelledMark, readRunMark, readSmallMark } from './read-mark.js';

/** Columns of a line: what tabs, wide blanks and upright strokes part. */
const COLUMNS = /\t|\s{3,}|[|│┃¦]/u;

/** "ĐÃ GIẢI" above "MẬT": a stamp in two lines. */
const DECLASSIFIED = /(?<!\p{L})giải\s*$/iu;

const readMargin = (line: string, above = ''): FoundMark | undefined => {
  if (DECLASSIFIED.test(above)) return undefined;
  const cells = line.split(COLUMNS).map(readAloneMark);
  // The whole line first: "T U Y Ệ T   M Ậ T" is no column that says MẬT.
  const found = [readAloneMark(line), ...cells].find((one) => one !== undefined) ?? readLabelledMark(line);
  // Columns that name several degrees are the head of a table, hardly a mark.
  const isTable = new Set(cells.flatMap((one) => (one === undefined ? [] : [one.mark]))).size > 1;
  return found !== undefined && isTable ? { ...found, isCertain: false } : found;
};

/** Letters that stand one below the other, one a line or at the edge of one: "M", "Ậ", "T". */
const readStacked = (lines: readonly string[]): FoundMark | undefined => {
  const edges = [(line: string) => line.split(COLUMNS)[0], (line: string) => line.split(COLUMNS).at(-1)];
  for (const edge of edges) {
    const letters = lines.map((line) => {
      const cell = (edge(line) ?? '').trim();
      return /^\p{L}\p{M}*$/u.test(cell) ? cell : ' ';
    });
    for (const stack of letters.join('').split(/ +/u)) {
      const found = stack.length >= 3 ? readAloneMark(stack) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
};

/** "TỐI" or "TUYỆT" at the end of one line and "MẬT" at the start of the next, however one letter was read. */
const readAcross = (lines: readonly string[]): FoundMark | undefined => {
  for (let i = 0; i + 1 < lines.length; i++) {
    const [above = '', below = ''] = [lines[i], lines[i + 1]];
    for (const upper of above.split(COLUMNS)) {
      if (!/^\W*(?:TỐI|TOI|T[O0]I|TUY\p{Lu}T)\W*$/u.test(upper)) continue;
      for (const lower of below.split(COLUMNS)) {
        const found = readAloneMark(`${upper.trim()} ${lower.trim()}`);
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
};

/** Names of the paper whose last word is Mật, as folded pairs: "xã Nà Mật" gives "na mat". */
const listNames = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/(?<![\p{L}\p{M}])(\p{Lu}\p{Ll}+)\s+Mật(?!\p{L})/gu)].map(
      ([, before = '']) => `${fold(before)} mat`,
    ),
  );

const worst = (found: readonly (FoundMark | undefined)[]): FoundMark | undefined =>
  found.find((one) => one?.isCertain) ?? found.find((one) => one !== undefined);

/**
 * Finds the secrecy mark of a page: in its head, from the top to the title, wherever it stands in the line; above, below and
 * at the foot where it stands alone. `paper` is the text of the whole file, whose names are none. — dấu độ mật
 * `findSecrecyMark('Số 05-KL/TU\nTUYỆT MẬT\n…')?.mark === 'TUYỆT MẬT'`.
 */
export const findSecrecyMark = (
  pageText: string,
  { isFirstPage = true, paper = pageText }: { readonly isFirstPage?: boolean; readonly paper?: string } = {},
): FoundMark | undefined => {
  const lines = toPlainLines(pageText).filter((line) => line.trim() !== '');
  const { head, margin } = findZones(lines, isFirstPage);
  const names = listNames(toPlainLetters(paper));
  return worst([
    ...margin.map((line, i) => readMargin(line, margin[i - 1])),
    ...head.map((line, i) => readRunMark(line, names, head[i - 1]) ?? readSmallMark(line, head[i - 1] ?? '')),
    readStacked(margin),
    readAcross(margin),
  ]);
};
