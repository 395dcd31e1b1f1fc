import { namesBody } from '../../extractors/bodies/names-body.js';
import { GROUND, ORDER_OPENERS } from '../../language/lexicon/section-words.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { Block } from '../../schemas/stages.js';
import { announcesPast, faultsOverWork, reportsUp } from './announced-past.js';
import { announcesWork } from './announced-work.js';
import { announcesClaims } from './claims.js';
import { endsInColon, looksLikeHeading } from './headings.js';
import { instructs, ordersInOpening } from './instructions.js';
import { isOverview, judgeItem, judgeParagraph, readTheme, type Theme, type Verdict } from './judge.js';
import { joinLabels } from './labels.js';
import { isArticle, isLegalAct, isMemberRow } from './legal-acts.js';
import { behindRequest, isBareTheme, judgeThemed } from './named-themes.js';
import {
  isAgenda,
  isDutiesTitle,
  isOfMeeting,
  isProposalsTitle,
  type PaperKind,
  restrain,
  type Standing,
} from './paper-kinds.js';
import { findQuoted } from './quoted.js';
import { concatTexts } from './reflow.js';
import { settleDoubt } from './second-opinion.js';
import { isBulletKey } from './series.js';
import type { Node } from './tree.js';

const behindMark = ({ content, enumerator }: Pick<Block, 'content' | 'enumerator'>): string =>
  content.text.slice(enumerator?.printed.length ?? 0).trim();

interface Shaped {
  readonly node: Node;
  readonly children: readonly number[];
  readonly kind: Block['kind'];
}

const LONE_TITLE =
  /^(?:Về|Công tác|Một số|Nhiệm vụ|Tổ chức thực hiện|Kết quả|Hạn chế|Tồn tại|Đánh giá|Mục tiêu|Quan điểm|\P{Ll}+$)/u;

const shapeNode = (node: Node, children: readonly number[]): Shaped => {
  const { text } = node.content;
  if (children.length > 0 && endsInColon(text)) return { node, children, kind: 'lead-in' };
  if (children.length > 0 && looksLikeHeading(text)) return { node, children, kind: 'heading' };
  if (node.enumerator !== null) return { node, children, kind: 'item' };
  // "Về công tác cán bộ" alone on its line is a title, though nothing hangs from it.
  return { node, children, kind: looksLikeHeading(text) && LONE_TITLE.test(text) ? 'heading' : 'paragraph' };
};

/** True where a sibling of the same print has two or more paragraphs below it: the list keeps names and paragraphs apart. */
const hasSeveralBeside = (node: Node, nodes: readonly Node[], childrenOf: readonly (readonly number[])[]): boolean => {
  const siblings = node.parent === null ? nodes.filter((other) => other.parent === null) : childrenOf[node.parent];
  return (siblings ?? []).some((sibling) => {
    const other = typeof sibling === 'number' ? nodes[sibling] : sibling;
    if (other === undefined || other.key !== node.key || other.index === node.index) return false;
    const below = childrenOf[other.index] ?? [];
    return below.length > 1 && below.every((child) => nodes[child]?.enumerator === null);
  });
};

// No title begins so: "Điều 2. Ủy quyền cho Lãnh đạo" + "Bộ Xây dựng ký …" is a sentence that a short line breaks.
const BROKEN_SENTENCE = new RegExp(
  `^(?:${ORDER_OPENERS}|[UỦ][ỷy] quyền|Thông qua|Bãi bỏ|Phê duyệt|Ban hành kèm|Công bố kèm)(?!\\p{L})`,
  'u',
);

/** A body's name, or an announcement, over one unnumbered paragraph and nothing else: the two are one item. */
const isSplitItem = (shaped: Shaped, nodes: readonly Node[], childrenOf: readonly (readonly number[])[]): boolean => {
  const [only] = shaped.children;
  if (shaped.node.enumerator === null || only === undefined || shaped.children.length !== 1) return false;
  const child = nodes[only];
  if (child === undefined || child.enumerator !== null || (childrenOf[only]?.length ?? 0) > 0) return false;
  return (
    !endsInColon(child.content.text) &&
    (shaped.kind === 'lead-in' ||
      (looksLikeHeading(shaped.node.content.text) && BROKEN_SENTENCE.test(behindMark(shaped.node))) ||
      // A whole sentence that begins with a name is an item by itself: what follows it is another.
      ((looksLikeHeading(shaped.node.content.text) || /\p{Lu}\.$/u.test(shaped.node.content.text)) &&
        namesBody(shaped.node.content.text, shaped.node.enumerator.printed))) &&
    !hasSeveralBeside(shaped.node, nodes, childrenOf)
  );
};

/** Joins names and the paragraphs below them, and gives every node its children. */
const shapeNodes = (nodes: readonly Node[]): readonly Shaped[] => {
  const childrenOf: number[][] = nodes.map(() => []);
  for (const node of nodes) if (node.parent !== null) childrenOf[node.parent]?.push(node.index);
  const merged = new Set<number>();
  return nodes
    .map((node): Shaped => {
      const shaped = shapeNode(node, childrenOf[node.index] ?? []);
      const [only] = shaped.children;
      const child = only === undefined ? undefined : nodes[only];
      if (child === undefined || !isSplitItem(shaped, nodes, childrenOf)) return shaped;
      merged.add(child.index);
      return { node: { ...node, content: concatTexts(node.content, child.content) }, children: [], kind: 'item' };
    })
    .filter((shaped) => !merged.has(shaped.node.index));
};

// "THỦ TƯỚNG CHÍNH PHỦ điện:", "Kính gửi:"
const ADDRESSES = /(?:^|\s)(?:điện|[Kk]ính gửi|KÍNH GỬI|[Gg]ửi)\s*:\s*$/u;

const DEMANDS_TITLE = /^(?:cac )?yeu cau(?: chung| cu the)?\s*:?$/u;

// "…, Thủ tướng Chính phủ yêu cầu:"
const ASKS = /(?:yêu cầu|đề nghị|chỉ thị)\s*:\s*$/u;

const themeOf = (shaped: Shaped, inherited: Theme, nodes: readonly Node[]): Theme => {
  const title = behindMark(shaped.node);
  if (shaped.node.enumerator === null && inherited === 'open' && reportsUp(title)) return 'assessment';
  if (inherited === 'claims') return inherited;
  // Addressees stand behind dashes; a number below them begins the orders.
  if (inherited === 'addressees' && shaped.node.enumerator !== null && !isBulletKey(shaped.node.key)) return 'open';
  if ((shaped.kind === 'lead-in' || shaped.kind === 'heading') && announcesClaims(title)) return 'claims';
  if (shaped.kind === 'lead-in' && ADDRESSES.test(title)) return 'addressees';
  const below = shaped.kind === 'lead-in' ? shaped.children.map((child) => nodes[child]) : [];
  if (below.length > 0 && announcesPast(title, below)) return 'assessment';
  if (inherited !== 'assessment' && faultsOverWork(title, below)) return inherited;
  // "I. MỤC ĐÍCH, YÊU CẦU" + "2. Yêu cầu": of the plan, not of somebody.
  if (inherited === 'aims' && DEMANDS_TITLE.test(foldChars(title))) return inherited;
  if (shaped.kind === 'heading') return namesBody(title, '') ? inherited : (readTheme(title) ?? inherited);
  if (isOverview(inherited) && announcesWork(title)) return 'tasks';
  if (shaped.kind === 'lead-in' && title.length <= 120 && !instructs(title)) return readTheme(title) ?? inherited;
  return inherited;
};

const judgeShaped = (shaped: Shaped, theme: Theme, own: Theme, begun: boolean, standing: Standing): Verdict => {
  if (own === 'addressees') return { part: 'opening', isDirective: false, why: 'judge/addressees' };
  if (own === 'claims') return { part: 'assessment', isDirective: false, why: 'judge/claims' };
  const text = behindMark(shaped.node);
  const isTold = isOverview(theme) || isOverview(own);
  if (shaped.kind === 'heading') {
    const isDirective = !isTold && shaped.node.enumerator !== null && namesBody(text, '');
    const part = isTold ? 'assessment' : 'tasks';
    return { part, isDirective, why: isDirective ? 'judge/heading-of-body' : 'judge/heading' };
  }
  if ((standing.isInArticle || isArticle(shaped.node)) && isLegalAct(text))
    return { part: 'assessment', isDirective: false, why: 'judge/legal-act' };
  if (shaped.kind === 'item' && isMemberRow(text))
    return { part: 'assessment', isDirective: false, why: 'judge/legal-act' };
  if (shaped.node.enumerator === null) return judgeParagraph(text, own, begun);
  const verdict = judgeItem(own === 'open' ? behindRequest(text) : text, own);
  if (own === 'open' && shaped.kind === 'item' && verdict.why === 'judge/item')
    return judgeThemed(text, begun) ?? verdict;
  if (shaped.kind !== 'lead-in' || verdict.isDirective) return verdict;
  return { ...verdict, part: isTold ? 'assessment' : 'tasks' };
};

/** A theme with a colon is no task where nothing below it is one. */
const withoutEmptyThemes = (blocks: readonly Block[]): readonly Block[] => {
  const asking = new Set<number>();
  for (const block of blocks.toReversed())
    if (block.parent !== null && (block.isDirective || asking.has(block.index))) {
      const isEmptyTheme = block.kind === 'lead-in' && !asking.has(block.index) && isBareTheme(behindMark(block));
      if (!isEmptyTheme) asking.add(block.parent);
    }
  return blocks.map((block) =>
    block.kind === 'lead-in' && block.isDirective && !asking.has(block.index) && isBareTheme(behindMark(block))
      ? { ...block, isDirective: false, why: 'judge/heading' }
      : block,
  );
};

const isGroundOf = ({ node: { content } }: Shaped): boolean =>
  GROUND.test(foldChars(content.text)) && !ordersInOpening(content.text);

/** True for an item: the conclusions have begun with it at the latest. */
const begins = ({ node }: Shaped, own: Theme): boolean =>
  node.enumerator !== null && own !== 'addressees' && own !== 'claims';

/** Place of the last legal ground above the items; -1 without grounds. */
const findLastGround = (shapes: readonly Shaped[]): number => {
  const item = shapes.findIndex((shaped) => shaped.node.enumerator !== null && !isGroundOf(shaped));
  return (item < 0 ? shapes : shapes.slice(0, item)).findLastIndex(isGroundOf);
};

const NOWHERE: Standing = { isProposed: false, isBelowBody: false, isInArticle: false, isOfMeeting: false };

/** Where what hangs from a block stands. */
const standBelow = ({ node, kind }: Shaped, above: Standing, paper: PaperKind): Standing => {
  const title = behindMark(node);
  // "Sở Công Thương báo cáo như sau:" names who tells.
  const isTitle = node.enumerator !== null && (kind === 'heading' || kind === 'lead-in');
  return {
    isInArticle: above.isInArticle || isArticle(node),
    isOfMeeting:
      above.isOfMeeting ||
      (kind !== 'item' && (isOfMeeting(title, paper) || (paper === 'invitation' && isAgenda(title)))),
    isProposed: above.isProposed || (isTitle && isProposalsTitle(title)),
    isBelowBody:
      above.isBelowBody ||
      (isTitle && (isDutiesTitle(title) || (readTheme(title) === undefined && namesBody(title, '')))),
  };
};

/** Turns the tree into blocks: parts, kinds, directives and numbers. */
export const shapeBlocks = (nodes: readonly Node[], kind: PaperKind = 'orders'): readonly Block[] => {
  const joined = joinLabels(nodes);
  const shapes = shapeNodes(joined);
  const standings = new Map<number, Standing>();
  const newIndex = new Map<number, number>();
  const themes = new Map<number, Theme>();
  const paths = new Map<number, string>();
  const paragraphPaths = new Map<number, string>();
  const paragraphCounts = new Map<string, number>();
  const bulletCounts = new Map<string, number>();
  const blocks: Block[] = [];
  let begun = false;
  let isNumbered = false;
  const grounds = findLastGround(shapes);
  const quoted = findQuoted(shapes.map((shaped) => shaped.node));
  let root: Theme = 'open';
  for (const [place, shaped] of shapes.entries()) {
    const { node } = shaped;
    const inherited = node.parent === null ? root : (themes.get(node.parent) ?? 'open');
    const own = themeOf(shaped, inherited, joined);
    // An unnumbered title rules over what follows it, not only over what hangs from it; so does what announces the work.
    const turns = isOverview(inherited) && own === 'tasks';
    if (node.enumerator === null && (shaped.kind === 'heading' || turns)) {
      if (node.parent === null) root = own === 'claims' ? 'open' : own;
      else themes.set(node.parent, own);
    }
    const isGround: boolean = !isNumbered && isGroundOf(shaped);
    isNumbered ||= begins(shaped, own) && !isGround;
    // The issuer's name above the grounds, "CHÍNH PHỦ", begins nothing.
    const isBegun = isNumbered || (shaped.kind === 'heading' && place > grounds);
    begun ||= isBegun;
    themes.set(node.index, own);
    const standing = (node.parent === null ? undefined : standings.get(node.parent)) ?? NOWHERE;
    const judged: Verdict = isGround
      ? { part: 'opening', isDirective: false, why: 'judge/ground' }
      : quoted.has(node.index)
        ? { part: 'assessment', isDirective: false, why: 'judge/quoted' }
        : settleDoubt(
            judgeShaped(shaped, inherited, own, begun, standing),
            behindMark(node),
            node.enumerator !== null,
            begun,
          );
    const verdict = restrain(judged, kind, behindMark(node), standing);
    standings.set(node.index, standBelow(shaped, standing, kind));
    begun ||= verdict.isDirective;
    // What follows an order to somebody is his task, whatever words it holds.
    const asks = verdict.isDirective || (own === 'open' && ASKS.test(node.content.text));
    const turnsBack = isOverview(own) && !isOverview(inherited);
    const announces = shaped.kind === 'lead-in' && asks && !turnsBack && !isBareTheme(behindMark(node));
    if (announces || verdict.why === 'judge/heading-of-body') themes.set(node.index, 'tasks');
    const above = node.parent === null ? '' : pathAbove(node, node.parent, paths, paragraphPaths);
    const enumerator = countBullet(node, above, bulletCounts);
    const path = enumerator === null ? above : joinPath(above, enumerator.value);
    paths.set(node.index, path);
    const index = blocks.length;
    newIndex.set(node.index, index);
    const number = enumerator === null ? (verdict.isDirective ? numberParagraph(path, paragraphCounts) : '') : path;
    if (enumerator === null && number !== '') paragraphPaths.set(node.index, number);
    blocks.push({
      index,
      parent: node.parent === null ? null : (newIndex.get(node.parent) ?? null),
      enumerator,
      number,
      content: node.content,
      page: node.page,
      part: verdict.part,
      kind: shaped.kind,
      isDirective: verdict.isDirective,
      why: verdict.why,
    });
  }
  return withoutEmptyThemes(blocks);
};

/** Bullets count on below one numbered item, though titles stand between them: no two directives share a number. */
const countBullet = (node: Node, above: string, counts: Map<string, number>): Node['enumerator'] => {
  if (node.enumerator === null || !isBulletKey(node.key)) return node.enumerator;
  const count = (counts.get(above) ?? 0) + 1;
  counts.set(above, count);
  return { ...node.enumerator, value: String(count) };
};

/** The path over an item; bullets below an unnumbered paragraph that is a task count below it: 7.a.¶1.1. */
const pathAbove = (
  node: Node,
  parent: number,
  paths: ReadonlyMap<number, string>,
  paragraphPaths: ReadonlyMap<number, string>,
): string => {
  const isBullet = node.enumerator !== null && isBulletKey(node.key);
  return (isBullet ? paragraphPaths.get(parent) : undefined) ?? paths.get(parent) ?? '';
};

const joinPath = (above: string, value: string): string => (above === '' ? value : `${above}.${value}`);

const numberParagraph = (path: string, counts: Map<string, number>): string => {
  const count = (counts.get(path) ?? 0) + 1;
  counts.set(path, count);
  return joinPath(path, `¶${count}`);
};
