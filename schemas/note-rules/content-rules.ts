import { COMPARE_PAGE, LOOK_AT_SCAN, type NoteRules } from './rule-text.js';

/** A stored note by a rule that this version does not know; one for each stage, so that it goes when its stage runs again. */
const OF_ANOTHER_VERSION = {
  level: 'review',
  message: {
    vi: 'Ghi chú của một bản chương trình khác; giữ nguyên câu và mức độ đã lưu.',
    en: 'A note of another version of the program; its stored sentence and level are kept.',
  },
  advice: {
    vi: 'Đọc câu ghi chú; chạy lại bằng lệnh reprocess để có ghi chú của bản đang dùng.',
    en: 'Read its sentence; run reprocess to get the notes of this version.',
  },
} as const;

/** Rules about what the text says: header, bodies, tasks; and what the store says of older notes. — nội dung */
export const CONTENT_RULES = {
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
      vi: 'Ngày ban hành không có trong lịch.',
      en: 'The issue date is no day of the calendar.',
    },
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
  'bodies/outside-dates': {
    level: 'review',
    message: {
      vi: 'Tên cơ quan không tồn tại vào ngày ban hành văn bản, cần kiểm tra',
      en: 'The body did not exist on the issue date of the document; please check',
    },
    advice: {
      vi: 'Kiểm tra ngày ban hành và tên cơ quan: một trong hai có thể bị đọc sai.',
      en: 'Check the issue date and the name: one of them may be misread.',
    },
  },
  'assignments/nobody-named': {
    level: 'review',
    message: { vi: 'Chưa rõ cơ quan, cá nhân chịu trách nhiệm', en: 'The text names nobody who is responsible' },
    advice: {
      vi: 'Xác định ai làm theo câu dẫn hoặc theo chức năng, rồi ghi vào cột sửa tay.',
      en: 'Find out who is to act from the lead-in or by duty, and enter it by hand.',
    },
  },
  'assignments/damaged-name': {
    level: 'review',
    message: {
      vi: 'Tên cơ quan bị lỗi chữ, đã đọc theo tên gần nhất',
      en: 'A name is damaged and was read as the nearest known one',
    },
    advice: COMPARE_PAGE,
  },
  'assignments/unknown-name': {
    level: 'review',
    message: {
      vi: 'Tên “{actual}” không có trong danh mục cơ quan: ghi đúng như văn bản viết.',
      en: '“{actual}” is no body of the lists; the name was taken as it is written.',
    },
    advice: {
      vi: 'Đọc câu: tên có đủ, có đúng là bên được giao không; nếu sai thì ghi vào cột sửa tay.',
      en: 'Read the sentence: is the name whole, is it who is told? Enter it by hand if not.',
    },
  },
  'directives/none-found': {
    level: 'review',
    message: { vi: 'Không tìm thấy nội dung giao việc nào', en: 'No task-giving item was found' },
    advice: {
      vi: 'Đọc lại văn bản: nếu có giao việc, dùng lệnh explain để xem vì sao bị bỏ qua.',
      en: 'Read the paper: if it gives tasks, the command explain tells why they were passed over.',
    },
  },
  'extract/doubtful-words': {
    level: 'review',
    message: {
      vi: '{count} từ đọc chưa chắc chắn trong nhiệm vụ này.',
      en: '{count} words of this task were read with doubt.',
    },
    advice: COMPARE_PAGE,
  },
  'extract/low-confidence': {
    level: 'review',
    message: {
      vi: 'Độ tin cậy của chữ đọc được thấp: đối chiếu với trang gốc.',
      en: 'The text was read with low confidence: compare it with the page.',
    },
    advice: COMPARE_PAGE,
  },
  'paginate/rule-unknown': OF_ANOTHER_VERSION,
  'recognize/rule-unknown': OF_ANOTHER_VERSION,
  'repair/rule-unknown': OF_ANOTHER_VERSION,
  'outline/rule-unknown': OF_ANOTHER_VERSION,
  'extract/rule-unknown': OF_ANOTHER_VERSION,
} as const satisfies NoteRules;
