import { PipelineError } from '../../base/errors.js';

/** The file is no whole Word file: a part is missing, cut off or not what it says. `what` names the part. */
export const brokenWord = (what: string, cause?: unknown): PipelineError =>
  new PipelineError(
    'file-broken',
    {
      vi: `Tệp Word hỏng hoặc bị thiếu phần cuối (${what}): cần một tệp .docx nguyên vẹn.`,
      en: `The Word file is damaged or cut off (${what}): expected a whole .docx file.`,
    },
    {
      vi: 'Mở bằng Word, cho sửa tệp nếu Word đề nghị, lưu lại rồi nạp; hoặc xin bản khác.',
      en: 'Open it in Word, let Word mend it, save it and ingest that; or ask for another copy.',
    },
    cause,
  );

/** A Word file under a password. */
export const encryptedWord = (): PipelineError =>
  new PipelineError(
    'file-encrypted',
    { vi: 'Tệp Word có mật khẩu mở nên không đọc được.', en: 'The Word file is locked with a password.' },
    {
      vi: 'Mở bằng Word, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ tài liệu), lưu lại rồi nạp.',
      en: 'Open it in Word, take the password off (File → Info → Protect Document), save it and ingest that.',
    },
  );

/** The file would unfold to more than any paper needs: `what` says of which measure there is how much too much. */
export const heavyWord = (what: { readonly vi: string; readonly en: string }): PipelineError =>
  new PipelineError(
    'file-too-heavy',
    {
      vi: `Tệp Word không đọc được một cách an toàn: ${what.vi}.`,
      en: `The Word file cannot be read safely: ${what.en}.`,
    },
    {
      vi: 'Mở bằng Word để kiểm tra, chép phần chữ sang tệp mới rồi nạp.',
      en: 'Open it in Word to check it, copy its text into a new file and ingest that.',
    },
  );
