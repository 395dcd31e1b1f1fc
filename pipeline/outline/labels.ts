import { PARTNER_TITLES, RESPONSIBLE_TITLES, TIME_TITLES } from '../../language/lexicon/assignment-words.js';
import type { ReflowedText } from '../../schemas/stages.js';
import { endsInColon, looksLikeHeading } from './headings.js';
import { concatTexts } from './reflow.js';
import type { Node } from './tree.js';

type Label = 'lead' | 'partner' | 'time';

const opensWith = (titles: readonly string[]): RegExp =>
  new RegExp(`^(?:${titles.toSorted((a, b) => b.length - a.length).join('|')})\\s?:`, 'iu');
const LABELS: readonly (readonly [RegExp, Label])[] = [
  [opensWith(RESPONSIBLE_TITLES), 'lead'],
  [opensWith(PARTNER_TITLES), 'partner'],
  [opensWith(TIME_TITLES), 'time'],
];
/** The line over which they stand where each item is a form: "a) Nhiệm vụ: Xây dựng kho dữ liệu." */
const TASK_LABEL = /^(?:nội dung|nhiệm vụ|công việc)(?: (?:công việc|thực hiện|nhiệm vụ|cụ thể))?\s?:\s*\P{Z}/iu;

const markOf = (node: Node): number => {
  const printed = node.enumerator?.printed.length ?? 0;
  return printed + (/^\s*/u.exec(node.content.text.slice(printed))?.[0].length ?? 0);
};

const labelOf = (node: Node): Label | undefined => {
  const text = node.content.text.slice(markOf(node));
  return LABELS.find(([pattern]) => pattern.test(text))?.[1];
};

// Where another label may begin in the same line: "Cơ quan thực hiện: Sở A. *Thời gian hoàn thành*: quý III."
const LABEL_STARTS = /\.\s+(?=\p{Lu})|;\s+(?=\p{L})/gu;

/** Every label that a line holds, at its head and behind its stops. */
const labelsOf = (node: Node): readonly Label[] => {
  const text = node.content.text.slice(markOf(node));
  const starts = [0, ...[...text.matchAll(LABEL_STARTS)].map((match) => match.index + match[0].length)];
  return starts.flatMap((at) => {
    const found = LABELS.find(([pattern]) => pattern.test(text.slice(at, at + LABEL_AT_MOST)))?.[1];
    return found === undefined ? [] : [found];
  });
};
const LABEL_AT_MOST = 60;

const cutFront = ({ text, pieces }: ReflowedText, from: number): ReflowedText => ({
  text: text.slice(from),
  pieces: pieces.flatMap(({ at, source }, i) => {
    const end = pieces[i + 1]?.at ?? text.length;
    if (end <= from) return [];
    const cut = Math.max(0, from - at);
    return [{ at: Math.max(0, at - from), source: { ...source, start: source.start + cut } }];
  }),
});

const contentOf = (node: Node, from: number, to = node.content.text.length): ReflowedText => {
  const { text, pieces } = cutFront(node.content, from);
  return { text: text.slice(0, to - from), pieces: pieces.filter(({ at }) => at < to - from) };
};

/** What a line says behind its mark; "Cơ quan thực hiện:" over the lines that name them says nothing. */
const wordsOf = (node: Node): readonly ReflowedText[] =>
  endsInColon(node.content.text) ? [] : [contentOf(node, markOf(node))];

/** A group of lines that say nothing but who does a thing, who helps and by when. */
interface Group {
  readonly nodes: readonly Node[];
  readonly labels: ReadonlySet<Label>;
}

/** The labelled lines that stand together from a child on, with the lines below "Cơ quan thực hiện:". */
const readGroup = (siblings: readonly Node[], from: number, childrenOf: (node: Node) => readonly Node[]): Group => {
  const nodes: Node[] = [];
  const labels = new Set<Label>();
  for (const node of siblings.slice(from)) {
    const label = labelOf(node);
    const below = childrenOf(node);
    const isForm =
      endsInColon(node.content.text) && below.length > 0 && below.every((one) => labelOf(one) !== undefined);
    if (label === undefined || (below.length > 0 && !isForm) || below.some((one) => childrenOf(one).length > 0)) break;
    for (const one of [node, ...below]) for (const each of [labelOf(one) ?? label, ...labelsOf(one)]) labels.add(each);
    nodes.push(node, ...below);
  }
  return { nodes, labels };
};

/** Whom a group belongs to: the item with nothing else below it, or the line of the form that tells the work. */
const findOwner = (
  siblings: readonly Node[],
  from: number,
  size: number,
  parent: Node | undefined,
  childrenOf: (node: Node) => readonly Node[],
): Node | undefined => {
  const before = siblings[from - 1];
  if (before !== undefined) {
    const isWork = TASK_LABEL.test(before.content.text.slice(markOf(before))) && childrenOf(before).length === 0;
    return isWork ? before : undefined;
  }
  return size === siblings.length && parent?.enumerator != null ? parent : undefined;
};

/**
 * Joins the lines of a form to the item that they are about: "2. Số hóa hồ sơ." over "- Cơ quan chủ trì: Phòng A", "- Đơn vị
 * phối hợp: Phòng B", "- Thời gian thực hiện: Quý IV" is one task. Lines that tell of several items stay together, one line
 * below them. Where only those who lead are named nothing is joined: that line answers for all above it.
 * — cơ quan chủ trì, cơ quan phối hợp, thời gian thực hiện
 */
export const joinLabels = (nodes: readonly Node[]): readonly Node[] => {
  const below = new Map<number | null, Node[]>();
  for (const node of nodes) below.set(node.parent, [...(below.get(node.parent) ?? []), node]);
  const childrenOf = (node: Node): readonly Node[] => below.get(node.index) ?? [];
  const joined = new Map<number, ReflowedText>();
  const gone = new Set<number>();
  for (const [parent, siblings] of below) {
    // Parents come before what hangs from them: these went with "Cơ quan thực hiện:".
    if (siblings.some((node) => gone.has(node.index))) continue;
    for (let from = 0; from < siblings.length; ) {
      const group = readGroup(siblings, from, childrenOf);
      const size = siblings.slice(from).filter((node) => group.nodes.includes(node)).length;
      const owner = findOwner(siblings, from, size, parent === null ? undefined : nodes[parent], childrenOf);
      const first = owner ?? group.nodes[0];
      const others = group.nodes.filter((node) => node !== first);
      const tellsMore = group.labels.has('partner') || group.labels.has('time');
      // Below a title without its stop there is nobody else for whom the line could answer.
      const isOfTitle = owner !== undefined && owner.index === parent && looksLikeHeading(owner.content.text);
      if (first !== undefined && others.length > 0 && (tellsMore || isOfTitle)) {
        const isEmpty = owner === undefined && endsInColon(first.content.text);
        const [head, ...rest] = [
          isEmpty ? contentOf(first, 0, first.content.text.slice(0, markOf(first)).trimEnd().length) : first.content,
          ...others.flatMap(wordsOf),
        ];
        if (head !== undefined) joined.set(first.index, rest.reduce(concatTexts, head));
        for (const one of others) gone.add(one.index);
      }
      from += Math.max(1, size);
    }
  }
  if (gone.size === 0) return nodes;
  const kept = nodes.filter((node) => !gone.has(node.index));
  const indices = new Map(kept.map((node, index) => [node.index, index]));
  return kept.map((node) => ({
    ...node,
    index: indices.get(node.index) ?? 0,
    parent: node.parent === null ? null : (indices.get(node.parent) ?? null),
    content: joined.get(node.index) ?? node.content,
  }));
};
