import { COMPARE_PAGE, LOOK_AT_SCAN, type NoteRules } from './rule-text.js';

/** Rules about the times of tasks. — thời hạn */
export const DEADLINE_RULES = {
  'deadlines/day-impossible': {
    level: 'review',
    message: {
      vi: 'Thời hạn “{actual}” ghi một ngày không có trong lịch.',
      en: 'The deadline “{actual}” names a day that does not exist.',
    },
    advice: LOOK_AT_SCAN,
  },
  'deadlines/year-unclear': {
    level: 'review',
    message: {
      vi: 'Thời hạn “{actual}” không ghi năm, và chưa rõ là năm nào so với ngày ban hành.',
      en: 'The deadline “{actual}” gives no year, and the issue date does not tell which one is meant.',
    },
    advice: {
      vi: 'Hỏi cơ quan ban hành hoặc xem văn bản gốc; ghi ngày đúng vào cột sửa tay.',
      en: 'Ask the issuer or look at the paper; correct the day by hand.',
    },
  },
  'deadlines/damaged-print': {
    level: 'review',
    message: {
      vi: 'Thời hạn “{actual}” được đọc từ chữ hoặc số bị lỗi.',
      en: 'The deadline “{actual}” was read from damaged print.',
    },
    advice: COMPARE_PAGE,
  },
  'deadlines/holidays-unknown': {
    level: 'review',
    message: {
      vi: 'Thời hạn “{actual}” tính theo ngày làm việc của một năm chưa có lịch nghỉ lễ, Tết; ngày tính được có thể lệch.',
      en: 'The deadline “{actual}” counts working days of a year whose public holidays are not known yet; its day may be off.',
    },
    advice: {
      vi: 'Tính lại khi có thông báo lịch nghỉ; ghi ngày đúng vào cột sửa tay.',
      en: 'Count anew when the holidays are announced; correct the day by hand.',
    },
  },
} as const satisfies NoteRules;
