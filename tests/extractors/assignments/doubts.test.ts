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

  it.each<[string, boolean]>([
    ['Thường trực Tỉnh ủy sẽ có ý kiến sau.', true],
    ['Việc bổ sung vốn: Ban Thường vụ Đảng ủy sẽ xem xét tại phiên họp sau.', true],
    ['Phó Chủ tịch UBND tỉnh sẽ đi kiểm tra hiện trường; Sở Xây dựng chuẩn bị nội dung.', true],
    ['Thường trực HĐND phường sẽ tổ chức giám sát trong quý III.', true],
    ['Sở Xây dựng sẽ chủ trì thẩm định hồ sơ.', false],
    ['Chủ tịch UBND các xã sẽ kiểm tra từng hộ.', false],
    ['Chủ tịch UBND xã Tân An sẽ chịu trách nhiệm nếu để xảy ra cháy rừng.', false],
    ['Phó Chủ tịch UBND tỉnh chỉ đạo Sở Y tế rà soát.', false],
  ])('what the author says it will do itself: %s', (text, isDoubted) => {
    const { notes } = readAssignments(text, { issuedOn: null });
    expect(notes.some(({ rule }) => rule === 'directives/task-doubtful')).toBe(isDoubted);
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
