import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../../pipeline/base/package-root.js';
import { pick, type Random } from '../generate-records.js';

const PLACES = ['Lam Trà', 'Khe Vân', 'Bình Thạch', 'Phú Nham', 'Đồng Mây'] as const;
const BODIES = ['Sở Tài chính', 'Sở Xây dựng', 'Văn phòng Tỉnh uỷ', 'Ban Tổ chức Tỉnh uỷ', 'Thanh tra tỉnh'] as const;
const TASKS = [
  'rà soát quy hoạch rừng phòng hộ',
  'kiểm kê hồ chứa nước',
  'đôn đốc việc giải ngân vốn đầu tư công',
  'báo cáo kết quả sắp xếp đơn vị',
  'sửa chữa đường vào trạm y tế',
] as const;

const day = (random: Random): string => `${1 + Math.floor(random() * 28)}/${1 + Math.floor(random() * 12)}/2026`;

/** A short conclusion with an invented place; its number makes it one of its kind. */
export const makeText = (random: Random, number: number): string => {
  const place = pick(random, PLACES, 'Lam Trà');
  const tasks = Array.from(
    { length: 2 + Math.floor(random() * 4) },
    (_, i) =>
      `${i + 1}. Giao ${pick(random, BODIES, '')} ${pick(random, TASKS, '')}, hoàn thành trước ngày ${day(random)}.`,
  );
  return `TỈNH UỶ ${place.toUpperCase()}
*
Số ${number}-KL/TU
${place}, ngày 03 tháng 02 năm 2026

KẾT LUẬN
CỦA BAN THƯỜNG VỤ TỈNH UỶ
về một số nhiệm vụ thường kỳ

Ngày 28/01/2026, Ban Thường vụ Tỉnh uỷ đã họp, cho ý kiến về các nhiệm vụ thường kỳ và kết luận như sau:

${tasks.join('\n')}

Nơi nhận:
- Các sở, ngành,
- Lưu Văn phòng Tỉnh uỷ.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Vi Thị Nhàn
`;
};

/** Bytes of a fixture. */
export const readFixture = (...names: string[]): Buffer => readFileSync(packageFile('fixtures', ...names));

export const DIGITAL_PDF = ['documents', 'kl-thuong-truc-tru-so', 'digital.pdf'] as const;
export const SCAN_JPEG = ['demo', 'cv-ubnd-tinh-phong-chong-rung.jpg'] as const;
export const SCAN_TIFF = ['demo', 'tb-huyen-uy-kenh-muong-2006.tif'] as const;

/** The same picture or paper under another hash: what stands behind its end is read by nobody. */
export const another = (bytes: Buffer, number: number): Buffer =>
  Buffer.concat([bytes, Buffer.from(`\n% ${number}\n`)]);

/** Thirty files of every kind that an archive holds: texts, PDFs, small scans, and broken ones; one scan alone where time is short. */
export const writeMixedFiles = (folder: string, random: Random, isShort: boolean): number => {
  const put = (name: string, content: string | Buffer): void => writeFileSync(join(folder, name), content);
  for (let i = 0; i < 14; i++) put(`${String(i).padStart(2, '0')}-van-ban.txt`, makeText(random, 100 + i));
  put('03-cu-tcvn3.txt', readFixture('documents', 'tb-huyen-uy-kenh-muong-2006', 'tcvn3.txt'));
  put('08-cu-vni.txt', readFixture('documents', 'tb-huyen-uy-kenh-muong-2006', 'vni.txt'));
  const pdf = readFixture(...DIGITAL_PDF);
  for (let i = 0; i < 3; i++) put(`0${i * 3}-so.pdf`, another(pdf, i));
  put('05-quet.jpg', readFixture(...SCAN_JPEG));
  if (!isShort) {
    put('10-quet.jpg', another(readFixture(...SCAN_JPEG), 1));
    put('02-quet.tif', readFixture(...SCAN_TIFF));
    put('12-quet.tif', another(readFixture(...SCAN_TIFF), 1));
  }
  put('01-hong.pdf', readFixture('demo', 'broken.pdf'));
  put('04-cut.pdf', pdf.subarray(0, pdf.length >> 1));
  put('06-cut.jpg', readFixture(...SCAN_JPEG).subarray(0, 3000));
  put('07-empty.txt', '');
  put('09-mark.txt', readFixture('demo', 'tb-dong-dau-mat.txt'));
  put('11-letter.docx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
  put('13-copy.txt', makeText(random, 999));
  return isShort ? 27 : 30;
};
