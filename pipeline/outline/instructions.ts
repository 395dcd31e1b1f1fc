import { namesBody } from '../../extractors/bodies/names-body.js';
import {
  AHEAD,
  APPROVAL,
  CLOSING,
  LOOKS_BACK,
  ORDER,
  ORDER_AHEAD,
  ORDER_OPENERS,
  PAST,
  RECEIVES,
  TASK_LEAD,
  TASK_VERB,
} from '../../language/lexicon/section-words.js';
import { splitSentences } from '../../language/writing/clauses.js';
import { foldChars } from '../../language/writing/unicode.js';
import { isPetition } from './claims.js';

const countMatches = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

/** How many words look back: "đã", "chưa", "còn hạn chế". */
export const countPast = (text: string): number => countMatches(PAST, text);

/** True where more words look back than ahead; a look back that says so at its head counts twice. */
export const looksBack = (text: string): boolean => {
  const past = countPast(text);
  const head = foldChars(text.slice(0, 60));
  // "Sau 6 tháng thực hiện, Ủy ban nhân dân xã báo cáo …" looks ahead unless something was reached.
  const opensBack = LOOKS_BACK.test(head) && (past > 0 || !head.startsWith('sau ')) ? 2 : 0;
  return past + opensBack > countMatches(AHEAD, text);
};

// "đã giao", "được yêu cầu", "theo yêu cầu", "đáp ứng yêu cầu": no order is given there.
const NO_ORDER =
  /(?:đã|được|theo|như|xét|đáp ứng|so với|nhiệm vụ|chức năng|những|các|sự|phân cấp|kế hoạch|vốn|bàn|tham mưu|lãnh đạo,?|công tác|việc|và|về|ý kiến)\s*$/iu;

const PAST_TENSE = /(?<!\p{L})(?:đã|chưa|còn)(?!\p{L})/iu;
// "Ủy ban nhân dân tỉnh đã …", "Đây là …": what follows is told, not asked. "Chậm nhất là" and "nhất là" tell nothing.
const TELLS =
  /(?<!\p{L})(?:đã|chưa|(?<!(?:nhất|biệt|tức|tắt|gọi)\s)là(?! (?:cơ quan|đơn vị) (?:thường trực|đầu mối|chủ trì|tham mưu))|ghi nhận|nhận thấy|nghe|cho rằng|(?<!(?:sự|tính|tạo|bộ,|đảm)\s)thống nhất|nhất trí|đồng ý|kết luận(?! (?:này|số))|thảo luận|đạt|vẫn|còn (?!lại))(?!\p{L})/iu;

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

const ORDERS_AT_HEAD = new RegExp(`^\\s*(?:${ORDER_OPENERS})\\s+`, 'u');

/** True when a sentence opens with an order to a named body: "Giao Sở Y tế thẩm định." Even an assessment may hold one. */
export const ordersBody = (sentence: string): boolean => {
  const order = ORDERS_AT_HEAD.exec(sentence);
  return order !== null && namesBody(sentence.slice(order[0].length, order[0].length + 120), '');
};

/** True when a sentence hands a task to somebody: "Giao …" at its head, or "Ban Thường vụ yêu cầu …". */
export const givesOrder = (sentence: string): boolean => {
  if (ORDER_AT_HEAD.test(foldChars(sentence.slice(0, 16)))) return true;
  const order = findOrder(ORDER, sentence);
  if (order === undefined) return false;
  const before = sentence.slice(0, order);
  if (/^[\s"“(-]*$/u.test(before)) return true;
  if (before.length >= 260 || NO_ORDER.test(before) || PAST_TENSE.test(before)) return false;
  const clause = before.slice(before.lastIndexOf(',') + 1);
  return !isPetition(clause) && !RECEIVES.test(clause);
};

const withoutLead = (sentence: string): string => {
  const once = sentence.trimStart().replace(TASK_LEAD, '');
  return once.replace(TASK_LEAD, '');
};

/** True when a sentence begins with a body and nothing near says that it only tells: "Ban Quản lý chợ ứng kinh phí." */
export const namesDoer = (sentence: string): boolean => {
  const bare = withoutLead(sentence);
  return namesBody(bare.slice(0, 120), '') && !TELLS.test(bare.slice(0, 160)) && !RECEIVES.test(bare.slice(0, 160));
};

/** True when a sentence only tells: what is, what was decided, what has been reached. */
export const tellsOnly = (sentence: string): boolean =>
  TELLS.test(withoutLead(sentence).slice(0, 160)) ||
  RECEIVES.test(sentence.slice(0, 160)) ||
  // "Sau khi phương án được duyệt, *Sở A* báo cáo …": behind what comes first a body acts.
  (LOOKS_BACK.test(foldChars(sentence.slice(0, 60))) && !(/^\s*Sau khi\s/u.test(sentence) && namesDoer(sentence)));

/** True when a sentence begins with a task's verb or with a body followed by one. */
export const givesTask = (sentence: string): boolean => {
  const bare = withoutLead(sentence);
  const verb = TASK_VERB.exec(bare);
  if (verb === null) return false;
  const before = bare.slice(0, verb.index);
  if (/^[\s"“(-]*$/u.test(before)) return true;
  // "nhận được Tờ trình": the verb found may be a part of what came in.
  const heard = bare.slice(0, verb.index + verb[0].length);
  return before.length < 180 && namesBody(before.trim(), '') && !TELLS.test(before) && !RECEIVES.test(heard);
};

/** True when a sentence approves, thanks or praises near its head. */
export const approves = (sentence: string): boolean => APPROVAL.test(sentence.slice(0, 160));

/** Whether a text instructs: any sentence of it orders, or it begins as a task does. */
export const instructs = (text: string): boolean => {
  const sentences = splitSentences(text);
  const isApproval = approves(sentences[0] ?? '');
  const rest = isApproval ? sentences.slice(1) : sentences;
  if (rest.some(givesOrder)) return true;
  return !isApproval && sentences.length > 0 && givesTask(sentences[0] ?? '') && !looksBack(text);
};

// What is asked or concluded follows, and nobody is told yet: "…, Thủ tướng Chính phủ yêu cầu:", "… kết luận như sau:".
const ENDS_IN_FORMULA =
  /(?:kết luận|(?:có|cho) ý kiến(?: chỉ đạo)?|yêu cầu|đề nghị|chỉ đạo|chỉ thị|quyết định|thống nhất)(?: (?:một số|các) (?:nội dung|vấn đề|nhiệm vụ))?(?: như sau| sau đây| sau)?\s*:\s*$/u;

/** Whether an unnumbered announcing paragraph orders somebody, and is not the formula that opens the conclusions. */
export const announcesOrder = (text: string): boolean => {
  if (ENDS_IN_FORMULA.test(text)) return false;
  const last = splitSentences(text).at(-1) ?? text;
  const order = findOrder(ORDER_AHEAD, last);
  if (order === undefined || NO_ORDER.test(last.slice(0, order))) return false;
  return !APPROVAL.test(last.slice(0, order));
};

// "…, Công văn số 12/BYT-KH của Bộ Y tế đề nghị …": what a cited paper asks is told, not asked.
const CITES = /(?<!\d)\d{1,5}\s?[/-]\s?\p{Lu}{2}/u;

/** An order as a sentence gives it: what stands behind its verb, and whether the words before only tell of it. */
export interface GivenOrder {
  readonly behind: string;
  /** True where its clause tells of the past, or of what a cited paper asked. */
  readonly isTold: boolean;
}

/** Every verb in a sentence that hands work to somebody, but for nouns and for what was handed out already. */
export const listOrders = (sentence: string): readonly GivenOrder[] => {
  const orders: GivenOrder[] = [];
  for (let from = 0; from < sentence.length; ) {
    const found = findOrder(ORDER, sentence.slice(from));
    if (found === undefined) break;
    const at = from + found;
    const verb = ORDER.exec(sentence.slice(at))?.[0] ?? ' ';
    from = at + verb.length;
    const before = sentence.slice(0, at);
    // "Ban chỉ đạo" is a name, and assessments say without "đã" that somebody directed.
    if (NO_ORDER.test(before) || /^chỉ đạo/iu.test(verb)) continue;
    const clause = Math.max(before.lastIndexOf(','), before.lastIndexOf(':')) + 1;
    // "…, đã ban hành kế hoạch, yêu cầu …" goes on telling; "… còn chậm, yêu cầu …" asks.
    const told =
      before.slice(clause).trim() === ''
        ? /(?<!\p{L})đã(?!\p{L})/u.test(before)
        : PAST_TENSE.test(before.slice(clause));
    // "… có ý kiến: “giao Bộ Tài chính …”": somebody else's words.
    const isQuoted = before.lastIndexOf('“') > before.lastIndexOf('”');
    orders.push({ behind: sentence.slice(from), isTold: told || isQuoted || CITES.test(before.slice(clause)) });
  }
  return orders;
};

// "… được phổ biến đến chi bộ và giao Văn phòng theo dõi"
const ORDERS_ON = /[\s,;](?:giao|yêu cầu|đề nghị|phân công)\s+(?=\p{L})/giu;

/** True when a sentence orders a named body, wherever its verb stands: of a closing, which tells of no past. */
export const ordersNamed = (sentence: string): boolean =>
  [...` ${sentence}`.matchAll(ORDERS_ON)].some((order) => {
    const behind = sentence.slice(order.index + order[0].length - 1);
    return namesBody(behind.slice(0, 120), '');
  });

// "Tại Công văn số 5, Ủy ban nhân dân tỉnh giao …", "Thực hiện ý kiến của Chủ tịch giao Sở Y tế …": an order that is cited.
const CITED_ORDER = /^[\s"“(-]*(?:thuc hien|theo|can cu|tai|sau|tren co so|xet|tiep theo|de(?! nghi)|qua)\b/u;
const CITED_PAPER =
  /^[\s"“(-]*(?:tai|theo) (?:cong van|van ban|thong bao|quyet dinh|chi thi|ket luan|cong dien|ke hoach|nghi quyet)\b[^,]*,[^,]*$/u;

// "… họp nghe báo cáo và cho ý kiến các nội dung: (1) …; (3) *Phân công* các đồng chí …": the names of what a meeting took up.
const AGENDA = /(?:cho ý kiến|nghe|thảo luận|xem xét|bàn)[^.;:]{0,120}:\s\(1\)[^:.]{1,1500}/iu;

/**
 * True where an opening ends in an order to a named body, as short letters do: "Thực hiện Công văn …, Chủ tịch Ủy ban nhân
 * dân tỉnh giao Sở Xây dựng …". What a cited paper or a citizen asks is told.
 */
export const ordersInOpening = (text: string): boolean =>
  splitSentences(text.replace(AGENDA, '')).some((sentence) =>
    listOrders(sentence).some(({ behind, isTold }) => {
      if (isTold || !namesBody(behind.trim().slice(0, 120), '')) return false;
      const before = sentence.slice(0, sentence.length - behind.length);
      const clause = before.slice(before.lastIndexOf(',') + 1);
      const isCited = before.includes(',') ? CITED_PAPER.test(foldChars(before)) : CITED_ORDER.test(foldChars(before));
      return !isCited && !isPetition(clause) && !RECEIVES.test(clause);
    }),
  );

// "Đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện.", "Giao Văn phòng theo dõi, đôn đốc …"
const CLOSES_PAPER =
  /^(?:yeu cau |de nghi |giao .{0,120} (?:theo doi|don doc|kiem tra|giam sat|tong hop)|(?:trong )?qua trinh |trong thoi gian |tren day |moi |neu co |dinh ky )/u;

/**
 * True for an unnumbered paragraph that speaks to all whom a paper addresses, not to the body of the item above it: it closes
 * the paper, or its author orders by name.
 */
export const closesPaper = (text: string): boolean => {
  const folded = foldChars(text.slice(0, 400));
  if (CLOSES_PAPER.test(folded) || CLOSING.test(folded)) return true;
  return splitSentences(text).some((sentence) => {
    const order = findOrder(ORDER_AHEAD, sentence);
    if (order === undefined || order === 0) return false;
    const before = sentence.slice(0, order).trim();
    return !NO_ORDER.test(before) && !before.includes(';') && before.length < 200 && namesBody(before, '');
  });
};
