import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalTones } from '../../../language/writing/tone-place.js';
import { fold, foldChars, toNfc } from '../../../language/writing/unicode.js';

describe('fold', () => {
  it.each([
    ['Đảng uỷ', 'dang uy'],
    ['ĐẢNG ỦY', 'dang uy'],
    ['Quyết định', 'quyet dinh'],
    ['Ð', 'ð'],
    ['12/QĐ-UBND', '12/qd-ubnd'],
  ])('folds %s to %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('folds each letter as the general rule does, alone and beside others', () => {
    const general = (text: string): string =>
      text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/gu, 'd').normalize('NFC');
    const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    expect(units.filter((unit) => fold(`${unit}Ệa`) !== general(`${unit}Ệa`) || fold(unit) !== general(unit))).toEqual(
      [],
    );
  });

  it('gives the same for NFD and NFC, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'Đđảủệýừ aZ9/-'.split('')) }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('foldChars', () => {
  it('keeps offsets for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldChars(text)).toHaveLength(text.length);
      }),
    );
  });

  it('reads the Icelandic eth of OCR as đ', () => {
    expect(foldChars('QÐ-UBND')).toBe('qd-ubnd');
  });
});

describe('canonicalTones', () => {
  it.each([
    ['uỷ', 'ủy'],
    ['hoà', 'hòa'],
    ['thuỷ lợi', 'thủy lợi'],
  ])('holds %s and %s for one', (old, modern) => {
    expect(canonicalTones(old)).toBe(canonicalTones(modern));
  });

  it('keeps different tones apart', () => {
    expect(canonicalTones('hòa')).not.toBe(canonicalTones('hóa'));
  });
});

describe('toNfc', () => {
  it('composes', () => {
    expect(toNfc('đến'.normalize('NFD'))).toBe('đến');
  });

  it('keeps thirty marks on one letter, and no more', () => {
    expect(toNfc(`a${'\u0316'.repeat(200_000)}b`)).toBe(`a${'\u0316'.repeat(30)}b`);
    expect(toNfc(`a${'\u0316'.repeat(30)}b`)).toBe(`a${'\u0316'.repeat(30)}b`);
  });
});
