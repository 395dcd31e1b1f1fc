import { describe, expect, it } from 'vitest';
import { findBodies } from '../../../extractors/bodies/index.js';
import { mendTokens } from '../../../extractors/bodies/mend-tokens.js';
import { readTokens } from '../../../language/writing/tokens.js';

const mendKeys = (text: string): string =>
  mendTokens(readTokens(text))
    .map((token) => token.key)
    .join(' ');

describe('mendTokens', () => {
  it.each([
    ['marks lost', 'Uy ban nhan dan tinh', 'ủy ban nhân dân tỉnh'],
    ['one mark wrong', 'Sở Tái chính', 'sở tài chính'],
    ['one letter wrong', 'Ban Tuyén giáo Tỉnh ủy', 'ban tuyên giáo tỉnh ủy'],
    ['a head misread', 'Sớ Xây dựng', 'sở xây dựng'],
    ['a field misread', 'Sở Nông nghiệp và Mỏi trường', 'sở nông nghiệp và môi trường'],
    ['two words without marks', 'Văn phòng Tinh uy', 'văn phòng tỉnh ủy'],
    ['a word typed twice', 'Hội Cựu chiến chiến xã', 'hội cựu chiến binh xã'],
    ['a word typed twice in a longer name', 'Viện kiểm sát nhân nhân tỉnh', 'viện kiểm sát nhân dân tỉnh'],
  ])('reads %s', (_name, text, expected) => {
    expect(mendKeys(text)).toBe(expected);
  });

  it.each([
    ['a place that sounds like the Government', 'xã Chính Phú'],
    ['a name that is whole', 'Sở Công Thương trực tiếp kiểm tra'],
    ['another office', 'Thứ trưởng Trần Văn Bình'],
    ['another association', 'Liên đoàn Bóng đá'],
    ['small letters', 'cái sổ tài chính'],
  ])('leaves %s', (_name, text) => {
    const tokens = readTokens(text);
    expect(mendTokens(tokens)).toBe(tokens);
  });

  it('shows the name as printed, compares it as mended, and is less sure', () => {
    expect(findBodies('Giao Sở Tái chính thẩm định', { issuedOn: null })).toEqual([
      {
        name: 'Sở Tái chính',
        span: { start: 5, end: 17 },
        normalized: 'sở tài chính',
        level: 'province',
        branch: 'state',
        form: 'body',
        confidence: 0.7,
      },
    ]);
  });
});
