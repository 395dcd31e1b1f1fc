import { SaxesParser } from 'saxes';
import { brokenWord, heavyWord } from './word-errors.js';

/** Attributes of an element, by their names under the usual prefixes. */
export type Attributes = Readonly<Record<string, string>>;

/** What is told of an XML text while it is walked. Names have the usual prefix of their namespace: `w:p`, whatever the file wrote. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** The usual prefixes by namespace, both those of ECMA-376 "transitional" and of its "strict" kind. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'urn:schemas-microsoft-com:vml': 'v',
};

/** Elements inside each other: Word itself stays below a hundred. */
const DEEPEST = 512;
/** Characters that are handed to the parser at a time. */
const CHUNK = 64 * 1024;

/** Names as the file writes them → under the usual prefixes. A file that uses those is told by its own names at once. */
class Names {
  readonly #ours = new Map<string, string>();
  #known = new Map<string, string>();

  declare(prefix: string, uri: string): void {
    const usual = PREFIXES[uri];
    if (usual === undefined || usual === prefix || this.#ours.get(prefix) === usual) return;
    this.#ours.set(prefix, usual);
    this.#known = new Map();
  }

  get areUsual(): boolean {
    return this.#ours.size === 0;
  }

  /** Attributes without a prefix belong to no namespace; elements to the default one. */
  name(raw: string, isElement: boolean): string {
    const key = isElement ? raw : `@${raw}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const colon = raw.indexOf(':');
    const prefix = colon < 0 ? '' : raw.slice(0, colon);
    const usual = colon < 0 && !isElement ? undefined : this.#ours.get(prefix);
    const name = usual === undefined ? raw : `${usual}:${raw.slice(colon + 1)}`;
    this.#known.set(key, name);
    return name;
  }
}

const decode = (bytes: Uint8Array, part: string): string => {
  const [a = 0, b = 0] = bytes;
  const isWide = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0) !== (b === 0);
  const encoding = !isWide ? 'utf-8' : a === 0xfe || a === 0 ? 'utf-16be' : 'utf-16le';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw brokenWord(part, error);
  }
};

/**
 * Walks an XML part in UTF-8 or UTF-16. Entities that the file defines itself are never expanded: a part with a document
 * type is refused, as ECMA-376 forbids one. Throws `file-broken` with the part's name for what is no XML, `file-too-heavy`
 * for elements nested beyond sense.
 */
export const walkXml = (bytes: Uint8Array, part: string, handler: XmlHandler): void => {
  const text = decode(bytes, part);
  const names = new Names();
  let depth = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw brokenWord(part, error);
  });
  parser.on('doctype', () => {
    throw brokenWord(`${part}: DOCTYPE`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) throw heavyWord({ vi: `${part} lồng quá ${DEEPEST} tầng`, en: `${part} nests too deeply` });
    for (const key in attributes)
      if (key.startsWith('xmlns')) names.declare(key.slice('xmlns:'.length), attributes[key] ?? '');
    if (names.areUsual) return handler.open(name, attributes);
    const usual = Object.entries(attributes).map(([key, value]) => [names.name(key, false), value]);
    return handler.open(names.name(name, true), Object.fromEntries(usual));
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handler.close(names.areUsual ? name : names.name(name, true));
  });
  parser.on('text', (piece) => handler.text(piece));
  parser.on('cdata', (piece) => handler.text(piece));
  for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  parser.close();
};

/** An element of a small part, with what it holds. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** Elements of a part that is kept whole in memory: styles and lists of a large file have some ten thousand. */
const MOST_ELEMENTS = 1_000_000;

/** Reads a small part whole: styles, lists, relationships. Errors as of walkXml. */
export const readXml = (bytes: Uint8Array, part: string): XmlElement => {
  interface Growing extends XmlElement {
    children: Growing[];
    text: string;
  }
  const root: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open: Growing[] = [root];
  let count = 0;
  walkXml(bytes, part, {
    open: (name, attributes) => {
      count += 1;
      if (count > MOST_ELEMENTS) throw heavyWord({ vi: `${part} quá lớn`, en: `${part} is too large` });
      const element: Growing = { name, attributes, children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close: () => open.pop(),
    text: (text) => {
      const last = open.at(-1);
      if (last !== undefined && text.trim() !== '') last.text += text;
    },
  });
  const [first] = root.children;
  if (first === undefined) throw brokenWord(part);
  return first;
};

/** The first child of a name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** `w:val` of the first child of a name: `valOf(numPr, 'w:numId') === '3'`. */
export const valOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val'];

/** A switch: there and not turned off. undefined where nothing is said. */
export const isOn = (value: string | undefined): boolean => !['0', 'false', 'off', 'none'].includes(value ?? 'true');
