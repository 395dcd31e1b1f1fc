import { describe, expect, it } from 'vitest';
import type { DroppedTime } from '../../../extractors/contract.js';
import { findDeadlines } from '../../../extractors/deadlines/index.js';
import { noteDropped } from '../../../extractors/deadlines/note-dropped.js';
import { noteDamagedTimes } from '../../../extractors/deadlines/read-from-damage.js';
import { noteUnreadTimes } from '../../../extractors/deadlines/unread-times.js';

const issuedOn = '2026-07-10';
const read = (text: string) => {
  const dropped: DroppedTime[] = [];
  const found = findDeadlines(text, { issuedOn, onDrop: (one) => dropped.push(one) });
  return { found, dropped };
};

describe('times that are in doubt', () => {
  it.each<[string, string[]]>([
    ['Giao Sở Y tế hoàn thành trudc ngay 30/8/2026.', ['trudc ngay 30/8/2026']],
    ['Giao Sở Y tế hoàn thành trước ngày 30/8/2026.', []],
    ['Cắm biển cấm ngay trong ngày 12/9/2026.', []],
    ['Rà soát xong trong quý IV/2026.', []],
  ])('read from damaged print: %s', (text, damaged) => {
    expect(noteDamagedTimes(text, read(text).found).map((note) => note.actual)).toEqual(damaged);
  });

  it.each<[string, string[]]>([
    ['Nộp hồ sơ trudc ngày 25/8/2026.', ['damaged-date']],
    ['Ban hành kế hoạch (frong tháng 8/2026).', ['damaged-date']],
    ['Ban hành kế hoạch (rong tháng 8/2026).', ['damaged-date']],
    ['Nộp hồ sơ trước ngày 2S/8/2026.', ['damaged-date']],
    ['Nộp hồ sơ trước ngày 2O/8/2026.', ['damaged-date']],
    ['Nộp hồ sơ trước ngày l5/8/2026.', ['damaged-date']],
    ['Nộp hồ sơ trước ngày 2 5/8/2026.', ['damaged-date']],
    ['Nộp hồ sơ trước ngày 25/8/202 6.', ['damaged-date']],
    ['Trình đề án trong quý lV/2026.', ['damaged-date']],
    ['Hoàn thành đên hêt ngày 15/10/2026.', ['damaged-date']],
    ['Trình đề án trong quý IV/2026.', []],
    ['Trình đề án trong quý II năm 2027.', []],
    ['Hoàn thành T9/2026.', []],
    ['Gửi báo cáo trước 11h30 ngày 25/8/2026.', []],
    ['Gửi báo cáo trước 16 giờ 30 phút, thứ Sáu, ngày 28/8/2026.', []],
    ['hoan thanh truoc ngay 30/6/2026, bao cao Tinh uy', []],
    ['TRƯỚC NGÀY 25/8/2026', []],
    ['Giải tỏa lô O1, lô S5 trước ngày 30/6/2026.', []],
    ['Trình HĐND tỉnh tại kỳ họp cuối năm.', []],
  ])('of letters or figures that are damaged: %s', (text, rules) => {
    expect(noteDamagedTimes(text, read(text).found).map((note) => note.rule.split('/')[1])).toEqual(rules);
  });

  it.each<[string, number]>([
    ['Gửi danh sách trước ngày B5/7/2026.', 1],
    ['Gửi danh sách trước ngày 2S/7/2026.', 0],
    ['Gửi danh sách trước ngày 25/7/2026.', 0],
    ['Theo Công văn số 15/SYT ngày 02/7/2026.', 0],
    ['Nội dung tại khoản 31/4 của quy chế.', 0],
  ])('not read at all: %s', (text, notes) => {
    expect(noteUnreadTimes(text, read(text).found)).toHaveLength(notes);
  });

  it.each<[string, string[]]>([
    // The only time, with a boundary of deadlines, past and without a work: a person should look.
    ['Các khoản nợ phát sinh trước ngày 30/6/2024 được theo dõi riêng.', ['review']],
    ['Xây dựng nông thôn mới, tầm nhìn đến năm 2050.', ['info']],
    ['Hoàn thành trước ngày 30/8/2026.', []],
    ['Theo kế hoạch năm 2026.', []],
  ])('dropped: %s', (text, levels) => {
    const { found, dropped } = read(text);
    expect(noteDropped(dropped, found).map((note) => note.level)).toEqual(levels);
    for (const one of dropped) expect(text.slice(one.span.start, one.span.end)).toBe(one.text);
  });
});
