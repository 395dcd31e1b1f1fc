import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../../extractors/coverage/evidence.js';
import { findLostLines } from '../../../extractors/coverage/lost-lines.js';
import { findDeadlines } from '../../../extractors/deadlines/index.js';
import cases from '../../../fixtures/cases/coverage.json' with { type: 'json' };
import { extractText } from '../../../pipeline/library.js';
import { outlineOne } from '../../pipeline/outline/support.js';

const HEAD = `ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH SÔNG LAM            Độc lập - Tự do - Hạnh phúc

Số: 412/UBND-KT          Sông Lam, ngày 10 tháng 7 năm 2026
V/v quản lý mỏ đá

Kính gửi: Các sở, ban, ngành.

`;
const TAIL = `

Nơi nhận:                 KT. CHỦ TỊCH
- Như trên;               PHÓ CHỦ TỊCH
- Lưu: VT.
                          Trần Văn Bình
`;

describe('coverage', () => {
  it.each(cases)('$name', ({ body, unclaimed }) => {
    const { document } = extractText(`${HEAD}${body.join('\n')}${TAIL}`);
    expect(document.unclaimed.map(({ why }) => why)).toEqual(unclaimed.map(([why]) => why));
    for (const [at, [, words]] of unclaimed.entries()) expect(document.unclaimed[at]?.text).toContain(words);
    expect(document.notes.some((note) => note.rule === 'coverage/unclaimed')).toBe(unclaimed.length > 0);
    expect(document.needsReview).toBe(unclaimed.length > 0);
  });

  it('has negatives by half', () => {
    expect(cases.filter((one) => one.unclaimed.length === 0).length * 2).toBeGreaterThanOrEqual(cases.length);
  });

  it('asks no time of a sentence that nothing in an assessment makes a task', () => {
    let asked = 0;
    const find = (text: string) => {
      asked += 1;
      return findDeadlines(text, { issuedOn: '2026-07-10' });
    };
    expect(readEvidence('Kinh tế tăng trưởng khá trong quý II/2026.', 'kept', find)).toBeUndefined();
    expect(asked).toBe(0);
  });
});

describe('findLostLines', () => {
  const text = `${HEAD}1. Giao Sở Công Thương rà soát các mỏ.\n2. Sở Y tế báo cáo.${TAIL}`;
  const page = {
    number: 1,
    origin: 'plain' as const,
    reason: 'plain',
    quality: 'good' as const,
    rawSpan: { start: 0, end: text.length },
    span: { start: 0, end: text.length },
    words: [],
    confidence: null,
    imageSize: null,
    repaired: false,
  };
  const file = { path: 'a.txt', sha256: '0'.repeat(64), byteLength: 1, mediaType: 'text/plain' as const };
  const repaired = { file, rawText: text, text, pages: [page], edits: [], doubtfulWords: [] };

  it('finds none in a paper that the outline holds whole', () => {
    expect(findLostLines(outlineOne(text), repaired)).toEqual([]);
  });

  it('finds the line of a block that went missing', () => {
    const outlined = outlineOne(text);
    const blocks = outlined.blocks.filter((block) => block.number !== '2');
    expect(findLostLines({ ...outlined, blocks }, repaired).map((line) => line.text)).toEqual(['2. Sở Y tế báo cáo.']);
  });
});
