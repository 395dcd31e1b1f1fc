import { namesBody } from '../../extractors/bodies/names-body.js';
import { readTitleType } from '../../language/lexicon/title-types.js';
import { splitSentences } from '../../language/writing/clauses.js';
import { foldChars } from '../../language/writing/unicode.js';
import { listOrders, namesDoer, ordersBody, ordersInOpening } from './instructions.js';
import type { Verdict } from './judge.js';
import type { PrintedLine } from './printed-lines.js';
import { findTitle } from './zones.js';

/**
 * What a paper of its type does: hands out work; tells and asks upwards (báo cáo); lays a proposal before somebody (tờ trình);
 * asks to a meeting (giấy mời, công văn mời họp); sets rules for whomever they concern (thông tư, quy chế …). — loại văn bản
 */
export type PaperKind = 'orders' | 'report' | 'submission' | 'invitation' | 'rules';

// Source: what Điều 7 of Nghị định 30/2020/NĐ-CP and Quy định 66-QĐ/TW say that each type is for.
const KINDS: ReadonlyMap<string, PaperKind> = new Map([
  ['Báo cáo', 'report'],
  ['Tờ trình', 'submission'],
  ['Giấy mời', 'invitation'],
  ['Thông tư', 'rules'],
  ['Quy chế', 'rules'],
  ['Quy định', 'rules'],
  ['Nghị định', 'rules'],
  ['Luật', 'rules'],
  ['Pháp lệnh', 'rules'],
  ['Điều lệ', 'rules'],
  ['Nội quy', 'rules'],
]);

// "THÔNG BÁO" + "Về kết quả phân loại hàng hóa": tells what was found, of a thing or an exam.
const RESULTS =
  /^(?:ve |v\/v |viec |thong bao )*ket qua (?:xac dinh truoc|phan loai|phan tich|kiem nghiem|giam dinh|trung dau gia|dau gia|lua chon nha thau|xet tuyen|thi tuyen|trung tuyen)(?![a-z])/u;

// "Mời họp Ban Thường vụ", "V/v mời dự Hội nghị", "GIẤY MỜI": the abstract of who asks to a meeting.
const INVITES =
  /^(?:v\/v |ve viec |ve )?(?:giay moi|(?:trieu tap|moi) (?:du|hop|tham du|tham gia|lam viec|cac dong chi|hoi nghi|dai bieu|toan the))(?![a-z])/u;

// "Số: 12/2025/NQ-HĐND": only legal texts bear the year in their number (Nghị định 78/2025/NĐ-CP, as the law before it).
const LEGAL_NUMBER = /^[^a-z0-9]*so\s?:?\s?\d{1,4}\s?\/\s?(?:19|20)\d{2}\s?\/\s?(?:nq|qd|tt|nd|ttlt)/u;

// "Ban Thường vụ Đảng ủy xã báo cáo Ban Tổ chức Tỉnh ủy biết, tổng hợp.": how a letter to those above ends.
const REPORTED =
  /^(?:Ban Thường vụ|Thường trực|Đảng [uủ][ỷy]|Ban Chấp hành|[UỦ][ỷy] ban nhân dân|UBND|Sở)[^.;:]{0,80}\s(?:xin |kính |trân trọng )*báo cáo\s(?=\p{Lu})[^;:]{0,160}\s(?:biết|được rõ)(?!\p{L})/u;

/**
 * Kind of a paper by its number and the type in its title; what has no title, or another one, may order. A letter whose last
 * paragraph reports to somebody tells upwards.
 */
export const readPaperKind = (head: readonly PrintedLine[], lastParagraph = ''): PaperKind => {
  if (head.some((line) => LEGAL_NUMBER.test(line.folded))) return 'rules';
  const title = findTitle(head);
  if (head.some((line) => INVITES.test(line.folded))) return 'invitation';
  if (title >= 0 && head.slice(title + 1).some((line) => RESULTS.test(line.folded))) return 'report';
  const type = readTitleType(head[title]?.text ?? '');
  if (type === undefined && REPORTED.test(lastParagraph)) return 'report';
  return (type === undefined ? undefined : KINDS.get(type)) ?? 'orders';
};

/** "V. KIẾN NGHỊ, ĐỀ XUẤT": what a report asks of those above it. */
const PROPOSALS_TITLE = /^(?:(?:nhung|cac|mot so|noi dung) )*(?:kien nghi|de xuat|de nghi)(?![a-z])/u;

export const isProposalsTitle = (title: string): boolean => PROPOSALS_TITLE.test(foldChars(title));

const MEETING_WORDS = 'thời gian|địa điểm|thành phần|số lượng|đại biểu|đối tượng|trang phục|khách mời';
/** "Thời gian, địa điểm:", "Thành phần tham dự", "Trang phục:" with what follows. — thời gian, địa điểm, thành phần */
const OF_MEETING = new RegExp(
  `^(?:về )?(?:${MEETING_WORDS})(?:(?:,| và|, và)? (?:${MEETING_WORDS}))*(?: (?:tham dự|dự họp|dự|mời|mời dự|triệu tập|tổ chức|họp|hội nghị|cuộc họp|làm việc|tham gia|trân trọng kính mời))*(?:,[^:;.]{0,40})?(?:\\s?:|$)`,
  'iu',
);
const AGENDA =
  /^(?:nội dung|chương trình)(?: (?:chính|cuộc họp|họp|hội nghị|làm việc|buổi làm việc|dự kiến|và chương trình))*(?:\s?:)?$/iu;

/** "Thời gian: Quý III" may be by when a work is to be done; an hour tells when people meet. */
const TIME_ALONE = /^(?:về )?thời gian(?: thực hiện)?(?:\s?:|$)/iu;
const HOUR = /(?<!\p{L})(?:giờ|buổi|sáng|chiều)(?!\p{L})|\d\s?[hg](?:\d|\s|$)/iu;

/** True for a title or a line that tells when, where and with whom something is held: nobody has to do it. */
export const isOfMeeting = (text: string, kind: PaperKind): boolean =>
  OF_MEETING.test(text.slice(0, 160).trim()) && (kind === 'invitation' || !TIME_ALONE.test(text) || HOUR.test(text));

/** True for the title over what a meeting is about. */
export const isAgenda = (title: string): boolean => AGENDA.test(title.trim());

// "Điều 5. Trách nhiệm của Sở Y tế"
const DUTIES_OF = /^(?:trách nhiệm|nhiệm vụ|quyền hạn)(?:,? (?:và )?(?:trách nhiệm|nhiệm vụ|quyền hạn))* của\s+/iu;

/** True for a title over what one body has to do. */
export const isDutiesTitle = (title: string): boolean => {
  const of = DUTIES_OF.exec(title);
  return of !== null && namesBody(title.slice(of[0].length), '');
};

const DIRECTS = /^\s*(?:Chỉ đạo|Lãnh đạo|Lãnh đạo, chỉ đạo|Đôn đốc|Hướng dẫn)\s+/u;

const directsBody = (sentence: string): boolean => {
  const verb = DIRECTS.exec(sentence);
  return verb !== null && namesBody(sentence.slice(verb[0].length), '');
};

/** True where a text tells a named body to act: "Giao Sở Y tế …", "Sở Y tế thẩm định …", "Chỉ đạo Sở Y tế thẩm định …". */
const tellsBody = (text: string): boolean =>
  splitSentences(text).some((sentence) => ordersBody(sentence) || namesDoer(sentence) || directsBody(sentence));

const handsOut = (text: string): boolean =>
  ordersInOpening(text) ||
  splitSentences(text).some((s) => /^\s*(?:Giao|Yêu cầu|Phân công)\s/u.test(s) && ordersBody(s));

/** Where a block stands in its paper. */
export interface Standing {
  /** True below a title over proposals. */
  readonly isProposed: boolean;
  /** True of an article and of all below it. */
  readonly isInArticle: boolean;
  /** True below a name, or a title over the duties of one. */
  readonly isBelowBody: boolean;
  /** True below a title over when, where and with whom a meeting is held, and in an invitation over what it is about. */
  readonly isOfMeeting: boolean;
}

const BODY_NAME = new Set(['judge/heading-of-body', 'judge/announces-order']);

/**
 * Takes back what a paper of its kind cannot have ordered: proposals of a report, all of a submission, articles that tell
 * nobody by name. Coverage still tells of those that order somebody. — báo cáo, tờ trình, văn bản quy phạm
 */
export const restrain = (verdict: Verdict, kind: PaperKind, text: string, standing: Standing): Verdict => {
  if (!verdict.isDirective) return verdict;
  if (standing.isOfMeeting || isOfMeeting(text, kind)) {
    const orders = splitSentences(text).some(ordersBody);
    return orders ? verdict : { part: 'assessment', isDirective: false, why: 'judge/announces' };
  }
  if (kind === 'orders' || kind === 'invitation') return verdict;
  const told: Verdict = {
    part: 'assessment',
    isDirective: false,
    why: kind === 'rules' ? 'judge/rule' : 'judge/proposal',
  };
  if (kind === 'submission') return told;
  if (kind === 'report') {
    if (standing.isProposed) return told;
    if (handsOut(text) || standing.isBelowBody) return verdict;
    return tellsBody(text) ? { ...verdict, why: 'judge/in-doubt' } : told;
  }
  if (BODY_NAME.has(verdict.why) || standing.isBelowBody || tellsBody(text)) return verdict;
  return listOrders(text).some(({ isTold }) => !isTold) ? { ...verdict, why: 'judge/in-doubt' } : told;
};
