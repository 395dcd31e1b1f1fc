import type { FileReport } from '../pipeline/run-batch.js';
import type { Bilingual } from '../schemas/note.js';

/** What a file came to, in words for people. */
export const RESULT_NAMES: Readonly<Record<FileReport['result'], Bilingual>> = {
  stored: { vi: 'đã lưu', en: 'stored' },
  'needs-review': { vi: 'đã lưu, cần xem lại', en: 'stored, needs review' },
  duplicate: { vi: 'trùng', en: 'duplicate' },
  known: { vi: 'đã có từ trước', en: 'already stored' },
  quarantined: { vi: 'cách ly', en: 'quarantined' },
  skipped: { vi: 'bỏ qua', en: 'skipped' },
};
