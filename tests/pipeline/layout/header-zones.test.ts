import { describe, expect, it } from 'vitest';
import type { Ink } from '../../../pipeline/layout/components.js';
import { cutLabel, judgeGapInk } from '../../../pipeline/layout/gap-ink.js';
import { type FoundGap, findHeaderZones } from '../../../pipeline/layout/header-zones.js';
import type { PlacedLine, ReadWord } from '../../../pipeline/layout/stood-words.js';

/** A word at its place: 20 pixels a letter, capitals 26 high on their foot. */
const word = (text: string, left: number, foot: number, width = 20 * text.length): ReadWord => ({
  text,
  box: { left, top: foot - 26, right: left + width, bottom: foot },
  confidence: 0.9,
});

const line = (foot: number, ...words: readonly ReadWord[]): PlacedLine => ({
  words,
  baseline: foot,
  slope: 0,
  height: 40,
});

const spread = (text: string, left: number, foot: number): readonly ReadWord[] => {
  let at = left;
  return text.split(' ').map((one) => {
    const placed = word(one, at, foot);
    at = placed.box.right + 12;
    return placed;
  });
};

const MOTTO = line(200, ...spread('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 760, 200));
const ISSUER = [line(200, ...spread('ỦY BAN NHÂN DÂN', 180, 200)), line(240, ...spread('TỈNH LŨNG VÀI', 190, 240))];
const BODY = line(700, ...spread('Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025', 180, 700));
/** "Lũng Vài, ngày __ tháng __ năm 2031": "tháng" 100 wide, "ngày" 85, "năm" 74. */
const dateLine = (day: readonly ReadWord[], month: readonly ReadWord[]): PlacedLine =>
  line(
    300,
    ...spread('Lũng Vài,', 760, 300),
    word('ngày', 960, 300, 85),
    ...day,
    word('tháng', 1140, 300, 100),
    ...month,
    word('năm', 1330, 300, 74),
    word('2031', 1420, 300),
  );
const OPEN_DATE = dateLine([], []);

const gapsOf = (lines: readonly PlacedLine[]) =>
  findHeaderZones(lines)?.gaps.map(({ field, box }) => [field, Math.round(box.left), Math.round(box.right)]);

describe('the zones of a header', () => {
  it('are found by the places of its words, with the gaps between them', () => {
    const number = line(300, word('Số:', 190, 300), word('/QĐ-UBND', 360, 300));
    const lines = [MOTTO, ...ISSUER, number, OPEN_DATE, BODY];
    expect(gapsOf(lines)).toEqual([
      ['number', 250, 360],
      ['day', 1045, 1140],
      ['month', 1240, 1330],
    ]);
    expect(findHeaderZones(lines)).toMatchObject({
      issuer: { left: 180, top: 174, bottom: 240 },
      number: { left: 190, right: 520 },
      date: { left: 760, right: 1500 },
    });
  });

  it('are the same where one line of the engine holds both columns', () => {
    const both = line(300, word('Số:', 190, 300), word('/QĐ-UBND', 360, 300), ...OPEN_DATE.words);
    expect(gapsOf([line(200, ...(ISSUER[0]?.words ?? []), ...MOTTO.words), both, BODY])).toEqual([
      ['number', 250, 360],
      ['day', 1045, 1140],
      ['month', 1240, 1330],
    ]);
  });

  it('hold what was read in a gap, and end where a word runs over it', () => {
    const number = line(300, word('số:', 190, 300), word('2939', 270, 300, 60), word('/TTr-UBND', 360, 300));
    const date = dateLine([word('&0', 1070, 300)], []);
    const long = { ...date, words: date.words.map((one) => (one.text === 'ngày' ? word('ngày', 960, 300, 170) : one)) };
    expect(gapsOf([MOTTO, ...ISSUER, number, long, BODY])).toEqual([
      ['number', 250, 360],
      ['day', 1045, 1140],
      ['month', 1240, 1330],
    ]);
  });

  it('know the number line by its symbol and its row where its word is lost', () => {
    const number = line(300, word('/BC-UBND', 360, 300));
    const zones = findHeaderZones([MOTTO, ...ISSUER, number, OPEN_DATE, BODY]);
    expect(zones?.gaps[0]).toMatchObject({ field: 'number', isBounded: false });
    expect(zones?.gaps[0]?.box.right).toBe(360);
  });

  it('are found below a damaged motto of either kind', () => {
    const number = line(300, word('Số', 190, 300), word('-KL/TU', 360, 300));
    const party = line(200, ...spread('ĐẢNG CỌNG SẢN VIỆT NAM', 900, 200));
    expect(gapsOf([party, line(200, ...spread('TỈNH ỦY LŨNG VÀI', 180, 200)), number, OPEN_DATE])?.[0]).toEqual([
      'number',
      230,
      360,
    ]);
    const damaged = line(200, ...spread('CỌNG HOA X6 HỘI CHÚ NGHĨA VIỆT NAM', 760, 200));
    expect(gapsOf([damaged, ...ISSUER, number, OPEN_DATE])).toHaveLength(3);
  });

  it('are none on a page without a motto, and a date of the text is no date of the header', () => {
    expect(findHeaderZones([BODY])).toBeUndefined();
    const zones = findHeaderZones([MOTTO, ...ISSUER, BODY]);
    expect(zones).toMatchObject({ number: undefined, date: undefined, gaps: [] });
  });

  describe('hold the abstract of a letter', () => {
    const number = line(300, word('Số:', 190, 300), word('12/UBND-NN', 260, 300));
    const letter = (...rows: readonly string[]) =>
      rows.map((row, i) => line(345 + 36 * i, ...spread(row, 170, 345 + 36 * i)));
    const subjectOf = (lines: readonly PlacedLine[]) =>
      findHeaderZones([MOTTO, ...ISSUER, number, OPEN_DATE, ...lines])?.subject;

    it.each(['V/v phòng, chống', 'Viv phòng, chống', 'Về việc phòng, chống'])(
      'that opens with %j, in all its lines',
      (first) => {
        expect(subjectOf(letter(first, 'cháy rừng mùa khô', 'năm nay'))).toMatchObject({
          left: 170,
          top: 319,
          bottom: 417,
        });
      },
    );

    it('up to a wide gap, and none of the text below', () => {
      expect(subjectOf([...letter('V/v cháy rừng'), BODY, line(500, ...spread('Kính gửi:', 180, 500))])).toMatchObject({
        bottom: 345,
      });
    });

    it('and not what runs on across the column, below a title', () => {
      expect(
        subjectOf([line(400, ...spread('Về việc nạo vét kênh và sửa đường vào chợ xã', 400, 400))]),
      ).toBeUndefined();
    });

    it('and not a stamp of urgency right below', () => {
      expect(subjectOf(letter('V/v cháy rừng', 'HỎA TỐC'))).toMatchObject({ bottom: 345 });
    });

    it('and none where no line opens one', () => {
      expect(subjectOf(letter('cháy rừng mùa khô'))).toBeUndefined();
    });
  });

  it('leave the print of the lines above and below out of a gap', () => {
    const number = line(300, word('Số:', 190, 300), word('/QĐ-UBND', 360, 300));
    const [gap] =
      findHeaderZones([MOTTO, ...ISSUER, number, line(345, word('V/v', 190, 345), word('cầu treo', 270, 345))])?.gaps ??
      [];
    expect(gap?.box.top).toBeGreaterThan(240);
    expect(gap?.box.bottom).toBeLessThan(345 - 26);
  });
});

const GAP: FoundGap = {
  field: 'number',
  box: { left: 100, top: 40, right: 220, bottom: 125 },
  foot: 100,
  tall: 26,
  isBounded: true,
};
/** Ink with its foot at `foot` pixels below the line's, so wide and high. */
const ink = (left: number, width: number, height: number, foot = 0): Ink => ({
  box: { left, top: 100 + foot - height, right: left + width, bottom: 100 + foot },
  pixels: width * height * 0.4,
});

describe('what stands in a gap', () => {
  it.each<readonly [string, readonly Ink[], string]>([
    ['nothing', [], 'blank'],
    ['a leader of dots', [ink(110, 3, 3), ink(120, 3, 3), ink(130, 3, 3)], 'blank'],
    ['ink of another place', [ink(300, 15, 26)], 'blank'],
    ['figures on the foot, as high as capitals', [ink(110, 15, 26), ink(130, 15, 25, 1)], 'print'],
    ['an "1" and a "7"', [ink(110, 8, 26), ink(130, 16, 25)], 'print'],
    ['two figures that run together', [ink(110, 34, 26)], 'unclear'],
    ['a figure whose top is worn off', [ink(110, 15, 20)], 'unclear'],
    ['larger figures', [ink(110, 20, 37, 9), ink(140, 18, 36, 9)], 'pen'],
    ['figures that hang below the line', [ink(110, 15, 26, 8)], 'pen'],
    ['figures on no common foot', [ink(110, 15, 27, 3), ink(130, 15, 27, -3)], 'pen'],
    ['two figures in one stroke, a little high', [ink(110, 38, 29)], 'pen'],
  ])('%s: %#', (_, inks, expected) => {
    expect(judgeGapInk(GAP, inks)).toBe(expected);
  });

  it('begins behind the print of "Số:" that no reading took', () => {
    const label = [ink(105, 14, 26), ink(122, 14, 18)];
    const open = { ...GAP, isBounded: false };
    expect(cutLabel(open, [...label, ink(170, 18, 36, 5)]).box.left).toBeCloseTo(136 + 0.4 * 26);
    expect(cutLabel(GAP, label)).toBe(GAP);
    expect(cutLabel(open, [ink(110, 20, 37, 9), ink(140, 18, 36, 9)])).toBe(open);
  });
});
