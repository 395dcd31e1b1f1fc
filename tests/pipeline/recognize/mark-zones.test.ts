import { describe, expect, it } from 'vitest';
import { markZones } from '../../../pipeline/recognize/mark-zones.js';
import type { InkBlock } from '../../../schemas/ink-block.js';

const box = { left: 10, top: 10, right: 60, bottom: 30 };
const block = (...texts: readonly string[]): InkBlock => ({
  box,
  shape: 'plain',
  place: 'head',
  isColoured: true,
  readings: texts.map((text, i) => ({ text, confidence: 0.9 - i / 10 })),
});
const ZONES = { number: box, gaps: [] };

describe('what stamps say beside secrecy', () => {
  it('stands in the zones of their page', () => {
    expect(markZones(ZONES, [block('HỎA TỐC')], [])).toEqual({ ...ZONES, urgency: { mark: 'Hỏa tốc', box } });
    expect(markZones(undefined, [block('HỎA TỐC')], [])).toEqual({ gaps: [], urgency: { mark: 'Hỏa tốc', box } });
  });

  it('is a panel where it bears a signer or a clock, by its surest reading that does', () => {
    const panel = ['Ky bởi: Sở Thử nghiệm', 'Thời gian ký: 12/03/2025 08:15:00'];
    expect(markZones(undefined, [block('Kf hót Sờ', panel.join('\n'), 'Ký bởi: S')], [])).toEqual({
      gaps: [],
      panels: [{ lines: panel, box }],
    });
  });

  it('is a panel without a picture in an annotation', () => {
    const text = 'Ký bởi: Sở Thử nghiệm Thời gian ký: 12/03/2025 08:15:00';
    expect(markZones(ZONES, [], ['217', text])).toEqual({ ...ZONES, panels: [{ lines: [text], box: null }] });
  });

  it('is the urgency of an annotation, also beside a text layer, which shows its panels itself', () => {
    expect(markZones(undefined, [], ['HỎA TỐC', 'Ký bởi: Sở Thử'], true)).toEqual({
      gaps: [],
      urgency: { mark: 'Hỏa tốc', box: null },
    });
  });

  it('is nothing on a page without any', () => {
    expect(markZones(ZONES, [block('G'), block('CÔNG VĂN ĐẾN')], ['18'])).toBe(ZONES);
    expect(markZones(undefined, [], [])).toBeUndefined();
  });
});
