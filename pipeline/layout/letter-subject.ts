import { readUrgencyMark } from '../../language/printed/urgency.js';
import type { Box } from '../../schemas/span.js';
import { byLeft, type Stood, sameRow, unionOf } from './stood-words.js';

/** Lines of a letter's abstract at most, and the widest step between two of them, in heights of a line. */
const SUBJECT_LINES = 10;
const SUBJECT_STEP = 2.2;
/** Columns of a head stand this far apart, in heights of a line. */
const COLUMN_GAP = 1.2;
/** "V/v" as it is read, closed up; "Về việc" opens that of a letter which spells it out. */
const SUBJECT_SIGN = /^v[il1t]?v$/u;

/** True for a row that opens the abstract of a letter: "V/v triển khai …", "Về việc …". */
const opensSubject = ([first, second]: readonly Stood[]): boolean =>
  first !== undefined && (SUBJECT_SIGN.test(first.folded) || (first.folded === 've' && second?.folded === 'viec'));

/** True for a row of the left column that runs on across its limit: "Về việc …" below a title. */
const runsOn = (row: readonly Stood[], all: readonly Stood[]): boolean => {
  const last = row.at(-1);
  return (
    last !== undefined &&
    all.some(
      (other) =>
        !row.includes(other) &&
        sameRow(last, other) &&
        other.word.box.right > last.word.box.right &&
        other.word.box.left - last.word.box.right < COLUMN_GAP * last.height,
    )
  );
};

/**
 * The abstract of a letter: its rows in the left column below the number line, down to the first wide gap; `all`: the words of
 * both columns. — V/v …
 */
export const findSubject = (left: readonly Stood[], all: readonly Stood[], numberFoot: number): Box | undefined => {
  const below = left.filter(({ foot }) => foot > numberFoot).toSorted((a, b) => a.foot - b.foot);
  const first = below.find((one) => {
    const row = byLeft(below.filter((other) => sameRow(one, other)));
    return row[0] === one && opensSubject(row) && !runsOn(row, all);
  });
  if (first === undefined) return undefined;
  const block: Stood[] = [];
  let foot = first.foot;
  for (const word of below.filter((one) => one.foot > first.foot - 0.5 * first.height)) {
    if (word.foot - foot > SUBJECT_STEP * first.height || word.foot - first.foot > SUBJECT_LINES * 1.3 * first.height)
      break;
    // A stamp of urgency stands right below it.
    const row = byLeft(below.filter((other) => sameRow(word, other)));
    if (readUrgencyMark(row.map((one) => one.word.text).join(' ')) !== undefined) break;
    block.push(word);
    foot = word.foot;
  }
  return unionOf(block.map(({ word }) => word.box));
};
