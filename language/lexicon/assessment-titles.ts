/*
 * Titles over what was, looked at folded: OCR hurts capitals with marks most. Source: how conclusions and reports of Party and
 * State title their first part (Hướng dẫn 36-HD/VPTW, DOMAIN: anatomy of a conclusion). Rule for entry: general office
 * usage, with a case in the tests of the outline.
 */

/** Acts behind which such a word names what is to be mended: "Tháo gỡ *khó khăn*, tạo *thuận lợi* …". — tháo gỡ, khắc phục */
const MENDS =
  'thao go|khac phuc|giai quyet|xu ly|go|vuot qua|phat huy|tao|on dinh|nam|nam chac|nam bat|chan chinh|cham dut|cai thien';
const BETWEEN =
  'cac|nhung|moi|kip thoi|triet de|dut diem|som|dieu kien|tinh trang|ton tai|han che|kho khan|vuong mac|bat cap|yeu kem|va';
const NOT_MENDED = `(?<!\\b(?:${MENDS})(?:,? (?:${BETWEEN})){0,4},? )`;

/** Titles over what was, not over what is to be done. — tình hình, kết quả, hạn chế, nguyên nhân */
export const ASSESSMENT_TITLE = new RegExp(
  `\\b${NOT_MENDED}(?:${[
    // "Về kiểm điểm, đánh giá, xếp loại cán bộ" is a work to be done.
    '(?<!(?:kiem diem|kiem tra|giam sat|cong tac|viec|tham dinh|ra soat|to chuc|tieu chi|quy trinh),? )danh gia(?!,? (?:va )?(?:xep loai|xep hang|phan loai|cong nhan|tac dong|muc do|su hai long))',
    'tinh hinh',
    'ket qua',
    'han che',
    'ton tai',
    'nguyen nhan',
    'uu diem',
    'khuyet diem',
    'thuc trang',
    'nhan dinh',
    'boi canh',
    'su can thiet',
    'thuan loi',
    'kho khan',
    'bai hoc',
    'dac diem',
    'yeu kem',
    'mat duoc',
  ].join('|')})\\b`,
  'u',
);
