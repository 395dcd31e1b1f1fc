import type { NoteRules } from './rule-text.js';

const ASK_FOR_ORIGINAL = {
  vi: 'Mở tệp bằng phần mềm ký số để kiểm tra chữ ký; nếu không hợp lệ, xin lại bản gốc từ nơi gửi.',
  en: 'Check the signature in a program for signing; if it is not valid, ask the sender for the original.',
} as const;

/** Rules about the digital signatures of a file. — chữ ký số */
export const SIGNATURE_RULES = {
  'paginate/signature-changed': {
    level: 'review',
    message: {
      vi: 'Nội dung tệp không còn đúng như khi “{actual}” ký số.',
      en: 'The file is no longer what “{actual}” signed.',
    },
    advice: ASK_FOR_ORIGINAL,
  },
  'paginate/signature-partial': {
    level: 'review',
    message: {
      vi: 'Chữ ký số của “{actual}” không bao trùm toàn bộ tệp.',
      en: 'The signature of “{actual}” does not cover the whole file.',
    },
    advice: ASK_FOR_ORIGINAL,
  },
  'paginate/signature-unchecked': {
    level: 'review',
    message: {
      vi: 'Chưa kiểm tra được chữ ký số của “{actual}” có khớp nội dung tệp không.',
      en: 'It could not be checked whether the signature of “{actual}” is of this file.',
    },
    advice: ASK_FOR_ORIGINAL,
  },
  'paginate/signature-unread': {
    level: 'review',
    message: {
      vi: 'Tệp có {actual} chữ ký số không đọc được.',
      en: '{actual} digital signatures of the file could not be read.',
    },
    advice: ASK_FOR_ORIGINAL,
  },
  'paginate/signature-bytes-added': {
    level: 'review',
    message: {
      vi: 'Tệp được ghi thêm {actual} byte sau chữ ký số cuối cùng.',
      en: '{actual} bytes were added to the file after its last signature.',
    },
    advice: ASK_FOR_ORIGINAL,
  },
} as const satisfies NoteRules;
