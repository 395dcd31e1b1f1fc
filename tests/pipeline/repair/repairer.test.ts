import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreWords, toScoredWords } from '../../../models/compare-texts.js';
import { stripMarks } from '../../../models/make-noise.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { loadRepairer, type RepairResult } from '../../../pipeline/repair/repairer.js';

const repairer = loadRepairer();
const repair = (text: string): RepairResult => repairer.repair(text, { quality: 'mangled' });

/** Fails unless edits are sorted, lie apart, say what they replaced, and leave all else as it was. */
const checkEdits = (raw: string, { text, edits }: RepairResult): void => {
  let rebuilt = '';
  let at = 0;
  for (const edit of edits) {
    expect(edit.raw.start).toBeGreaterThanOrEqual(at);
    rebuilt += raw.slice(at, edit.raw.start);
    expect(edit.repaired.start).toBe(rebuilt.length);
    rebuilt += text.slice(edit.repaired.start, edit.repaired.end);
    expect(edit.repaired.end).toBe(rebuilt.length);
    at = edit.raw.end;
  }
  expect(rebuilt + raw.slice(at)).toBe(text);
};

// A paper of a commune that does not exist, and how an English engine might read it.
const CLEAN = `KẾT LUẬN
CỦA BAN THƯỜNG VỤ HUYỆN ỦY

II- Về nhiệm vụ trong thời gian tới

1. Giao Ủy ban nhân dân huyện chủ trì, phối hợp với các cơ quan, đơn vị liên quan rà soát việc sử dụng đất;
báo cáo Ban Thường vụ trước ngày 15/9/2024.
a) Tiếp tục đẩy mạnh công tác tuyên truyền, vận động Nhân dân thực hiện chủ trương của Đảng.
- Văn phòng Huyện ủy theo dõi, đôn đốc việc thực hiện.`;
const MANGLED = `KET LUAN
CUA BAN THUONG VU HUYEN UY

II- V& nhiém vu trong thoi gian tdi

1. Giao Uy ban nhan dan huyén chi tri, phdi hop vdi cac co quan, don vi lién quan ra soat viéc sir dung dét;
bdo cdo Ban Thudng vu trudc ngay 15/9/2024.
a) Tiép tuc ddy manh céng tac tuyén truyén, vdn déng Nhan dan thyc hién chu truong cia Pang.
- Vin phong Huyén uy theo doi, don déc viéc thyc hién.`;

describe('repair of mangled text', () => {
  test('a whole paper with its lines, capitals, enumerators and dates', () => {
    const result = repair(MANGLED);
    expect(result.text).toBe(CLEAN);
    checkEdits(MANGLED, result);
  });

  test('text without marks gets them back', () => {
    expect(repair(stripMarks(CLEAN)).text).toBe(CLEAN);
  });

  test.each([
    ['C4c D/c Uy vién Ban Thudng vu Huyén uy', 'Các Đ/c Ủy viên Ban Thường vụ Huyện ủy'],
    ['hoan thanh tru6c ngay l5lll/2025', 'hoàn thành trước ngày 15/11/2025'],
    ['Sé Tai chinh tham muu UBND tinh bé tri kinh phi', 'Sở Tài chính tham mưu UBND tỉnh bố trí kinh phí'],
  ])('%s', (given, expected) => {
    expect(repair(given).text).toBe(expected);
  });

  test('figures of all kinds survive', () => {
    const figures = ['18/30', '17,03', '12.500', '2021-2025', '45-KL/HU', '19/3/2024', '60%', '0912'];
    const text = repair(figures.map((figure) => `dat ${figure} tiéu chi`).join('; ')).text;
    expect(figures.filter((figure) => !text.includes(figure))).toEqual([]);
  });

  test('a changed number is marked as such', () => {
    const { edits } = repair('hoan thanh tru6c ngay l5lll/2025');
    expect(edits.map((edit) => edit.by)).toContain('number');
  });

  test('words that nothing explains are named as doubtful, with their place', () => {
    const result = repair('bdo cdo Ban Thudng vu zqxk trudc thang 9');
    expect(result.doubtful.every((w) => result.text.slice(w.span.start, w.span.end) === w.repaired)).toBe(true);
    expect(result.doubtful.map((w) => w.raw)).toContain('zqxk');
  });

  test('damage of another engine is mended, and what is not is named', () => {
    const { text, doubtful } = repair('Giao Vin phdng UBND tinh theo d5i, d6n diic c6c co quan, don vi');
    const expected = 'Giao Văn phòng UBND tỉnh theo dõi, đôn đốc các cơ quan, đơn vị'.split(' ');
    const wrong = text.split(' ').flatMap((word, i) => (word === expected[i] ? [] : [word.replace(',', '')]));
    expect(wrong.length).toBeLessThanOrEqual(2);
    expect(doubtful.map((word) => word.repaired)).toEqual(expect.arrayContaining(wrong));
  });

  test('edits map exactly, whatever the text', () => {
    const piece = fc.constantFrom(
      'Uy',
      'ban',
      'nhan',
      'dén',
      'x4',
      'V&',
      '1.',
      '-',
      '\n',
      '\n\n',
      '\f',
      '  ',
      '15/9',
      '(b/c)',
      'T/M',
      '…',
      '😀',
      'Đảng',
      'th',
      'ường',
      'nhandan',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }),
        fc.constantFrom('mangled' as const, 'good' as const),
        (pieces, quality) => {
          const raw = pieces.join(' ');
          checkEdits(raw, repairer.repair(raw, { quality }));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('one text leaves nothing behind for the next', () => {
    const first = repair(MANGLED);
    repair(stripMarks(CLEAN));
    expect(repair(MANGLED)).toEqual(first);
  });
});

describe('text in good order', () => {
  test('does not change, and repair twice is repair once', () => {
    expect(repairer.repair(CLEAN, { quality: 'good' }).edits).toEqual([]);
    const once = repair(MANGLED).text;
    expect(repairer.repair(once, { quality: 'good' }).text).toBe(once);
  });

  test('the old place of tone marks stays', () => {
    const text = 'Uỷ ban nhân dân huyện báo cáo Ban Thường vụ Huyện uỷ về công tác văn hoá';
    expect(repairer.repair(text, { quality: 'good' }).text).toBe(text);
  });

  test('a word that the engine doubted is mended, one that it was sure of is not', () => {
    const text = 'Giao Văn phòng Huyện ủy theo dõi, đôn đôc việc thực hiện kết luận này';
    const words = (confidence: number) => ({
      quality: 'good' as const,
      wordConfidences: [{ span: { start: text.indexOf('đôc'), end: text.indexOf('đôc') + 3 }, confidence }],
    });
    expect(repairer.repair(text, words(0.4)).text).toBe(text.replace('đôc', 'đốc'));
    const name = 'Giao đồng chí Nguyễn Văn Brôm theo dõi việc thực hiện kết luận này';
    expect(repairer.repair(name, { quality: 'good' }).text).toBe(name);
  });

  const readBy = (text: string, confidence: number) => ({
    quality: 'good' as const,
    wordConfidences: [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
      span: { start: index, end: index + word.length },
      confidence,
    })),
  });

  test('hỏi read as sắc is mended though the engine was fairly sure', () => {
    const text = 'Ban Tố chức Tỉnh ủy theo dõi, đôn đốc việc thực hiện kết luận này';
    expect(repairer.repair(text, readBy(text, 0.95)).text).toBe(
      'Ban Tổ chức Tỉnh ủy theo dõi, đôn đốc việc thực hiện kết luận này',
    );
  });

  test.each(['hoàn thành trong quý II/2022', 'định kỳ hằng quý báo cáo', 'Ban Chấp hành Đảng bộ tỉnh khóa XVII'])(
    'leaves %s alone',
    (text) => {
      expect(repairer.repair(text, readBy(text, 0.9)).text).toBe(text);
    },
  );
});

describe('a run of letters without end', () => {
  // Both took time, and the first memory, with the square of its length: 5,000 letters ended the process.
  test.each([
    ['in text that lost its marks', `${MANGLED}\n`.repeat(3), 'a'.repeat(20_000)],
    ['with marks, in good text', `${CLEAN}\n`.repeat(3), 'bếx'.repeat(20_000)],
  ])('%s stays, and costs no more than its length', (_, text, run) => {
    const quality = text.startsWith(MANGLED) ? 'mangled' : 'good';
    expect(repairer.repair(text + run, { quality }).text.endsWith(run)).toBe(true);
  });
});

const CORPUS = packageFile('..', 'shared', 'corpus');

describe.skipIf(!existsSync(CORPUS))('samples (skipped where ../shared is absent)', () => {
  const read = (prefix: string): string => {
    const name = readdirSync(CORPUS).find((file) => file.startsWith(prefix)) ?? '';
    return readFileSync(join(CORPUS, name), 'utf8').normalize('NFC');
  };
  test('003 reads as its clean twin 000', () => {
    const share = scoreWords(toScoredWords(read('000')), toScoredWords(repair(read('003')).text));
    expect(share).toBeGreaterThanOrEqual(0.983);
  });
  test('clean papers are not harmed', () => {
    for (const name of ['000', '001', '002', '004'])
      expect(repairer.repair(read(name), { quality: 'good' }).edits.length).toBeLessThanOrEqual(1);
  });
});
