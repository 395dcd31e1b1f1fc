import { PipelineError } from '../../base/errors.js';

/** What to say of a PDF without one readable page. */
export const brokenPdf = (cause?: unknown): PipelineError =>
  new PipelineError(
    'file-broken',
    {
      vi: 'Tệp PDF bị hỏng hoặc thiếu: cần một tệp PDF trọn vẹn, nhưng không đọc được trang nào.',
      en: 'The PDF is damaged or cut off: expected a whole PDF, but no page of it can be read.',
    },
    {
      vi: 'Chép lại tệp từ nơi gửi hoặc quét lại văn bản giấy.',
      en: 'Copy the file again from where it came, or scan the paper again.',
    },
    cause,
  );

/** What to say of a PDF that asks for a password. */
export const encryptedPdf = (cause: unknown): PipelineError =>
  new PipelineError(
    'file-encrypted',
    {
      vi: 'Tệp PDF có mật khẩu mở tệp: cần một tệp mở được không cần mật khẩu.',
      en: 'The PDF asks for a password to open: expected a file that opens without one.',
    },
    {
      vi: 'Mở tệp bằng mật khẩu, lưu thành bản không có mật khẩu rồi nạp lại.',
      en: 'Open it with its password, save a copy without one and ingest that.',
    },
    cause,
  );

/** What to say of a PDF that is encrypted for a certificate, or in a way that nobody here knows. */
export const lockedPdf = (cause: unknown): PipelineError =>
  new PipelineError(
    'file-encrypted',
    {
      vi: 'Tệp PDF bị khoá bằng chứng thư hoặc một cách mã hoá khác mà chương trình không mở được.',
      en: 'The PDF is locked by a certificate, or encrypted in another way that cannot be opened here.',
    },
    {
      vi: 'Mở tệp bằng phần mềm đã khoá nó, lưu thành bản không khoá rồi nạp.',
      en: 'Open it with the program that locked it, save a copy without the lock and ingest that.',
    },
    cause,
  );

/** What to say of a PDF that can be opened and has no page. */
export const noPages = (cause: unknown): PipelineError =>
  new PipelineError(
    'file-broken',
    { vi: 'Tệp PDF không có trang nào.', en: 'The PDF has no page.' },
    { vi: 'Xin lại tệp từ nơi gửi.', en: 'Ask the sender for the file again.' },
    cause,
  );
