/*
 * Words of law that a letter repeats before it asks. Source: how Nghị định 30/2020/NĐ-CP and the law on making legal texts cite
 * articles (điểm, khoản, điều của luật). Rule for entry: a part of a legal text, or the words that point back to it.
 */
const PART_OF_LAW = '(?:(?:cac )?(?:diem|khoan|dieu|muc|chuong) [a-z\\d][^;:]{0,160}?)';
/** "Tại khoản 2 Điều 32 Nghị định số … quy định:", "Căn cứ các quy định trên, trường hợp …": the law is told. — dẫn quy định */
export const CITES_LAW = new RegExp(
  `^(?:${[
    `(?:(?:tai|can cu|theo|tuy nhien,? tai)(?: quy dinh tai| vao| cac)? )?${PART_OF_LAW}(?:luat|bo luat|phap lenh|nghi dinh|nghi quyet|thong tu|quyet dinh)(?![a-z])`,
    '(?:tai|can cu|theo)(?: quy dinh tai| vao| cac)? (?:luat|bo luat|phap lenh|nghi dinh|thong tu|nghi quyet|quyet dinh)(?: [a-z]+){0,8} so \\d',
    '(?:luat|nghi dinh|thong tu|nghi quyet|quyet dinh|chi thi|cong van|ke hoach)(?: so)? \\d{1,5}/[^:]{0,400}$',
    '(?:can cu|theo|doi chieu|tu)(?: voi)?(?: cac| nhung)? (?:quy dinh|huong dan)[^,;:]{0,60} (?:tren|dan tren|neu tren|vien dan)(?: day)?[^;:.]{0,200},',
  ].join('|')})`,
  'u',
);
