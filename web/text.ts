import type { Role } from '../output/access/access.js';
import type { TrackerState } from '../output/tracker/tracker-state.js';
import { Bilingual } from '../schemas/bilingual.js';

/** A sentence in both languages, in what is answered. */
export const Sentence = Bilingual.unwrap();

/** What the states are called in running text; their colours are in the stylesheet under `tone`. — trạng thái */
export const STATES: readonly {
  readonly state: TrackerState;
  readonly name: Bilingual;
  readonly tone: 'late' | 'soon' | 'going' | 'hole' | 'always' | 'waits';
}[] = [
  { state: 'QUÁ HẠN', name: { vi: 'Quá hạn', en: 'Overdue' }, tone: 'late' },
  { state: 'SẮP ĐẾN HẠN', name: { vi: 'Sắp đến hạn', en: 'Due soon' }, tone: 'soon' },
  { state: 'ĐANG THỰC HIỆN', name: { vi: 'Đang thực hiện', en: 'Under way' }, tone: 'going' },
  { state: 'CẦN ĐIỀN HẠN', name: { vi: 'Cần điền hạn', en: 'Day missing' }, tone: 'hole' },
  { state: 'THƯỜNG XUYÊN', name: { vi: 'Thường xuyên', en: 'Continuous' }, tone: 'always' },
  { state: 'CHỜ ĐIỀU KIỆN', name: { vi: 'Chờ điều kiện', en: 'Waiting' }, tone: 'waits' },
];

/** The screens, in the order in which a day goes. */
export const SCREENS = [
  { path: '/', name: { vi: 'Hôm nay', en: 'Today' }, key: '1', role: 'reader' },
  { path: '/tim', name: { vi: 'Tìm', en: 'Search' }, key: '2', role: 'reader' },
  { path: '/ra-soat', name: { vi: 'Rà soát', en: 'Review' }, key: '3', role: 'reviewer' },
  { path: '/nap', name: { vi: 'Nạp', en: 'Take in' }, key: '4', role: 'admin' },
  { path: '/quan-tri', name: { vi: 'Quản trị', en: 'Manage' }, key: '5', role: 'admin' },
] as const satisfies readonly {
  readonly path: string;
  readonly name: Bilingual;
  readonly key: string;
  readonly role: Role;
}[];
