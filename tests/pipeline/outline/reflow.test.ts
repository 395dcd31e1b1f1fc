import { describe, expect, it } from 'vitest';
import { toSources } from '../../../pipeline/base/edit-map.js';
import { splitParagraphs } from '../../../pipeline/outline/paragraphs.js';
import { splitLines } from '../../../pipeline/outline/printed-lines.js';
import { joinLines } from '../../../pipeline/outline/reflow.js';
import { toRepairedDocument } from './support.js';

const reflow = (text: string): readonly string[] =>
  splitParagraphs(splitLines(toRepairedDocument(text))).map((lines) => joinLines(lines).text);

describe('soft breaks', () => {
  it('joins lines broken at a width, with indents', () => {
    expect(
      reflow(`     Các chi bộ thôn tổ chức họp dân để bàn việc góp đất làm
đường nội đồng, lập danh sách các hộ và đo đạc ngay trong mùa
khô năm nay.
     Ban Quản lý dự án lập hồ sơ thiết kế trình thẩm định đúng
thời gian đã định.`),
    ).toEqual([
      'Các chi bộ thôn tổ chức họp dân để bàn việc góp đất làm đường nội đồng, lập danh sách các hộ và đo đạc ngay trong mùa khô năm nay.',
      'Ban Quản lý dự án lập hồ sơ thiết kế trình thẩm định đúng thời gian đã định.',
    ]);
  });

  it('goes on with a quarter in Roman numerals', () => {
    expect(
      reflow(`     Các chi bộ thôn tổ chức họp dân để bàn việc góp đất làm
đường nội đồng, lập danh sách các hộ và đo đạc xong trong quý
II/2024.
     Ban Quản lý dự án lập hồ sơ thiết kế trình thẩm định đúng
thời gian đã định.`),
    ).toEqual([
      'Các chi bộ thôn tổ chức họp dân để bàn việc góp đất làm đường nội đồng, lập danh sách các hộ và đo đạc xong trong quý II/2024.',
      'Ban Quản lý dự án lập hồ sơ thiết kế trình thẩm định đúng thời gian đã định.',
    ]);
  });

  it('keeps one paragraph a line', () => {
    expect(reflow('Tuy nhiên, còn một số hạn chế.\nCác xã họp dân.\nCác thôn góp đất.')).toEqual([
      'Tuy nhiên, còn một số hạn chế.',
      'Các xã họp dân.',
      'Các thôn góp đất.',
    ]);
  });

  it('joins over an empty line where a sentence goes on', () => {
    expect(reflow('Các xã tổ chức họp dân để bàn việc góp\n\nđất làm đường nội đồng.')).toEqual([
      'Các xã tổ chức họp dân để bàn việc góp đất làm đường nội đồng.',
    ]);
  });

  it('keeps a title in capitals whole and apart from what follows', () => {
    expect(
      reflow(`          II. NHIỆM VỤ VÀ GIẢI PHÁP
            CHỦ YẾU NĂM 2026
     Các chi bộ thôn tổ chức họp dân để bàn việc góp đất làm
đường nội đồng, lập danh sách các hộ và đo đạc ngay trong mùa
khô năm nay.`),
    ).toEqual([
      'II. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU NĂM 2026',
      'Các chi bộ thôn tổ chức họp dân để bàn việc góp đất làm đường nội đồng, lập danh sách các hộ và đo đạc ngay trong mùa khô năm nay.',
    ]);
  });

  it('takes no dash in mid-sentence for an item', () => {
    expect(
      reflow(`Để chuẩn bị cho mùa lễ hội và đón khách trong những tháng tới,
giao Sở Văn hóa, Thể thao và Du lịch phối hợp với Sở Lao động
- Thương binh và Xã hội lập kế hoạch giai đoạn từ năm 2026
- 2030 và trình duyệt ngay trong tháng này để kịp thực hiện.`),
    ).toEqual([
      'Để chuẩn bị cho mùa lễ hội và đón khách trong những tháng tới, giao Sở Văn hóa, Thể thao và Du lịch phối hợp với Sở Lao động - Thương binh và Xã hội lập kế hoạch giai đoạn từ năm 2026 - 2030 và trình duyệt ngay trong tháng này để kịp thực hiện.',
    ]);
  });

  it('joins codes and years without a blank', () => {
    expect(
      reflow('thực hiện Công văn số 77/UBND-\nKGVX và Kế hoạch giai đoạn 2026-\n2030 của huyện, báo cáo\nkết quả.'),
    ).toEqual(['thực hiện Công văn số 77/UBND-KGVX và Kế hoạch giai đoạn 2026-2030 của huyện, báo cáo kết quả.']);
  });
});

describe('the way back', () => {
  it('leads every piece to its place and leaves markdown out', () => {
    const text = 'Giao **Sở Y tế**  mua\nthuốc (*nếu cần*).';
    const content = joinLines(splitLines(toRepairedDocument(text)));
    expect(content.text).toBe('Giao Sở Y tế mua thuốc (nếu cần).');
    const quote = content.text.indexOf('Sở Y tế mua thuốc');
    const sources = toSources(content.pieces, { start: quote, end: quote + 'Sở Y tế mua thuốc'.length });
    expect(sources.map((span) => text.slice(span.start, span.end)).join('|')).toBe('Sở Y tế|mua|thuốc');
  });
});
