import { ORDINAL, readOrdinal } from '../../language/printed/numerals.js';
import { findPrintedDates } from '../../language/printed/printed-date.js';
import { sentenceAround } from '../../language/writing/clauses.js';
import { wordPattern } from '../../language/writing/patterns.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { IsoDate } from '../../schemas/span.js';
import { toIssueDay } from './issue-day.js';

/** Day and ordinal of the meeting that the opening tells of. — ngày họp, hội nghị lần thứ … */
export interface Meeting {
  readonly heldOn: IsoDate | null;
  readonly meetingNumber: string | null;
}

// With marks: "họp" is a meeting, "hợp" is in "phối hợp".
const MEETING = wordPattern(
  'họp|hội nghị|phiên họp|kỳ họp|làm việc|chủ trì|giao ban|cho ý kiến|xem xét|thảo luận|nghe|kết luận|kiểm tra|khảo sát',
  'iu',
);
// "Báo cáo số 31-BC/TU, ngày 18/9/2025", "Kế hoạch ngày 3/4/2020 của …": dates of cited documents.
const CITED =
  /(?:\bso\s+[^\s\d]*\d\S*[^.;]{0,40}|\b(?:nghi quyet|ket luan|bao cao|to trinh|ke hoach|quyet dinh|cong van|de an|nghi dinh|luat|chi thi|thong bao)\s*|\b(?:truoc|den|cham nhat|muon nhat|ky|ke tu|het|hieu luc(?: tu)?|don (?:[^.;,]{0,30} )?de|don)\s*)$/u;

// "- Căn cứ Quy chế làm việc số 03-QC/TU, ngày …": legal grounds tell of no meeting.
const GROUNDS = /(?:^|\n)(?:[^\S\n]|[*•+-])*can cu [^\n]*$/u;

/** Longer sentences are followed no further. */
const REACH = 800;

const readHeldOn = (text: string): IsoDate | null => {
  const folded = foldChars(text);
  for (const date of findPrintedDates(text)) {
    const { start } = date.span;
    if (!folded.startsWith('ng', start) || GROUNDS.test(folded.slice(0, start))) continue;
    const before = folded.slice(Math.max(0, start - 90), start);
    if (
      CITED.test(before) &&
      !/(?:cuoc hop|hoi nghi|phien hop|buoi lam viec|lam viec|ky hop)[^.;]{0,60}$/u.test(before)
    )
      continue;
    const from = Math.max(text.lastIndexOf('\n', start) + 1, start - REACH);
    if (!MEETING.test(sentenceAround(text.slice(from, start + REACH), start - from))) continue;
    // "ngày 12 và 13/9/2023": the day on which it began
    const day = toIssueDay({ ...date, day: date.firstDay ?? date.day });
    if (day !== null) return day;
  }
  return null;
};

const MEETING_NUMBER = new RegExp(`\\b(?:hoi nghi|phien hop|ky hop)\\b[^.;:]{0,60}?\\blan thu\\s+(${ORDINAL})\\b`, 'u');

const readMeetingNumber = (folded: string): string | null => {
  const match = MEETING_NUMBER.exec(folded);
  // "Nghị quyết Đại hội lần thứ XIX" is a congress, not this meeting.
  if (match === null || /dai hoi/u.test(match[0])) return null;
  const ordinal = readOrdinal(match[1] ?? '');
  return ordinal > 0 ? String(ordinal) : null;
};

/** Reads the meeting from the opening paragraphs, and from title and abstract where the opening does not tell. */
export const readMeeting = (opening: string, title: string): Meeting => ({
  heldOn: readHeldOn(opening) ?? readHeldOn(title),
  meetingNumber: readMeetingNumber(foldChars(opening)) ?? readMeetingNumber(foldChars(title)),
});
