import { describe, expect, test } from 'vitest';
import { hasBlankHeaderField, judgeText } from '../../../pipeline/quality/judge-text.js';

const GOOD = `Thực hiện chương trình công tác năm, Ban Thường vụ Huyện uỷ Vân Lũng họp nghe báo cáo kết quả rà soát hộ nghèo và
việc sửa chữa đường liên xã. Sau khi thảo luận, Ban Thường vụ thống nhất giao Uỷ ban nhân dân huyện chủ trì, phối hợp
với các cơ quan, đơn vị liên quan hoàn thành phương án trước ngày 15/9/2024; chỉ đạo các xã niêm yết công khai danh sách.`;
const strip = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D');

describe('judgeText', () => {
  const pages: readonly (readonly [string, string, string])[] = [
    ['papers as they should be', GOOD, 'good'],
    ['too little to say', 'Số 12', 'empty'],
    [
      'an English engine over Vietnamese',
      `Thwc hién chwong trinh cong tac ndm, Ban Thuong vu Huyén uy Van Ling hop nghe bdo céo két qua ra sodt hé ngheo va
vi€c sita chita dudng lién xi. Sau khi thao ludn, Ban Thudng vu théng nhat giao Uy ban nhan dan huyén chu tri, phdi hop`,
      'mangled',
    ],
    ['marks typed away', strip(GOOD), 'mangled'],
    [
      'another language',
      `The committee shall review the report submitted by the provincial authorities and decide which measures should be
taken before the end of the year; members who cannot attend must send their written opinion to the office in time.`,
      'foreign',
    ],
    [
      'glyph codes of a font without a map',
      `8ӹ EDQ QKkQ GkQ KX\\ӋQ JLDR FiF 3KzQJ FKX\\rQ P{Q SKӕL KӧS YӟL 8%1' FiF [m UjVRiW KӝQJKqR Yj EiRFiR WUѭӟF QJj\\
WKiQJ 9 QăP 2024; FKӍ ÿҥR FiF WKӏ WUҩQ QLrP \\ӃW F{QJ NKDL GDQK ViFK KӛWUӧ`,
      'shifted',
    ],
    [
      'two fonts in one line, each with blanks for the letters of the other',
      `Ban Th ng v Huy n u Vân Lũng h p nghe báo cáo k t qu rà soát h nghèo và vi c s a ch a đ ng ườ ụ ệ ỷ ọ ế ả ộ ệ ử ữ ườ
liên xã. Sau khi th o lu n, Ban Th ng v th ng nh t giao Uỷ ban nhân dân huy n ch trì. ả ậ ườ ụ ố ấ ệ ủ`,
      'shredded',
    ],
    ['a table with crosses and lettered items', `${GOOD}\na) x x x x x x x x\nb) x x x x x x x x x x x`, 'good'],
    [
      'TCVN3',
      `Thùc hiÖn ch­¬ng tr×nh c«ng t¸c n¨m, Ban Th­êng vô HuyÖn uû häp nghe b¸o c¸o kÕt qu¶ rµ so¸t hé nghÌo vµ viÖc söa
ch÷a ®­êng liªn x·. Sau khi th¶o luËn, Ban Th­êng vô thèng nhÊt giao Uû ban nh©n d©n huyÖn chñ tr×.`,
      'tcvn3',
    ],
    [
      'VNI',
      `Thöïc hieän chöông trình coâng taùc naêm, Ban Thöôøng vuï Huyeän uûy hoïp nghe baùo caùo keát quaû raø soaùt hoä ngheøo
vaø vieäc söûa chöõa ñöôøng lieân xaõ. Sau khi thaûo luaän, Ban Thöôøng vuï thoáng nhaát giao UÛy ban nhaân daân huyeän.`,
      'vni',
    ],
  ];
  test.each(pages)('%s', (_name, text, quality) => {
    expect(judgeText(text).quality).toBe(quality);
  });

  test('a page with some damaged lines among good ones stays good, a page damaged in its larger part does not', () => {
    const damaged = `${strip(GOOD)}\n`;
    expect(judgeText(`${GOOD}\n${GOOD}\n${GOOD}\n${damaged}`).quality).toBe('good');
    expect(judgeText(`${GOOD}\n${damaged}${damaged}`).quality).toBe('mangled');
  });

  test('the name of a legacy font decides where the letters leave doubt', () => {
    const text = 'Uû ban nhan dan huyen Van Lung giao phong Tai chinh tham muu';
    expect(judgeText(text).quality).toBe('mangled');
    expect(judgeText(text, ['ABCDEF+.VnTime']).quality).toBe('tcvn3');
  });
});

test.each([
  ['Số:      /TB-UBND', true],
  ['UBND HUYỆN VÂN LŨNG\nSố      -KL/HU', true],
  ['Số: ...../QĐ-UBND', true],
  ['Vân Lũng, ngày      tháng 4 năm 2026', true],
  ['Vân Lũng, ngày .... tháng .... năm 2024', true],
  ['Số 45-KL/HU\nVân Lũng, ngày 05 tháng 4 năm 2026', false],
  ['khai rõ họ tên, ngày tháng năm sinh và nơi ở', false],
])('blank header field: %s', (text, expected) => {
  expect(hasBlankHeaderField(text)).toBe(expected);
});
