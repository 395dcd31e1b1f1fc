import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OcrEngine } from '../../pipeline/base/contract.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { buildPipeline } from '../../pipeline/build-pipeline.js';
import { hashBytes } from '../../pipeline/intake/stage.js';
import { mayBePaper } from '../../pipeline/may-be-paper.js';
import { runDocument } from '../../pipeline/run-document.js';
import { makeNote } from '../../schemas/note.js';

const ocr: OcrEngine = {
  id: 'none',
  read: () => Promise.reject(new Error('no images here')),
  close: async () => undefined,
};
const pipeline = buildPipeline();

const readText = async (text: string) => {
  const bytes = new TextEncoder().encode(text.normalize('NFC'));
  const file = { path: 'x.txt', sha256: hashBytes(bytes), byteLength: bytes.length, mediaType: 'text/plain' as const };
  const read = await runDocument({ file, bytes }, pipeline, { ocr, signal: new AbortController().signal });
  if (read.kind === 'failed') throw read.error;
  return read;
};

const judge = async (text: string): Promise<boolean> => mayBePaper(await readText(text));

const CODE = readFileSync(packageFile('pipeline', 'list-files.ts'), 'utf8');
const LOG = Array.from(
  { length: 60 },
  (_, i) => `2026-03-02T10:00:${10 + (i % 50)} INFO job ${i} done in ${i * 7} ms`,
).join('\n');

describe('mayBePaper', () => {
  it.each([
    ['source code', CODE],
    ['a log', LOG],
    ['a shopping list', 'Mua sữa\nGọi chị Lan\n- 3 cân gạo\n- trả tiền điện trước ngày 15/3\n'],
    ['notes of a meeting', 'Họp giao ban thứ hai\nAnh Minh: tiến độ cầu treo\nChị Hoa: chuẩn bị hội trường\n'],
    ['a table of figures', 'stt,ten,so\n1,Nguyễn Văn A,12\n2,Lê Thị B,13\n3,Trần C,14\n'],
    ['a page of settings', '[server]\nport = 8080\nhost = localhost\n\n[log]\nlevel = warn\n'],
    ['source code with a comment about a body', `// hoàn thành trước ngày 15/6\nconst UBND = 1;\n${CODE}`],
    ['a letter home', 'Mẹ ơi con đã đến nơi rồi. Mai con đi làm, tối con gọi. Con gửi lời thăm ông bà.\n'],
    ['English prose', 'The river rose in the night. Nobody slept, and by the morning the lower road was gone.\n'],
    ['a poem', 'Sáng nay ra đồng\nlúa đã ngả vàng\ngió đưa hương chín\nvề tận đầu làng\n'],
  ])('takes %s for none', async (_, text) => {
    expect(await judge(text)).toBe(false);
  });

  it.each([
    ['a part of a paper without its head', '3. Giao Sở Tài chính bố trí kinh phí trước ngày 15/3/2026.\n'],
    [
      'a title and items that name nobody',
      'KẾT LUẬN\nvề công tác phòng, chống cháy rừng\n\n1. Tăng cường tuần tra.\n2. Rà soát phương án.\n',
    ],
    [
      'a letter',
      'UBND XÃ LÂM THƯỢNG\nSố: 12/UBND-VP\n\nKính gửi: Các trưởng thôn\n\nĐề nghị dọn vệ sinh đường làng.\n',
    ],
    ['the end of a paper', 'Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nVi Thị Nhàn\n'],
    [
      'the table of an appendix',
      'PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ THỰC HIỆN KẾT LUẬN SỐ 18-KL/HU\nTT | Nội dung | Cơ quan chủ trì\n1 | Rà soát hộ nghèo | Phòng Lao động\n',
    ],
    [
      'a middle page that only tells',
      'Công tác xây dựng Đảng đạt nhiều kết quả. Ban Thường vụ Huyện ủy đánh giá cao sự nỗ lực của các cấp.\n',
    ],
    ['a roster', 'TT|Họ và tên|Chức vụ\n1|Đinh Văn Lực|Bí thư Đảng ủy\n2|Hà Thị Nga|Chủ tịch UBND xã\n'],
    [
      'items from the middle of a list',
      'e) Kiên quyết thu hồi dự án chậm tiến độ.\ng) Bàn giao mặt bằng trong tháng 9.\n',
    ],
    ['grounds', 'Căn cứ Nghị quyết số 19-NQ/TW;\nXét đề nghị của Giám đốc Sở Nội vụ,\n'],
    ['a part without accents', 'Dieu 2. Chanh Van phong, Truong phong Tai chinh chiu trach nhiem thi hanh\n'],
    [
      'a damaged text that may be one',
      'TØnh ñy §¾k N©ng ®Ò nghÞ c¸c c¬ quan, ®¬n vÞ thùc hiÖn nghiªm tóc.\n'.repeat(3),
    ],
  ])('takes %s for one', async (_, text) => {
    expect(await judge(text)).toBe(true);
  });

  it('takes a text for one that holds one word in doubt and is damaged otherwise, too', async () => {
    const read = await readText('Mẹ ơi con đã đến nơi rồi. Mai con đi làm, tối con gọi. Con gửi lời thăm ông bà.\n');
    expect(read.repaired.doubtfulWords.length).toBe(1);
    const note = makeNote('repair/unreadable-text', { page: 1, actual: 'foreign' });
    const documents = read.documents.map((one) => ({
      ...one,
      document: { ...one.document, notes: [...one.document.notes, note] },
    }));
    expect(mayBePaper({ ...read, documents })).toBe(true);
  });

  it('takes every paper of the fixtures for one', async () => {
    const names = readdirSync(packageFile('fixtures', 'documents'));
    const judged = await Promise.all(
      names.map((name) => judge(readFileSync(packageFile('fixtures', 'documents', name, 'text.txt'), 'utf8'))),
    );
    expect(names.filter((_, i) => judged[i] !== true)).toEqual([]);
    expect(names.length).toBeGreaterThan(10);
  });
});
