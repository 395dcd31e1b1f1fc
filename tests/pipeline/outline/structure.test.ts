import { describe, expect, it } from 'vitest';
import cases from '../../../fixtures/cases/structure.json' with { type: 'json' };
import { extractText } from '../../../pipeline/library.js';

const HEAD =
  'ỦY BAN NHÂN DÂN\nTỈNH VÂN GIANG\nSố: 45/UBND-KT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nVân Giang, ngày 10 tháng 3 năm 2026\n\n';
const TAIL = '\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLò Văn Páo\n';

const read = ({ title, lines }: { readonly title: readonly string[]; readonly lines: readonly string[] }) => {
  const isLetter = title[0]?.startsWith('V/v') === true;
  const [type = '', abstract = '', ...rest] = title;
  const top = isLetter ? title.join('\n') : `${type}\n${abstract}\n\n${rest.join('\n')}`;
  // The number of a legal text stands in its head.
  const head = top.includes('Số: ') ? HEAD.replace('Số: 45/UBND-KT', rest.at(-1) ?? '') : HEAD;
  const body = top.includes('Số: ') ? `${type}\n${abstract}\n` : top;
  return extractText(`${head}${body}\n${lines.join('\n')}${TAIL}`);
};

describe.each([...new Set(cases.map(({ kind }) => kind))])('%s', (kind) => {
  it.each(cases.filter((one) => one.kind === kind))('$name', (one) => {
    const { directives } = read(one);
    const sure = directives.filter(
      ({ kind: of, notes }) => of === 'task' && !notes.some(({ rule }) => rule === 'directives/task-doubtful'),
    );
    const texts = sure.map(({ text }) => text);
    expect(texts.map((text, at) => text.slice(0, one.tasks[at]?.length ?? text.length))).toEqual(one.tasks);
  });
});

it('doubts what is told below an order, and a time that several items share', () => {
  const rulesOf = (name: string): readonly string[] => {
    const one = cases.find((each) => each.name === name);
    if (one === undefined) throw new Error(name);
    return read(one).directives.flatMap(({ notes }) => notes.map(({ rule }) => rule));
  };
  expect(rulesOf('what is told below an order is doubted')).toContain('directives/task-doubtful');
  expect(rulesOf('a report that directs a body is doubted')).toContain('directives/task-doubtful');
  expect(rulesOf('their time goes to each of them, told to be shared')).toContain('directives/shared-time');
  expect(rulesOf('who leads and helps, below the items')).not.toContain('directives/shared-time');
});
