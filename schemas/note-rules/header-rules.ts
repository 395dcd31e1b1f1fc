import { LOOK_AT_SCAN, type NoteRules } from './rule-text.js';

/** Rules about the header and the signature. — thể thức */
export const HEADER_RULES = {
  'header/number-blank': {
    level: 'review',
    message: {
      vi: 'Số văn bản để trống hoặc không đọc được.',
      en: 'The number is blank or cannot be read.',
    },
    advice: LOOK_AT_SCAN,
  },
  'header/number-mended': {
    level: 'review',
    message: { vi: 'Số văn bản có chữ số đọc không rõ.', en: 'A digit of the number was unclear.' },
    advice: LOOK_AT_SCAN,
  },
  'header/handwriting-suggested': {
    level: 'info',
    message: {
      vi: 'Số hoặc ngày viết tay đã được máy đọc thử, chỉ ghi ở mục gợi ý.',
      en: 'A number or day in handwriting was read by machine, and stands as a suggestion only.',
    },
    advice: {
      vi: 'Đối chiếu gợi ý với bản quét rồi nhập số, ngày đúng.',
      en: 'Compare the suggestion with the scan, then enter number and day.',
    },
  },
  'header/date-blank': {
    level: 'review',
    message: {
      vi: 'Ngày ban hành để trống hoặc không đọc được.',
      en: 'The issue date is blank or cannot be read.',
    },
    advice: LOOK_AT_SCAN,
  },
  'header/date-invalid': {
    level: 'review',
    message: {
      vi: 'Ngày ban hành không hợp lệ.',
      en: 'The issue date is no day of the calendar.',
    },
    advice: LOOK_AT_SCAN,
  },
  'header/number-missing': {
    level: 'review',
    message: { vi: 'Không thấy dòng số, ký hiệu của văn bản.', en: 'No line with the number of the paper was found.' },
    advice: LOOK_AT_SCAN,
  },
  'header/date-missing': {
    level: 'review',
    message: { vi: 'Không thấy địa danh, ngày ban hành của văn bản.', en: 'No place and issue date were found.' },
    advice: LOOK_AT_SCAN,
  },
  'header/place-missing': {
    level: 'review',
    message: {
      vi: 'Có ngày ban hành nhưng không đọc được địa danh.',
      en: 'The issue date was read, its place was not.',
    },
    advice: LOOK_AT_SCAN,
  },
  'header/type-missing': {
    level: 'review',
    message: { vi: 'Không thấy tên loại văn bản.', en: 'No type of document was found.' },
    advice: LOOK_AT_SCAN,
  },
  'header/issuer-missing': {
    level: 'review',
    message: { vi: 'Không thấy cơ quan ban hành.', en: 'The issuer was not found.' },
    advice: LOOK_AT_SCAN,
  },
  'header/issuer-mended': {
    level: 'info',
    message: {
      vi: 'Tên cơ quan ban hành được đọc sai dấu, đã viết lại theo từ vựng.',
      en: 'The issuer was read with wrong marks; its words were spelt as the lexicon has them.',
    },
    advice: LOOK_AT_SCAN,
  },
  'header/issuer-unknown': {
    level: 'review',
    message: {
      vi: 'Tên cơ quan ban hành không có trong danh mục: có thể bị đọc sai hoặc cắt thiếu.',
      en: 'The issuer is no body of the lists: it may be misread or cut.',
    },
    advice: LOOK_AT_SCAN,
  },
  'header/place-conflict': {
    level: 'review',
    message: {
      vi: 'Địa danh viết khác nhau ở dòng ngày tháng và ở tên cơ quan ban hành: một trong hai bị đọc sai.',
      en: 'The place is spelt otherwise in the date line than in the name of the issuer: one of the two was misread.',
    },
    advice: LOOK_AT_SCAN,
  },
  'header/subject-missing': {
    level: 'review',
    message: { vi: 'Không thấy trích yếu.', en: 'No abstract was found.' },
    advice: LOOK_AT_SCAN,
  },
  'header/subject-too-long': {
    level: 'review',
    message: {
      vi: 'Trích yếu dài bất thường, có thể lẫn phần nội dung phía dưới.',
      en: 'The abstract is too long: it may hold what stands below it.',
    },
    advice: LOOK_AT_SCAN,
  },
  'header/signer-missing': {
    level: 'review',
    message: { vi: 'Không đọc được người ký.', en: 'The signer could not be read.' },
    advice: LOOK_AT_SCAN,
  },
  'header/signer-office-missing': {
    level: 'review',
    message: { vi: 'Không đọc được chức vụ người ký.', en: 'The office of the signer could not be read.' },
    advice: LOOK_AT_SCAN,
  },
  'header/author-conflict': {
    level: 'review',
    message: {
      vi: 'Tác giả ở tiêu đề khác với thẩm quyền ký.',
      en: 'The author in the title differs from whose name the signature gives.',
    },
    advice: {
      vi: 'Xem tiêu đề và chữ ký trên bản quét: một trong hai bị đọc sai, hoặc văn bản ghi không thống nhất.',
      en: 'Look at title and signature on the scan: one was misread, or the paper contradicts itself.',
    },
  },
} as const satisfies NoteRules;
