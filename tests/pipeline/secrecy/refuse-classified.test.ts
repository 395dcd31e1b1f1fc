import { describe, expect, it } from 'vitest';
import { findSecrecyMark } from '../../../pipeline/secrecy/find-mark.js';
import { refuseClassified } from '../../../pipeline/secrecy/refuse-classified.js';

const page = (text: string) => ({
  number: 1,
  text,
  origin: 'plain' as const,
  reason: 'plain-utf-8',
  quality: 'good' as const,
  words: [],
  confidence: null,
  imageSize: null,
});

describe('secrecy mark', () => {
  it.each([
    ['on a line of its own', 'HUYỆN UỶ AN PHÚ\nSố 05-KL/HU\n\nMẬT\n\nKẾT LUẬN', 'MẬT'],
    ['top secret', 'Số 05-KL/HU\n   TỐI MẬT\nKẾT LUẬN', 'TỐI MẬT'],
    ['most secret', 'TUYỆT MẬT\nKẾT LUẬN', 'TUYỆT MẬT'],
    ['in a column', 'Số 05-KL/HU\tAn Phú, ngày 02 tháng 3 năm 2023\nMẬT\t\nKẾT LUẬN', 'MẬT'],
    ['beside the place and date', 'TỐI MẬT      An Phú, ngày 02 tháng 3 năm 2023\nKẾT LUẬN', 'TỐI MẬT'],
    ['behind the number', 'Số 05-KL/HU  MẬT\nKẾT LUẬN', 'MẬT'],
    ['in a frame', '| MẬT |\nKẾT LUẬN', 'MẬT'],
    ['spaced out', 'T U Y Ệ T   M Ậ T\nKẾT LUẬN', 'TUYỆT MẬT'],
    ['read without marks', 'TUYET MAT\nKET LUAN', 'TUYỆT MẬT'],
    ['misread', 'MÂT\nKẾT LUẬN', 'MẬT'],
    ['named', 'Độ mật: Tối mật\nKẾT LUẬN', 'TỐI MẬT'],
  ])('%s', (_, text, mark) => {
    expect(findSecrecyMark(text)?.mark).toBe(mark);
  });

  it.each([
    ['a title about secrecy', 'KẾT LUẬN\nvề công tác bảo vệ bí mật nhà nước'],
    ['a title in capitals', 'QUY ĐỊNH\nVỀ BẢO VỆ BÍ MẬT\nNHÀ NƯỚC'],
    ['a sentence', 'Các cơ quan giữ bí mật, không để lộ tài liệu mật.'],
    ['a word in small letters', 'Hoa cho nhiều\nmật\nmặt'],
    ['the Front', 'MẶT TRẬN TỔ QUỐC'],
    [
      'far below the header',
      `${'Giao các cơ quan thực hiện.\n'.repeat(30)}MẬT\n${'Giao các cơ quan thực hiện.\n'.repeat(9)}`,
    ],
  ])('is not %s', (_, text) => {
    expect(findSecrecyMark(text)).toBeUndefined();
  });

  it('stops the document without a word of its text', () => {
    const refuse = () => refuseClassified([page('Số 05-KL/HU\nMẬT\nKẾT LUẬN\nvề việc riêng')]);
    expect(refuse).toThrowError(expect.objectContaining({ name: 'PipelineError', code: 'file-classified' }));
    expect(refuse).not.toThrowError(/việc riêng/u);
  });

  it('lets any other document pass', () => {
    expect(() => refuseClassified([page('Số 05-KL/HU\nKẾT LUẬN')])).not.toThrow();
  });
});
