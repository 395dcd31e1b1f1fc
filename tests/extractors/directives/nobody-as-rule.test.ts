import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { extractText } from '../../../pipeline/library.js';

const Case = z.strictObject({
  name: z.string(),
  items: z.array(z.string()),
  /** Numbers of the items that keep the doubt as a note to be looked at. */
  doubted: z.array(z.string()),
  /** How many items the one note on the document counts; 0 where there is none. */
  general: z.int(),
});
const CASES = z.array(Case).parse(JSON.parse(readFileSync(packageFile('fixtures/cases/nobody-named.json'), 'utf8')));

const HEAD = `TỈNH ỦY LAM GIANG          ĐẢNG CỘNG SẢN VIỆT NAM
*                          Lam Giang, ngày 17 tháng 5 năm 2026
Số 12-NQ/TU

NGHỊ QUYẾT
CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH
về phát triển kinh tế - xã hội
-----
Ban Chấp hành Đảng bộ tỉnh quyết nghị các nhiệm vụ sau:

`;
const TAIL = `

Nơi nhận:                  T/M TỈNH ỦY
- Lưu Văn phòng Tỉnh ủy.   BÍ THƯ

                           Lê Văn Bình
`;

describe('tasks that name nobody', () => {
  it.each(CASES)('$name', ({ items, doubted, general }) => {
    const { document, directives } = extractText(`${HEAD}${items.join('\n')}${TAIL}`);
    const nobody = directives.filter(({ notes }) => notes.some(({ rule }) => rule === 'assignments/nobody-named'));
    const levelOf = ({ notes }: (typeof directives)[number]) =>
      notes.find(({ rule }) => rule === 'assignments/nobody-named')?.level;
    expect(nobody.filter((one) => levelOf(one) === 'review').map(({ number }) => number)).toEqual(doubted);
    expect(nobody.filter((one) => levelOf(one) === 'info')).toHaveLength(general);
    const told = document.notes.filter(({ rule }) => rule === 'directives/nobody-as-rule');
    expect(told.map(({ message }) => /\d+/u.exec(message.en)?.[0])).toEqual(general === 0 ? [] : [String(general)]);
    expect(document.needsReview).toBe(true);
  });
});
