import { type RunLook, readLook } from './run-look.js';
import { childOf, isOn, valOf, type XmlElement } from './walk-xml.js';

/** What a style says of paragraphs and runs, with what it takes over from the styles below it. */
export interface Style {
  readonly id: string;
  readonly run: RunLook;
  readonly numId?: string;
  readonly level?: number;
  /** Ids of itself and the styles below, nearest first: a level of a list may be tied to one of them. */
  readonly chain: readonly string[];
  readonly breaksPage?: boolean;
}

export interface Styles {
  /** A style by its id; undefined where there is none. */
  find(id: string | undefined): Style | undefined;
  /** The style of paragraphs that name none. */
  readonly paragraph: Style | undefined;
  readonly defaults: RunLook;
}

/** A style as it stands in the file. */
interface RawStyle {
  readonly basedOn: string | undefined;
  readonly run: RunLook;
  readonly numId: string | undefined;
  readonly level: number | undefined;
  readonly breaksPage: boolean | undefined;
}

const readRun = (properties: XmlElement | undefined): RunLook => {
  const look: RunLook = {};
  for (const { name, attributes } of properties?.children ?? []) readLook(look, name, attributes);
  return look;
};

/** A whole number of a property; undefined for none, or for what is no number. */
export const numberOf = (value: string | undefined): number | undefined =>
  value !== undefined && /^-?\d{1,9}$/u.test(value) ? Number(value) : undefined;

const readStyle = (element: XmlElement): RawStyle => {
  const paragraph = childOf(element, 'w:pPr');
  const list = childOf(paragraph, 'w:numPr');
  const pageBreak = childOf(paragraph, 'w:pageBreakBefore');
  return {
    basedOn: valOf(element, 'w:basedOn'),
    run: readRun(childOf(element, 'w:rPr')),
    numId: valOf(list, 'w:numId'),
    level: numberOf(valOf(list, 'w:ilvl')),
    breaksPage: pageBreak === undefined ? undefined : isOn(pageBreak.attributes['w:val']),
  };
};

const given = <Value>(key: string, value: Value | undefined): Record<string, Value> =>
  value === undefined ? {} : { [key]: value };

/** Styles based on each other: Word itself allows eleven. */
const LONGEST_CHAIN = 64;

/** Reads the styles of a file. A style that is based on itself, however far around, ends where the circle closes. — kiểu */
export const readStyles = (tree: XmlElement | undefined): Styles => {
  const raw = new Map<string, RawStyle>();
  let paragraphId: string | undefined;
  for (const element of tree?.children ?? []) {
    const { 'w:styleId': id, 'w:type': type, 'w:default': isDefault } = element.attributes;
    if (element.name !== 'w:style' || id === undefined) continue;
    raw.set(id, readStyle(element));
    if (type === 'paragraph' && isDefault !== undefined && isOn(isDefault)) paragraphId ??= id;
  }
  const known = new Map<string, Style>();
  const build = (id: string): Style | undefined => {
    const chain: string[] = [];
    for (let at: string | undefined = id; at !== undefined && raw.has(at); at = raw.get(at)?.basedOn) {
      if (chain.length >= LONGEST_CHAIN || chain.includes(at)) break;
      chain.push(at);
    }
    if (chain.length === 0) return undefined;
    const below = chain.map((one) => raw.get(one)).filter((one) => one !== undefined);
    return {
      id,
      chain,
      run: Object.assign({}, ...below.map(({ run }) => run).reverse()),
      ...given('numId', below.find(({ numId }) => numId !== undefined)?.numId),
      ...given('level', below.find(({ level }) => level !== undefined)?.level),
      ...given('breaksPage', below.find(({ breaksPage }) => breaksPage !== undefined)?.breaksPage),
    };
  };
  const find = (id: string | undefined): Style | undefined => {
    if (id === undefined) return undefined;
    const style = known.get(id) ?? build(id);
    if (style !== undefined) known.set(id, style);
    return style;
  };
  const defaults = childOf(childOf(childOf(tree, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  return { find, paragraph: find(paragraphId), defaults: readRun(defaults) };
};
