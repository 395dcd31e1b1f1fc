import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFixtureDocuments } from '../../../fixtures/make/gold.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { findSecrecyMark } from '../../../pipeline/secrecy/find-mark.js';

const PAPER = readFileSync(packageFile('fixtures', 'demo', 'kl-thuong-truc-cau-treo.txt'), 'utf8');

/** The paper with a line in place of the star between issuer and number. */
const withLine = (line: string): string => PAPER.replace(/^\*$/mu, () => line);
const NUMBER = /^Số 233-KL\/HU/mu;
const ISSUER = /^HUYỆN ỦY TÂN GIANG/mu;

describe('a certain mark', () => {
  it.each([
    'Mật',
    'Tối mật',
    'Tuyệt mật',
    'HỎA TỐC - MẬT',
    'MẬT – KHẨN',
    'THƯỢNG KHẨN - TỐI MẬT',
    'TÀI LIỆU TUYỆT MẬT',
    'MẬT (thu hồi)',
    'MẬT Bản số 3',
    'Bản số: 03 MẬT',
    'Độ mật: Tối mật',
    'Độ mật : Mật; Độ khẩn: Khẩn',
    'T0I MẬT',
    'TỐl MẬT',
    'lMẬTl',
    'MẬT I',
    'M\nẬ\nT',
    'T Ố I  M Ậ T',
    'M.Ậ.T',
    'ＭẬＴ',
    'МẬТ',
    'MẬT\u2028KẾT',
    'MẬT\u0085KẾT',
    'TUYỆT\nMẬT',
    'TUYỆT\u00a0MẬT',
    'TUYỆT\tMẬT',
    'TUYỆTMẬT',
    '+-----+\n| MẬT |\n+-----+',
    'Số 07-TB/TU-MẬT',
    'MẬT Số: 07-TB/TU',
    'Số: 12/BC-UBND (MẬT)',
    'MÂT',
    'TUYET MAT',
    'MẬT Tân Giang, ngày 3 tháng 2 năm 2024',
    'MẬT ĐẢNG CỘNG SẢN VIỆT NAM',
    'MẬT'.normalize('NFD'),
    'MẬT\tTỈNH ỦY SƠN KHÊ',
    'MẬT HUYỆN ỦY TÂN GIANG',
    'TÀI LIỆU TỐI MẬT - THU HỒI SAU HỘI NGHỊ',
    'Số: 329/MẬT-UBND-NC',
    'Số 593-KL/TU-Mật',
    'Bí mật nhà nước độ Mật',
    'IVIẬT',
    'Số 71-TB/TU (Mật)',
    'Số 71-TB/TU “MẬT”',
    'Số 71-TB/TU "TỐI MẬT"',
    'Số: 71/TB-UBND [Tối mật]',
    'Số 71-TB/TU Mật',
    'Số 71-TB/HU T U Y Ệ T  M Ậ T',
    'Số 71-TB/HU TUYỆTMẬT',
    'Phân loại: Tối mật',
    'Độ mật: ☐ Tuyệt mật ☒ Tối mật ☐ Mật',
    '[ ] Thường  [x] Mật',
    'Độ mật: ( ) Tuyệt mật (x) Tối mật ( ) Mật',
    'Mức độ bảo mật: Tối mật',
    'Hạng mật: Tối mật',
    'ᴍậᴛ',
    'ᴛốɪ ᴍậᴛ',
    'ꓟẬꓔ',
    '🅼Ậ🆃',
    'M*Ậ*T',
    'M|Ậ|T',
    'TỐI MậT',
    'MậT',
    'MẬTKHẨN',
    'HỎATỐCMẬT',
    'MẬTTHUHỒI',
    'TÀILIỆUMẬT',
    'TOOIS MAAJT',
    'MA65T',
  ])('is read in the head: %j', (line) => {
    expect(findSecrecyMark(withLine(line))?.isCertain).toBe(true);
  });

  it.each([
    ['beside the number', PAPER.replace(NUMBER, '$& MẬT')],
    ['beside the issuer', PAPER.replace(ISSUER, '$& TUYỆT MẬT')],
    ['alone at the foot', `${PAPER.trimEnd()}\n\nMẬT\n`],
    ['below the title of an annex', `${PAPER.trimEnd()}\n\nPHỤ LỤC II\n(Mật)\n${'\n- Kho'.repeat(20)}`],
    ['in small letters at the very top', `mật\n\n${PAPER}`, false],
    [
      'in the head of a copy right below',
      `${PAPER.trimEnd()}\n\nSAO Y\nHUYỆN ỦY TÂN GIANG\n*\nSố 9-BS/HU\nMẬT${'\n- Lưu'.repeat(9)}`,
    ],
    ['in the symbol of a copy', `${PAPER.trimEnd()}\n\nSố 9-BS/HU-MẬT${'\n- Lưu'.repeat(9)}`],
    ['in the head of a second paper', `${PAPER.replaceAll('\f', '\n')}\n${withLine('MẬT')}`],
  ])('is read %s', (_, text, isCertain = true) => {
    expect(findSecrecyMark(text)?.isCertain).toBe(isCertain);
  });
});

describe('a likely mark', () => {
  it.each([
    'MẬI',
    'NẬT',
    'mật',
    'M4T',
    'Tài liệu mật',
    'Văn bản tuyệt mật',
    'tuyệt mật',
    'Số: 744/KH-UBNDMẬT',
    'MẬTT',
    'IMẬT',
    'MẶT',
    'TUYỆT MẤT',
    'TỐI MẤT',
    'Độ mật: A',
    'ỦY BAN NHÂN DÂN XÃ SƠN MẬT',
    'Số 12-KL/TU/M',
    'Số: 45/M/TB-UBND',
    'Số: 45/TB-UBND-M',
    'Số      -KL/TU/M',
    'Số 12-KL/TU (M)',
    'Số 12-KL/TU/TM',
    'Số 12-KL/TU/TuM',
    'Văn bản có độ mật "Tối mật"',
    '(Văn bản có độ mật)',
    '(Tài liệu mật kèm theo)',
    '(Kèm theo phụ lục mật)',
    '(Đóng dấu "MẬT")',
    'Văn bản quản lý theo chế độ Mật',
    'Tài liệu này thuộc độ Tối mật, không sao chụp',
    'Loại: Tối mật',
    'Hồ sơ: Tối mật',
    'Tính chất: Mật',
    'BẢN SAO BÍ MẬT NHÀ NƯỚC',
    'TÀI LIỆU BÍ MẬT',
  ])('has a misread letter or may be a name: %s', (line) => {
    expect(findSecrecyMark(withLine(line))?.isCertain).toBe(false);
  });
});

describe('a likely mark outside the head', () => {
  it.each([
    ['behind the subject', PAPER.replace(/^KẾT LUẬN$/mu, '$&\ncủa Thường trực Huyện ủy về công tác cán bộ (TỐI MẬT)')],
    ['behind the subject in small letters', PAPER.replace(/^KẾT LUẬN$/mu, '$&\nvề công tác cán bộ (Mật)')],
    ['on a stamp of copies at the foot', `${PAPER.trimEnd()}\nTrần Văn Lâm\nBẢN SAO BÍ MẬT NHÀ NƯỚC - Số 02\n`],
    ['in small letters in the title of an annex', `${PAPER.trimEnd()}\n\nPhụ lục 1 (Tối mật)\n${'\n- Kho'.repeat(20)}`],
    ['in the title of an annex in capitals', `${PAPER.trimEnd()}\n\nPHỤ LỤC II - MẬT\n${'\n- Kho'.repeat(5)}`],
  ])('is read %s', (_, text) => {
    expect(findSecrecyMark(text)?.isCertain).toBe(false);
  });
});

describe('no mark', () => {
  it.each([
    'MẤT',
    'MẮT',
    'MÁT',
    'QUY CHẾ BẢO MẬT THÔNG TIN',
    'VỀ BẢO VỆ BÍ MẬT',
    'ĐÃ GIẢI MẬT',
    'HẾT MẬT',
    'VỀ MẬT ĐỘ DÂN CƯ',
    'HỢP TÁC XÃ MẬT ONG',
    'MẶT TRẬN TỔ QUỐC',
    'ĐẢNG ỦY XÃ NÀ MẬT\nNà Mật, ngày 03 tháng 2 năm 2024',
    'Nguyễn Văn Mật',
    'NGUYỄN VĂN MẬT',
    'Độ mật: Không',
    'Độ mật: ☐ Tuyệt mật ☐ Tối mật ☐ Mật',
    'Phân loại: mật ong, sáp ong',
    'PHỤ LỤC MẬT ĐỘ DÂN CƯ',
    'V/v bảo vệ bí\nmật',
    'BỆNH VIỆN GAN MẬT',
    'CHIẾN DỊCH BẢO VỆ BÍ\nMẬT NHÀ NƯỚC',
    'đóng dấu “MẬT”, “TỐI MẬT” theo mẫu',
    'ĐƠN VỊ          MẬT ĐỘ',
    'MẬT ĐỘ\tTÀI LIỆU',
    'Số 71/UBND Mật Sơn, ngày 03 tháng 2 năm 2024',
    'Độ mật',
    'Mất\nmật ong',
    'MẬN',
    'VẬT',
    'Số 12-KL/MTTQ',
    'Số: 45/SCT-TM',
    'Số: 45/TB-UBND-TM',
    'Số: 45/TB-BQLM',
    'Số: 45/QĐ-M3',
    'VỀ ĐỔI MẬTKHẨU',
    '[x] Thường  [ ] Mật',
    'Mức độ bảo mật: cao',
    'Quản lý và sử dụng tài liệu mật',
    '1. Văn bản mật, tài liệu mật kèm theo gửi theo đường riêng.',
    'a) Đóng dấu "Mật" theo quy định.',
    'Văn bản không thuộc loại mật',
    'V/v bảo quản\ntài liệu bí mật nhà nước',
    'VỀ QUẢN LÝ\nTÀI LIỆU BÍ MẬT NHÀ NƯỚC',
    'Sản phẩm: Mật ong',
    '- Hội Mật ong,',
  ])('is seen in %j', (line) => {
    expect(findSecrecyMark(withLine(line))).toBeUndefined();
  });

  it.each(readFixtureDocuments().map(({ slug, text }) => [slug, text] as const))(
    'is seen in the fixture %s',
    (_, text) => {
      const pages = text.split('\f');
      expect(pages.map((page, i) => findSecrecyMark(page, { isFirstPage: i === 0, paper: text }))).toEqual(
        pages.map(() => undefined),
      );
    },
  );
});

describe('hostile lines', () => {
  it.each([' ', 'M', 'M ', '\u0323', 'M-', '1', 'TUYỆT '])('of 50,000 × %j are read in linear time', (part) => {
    expect(() => findSecrecyMark(`${part.repeat(50_000)}\nKẾT LUẬN`)).not.toThrow();
  });
});
