import type { Bilingual } from '../schemas/bilingual.js';
import type { UnclaimedReason } from '../schemas/unclaimed.js';

/** Why a passage is shown although it became no task, for people. — lý do */
export const UNCLAIMED_NAMES: Readonly<Record<UnclaimedReason, Bilingual>> = {
  order: { vi: 'có câu giao việc', en: 'it orders somebody' },
  deadline: { vi: 'có nêu thời hạn', en: 'it names a time by which' },
  body: { vi: 'mở đầu bằng tên cơ quan', en: 'it begins with a body' },
  unread: { vi: 'có chữ không đọc được', en: 'print that could not be read' },
};
