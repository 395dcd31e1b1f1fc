import { noFindings } from './findings.js';
import { ListCounter } from './list-counter.js';
import { pushAll } from './push-all.js';
import { Story, type StoryContext } from './story.js';
import { StoryReader } from './story-reader.js';
import { readXml, walkXml, type XmlElement } from './walk-xml.js';
import type { WordPackage } from './word-package.js';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raise = (value: number): string => [...String(value)].map((digit) => SUPERSCRIPTS[Number(digit)] ?? '').join('');

/** Ids of notes that are no notes: the lines that part them from the text. */
const isSeparator = (kind: string | undefined): boolean => kind !== undefined && kind !== 'normal';

/**
 * The footnotes and endnotes of a file, each as one line with its raised number, by the id of its reference with `f` or `e`
 * before it. They are numbered in the order in which they are asked for, as Word does. — chú thích
 */
export const readNotes = (
  word: WordPackage,
  context: StoryContext,
): { readonly print: (id: string) => string | undefined } => {
  const texts = new Map<string, string>();
  for (const [kind, mark] of [
    ['footnotes', 'f'],
    ['endnotes', 'e'],
  ] as const)
    for (const part of word.parts(kind).slice(0, 1)) {
      let story: Story | undefined;
      let id = '';
      const keep = (): void => {
        if (id !== '') texts.set(id, story?.finish().join(' ').replace(/\s+/gu, ' ').trim() ?? '');
      };
      const findings = noFindings();
      const open = (): StoryReader => {
        story = new Story(context, new ListCounter());
        return new StoryReader(story, findings);
      };
      let reader = open();
      walkXml(part.read(), part.name, {
        open: (name, attributes) => {
          if (name === 'w:footnote' || name === 'w:endnote') {
            keep();
            id = isSeparator(attributes['w:type']) ? '' : `${mark}${attributes['w:id'] ?? ''}`;
            reader = open();
          } else reader.open(name, attributes);
        },
        close: (name) => {
          if (name !== 'w:footnote' && name !== 'w:endnote') reader.close(name);
        },
        text: (text) => reader.text(text),
      });
      keep();
    }
  const numbers = { f: 0, e: 0 };
  return {
    print: (id) => {
      const text = texts.get(id);
      if (text === undefined) return undefined;
      const kind = id.startsWith('e') ? 'e' : 'f';
      numbers[kind] += 1;
      return text === '' ? undefined : `${raise(numbers[kind])} ${text}`;
    },
  };
};

/** Every word of a small part: the values of properties. */
const wordsOf = (element: XmlElement): readonly string[] => [element.text, ...element.children.flatMap(wordsOf)];

const PROPERTIES = /^docProps\/(?:core|custom|app)\.xml$/iu;
/** Counts of pages and words, the name of the program: nothing that a person wrote. */
const STATISTICS = /app\.xml$/iu;
/** Words of drawn schemes (SmartArt) and charts, which stand in parts of their own. */
const DRAWN = /^word\/(?:diagrams\/data|charts\/chart)\d*\.xml$/iu;
/** Kinds of parts whose words are asked for a mark of secrecy and otherwise left alone. */
const ASIDE_KINDS = ['header', 'footer', 'comments'] as const;

/** What headers, footers, comments and properties say. */
export interface SideTexts {
  /** Lines of headers and footers, watermarks, comments, values of properties. */
  readonly aside: readonly string[];
  /** Lines of each header, for a letterhead that stands there. */
  readonly headers: readonly (readonly string[])[];
  /** Pages as Word counted them when the file was last saved; undefined where it does not say. */
  readonly pages: number | undefined;
}

/** Reads what stands beside the text of a file: it is only asked for a mark of secrecy. */
export const readSideTexts = (word: WordPackage, context: StoryContext): SideTexts => {
  const aside: string[] = [];
  const headers: (readonly string[])[] = [];
  for (const kind of ASIDE_KINDS)
    for (const part of word.parts(kind)) {
      const story = new Story(context, new ListCounter());
      const findings = noFindings();
      walkXml(part.read(), part.name, new StoryReader(story, findings));
      const lines = story.finish().filter((line) => line.trim() !== '');
      if (kind === 'header') headers.push(lines);
      pushAll(aside, lines);
      pushAll(aside, findings.aside);
    }
  for (const part of word.named(DRAWN)) pushAll(aside, wordsOf(readXml(part.read(), part.name)));
  let pages: number | undefined;
  for (const part of word.named(PROPERTIES)) {
    const tree = readXml(part.read(), part.name);
    if (!STATISTICS.test(part.name)) pushAll(aside, wordsOf(tree));
    const told = tree.children.find(({ name }) => name === 'Pages')?.text ?? '';
    if (/^\d{1,6}$/u.test(told)) pages = Number(told);
  }
  return { aside: aside.map((text) => text.trim()).filter((text) => text !== ''), headers, pages };
};
