import type { Block } from '../../schemas/stages.js';
import { foldChars } from '../text/unicode.js';
import { namesBody } from './body-titles.js';
import { concatTexts } from './reflow.js';
import {
  AHEAD,
  AIMS_TITLE,
  APPROVAL,
  ASSESSMENT_TITLE,
  CLOSING,
  FORWARD_TITLE,
  GROUND,
  LOOKS_BACK,
  OPENING_END,
  ORDER,
  ORDER_AHEAD,
  PAST,
  TASK_LEAD,
  TASK_VERB,
  TASKS_TITLE,
} from './section-words.js';
import { isBulletKey } from './series.js';
import { endsInColon, looksLikeHeading, type Node } from './tree.js';

/**
 * What a section is about. `open` says that its title does not tell: each item is judged by itself; `addressees` that it
 * lists to whom the paper goes.
 */
type Theme = 'assessment' | 'aims' | 'tasks' | 'open' | 'addressees';

/** Theme of a title; undefined where no word tells. `readTheme('II. NHIỆM VỤ TRỌNG TÂM') === 'tasks'`. */
export const readTheme = (title: string): Theme | undefined => {
  const folded = foldChars(title);
  const assessment = folded.search(ASSESSMENT_TITLE);
  const tasks = folded.search(TASKS_TITLE);
  if (
    FORWARD_TITLE.test(folded) &&
    !(assessment >= 0 && assessment < folded.search(FORWARD_TITLE) && !/\bva\b|;/u.test(folded))
  )
    return 'tasks';
  if (assessment >= 0 && (tasks < 0 || assessment < tasks)) return 'assessment';
  if (AIMS_TITLE.test(folded)) return /\bnhiem vu\b|\bgiai phap\b/u.test(folded) ? 'tasks' : 'aims';
  return tasks >= 0 ? 'tasks' : undefined;
};

const withoutMark = (node: Node): string => node.content.text.slice(node.enumerator?.printed.length ?? 0).trim();

const countMatches = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

/** True where more words look back than ahead; a look back that says so at its head counts twice. */
const tellsPast = (text: string): boolean => {
  const opensBack = LOOKS_BACK.test(foldChars(text.slice(0, 60))) ? 2 : 0;
  return countMatches(PAST, text) + opensBack > countMatches(AHEAD, text);
};

const SENTENCE = /[^.;]+(?:[.;]+(?!\s)[^.;]*)*[.;]*\s*/gu;
const splitSentences = (text: string): readonly string[] => text.match(SENTENCE) ?? [];

// "đã giao", "được yêu cầu", "theo yêu cầu", "đáp ứng yêu cầu": no order is given there.
const NO_ORDER =
  /(?:đã|được|theo|đáp ứng|so với|nhiệm vụ|chức năng|những|các|sự|phân cấp|kế hoạch|vốn|bàn|tham mưu|lãnh đạo,?|công tác|việc|và|về|ý kiến)\s*$/iu;

// At the head of a sentence an order is known without its marks: "Yêu câu Thủ trưởng …" out of OCR.
const ORDER_AT_HEAD = /^[\s"“(-]*(?:yeu cau|de nghi|phan cong) (?!nhiem vu|cua|ve)/u;

// "hội nghị giao ban" is a briefing, "Giao Ban Tổ chức" is an order: the capital of the name tells.
const BRIEFING = /^giao ban(?! (?:quản lý|chỉ đạo|thường vụ|tổ chức))/u;

/** Where the first word that hands a task to somebody stands. */
const findOrder = (pattern: RegExp, text: string): number | undefined => {
  for (let from = 0; from < text.length; ) {
    const order = pattern.exec(text.slice(from));
    if (order === null) return undefined;
    const at = from + order.index;
    if (!BRIEFING.test(text.slice(at, at + 24))) return at;
    from = at + order[0].length;
  }
  return undefined;
};

// A section that assesses may still hand a task to somebody in a sentence of its own: "… Giao Sở Y tế thẩm định."
const ORDERS_BODY = /^\s*(?:(?:Giao|Yêu cầu|Đề nghị|Phân công)\s+)/u;

/** True when a sentence opens with an order to a named body, wherever it stands. */
const ordersBody = (sentence: string): boolean => {
  const order = ORDERS_BODY.exec(sentence);
  return order !== null && namesBody(sentence.slice(order[0].length, order[0].length + 120), '');
};

/** True when a sentence hands a task to somebody: "Giao …" at its head, or "Ban Thường vụ yêu cầu …". */
const givesOrder = (sentence: string): boolean => {
  if (ORDER_AT_HEAD.test(foldChars(sentence.slice(0, 16)))) return true;
  const order = findOrder(ORDER, sentence);
  if (order === undefined) return false;
  const before = sentence.slice(0, order);
  if (/^[\s"“(-]*$/u.test(before)) return true;
  return before.length < 260 && !NO_ORDER.test(before) && !PAST_TENSE.test(before);
};
const PAST_TENSE = /(?<!\p{L})(?:đã|chưa|còn)(?!\p{L})/iu;

const withoutLead = (sentence: string): string => {
  const once = sentence.trimStart().replace(TASK_LEAD, '');
  return once.replace(TASK_LEAD, '');
};

/** True when a sentence begins with a body and nothing near says that it only tells: "Ban Quản lý chợ ứng kinh phí." */
const namesDoer = (sentence: string): boolean => {
  const bare = withoutLead(sentence);
  return namesBody(bare.slice(0, 120), '') && !TELLS.test(bare.slice(0, 160));
};

const tellsOnly = (sentence: string): boolean =>
  TELLS.test(withoutLead(sentence).slice(0, 160)) || LOOKS_BACK.test(foldChars(sentence.slice(0, 60)));

/** True when a sentence begins with a task's verb or with a body followed by one. */
const givesTask = (sentence: string): boolean => {
  const bare = withoutLead(sentence);
  const verb = TASK_VERB.exec(bare);
  if (verb === null) return false;
  const before = bare.slice(0, verb.index);
  if (/^[\s"“(-]*$/u.test(before)) return true;
  return before.length < 180 && namesBody(before.trim(), '') && !TELLS.test(before);
};
// "Ủy ban nhân dân tỉnh xác định …": what follows is told, not asked.
const TELLS =
  /(?<!\p{L})(?:đã|chưa|là|xác định|đánh giá|ghi nhận|nhận thấy|nghe|cho rằng|thống nhất|nhất trí|đồng ý|kết luận|thảo luận|đạt|vẫn|còn (?!lại))(?!\p{L})/iu;

/** Whether a text instructs: any sentence of it orders, or it begins as a task does. */
export const instructs = (text: string): boolean => {
  const sentences = splitSentences(text);
  const approves = APPROVAL.test((sentences[0] ?? '').slice(0, 160));
  const rest = approves ? sentences.slice(1) : sentences;
  if (rest.some(givesOrder)) return true;
  return !approves && sentences.length > 0 && givesTask(sentences[0] ?? '') && !tellsPast(text);
};

/** Whether an unnumbered announcing paragraph orders somebody, and is not the formula that opens the conclusions. */
const announcesOrder = (text: string): boolean => {
  if (ENDS_IN_FORMULA.test(text)) return false;
  const last = splitSentences(text).at(-1) ?? text;
  const order = findOrder(ORDER_AHEAD, last);
  if (order === undefined || NO_ORDER.test(last.slice(0, order))) return false;
  return !APPROVAL.test(last.slice(0, order));
};
// What is asked, or concluded, follows; nobody is told yet: "…, Thủ tướng Chính phủ yêu cầu:", "…, đồng chí Chủ tịch kết luận như sau:".
const ENDS_IN_FORMULA =
  /(?:kết luận|(?:có|cho) ý kiến(?: chỉ đạo)?|yêu cầu|chỉ đạo|chỉ thị|quyết định|thống nhất)(?: (?:một số|các) (?:nội dung|vấn đề|nhiệm vụ))?(?: như sau| sau đây| sau)?\s*:\s*$/u;

/** Themes whose blocks are nobody's task unless one of them says so. */
const isOverview = (theme: Theme): boolean => theme === 'assessment' || theme === 'aims';

interface Verdict {
  readonly part: Block['part'];
  readonly isDirective: boolean;
}

/** How an opening begins that is no task yet: "Ngày …", "Tại cuộc họp …", "Thực hiện Chương trình …". */
const TELLS_OPENING = /^(?:ngay|tai|sau|thuc hien|can cu|xet|trong|theo|tren co so|vua qua|tu|de|nham|voi)\b/u;

const judgeParagraph = (text: string, theme: Theme, begun: boolean): Verdict => {
  const folded = foldChars(text.slice(0, 400));
  if (
    CLOSING.test(folded) &&
    !splitSentences(text)
      .slice(1)
      .some((s) => /^\s*(?:Giao|Yêu cầu|Đề nghị)\s/u.test(s))
  )
    return { part: begun ? 'closing' : 'opening', isDirective: false };
  if (isOverview(theme) && splitSentences(text).some(ordersBody)) return { part: 'tasks', isDirective: true };
  if (endsInColon(text)) {
    if (theme === 'assessment' || theme === 'aims') return { part: 'assessment', isDirective: false };
    if (announcesOrder(text)) return { part: 'tasks', isDirective: true };
    if (!begun && OPENING_END.test(foldChars(text.slice(-120)))) return { part: 'opening', isDirective: false };
    return { part: begun ? 'tasks' : 'opening', isDirective: begun && instructs(text) };
  }
  if (theme === 'assessment' || theme === 'aims') return { part: 'assessment', isDirective: false };
  if (!begun && (TELLS_OPENING.test(folded) || LOOKS_BACK.test(folded) || !instructs(text)))
    return { part: 'opening', isDirective: false };
  const first = splitSentences(text)[0] ?? '';
  // Below a title over tasks all that does not tell, approve or look back is a task; elsewhere a body must be named.
  const looksAhead = theme === 'tasks' ? !tellsOnly(first) : countMatches(PAST, text) === 0 && namesDoer(first);
  const isAsked = instructs(text) || (looksAhead && !APPROVAL.test(first.slice(0, 160)));
  const isTask = isAsked && !(theme === 'open' && tellsPast(text));
  return { part: isTask || theme === 'tasks' ? 'tasks' : 'assessment', isDirective: isTask };
};

const AIM_ITEM = /^(?:quan diem|muc tieu|phuong cham|nguyen tac)(?: chung| cu the| tong quat| chi dao)?\s*[:.]/u;

const judgeItem = (text: string, theme: Theme): Verdict => {
  const sentences = splitSentences(text);
  if (isOverview(theme))
    return sentences.some(ordersBody)
      ? { part: 'tasks', isDirective: true }
      : { part: 'assessment', isDirective: false };
  if (AIM_ITEM.test(foldChars(text.slice(0, 60)))) return { part: 'assessment', isDirective: false };
  const first = (sentences[0] ?? '').slice(0, 160);
  const approval = APPROVAL.exec(first);
  if (
    approval !== null &&
    /^[^,;:]{0,90}$/u.test(first.slice(0, approval.index)) &&
    !TASK_VERB.test(first.slice(0, approval.index))
  ) {
    const orders = sentences.slice(1).some(givesOrder) || givesOrder(first.slice(approval.index));
    return { part: orders ? 'tasks' : 'assessment', isDirective: orders };
  }
  if (theme === 'open' && tellsPast(text) && !sentences.some((s) => /^\s*(?:Giao|Yêu cầu|Đề nghị)\s/u.test(s)))
    return { part: 'assessment', isDirective: false };
  return { part: 'tasks', isDirective: true };
};

interface Shaped {
  readonly node: Node;
  readonly children: readonly number[];
  readonly kind: Block['kind'];
}

const shapeNode = (node: Node, children: readonly number[]): Shaped => {
  const { text } = node.content;
  if (children.length > 0 && endsInColon(text)) return { node, children, kind: 'lead-in' };
  if (children.length > 0 && looksLikeHeading(text)) return { node, children, kind: 'heading' };
  if (node.enumerator !== null) return { node, children, kind: 'item' };
  // "Về công tác cán bộ" alone on its line is a title, though nothing hangs from it.
  return { node, children, kind: looksLikeHeading(text) && LONE_TITLE.test(text) ? 'heading' : 'paragraph' };
};
const LONE_TITLE =
  /^(?:Về|Công tác|Một số|Nhiệm vụ|Tổ chức thực hiện|Kết quả|Hạn chế|Tồn tại|Đánh giá|Mục tiêu|Quan điểm|\P{Ll}+$)/u;

/** A body's name, or an announcement, over one unnumbered paragraph and nothing else: the two are one item. */
const isSplitItem = (shaped: Shaped, nodes: readonly Node[], childrenOf: readonly (readonly number[])[]): boolean => {
  const [only] = shaped.children;
  if (shaped.node.enumerator === null || only === undefined || shaped.children.length !== 1) return false;
  const child = nodes[only];
  if (child === undefined || child.enumerator !== null || (childrenOf[only]?.length ?? 0) > 0) return false;
  return (
    !endsInColon(child.content.text) &&
    (shaped.kind === 'lead-in' || namesBody(shaped.node.content.text, shaped.node.enumerator.printed))
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

const themeOf = (shaped: Shaped, inherited: Theme): Theme => {
  const title = withoutMark(shaped.node);
  if (shaped.kind === 'lead-in' && ADDRESSES.test(title)) return 'addressees';
  if (shaped.kind === 'heading') return namesBody(title, '') ? inherited : (readTheme(title) ?? inherited);
  if (shaped.kind === 'lead-in' && title.length <= 120 && !instructs(title)) return readTheme(title) ?? inherited;
  return inherited;
};

// "THỦ TƯỚNG CHÍNH PHỦ điện:", "Kính gửi:"
const ADDRESSES = /(?:^|\s)(?:điện|[Kk]ính gửi|KÍNH GỬI|[Gg]ửi)\s*:\s*$/u;

const judge = (shaped: Shaped, theme: Theme, own: Theme, begun: boolean): Verdict => {
  if (own === 'addressees') return { part: 'opening', isDirective: false };
  const text = withoutMark(shaped.node);
  const isTold = isOverview(theme) || isOverview(own);
  if (shaped.kind === 'heading')
    return {
      part: isTold ? 'assessment' : 'tasks',
      isDirective: !isTold && shaped.node.enumerator !== null && namesBody(text, ''),
    };
  if (shaped.node.enumerator === null) return judgeParagraph(text, own, begun);
  if (shaped.kind === 'lead-in' && isTold) return { part: 'assessment', isDirective: false };
  if (shaped.kind === 'lead-in') return { part: 'tasks', isDirective: judgeItem(text, own).isDirective };
  return judgeItem(text, own);
};

/** Turns the tree into blocks: parts, kinds, directives and numbers. */
export const shapeBlocks = (nodes: readonly Node[]): readonly Block[] => {
  const shapes = shapeNodes(nodes);
  const newIndex = new Map<number, number>();
  const themes = new Map<number, Theme>();
  const paths = new Map<number, string>();
  const paragraphCounts = new Map<string, number>();
  const bulletCounts = new Map<string, number>();
  const blocks: Block[] = [];
  let begun = false;
  let root: Theme = 'open';
  for (const shaped of shapes) {
    const { node } = shaped;
    const inherited = node.parent === null ? root : (themes.get(node.parent) ?? 'open');
    const own = themeOf(shaped, inherited);
    // An unnumbered title rules over what follows it, not only over what hangs from it.
    if (node.enumerator === null && shaped.kind === 'heading') {
      if (node.parent === null) root = own;
      else themes.set(node.parent, own);
    }
    const isGround: boolean = !begun && GROUND.test(foldChars(node.content.text));
    begun ||= (node.enumerator !== null && !isGround && own !== 'addressees') || shaped.kind === 'heading';
    themes.set(node.index, own);
    const verdict: Verdict = isGround ? { part: 'opening', isDirective: false } : judge(shaped, inherited, own, begun);
    begun ||= verdict.isDirective;
    const above = node.parent === null ? '' : (paths.get(node.parent) ?? '');
    const enumerator = countBullet(node, above, bulletCounts);
    const path = enumerator === null ? above : joinPath(above, enumerator.value);
    paths.set(node.index, path);
    const index = blocks.length;
    newIndex.set(node.index, index);
    blocks.push({
      index,
      parent: node.parent === null ? null : (newIndex.get(node.parent) ?? null),
      enumerator,
      number: enumerator === null ? (verdict.isDirective ? numberParagraph(path, paragraphCounts) : '') : path,
      content: node.content,
      page: node.page,
      part: verdict.part,
      kind: shaped.kind,
      isDirective: verdict.isDirective,
    });
  }
  return blocks;
};

/** Bullets count on below one numbered item, though titles stand between them: no two directives share a number. */
const countBullet = (node: Node, above: string, counts: Map<string, number>): Node['enumerator'] => {
  if (node.enumerator === null || !isBulletKey(node.key)) return node.enumerator;
  const count = (counts.get(above) ?? 0) + 1;
  counts.set(above, count);
  return { ...node.enumerator, value: String(count) };
};

const joinPath = (above: string, value: string): string => (above === '' ? value : `${above}.${value}`);

const numberParagraph = (path: string, counts: Map<string, number>): string => {
  const count = (counts.get(path) ?? 0) + 1;
  counts.set(path, count);
  return joinPath(path, `¶${count}`);
};
