import { COMPARE_PAGE, type NoteRules } from './rule-text.js';

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

/** Rules about what the text says: bodies, tasks; and what the store says of older notes. — nội dung */
export const CONTENT_RULES = {
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
      vi: 'Xác định ai làm theo câu dẫn hoặc theo chức năng, rồi sửa bằng ketluan fix.',
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
  'assignments/name-cut': {
    level: 'review',
    message: {
      vi: 'Tên cơ quan có thể bị cắt: liền sau là từ chưa biết, giống phần còn lại của tên.',
      en: 'A name may be cut: an unknown word behind it looks like the rest of the name.',
    },
    advice: {
      vi: 'Đọc câu; nếu tên còn thiếu thì sửa tên bằng ketluan fix.',
      en: 'Read the sentence; if the name goes on, enter it whole by hand.',
    },
  },
  'assignments/own-subject': {
    level: 'review',
    message: {
      vi: 'Bên chủ trì lấy từ câu dẫn, nhưng mục có chủ thể riêng mà chương trình chưa biết tên.',
      en: 'The lead was taken over, yet the item has a subject of its own that no list knows.',
    },
    advice: {
      vi: 'Đọc đầu mục: nếu chủ thể của mục khác bên chủ trì thì sửa bằng ketluan fix.',
      en: 'Read how the item begins, and enter its subject by hand if it is another than the lead.',
    },
  },
  'directives/task-doubtful': {
    level: 'review',
    message: {
      vi: 'Chưa chắc là nhiệm vụ hay lời kể, đánh giá; được giữ như nhiệm vụ.',
      en: 'It may be a task or only told; it is kept as a task.',
    },
    advice: {
      vi: 'Đọc mục này: xác nhận, hoặc ghi là không phải nhiệm vụ.',
      en: 'Read the item: confirm it, or say that it is no task.',
    },
  },
  'assignments/unknown-name': {
    level: 'review',
    message: {
      vi: 'Tên “{actual}” không có trong danh mục cơ quan: ghi đúng như văn bản viết.',
      en: '“{actual}” is no body of the lists; the name was taken as it is written.',
    },
    advice: {
      vi: 'Đọc câu: tên có đủ, có đúng là bên được giao không; nếu sai thì sửa bằng ketluan fix.',
      en: 'Read the sentence: is the name whole, is it who is told? Enter it by hand if not.',
    },
  },
  'directives/nobody-as-rule': {
    level: 'review',
    message: {
      vi: 'Có {count} nhiệm vụ không nêu cơ quan chủ trì: văn bản viết chung, không giao cho ai.',
      en: '{count} tasks name nobody: as a rule the paper gives them to nobody in particular.',
    },
    advice: {
      vi: 'Xác định một lần ai chủ trì các nhiệm vụ này (kế hoạch thực hiện thường phân công), rồi sửa bằng ketluan fix.',
      en: 'Find out once who answers for them (the plan that carries the paper out often says), and enter it by hand.',
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
  'directives/shared-time': {
    level: 'info',
    message: {
      vi: 'Thời hạn “{actual}” ghi ở dòng bên dưới, chung cho các mục phía trên dòng đó.',
      en: 'The time “{actual}” stands in a line below, for all the items above that line.',
    },
    advice: {
      vi: 'Không cần làm gì, trừ khi mục này có thời hạn khác: khi đó sửa bằng ketluan fix.',
      en: 'Nothing to do, unless this item is due another day: enter it by hand then.',
    },
  },
  'coverage/unclaimed': {
    level: 'review',
    message: {
      vi: 'Có {count} đoạn giống giao việc nhưng chưa thành nhiệm vụ.',
      en: '{count} passages look like tasks and became none.',
    },
    advice: {
      vi: 'Đọc các đoạn đó (lệnh show liệt kê); nếu là nhiệm vụ thì thêm bằng ketluan add.',
      en: 'Read these passages (show lists them); ketluan add makes tasks of them.',
    },
  },
  'extract/doubtful-words': {
    level: 'info',
    message: {
      vi: '{count} từ đọc chưa chắc chắn trong nhiệm vụ này.',
      en: '{count} words of this task were read with doubt.',
    },
    advice: COMPARE_PAGE,
  },
  'extract/doubtful-date': {
    level: 'review',
    message: {
      vi: 'Thời hạn có từ đọc chưa chắc chắn.',
      en: 'A time holds words that were read with doubt.',
    },
    advice: {
      vi: 'So ngày, tháng với bản quét: sai một chữ số là sai thời hạn.',
      en: 'Compare the day with the scan: one wrong digit is a wrong deadline.',
    },
  },
  'extract/doubtful-name': {
    level: 'review',
    message: {
      vi: 'Tên cơ quan có từ đọc chưa chắc chắn.',
      en: 'A name holds words that were read with doubt.',
    },
    advice: COMPARE_PAGE,
  },
  'extract/doubtful-wording': {
    level: 'review',
    message: {
      vi: '{count} nhiệm vụ có từ đọc chưa chắc chắn, ngoài tên cơ quan và thời hạn.',
      en: '{count} tasks hold words that were read with doubt, outside names and times.',
    },
    advice: COMPARE_PAGE,
  },
  'extract/damaged-text': {
    level: 'review',
    message: {
      vi: 'Văn bản có {count} từ không thể là chữ in ra: nguồn đã bị nhận dạng sai.',
      en: '{count} words cannot be what was printed: the text was misread before it came here.',
    },
    advice: {
      vi: 'Đối chiếu với bản gốc; nếu có bản quét thì nạp bản quét.',
      en: 'Compare it with the original; ingest the scan if there is one.',
    },
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
