import type { NoteRules } from './rule-text.js';

/** Rules about a paper and its files; the store writes these notes, and no new reading takes them away. — phiên bản, bản trùng */
export const IDENTITY_RULES = {
  'identity/correction-homeless': {
    level: 'review',
    message: {
      vi: 'Chỉnh sửa ở bản trước chưa tìm được chỗ trong bản này: {where}, giá trị đã sửa “{value}” ({by}).',
      en: 'A correction of the earlier file found no place in this one: {where}, corrected value “{value}” ({by}).',
    },
    advice: {
      vi: 'So bản này với bản trước (ketluan versions); nếu giá trị còn đúng thì sửa lại ở đây.',
      en: 'Compare it with the earlier file (ketluan versions); where the value still holds, correct it here again.',
    },
  },
  'identity/confirmed-otherwise': {
    level: 'review',
    message: {
      vi: 'Đã có người xác nhận ({by}), nhưng lần đọc mới đọc khác: {now}',
      en: 'A person confirmed it ({by}), but it is read otherwise now: {now}',
    },
    advice: {
      vi: 'So với trang gốc: đúng thì xác nhận lại, sai thì sửa.',
      en: 'Compare it with the page: confirm it again, or correct it.',
    },
  },
  'identity/correction-clash': {
    level: 'review',
    message: {
      vi: 'Hai nơi sửa khác nhau: {where}. Đang tính “{value}” ({by}) vì ghi sau; nơi kia ghi “{other}” ({otherBy}).',
      en: 'Corrected otherwise in two databases: {where}. “{value}” ({by}) counts, being the later; the other says “{other}” ({otherBy}).',
    },
    advice: {
      vi: 'Xem cả hai lần sửa bằng ketluan history; nếu giá trị kia mới đúng thì sửa lại, rồi xác nhận văn bản.',
      en: 'See both in ketluan history; where the other value is right, correct it again, then confirm the document.',
    },
  },
} as const satisfies NoteRules;
