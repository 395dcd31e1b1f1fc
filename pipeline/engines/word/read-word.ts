import { findNumberLines } from '../../../language/printed/number-line.js';
import { toNfc } from '../../../language/writing/unicode.js';
import { noFindings } from './findings.js';
import { ListCounter } from './list-counter.js';
import { readLists } from './numbering.js';
import { readNotes, readSideTexts } from './side-stories.js';
import { Story } from './story.js';
import { StoryReader } from './story-reader.js';
import { readStyles } from './styles.js';
import { walkXml } from './walk-xml.js';
import { openPackage, readThemeFonts } from './word-package.js';

/** A picture of a Word file that may be a scan. */
export interface WordPicture {
  /** Its share of a page's area. */
  readonly share: number;
  load(): Uint8Array;
}

/** What a Word file prints, and what must be said of it. */
export interface WordText {
  /** NFC; a line for each paragraph, label included; pages parted by form feeds where the file tells them. */
  readonly text: string;
  /** Words beside the text: headers, footers, comments, properties, watermarks, hidden text. */
  readonly aside: readonly string[];
  /** Insertions or deletions that nobody accepted: those inserted are in the text, those deleted are not. */
  readonly isTracked: boolean;
  /** True where the file says where each page ends. */
  readonly tellsPages: boolean;
  /** Fonts of old codes whose letters were converted. */
  readonly legacyFonts: readonly string[];
  /** Formats of numbers that are printed in digits here, and otherwise by Word. */
  readonly unknownFormats: readonly string[];
  readonly pictures: readonly WordPicture[];
  /** Files inside, and a field without an end: what they hold is not in the text. */
  readonly unread: number;
}

/** Lines of a body in which its header stands, if it does. */
const HEAD_LINES = 15;

/**
 * The header of a paper that its writer put into the header of the page, so that the text begins below it: the lines of
 * the first page header with a number of a paper, where the text itself has none in its head. — phần thể thức ở tiêu đề trang
 */
const findLetterhead = (headers: readonly (readonly string[])[], lines: readonly string[]): readonly string[] => {
  const hasNumber = (some: readonly string[]): boolean => findNumberLines(toNfc(some.join('\n'))).length > 0;
  return hasNumber(lines.slice(0, HEAD_LINES)) ? [] : (headers.find(hasNumber) ?? []);
};

/**
 * Reads a .docx as Word prints it: numbers of lists counted, fields by their result, deletions and hidden text left out,
 * old fonts converted. Nothing outside the file is opened, no macro looked at. Throws `file-broken` with the name of the
 * damaged part, `file-too-heavy` for one that would unfold beyond what is safe. — đọc tệp Word
 */
export const readWord = (bytes: Uint8Array): WordText => {
  const word = openPackage(bytes);
  const styles = readStyles(word.tree('styles'));
  const lists = readLists(word.tree('numbering'), styles);
  const context = { styles, findList: lists.find, themeFonts: readThemeFonts(word.tree('theme')) };
  const counter = new ListCounter();
  const notes = readNotes(word, context);
  const story = new Story(context, counter, notes.print);
  const findings = noFindings();
  walkXml(word.main.bytes, word.main.name, new StoryReader(story, findings));
  const side = readSideTexts(word, context);
  const lines = story.finish();
  const text = toNfc([...findLetterhead(side.headers, lines), ...lines].join('\n'));
  const pictures = findings.pictures.flatMap(({ id, share }): readonly WordPicture[] => {
    const part = word.byId(id);
    return part === undefined ? [] : [{ share, load: () => part.read() }];
  });
  return {
    text,
    aside: [...new Set([...side.aside, ...findings.aside].map((piece) => toNfc(piece.trim())))].filter(
      (piece) => piece !== '',
    ),
    isTracked: findings.isTracked,
    tellsPages: story.pages.isLaidOut || side.pages === 1,
    legacyFonts: [...story.legacyFonts],
    unknownFormats: [...counter.unknownFormats],
    pictures,
    unread: findings.embedded + (findings.isCut ? 1 : 0),
  };
};
