import type { Bilingual } from '../../schemas/note.js';
import type { TrackerState } from '../tracker/tracker-state.js';
import type { Ground } from './as-of.js';
import { AGES, type TaskReport } from './gather-report.js';
import type { Today } from './gather-today.js';

/** The states in the order in which a report gives them; they are the tracker's own words in either language. */
export const REPORT_STATES: readonly TrackerState[] = [
  'QUÁ HẠN',
  'SẮP ĐẾN HẠN',
  'ĐANG THỰC HIỆN',
  'CẦN ĐIỀN HẠN',
  'THƯỜNG XUYÊN',
  'CHỜ ĐIỀU KIỆN',
];

/** Headings of a column of ages: "1–2 ngày", "trên 30 ngày". */
export const AGE_NAMES: readonly Bilingual[] = AGES.map(({ from, to }) =>
  to === null
    ? { vi: `trên ${from - 1} ngày`, en: `over ${from - 1} days` }
    : { vi: `${from}–${to} ngày`, en: `${from}–${to} days` },
);

export const LABELS = {
  paragraph: { vi: 'đoạn', en: 'paragraph' },
  report: { vi: 'Báo cáo tình hình nhiệm vụ', en: 'State of tasks' },
  asOf: { vi: 'Chốt đến hết ngày', en: 'At the end of' },
  today: { vi: 'Việc hôm nay', en: 'Today' },
  documents: { vi: 'Văn bản có nhiệm vụ', en: 'Documents with tasks' },
  tasks: { vi: 'Nhiệm vụ', en: 'Tasks' },
  body: { vi: 'Cơ quan chủ trì', en: 'Lead body' },
  nobody: { vi: '(chưa rõ cơ quan)', en: '(nobody named)' },
  total: { vi: 'Tổng', en: 'All' },
  oldest: { vi: 'Lâu nhất (ngày)', en: 'Oldest (days)' },
  overdueBy: { vi: 'Quá hạn theo cơ quan', en: 'Overdue by body' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  days: { vi: 'Số ngày quá hạn', en: 'Days overdue' },
  daysLeft: { vi: 'Còn (ngày)', en: 'Days left' },
  lastDay: { vi: 'Hạn cuối', en: 'Last day' },
  number: { vi: 'Số văn bản, mục', en: 'Document, item' },
  what: { vi: 'Nội dung', en: 'What' },
  soon: { vi: 'Đến hạn trong 7 ngày', en: 'Due within 7 days' },
  holes: { vi: 'Cần điền hạn', en: 'Day to be filled in' },
  waiting: { vi: 'Chờ người xử lý', en: 'Waiting for a person' },
  toReview: { vi: 'Nhiệm vụ cần xem lại', en: 'Tasks to review' },
  documentsToReview: { vi: 'Văn bản cần xem lại', en: 'Documents to review' },
  unclaimed: { vi: 'Đoạn giống giao việc, chưa thành nhiệm vụ', en: 'Passages that look like tasks' },
  suggested: { vi: 'Văn bản có số, ngày gợi ý chờ xác nhận', en: 'Documents with a suggested number or day' },
  quarantined: { vi: 'Tệp cách ly', en: 'Files in quarantine' },
  confirmed: { vi: 'Đã xác nhận', en: 'Confirmed' },
  needsReview: { vi: 'Cần xem lại', en: 'To review' },
  unreviewed: { vi: 'Chưa xem', en: 'Not looked at' },
  long: { vi: 'từ 3 ngày', en: '3 days and more' },
  severalLeads: {
    vi: 'Nhiệm vụ có nhiều cơ quan chủ trì được tính cho từng cơ quan.',
    en: 'A task with several leads counts for each of them.',
  },
  none: { vi: 'Không có.', en: 'None.' },
  more: { vi: 'việc khác', en: 'more' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A figure with its label. */
export type Figure = readonly [Bilingual, number];

const nameState = (state: TrackerState): Bilingual => ({ vi: state, en: state });

/** The figures of a report, in the order in which every form gives them. */
export const listFigures = ({ documents, tasks, states, review }: TaskReport): readonly Figure[] => [
  [LABELS.documents, documents],
  [LABELS.tasks, tasks],
  ...REPORT_STATES.map((state): Figure => [nameState(state), states[state] ?? 0]),
  [LABELS.confirmed, review.confirmed],
  [LABELS.needsReview, review['needs-review']],
  [LABELS.unreviewed, review.unreviewed],
];

/** What waits for a person on a day, in the same way. */
export const listWaiting = ({ holes, review, unclaimed, suggested, quarantined }: Today): readonly Figure[] => [
  [LABELS.holes, holes.count],
  [LABELS.toReview, review.tasks],
  [LABELS.documentsToReview, review.documents],
  [LABELS.unclaimed, unclaimed],
  [LABELS.suggested, suggested],
  [LABELS.quarantined, quarantined.count],
];

/** Sentences that tell what a report of a day rests on; what is said depends on what changed since. */
export const tellGround = ({ later, readSince, goneSince, correctedSince }: Ground): readonly Bilingual[] => [
  {
    vi: 'Tính các văn bản đã nạp và các chỉnh sửa đã ghi đến hết ngày ấy; chữ đọc được là của bản đọc hiện nay.',
    en: 'With the papers that had come in and the corrections that had been made by then; texts as they are read now.',
  },
  ...(later + correctedSince > 0
    ? [
        {
          vi: `Không tính ${later} văn bản nạp sau và ${correctedSince} chỉnh sửa ghi sau ngày ấy.`,
          en: `Without ${later} papers and ${correctedSince} corrections that came later.`,
        },
      ]
    : []),
  ...(readSince > 0
    ? [
        {
          vi: `${readSince} văn bản được đọc lại sau ngày ấy: số liệu theo bản đọc mới, có thể khác lúc đó.`,
          en: `${readSince} papers were read anew since: counted as they are read now, which may differ from then.`,
        },
      ]
    : []),
  ...(goneSince > 0
    ? [
        {
          vi: `${goneSince} văn bản đã gỡ hoặc được thay bằng bản khác sau ngày ấy: không còn trong số liệu.`,
          en: `${goneSince} papers were taken out or replaced since: they are counted no more.`,
        },
      ]
    : []),
];
