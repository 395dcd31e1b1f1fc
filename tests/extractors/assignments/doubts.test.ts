import { describe, expect, it } from 'vitest';
import { readAssignments } from '../../../extractors/assignments/index.js';
import type { Inheritance } from '../../../extractors/assignments/inheritance.js';

const above: Inheritance = readAssignments('Sở Nội vụ:', { issuedOn: null }).handsDown;
const NAME_CUT = 'assignments/name-cut';
const OWN_SUBJECT = 'assignments/own-subject';

describe('doubts about who does it', () => {
  it.each<[string, string[]]>([
    // Taken as it is written, with a note of its own.
    ['Ban Gác đền Cửa Ngàn mở sổ ghi công đức.', []],
    ['Nhóm xung kích thôn chủ trì rà soát hồ sơ.', [OWN_SUBJECT]],
    ['Rà soát biên chế.', []],
    ['Trong quá trình thực hiện, chủ trì rà soát hồ sơ.', []],
    ['Đề án vị trí việc làm Khối Đảng trình trong quý IV.', []],
  ])('under a lead-in: %s', (text, rules) => {
    const { notes } = readAssignments(text, { issuedOn: null, inherited: above });
    expect(notes.map((note) => note.rule).filter((rule) => [NAME_CUT, OWN_SUBJECT].includes(rule))).toEqual(rules);
  });

  it.each<[string, string[]]>([
    ['Giao Sở Xây dựng chủ trì lập quy hoạch.', []],
    ['Giao Sở Tài chính 02 ngày báo cáo một lần.', []],
    ['Trình Thủ tướng Chính phủ Đề án sắp xếp.', []],
  ])('of its own: %s', (text, rules) => {
    const { notes } = readAssignments(text, { issuedOn: null });
    expect(notes.map((note) => note.rule).filter((rule) => rule === NAME_CUT)).toEqual(rules);
  });
});
