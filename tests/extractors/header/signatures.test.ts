import { describe, expect, it } from 'vitest';
import { readPanels, readSignatures } from '../../../extractors/header/signatures.js';
import type { Line } from '../../../schemas/stages.js';

const toLines = (page: number, ...texts: readonly string[]): readonly Line[] => {
  let start = 0;
  return texts.map((text) => {
    const span = { start, end: start + text.length };
    start = span.end + 1;
    return { text, span, page };
  });
};
const BOX = { left: 1, top: 1, right: 9, bottom: 9 };

describe('a panel of an e-signature', () => {
  it('is a picture where its page was read off one', () => {
    const panel = toLines(2, 'Ký bởi: Sở Thử nghiệm', 'Thời gian ký: 12/03/2025 08:15:00');
    const read = { by: 'Sở Thử nghiệm', at: '2025-03-12T08:15:00', kind: 'panel' };
    expect(readSignatures(panel)).toEqual([read]);
    expect(readSignatures(panel, (page) => page === 2)).toEqual([{ ...read, isPicture: true }]);
    expect(readSignatures(panel, (page) => page === 1)).toEqual([read]);
  });

  it('is a picture where it was read by itself, and none in an annotation', () => {
    const lines = ['Ký bởi: Sở Thử nghiệm', 'Thời gian ký: 12.03.2025 08:15:00 +07:00'];
    const read = { by: 'Sở Thử nghiệm', at: '2025-03-12T08:15:00+07:00', kind: 'panel' };
    expect(readPanels([{ lines, box: BOX }])).toEqual([{ ...read, isPicture: true }]);
    expect(readPanels([{ lines: [lines.join(' ')], box: null }])).toEqual([read]);
  });

  it.each([
    ['marks lost', ['Ky boi: Sở Thử nghiệm', 'Thoi gian ky: 12/03/2025 08:15:00']],
    ['its clock on a line of its own', ['Ký bởi: Sở Thử nghiệm', 'Thời gian ký: 12/03/2025', '08:15:00']],
    ['the name in two lines', ['Ký bởi: Sở', 'Thử nghiệm', 'Thời gian ký: 12/03/2025 08:15:00']],
    ['an office between', ['Ký bởi: Sở Thử nghiệm', 'Cơ quan: Tỉnh Lam', 'Thời gian ký: 12/03/2025 08:15:00']],
  ])('is read with %s', (_, lines) => {
    expect(readPanels([{ lines, box: null }])).toEqual([
      { by: 'Sở Thử nghiệm', at: '2025-03-12T08:15:00', kind: 'panel' },
    ]);
  });

  it('of an annotation has its lines in one, with a label or without', () => {
    const line = 'SỞ THỬ NGHIỆM thu@so.example 12.03.2025 08:15:00 +07:00';
    expect(readPanels([{ lines: [line], box: null }])).toEqual([
      { by: 'SỞ THỬ NGHIỆM', at: '2025-03-12T08:15:00+07:00', kind: 'panel' },
    ]);
  });

  it('is none without a signer or a time', () => {
    expect(readPanels([{ lines: ['Sở Thử nghiệm'], box: BOX }])).toEqual([]);
  });
});
