import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tellLegacy } from '../../../language/writing/legacy-encodings.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { extractText, repairText } from '../../../pipeline/library.js';
import { isUsualMisreading } from '../../../pipeline/repair/ocr-channel.js';
import { loadRepairer } from '../../../pipeline/repair/repairer.js';

const Cases = z.object({
  corrected: z.array(z.object({ text: z.string(), expected: z.string() })),
  untouched: z.array(z.string()),
  legacy: z.array(z.object({ encoding: z.enum(['tcvn3', 'vni']), text: z.string(), expected: z.string() })),
  notLegacy: z.array(z.string()),
});
const cases = Cases.parse(JSON.parse(readFileSync(packageFile('fixtures/cases/misreadings.json'), 'utf8')));
const repairer = loadRepairer();

describe('scattered misreadings of fixtures/cases/misreadings.json', () => {
  test.each(cases.corrected)('$text', ({ text, expected }) => {
    expect(repairText(text).text).toBe(expected);
  });

  test.each(cases.untouched)('leaves alone: %s', (text) => {
    expect(repairText(text)).toMatchObject({ text, edits: [] });
  });
});

describe('old encodings of fragments', () => {
  test.each(cases.legacy)('$text', ({ encoding, text, expected }) => {
    expect(tellLegacy(text)).toBe(encoding);
    expect(repairText(text).text).toBe(expected);
  });

  test.each(cases.notLegacy)('is none: %s', (text) => {
    expect(tellLegacy(text)).toBeUndefined();
  });
});

const SENTENCE = 'Ủy ban nhân dân các xã báo cáo kết quả thực hiện với Ban Chỉ đạo trước ngày họp.';
const LONG = Array.from({ length: 40 }, (_, i) => `${i + 1}. ${SENTENCE}`).join('\n');

describe('a whole text', () => {
  test('one misprint among many words is a typist’s, and stays as printed', () => {
    const text = `${LONG}\n41. Các sở lòng ghép các nguồn vốn, đẩy mạnh tuyên truyền.`;
    expect(repairer.repair(text, { quality: 'good' })).toEqual({ text, edits: [], doubtful: [], confidence: null });
  });

  test('words written together in a name stay, and are told where they stand', () => {
    const text = 'Khuditích đình Nà Vịt: lập hồ sơ xếp hạng.';
    const result = repairer.repair(text, { quality: 'good' });
    expect(result).toMatchObject({ text, edits: [] });
    expect(result.doubtful.map(({ span }) => text.slice(span.start, span.end))).toEqual(['Khuditích']);
    expect(repairer.repair('Thủ đô Bogotá mời dự hội nghị.', { quality: 'good' }).doubtful).toEqual([]);
  });

  test('several are an engine’s: they are mended, and the document says so', () => {
    const text = `${LONG}\n41. Các sở lông ghép các nguôn vốn, đây mạnh tuyên truyền, tô chức thực hiện.`;
    const { document, directives } = extractText(text);
    expect(directives.at(-1)?.text).toContain('lồng ghép các nguồn vốn, đẩy mạnh tuyên truyền, tổ chức thực hiện');
    expect(document.textOrigin).toBe('repaired');
    expect(extractText(LONG).document.textOrigin).toBe('plain');
  });

  test('a name that the model does not know stays as printed; one that it mends is told', () => {
    const misread = `${LONG}\n41. Các sở lông ghép các nguôn vốn, tô chức thực hiện tại xã`;
    expect(repairer.repair(`${misread} Khe Nọi.`, { quality: 'good' }).text).toContain(
      'tổ chức thực hiện tại xã Khe Nọi.',
    );
    const mended = repairer.repair(`${misread} Tân Lạp.`, { quality: 'good' });
    expect(mended.text).toContain('tổ chức thực hiện tại xã Tân Lập.');
    expect(mended.doubtful.map(({ raw, repaired }) => [raw, repaired])).toContainEqual(['Lạp', 'Lập']);
  });

  test('a rare word said again and again is the paper’s subject, not an engine’s slip', () => {
    const said = [
      'Phòng, chống đuối nước trẻ em',
      'giảm số trẻ tử vong do đuối nước',
      'tập huấn cứu đuối cho giáo viên',
    ];
    const text = `${LONG}\n${said.map((line) => `- ${line}; mở lớp dạy bơi, chở học sinh qua sông.`).join('\n')}`;
    expect(repairer.repair(text, { quality: 'good' })).toEqual({ text, edits: [], doubtful: [], confidence: null });
  });

  test('where few words are mended, every proper word that changed is told where it stands', () => {
    const text = `${LONG}\n41. Các sở lông ghép các nguôn vốn, đây mạnh tuyên truyền, tô chức thực hiện.`;
    const result = repairer.repair(text, { quality: 'good' });
    const told = result.doubtful.map(({ raw, repaired }) => `${raw} ${repaired}`);
    expect(told).toEqual(expect.arrayContaining(['lông lồng', 'đây đẩy', 'tô tổ']));
    const { directives } = extractText(text);
    expect(directives.at(-1)?.notes.map(({ rule }) => rule)).toContain('extract/doubtful-words');
  });

  test('"thâm định" is mended in a paper, though papers that were read badly say it again and again', () => {
    const text = `${LONG}\n41. Các sở thâm định hồ sơ, trình cấp có thâm quyền; tô chức lựa chọn nhà thâu theo quy định.`;
    expect(repairer.repair(text, { quality: 'good' }).text).toContain(
      'Các sở thẩm định hồ sơ, trình cấp có thẩm quyền; tổ chức lựa chọn nhà thầu theo quy định.',
    );
  });

  test('words that nothing explains ask for a person', () => {
    const { document } = extractText(`${SENTENCE}\nCác xã qzrđ sảnx phẩmw tại chợ qvxđ, hỗ trợ wqđz.`);
    expect(document.needsReview).toBe(true);
    expect(document.notes.map(({ rule }) => rule)).toContain('repair/doubtful-words');
  });

  test('a word mended in one place helps where the same form stands again', () => {
    expect(repairText('tổ chức đẳng các cấp, sinh hoạt đẳng').text).toBe('tổ chức đảng các cấp, sinh hoạt đảng');
  });

  test('edits lead to what was read', () => {
    const raw = 'Giao Văn phòng theo dõi, đôn đôc, tông hợp kêt quả báo cáo.';
    const { text, edits } = repairer.repair(raw, { quality: 'good' });
    expect(
      edits.map((edit) => [
        raw.slice(edit.raw.start, edit.raw.end),
        text.slice(edit.repaired.start, edit.repaired.end),
        edit.by,
      ]),
    ).toEqual([
      ['đôc', 'đốc', 'decoder'],
      ['tông', 'tổng', 'decoder'],
      ['kêt', 'kết', 'decoder'],
    ]);
  });
});

describe('what our engine read surely', () => {
  const readBy = (text: string, confidence: number) => ({
    quality: 'good' as const,
    wordConfidences: [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
      span: { start: index, end: index + word.length },
      confidence,
    })),
  });

  test.each([
    ['Đẩy mạnh công tác tuyên tuyền, phổ biến pháp luật', 'Đẩy mạnh công tác tuyên truyền, phổ biến pháp luật'],
    ['rà soát việc thưc hiện kết luận của Ban Thường vụ', 'rà soát việc thực hiện kết luận của Ban Thường vụ'],
  ])('a misprint stays, and goes only where the engine doubted: %s', (text, mended) => {
    expect(repairer.repair(text, readBy(text, 0.965)).text).toBe(text);
    expect(repairer.repair(text, readBy(text, 0.7)).text).toBe(mended);
  });

  test('the other of two spellings stays, however it was read', () => {
    const text = 'không để xẩy ra cháy rừng; hằng năm rà soát';
    expect(repairer.repair(text, readBy(text, 0.7)).text).toBe(text);
  });

  test.each([
    ['tổ', 'tố', true],
    ['Kiểm', 'Kiếm', true],
    ['đồng', 'đông', true],
    ['thực', 'thưc', false],
    ['truyền', 'tuyền', false],
    ['xảy', 'xẩy', false],
  ])('%s read as %s is usual: %s', (clean, printed, usual) => {
    expect(isUsualMisreading(clean, printed)).toBe(usual);
  });
});
