import { namesBody } from '../../extractors/bodies/names-body.js';
import { ASSESSMENT_TITLE } from '../../language/lexicon/assessment-titles.js';
import { CITES_LAW } from '../../language/lexicon/law-words.js';
import {
  AIMS_TITLE,
  APPROVAL,
  CLOSING,
  FORWARD_TITLE,
  LOOKS_BACK,
  OPENING_END,
  ORDER_OPENERS,
  TASK_VERB,
  TASKS_TITLE,
} from '../../language/lexicon/section-words.js';
import { capitalize } from '../../language/writing/capitals.js';
import { splitSentences } from '../../language/writing/clauses.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { Block } from '../../schemas/stages.js';
import type { VerdictRule } from '../../schemas/verdict-rules.js';
import { endsInColon } from './headings.js';
import {
  announcesOrder,
  approves,
  countPast,
  givesOrder,
  instructs,
  listOrders,
  looksBack,
  namesDoer,
  ordersBody,
  ordersInOpening,
  ordersNamed,
  tellsOnly,
} from './instructions.js';
import { beginsWork } from './told.js';

/**
 * What a section is about. `open` says that its title does not tell: each item is judged by itself; `addressees` that it
 * lists to whom the paper goes, `claims` what citizens ask.
 */
export type Theme = 'assessment' | 'aims' | 'tasks' | 'open' | 'addressees' | 'claims';

/** Themes whose blocks are nobody's task unless one of them says so. */
export const isOverview = (theme: Theme): boolean => theme === 'assessment' || theme === 'aims';

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

/** What a block is: its part of the document, whether it is a task, and by which rule. */
export type Verdict = Pick<Block, 'part' | 'isDirective' | 'why'>;

const judged = (part: Block['part'], isDirective: boolean, why: VerdictRule): Verdict => ({ part, isDirective, why });

/** How an opening begins that is no task yet: "Ngày …", "Tại cuộc họp …", "Thực hiện Chương trình …". */
const TELLS_MEETING =
  /^(?:tham du|cung du|du hop|cung tham du|thanh phan (?:tham du|du hop))\b|^[^,;:]{3,90} chu tri (?:hoi nghi|cuoc hop|buoi lam viec|buoi hop|phien hop)\s*\.?$/u;
const TELLS_OPENING =
  /^(?:ngay|tai|sau|thuc hien|can cu|xet|trong|theo|tren co so|vua qua|tu|de(?! nghi| cao| xuat)|nham|voi)\b/u;

/** In a part that assesses only a sentence of its own that orders somebody makes a task: "… Giao Sở Y tế thẩm định." */
const BEFORE_ORDER = new RegExp(`:\\s+(?=(?:${ORDER_OPENERS})\\s)`, 'u');
const judgeOverview = (text: string): Verdict =>
  splitSentences(text)
    .flatMap((sentence) => sentence.split(BEFORE_ORDER))
    .some(ordersBody)
    ? judged('tasks', true, 'judge/order-in-overview')
    : judged('assessment', false, 'judge/overview');

// "Hội đồng nhân dân ban hành Nghị quyết quy định …": the paper says of itself that it is issued; its type has its capital.
const ISSUES_ITSELF =
  /^\p{Lu}[^,.;:]{2,90} ban hành (?:Nghị quyết|Quyết định|Quy định|Quy chế|Chỉ thị|Hướng dẫn|Chương trình|Kế hoạch|Thông tư)(?: này)?(?: (?:quy định|sửa đổi|bãi bỏ|về|thực hiện|triển khai|của|nhằm|như sau|với)|\s?[:,.])/u;

/** True where a text only repeats what the law says: it orders nobody. */
const citesLaw = (text: string): boolean =>
  CITES_LAW.test(foldChars(text.slice(0, 400))) &&
  !namesDoer(splitSentences(text)[0] ?? '') &&
  !beginsWork(text) &&
  splitSentences(text).every((sentence) => listOrders(sentence).every((order) => order.isTold));

/** "Ngày 16/6/2025, Quốc hội đã thông qua …": below an order too it tells. */
const OPENS_TOLD =
  /^(?:Ngày \d|Trong (?:thời gian|những năm) qua|Thời gian qua|Vừa qua|Những năm qua|Hiện nay)[^.;]{0,100}\s(?:đã|có|là)\s/u;
const isToldBelowOrder = (text: string): boolean =>
  OPENS_TOLD.test(text) && !splitSentences(text).some((sentence) => givesOrder(sentence));

// "(Chi tiết tại các Quyết định …).", "(Có danh sách kèm theo)": a paragraph in brackets points elsewhere.
const IN_BRACKETS =
  /^\((?:có |kèm |đính kèm|gửi kèm|tài liệu|chi tiết|theo |xem |danh sách|phụ lục)[^()]{0,600}\)\s?[.;]?$/iu;

// "Trên đây là Kế hoạch …, đề nghị các cơ quan triển khai thực hiện, định kỳ báo cáo …": its second half orders a report; the
// mere formula, "đề nghị các cơ quan nghiêm túc thực hiện", does not.
const ORDERS_IN_CLOSING = /[,;]\s(?:đề nghị|yêu cầu|giao)\s(?!biết)[^.;]{5,200}\s(?:báo cáo|trước ngày)\s/u;

// "Trên đây là Chỉ thị …, yêu cầu Giám đốc sở … triển khai. Trong quá trình thực hiện có vướng mắc thì kịp thời phản ánh về Sở A.":
// who is told by name to carry a paper out is also told where to turn.
const ORDERS_ON =
  /[,;]\s(?:đề nghị|yêu cầu|giao)\s(?!biết)[^.;]{5,300}\.\s+(?:Trong quá trình|Quá trình|Trường hợp|Nếu|Khi)\s[^.]{5,200}\s(?:phản ánh|báo cáo)\s/u;

/** Judges an unnumbered paragraph below a title of the theme; `begun` says that the conclusions have begun above it. */
export const judgeParagraph = (text: string, theme: Theme, begun: boolean): Verdict => {
  const folded = foldChars(text.slice(0, 400));
  if (
    CLOSING.test(folded) &&
    !ORDERS_IN_CLOSING.test(text) &&
    !ORDERS_ON.test(text) &&
    !splitSentences(text)
      .slice(1)
      .some((s) => /^\s*(?:Giao|Yêu cầu|Đề nghị)\s/u.test(s))
  )
    return judged(begun ? 'closing' : 'opening', false, 'judge/closing');
  if (IN_BRACKETS.test(text)) return judged('assessment', false, 'judge/announces');
  if (ISSUES_ITSELF.test(text)) return judged('opening', false, 'judge/opening');
  if (begun && citesLaw(text)) return judged('assessment', false, 'judge/cites-law');
  if (isOverview(theme)) return judgeOverview(text);
  if (endsInColon(text)) {
    if (announcesOrder(text)) return judged('tasks', true, 'judge/announces-order');
    // "… nhất trí với báo cáo; giao Sở A tiếp thu, hoàn thiện; trong đó lưu ý:": the order stands before what is announced.
    if (
      !begun &&
      splitSentences(text)
        .slice(0, -1)
        .some((s) => ordersBody(capitalize(s.trim())))
    )
      return judged('tasks', true, 'judge/order-in-opening');
    if (!begun && OPENING_END.test(foldChars(text.slice(-120)))) return judged('opening', false, 'judge/formula');
    const isTask = begun && instructs(text);
    return judged(begun ? 'tasks' : 'opening', isTask, isTask ? 'judge/instructs' : 'judge/announces');
  }
  if (
    !begun &&
    (TELLS_OPENING.test(folded) || TELLS_MEETING.test(folded.trim()) || LOOKS_BACK.test(folded) || !instructs(text))
  )
    return ordersInOpening(text)
      ? judged('tasks', true, 'judge/order-in-opening')
      : judged('opening', false, 'judge/opening');
  const first = splitSentences(text)[0] ?? '';
  // Below a title over tasks all that does not tell, approve or look back is a task; elsewhere a body must be named.
  const isWork = theme === 'tasks' && beginsWork(first);
  const looksAhead = theme === 'tasks' ? !tellsOnly(first) : countPast(text) === 0 && namesDoer(first);
  const isOrdered = instructs(text) || ordersInOpening(text);
  const isAsked = isOrdered || isWork || (looksAhead && !approves(first));
  const isTask = isAsked && !(theme === 'open' && looksBack(text));
  const part = isTask || theme === 'tasks' ? 'tasks' : 'assessment';
  if (isTask) return judged(part, true, isOrdered ? 'judge/instructs' : 'judge/looks-ahead');
  return judged(part, false, isAsked ? 'judge/tells-past' : 'judge/tells-only');
};

// "5. Kết luận này được phổ biến đến chi bộ.": numbered, yet no task. What a body is to make known is one.
const CLOSING_ITEM =
  /^(?:\d{1,2}\s*[.)-]\s*)?(?:ket luan|thong bao|nghi quyet|chi thi|quyet dinh|quy dinh|quy che|huong dan|ke hoach|chuong trinh|van ban|cong van|thong tu|nghi dinh)(?: nay (?:duoc |co |thay |pho bien|gui |bai bo |het )| co hieu luc (?:ke |thi hanh ))/u;

// "- Xăng RON95: 0 đồng/lít;": a figure, which nobody is to do.
const FIGURE_ITEM = /^[^:;]{1,60}:\s*\d[\d.,]*\s*[\p{L}%][^\s;,]{0,15}(?:\s\p{Ll}{1,10})?\s*[;.]?$/u;

const AIM_ITEM = /^(?:quan diem|muc tieu|phuong cham|nguyen tac)(?: chung| cu the| tong quat| chi dao)?\s*[:.]/u;

// "*Sở Nội vụ* thống nhất với *Sở Tài chính* về …": no committee decides there, two bodies settle something between them.
const AGREES_WITH =
  /^(?!Ban|Thường|Bộ Chính|Hội|Tập thể|Ủy ban|Uỷ ban|UBND|HĐND|Chủ|Thủ|Phó|Bí|Đảng)\p{Lu}[^,.;:]{2,90}\sthống nhất với\s(?=\p{Lu}|các\s)/u;
const agreesWithBody = (first: string): boolean => {
  const found = AGREES_WITH.exec(first);
  return found !== null && namesBody(first, '') && namesBody(first.slice(found[0].length), '');
};

// "Biểu dương, tôn vinh, khen thưởng kịp thời các doanh nghiệp …": below a title over tasks to reward is work; who was praised for
// what he did is not told so.
const PRAISE_TO_COME =
  /^(?:Kịp thời |Chú trọng |Thực hiện )?(?:biểu dương|tuyên dương|động viên|tôn vinh)(?:,| và| kịp thời| hoặc)[^.;]{0,30}(?:tôn vinh|khen thưởng|khích lệ|động viên|nhân rộng)(?!.{0,140}(?<!\p{L})đã(?!\p{L}))/iu;

/** Judges a numbered item below a title of the theme. */
export const judgeItem = (text: string, theme: Theme): Verdict => {
  const sentences = splitSentences(text);
  // "Điều 3." alone: what stood behind the number was lost, or was never written.
  if (!/\p{L}/u.test(text))
    return judged('tasks', !isOverview(theme), isOverview(theme) ? 'judge/overview' : 'judge/in-doubt');
  // "I. CHỈ TIÊU" + "1. Ban Tổ chức giao chỉ tiêu …": below aims a named body with its verb is told to act.
  if (theme === 'aims' && namesDoer(sentences[0] ?? '') && beginsWork(text))
    return judged('tasks', true, 'judge/in-doubt');
  if (isOverview(theme)) return judgeOverview(text);
  if (CLOSING_ITEM.test(foldChars(text.slice(0, 120))) && !sentences.some(ordersNamed))
    return judged('closing', false, 'judge/closing');
  if (FIGURE_ITEM.test(text) && !/ngày|tháng|quý|giờ/iu.test(text))
    return judged('assessment', false, 'judge/tells-only');
  if (AIM_ITEM.test(foldChars(text.slice(0, 60)))) return judged('assessment', false, 'judge/aim');
  if (citesLaw(text)) return judged('assessment', false, 'judge/cites-law');
  const first = (sentences[0] ?? '').slice(0, 160);
  const approval = APPROVAL.exec(first);
  if (
    approval !== null &&
    !agreesWithBody(first) &&
    !(theme === 'tasks' && PRAISE_TO_COME.test(first)) &&
    !ordersBody(first) &&
    /^[^,;:]{0,90}$/u.test(first.slice(0, approval.index)) &&
    !TASK_VERB.test(first.slice(0, approval.index))
  ) {
    const orders = sentences.slice(1).some(givesOrder) || givesOrder(first.slice(approval.index));
    return orders ? judged('tasks', true, 'judge/approval-orders') : judged('assessment', false, 'judge/approval');
  }
  if (
    theme === 'open' &&
    looksBack(text) &&
    !sentences.some((s) => /^\s*(?:Giao|Yêu cầu|Đề nghị)\s/u.test(s)) &&
    !beginsWork(text)
  )
    return judged('assessment', false, 'judge/tells-past');
  return judged('tasks', true, isToldBelowOrder(text) ? 'judge/in-doubt' : 'judge/item');
};
