import type { Bilingual } from './bilingual.js';

/** Every rule by which a block of a paper is a task or none, with its sentence: the closed list. — vì sao là nhiệm vụ */
export const VERDICT_RULES = {
  'judge/item': {
    vi: 'mục được đánh số, không thuộc phần đánh giá và không chỉ kể việc đã qua',
    en: 'a numbered item outside the assessment that does not merely look back',
  },
  'judge/instructs': {
    vi: 'có câu giao việc, hoặc mở đầu bằng việc phải làm',
    en: 'a sentence of it gives work, or it begins with what is to be done',
  },
  'judge/looks-ahead': {
    vi: 'nêu việc phải làm, không kể việc đã qua',
    en: 'it says what is to be done and does not look back',
  },
  'judge/in-doubt': {
    vi: 'không hẳn kể việc đã qua, cũng không hẳn giao việc: coi là nhiệm vụ, cần xem lại',
    en: 'neither surely told nor surely ordered: taken for a task, to be looked at',
  },
  'judge/order-in-overview': {
    vi: 'nằm trong phần đánh giá, mục tiêu nhưng có câu giao việc riêng cho một cơ quan',
    en: 'it stands in an assessment, yet a sentence of its own orders a body',
  },
  'judge/approval-orders': { vi: 'câu đồng ý có kèm giao việc', en: 'an approval that also orders' },
  'judge/order-in-opening': {
    vi: 'mở đầu như đoạn dẫn nhưng kết thúc bằng việc giao cho một cơ quan',
    en: 'it opens like an opening and ends in an order to a body',
  },
  'judge/announces-order': { vi: 'câu dẫn giao việc cho các ý bên dưới', en: 'a lead-in that orders what follows' },
  'judge/annex-row': {
    vi: 'là một dòng của bảng phân công trong phụ lục',
    en: 'a row of a table of tasks in an annex',
  },
  'judge/heading-of-body': {
    vi: 'đề mục có đánh số là tên cơ quan: cơ quan được giao các việc bên dưới',
    en: 'a numbered heading that names a body: it has the work below',
  },
  'judge/heading': { vi: 'là đề mục, không phải một việc', en: 'a heading, not a work' },
  'judge/announces': { vi: 'câu dẫn, chưa giao việc cho ai', en: 'a lead-in that orders nobody yet' },
  'judge/formula': {
    vi: 'câu mở đầu phần kết luận (“… kết luận như sau:”)',
    en: 'the formula that opens the conclusions',
  },
  'judge/opening': { vi: 'đoạn mở đầu, nêu bối cảnh cuộc họp', en: 'the opening, which tells of the meeting' },
  'judge/ground': { vi: 'nêu căn cứ ban hành', en: 'it names the grounds of the paper' },
  'judge/addressees': { vi: 'nêu nơi gửi đến', en: 'it says to whom the paper goes' },
  'judge/claims': {
    vi: 'nội dung khiếu nại, tố cáo, kiến nghị của công dân',
    en: 'what citizens claim, complain of or ask',
  },
  'judge/closing': { vi: 'đoạn kết của văn bản', en: 'the closing of the paper' },
  'judge/overview': {
    vi: 'thuộc phần đánh giá, mục tiêu và không có câu giao việc riêng',
    en: 'it belongs to an assessment or to aims and orders nobody',
  },
  'judge/aim': { vi: 'nêu quan điểm, mục tiêu, nguyên tắc', en: 'it states a view, an aim or a principle' },
  'judge/approval': {
    vi: 'đồng ý, ghi nhận, biểu dương, không giao việc',
    en: 'it approves, notes or praises and orders nobody',
  },
  'judge/legal-act': {
    vi: 'có hiệu lực ngay khi ban hành (ban hành kèm theo, bãi bỏ, sửa đổi …), không giao việc cho ai',
    en: 'done by being issued (issues, repeals, amends …); nobody has to do it',
  },
  'judge/proposal': {
    vi: 'báo cáo, tờ trình: nội dung báo cáo, đề xuất với cấp trên, không giao việc cho ai',
    en: 'a report or a submission: it tells or asks upwards and orders nobody',
  },
  'judge/rule': {
    vi: 'văn bản quy định chung: điều khoản không nêu cơ quan nào phải làm',
    en: 'a rule for whomever it concerns; it names no body that has to act',
  },
  'judge/cites-law': {
    vi: 'nhắc lại quy định của pháp luật, không giao việc cho ai',
    en: 'it repeats what the law says and orders nobody',
  },
  'judge/quoted': {
    vi: 'nằm trong đoạn trích nguyên văn của văn bản khác',
    en: 'it stands in words quoted from another paper',
  },
  'judge/tells-past': { vi: 'kể việc đã qua, không giao việc', en: 'it tells of the past' },
  'judge/tells-only': {
    vi: 'kể, đánh giá hoặc đồng ý, không giao việc',
    en: 'it tells, assesses or approves and orders nobody',
  },
} as const satisfies Readonly<Record<`judge/${string}`, Bilingual>>;

export type VerdictRule = keyof typeof VERDICT_RULES;

const isVerdictRule = (rule: string): rule is VerdictRule => Object.hasOwn(VERDICT_RULES, rule);

export const VERDICT_RULE_IDS = Object.keys(VERDICT_RULES).filter(isVerdictRule);
