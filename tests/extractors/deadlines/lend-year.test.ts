import { describe, expect, it } from 'vitest';
import { readDeadlines } from '../../../extractors/deadlines/lend-year.js';

const read = (text: string, issuedOn: string | null, heldOn: string | null) =>
  readDeadlines(text, { issuedOn, heldOn }).map(({ kind, due, inferred }) => ({ kind, due, inferred }));

describe('readDeadlines', () => {
  it('takes a missing year from the meeting when the issue date is blank', () => {
    expect(read('Gửi danh sách trước ngày 15/5.', null, '2023-04-20')).toEqual([
      { kind: 'date', due: '2023-05-15', inferred: true },
    ]);
  });

  it('prefers the issue date', () => {
    expect(read('Gửi danh sách trước ngày 15/01.', '2023-12-28', '2023-01-05')).toEqual([
      { kind: 'date', due: '2024-01-15', inferred: true },
    ]);
  });

  it('never counts days from the meeting where they count from the signing', () => {
    expect(read('Báo cáo trong thời hạn 15 ngày kể từ ngày ký.', null, '2023-04-20')).toEqual([
      { kind: 'relative', due: null, inferred: false },
    ]);
  });

  it('makes nothing up when both are unknown', () => {
    expect(read('Gửi danh sách trước ngày 15/5.', null, null)).toEqual([{ kind: 'date', due: null, inferred: false }]);
  });
});
