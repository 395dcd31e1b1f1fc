import { type RunLook, readLook } from './run-look.js';
import { numberOf, type Styles } from './styles.js';
import { childOf, isOn, valOf, type XmlElement } from './walk-xml.js';

/** One level of a list, as it is printed. — cấp danh sách */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** "%1.%2." — what stands for the number of each level. */
  readonly text: string;
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** 1-based level from which on a new number starts this one anew; 0: never; undefined: any higher one. */
  readonly restart: number | undefined;
  /** Every number of the label in digits. */
  readonly isLegal: boolean;
  /** Style whose paragraphs stand at this level. */
  readonly style: string | undefined;
  readonly run: RunLook;
}

/** A list that paragraphs name. Those with one `key` count on together. */
export interface List {
  readonly id: string;
  readonly key: string;
  readonly levels: readonly (ListLevel | undefined)[];
  /** The number that its first paragraph at a level starts with, where this list begins anew. */
  readonly starts: ReadonlyMap<number, number>;
}

export const LEVELS = 9;
/** Letters of a label's pattern: Word's own dialog takes no more. */
const LONGEST_TEXT = 255;

const readFormat = (element: XmlElement): string => {
  // A format of later versions stands beside one for older readers.
  const choice = childOf(childOf(childOf(element, 'mc:AlternateContent'), 'mc:Choice'), 'w:numFmt');
  const format = childOf(element, 'w:numFmt') ?? choice;
  const { 'w:val': value = 'decimal', 'w:format': custom } = format?.attributes ?? {};
  return value === 'custom' ? `custom:${custom ?? ''}` : value;
};

const readSuffix = (value: string | undefined): ListLevel['suffix'] =>
  value === 'space' || value === 'nothing' ? value : 'tab';

const readLevel = (element: XmlElement): ListLevel => {
  const run: RunLook = {};
  for (const { name, attributes } of childOf(element, 'w:rPr')?.children ?? []) readLook(run, name, attributes);
  const legal = childOf(element, 'w:isLgl');
  return {
    start: numberOf(valOf(element, 'w:start')) ?? 0,
    format: readFormat(element),
    text: (valOf(element, 'w:lvlText') ?? '').slice(0, LONGEST_TEXT),
    suffix: readSuffix(valOf(element, 'w:suff')),
    restart: numberOf(valOf(element, 'w:lvlRestart')),
    isLegal: legal !== undefined && isOn(legal.attributes['w:val']),
    style: valOf(element, 'w:pStyle'),
    run,
  };
};

const levelOf = (element: XmlElement): number => numberOf(element.attributes['w:ilvl']) ?? -1;
const isLevel = (at: number): boolean => at >= 0 && at < LEVELS;

const readLevels = (element: XmlElement): (ListLevel | undefined)[] => {
  const levels: (ListLevel | undefined)[] = [];
  for (const child of element.children)
    if (child.name === 'w:lvl' && isLevel(levelOf(child))) levels[levelOf(child)] = readLevel(child);
  return levels;
};

/**
 * Reads the lists of a file: abstract lists, what their instances change of them, and lists that take their levels from a
 * style. `find('0')` is undefined: that number takes a paragraph out of its list.
 */
export const readLists = (
  tree: XmlElement | undefined,
  styles: Styles,
): { readonly find: (numId: string) => List | undefined } => {
  const abstracts = new Map<string, XmlElement>();
  const instances = new Map<string, XmlElement>();
  const keyOf: Readonly<Record<string, readonly [Map<string, XmlElement>, string]>> = {
    'w:abstractNum': [abstracts, 'w:abstractNumId'],
    'w:num': [instances, 'w:numId'],
  };
  for (const child of tree?.children ?? []) {
    const [into, key] = keyOf[child.name] ?? [];
    if (into !== undefined && key !== undefined) into.set(child.attributes[key] ?? '', child);
  }
  const resolve = (id: string | undefined, seen: readonly string[] = []): XmlElement | undefined => {
    const found = abstracts.get(id ?? '');
    const style = styles.find(valOf(found, 'w:numStyleLink'));
    if (found === undefined || style === undefined || seen.includes(id ?? '')) return found;
    const linked = valOf(instances.get(style.numId ?? ''), 'w:abstractNumId');
    return linked === undefined || linked === id ? found : resolve(linked, [...seen, id ?? '']);
  };
  const build = (id: string): List | undefined => {
    const instance = instances.get(id);
    const key = valOf(instance, 'w:abstractNumId');
    const abstract = resolve(key);
    if (instance === undefined || key === undefined || abstract === undefined) return undefined;
    const levels = readLevels(abstract);
    const starts = new Map<number, number>();
    for (const change of instance.children.filter(({ name }) => name === 'w:lvlOverride')) {
      const at = levelOf(change);
      if (!isLevel(at)) continue;
      const own = childOf(change, 'w:lvl');
      if (own !== undefined) levels[at] = readLevel(own);
      const start = numberOf(valOf(change, 'w:startOverride'));
      if (start !== undefined) starts.set(at, start);
    }
    return { id, key, levels, starts };
  };
  const known = new Map<string, List | undefined>();
  return {
    find: (numId) => {
      if (!known.has(numId)) known.set(numId, numId === '0' ? undefined : build(numId));
      return known.get(numId);
    },
  };
};
