import { COMPARE_PAGE, LOOK_AT_SCAN, NOTHING_TO_DO, type NoteRules, SURE_READING } from './rule-text.js';

/** Rules about the text: files, pages, letters, the marks of items. — chữ, trang, đầu mục */
export const TEXT_RULES = {
  'paginate/encoding': {
    level: 'info',
    message: {
      vi: 'Tệp không phải UTF-8; đã đọc theo bảng mã {actual}.',
      en: 'The file is not UTF-8; it was read as {actual}.',
    },
    advice: NOTHING_TO_DO,
  },
  'paginate/bytes-replaced': {
    level: 'review',
    message: {
      vi: 'Tệp văn bản có {actual} chỗ hỏng, hiện là "\ufffd": đối chiếu với bản gốc.',
      en: 'The text has {actual} damaged places, shown as "\ufffd": compare it with the original.',
    },
    advice: { vi: 'Mở bản gốc, lưu lại dạng UTF-8 rồi nạp lại.', en: 'Save the original as UTF-8 and ingest it anew.' },
  },
  'paginate/run-cut': {
    level: 'review',
    message: {
      vi: 'Tệp văn bản có từ dài bất thường; đã bỏ {actual} ký tự không phải của một văn bản.',
      en: 'The text has words of an impossible length; {actual} characters that belong to no paper were left out.',
    },
    advice: { vi: 'Mở tệp để xem có phải văn bản không.', en: 'Open the file to see whether it is a paper.' },
  },
  'paginate/pdf-cut-off': {
    level: 'error',
    message: {
      vi: 'Tệp PDF bị thiếu phần cuối hoặc hỏng; chỉ đọc được {pages} trang, có thể còn trang bị mất.',
      en: 'The PDF is cut off or damaged; {pages} pages could be read, others may be lost.',
    },
    advice: { vi: 'Chép lại tệp từ nơi gửi rồi nạp lại.', en: 'Copy the file again from where it came and ingest it.' },
  },
  'paginate/image-cut-off': {
    level: 'error',
    message: {
      vi: 'Tệp ảnh bị thiếu phần cuối; phần dưới của trang có thể bị mất.',
      en: 'The image is cut off; the lower part of the page may be lost.',
    },
    advice: { vi: 'Chép lại hoặc quét lại ảnh rồi nạp lại.', en: 'Copy or scan the image again and ingest it anew.' },
  },
  'paginate/page-broken': {
    level: 'error',
    message: {
      vi: 'Không đọc được trang {page} của tệp PDF.',
      en: 'Page {page} of the PDF cannot be read.',
    },
    advice: { vi: 'Quét lại trang này rồi nạp lại tệp.', en: 'Scan this page again and ingest the file anew.' },
  },
  'paginate/page-read-plainly': {
    level: 'review',
    message: {
      vi: 'Trang {page} chỉ đọc được chữ, không rõ bố cục cột: đối chiếu với trang gốc.',
      en: 'Only the words of page {page} could be read, not its columns: compare it with the page.',
    },
    advice: COMPARE_PAGE,
  },
  'recognize/page-lost': {
    level: 'error',
    message: {
      vi: 'Không nhận dạng được trang {page}. {reason}',
      en: 'Page {page} could not be read. {reason}',
    },
    advice: {
      vi: 'Làm theo lý do nêu trong ghi chú, rồi nạp lại tệp.',
      en: 'Mend what the reason names and ingest the file anew.',
    },
  },
  'recognize/no-text': {
    level: 'review',
    message: {
      vi: 'Trang {page} không có chữ nào đọc được. {reason}',
      en: 'No text was found on page {page}. {reason}',
    },
    advice: {
      vi: 'Nếu trang không trắng, quét lại ở 300 dpi.',
      en: 'Unless the page is blank, scan it again at 300 dpi.',
    },
  },
  'recognize/print-unread': {
    level: 'review',
    message: {
      vi: 'Trang {page} còn {actual} dòng chữ in chưa đọc được.',
      en: '{actual} lines of print on page {page} could not be read.',
    },
    advice: {
      vi: 'Xem bản quét ở những chỗ chưa đọc được; nếu là nội dung văn bản, quét lại rõ hơn.',
      en: 'Look at the unread places of the scan; if they are part of the paper, scan it again more clearly.',
    },
  },
  'recognize/stamp-unread': {
    level: 'review',
    message: {
      vi: 'Đầu trang {page} có dấu đóng không đọc được, có thể là dấu độ mật.',
      en: 'A stamp in the head of page {page} could not be read; it may be one of secrecy.',
    },
    advice: {
      vi: 'Xem ảnh trang; nếu là dấu mật, gỡ tệp khỏi cơ sở dữ liệu và chuyển cho người phụ trách.',
      en: 'Look at the page; if it is a secrecy stamp, remove the file and hand it to the officer in charge.',
    },
  },
  'recognize/stamps-not-sought': {
    level: 'review',
    message: {
      vi: 'Không xem được hình ở trang {page} để tìm dấu độ mật.',
      en: 'The pictures of page {page} could not be searched for a secrecy stamp.',
    },
    advice: {
      vi: 'Mở trang để xem có dấu độ mật không.',
      en: 'Open the page and look for a secrecy stamp.',
    },
  },
  'recognize/coarse-scan': {
    level: 'info',
    message: {
      vi: 'Trang {page} quét ở khoảng {actual} dpi; dấu thanh dễ bị đọc sai.',
      en: 'Page {page} was scanned at about {actual} dpi; tone marks may be misread.',
    },
    advice: {
      vi: 'Quét lại ở 200–300 dpi nếu còn bản giấy.',
      en: 'Scan again at 200 to 300 dpi if the paper is there.',
    },
  },
  'recognize/print-under-stamp': {
    level: 'review',
    message: {
      vi: 'Dấu công văn đến ở trang {page} đè lên chữ; phần chữ dưới dấu có thể chưa đọc được.',
      en: 'The arrival stamp on page {page} lies over print; what is under it may be unread.',
    },
    advice: LOOK_AT_SCAN,
  },
  'recognize/wide-page': {
    level: 'info',
    message: {
      vi: 'Trang {page} nằm ngang: nếu là hai trang quét chung một ảnh thì thứ tự dòng có thể sai.',
      en: 'Page {page} is wider than high: if it shows two pages, its lines may stand in a wrong order.',
    },
    advice: { vi: 'Tách đôi ảnh rồi nạp lại nếu là hai trang.', en: 'Cut the image in two and ingest it anew if so.' },
  },
  'recognize/header-number-filled': {
    level: 'review',
    milder: SURE_READING,
    message: {
      vi: 'Số {actual} được đọc từ dấu đóng trên ảnh trang.',
      en: 'Number {actual} was read from the page image.',
    },
    advice: LOOK_AT_SCAN,
  },
  'recognize/header-day-filled': {
    level: 'review',
    milder: SURE_READING,
    message: {
      vi: 'Ngày {actual} được đọc từ dấu đóng trên ảnh trang.',
      en: 'Day {actual} was read from the page image.',
    },
    advice: LOOK_AT_SCAN,
  },
  'recognize/header-number-missing': {
    level: 'review',
    message: {
      vi: 'Số văn bản để trống, ảnh trang cũng không có.',
      en: 'The number is blank, in the image as well.',
    },
    advice: { vi: 'Tra số ở sổ công văn.', en: 'Look the number up in the register.' },
  },
  'recognize/header-day-missing': {
    level: 'review',
    message: {
      vi: 'Ngày ban hành để trống, ảnh trang cũng không có.',
      en: 'The day is blank, in the image as well.',
    },
    advice: { vi: 'Tra ngày ở sổ công văn.', en: 'Look the day up in the register.' },
  },
  'recognize/header-number-doubtful': {
    level: 'review',
    message: {
      vi: 'Số văn bản viết tay hoặc mờ, chưa đọc chắc chắn; cần xem ảnh.',
      en: 'The number is handwritten or faint and was not read with certainty; look at the image.',
    },
    advice: LOOK_AT_SCAN,
  },
  'recognize/header-day-doubtful': {
    level: 'review',
    message: {
      vi: 'Ngày ban hành viết tay hoặc mờ, chưa đọc chắc chắn; cần xem ảnh.',
      en: 'The day of issue is handwritten or faint and was not read with certainty; look at the image.',
    },
    advice: LOOK_AT_SCAN,
  },
  'repair/unreadable-text': {
    level: 'review',
    message: {
      vi: 'Chữ của trang không đọc được thành tiếng Việt; cần quét hoặc gõ lại',
      en: 'The letters of this page cannot be read as Vietnamese; scan or type it again',
    },
    advice: { vi: 'Quét lại hoặc gõ lại trang này.', en: 'Scan or type this page again.' },
  },
  'repair/doubtful-words': {
    level: 'review',
    milder: { vi: 'số từ chưa chắc chắn ít', en: 'few words are doubtful' },
    message: {
      vi: 'Văn bản của trang đã được khôi phục; còn {actual} từ chưa chắc chắn',
      en: 'The text of this page was repaired; {actual} words remain doubtful',
    },
    advice: COMPARE_PAGE,
  },
  'repair/blanks-put-back': {
    level: 'review',
    milder: { vi: 'số chỗ dính ít', en: 'few words ran together' },
    message: {
      vi: 'Chữ của trang bị dính vào nhau, mất dấu cách; đã tách {actual} chỗ',
      en: 'Words of this page ran together, their blanks were lost; {actual} were put back',
    },
    advice: COMPARE_PAGE,
  },
  'repair/number-changed': {
    level: 'review',
    message: { vi: 'Một con số hoặc ngày đã được sửa; cần đối chiếu', en: 'A number or date was mended; compare it' },
    advice: {
      vi: 'So con số đã sửa với bản quét: sai một chữ số là sai thời hạn.',
      en: 'Compare the number with the scan: one wrong digit is a wrong deadline.',
    },
  },
  'outline/documents-split': {
    level: 'review',
    message: {
      vi: 'Tệp có nhiều văn bản; đã tách từ vị trí này, cần kiểm tra.',
      en: 'The file holds several documents; it was split here. Please check.',
    },
    advice: { vi: 'Kiểm tra chỗ tách giữa hai văn bản.', en: 'Check where the two documents were parted.' },
  },
  'outline/annex-unread': {
    level: 'review',
    message: {
      vi: 'Phụ lục không có bảng đọc được: có thể còn nhiệm vụ trong phụ lục.',
      en: 'An annex holds no table that could be read: it may hold tasks.',
    },
    advice: {
      vi: 'Mở phụ lục, đối chiếu xem còn nhiệm vụ nào chưa có.',
      en: 'Open the annex and see whether it holds tasks that are missing.',
    },
  },
  'outline/mark-recovered': {
    level: 'info',
    message: {
      vi: 'Ký hiệu đầu mục đọc sai, đã suy ra từ các mục lân cận.',
      en: 'The mark of an item was misread and taken from its neighbours.',
    },
    advice: NOTHING_TO_DO,
  },
  'outline/number-repeated': {
    level: 'review',
    message: { vi: 'Số thứ tự mục bị lặp lại hoặc lùi.', en: 'An item number is repeated or goes back.' },
    advice: {
      vi: 'Xem trang gốc: văn bản đánh số lặp, hoặc số bị đọc sai.',
      en: 'Look at the page: the paper repeats a number, or it was misread.',
    },
  },
  'outline/number-gap': {
    level: 'review',
    milder: { vi: 'chỉ thiếu điểm đ, mà nhiều văn bản bỏ', en: 'only đ is missing, which many writers leave out' },
    message: {
      vi: 'Thiếu mục trong dãy đánh số: có thể mất một mục.',
      en: 'A number is missing in a series: an item may be lost.',
    },
    advice: {
      vi: 'Tìm mục thiếu trên trang gốc.',
      en: 'Look for the missing item on the page.',
    },
  },
} as const satisfies NoteRules;
