import { NOTHING_TO_DO, type NoteRules } from './rule-text.js';

/** Rules about files of word processors. — tệp Word */
export const WORD_RULES = {
  'paginate/tracked-changes': {
    level: 'review',
    message: {
      vi: 'Tệp còn dấu vết sửa đổi: phần chèn thêm được đọc, phần đánh dấu xoá bị bỏ; có thể chưa phải bản cuối.',
      en: 'The file holds tracked changes: insertions are read, deletions are not; it may not be the final text.',
    },
    advice: {
      vi: 'So với bản ban hành; trong Word, chấp nhận hoặc từ chối các sửa đổi rồi nạp lại.',
      en: 'Compare it with the issued paper; accept or reject the changes in Word and ingest it anew.',
    },
  },
  'paginate/pages-unknown': {
    level: 'info',
    message: {
      vi: 'Tệp Word không ghi chỗ ngắt trang: số trang ở đây không phải số trang khi in.',
      en: 'The Word file does not say where its pages end: page numbers here are not those of the print.',
    },
    advice: NOTHING_TO_DO,
  },
  'paginate/legacy-fonts': {
    level: 'info',
    message: {
      vi: 'Có đoạn dùng phông cũ ({actual}); đã chuyển sang Unicode.',
      en: 'Some text is set in old fonts ({actual}); it was converted to Unicode.',
    },
    advice: NOTHING_TO_DO,
  },
  'paginate/number-format': {
    level: 'review',
    message: {
      vi: 'Kiểu đánh số tự động {actual} được đọc thành chữ số thường, có thể khác bản in.',
      en: 'Automatic numbers of the kind {actual} are read as digits, which may differ from the print.',
    },
    advice: {
      vi: 'So số mục với bản mở bằng Word.',
      en: 'Compare the numbers of the items with the file in Word.',
    },
  },
  'paginate/word-part-unread': {
    level: 'review',
    message: {
      vi: 'Tệp Word có {actual} phần không đọc được chữ (ảnh lớn, tệp nhúng, trường hỏng).',
      en: '{actual} parts of the Word file could not be read as text (large pictures, embedded files, broken fields).',
    },
    advice: {
      vi: 'Mở tệp; nếu ảnh là văn bản, in ra PDF rồi nạp bản PDF.',
      en: 'Open the file; if a picture shows text, print it as PDF and ingest that.',
    },
  },
  'paginate/converted-by-office': {
    level: 'info',
    message: {
      vi: 'Tệp {actual} được đọc qua LibreOffice.',
      en: 'The {actual} file was read through LibreOffice.',
    },
    advice: NOTHING_TO_DO,
  },
  'paginate/list-numbers-lost': {
    level: 'review',
    message: {
      vi: 'Tệp .doc đọc không qua LibreOffice: số thứ tự tự động có thể mất.',
      en: 'The .doc file was read without LibreOffice: automatic numbers may be lost.',
    },
    advice: {
      vi: 'Cài LibreOffice, hoặc lưu tệp thành .docx, rồi nạp lại.',
      en: 'Install LibreOffice, or save the file as .docx, and ingest it anew.',
    },
  },
} as const satisfies NoteRules;
