import { describe, expect, it } from 'vitest';
import type { OcrPage } from '../../../pipeline/base/contract.js';
import { doubtHeader, fillHeader } from '../../../pipeline/recognize/fill-header.js';

/** A page as OCR reads it: every word with the same confidence but those that are named. */
const readAs = (text: string, doubtful: Readonly<Record<string, number>> = {}): OcrPage => ({
  text,
  words: [...text.matchAll(/\S+/gu)].map(([word], i, all) => {
    const start = [...text.matchAll(/\S+/gu)][i]?.index ?? all.length;
    return {
      text: word,
      span: { start, end: start + word.length },
      box: { left: 0, top: 0, right: 1, bottom: 1 },
      confidence: doubtful[word] ?? 0.96,
    };
  }),
  confidence: 0.96,
  width: 100,
  height: 100,
});

const rulesOf = (notes: readonly { rule: string; level: string }[]) =>
  notes.map(({ rule, level }) => `${level} ${rule}`);

describe('blank header fields of a text layer', () => {
  const LAYER = 'UBND TỈNH AN BÌNH\tCỘNG HÒA\nSố:      /TB-UBND\tAn Bình, ngày      tháng 4 năm 2026\nTHÔNG BÁO';

  it('are filled from the image', () => {
    const header = readAs('UBND TỈNH AN BÌNH\nSố: 218 /TB-UBND An Bình, ngày 09 tháng 4 năm 2026');
    const { text, notes } = fillHeader(LAYER, header, 1);
    expect(text).toBe('UBND TỈNH AN BÌNH\tCỘNG HÒA\nSố: 218/TB-UBND\tAn Bình, ngày 09 tháng 4 năm 2026\nTHÔNG BÁO');
    expect(rulesOf(notes)).toEqual(['info recognize/header-number-filled', 'info recognize/header-day-filled']);
  });

  it('ask for a look when the engine was not sure', () => {
    const header = readAs('Số: 218 /TB-UBND An Bình, ngày 09 tháng 4 năm 2026', { '218': 0.5 });
    expect(rulesOf(fillHeader(LAYER, header, 1).notes)).toEqual([
      'review recognize/header-number-filled',
      'info recognize/header-day-filled',
    ]);
  });

  it.each([
    ['shows nothing', 'UBND TỈNH AN BÌNH'],
    ['shows another symbol and month', 'Số: 218 /QĐ-SNV An Bình, ngày 09 tháng 3 năm 2026'],
    ['shows an impossible day', 'Số: /TB-UBND An Bình, ngày 39 tháng 4 năm 2026'],
    [
      'shows the day of the meeting alone',
      'Số: /TB-UBND An Bình, ngày tháng 4 năm 2026\n\n     Ngày 11 tháng 4 năm 2026, Ủy ban họp',
    ],
    ['shows a day inside a sentence', 'Số: /TB-UBND An Bình,\nphiên họp ngày 11 tháng 4 năm 2026 của Ủy ban'],
  ])('stay blank when the image %s', (_, image) => {
    const { text, notes } = fillHeader(LAYER, readAs(image), 1);
    expect(text).toBe(LAYER);
    expect(rulesOf(notes)).toEqual(['review recognize/header-number-missing', 'review recognize/header-day-missing']);
  });
});

describe('header fields of a scan', () => {
  it.each([
    ['printed', 'Số 27-KL/HU\tBình Lâm, ngày 06 tháng 5 năm 2024', {}, []],
    ['written by hand and misread', 'Số: g?- /CT-UBND\tAn Bình, ngày 8đ tháng 3 năm 2018', {}, ['number', 'day']],
    ['read with little confidence', 'Số: 60 /TB-UBND\tAn Bình, ngày 12 tháng 3 năm 2024', { '60': 0.4 }, ['number']],
    ['impossible', 'Số: 61 /TB-UBND\tAn Bình, ngày 34 tháng 12 năm 2024', {}, ['day']],
    ['absent', 'KẾT LUẬN\nvề công tác cán bộ', {}, []],
  ])('%s', (_, text, doubtful, fields) => {
    expect(rulesOf(doubtHeader(readAs(text, doubtful), 1))).toEqual(
      fields.map((field) => `review recognize/header-${field}-doubtful`),
    );
  });
});
