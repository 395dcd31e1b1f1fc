import { describe, expect, it } from 'vitest';
import { readAssignments } from '../../../extractors/assignments/index.js';
import { compileNames, isUsableName } from '../../../extractors/bodies/known-names.js';

const NAMES = [
  'Trại giống Ao Sen',
  'Ban Chỉ đạo xoá nhà tạm, nhà dột nát huyện Sông Vĩ',
  'Liên minh Chè Suối Mây và Bản Dốc',
  'Hội quán Tân Thuận',
  // What a slip may leave.
  'Sở Y',
  'Ủy ban nhân dân',
];
const known = compileNames(NAMES);

const read = (text: string, isTaught: boolean) => {
  const { assignments, notes } = readAssignments(text, { issuedOn: null, ...(isTaught ? { known } : {}) });
  return {
    bodies: assignments.flatMap(({ bodies }) => bodies.map(({ role, name }) => `${role}: ${name}`)),
    notes: notes.map(({ rule }) => rule),
  };
};

describe('names that people taught', () => {
  it.each([
    ['Giao Trại giống Ao Sen cung ứng giống.', ['lead: Trại giống Ao Sen'], ['lead: Trại giống Ao Sen']],
    [
      '2. Ban Chỉ đạo xoá nhà tạm, nhà dột nát huyện Sông Vĩ rà soát các hộ.',
      ['lead: Ban Chỉ đạo'],
      ['lead: Ban Chỉ đạo xoá nhà tạm, nhà dột nát huyện Sông Vĩ'],
    ],
    [
      'Giao Sở Công Thương phối hợp Liên minh Chè Suối Mây và Bản Dốc, Sở Y tế tổ chức hội chợ.',
      ['lead: Sở Công Thương'],
      ['lead: Sở Công Thương', 'coordinating: Liên minh Chè Suối Mây và Bản Dốc', 'coordinating: Sở Y tế'],
    ],
    [
      '3. Hội quán Tân Thuận lo việc mở lớp.',
      ['lead: Hội quán Tân Thuận lo việc'],
      ['lead: Hội quán Tân Thuận'],
      'assignments/name-cut',
    ],
  ])('are read whole in “%s”', (text, before, after, doubt?: string) => {
    expect(read(text, false).bodies).toEqual(before);
    const taught = read(text, true);
    expect(taught.bodies).toEqual(after);
    // A verb that no list knows may be part of the name all the same.
    expect(taught.notes).toEqual(doubt === undefined ? [] : [doubt]);
  });

  it.each([
    // A longer certain reading stands, whatever was taught.
    'Sở Y tế tỉnh Lam Trà kiểm tra.',
    'Giao Ủy ban nhân dân các xã, phường rà soát.',
    // Nobody is told here.
    'Nông dân ở Hội quán Tân Thuận đã làm tốt.',
    'Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính thẩm định.',
  ])('change nothing in “%s”', (text) => {
    expect(read(text, true)).toEqual(read(text, false));
  });

  it('must be more than a head, begin with a capital, and be one name', () => {
    const unusable = [
      'Sở',
      'Trung tâm',
      'UBND',
      'Văn phòng',
      'Ban Chỉ đạo',
      'các sở',
      'Giao Sở Y tế',
      'Sở A; Sở B',
      '',
    ];
    expect(unusable.filter(isUsableName)).toEqual([]);
    expect(['Sở Y tế', 'Trại giống Ao Sen', 'Ban Chỉ đạo 35'].filter(isUsableName)).toHaveLength(3);
    expect(compileNames(unusable)).toBeUndefined();
    expect(compileNames([])).toBeUndefined();
  });
});
