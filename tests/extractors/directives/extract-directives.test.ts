import { describe, expect, it } from 'vitest';
import { extractDirectives } from '../../../extractors/directives/index.js';
import type { Directive } from '../../../schemas/directive.js';
import type { AnnexRow, Block, OutlinedDocument } from '../../../schemas/stages.js';

type Item = readonly [number: string, text: string, extra?: Partial<Block>];

const STYLES: readonly (readonly [RegExp, NonNullable<Block['enumerator']>['style']])[] = [
  [/^[IVX]+$/u, 'roman'],
  [/^\d+$/u, 'arabic'],
];

const readStyle = (value: string) => STYLES.find(([pattern]) => pattern.test(value))?.[1] ?? 'letter';

/** Blocks from numbers and texts: the tree is in the numbers; ¶ stands for a paragraph without one. */
const makeBlocks = (items: readonly Item[]): readonly Block[] =>
  items.map(([number, text, extra], index) => {
    const path = number.split('.');
    const value = path.at(-1) ?? '';
    const above = path.slice(0, -1).join('.');
    const parent = items.findIndex(([other]) => above !== '' && other === above);
    return {
      index,
      parent: parent < 0 ? null : parent,
      enumerator: value.startsWith('¶') ? null : { printed: value, style: readStyle(value), value, recovered: false },
      number,
      content: { text, pieces: [{ at: 0, source: { start: 0, end: text.length } }] },
      page: 1,
      part: 'tasks',
      kind: 'item',
      isDirective: true,
      why: 'judge/item',
      ...extra,
    };
  });

const makeDocument = (blocks: readonly Block[], annexRows: readonly AnnexRow[] = []): OutlinedDocument => ({
  head: [],
  stamps: [],
  blocks,
  recipients: [],
  signature: [],
  footnotes: [],
  furniture: [],
  annexRows,
  span: { start: 0, end: 0 },
});

const extract = (items: readonly Item[]): readonly Directive[] =>
  extractDirectives(makeDocument(makeBlocks(items)), {
    issuedOn: '2024-03-01',
    heldOn: null,
    makeId: (number) => `id-${number}`,
  }).directives;

const bodiesOf = (directives: readonly Directive[], number: string): readonly (readonly string[])[] =>
  (directives.find((one) => one.number === number)?.assignments ?? []).map((assignment) =>
    assignment.bodies.map((body) => `${body.role}${body.inherited ? '*' : ''} ${body.name}`),
  );

const CASES: readonly (readonly [
  name: string,
  items: readonly Item[],
  number: string,
  expected: readonly (readonly string[])[],
])[] = [
  [
    'a lead-in that directs: the item names who executes',
    [
      ['1', '1. Ban cán sự đảng UBND tỉnh tập trung lãnh đạo, chỉ đạo:'],
      ['1.1', '- Các sở, ngành rà soát quỹ đất.'],
    ],
    '1.1',
    [['lead* Ban cán sự đảng UBND tỉnh', 'executing Các sở, ngành']],
  ],
  [
    'a lead-in that directs: an item that names nobody',
    [
      ['1', '1. Giao Ban cán sự đảng UBND tỉnh chỉ đạo UBND tỉnh thực hiện tốt một số việc sau:'],
      ['1.1', '- Đẩy mạnh tuyên truyền.'],
    ],
    '1.1',
    [['lead* Ban cán sự đảng UBND tỉnh', 'executing* UBND tỉnh']],
  ],
  [
    'a lead-in that acts itself: a named subject leads',
    [
      ['1', '1. UBND các huyện, thành phố chịu trách nhiệm:'],
      ['1.1', '- Phân bổ vốn đối ứng.'],
      ['1.2', '- UBND huyện Sông Mây báo cáo kết quả.'],
    ],
    '1.2',
    [['lead UBND huyện Sông Mây']],
  ],
  [
    'a heading that is a name',
    [
      ['II', 'II. TỔ CHỨC THỰC HIỆN', { isDirective: false, kind: 'heading' }],
      ['II.1', '1. Sở Công Thương'],
      ['II.1.1', '- Chủ trì, phối hợp với Sở Xây dựng kiểm tra.'],
    ],
    'II.1.1',
    [['lead* Sở Công Thương', 'coordinating Sở Xây dựng']],
  ],
  [
    'an opening paragraph addresses the items after it',
    [
      ['¶1', 'Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy, chính quyền thực hiện các nhiệm vụ sau:'],
      ['1', '1. Nâng cao nhận thức của nhân dân.'],
    ],
    '1',
    [['lead* các cấp ủy, chính quyền']],
  ],
  [
    'an opening gives way to whoever the item names',
    [
      ['¶1', 'Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy, chính quyền thực hiện các nhiệm vụ sau:'],
      ['1', '1. Giao Sở Y tế kiểm tra.'],
      ['2', '2. Công an tỉnh nắm chắc tình hình.'],
    ],
    '2',
    [['lead Công an tỉnh']],
  ],
  [
    'an opening reaches the items of its own section only',
    [
      ['I', 'I. NHIỆM VỤ', { isDirective: false, kind: 'heading' }],
      ['I.¶1', 'UBND tỉnh yêu cầu Thủ trưởng các sở, ngành thực hiện:'],
      ['I.1', '1. Rà soát quy hoạch.'],
      ['II', 'II. KINH PHÍ', { isDirective: false, kind: 'heading' }],
      ['II.1', '1. Cân đối nguồn lực.'],
    ],
    'II.1',
    [[]],
  ],
  [
    'a closing paragraph takes nothing from the opening',
    [
      ['¶1', 'Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện:'],
      ['1', '1. Rà soát quy hoạch.'],
      ['¶2', 'Kết luận này được phổ biến đến chi bộ.'],
    ],
    '¶2',
    [[]],
  ],
  [
    'who only met gives nobody a task',
    [
      [
        '¶1',
        'Ngày 02/3/2024, Ban Thường vụ Huyện ủy họp và kết luận như sau:',
        { part: 'opening', isDirective: false },
      ],
      ['1', '1. Rà soát quy hoạch.'],
    ],
    '1',
    [[]],
  ],
  [
    'the nearest wins',
    [
      ['¶1', 'UBND tỉnh yêu cầu các sở, ngành thực hiện các nhiệm vụ sau:'],
      ['1', '1. Sở Tài chính:'],
      ['1.a', 'a) Thẩm định dự toán.'],
    ],
    '1.a',
    [['lead* Sở Tài chính']],
  ],
  [
    'coordinating bodies of a lead-in are taken over, too',
    [
      ['1', '1. Bộ Xây dựng:'],
      ['1.a', 'a) Phối hợp với các bộ, ngành hướng dẫn:'],
      ['1.a.1', '- Lập quy hoạch.'],
    ],
    '1.a.1',
    [['lead* Bộ Xây dựng', 'coordinating* các bộ, ngành']],
  ],
  [
    'a lead that also receives stays the lead',
    [
      ['1', '1. UBND tỉnh chỉ đạo:'],
      ['1.1', '- Các sở tổng hợp, báo cáo UBND tỉnh.'],
    ],
    '1.1',
    [['lead* UBND tỉnh', 'executing Các sở', 'receiving UBND tỉnh']],
  ],
  [
    'under a heading the body itself assigns',
    [
      ['1', '1. Đảng ủy các xã Tân An, Bình Minh'],
      ['1.1', '- Phân công cấp ủy viên phụ trách từng thôn.'],
    ],
    '1.1',
    [['lead* Đảng ủy xã Tân An', 'lead* Đảng ủy xã Bình Minh', 'executing cấp ủy viên phụ trách từng thôn']],
  ],
  [
    'under a party committee "Lãnh đạo" is what it does',
    [
      ['1', '1. Đối với Đảng ủy UBND xã'],
      ['1.1', '1.1. Lãnh đạo UBND xã xây dựng phương án.'],
    ],
    '1.1',
    [['lead* Đảng ủy UBND xã', 'executing UBND xã']],
  ],
  [
    'a topic hands on what it took over',
    [
      ['¶1', 'Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện:'],
      ['1', '1. Về công tác cán bộ', { kind: 'heading', isDirective: false }],
      ['1.1', '- Rà soát quy hoạch cán bộ.'],
    ],
    '1.1',
    [['lead* các cấp ủy']],
  ],
  [
    'an assessment hands down nothing',
    [
      ['1', '1. Ban cán sự đảng UBND tỉnh đã chỉ đạo:', { part: 'assessment', isDirective: false }],
      ['1.1', '- Rà soát quy hoạch.'],
    ],
    '1.1',
    [[]],
  ],
];

describe('extractDirectives, inheritance', () => {
  it.each(CASES)('%s', (_name, items, number, expected) => {
    expect(bodiesOf(extract(items), number)).toEqual(expected);
  });
});

const ITEM: Item = ['1.1', '- Rà soát quỹ đất.'];

describe('extractDirectives, what an item is', () => {
  it.each([
    ['a lead-in that directs', '1. Đảng ủy Ủy ban nhân dân tỉnh tập trung lãnh đạo, chỉ đạo:', 'lead-in'],
    ['whom it directs', '1. Giao Đảng ủy xã chỉ đạo Ủy ban nhân dân xã thực hiện tốt một số nội dung sau:', 'lead-in'],
    [
      'a group that it directs',
      '1. Giao Ủy ban nhân dân huyện chỉ đạo các phòng, ban thực hiện các nhiệm vụ sau:',
      'lead-in',
    ],
    ['who answers for it', '1. UBND các huyện, thành phố theo chức năng, nhiệm vụ chịu trách nhiệm:', 'lead-in'],
    ['with whom', 'a) Phối hợp với các sở, ngành liên quan chỉ đạo, hướng dẫn triển khai:', 'lead-in'],
    [
      'a purpose before it',
      '1. Để kịp thời vụ, Huyện ủy yêu cầu các xã thực hiện 03 nhiệm vụ trọng tâm sau đây:',
      'lead-in',
    ],
    [
      'a ground as its own sentence',
      '1. Thực hiện Công văn số 12/UBND ngày 02/3/2024 của UBND tỉnh. Huyện ủy yêu cầu các xã thực hiện các việc sau:',
      'lead-in',
    ],
    [
      'a statement before it',
      '1. Xây dựng nông thôn mới là một việc lớn. Huyện ủy đề nghị các xã triển khai thực hiện:',
      'lead-in',
    ],
    [
      'work that stands in its items',
      '1. Các sở, ban, ngành tỉnh tập trung thực hiện các nhiệm vụ, giải pháp về cải cách hành chính sau:',
      'lead-in',
    ],
    [
      'the same with a day of its own',
      '1. Các sở, ban, ngành tỉnh trước ngày 30/6/2024 thực hiện các nhiệm vụ, giải pháp về cải cách hành chính sau:',
      'task',
    ],
    ['a name', '1. Sở Công Thương', 'heading'],
    ['a name with a colon', '1. Đối với Sở Công Thương:', 'heading'],
    ['a theme', '8. Tổ chức thực hiện:', 'heading'],
    ['what it is about', '- Về phân cấp quản lý đường thôn:', 'heading'],
    ['a theme that obliges', '1. Công tác tuyên truyền phải đi trước một bước:', 'task'],
    ['an order behind a theme', '1. Về lâu dài, rà soát quy hoạch đường thôn:', 'task'],
    ['a task before the colon', '1. Sở Y tế rà soát trang thiết bị, trong đó:', 'task'],
    ['a task in the sentence before', '1. Sở Y tế rà soát trang thiết bị. Trong đó chỉ đạo:', 'task'],
    ['an order without a subject before', '1. Tăng cường kiểm tra. Trong đó, thực hiện các việc sau:', 'task'],
    ['a statement that orders', '1. Xác định chuyển đổi số là việc chung. Các xã thực hiện:', 'task'],
    ['a duty before', '1. Công tác này cần có sự vào cuộc của nhân dân. Các xã thực hiện:', 'task'],
    ['a task in its purpose', '1. Xây dựng kế hoạch đi lại, Sở Y tế chỉ đạo:', 'task'],
    ['a thing to be done', '1. Bố trí ngân sách theo hai nhóm:', 'task'],
    ['a time of its own', '1. Trước ngày 30/6/2024, Sở Y tế chỉ đạo:', 'task'],
    ['no colon', '1. Đảng ủy xã chỉ đạo thực hiện các nhiệm vụ sau.', 'task'],
  ])('%s', (_name, text, kind) => {
    const [above, below] = extract([['1', text], ITEM]);
    expect([above?.kind, above?.parent, below?.kind, below?.parent]).toEqual([kind, null, 'task', '1']);
  });

  it.each([
    ['1. Sở Công Thương', 'a name with nothing under it'],
    ['1. Đảng ủy xã chỉ đạo:', 'a lead-in with nothing under it'],
  ])('%s is a task: %s may have lost its items', (text) => {
    expect(extract([['1', text]])[0]?.kind).toBe('task');
  });

  it('a title need not say who is responsible, a task must', () => {
    const [title] = extract([['1', '8. Tổ chức thực hiện:'], ITEM]);
    expect([title?.needsReview, title?.notes]).toEqual([false, []]);
    expect(extract([['1', '8. Rà soát quỹ đất.']])[0]?.needsReview).toBe(true);
  });

  it('items stand under what announces them, up to the next bare paragraph', () => {
    const directives = extract([
      ['II', 'II. NHIỆM VỤ', { isDirective: false, kind: 'heading' }],
      ['II.¶1', 'Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện các nhiệm vụ sau:'],
      ['II.1', '1. Sở Y tế:'],
      ['II.1.a', 'a) Rà soát trang thiết bị.'],
      ['II.2', '2. Giao Sở Tài chính bố trí vốn.'],
      ['II.¶2', 'Giao Văn phòng Tỉnh ủy theo dõi.'],
      ['II.3', '3. Công an tỉnh nắm tình hình.'],
    ]);
    expect(directives.map(({ number, kind, parent }) => [number, kind, parent])).toEqual([
      ['II.¶1', 'lead-in', null],
      ['II.1', 'heading', 'II.¶1'],
      ['II.1.a', 'task', 'II.1'],
      ['II.2', 'task', 'II.¶1'],
      ['II.¶2', 'task', null],
      ['II.3', 'task', null],
    ]);
  });
});

describe('extractDirectives, the whole record', () => {
  it('carries number, text, place, clarity, deadlines and references', () => {
    const text = '1. Giao Sở Nội vụ rà soát theo Kết luận số 12-KL/TU ngày 05/01/2024, xong trước ngày 30/6/2024.';
    const [directive] = extract([['1', text]]);
    expect(directive).toMatchObject({
      id: 'id-1',
      number: '1',
      text,
      page: 1,
      pieces: [{ at: 0, source: { start: 0, end: text.length } }],
      needsReview: false,
      clarity: { who: true, what: true, when: true },
      notes: [],
    });
    expect(directive?.references.map((one) => one.number)).toEqual(['12-KL/TU']);
    expect(directive?.assignments.flatMap((one) => one.deadlines).map((one) => one.due)).toEqual(['2024-06-30']);
  });

  it.each([
    [
      'a name alone says who, not what, and is to be looked at',
      '1. Sở Công Thương',
      { who: true, what: false, when: false },
      true,
    ],
    ['nobody and no day', '1. Nâng cao chất lượng giáo dục.', { who: false, what: true, when: false }, true],
    ['haste is no time', '1. Sở Y tế khẩn trương rà soát.', { who: true, what: true, when: false }, false],
    ['a rhythm is a time', '1. Sở Y tế báo cáo định kỳ hằng quý.', { who: true, what: true, when: true }, false],
  ])('%s', (_name, text, clarity, needsReview) => {
    const [directive] = extract([['1', text]]);
    expect(directive?.clarity).toEqual(clarity);
    expect(directive?.needsReview).toBe(needsReview);
  });

  it('says so when a document holds no directive', () => {
    const found = extractDirectives(makeDocument([]), { issuedOn: null, heldOn: null, makeId: (number) => number });
    expect(found.directives).toEqual([]);
    expect(found.notes.map((note) => note.rule)).toEqual(['directives/none-found']);
  });

  it('writes out what the document itself abbreviates', () => {
    const directives = extract([
      ['1', '1. Thành lập Ban Chỉ đạo phát triển du lịch xã (sau đây gọi tắt là Ban Chỉ đạo).'],
      ['2', '2. Giao Ban Chỉ đạo ban hành quy chế.'],
    ]);
    const names = directives[1]?.assignments.flatMap((one) => one.bodies).map((body) => [body.name, body.normalized]);
    expect(names).toEqual([['Ban Chỉ đạo', 'ban chỉ đạo phát triển du lịch xã']]);
  });
});

describe('extractDirectives, who answers is said behind the items', () => {
  const theme: readonly Item[] = [
    ['1', '1. Về rác thải'],
    ['1.1', '- Phân loại rác tại nguồn.'],
    ['1.2', '- Sở Y tế kiểm tra rác thải y tế.'],
  ];

  it.each<readonly [string, string, readonly (readonly string[])[]]>([
    ['a line of its own', 'Trách nhiệm chỉ đạo thực hiện: Đảng ủy UBND xã.', [['lead* Đảng ủy UBND xã']]],
    [
      'in brackets, with partners',
      '(Cơ quan chủ trì: Sở Xây dựng; phối hợp: Công an tỉnh)',
      [['lead* Sở Xây dựng', 'coordinating* Công an tỉnh']],
    ],
    ['a name that no list knows', 'Phân công thực hiện: Nhóm Điều phối Mây Xanh.', [['lead* Nhóm Điều phối Mây Xanh']]],
    [
      'several',
      'Đơn vị thực hiện: Sở Xây dựng, UBND xã Nam Sơn 2.',
      [['lead* Sở Xây dựng', 'lead* UBND xã Nam Sơn 2']],
    ],
  ])('%s', (_name, line, expected) => {
    const directives = extract([...theme, ['1.¶1', line]]);
    expect(bodiesOf(directives, '1.1')).toEqual(expected);
    expect(bodiesOf(directives, '1.2')).toEqual([['lead Sở Y tế']]);
    expect(directives.map((one) => one.number)).not.toContain('1.¶1');
  });

  it.each([
    ['a duty is a task', 'Trách nhiệm nêu gương: cán bộ, đảng viên đi đầu.'],
    ['an order is a task', 'Phân công thực hiện: xây dựng kế hoạch chi tiết.'],
    ['more than who answers is a task', 'Cơ quan chủ trì: Sở Xây dựng rà soát, báo cáo kết quả.'],
  ])('%s and gives the items above nobody', (_name, line) => {
    const directives = extract([...theme, ['1.¶1', line]]);
    expect(bodiesOf(directives, '1.1')).toEqual([[]]);
    expect(directives.map((one) => one.number)).toContain('1.¶1');
  });

  it('gives its time to the items above, which say so', () => {
    const directives = extract([
      ...theme,
      ['1.¶1', 'Cơ quan chủ trì: Sở Xây dựng; thời gian hoàn thành: quý III/2024.'],
    ]);
    expect(bodiesOf(directives, '1.1')).toEqual([['lead* Sở Xây dựng']]);
    const item = directives.find((one) => one.number === '1.1');
    expect(item?.assignments.flatMap((one) => one.deadlines).map((one) => one.due)).toEqual(['2024-09-30']);
    expect(item?.notes.map(({ rule }) => rule)).toContain('directives/shared-time');
    expect(directives.map((one) => one.number)).not.toContain('1.¶1');
  });

  it('stays a task where every item above has a time of its own', () => {
    const directives = extract([
      ['1', '1. Chợ'],
      ['1.a', 'a) Dẹp chợ cóc trong tháng 6/2024.'],
      ['1.¶1', 'Cơ quan chủ trì: Sở Xây dựng; thời gian hoàn thành: quý III/2024.'],
    ]);
    const line = directives.find((one) => one.number === '1.¶1');
    expect(line?.assignments.flatMap((one) => one.deadlines).map((one) => one.due)).toEqual(['2024-09-30']);
  });

  it('means the item under which it stands where that has no items of its own', () => {
    const directives = extract([
      ['1', '1. Nạo vét kênh Bến Đò.'],
      ['1.¶1', 'Đơn vị thực hiện: UBND xã Nam Sơn 2.'],
      ['2', '2. Trồng cây.'],
    ]);
    expect(bodiesOf(directives, '1')).toEqual([['lead* UBND xã Nam Sơn 2']]);
    expect(bodiesOf(directives, '2')).toEqual([[]]);
  });

  it('goes back to the line before, no further', () => {
    const directives = extract([
      ['¶1', 'Phân loại rác tại nguồn.'],
      ['¶2', 'Đơn vị thực hiện: UBND xã Nam Sơn 2.'],
      ['¶3', 'Trồng cây ven đường.'],
      ['¶4', 'Đơn vị thực hiện: Sở Xây dựng.'],
    ]);
    expect(bodiesOf(directives, '¶1')).toEqual([['lead* UBND xã Nam Sơn 2']]);
    expect(bodiesOf(directives, '¶3')).toEqual([['lead* Sở Xây dựng']]);
  });
});

describe('extractDirectives, an item of another subject under a heading', () => {
  const under = (text: string) =>
    bodiesOf(
      extract([
        ['1', '1. Sở Tài chính'],
        ['1.1', text],
      ]),
      '1.1',
    );

  it.each([
    ['- Bếp cơm Nghĩa tình Hoa Sen nấu cháo cho bệnh nhân.', 'lead Bếp cơm Nghĩa tình Hoa Sen'],
    ['- Chủ rừng phải phát dọn thực bì.', 'lead Chủ rừng'],
    ['- Nhà thầu Trường Thịnh 5 khắc phục hư hỏng.', 'lead Nhà thầu Trường Thịnh 5'],
    ['- Bố trí kinh phí.', 'lead* Sở Tài chính'],
    ['- Công tác tuyên truyền cần đổi mới.', 'lead* Sở Tài chính'],
    ['- Hộ nghèo được hỗ trợ tiền điện.', 'lead* Sở Tài chính'],
    ['- Nguồn vốn phải được giải ngân hết.', 'lead* Sở Tài chính'],
    ['- Đoàn kết nội bộ phải được giữ gìn.', 'lead* Sở Tài chính'],
  ])('%s', (text, lead) => {
    expect(under(text)).toEqual([[lead]]);
  });

  it('who is urged there executes', () => {
    expect(under('- Rà soát xe công, yêu cầu các đơn vị nộp lại xe thừa trước ngày 30/9/2024.')).toEqual([
      ['lead* Sở Tài chính', 'executing các đơn vị'],
    ]);
    expect(under('- Rà soát xe công. Đồng thời kiểm tra, yêu cầu các đơn vị nộp lại xe thừa.')).toEqual([
      ['lead* Sở Tài chính', 'executing các đơn vị'],
    ]);
  });

  it('an order behind its ground names a lead of its own', () => {
    expect(under('- Thực hiện Công văn số 5, yêu cầu Sở Y tế lập danh mục.')).toEqual([['lead Sở Y tế']]);
  });
});

describe('extractDirectives, annex rows', () => {
  const row: AnnexRow = {
    number: '3',
    task: { text: 'Xây dựng đề án', pieces: [] },
    lead: 'Sở Tài chính,\nSở Y tế',
    coordinating: 'UBND các xã, phường',
    due: 'Trước ngày 30/9/2024',
    page: 4,
  };
  const extractRow = (changed: Partial<AnnexRow>) =>
    extractDirectives(makeDocument([], [{ ...row, ...changed }]), {
      issuedOn: '2024-03-01',
      heldOn: null,
      makeId: (number) => number,
    }).directives[0];

  it('takes bodies and days from its columns', () => {
    const directive = extractRow({});
    expect(directive?.assignments.map((one) => one.bodies.map((body) => `${body.role} ${body.name}`))).toEqual([
      ['lead Sở Tài chính', 'lead Sở Y tế', 'coordinating UBND các xã, phường'],
    ]);
    expect(directive?.assignments.flatMap((one) => one.deadlines).map((one) => one.due)).toEqual(['2024-09-30']);
    expect([directive?.number, directive?.page, directive?.needsReview]).toEqual(['PL.3', 4, false]);
  });

  it('keeps a cell as it stands when no name in it is known', () => {
    const directive = extractRow({ lead: 'Nhóm  Hoa Sen', coordinating: '-' });
    expect(directive?.assignments[0]?.bodies.map((body) => body.name)).toEqual(['Nhóm Hoa Sen']);
  });

  it('keeps an unknown name beside a known one, and says so', () => {
    const directive = extractRow({ lead: 'Sở Tài chính;\nNhóm Hoa Sen', coordinating: 'Các sở, ban, ngành' });
    expect(directive?.assignments[0]?.bodies.map((body) => `${body.role} ${body.name}`)).toEqual([
      'lead Sở Tài chính',
      'lead Nhóm Hoa Sen',
      'coordinating Các sở, ban, ngành',
    ]);
    expect(directive?.notes.map((note) => [note.rule, note.actual])).toEqual([
      ['assignments/unknown-name', 'Nhóm Hoa Sen'],
    ]);
  });

  it.each<[string, string, string[], string[]]>([
    ['Cuối mỗi quý', 'Xây dựng đề án', ['recurring'], []],
    ['Ngay sau Đại hội', 'Xây dựng đề án', ['event'], []],
    ['Cuối vụ', 'Xây dựng đề án', [], ['deadlines/time-unread']],
    ['Theo kế hoạch', 'Xây dựng đề án', [], []],
    ['', 'Xây dựng đề án trước ngày 30/9/2024', ['date'], []],
    ['', 'Gửi đề án trước ngày 20', [], ['deadlines/wording-unread']],
  ])('reads the time “%s” of “%s”', (due, text, kinds, rules) => {
    const directive = extractRow({ due, task: { text, pieces: [] } });
    expect(directive?.assignments.flatMap((one) => one.deadlines).map((one) => one.kind)).toEqual(kinds);
    expect(directive?.notes.map((note) => note.rule)).toEqual(rules);
  });

  it('asks for review when the columns name nobody', () => {
    expect(extractRow({ lead: '', coordinating: '' })?.needsReview).toBe(true);
  });
});
