import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertLegacy, toUnicode } from '../../../language/writing/legacy-encodings.js';
import { isLegalSyllable, isSyllableSkeleton } from '../../../language/writing/syllables.js';

describe('convertLegacy', () => {
  test.each([
    ['Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'tcvn3', 'Cộng hoà xã hội chủ nghĩa Việt Nam'],
    ['§éc lËp - Tù do - H¹nh phóc', 'tcvn3', 'Độc lập - Tự do - Hạnh phúc'],
    ['§¶NG Bé HUYÖN V¢N LòNG', 'tcvn3', 'ĐẢNG BỘ HUYỆN VÂN LŨNG'],
    ['®­êng tr­íc n¨m 2005', 'tcvn3', 'đường trước năm 2005'],
    ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'vni', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['Ñoäc laäp - Töï do - Haïnh phuùc', 'vni', 'Độc lập - Tự do - Hạnh phúc'],
    ['TÆNH UÛY, ÑAÛNG BOÄ HUYEÄN', 'vni', 'TỈNH ỦY, ĐẢNG BỘ HUYỆN'],
    ['kyõ thuaät, myõ ngheä, ñöôøng, hôïp, gioûi, thò xaõ', 'vni', 'kỹ thuật, mỹ nghệ, đường, hợp, giỏi, thị xã'],
  ] as const)('%s', (text, encoding, expected) => {
    expect(toUnicode(text, encoding)).toBe(expected);
  });

  test('edits say which words changed and lead back to them', () => {
    const raw = 'Sè 12 ngµy\n05 th¸ng 4';
    const { text, edits } = convertLegacy(raw, 'tcvn3');
    expect(text).toBe('Số 12 ngày\n05 tháng 4');
    expect(edits.map((e) => [raw.slice(e.raw.start, e.raw.end), text.slice(e.repaired.start, e.repaired.end)])).toEqual(
      [
        ['Sè', 'Số'],
        ['ngµy', 'ngày'],
        ['th¸ng', 'tháng'],
      ],
    );
  });

  test('what lies between edits is the same in both texts', () => {
    const words = fc.array(fc.constantFrom('ViÖt', 'Nam', 'Töï', 'ñöôøng', '12/4', '\n', ' ', 'x·'), { maxLength: 30 });
    fc.assert(
      fc.property(words, fc.constantFrom('tcvn3' as const, 'vni' as const), (parts, encoding) => {
        const raw = parts.join(' ');
        const { text, edits } = convertLegacy(raw, encoding);
        let rebuilt = '';
        let at = 0;
        for (const edit of edits) {
          rebuilt += raw.slice(at, edit.raw.start) + text.slice(edit.repaired.start, edit.repaired.end);
          at = edit.raw.end;
        }
        expect(rebuilt + raw.slice(at)).toBe(text);
      }),
    );
  });
});

describe('syllables', () => {
  test('legal ones', () => {
    const words =
      'nghiệp quyết khuya giếng gì quốc thuở uỷ ủy hoà hòa Đảng yên iu oanh ngoằn xoong quýt khuỷu giữa gìn UỶ ỉ y';
    expect(words.split(' ').filter((word) => !isLegalSyllable(word))).toEqual([]);
  });
  test('illegal ones', () => {
    const words = 'chudn nghiep x4y kế́ cêm ngiên kan báṕ trường1 ph iên tyên lịck';
    expect(words.split(' ').filter(isLegalSyllable)).toEqual([]);
  });
  test('skeletons need no marks', () => {
    expect(['nghiep', 'dang', 'uy', 'truong'].every(isSyllableSkeleton)).toBe(true);
    expect(['x4y', 'chwong', 'street'].some(isSyllableSkeleton)).toBe(false);
  });
});
