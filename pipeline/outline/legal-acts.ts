import { CITED_TYPES } from '../../language/lexicon/document-types.js';
import { foldChars } from '../../language/writing/unicode.js';
import { ordersInOpening } from './instructions.js';
import type { Node } from './tree.js';

const ARTICLE = /^Điều\s/u;

/** Kinds of papers, and the parts of one. */
const PAPERS = [
  ...CITED_TYPES.map(foldChars),
  'dieu le',
  'de an',
  'van ban',
  'dieu',
  'khoan',
  'diem',
  'muc',
  'phu luc',
].join('|');
const UP_TO = '(?:,? (?:mot phan|toan bo|mot so|cac|noi dung|ten|cum tu|bo sung|thay the|huy bo|bai bo|tai))*.{0,120}?';
const ACTS = [
  '(?:ban hanh|thong qua)(?![a-z]).{0,400}kem theo [a-z]{2,6} [a-z]{2,6} nay',
  '(?:phe duyet|cong bo|chap thuan|cho phep)(?![a-z])',
  `(?:bai bo|huy bo|thay the|dinh chinh|ngung hieu luc|sua doi|bo sung|dieu chinh)(?![a-z])${UP_TO} (?:${PAPERS})(?![a-z])`,
  '(?:thanh lap|kien toan|giai the|doi ten|bo nhiem|mien nhiem|dieu dong|chi dinh|cong nhan|chuan y|tang|phe chuan|cho thoi)(?![a-z])',
].join('|');
const LEGAL_ACT = new RegExp(`^(?:nay )?(?:${ACTS})`, 'u');

/** What is to be done by a day is done by somebody. */
const HAS_LIMIT = /(?:truoc|cham nhat|xong|hoan thanh|giao)(?![a-z])/u;

// "Bãi bỏ Quyết định số 15 về giao nhiệm vụ …": what the repealed paper was about.
const ABSTRACT = / ve (?:viec )?(?:giao|hoan thanh)(?![a-z])[^;.]*/gu;

/** Characters in which an act and what it is done to stand. */
const ACT_AT_MOST = 700;

/**
 * True for what an article does by being issued and nobody has to do: "Ban hành kèm theo Quyết định này …", "Bãi bỏ toàn bộ
 * Quyết định số …", "Sửa đổi, bổ sung một số điều của Quy chế …", "Thành lập Tổ công tác …". Not where it orders somebody or
 * names a time. — điều khoản có hiệu lực ngay khi ban hành
 */
export const isLegalAct = (text: string): boolean => {
  const folded = foldChars(text.slice(0, ACT_AT_MOST));
  return LEGAL_ACT.test(folded) && !HAS_LIMIT.test(folded.replace(ABSTRACT, '')) && !ordersInOpening(text);
};

const ROLES =
  'trưởng ban|phó trưởng ban|phó ban|thành viên|ủy viên|uỷ viên|thư ký|tổ trưởng|tổ phó|phó tổ trưởng|trưởng đoàn|phó trưởng đoàn|phó đoàn|trưởng tiểu ban|phó trưởng tiểu ban|đội trưởng|đội phó|phó đội trưởng|chủ tịch hội đồng|phó chủ tịch hội đồng';
const MEMBER = new RegExp(
  `^[^.;]{3,200}(?:\\s[-–]|,|:|\\slàm|\\slà)\\s?(?:${ROLES})(?: thường trực| thường xuyên)?(?:\\s(?:ban chỉ đạo|hội đồng|tổ công tác|ban|tổ))?[;.,]?$`,
  'iu',
);

/** True for who sits on a board and as what: "Ông Lò Văn A, Trưởng Công an xã - Phó Trưởng ban;". — thành phần ban chỉ đạo, hội đồng */
export const isMemberRow = (text: string): boolean =>
  MEMBER.test(text.trim()) && !/(?:giao|yêu cầu|đề nghị|phân công)\s/iu.test(text);

/** True for an article: "Điều 1." */
export const isArticle = ({ enumerator }: Node): boolean => ARTICLE.test(enumerator?.printed ?? '');
