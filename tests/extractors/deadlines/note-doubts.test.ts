import { describe, expect, it } from 'vitest';
import { readDeadlines } from '../../../extractors/deadlines/lend-year.js';
import { noteDoubts } from '../../../extractors/deadlines/note-doubts.js';

const ISSUED = '2026-05-10';
const notesOf = (text: string, issuedOn: string | null = ISSUED): readonly string[] =>
  noteDoubts(readDeadlines(text, { issuedOn, heldOn: null }), issuedOn).map(({ rule }) => rule.split('/')[1] ?? '');

describe('noteDoubts', () => {
  it.each([
    // a day that does not exist, however it is printed
    ['Nộp hồ sơ trước ngày 31/9/2026.', ['day-impossible']],
    ['Nộp hồ sơ trước ngày 30 tháng 02 năm 2027.', ['day-impossible']],
    ['Nộp hồ sơ xong trước 31/11.', ['day-impossible']],
    ['Nộp hồ sơ trước ngày 29/02/2027.', ['day-impossible']],
    ['Trình phương án trước ngày 31 tháng sau.', ['day-impossible']],
    ['Gửi báo cáo trước ngày 31/6 hằng năm.', ['day-impossible']],
    ['Nộp hồ sơ trước ngày 31/10/2026.', []],
    ['Nộp hồ sơ trước ngày 29/02/2028.', []],
    ['Nộp hồ sơ trước ngày 30/11.', []],
    // a year that cannot be told
    ['Nộp hồ sơ trước ngày 10/5.', ['year-unclear']],
    ['Nộp hồ sơ chậm nhất ngày 10 tháng 5.', ['year-unclear']],
    ['Nộp hồ sơ trước ngày 05/5.', ['year-unclear']],
    ['Nộp hồ sơ trước ngày 10/5/2026.', []],
    ['Nộp hồ sơ trước ngày 11/5.', []],
    ['Nộp hồ sơ trước ngày 15/01.', []],
    ['Nộp báo cáo năm trước ngày 05/5.', []],
    // working days of a year whose holidays are not known
    ['Trả lời trong 05 ngày làm việc kể từ ngày 28/12/2030.', ['holidays-unknown']],
    ['Trả lời trong 05 ngày làm việc kể từ ngày ký.', []],
    ['Trả lời trong 05 ngày kể từ ngày 28/12/2030.', []],
  ])('%s', (text, rules) => {
    expect(notesOf(text)).toEqual(rules);
  });

  it('finds nothing doubtful in a day without a year where no day lends one', () => {
    expect(notesOf('Nộp hồ sơ trước ngày 10/5.', null)).toEqual([]);
    expect(notesOf('Nộp hồ sơ trước ngày 31/4.', null)).toEqual(['day-impossible']);
  });

  it('quotes the deadline', () => {
    const [note] = noteDoubts(readDeadlines('Xong trước ngày 31/4/2027.', { issuedOn: ISSUED, heldOn: null }), ISSUED);
    expect(note).toEqual({
      level: 'review',
      rule: 'deadlines/day-impossible',
      actual: 'trước ngày 31/4/2027',
      message: {
        vi: 'Thời hạn “trước ngày 31/4/2027” ghi một ngày không có trong lịch.',
        en: 'The deadline “trước ngày 31/4/2027” names a day that does not exist.',
      },
    });
  });
});
