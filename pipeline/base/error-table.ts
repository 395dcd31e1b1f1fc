import type { Bilingual } from '../../schemas/note.js';
import { type ErrorNature, EXIT, ofCall, ofFile, ofSetup } from './error-nature.js';

const scanAgain: Bilingual = {
  vi: 'Quét lại ở 200–300 dpi rồi nạp lại.',
  en: 'Scan it again at 200–300 dpi and ingest it anew.',
};

/**
 * Every way in which our code or its set-up can fail, with all that depends on it. Errors are told apart by their code,
 * never by their words; docs/errors.md is made from this table. — mã lỗi
 */
export const ERRORS = {
  usage: ofCall(
    EXIT.usage,
    { vi: 'Lệnh hoặc hàm được gọi sai cách.', en: 'A command or function was called in a wrong way.' },
    { vi: 'Xem --help của lệnh, hoặc kiểu của hàm.', en: "See the command's --help, or the function's types." },
  ),
  'ocr-language-missing': ofSetup(
    { vi: 'Thiếu hoặc hỏng dữ liệu nhận dạng tiếng Việt.', en: 'The Vietnamese OCR data is missing or damaged.' },
    {
      vi: 'Cài lại gói, hoặc sửa thư mục mà TESSDATA_PREFIX chỉ đến; ketluan doctor kiểm tra được.',
      en: 'Install the package again, or mend the folder that TESSDATA_PREFIX names; ketluan doctor checks it.',
    },
  ),
  'ocr-engine-missing': ofSetup(
    { vi: 'Máy không có Tesseract 5 với dữ liệu vie.', en: 'This machine has no Tesseract 5 with vie data.' },
    {
      vi: 'Cài Tesseract 5 cùng gói vie (Debian: tesseract-ocr tesseract-ocr-vie), hoặc bỏ --engine native.',
      en: 'Install Tesseract 5 with its vie data (Debian: tesseract-ocr tesseract-ocr-vie), or leave out --engine native.',
    },
  ),
  'ocr-failed': ofFile(
    false,
    { vi: 'Bộ nhận dạng chữ dừng giữa chừng.', en: 'The OCR engine stopped in the middle of a page.' },
    scanAgain,
  ),
  'ocr-timeout': ofFile(
    false,
    { vi: 'Nhận dạng một trang quá lâu.', en: 'Reading one page took too long.' },
    scanAgain,
  ),
  'model-missing': ofSetup(
    { vi: 'Thiếu mô hình phục hồi dấu.', en: 'The repair model is missing.' },
    { vi: 'Cài lại gói.', en: 'Install the package again.' },
  ),
  'database-unwritable': ofSetup(
    { vi: 'Không ghi được cơ sở dữ liệu.', en: 'The database cannot be written.' },
    {
      vi: 'Kiểm tra quyền ghi và chỗ trống trên đĩa, hoặc chọn nơi khác bằng --db.',
      en: 'Check write access and free space, or choose another place with --db.',
    },
  ),
  'database-locked': ofSetup(
    {
      vi: 'Cơ sở dữ liệu đang bị chương trình khác khoá, hoặc đang được tạo.',
      en: 'Another program holds the database locked, or is making it.',
    },
    {
      vi: 'Chờ lệnh ketluan khác xong, đóng chương trình đang mở tệp (xem SQLite, sao lưu), rồi chạy lại.',
      en: 'Wait for other ketluan commands, close programs that hold the file (viewers, backup), and run again.',
    },
  ),
  'database-damaged': ofSetup(
    { vi: 'Cơ sở dữ liệu hỏng.', en: 'The database is damaged.' },
    {
      vi: 'Lấy lại từ bản chỉ đọc hoặc bản sao lưu (docs/reliability.md); ketluan verify cho biết hỏng ở đâu.',
      en: 'Restore it from a published copy or a backup (docs/reliability.md); ketluan verify says what is damaged.',
    },
  ),
  'queue-unreachable': ofSetup(
    {
      vi: 'Không dùng được hàng đợi Redis (không kết nối được, sai mật khẩu hoặc Redis quá cũ).',
      en: 'The Redis queue cannot be used (no connection, a wrong password, or too old a Redis).',
    },
    {
      vi: 'Kiểm tra địa chỉ, mật khẩu và máy chủ Redis (docs/scale.md); những gì đã lưu còn nguyên.',
      en: 'Check the address, the password and the Redis server (docs/scale.md); what was stored is whole.',
    },
  ),
  'queue-mismatch': ofSetup(
    {
      vi: 'Máy đọc và máy nạp khác phiên bản chương trình, mô hình hoặc bộ nhận dạng chữ.',
      en: 'A worker and the ingesting machine differ in program, model or OCR engine.',
    },
    {
      vi: 'Cài cùng một phiên bản ketluan trên mọi máy, dùng cùng --engine, rồi chạy lại.',
      en: 'Install one version of ketluan on all machines, with the same --engine, and run again.',
    },
  ),
  'disk-full': ofSetup(
    { vi: 'Đĩa đầy.', en: 'The disk is full.' },
    {
      vi: 'Giải phóng chỗ trống rồi chạy lại lệnh; những gì đã lưu còn nguyên.',
      en: 'Free some space and run the command again; what was stored is whole.',
    },
  ),
  'database-newer': ofSetup(
    { vi: 'Cơ sở dữ liệu do phiên bản mới hơn tạo ra.', en: 'The database was made by a newer version.' },
    { vi: 'Cài phiên bản ketluan mới hơn.', en: 'Install a newer version of ketluan.' },
  ),
  'database-invalid': ofSetup(
    { vi: 'Tệp không phải cơ sở dữ liệu ketluan.', en: 'The file is not a ketluan database.' },
    { vi: 'Chọn đúng tệp bằng --db.', en: 'Name the right file with --db.' },
  ),
  'file-unreadable': ofFile(
    false,
    { vi: 'Hệ thống không cho đọc tệp hoặc thư mục.', en: 'The system would not open the file or folder.' },
    { vi: 'Kiểm tra quyền đọc, đóng chương trình đang giữ tệp.', en: 'Check its rights, close what holds it.' },
  ),
  'file-empty': ofFile(
    false,
    { vi: 'Tệp hoặc văn bản rỗng.', en: 'The file or text is empty.' },
    { vi: 'Chép lại tệp từ nơi gửi.', en: 'Copy it again from where it came.' },
  ),
  'file-unsupported': ofFile(
    false,
    { vi: 'Loại tệp chưa hỗ trợ (tệp được bỏ qua).', en: 'A kind of file that is not read (the file is skipped).' },
    { vi: 'Lưu thành PDF rồi nạp lại.', en: 'Save it as PDF and ingest that.' },
  ),
  'file-no-paper': ofFile(
    false,
    {
      vi: 'Không giống văn bản hành chính: không có phần đầu, nơi nhận, chữ ký, không giao việc cho ai, không nêu cơ quan, số văn bản nào (tệp được bỏ qua).',
      en: 'No official paper: no head, recipients or signature, work for nobody, and no body or number of a paper is named (the file is skipped).',
    },
    {
      vi: 'Nếu đúng là văn bản, nạp lại với --any-text.',
      en: 'If it is one after all, ingest it again with --any-text.',
    },
  ),
  'office-missing': ofFile(
    false,
    {
      vi: 'Loại tệp này (.rtf, .odt) chỉ đọc được khi máy có LibreOffice.',
      en: 'Files of this kind (.rtf, .odt) can be read only where LibreOffice is installed.',
    },
    {
      vi: 'Cài LibreOffice rồi chạy lại lệnh; hoặc lưu tệp thành .docx hay PDF rồi nạp.',
      en: 'Install LibreOffice and run the command again; or save the file as .docx or PDF and ingest that.',
    },
  ),
  'office-failed': ofFile(
    false,
    {
      vi: 'LibreOffice không mở được tệp, hoặc mở quá lâu nên đã bị dừng.',
      en: 'LibreOffice could not open the file, or took too long and was stopped.',
    },
    {
      vi: 'Mở tệp bằng Word, lưu thành .docx hoặc PDF rồi nạp.',
      en: 'Open the file in Word, save it as .docx or PDF and ingest that.',
    },
  ),
  'file-broken': ofFile(
    true,
    { vi: 'Tệp hỏng, hoặc không trang nào đọc được.', en: 'The file is damaged, or no page of it could be read.' },
    {
      vi: 'Mở tệp để kiểm tra, quét lại hoặc xin bản khác.',
      en: 'Open it to check it, scan it again or ask for another copy.',
    },
  ),
  'file-encrypted': ofFile(
    true,
    { vi: 'Tệp có mật khẩu.', en: 'The file is locked with a password.' },
    { vi: 'Lưu một bản không mật khẩu rồi nạp.', en: 'Save a copy without a password and ingest that.' },
  ),
  'file-classified': {
    exit: EXIT.quarantined,
    lasting: true,
    fatal: false,
    removes: true,
    when: { vi: 'Văn bản có dấu độ mật: không được nạp.', en: 'The paper bears a secrecy mark: it is not taken in.' },
    todo: {
      vi: 'Chuyển cho người phụ trách bảo vệ bí mật nhà nước.',
      en: 'Hand it to the officer in charge of state secrets.',
    },
  },
  'file-perhaps-classified': ofFile(
    true,
    {
      vi: 'Văn bản có thể có dấu độ mật, chữ đọc chưa rõ: tệp được giữ lại, chưa lưu gì.',
      en: 'The paper may bear a secrecy mark that is not clearly read: the file is held back and nothing of it is stored.',
    },
    {
      vi: 'Mở tệp để xem; nếu không mật thì nạp lại riêng tệp đó với --not-secret.',
      en: 'Open the file and look; if it is not classified, ingest it alone with --not-secret.',
    },
  ),
  'file-too-heavy': ofFile(
    true,
    {
      vi: 'Tệp cần quá nhiều thời gian, bộ nhớ hoặc quá nhiều trang để đọc an toàn.',
      en: 'The file asks for more time, memory or pages than may safely be spent on one.',
    },
    {
      vi: 'Chia nhỏ tệp hoặc quét lại; hoặc nới giới hạn (--file-minutes, --file-memory, --max-pages) và nạp lại với --retry.',
      en: 'Split it or scan it again; or widen the limits (--file-minutes, --file-memory, --max-pages) and ingest with --retry.',
    },
  ),
  'reader-died': ofFile(
    false,
    { vi: 'Bộ đọc tệp dừng đột ngột vì tệp này.', en: 'The reader of the file ended abruptly over it.' },
    {
      vi: 'Lần nạp sau sẽ thử lại một lần; nếu vẫn hỏng, lưu tệp thành PDF khác rồi nạp.',
      en: 'The next run tries it once more; if it fails again, save it as another PDF and ingest that.',
    },
  ),
  'file-set-aside': ofFile(
    true,
    {
      vi: 'Bộ đọc, hoặc cả chương trình, đã hai lần dừng đột ngột khi đọc tệp: tệp được để riêng.',
      en: 'The reader, or the whole program, ended abruptly twice over the file: it is set aside.',
    },
    {
      vi: 'Nếu do mất điện hay bị tắt: nạp lại với --retry. Nếu lại dừng ở tệp này: lưu tệp thành PDF khác rồi nạp.',
      en: 'After a power cut or a kill: ingest it with --retry. If it ends there again, save it as another PDF and ingest that.',
    },
  ),
  'image-too-large': ofFile(
    true,
    { vi: 'Ảnh quá lớn để giải nén an toàn.', en: 'The image is too large to be decoded safely.' },
    scanAgain,
  ),
  'page-picture-missing': ofCall(
    EXIT.usage,
    {
      vi: 'Không có ảnh của trang: tệp gốc đã chuyển chỗ, đã bị thay, không có ảnh trang, hoặc là văn bản mật.',
      en: 'There is no picture of the page: the original was moved or replaced, has no page image, or is classified.',
    },
    {
      vi: 'Đưa tệp về chỗ cũ hoặc nạp thư mục nơi tệp đang nằm; chữ đã đọc vẫn xem được bằng ketluan show.',
      en: 'Put the file back or ingest the folder where it lies now; its words are shown by ketluan show.',
    },
  ),
  'correction-conflict': ofCall(
    EXIT.usage,
    { vi: 'Người khác đã sửa mục này sau khi bạn xem.', en: 'Others changed the item since it was seen.' },
    { vi: 'Xem lại mục rồi sửa tiếp; chưa ghi gì.', en: 'Look at it again, then correct it; nothing was written.' },
  ),
  'correction-invalid': ofCall(
    EXIT.usage,
    { vi: 'Giá trị sửa không dùng được.', en: 'A corrected value cannot be used.' },
    { vi: 'Gõ lại theo dạng mà thông báo nêu; chưa ghi gì.', en: 'Type it as the message says; nothing was written.' },
  ),
  interrupted: ofCall(
    EXIT.interrupted,
    { vi: 'Đã dừng theo yêu cầu (Ctrl-C).', en: 'Stopped on request (Ctrl-C).' },
    { vi: 'Chạy lại cùng lệnh để làm tiếp.', en: 'Run the same command to go on.' },
  ),
  internal: ofCall(
    EXIT.internal,
    { vi: 'Lỗi của chính chương trình.', en: 'A fault of the program itself.' },
    {
      vi: 'Chạy với KETLUAN_DEBUG=1 và gửi vết lỗi (không gửi văn bản mật).',
      en: 'Run with KETLUAN_DEBUG=1 and report the trace (never a confidential paper).',
    },
  ),
} as const satisfies Readonly<Record<string, ErrorNature>>;
export type ErrorCode = keyof typeof ERRORS;
