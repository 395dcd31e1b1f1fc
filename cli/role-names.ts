import type { BodyRole } from '../schemas/directive.js';
import type { Bilingual } from '../schemas/note.js';

/** What people call the part of a body in a task. — vai trò */
export const ROLE_NAMES: Readonly<Record<BodyRole, Bilingual>> = {
  lead: { vi: 'Chủ trì', en: 'Lead' },
  executing: { vi: 'Thực hiện', en: 'Executing' },
  coordinating: { vi: 'Phối hợp', en: 'Coordinating' },
  receiving: { vi: 'Nhận báo cáo', en: 'Receiving' },
};
