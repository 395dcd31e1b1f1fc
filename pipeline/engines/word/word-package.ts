import { posix } from 'node:path';
import { childOf, readXml, type XmlElement } from './walk-xml.js';
import { brokenWord } from './word-errors.js';
import { openArchive } from './zip-archive.js';

/** The parts of a .docx by what they are to its main text. External targets are left out: nothing outside is ever opened. */
export interface WordPackage {
  /** Name and bytes of the main text. */
  readonly main: { readonly name: string; readonly bytes: Buffer };
  /** The parts of one kind (`numbering`, `styles`, `header` …) in the order of their ids, each read when asked for. */
  parts(kind: string): readonly { readonly name: string; read(): Buffer }[];
  /** The first part of a kind as a tree; undefined where there is none. */
  tree(kind: string): XmlElement | undefined;
  /** The part that a relationship of the main text leads to, by its id: a picture. */
  byId(id: string): { readonly name: string; read(): Buffer } | undefined;
  /** Parts by a pattern of their names: the properties, which lie beside the main text. */
  named(pattern: RegExp): readonly { readonly name: string; read(): Buffer }[];
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

const RELATIONS = '_rels/.rels';
const USUAL_MAIN = 'word/document.xml';
const MOST_RELATIONS = 100_000;

const readRelations = (tree: XmlElement, folder: string): readonly Relation[] =>
  tree.children
    .slice(0, MOST_RELATIONS)
    .filter(({ attributes: { TargetMode } }) => TargetMode !== 'External')
    .map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
      id: Id,
      kind: Type.slice(Type.lastIndexOf('/') + 1),
      target: Target.startsWith('/') ? Target.slice(1) : posix.normalize(posix.join(folder, Target)),
    }));

/** What the usual names say where a file has no relationships, or they lead nowhere. */
const USUAL_PARTS: Readonly<Record<string, RegExp>> = {
  numbering: /^word\/numbering\d*\.xml$/iu,
  styles: /^word\/styles\d*\.xml$/iu,
  theme: /^word\/theme\/theme\d*\.xml$/iu,
  footnotes: /^word\/footnotes\d*\.xml$/iu,
  endnotes: /^word\/endnotes\d*\.xml$/iu,
  comments: /^word\/comments\d*\.xml$/iu,
  header: /^word\/header\d*\.xml$/iu,
  footer: /^word\/footer\d*\.xml$/iu,
};

/**
 * Opens a .docx, .docm, .dotx or .dotm (its macros are never looked at). Throws `file-broken` where the archive, or its
 * main text, is missing.
 */
export const openPackage = (bytes: Uint8Array): WordPackage => {
  const archive = openArchive(bytes);
  const relationsOf = (name: string, folder: string): readonly Relation[] => {
    const part = archive.read(name);
    return part === undefined ? [] : readRelations(readXml(part, name), folder);
  };
  const told = relationsOf(RELATIONS, '').find(({ kind }) => kind === 'officeDocument')?.target;
  const mainName = told !== undefined && archive.has(told) ? told : USUAL_MAIN;
  const main = archive.read(mainName);
  if (main === undefined) throw brokenWord(mainName);
  const folder = posix.dirname(mainName);
  const relations = relationsOf(posix.join(folder, '_rels', `${posix.basename(mainName)}.rels`), folder);
  const toPart = (name: string) => ({
    name,
    read: (): Buffer => {
      const part = archive.read(name);
      if (part === undefined) throw brokenWord(name);
      return part;
    },
  });
  const parts = (kind: string) => {
    const targets = relations.filter((one) => one.kind === kind && archive.has(one.target));
    const usual = USUAL_PARTS[kind];
    const names = targets.length > 0 || usual === undefined ? targets.map(({ target }) => target) : archive.names;
    return [...new Set(targets.length > 0 ? names : names.filter((name) => usual?.test(name)))].map(toPart);
  };
  return {
    main: { name: mainName, bytes: main },
    parts,
    tree: (kind) => {
      const [first] = parts(kind);
      return first === undefined ? undefined : readXml(first.read(), first.name);
    },
    byId: (id) => {
      const target = relations.find((one) => one.id === id)?.target;
      return target !== undefined && archive.has(target) ? toPart(target) : undefined;
    },
    named: (pattern) => archive.names.filter((name) => pattern.test(name)).map(toPart),
  };
};

/** The Latin fonts of a theme: of headings and of running text. */
export const readThemeFonts = (theme: XmlElement | undefined): { readonly major: string; readonly minor: string } => {
  const fonts = childOf(childOf(theme, 'a:themeElements'), 'a:fontScheme');
  const latin = (kind: string): string => childOf(childOf(fonts, kind), 'a:latin')?.attributes.typeface ?? '';
  return { major: latin('a:majorFont'), minor: latin('a:minorFont') };
};
