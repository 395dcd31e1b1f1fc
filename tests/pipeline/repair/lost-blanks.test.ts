import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readFixtureDocuments } from '../../../fixtures/make/gold.js';
import { toNfc } from '../../../language/writing/unicode.js';
import { makeRandom } from '../../../models/make-noise.js';
import { toRaw, toRepaired } from '../../../pipeline/base/edit-map.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { repairText } from '../../../pipeline/library.js';
import { loadRepairer } from '../../../pipeline/repair/repairer.js';
import { repair } from '../../../pipeline/repair/stage.js';
import type { RecognizedPage } from '../../../schemas/stages.js';

const Parted = z.array(z.object({ text: z.string(), expected: z.string() })).min(1);
const Cases = z.strictObject({ parted: Parted, partedOnSuchPages: Parted, kept: z.array(z.string()).min(60) });
const cases = Cases.parse(JSON.parse(readFileSync(packageFile('fixtures/cases/lost-blanks.json'), 'utf8')));
const repairer = loadRepairer();
const mend = (text: string): string => repairer.repair(toNfc(text), { quality: 'good' }).text;

/** A page that lost many blanks, and the same as it was. */
const LOSSY = 'Ban Thường vụĐảng uỷ giao Văn phòng Đảng uỷphối hợp thựchiện nhiệm vụtheo kế hoạch đã đềra.\n';
const WHOLE = 'Ban Thường vụ Đảng uỷ giao Văn phòng Đảng uỷ phối hợp thực hiện nhiệm vụ theo kế hoạch đã đề ra.\n';

describe('blanks of fixtures/cases/lost-blanks.json', () => {
  test.each(cases.parted)('$text', ({ text, expected }) => {
    expect(mend(text)).toBe(expected);
    expect(mend(LOSSY + text)).toBe(WHOLE + expected);
  });

  test.each(cases.partedOnSuchPages)('where others are lost: $text', ({ text, expected }) => {
    expect(mend(LOSSY + text)).toBe(WHOLE + expected);
  });

  test.each(cases.kept)('stays: %s', (text) => {
    expect(mend(text)).toBe(text);
    expect(mend(LOSSY + text)).toBe(WHOLE + text);
  });

  test.each(['các thôn,bản vùng cao', 'đến nhiệm kỳ2025 thì xong', 'nhận bàn giao.Các hộ ký'])(
    'a typist’s lapse stays as printed: %s',
    (text) => {
      expect(mend(text)).toBe(text);
    },
  );
});

/** Takes blanks between letters or figures out at random. */
const loseBlanks = (text: string, share: number): string => {
  const random = makeRandom(29);
  return text.replace(/(?<=[\p{L}\p{N}]) (?=[\p{L}\p{N}])/gu, (blank) => (random() < share ? '' : blank));
};

describe('papers', () => {
  const papers = readFixtureDocuments().map(({ text }) => text);

  test('that lost no blank stay as they are', () => {
    for (const text of papers) expect(repairer.repair(text, { quality: 'good' }).edits).toEqual([]);
  });

  test.each([
    [0.05, 0.92],
    [0.3, 0.9],
  ])('%f of whose blanks were lost get most of them back, and no other', (share, least) => {
    let [lost, back] = [0, 0];
    for (const text of papers) {
      const given = loseBlanks(text, share);
      const { edits } = repairer.repair(given, { quality: 'good' });
      const put = new Set(edits.filter(({ by }) => by === 'blank').map(({ raw }) => raw.start));
      let at = 0;
      for (const letter of text) {
        if (letter === given.charAt(at)) {
          at++;
          continue;
        }
        lost++;
        if (put.delete(at)) back++;
      }
      expect([...put].map((place) => given.slice(place - 9, place + 9))).toEqual([]);
    }
    expect(back / lost).toBeGreaterThan(least);
  });
});

const page = (number: number, text: string, more: Partial<RecognizedPage> = {}): RecognizedPage => ({
  number,
  text,
  origin: 'text-layer',
  reason: 'good',
  quality: 'good',
  words: [],
  confidence: null,
  imageSize: null,
  ...more,
});
const file = { path: 'a.pdf', sha256: 'a'.repeat(64), byteLength: 1, mediaType: 'application/pdf' as const };

describe('the stage', () => {
  const GOOD = 'Văn phòng theo dõi, đôn đốc việc thực hiện kết luận này và báo cáo Thường trực.\n'.repeat(4);

  test('leads every word back to its own letters', async () => {
    const { value } = await repair.run({ file, pages: [page(1, GOOD), page(2, LOSSY)] });
    expect(value.text).toBe(`${GOOD}\f${WHOLE}`);
    for (const { 0: word, index } of value.text.matchAll(/\S+/gu)) {
      const span = { start: index, end: index + word.length };
      const raw = toRaw(value.edits, span);
      expect(value.rawText.slice(raw.start, raw.end)).toBe(word);
      expect(toRepaired(value.edits, raw)).toEqual(span);
    }
    expect(value.pages.map(({ repaired }) => repaired)).toEqual([false, true]);
  });

  test('notes a page with many in earnest, one with few by the way, and says nothing of others', async () => {
    const few = `${GOOD}${GOOD}Giao Ban Thường vụĐảng uỷ.`;
    const { notes } = await repair.run({ file, pages: [page(1, GOOD), page(2, LOSSY), page(3, few)] });
    expect(notes.map(({ rule, level, page: at, actual }) => [rule, level, at, actual])).toEqual([
      ['repair/blanks-put-back', 'review', 2, '5'],
      ['repair/blanks-put-back', 'info', 3, '1'],
    ]);
  });

  test('a page that was taken for mangled only for its blanks is in good order then', async () => {
    const { value } = await repair.run({ file, pages: [page(1, LOSSY, { quality: 'mangled' })] });
    expect(value.text).toBe(WHOLE);
    expect(new Set(value.edits.map(({ by }) => by))).toEqual(new Set(['blank']));
  });

  test('the words of our own engine keep their places', async () => {
    const words = [...LOSSY.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
      text: word,
      span: { start: index, end: index + word.length },
      confidence: 0.99,
      box: { left: 0, top: 0, right: 1, bottom: 1 },
    }));
    const { value } = await repair.run({ file, pages: [page(1, LOSSY, { origin: 'ocr', words })] });
    expect(value.edits.filter(({ by }) => by === 'blank')).toEqual([]);
  });

  test('letters misread beside lost blanks are mended as well, by the decoder', () => {
    const { text, edits } = repairText('Các sở tô chức thựchiện, báo cáo kêt quả vềỦy ban nhân dân xã.');
    expect(text).toBe('Các sở tổ chức thực hiện, báo cáo kết quả về Ủy ban nhân dân xã.');
    expect(edits.map(({ by }) => by)).toEqual(['decoder', 'blank', 'decoder', 'blank']);
  });
});
