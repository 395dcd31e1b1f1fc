import type { Reason } from './report-file.js';

/** Another command has the file in hand. */
export const IN_WORK_ELSEWHERE: Reason = {
  rule: 'in-work-elsewhere',
  message: {
    vi: 'Tệp đang được một lệnh khác nạp.',
    en: 'Another command is taking this file in.',
  },
};

/** What was written elsewhere before a paper turned out to be classified. */
export const copiesHoldIt = (copies: readonly string[]): Reason => ({
  rule: 'copies-hold-it',
  message: {
    vi: `Các bản đã ghi trước đây có thể còn văn bản này, cần huỷ hoặc ghi lại: ${copies.join(', ')}`,
    en: `Copies that were written before may hold this paper; destroy them or write them anew: ${copies.join(', ')}`,
  },
});

/** Somebody else reads the database, which keeps the old pages in its file. */
export const WORDS_REMAIN: Reason = {
  rule: 'words-remain',
  message: {
    vi: 'Chữ của văn bản còn nằm trong tệp cơ sở dữ liệu vì chương trình khác đang đọc: đóng chương trình đó rồi chạy lại lệnh này.',
    en: 'Words of the paper are still in the database file, for another program reads it: close that and run this command again.',
  },
};

/** The file has the same bytes as one that failed: it would fail as that did. */
export const copyOfFailed = (path: string): Reason => ({
  rule: 'copy-of-failed',
  message: { vi: `Giống hệt tệp ${path}, không đọc được vì:`, en: `The same bytes as ${path}, which failed:` },
});

/** The bytes lay elsewhere before, and lie there no more: the report names the place. */
export const MOVED: Reason = {
  rule: 'moved',
  message: { vi: 'Đã chuyển chỗ hoặc đổi tên: ghi đường dẫn mới.', en: 'Moved or renamed: the new path is kept.' },
};

/** What came to the place of a stored file could not be taken. */
export const OLD_STANDS: Reason = {
  rule: 'old-stands',
  message: {
    vi: 'Bản đã nạp trước đây từ đường dẫn này vẫn được giữ và tính như cũ.',
    en: 'What was stored from this path before is kept and counts as before.',
  },
};
