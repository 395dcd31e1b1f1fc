import { LOOK_AT_SCAN, type NoteRules } from './rule-text.js';

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
  'deadlines/lunar-day': {
    level: 'review',
    message: {
      vi: 'Thời hạn “{actual}” tính theo âm lịch; chương trình giữ nguyên văn, không quy đổi ra ngày dương lịch.',
      en: 'The deadline “{actual}” is a day of the lunar calendar: it is kept as written and has no day of the solar calendar.',
    },
    advice: {
      vi: 'Tra lịch âm – dương rồi ghi ngày dương lịch bằng ketluan fix.',
      en: 'Look the day up in a lunar calendar and enter it by hand.',
    },
  },
  'deadlines/lunar-possible': {
    level: 'review',
    message: {
      vi: 'Thời hạn “{actual}” viết là “mùng” và không ghi năm: đã đọc theo dương lịch, nhưng có thể là ngày âm lịch.',
      en: 'The deadline “{actual}” is written as days of the moon often are, without a year; it was read as a day of the solar calendar.',
    },
    advice: {
      vi: 'Đọc lại văn bản; nếu là ngày âm lịch thì ghi ngày dương lịch bằng ketluan fix.',
      en: 'Read the paper again; if it is a lunar day, enter the solar one by hand.',
    },
  },
  'deadlines/year-unclear': {
    level: 'review',
    message: {
      vi: 'Thời hạn “{actual}” không ghi năm, và chưa rõ là năm nào so với ngày ban hành.',
      en: 'The deadline “{actual}” gives no year, and the issue date does not tell which one is meant.',
    },
    advice: {
      vi: 'Hỏi cơ quan ban hành hoặc xem văn bản gốc; sửa hạn bằng ketluan fix.',
      en: 'Ask the issuer or look at the paper; correct the day by hand.',
    },
  },
  'deadlines/holidays-unknown': {
    level: 'review',
    message: {
      vi: 'Thời hạn “{actual}” tính theo ngày làm việc của một năm chưa có lịch nghỉ lễ, Tết; ngày tính được có thể lệch.',
      en: 'The deadline “{actual}” counts working days of a year whose public holidays are not known yet; its day may be off.',
    },
    advice: {
      vi: 'Tính lại khi có thông báo lịch nghỉ; sửa hạn bằng ketluan fix.',
      en: 'Count anew when the holidays are announced; correct the day by hand.',
    },
  },
  'deadlines/time-dropped': {
    level: 'review',
    milder: {
      vi: 'mục còn thời hạn khác, hoặc cách viết không hẳn là hạn',
      en: 'the item has another time, or its wording does not say for sure that it is one',
    },
    message: {
      vi: 'Mốc “{actual}” không được coi là thời hạn: {reason}.',
      en: '“{actual}” was not taken for a deadline: {reason}.',
    },
    advice: {
      vi: 'Đọc lại câu; nếu là thời hạn thì sửa bằng ketluan fix.',
      en: 'Read the sentence; if it is a deadline, enter it by hand.',
    },
  },
  'deadlines/time-unread': {
    level: 'review',
    message: {
      vi: 'Mốc “{actual}” giống một ngày nhưng không đọc được, hoặc không có trong lịch.',
      en: '“{actual}” looks like a day and could not be read, or is no day of the calendar.',
    },
    advice: {
      vi: 'So với bản gốc rồi sửa hạn bằng ketluan fix.',
      en: 'Compare it with the original and enter the day by hand.',
    },
  },
  'deadlines/wording-unread': {
    level: 'review',
    milder: {
      vi: 'mục còn thời hạn khác, hoặc cách viết không hẳn là hạn',
      en: 'the item has another time, or its wording does not say for sure that it is one',
    },
    message: {
      vi: 'Cụm từ “{actual}” có thể là thời hạn hoặc chu kỳ mà chương trình chưa đọc được.',
      en: '“{actual}” may be a deadline or a rhythm in a wording that is not known.',
    },
    advice: {
      vi: 'Đọc lại câu; nếu là thời hạn thì ghi bằng ketluan fix.',
      en: 'Read the sentence; if it is a deadline, enter it by hand.',
    },
  },
  'deadlines/damaged-date': {
    level: 'review',
    message: {
      vi: 'Thời hạn “{actual}” đọc từ chữ bị lỗi.',
      en: 'The time “{actual}” was read from damaged print.',
    },
    advice: {
      vi: 'So ngày, tháng với bản quét: sai một chữ số là sai thời hạn.',
      en: 'Compare the day with the scan: one wrong digit is a wrong deadline.',
    },
  },
} as const satisfies NoteRules;
