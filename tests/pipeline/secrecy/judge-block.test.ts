import { describe, expect, it } from 'vitest';
import { findBlockMark, isUnreadStamp } from '../../../pipeline/secrecy/judge-block.js';
import type { BlockReading, InkBlock } from '../../../schemas/ink-block.js';

const block = (readings: readonly BlockReading[], rest: Partial<InkBlock> = {}): InkBlock => ({
  box: { left: 10, top: 10, right: 60, bottom: 30 },
  shape: 'frame',
  place: 'head',
  isColoured: true,
  readings,
  ...rest,
});
const read = (text: string, confidence = 0.9) => findBlockMark(block([{ text, confidence }]));

describe('the mark in a stamp', () => {
  it.each([
    ['MẬT', 'MẬT'],
    ['TỐI MẬT', 'TỐI MẬT'],
    ['TUYỆT\nMẬT', 'TUYỆT MẬT'],
    ['HỎA TỐC\nMẬT', 'MẬT'],
  ])('is certain when its letters are clear: %j', (text, mark) => {
    expect(read(text)).toEqual({ mark, isCertain: true });
  });

  it.each([['MẠT'], ['MẠẶT'], ['MẬ T'], ['NLẬT'], ['MẤT'], ['TUYẾT MÂT'], ['T0I MẬI']])(
    'is at least likely when a letter was misread: %j',
    (text) => {
      expect(read(text, 0.4)).toMatchObject({ isCertain: false });
    },
  );

  it('is only likely when the engine is not sure of it', () => {
    expect(read('MẬT', 0.3)).toEqual({ mark: 'MẬT', isCertain: false });
  });

  it.each([
    ['ĐÃ GIẢI MẬT'],
    ['ĐÃ GIẢI\nMẬT'],
    ['ĐÃ GIÁI MẬT'],
    ['CÔNG VĂN ĐẾN\nSố: 123\nNgày: 15/01/2026'],
    ['HỎA TỐC'],
    ['KHẨN'],
    ['SAO Y'],
    ['FAX'],
    ['ĐẾN'],
  ])('is none: %j', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('is one in a round frame in the upper margin, where the picture of an e-signature may stand', () => {
    const round = { shape: 'ring', box: { left: 100, top: 40, right: 200, bottom: 140 } } as const;
    expect(findBlockMark(block([{ text: 'MẬT', confidence: 0.9 }], round))).toEqual({ mark: 'MẬT', isCertain: true });
    expect(findBlockMark(block([{ text: 'MẠT', confidence: 0.3 }], round))).toMatchObject({ isCertain: false });
  });

  it('is told by the best of several readings', () => {
    const readings = [
      { text: 'LVW', confidence: 0.4 },
      { text: 'MẬT', confidence: 0.9 },
    ];
    expect(findBlockMark(block(readings))).toEqual({ mark: 'MẬT', isCertain: true });
  });
});

/** Long side of a page of 200 dpi. */
const LONG = 2339;

describe('a stamp that stays unread', () => {
  const word = {
    text: 'Số',
    span: { start: 0, end: 2 },
    box: { left: 20, top: 15, right: 40, bottom: 25 },
    confidence: 0.9,
  };
  const unread = [{ text: 'xv"', confidence: 0 }];

  it('is one with a frame in the head, without a word that is sure', () => {
    expect(isUnreadStamp(block(unread), [], LONG)).toBe(true);
    expect(isUnreadStamp(block([{ text: 'ĐẾN', confidence: 0.9 }]), [], LONG)).toBe(false);
    expect(isUnreadStamp(block(unread, { place: 'foot' }), [], LONG)).toBe(false);
    expect(isUnreadStamp(block(unread, { shape: 'plain' }), [], LONG)).toBe(false);
    expect(isUnreadStamp(block(unread, { shape: 'seal' }), [], LONG)).toBe(false);
  });

  it('is none that is the round picture of an e-signature in the margin above the header', () => {
    const picture = { left: 1200, top: 29, right: 1332, bottom: 156 };
    expect(isUnreadStamp(block(unread, { shape: 'ring', box: picture }), [], LONG)).toBe(false);
    expect(isUnreadStamp(block(unread, { shape: 'frame', box: picture }), [], LONG)).toBe(true);
    const below = { ...picture, top: 329, bottom: 456 };
    expect(isUnreadStamp(block(unread, { shape: 'ring', box: below }), [], LONG)).toBe(true);
    const oval = { ...picture, right: 1440 };
    expect(isUnreadStamp(block(unread, { shape: 'ring', box: oval }), [], LONG)).toBe(true);
  });

  it('is none where the page has sure words in a frame of black ink', () => {
    const black = block(unread, { isColoured: false });
    expect(isUnreadStamp(black, [{ ...word, text: 'CÔNG' }], LONG)).toBe(false);
    expect(isUnreadStamp(black, [{ ...word, text: 'CÔNG', confidence: 0.3 }], LONG)).toBe(true);
    expect(isUnreadStamp(block(unread), [{ ...word, text: 'CÔNG' }], LONG)).toBe(true);
  });
});
