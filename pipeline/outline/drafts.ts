import { GROUND } from '../../language/lexicon/section-words.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { Draft } from './draft.js';
import { readMarks } from './enumerators.js';
import { mendRomans } from './mend-romans.js';
import type { PrintedLine } from './printed-lines.js';
import { joinLines } from './reflow.js';
import { isBulletKey } from './series.js';

/** A dash before the opening paragraph is dirt of the scan: no list has begun there. */
const withoutStrayBullet = (drafts: readonly Draft[]): readonly Draft[] => {
  const [first, second] = drafts;
  const isBullet = (draft: Draft | undefined): boolean =>
    draft?.readings.some((reading) => isBulletKey(reading.family)) ?? false;
  return first !== undefined && isBullet(first) && !isBullet(second)
    ? [{ ...first, readings: [] }, ...drafts.slice(1)]
    : drafts;
};

/** "Phần thứ nhất" or "1." alone on its line: what stands below is its text. */
const joinBareMarks = (paragraphs: readonly (readonly PrintedLine[])[]): readonly (readonly PrintedLine[])[] => {
  const joined: (readonly PrintedLine[])[] = [];
  let bare: readonly PrintedLine[] = [];
  for (const lines of paragraphs) {
    const text = lines[0]?.text ?? '';
    const marks = lines.length === 1 ? readMarks(text) : [];
    const isBare = marks.some((mark) => !mark.damaged && mark.printed.length >= text.trim().length);
    if (isBare && bare.length === 0) bare = lines;
    else {
      if (bare.length > 0 && readMarks(text).length > 0) joined.push(bare, lines);
      else joined.push([...bare, ...lines]);
      bare = [];
    }
  }
  if (bare.length > 0) joined.push(bare);
  return joined;
};

/** Reads the marks of a body's paragraphs. What stands above the first item and only looks like one is unnumbered. */
export const toDrafts = (paragraphs: readonly (readonly PrintedLine[])[]): readonly Draft[] => {
  let isAboveItems = true;
  const drafts = joinBareMarks(paragraphs).map((lines): Draft => {
    const content = joinLines(lines);
    const readings = readMarks(content.text);
    // "- Căn cứ …;" above the first item opens no list.
    const isGround = isAboveItems && readings.length > 0 && GROUND.test(foldChars(content.text));
    isAboveItems &&= readings.length === 0 || isGround;
    return { content, page: lines[0]?.page ?? 1, readings: isGround ? [] : readings };
  });
  return mendRomans(withoutStrayBullet(drafts));
};
