import { describe, expect, test } from 'vitest';
import { toRaw } from '../../../pipeline/base/edit-map.js';
import { repair } from '../../../pipeline/repair/stage.js';
import type { RecognizedPage, RepairedDocument } from '../../../schemas/stages.js';

const file = { path: 'a.txt', sha256: 'a'.repeat(64), byteLength: 1, mediaType: 'text/plain' as const };
const page = (number: number, text: string, more: Partial<RecognizedPage> = {}): RecognizedPage => ({
  number,
  text,
  origin: 'plain',
  reason: 'good',
  quality: 'good',
  words: [],
  confidence: null,
  imageSize: null,
  ...more,
});
const run = (pages: readonly RecognizedPage[]) => repair.run({ file, pages });

const slice = ({ text, edits, rawText }: RepairedDocument) =>
  edits.map((edit) => [
    rawText.slice(edit.raw.start, edit.raw.end),
    text.slice(edit.repaired.start, edit.repaired.end),
  ]);

const GOOD = 'Ban Thường vụ Huyện uỷ giao Văn phòng theo dõi việc thực hiện kết luận này.';
const TCVN3 = 'Sè 12 ngµy 05 th¸ng 4';
const MANGLED = 'Giao Vin phong Huyén uy theo ddi, don déc viéc thuc hién trudc ngay l5/9/2024.';

describe('repair', () => {
  test('good pages stay, old codes are converted, mangled text is mended; edits lie in the document', async () => {
    const { value, notes } = run([
      page(1, GOOD),
      page(2, TCVN3, { quality: 'tcvn3' }),
      page(3, MANGLED, { quality: 'mangled' }),
    ]);
    expect(value.rawText).toBe([GOOD, TCVN3, MANGLED].join('\f'));
    expect(value.text.split('\f')).toEqual([
      GOOD,
      'Số 12 ngày 05 tháng 4',
      'Giao Văn phòng Huyện ủy theo dõi, đôn đốc việc thực hiện trước ngày 15/9/2024.',
    ]);
    expect(slice(value).slice(0, 4)).toEqual([
      ['Sè', 'Số'],
      ['ngµy', 'ngày'],
      ['th¸ng', 'tháng'],
      ['Vin', 'Văn'],
    ]);
    expect(value.pages.map((p) => p.repaired)).toEqual([false, true, true]);
    expect(value.pages.map((p) => value.text.slice(p.span.start, p.span.end))).toEqual(value.text.split('\f'));
    expect(value.pages.map((p) => toRaw(value.edits, p.span))).toEqual(value.pages.map((p) => p.rawSpan));
    expect(notes.filter((note) => note.rule === 'repair/number-changed').map((n) => [n.actual, n.expected])).toEqual([
      ['l5/9/2024', '15/9/2024'],
    ]);
    expect(repair.output.parse(value)).toEqual(value);
  });

  test('words of an OCR page keep their boxes, at their place in the raw text of the document', async () => {
    const text = 'theo dõi, đôn đôc việc thực hiện kết luận của Ban Thường vụ Huyện ủy';
    const at = text.indexOf('đôc');
    const word = {
      text: 'đôc',
      span: { start: at, end: at + 3 },
      box: { left: 1, top: 2, right: 3, bottom: 4 },
      confidence: 0.4,
    };
    const { value } = run([page(1, GOOD), page(2, text, { origin: 'ocr', words: [word] })]);
    expect(slice(value)).toEqual([['đôc', 'đốc']]);
    const placed = value.pages[1]?.words[0];
    expect(value.rawText.slice(placed?.span.start, placed?.span.end)).toBe('đôc');
    expect(placed?.box).toEqual(word.box);
  });

  test('a page that cannot be read as Vietnamese asks for a person', async () => {
    const { value, notes } = run([page(1, '7ӌ1+ 6Ӣ &Ð1*', { quality: 'shifted' })]);
    expect(value.text).toBe('7ӌ1+ 6Ӣ &Ð1*');
    expect(notes.map((note) => [note.level, note.rule, note.page])).toEqual([['review', 'repair/unreadable-text', 1]]);
  });

  test('a document without pages is an empty text', async () => {
    expect(run([]).value).toEqual({ file, rawText: '', text: '', pages: [], edits: [], doubtfulWords: [] });
  });
});
