import { describe, expect, it } from 'vitest';
import { readAssignments } from '../../../extractors/assignments/index.js';
import type { Inheritance } from '../../../extractors/assignments/inheritance.js';
import { nameOwnSubject } from '../../../extractors/directives/own-subject.js';

const ABOVE: Inheritance = {
  bodies: [
    {
      name: 'Sở Y tế',
      role: 'lead',
      inherited: true,
      normalized: 'sở y tế',
      level: 'province',
      branch: 'state',
      confidence: null,
    },
  ],
  directs: false,
  from: 'opening',
};

const read = (text: string, hasItems: boolean) => {
  const one = nameOwnSubject(readAssignments(text, { issuedOn: null, inherited: ABOVE }), { text, at: 0, hasItems });
  const leads = one.assignments.flatMap(({ bodies }) => bodies.filter(({ role }) => role === 'lead'));
  return {
    leads: leads.map(({ name }) => name),
    handed: one.handsDown.bodies.map(({ name }) => name),
    notes: one.notes,
  };
};

describe('the subject of an item as it is written', () => {
  it.each([
    ['Các doanh nghiệp thứ cấp đang hoạt động trong cụm', 'Các doanh nghiệp thứ cấp đang hoạt động trong cụm'],
    ['Cơ quan chủ trì giải quyết thủ tục đầu tư:', 'Cơ quan chủ trì giải quyết thủ tục đầu tư'],
    ['Các chủ cơ sở là hộ gia đình (xay xát, sao chè)', 'Các chủ cơ sở là hộ gia đình'],
    ['Các đơn vị cấp nước trên địa bàn có trách nhiệm:', 'Các đơn vị cấp nước trên địa bàn'],
  ])('heading: %s', (text, name) => {
    const { leads, handed, notes } = read(text, true);
    expect(leads).toEqual([name]);
    expect(handed).toEqual([name]);
    expect(notes.map(({ rule }) => rule)).toContain('assignments/unknown-name');
  });

  it('before its duty', () => {
    expect(read('Cơ quan được lấy ý kiến có trách nhiệm trả lời bằng văn bản.', false).leads).toEqual([
      'Cơ quan được lấy ý kiến',
    ]);
  });

  it.each([
    ['Chủ bến, thuyền trưởng và người lái phà có trách nhiệm phát áo phao.', 'Chủ bến, thuyền trưởng và người lái phà'],
    ['Cơ quan thẩm tra hồ sơ (Phòng A, Phòng B) phải trả lời đúng hạn.', 'Cơ quan thẩm tra hồ sơ'],
    ['Các chủ tàu câu mực đêm có nghĩa vụ kê khai.', 'Các chủ tàu câu mực đêm'],
  ])('before what it must do: %s', (text, name) => {
    const { leads, notes } = read(text, false);
    expect(leads).toEqual([name]);
    expect(notes.map(({ rule }) => rule)).toContain('assignments/unknown-name');
  });

  it('doubts a title without a colon whose last name was cut', () => {
    const rules = (text: string, hasItems: boolean) => read(text, hasItems).notes.map(({ rule }) => rule);
    expect(rules('Các tập đoàn, các doanh nghiệp hợp lực làm chợ nổi', true)).toContain('assignments/name-cut');
    expect(rules('Các tập đoàn, các doanh nghiệp', true)).not.toContain('assignments/name-cut');
    expect(rules('Các sở, ban, ngành có trách nhiệm', true)).not.toContain('assignments/name-cut');
  });

  it.each([
    ['Báo cáo phải nêu rõ số hộ.', false, ['Sở Y tế']],
    ['Trưởng các thôn tổ chức thu gom rác, chịu trách nhiệm trước Chủ tịch.', false, ['Trưởng các thôn']],
    ['Cơ quan nào chậm thì phải giải trình.', false, ['Sở Y tế']],
    ['Tổ chức thực hiện', true, ['Sở Y tế']],
    ['Đơn vị tính: triệu đồng', true, ['Sở Y tế']],
    ['Cơ sở dữ liệu đất đai', true, ['Sở Y tế']],
    ['Rà soát, sửa chữa trạm bơm.', false, ['Sở Y tế']],
    ['Các sở, ban, ngành', true, ['Các sở, ban, ngành']],
  ])('none: %s', (text, hasItems, leads) => {
    expect(read(text, hasItems).leads).toEqual(leads);
  });
});
