import { describe, expect, it } from 'vitest';
import cases from '../../../fixtures/cases/silence.json' with { type: 'json' };
import { extractText } from '../../../pipeline/library.js';

const HEAD =
  'ỦY BAN NHÂN DÂN\nTỈNH VÂN GIANG\nSố: 45/TB-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nVân Giang, ngày 10 tháng 3 năm 2025\n\nTHÔNG BÁO\nKết luận của Chủ tịch Ủy ban nhân dân tỉnh tại cuộc họp giao ban\n\nChủ tịch Ủy ban nhân dân tỉnh kết luận như sau:\n';
const TAIL = '\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLò Văn Páo\n';

/** Each task as "number | lead; lead", with " !" where a note or a passage sends the reader to it. */
const summarize = (lines: readonly string[]): readonly string[] => {
  const { directives } = extractText(`${HEAD}${lines.join('\n')}${TAIL}`);
  return directives
    .filter(({ kind, notes }) => kind === 'task' || notes.length > 0)
    .map(({ number, assignments, needsReview }) => {
      const leads = assignments.flatMap(({ bodies }) =>
        bodies.flatMap(({ role, name }) => (role === 'lead' ? [name] : [])),
      );
      return `${number} | ${[...new Set(leads)].join('; ')}${needsReview ? ' !' : ''}`;
    });
};

/** "*" stands for whatever was read of a name that is told to be doubtful. */
const agrees = (found: string, expected: string): boolean =>
  found === expected || (expected.endsWith('| * !') && found.startsWith(expected.slice(0, -3)) && found.endsWith(' !'));

describe.each([...new Set(cases.map(({ kind }) => kind))])('told or right: %s', (kind) => {
  it.each(cases.filter((one) => one.kind === kind))('$name', ({ lines, expect: expected }) => {
    const found = summarize(lines);
    expect(found.map((one, at) => (agrees(one, expected[at] ?? '') ? expected[at] : one))).toEqual(expected);
  });
});
