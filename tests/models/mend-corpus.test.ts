import { describe, expect, test } from 'vitest';
import { learnMisreadings } from '../../models/mend-corpus.js';

const repeat = (line: string, times: number): string[] => Array.from({ length: times }, () => line);

const PAPERS = [
  ...repeat('Hội đồng thẩm định hồ sơ theo quy định.', 40),
  ...repeat('Sở Văn hóa tổ chức thực hiện.', 40),
  ...repeat('Đi đôi với việc đó là đối với con người.', 40),
  ...repeat('Phòng thâm định báo cáo.', 2),
];
const TYPED = [...repeat('Hội đồng thẩm định hồ sơ.', 12), ...repeat('Sở Văn hóa nói đối với họ.', 12)];

describe('misreadings of the training text', () => {
  const mender = learnMisreadings(PAPERS, TYPED);

  test('a pair that lost its tone is put right, in its own case', () => {
    expect(mender.mendLine('Phòng thâm định; Thâm định giá; THÂM ĐỊNH.')).toBe(
      'Phòng thẩm định; Thẩm định giá; THẨM ĐỊNH.',
    );
  });

  test('a word that its other neighbour speaks for stays', () => {
    // "sơ văn" would be "Sở Văn" but for "hồ sơ", "đôi với" would be "đối với" but for "đi đôi".
    for (const line of ['Nộp hồ sơ văn bản.', 'Đi đôi với việc đó.']) expect(mender.mendLine(line)).toBe(line);
  });

  test('what people type as often stays, and so does what is rare in the papers', () => {
    const line = 'Văn phòng đa cấp.';
    const other = learnMisreadings(
      [...repeat('đã cấp phép', 40), 'đa cấp phép'],
      [...repeat('đã cấp', 12), ...repeat('đa cấp', 12)],
    );
    expect(other.mendLine(line)).toBe(line);
    expect(learnMisreadings(['thẩm định', 'thâm định'], TYPED).mendLine('thâm định')).toBe('thâm định');
  });

  test('words parted by more than a blank are no pair', () => {
    expect(mender.mendLine('thâm, định; thâm  định')).toBe('thâm, định; thâm  định');
  });
});
