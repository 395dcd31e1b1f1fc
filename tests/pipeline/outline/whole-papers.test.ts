import { describe, expect, it } from 'vitest';
import { outlineOne } from './support.js';

const LETTER = 'ỦY BAN NHÂN DÂN\nXÃ NÀ LẠN\n\nSố: 7/UBND-KT\n\nKính gửi: Các cơ quan, đơn vị.\n\n';
const PAPER = 'ỦY BAN NHÂN DÂN\nXÃ NÀ LẠN\n\nSố: 7/TB-UBND\n\nTHÔNG BÁO\nVề việc giữ rừng\n\n';
const TAIL =
  '\n\nNơi nhận:                     CHỦ TỊCH\n- Như trên;\n- Lưu: VT.\n\n                              Lò Thị Mai\n';

const tasksOf = (text: string): readonly string[] =>
  outlineOne(`${text}${TAIL}`).blocks.flatMap((block) =>
    block.isDirective && !/:$/u.test(block.content.text) ? [block.content.text] : [],
  );

describe('kinds of fault of whole papers', () => {
  it.each([
    [
      'what voters ask',
      `${LETTER}Sở Y tế nhận được kiến nghị của cử tri xã, cụ thể:\n1. Đề nghị Sở bố trí thêm bác sĩ.\n2. Đề nghị Sở sửa trạm.\nSở Y tế trả lời để cử tri được biết./.`,
      [],
    ],
    [
      'what is asked of somebody, not by him',
      `${LETTER}Ủy ban nhân dân xã yêu cầu một số nội dung, cụ thể:\n1. Phòng Kinh tế sửa mương.\n2. Công an xã trực đêm.`,
      ['1. Phòng Kinh tế sửa mương.', '2. Công an xã trực đêm.'],
    ],
    [
      'a submission that came in',
      `${LETTER}Sở Nội vụ nhận được Tờ trình số 8/TTr-PVH của Phòng Văn hóa đề nghị thêm người.\n1. Đề nghị Phòng Văn hóa bổ sung số liệu.\n2. Đề nghị Sở Tài chính cho ý kiến về kinh phí.`,
      ['1. Đề nghị Phòng Văn hóa bổ sung số liệu.', '2. Đề nghị Sở Tài chính cho ý kiến về kinh phí.'],
    ],
    [
      'remarks below the end',
      `${LETTER}1. Phòng Kinh tế sửa mương.\n2. Công an xã trực đêm./.\n\nTrang 1/1 - Lưu hành nội bộ\nĐề nghị không sao chụp`,
      ['1. Phòng Kinh tế sửa mương.', '2. Công an xã trực đêm./.'],
    ],
    [
      'an order below the end',
      `${LETTER}1. Phòng Kinh tế sửa mương./.\n\nĐề nghị Công an xã trực đêm trước ngày 05/8/2026.`,
      ['1. Phòng Kinh tế sửa mương./.', 'Đề nghị Công an xã trực đêm trước ngày 05/8/2026.'],
    ],
    [
      'a paper that issues itself',
      `${PAPER}Hội đồng nhân dân xã ban hành Nghị quyết quy định mức chi giữ rừng.\n\n1. Phòng Kinh tế lập dự toán.`,
      ['1. Phòng Kinh tế lập dự toán.'],
    ],
    [
      'a plan that somebody is to issue',
      `${LETTER}Đề nghị Phòng Kinh tế ban hành kế hoạch giữ rừng trước ngày 05/8/2026./.`,
      ['Đề nghị Phòng Kinh tế ban hành kế hoạch giữ rừng trước ngày 05/8/2026./.'],
    ],
    [
      "somebody else's words",
      `${LETTER}Ngày 05/8/2026, Văn phòng có Công văn số 9/VP, trong đó Chủ tịch có ý kiến: “giao Phòng Kinh tế lập dự toán”. Phòng đã lập xong.\n\n1. Công an xã trực đêm.`,
      ['1. Công an xã trực đêm.'],
    ],
    [
      'figures',
      `${PAPER}1. Phòng Kinh tế thu phí như sau:\n- Gỗ tròn: 20.000 đồng/khối;\n- Củi: 5.000 đồng/ste.\n2. Công an xã trực đêm.`,
      ['2. Công an xã trực đêm.'],
    ],
    [
      'a figure that has a day',
      `${PAPER}1. Phòng Kinh tế thu phí.\n- Nộp: 20 triệu đồng trước ngày 05/8/2026.`,
      ['1. Phòng Kinh tế thu phí.', '- Nộp: 20 triệu đồng trước ngày 05/8/2026.'],
    ],
    [
      'weighing people is work',
      `${PAPER}1. Về kiểm điểm, đánh giá, xếp loại cán bộ\n(1) Người đứng đầu xem xét, quyết định xếp loại.\n(2) Phòng Nội vụ gửi hồ sơ.`,
      ['(1) Người đứng đầu xem xét, quyết định xếp loại.', '(2) Phòng Nội vụ gửi hồ sơ.'],
    ],
    [
      'weighing what was done is none',
      `${PAPER}I. ĐÁNH GIÁ KẾT QUẢ\n1. Công tác giữ rừng được quan tâm.\nII. NHIỆM VỤ\n1. Công an xã trực đêm.`,
      ['1. Công an xã trực đêm.'],
    ],
    [
      'a body with its verb below figures to be reached',
      `${PAPER}I. CHỈ TIÊU\n1. Ban Tổ chức Đảng ủy giao chỉ tiêu kết nạp đảng viên.\n2. Kết nạp 12 đảng viên.`,
      ['1. Ban Tổ chức Đảng ủy giao chỉ tiêu kết nạp đảng viên.'],
    ],
    [
      'a symbol at the head of a line',
      `${PAPER}     1. Phòng Kinh tế thực hiện đầy đủ các nhiệm vụ, chỉ tiêu được giao tại Nghị quyết số\n214/NQ-HĐND.\n     2. Công an xã trực đêm ở các trạm gác, ghi sổ và báo về phòng trực hằng ngày cho\nđến hết mùa khô.`,
      [
        '1. Phòng Kinh tế thực hiện đầy đủ các nhiệm vụ, chỉ tiêu được giao tại Nghị quyết số 214/NQ-HĐND.',
        '2. Công an xã trực đêm ở các trạm gác, ghi sổ và báo về phòng trực hằng ngày cho đến hết mùa khô.',
      ],
    ],
    [
      'what is to be mended is no assessment',
      `${PAPER}I. CÁC NHIỆM VỤ\n1. Tháo gỡ khó khăn, tạo thuận lợi cho bến đò\na) Phòng Kinh tế cấp phép bến.\n2. Khắc phục các tồn tại, hạn chế ở chợ\na) Công an xã trực chợ.`,
      ['a) Phòng Kinh tế cấp phép bến.', 'a) Công an xã trực chợ.'],
    ],
    [
      'difficulties and shortcomings are told',
      `${PAPER}I. KHÓ KHĂN, HẠN CHẾ\n1. Công tác trực đêm chưa đều.\n2. Thuận lợi chưa được tận dụng.\nII. NHIỆM VỤ\n1. Công an xã trực đêm.`,
      ['1. Công an xã trực đêm.'],
    ],
    [
      'the first item lost its mark',
      `${PAPER.trimEnd()}\n2. Phòng Kinh tế sửa mương nội đồng.\n3. Công an xã trực đêm ở bến.`,
      ['2. Phòng Kinh tế sửa mương nội đồng.', '3. Công an xã trực đêm ở bến.'],
    ],
    [
      'orders announced right below the abstract',
      `${PAPER.trimEnd()}\nỦy ban nhân dân xã yêu cầu:\n2. Phòng Kinh tế sửa mương nội đồng.`,
      ['2. Phòng Kinh tế sửa mương nội đồng.'],
    ],
    [
      'a year at the head of a line of the abstract',
      `${PAPER.trimEnd()} năm\n2026 ở các thôn\n\n1. Công an xã trực đêm.`,
      ['1. Công an xã trực đêm.'],
    ],
    [
      'grounds below the name of the assembly',
      `${PAPER}HỘI ĐỒNG NHÂN DÂN XÃ NÀ LẠN\nCăn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;\nXét Tờ trình số 5/TTr-UBND của Ủy ban nhân dân xã.\nQUYẾT NGHỊ:\n1. Giao Ủy ban nhân dân xã giữ rừng.`,
      ['1. Giao Ủy ban nhân dân xã giữ rừng.'],
    ],
    [
      'a ground that opens a task',
      `${PAPER}1. Căn cứ tình hình mưa lũ, Công an xã trực đêm.`,
      ['1. Căn cứ tình hình mưa lũ, Công an xã trực đêm.'],
    ],
    [
      'a sentence of one body and a paragraph of another',
      `${PAPER}a) Phòng Kinh tế sửa mương nội đồng.\n\nĐề nghị Công an xã trực đêm.\n\nb) Trạm Y tế phát thuốc.`,
      ['a) Phòng Kinh tế sửa mương nội đồng.', 'Đề nghị Công an xã trực đêm.', 'b) Trạm Y tế phát thuốc.'],
    ],
    [
      'a standing office in charge of the rest',
      `${PAPER}I. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế sửa mương.\nCông an xã là cơ quan thường trực, đôn đốc các thôn.`,
      ['1. Phòng Kinh tế sửa mương.', 'Công an xã là cơ quan thường trực, đôn đốc các thôn.'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(tasksOf(text)).toEqual(expected);
  });

  it('reads a title behind the noise of a stamp', () => {
    const { head, blocks } = outlineOne(
      `THỦ TƯỚNG CHÍNH PHỦ\n\nĐÊN s; _¬ CHỈ THỊ\nVề chống lũ\n\n1. Bộ Y tế trực đêm.${TAIL}`,
    );
    expect(head.at(-1)?.text).toBe('Về chống lũ');
    expect(blocks.filter((block) => block.isDirective)).toHaveLength(1);
  });

  it('joins the second line of a short letter whose first one is set in', () => {
    expect(
      tasksOf(
        `${LETTER}     Ủy ban nhân dân xã giao Phòng Kinh tế kiểm tra hoạt động của bến phà qua sông\nĐồi Sim, báo cáo Ủy ban nhân dân xã trước ngày 05/8/2026./.`,
      ),
    ).toEqual([
      'Ủy ban nhân dân xã giao Phòng Kinh tế kiểm tra hoạt động của bến phà qua sông Đồi Sim, báo cáo Ủy ban nhân dân xã trước ngày 05/8/2026./.',
    ]);
  });

  it('ends the title where somebody is wired', () => {
    const { head, blocks } = outlineOne(
      `THỦ TƯỚNG CHÍNH PHỦ\n\nSố: 7/CĐ-TTg\n\nCÔNG ĐIỆN\nV/v chống lũ\nTHỦ TƯỚNG CHÍNH PHỦ điện:\n- Bộ Y tế;\n- Bộ Xây dựng.\n1. Bộ Y tế trực đêm.${TAIL}`,
    );
    expect(head.at(-1)?.text).toBe('V/v chống lũ');
    expect(blocks.filter((block) => block.isDirective).map((block) => block.content.text)).toEqual([
      '1. Bộ Y tế trực đêm.',
    ]);
  });

  it('reads a table whose title of the numbers takes three lines', () => {
    const { annexRows } = outlineOne(
      `${LETTER}1. Các cơ quan thực hiện theo Phụ lục./.${TAIL}\nPhụ lục\nNHIỆM VỤ GIỮ RỪNG\n\nSố     Nhiệm vụ                 Cơ quan              Thời gian\nthứ                             được giao            thực hiện\ntự                              chủ trì              xong\n1      Dựng trạm gác            Phòng Kinh tế        Quý III/2026\n2      Trực đêm mùa khô         Công an xã           Tháng 11/2026\n`,
    );
    expect(annexRows.map(({ number, task, lead, due }) => [number, task.text, lead, due])).toEqual([
      ['1', 'Dựng trạm gác', 'Phòng Kinh tế', 'Quý III/2026'],
      ['2', 'Trực đêm mùa khô', 'Công an xã', 'Tháng 11/2026'],
    ]);
  });
});
