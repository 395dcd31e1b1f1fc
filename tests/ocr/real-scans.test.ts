import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../pipeline/base/package-root.js';
import { createTesseractOcr } from '../../pipeline/engines/ocr/tesseract-ocr.js';
import { intake } from '../../pipeline/intake/stage.js';
import { paginate } from '../../pipeline/paginate/stage.js';
import { recognize } from '../../pipeline/recognize/stage.js';

const FOLDER = join(PACKAGE_ROOT, '..', 'shared', 'corpus', 'more');
const ocr = createTesseractOcr({ workers: 2 });
afterAll(() => ocr.close());

const readFile = async (name: string) => {
  const context = { ocr, signal: new AbortController().signal };
  const taken = await intake.run(join(FOLDER, name), context);
  const paginated = await paginate.run(taken.value, context);
  const { value, notes } = await recognize.run(paginated.value, context);
  return {
    text: value.pages.map((page) => page.text).join('\n'),
    origins: value.pages.map((page) => page.origin),
    rules: [...paginated.notes, ...notes].map(({ rule }) => rule),
  };
};

/** Numbers and letters that open a line, in order: an item that is missing here was lost by OCR. */
const enumeratorsOf = (text: string): string =>
  [...text.matchAll(/^ *(\d+\.|[a-zđ]\)|[IVX]+\.) /gmu)].map(([, mark]) => mark).join(' ');

const numberLine = (text: string): string =>
  /(?:^|\n)(S[ốôềế]:[^\t]*)\t/u.exec(text)?.[1]?.replace(/\s+/gu, ' ').trim() ?? '';

describe.skipIf(!existsSync(FOLDER))('real papers (skipped without ../shared)', { timeout: 300_000 }, () => {
  it('reads a colour scan that lies two degrees askew, seal over the signature', async () => {
    const { text, origins } = await readFile('qn_scan_tb_660_xoa_nha_tam_2024-12.pdf');
    expect(origins).toEqual(['ocr', 'ocr', 'ocr']);
    expect(enumeratorsOf(text)).toBe('1. a) b) c) d) e) 2. 3. 4. 5.');
    expect(text).toContain('\tTL. CHỦ TỊCH');
    expect(text).toContain('\tCHÁNH VĂN PHÒNG');
    expect(text).toContain('\tNguyễn Quốc Việt');
  });

  it('reads a fax scan at 300 dpi, and does not trust a handwritten number and day', async () => {
    const { text, rules } = await readFile('qn_scan_ct_07_2018_thi_hanh_an.pdf');
    expect(enumeratorsOf(text)).toBe('1. a) b) c) d) đ) e) 2. a) b) c) d) 3. a) b) c)');
    expect(text).toContain('\tPhạm Trường Thọ');
    expect(rules).toEqual([
      'recognize/header-number-doubtful',
      'recognize/header-day-doubtful',
      'recognize/print-under-stamp',
    ]);
    // The arrival stamp beside the subject is read by itself.
    expect(text).toMatch(/^\s*Về việc tăng cường công tác thi hành án hành chính$/mu);
  });

  it('reads a scan of 100 dpi', async () => {
    const { text } = await readFile('qn_scan_ct_2021_hoa_don_dien_tu.pdf');
    expect(enumeratorsOf(text)).toBe('1. 2. 3. 4. 5. 6. 7. 8.');
    expect(text).toContain('\tĐặng Văn Minh');
  });

  it('reads the picture of a page whose glyph codes are shifted', async () => {
    const { text, origins } = await readFile('lc_cidshift_tb_1894.pdf');
    expect(origins).toEqual(['ocr', 'ocr']);
    expect(numberLine(text)).toBe('Số: 1894 /TB-SCT');
    expect(enumeratorsOf(text)).toBe('1. 2.');
  });

  it('takes number and day of a digital paper from its stamped annotations', async () => {
    const { text, origins, rules } = await readFile('qn_digital_tb_565_mtqg_2024-11.pdf');
    expect(origins).toEqual(['text-layer', 'text-layer', 'text-layer', 'text-layer']);
    expect(numberLine(text)).toBe('Số: 565 /TB-UBND');
    expect(text).toContain('\tQuảng Ngãi, ngày 15 tháng 11 năm 2024');
    expect(enumeratorsOf(text)).toBe('I. II. 1. a) b) c) 2. a) b) c) 3. 4. 5. 6. 7.');
    expect(rules).toEqual([]);
  });
});
