import { describe, expect, it } from 'vitest';
import { normalizeName, readGlossary } from '../../../extractors/bodies/abbreviations.js';

describe('readGlossary', () => {
  it.each([
    ['initials in brackets', 'xây dựng nông thôn mới (NTM) bền vững', [['ntm', 'nông thôn mới']]],
    ['initials with hyphens', 'phát triển kinh tế - xã hội (KTXH)', [['ktxh', 'kinh tế xã hội']]],
    ['letters that are not the initials', 'khu công nghiệp tập trung (ABC)', []],
    [
      'a short name told by a formula',
      'Ban Chỉ đạo phát triển du lịch cộng đồng xã (sau đây gọi tắt là Ban Chỉ đạo)',
      [['ban chỉ đạo', 'ban chỉ đạo phát triển du lịch cộng đồng xã']],
    ],
    [
      'written short',
      'Ban Chỉ đạo chuyển đổi số huyện (viết tắt: Ban Chỉ đạo)',
      [['ban chỉ đạo', 'ban chỉ đạo chuyển đổi số huyện']],
    ],
    ['a bracket that explains', 'chủ đầu tư (Công ty cổ phần Sông Mây)', []],
    ['a short name that the long one does not hold', 'Trung tâm hỗ trợ (gọi tắt là Ban Chỉ đạo)', []],
  ])('%s', (_name, text, expected) => {
    expect([...readGlossary(text)]).toEqual(expected);
  });

  it('stays linear on brackets without end', () => {
    expect(readGlossary('(gọi tắt là '.repeat(20_000)).size).toBe(0);
  });
});

describe('normalizeName', () => {
  it.each([
    ['UBND  Tỉnh', 'ủy ban nhân dân tỉnh'],
    ['Uỷ ban Nhân dân tỉnh', 'ủy ban nhân dân tỉnh'],
    ['BTV Huyện uỷ', 'ban thường vụ huyện ủy'],
    ['Sở NN&PTNT', 'sở nông nghiệp và phát triển nông thôn'],
    ['Sở LĐ-TB&XH', 'sở lao động - thương binh và xã hội'],
    ['UBND TP. Hoà Sơn', 'ủy ban nhân dân thành phố hòa sơn'],
    ['UBMTTQ tỉnh', 'ủy ban mặt trận tổ quốc tỉnh'],
    ['Quý Châu', 'quý châu'],
    ['BQL KKT', 'ban quản lý khu kinh tế'],
    ['Sở Kế hoạch - Đầu tư', 'sở kế hoạch và đầu tư'],
    ['Sở Kế hoạch—Đầu tư', 'sở kế hoạch và đầu tư'],
    ['Sở Kế hoạch & Đầu tư', 'sở kế hoạch và đầu tư'],
    ['Sở KH và ĐT', 'sở kế hoạch và đầu tư'],
    ['Sở Kế hoạch và Đầu tư', 'sở kế hoạch và đầu tư'],
    ['Sở Lao động – Thương binh – Xã hội', 'sở lao động - thương binh và xã hội'],
    ['Sở Lao động, Thương binh và Xã hội', 'sở lao động - thương binh và xã hội'],
    ['Sở Văn hóa − Thể thao − Du lịch', 'sở văn hóa, thể thao và du lịch'],
    // What is no known field keeps its words; only its dashes are alike.
    ['Ban Quản lý rừng Mây Ngàn–Đá Trắng', 'ban quản lý rừng mây ngàn - đá trắng'],
    ['Kế hoạch, Đầu tư', 'kế hoạch, đầu tư'],
    ['Ban QLDA số 3-7', 'ban quản lý dự án số 3-7'],
  ])('%s', (name, expected) => {
    expect(normalizeName(name)).toBe(expected);
  });

  it('puts what the document defines before the usual', () => {
    const glossary = new Map([['bcđ', 'ban chỉ đạo chuyển đổi số tỉnh']]);
    expect(normalizeName('BCĐ', glossary)).toBe('ban chỉ đạo chuyển đổi số tỉnh');
    expect(normalizeName('BCĐ')).toBe('ban chỉ đạo');
  });
});
