import { fold, foldChars } from '../../language/writing/unicode.js';
import type { FoundMark } from './mark-words.js';
import { findZones } from './page-zones.js';
import { LINE_ENDS, toPlainLetters } from './plain-letters.js';
import { readLabelledMark } from './read-labelled.js';
import { readAloneMark, readLikelyMark, readRunMark, readSmallMark } from './read-mark.js';
import { readStatedMark } from './read-statement.js';
import { readLetterMark } from './read-symbol.js';

/** Columns of a line: what tabs, wide blanks and upright strokes part. */
const STROKES = /[|│┃¦]/gu;
const COLUMNS = /\t|\s{3,}|[|│┃¦]/u;

/** "ĐÃ GIẢI" above "MẬT": a stamp in two lines. */
const DECLASSIFIED = /(?<!\p{L})giải\s*$/iu;

/**
 * What every mark has, whole or damaged by a letter: the vowel with its marks beside M or T, the three letters without
 * them, or the word before, whatever stands between letters. Most lines have none of it and are not looked at any closer.
 */
const HINT = /[mnivl1|!]\s*(?:[.·_|-]\s*)?ậ|ậ\s*(?:[.·_|-]\s*)?[ti1l]/iu;
const FOLDED_HINT = new RegExp(
  ['mat', 'm4t', 'toi', 'tuyet', 'majt', 'maajt', 'maatj'].map((letters) => [...letters].join('[^a-z4]*')).join('|'),
  'u',
);

// The letter is sought first: a pattern that ignores case walks the line several times as long.
const mayBear = (line: string): boolean =>
  ((line.includes('ậ') || line.includes('Ậ')) && HINT.test(line)) || FOLDED_HINT.test(foldChars(line));

/** A cell that says nothing but a mark, with urgency and number of copies, is hardly longer. */
const ALONE_AT_MOST = 90;

/** A sentence that states a mark is short. */
const STATED_AT_MOST = 120;

const readMargin = (line: string, above: string): FoundMark | undefined => {
  const cells = line.split(COLUMNS).map((cell) => (cell.length > ALONE_AT_MOST ? undefined : readAloneMark(cell)));
  // The whole line first: "T U Y Ệ T   M Ậ T" is no column that says MẬT.
  const whole = line.length > ALONE_AT_MOST ? undefined : readAloneMark(line.replace(STROKES, ' '));
  const found =
    [whole, ...cells].find((one) => one !== undefined) ??
    readLabelledMark(line) ??
    readLikelyMark(line) ??
    (line.length > STATED_AT_MOST ? undefined : readStatedMark(line, above));
  // Columns that name several degrees are the head of a table, hardly a mark.
  const isTable = new Set(cells.flatMap((one) => (one === undefined ? [] : [one.mark]))).size > 1;
  return found !== undefined && isTable ? { ...found, isCertain: false } : found;
};

/** A letter with nothing beside it at the start or the end of a line. */
const LETTER_AT_EDGE = /^\s*\p{L}\p{M}*(?:[\s|│┃¦]|$)|(?<=^|[\s|│┃¦])\p{L}\p{M}*\s{0,9}$/u;

/** Letters that stand one below the other, one a line or at the edge of one: "M", "Ậ", "T". */
const readStacked = (lines: readonly string[]): FoundMark | undefined => {
  if (!lines.some((line) => LETTER_AT_EDGE.test(line))) return undefined;
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

/** What UPPER_HALF has in any line: few lines are cut into their columns. */
const MAY_BE_UPPER = /T(?:[ỐO0]I|UY)/u;
const UPPER_HALF = /^[^\p{L}]*(?:TỐI|TOI|T[O0]I|TUY\p{Lu}T)[^\p{L}]*$/u;

/** "TỐI" or "TUYỆT" at the end of one line and "MẬT" at the start of the next, however one letter was read. */
const readAcross = (lines: readonly string[]): FoundMark | undefined => {
  for (let i = 0; i + 1 < lines.length; i++) {
    const [above = '', below = ''] = [lines[i], lines[i + 1]];
    if (!MAY_BE_UPPER.test(above)) continue;
    for (const upper of above.split(COLUMNS)) {
      if (!UPPER_HALF.test(upper)) continue;
      for (const lower of below.split(COLUMNS)) {
        const found = readAloneMark(`${upper.trim()} ${lower.trim()}`);
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
};

const NAMED = /(?<![\p{L}\p{M}])(\p{Lu}\p{Ll}{0,6})\s{1,3}Mật(?!\p{L})/gu;

/** Names of the paper whose last word is Mật, as folded pairs: "xã Nà Mật" gives "na mat". */
const listNames = (text: string): ReadonlySet<string> => {
  const plain = toPlainLetters(text);
  return plain.includes('Mật')
    ? new Set([...plain.matchAll(NAMED)].map(([, before = '']) => `${fold(before)} mat`))
    : new Set();
};

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
  const lines = pageText.split(LINE_ENDS).filter((line) => line.trim() !== '');
  const zones = findZones(lines, isFirstPage);
  const [head, margin] = [zones.head.map(toPlainLetters), zones.margin.map(toPlainLetters)];
  const inMargin = margin.map((line, i) =>
    mayBear(line) && !DECLASSIFIED.test(margin[i - 1] ?? '') ? readMargin(line, margin[i - 1] ?? '') : undefined,
  );
  const running = head.map((line, i) => ({ line, above: head[i - 1] ?? '' })).filter(({ line }) => mayBear(line));
  // Asked for only where a line may bear a mark: it means reading the whole paper.
  const names = running.length === 0 ? new Set<string>() : listNames(paper);
  return worst([
    ...inMargin,
    ...running.map(
      ({ line, above }) =>
        readRunMark(line, names, above) ??
        // The top line of a later page may end a sentence of the page before.
        (above === '' && !isFirstPage ? undefined : readSmallMark(line, above)),
    ),
    ...head.map(readLetterMark),
    readStacked(margin),
    readAcross(margin),
  ]);
};
