import { describe, expect, it } from 'vitest';
import type { Line } from '../../../schemas/stages.js';
import { outline, outlineOne } from './support.js';

const texts = (lines: readonly Line[]): readonly string[] => lines.map((line) => line.text);

describe('columns side by side', () => {
  it('cuts a header at wide gaps and keeps a gap left for a stamp', () => {
    const document = outlineOne(`HUYỆN ỦY KHE VÀNG              ĐẢNG CỘNG SẢN VIỆT NAM
        *                  Khe Vàng, ngày      tháng 6 năm 2022
 Số      -KL/HU

                 KẾT LUẬN
        CỦA BAN THƯỜNG VỤ HUYỆN ỦY
             về công tác bảo vệ rừng
                   -----

   Ngày 02/6/2022, Ban Thường vụ Huyện ủy kết luận như sau:
   1. Hạt Kiểm lâm tuần tra rừng đầu nguồn.

Nơi nhận:                      T/M BAN THƯỜNG VỤ
- Hạt Kiểm lâm,                   PHÓ BÍ THƯ
- Đảng ủy các xã có
rừng phòng hộ,
- Lưu Văn phòng.                 Triệu Văn Khe`);
    expect({
      head: texts(document.head),
      recipients: texts(document.recipients),
      signature: texts(document.signature),
    }).toEqual({
      head: [
        'HUYỆN ỦY KHE VÀNG',
        'ĐẢNG CỘNG SẢN VIỆT NAM',
        '*',
        'Khe Vàng, ngày      tháng 6 năm 2022',
        'Số      -KL/HU',
        'KẾT LUẬN',
        'CỦA BAN THƯỜNG VỤ HUYỆN ỦY',
        'về công tác bảo vệ rừng',
        '-----',
      ],
      recipients: ['- Hạt Kiểm lâm,', '- Đảng ủy các xã có', 'rừng phòng hộ,', '- Lưu Văn phòng.'],
      signature: ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ', 'Triệu Văn Khe'],
    });
  });

  it('parts what OCR ran together below the text', () => {
    const document = outlineOne(`KẾT LUẬN
CỦA BAN THƯỜNG VỤ HUYỆN ỦY
về phòng cháy

Ngày 02/6/2022, Ban Thường vụ Huyện ủy kết luận như sau:

1. Hạt Kiểm lâm tuần tra.

Noi nhén: T/M BAN THƯỜNG VỤ
- Hạt Kiểm lâm, PHÓ BÍ THƯ THƯỜNG TRỰC
- Lưu Văn phòng. Triệu Văn Khe`);
    expect({ recipients: texts(document.recipients), signature: texts(document.signature) }).toEqual({
      recipients: ['- Hạt Kiểm lâm,', '- Lưu Văn phòng.'],
      signature: ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ THƯỜNG TRỰC', 'Triệu Văn Khe'],
    });
  });

  it('parts a long issuer from the place that it touches', () => {
    const document = outlineOne(`ĐẢNG BỘ TỈNH LAM SƠN\tĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY XÃ KHE VÀNG HẠ. Khe Vàng Hạ, ngày 06 tháng 6 năm 2025
Số 12-KL/ĐU

KẾT LUẬN
CỦA BAN THƯỜNG VỤ ĐẢNG ỦY XÃ
về phòng cháy

1. Trạm Kiểm lâm tuần tra.`);
    expect(texts(document.head).slice(2, 4)).toEqual([
      'ĐẢNG ỦY XÃ KHE VÀNG HẠ.',
      'Khe Vàng Hạ, ngày 06 tháng 6 năm 2025',
    ]);
  });

  it('leaves specks of a seal and the header of a copy out of the signature', () => {
    const document = outlineOne(`KẾT LUẬN
CỦA BAN THƯỜNG VỤ HUYỆN ỦY
về phòng cháy

Ngày 02/6/2022, Ban Thường vụ Huyện ủy kết luận như sau:

1. Hạt Kiểm lâm tuần tra.

Nơi nhận:\tHUYỆN ỦY
- Hạt Kiểm lâm,\t\`bÍTHƯ
- Lưu Văn phòng.\tñ - Z
\t4
\tTriệu Văn Khe

HUYỆN ỦY KHE VÀNG\tĐÁNG CỘNG VIỆT NAM
VĂN PHÒNG\tKhe Vàng, ngày 15 tháng 6 năm 2022

Số 61-BS/VPHU
Sao y bản chính`);
    expect({ recipients: texts(document.recipients), signature: texts(document.signature) }).toEqual({
      recipients: ['- Hạt Kiểm lâm,', '- Lưu Văn phòng.'],
      signature: ['HUYỆN ỦY', '`bÍTHƯ', 'Triệu Văn Khe'],
    });
  });

  it('leaves a sentence about a place of receipt in the text', () => {
    const document = outlineOne(`KẾT LUẬN
về một cửa

1. Văn phòng niêm yết

nơi nhận hồ sơ tại sảnh chính.

Nơi nhận:
- Lưu.`);
    expect(document.blocks.map((block) => block.content.text)).toEqual([
      '1. Văn phòng niêm yết nơi nhận hồ sơ tại sảnh chính.',
    ]);
  });

  it('finds a signature that was read before the list on its left', () => {
    const document = outlineOne(`KẾT LUẬN
CỦA BAN THƯỜNG VỤ HUYỆN ỦY
về phòng cháy

1. Hạt Kiểm lâm tuần tra.

T/M BAN THƯỜNG VỤ
BÍ THƯ
Triệu Văn Khe

Nơi nhận:
- Hạt Kiểm lâm,
- Lưu Văn phòng.`);
    expect({ recipients: texts(document.recipients), signature: texts(document.signature) }).toEqual({
      recipients: ['- Hạt Kiểm lâm,', '- Lưu Văn phòng.'],
      signature: ['T/M BAN THƯỜNG VỤ', 'BÍ THƯ', 'Triệu Văn Khe'],
    });
  });
});

describe('several documents', () => {
  const first = `ĐẢNG CỘNG SẢN VIỆT NAM
Số 1-KL/HU
KẾT LUẬN
CỦA BAN THƯỜNG VỤ HUYỆN ỦY
về phòng cháy

1. Hạt Kiểm lâm tuần tra.

Nơi nhận:
- Lưu Văn phòng.

T/M BAN THƯỜNG VỤ
BÍ THƯ
Triệu Văn Khe
`;

  it('splits a bundle and says so', () => {
    const { value, notes } = outline(`${first}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 9/TB-UBND
THÔNG BÁO
Kết luận của Chủ tịch Ủy ban nhân dân huyện

1. Phòng Kinh tế lập dự toán.

Nơi nhận:
- Lưu: VT.`);
    expect(
      value.documents.map((document) => document.blocks.filter((b) => b.isDirective).map((b) => b.content.text)),
    ).toEqual([['1. Hạt Kiểm lâm tuần tra.'], ['1. Phòng Kinh tế lập dự toán.']]);
    expect(notes.map((note) => `${note.level} ${note.rule}`)).toEqual(['review outline/documents-split']);
  });

  it('takes the header of a copy for no document', () => {
    const { value, notes } = outline(`${first}
HUYỆN ỦY KHE VÀNG
VĂN PHÒNG
*
Số 6-BS/VPHU
SAO Y BẢN CHÍNH
ĐẢNG CỘNG SẢN VIỆT NAM
Khe Vàng, ngày 05 tháng 7 năm 2022
CHÁNH VĂN PHÒNG
Lý Thị Sao`);
    expect(value.documents.length).toBe(1);
    expect(texts(value.documents[0]?.signature ?? [])).toEqual(['T/M BAN THƯỜNG VỤ', 'BÍ THƯ', 'Triệu Văn Khe']);
    expect(notes).toEqual([]);
  });
});

describe('annexes', () => {
  const document = (table: string) =>
    outlineOne(`KẾT LUẬN
CỦA BAN THƯỜNG VỤ HUYỆN ỦY
về phòng cháy

1. Các cơ quan thực hiện theo Phụ lục.

Nơi nhận:
- Lưu Văn phòng.

T/M BAN THƯỜNG VỤ
BÍ THƯ
Triệu Văn Khe

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ
${table}`).annexRows.map(({ number, task, lead, coordinating, due }) => [number, task.text, lead, coordinating, due]);

  it('reads a table set with tabs, empty cells included', () => {
    expect(
      document(`STT\tNội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành
1\tRà soát chòi canh lửa\tHạt Kiểm lâm\tĐảng ủy các xã\tTrước 15/7/2022
2\tMua máy thổi gió\tPhòng Tài chính\t\tQuý III/2022
Ghi chú: các việc khác theo chức năng.`),
    ).toEqual([
      ['1', 'Rà soát chòi canh lửa', 'Hạt Kiểm lâm', 'Đảng ủy các xã', 'Trước 15/7/2022'],
      ['2', 'Mua máy thổi gió', 'Phòng Tài chính', '', 'Quý III/2022'],
    ]);
  });

  it('reads titles of columns on two lines', () => {
    expect(
      document(`TT   Nội dung            Cơ quan           Cơ quan           Thời gian
     công việc           chủ trì           phối hợp          hoàn thành
1    Rà soát chòi canh   Hạt Kiểm lâm      Đảng ủy các xã    15/7/2022`),
    ).toEqual([['1', 'Rà soát chòi canh', 'Hạt Kiểm lâm', 'Đảng ủy các xã', '15/7/2022']]);
  });

  it('reads a table that stands in the text', () => {
    const outlined = outlineOne(`KẾT LUẬN
về phòng cháy

1. Phân công nhiệm vụ như sau:

TT\tNội dung\tCơ quan chủ trì\tThời gian
1\tCanh lửa\tHạt Kiểm lâm\tHằng ngày
2\tMua máy\tPhòng Tài chính\tQuý I/2023

2. Giao Văn phòng Huyện ủy theo dõi, đôn đốc việc thực hiện Kết luận này.

Nơi nhận:
- Lưu.`);
    expect(outlined.annexRows.map((row) => [row.number, row.task.text, row.lead, row.due])).toEqual([
      ['1', 'Canh lửa', 'Hạt Kiểm lâm', 'Hằng ngày'],
      ['2', 'Mua máy', 'Phòng Tài chính', 'Quý I/2023'],
    ]);
    expect(outlined.blocks.map((block) => block.number)).toEqual(['1', '2']);
  });

  it('says so where an annex holds no table', () => {
    const { notes } = outline(`KẾT LUẬN
về phòng cháy

1. Các cơ quan thực hiện theo Phụ lục.

Nơi nhận:
- Lưu Văn phòng.

PHỤ LỤC
Các việc của Hạt Kiểm lâm: canh lửa.`);
    expect(notes.map((note) => `${note.level} ${note.rule}`)).toEqual(['review outline/annex-unread']);
  });

  it('reads rows whose cells stand in the middle of their height', () => {
    expect(
      document(`                               Cơ quan          Đơn vị
TT    Nhiệm vụ                                                    Thời gian
                               chủ trì          phối hợp
      Rà soát chòi canh
                               Hạt Kiểm         Đảng ủy
1     lửa toàn huyện, lập                                         Quý III/2022
                               lâm              các xã
      danh sách
      Mua máy thổi gió
2                              Phòng Tài chính                    Quý IV/2022
      cho các trạm`),
    ).toEqual([
      ['1', 'Rà soát chòi canh lửa toàn huyện, lập danh sách', 'Hạt Kiểm lâm', 'Đảng ủy các xã', 'Quý III/2022'],
      ['2', 'Mua máy thổi gió cho các trạm', 'Phòng Tài chính', '', 'Quý IV/2022'],
    ]);
  });

  it('reads a row whose number stands alone between the lines of its cells', () => {
    expect(
      document(`TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian
\tRà soát chòi canh\tHạt Kiểm\tQuý III/2022
1
\tlửa toàn huyện\tlâm
\tMua máy thổi gió\tPhòng\tQuý IV/2022
2
\tcho các trạm\tTài chính`),
    ).toEqual([
      ['1', 'Rà soát chòi canh lửa toàn huyện', 'Hạt Kiểm lâm', '', 'Quý III/2022'],
      ['2', 'Mua máy thổi gió cho các trạm', 'Phòng Tài chính', '', 'Quý IV/2022'],
    ]);
  });

  it('reads cells that stand one below the other', () => {
    expect(
      document(`TT
Nhiệm vụ
Cơ quan
chủ trì
Thời gian

1
Canh lửa
Hạt Kiểm lâm
Hằng ngày

2
Mua máy
Phòng Tài chính
Quý I/2023`),
    ).toEqual([
      ['1', 'Canh lửa', 'Hạt Kiểm lâm', '', 'Hằng ngày'],
      ['2', 'Mua máy', 'Phòng Tài chính', '', 'Quý I/2023'],
    ]);
  });

  it('gives the task alone where a cell of a listed row is missing', () => {
    expect(
      document(`TT
Nhiệm vụ
Cơ quan chủ trì
Thời gian
1
Canh lửa
Hằng ngày
2
Mua máy
Phòng Tài chính
Quý I/2023`),
    ).toEqual([
      ['1', 'Canh lửa', '', '', ''],
      ['2', 'Mua máy', 'Phòng Tài chính', '', 'Quý I/2023'],
    ]);
  });

  it('reads a table of pipes and passes over the title of a group', () => {
    expect(
      document(`| TT | Nhiệm vụ | Chủ trì | Thời hạn |
| --- | --- | --- | --- |
| I | VIỆC CHUNG | | |
| 1 | Canh lửa | Hạt Kiểm lâm | Hằng ngày |
| 2 | Mua máy | Phòng Tài chính | Quý I/2023 |`),
    ).toEqual([
      ['1', 'Canh lửa', 'Hạt Kiểm lâm', '', 'Hằng ngày'],
      ['2', 'Mua máy', 'Phòng Tài chính', '', 'Quý I/2023'],
    ]);
  });

  it('finds no tasks in a table of figures', () => {
    expect(document('TT\tTên chòi\tSố máy\tGhi chú\n1\tChòi 1\t2\t\n2\tChòi 2\t3\t')).toEqual([]);
  });

  it.each([
    ['alone on its line', 'Phụ lục', 1],
    ['with its number', 'Phụ lục số 2', 1],
    ['at the head of a sentence', 'Phụ lục nêu tại mục 1 gồm các việc sau', 0],
  ])('reads "Phụ lục" in small letters %s', (_, title, rows) => {
    const { annexRows } = outlineOne(`KẾT LUẬN
về phòng cháy

1. Các cơ quan thực hiện theo

Phụ lục I kèm theo.

Nơi nhận:
- Lưu Văn phòng.

${title}
DANH MỤC VIỆC

TT\tNội dung\tCơ quan chủ trì\tThời gian
1\tCanh lửa\tHạt Kiểm lâm\tHằng ngày`);
    expect(annexRows.length).toBe(rows);
  });

  it('reads a table set with blanks, wrapped cells included', () => {
    expect(
      document(`TT   Nhiệm vụ                  Đơn vị chủ trì      Đơn vị phối hợp     Thời hạn
1    Rà soát chòi canh         Hạt Kiểm lâm        Đảng ủy các xã      15/7/2022
     lửa toàn huyện
2    Mua máy thổi gió          Phòng Tài chính                         Quý III/2022`),
    ).toEqual([
      ['1', 'Rà soát chòi canh lửa toàn huyện', 'Hạt Kiểm lâm', 'Đảng ủy các xã', '15/7/2022'],
      ['2', 'Mua máy thổi gió', 'Phòng Tài chính', '', 'Quý III/2022'],
    ]);
  });
});
