import { describe, expect, it } from 'vitest';
import { isScattered, measureDamage } from '../../../pipeline/quality/damaged-words.js';

const CLEAN = 'Giao Sở Công Thương chủ trì, phối hợp với Ủy ban nhân dân các xã rà soát quy hoạch. '.repeat(12);

describe('measureDamage', () => {
  it.each<[string, string, number, number]>([
    ['a clean text', CLEAN, 0, 0],
    ['codes and abbreviations', 'Số 15/QĐ-TTg, UBND, HĐND, TTg, PTTgCP', 0, 0],
    ['units behind numbers', 'dài 12 km, rộng 30 ha', 0, 0],
    ['foreign words', 'hạ tầng logistics, fintech', 0, 2],
    ['foreign names', 'dự án Vietquartz của Google', 0, 0],
    ['marks where none can stand', 'mục tiêu, cầp, suôt', 2, 2],
    ['a coda without its tone', 'phat triển, that thu', 2, 2],
    ['words without a vowel', 'khám chữa bqnh tư nhxn', 2, 2],
  ])('%s', (_, text, damaged, strange) => {
    const { damaged: found, strange: odd } = measureDamage(text);
    expect([found, odd]).toEqual([damaged, strange]);
  });

  it('tells a scattered text from one with a misprint or two, and from one that names foreign things', () => {
    const asked = (text: string) => isScattered(measureDamage(text));
    expect(asked(CLEAN)).toBe(false);
    expect(asked(`${CLEAN} cầp suôt`)).toBe(false);
    expect(asked(`${CLEAN} cầp suôt bqnh`)).toBe(true);
    expect(asked(`${CLEAN} logistics fintech startup`)).toBe(false);
  });
});
