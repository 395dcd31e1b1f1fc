import { describe, expect, it } from 'vitest';
import { settleDoubt } from '../../../pipeline/outline/second-opinion.js';

const TOLD = { part: 'tasks', isDirective: false, why: 'judge/tells-only' } as const;
const PAST = { part: 'assessment', isDirective: false, why: 'judge/tells-past' } as const;

describe('the second threshold', () => {
  it.each<[string, typeof TOLD | typeof PAST, boolean, boolean]>([
    ['Đẩy mạnh tuyên truyền, tạo sự thống nhất trong nhận thức.', TOLD, false, true],
    ['Rà soát các dự án chậm, còn vướng mắc, chưa bàn giao, tồn tại nhiều năm.', PAST, true, true],
    ['Ủy ban nhân dân tỉnh đã ban hành kế hoạch, chưa có kết quả.', TOLD, false, false],
    ['Thống nhất với báo cáo của Sở Y tế.', TOLD, false, false],
    ['Năm 2025, kinh tế tăng trưởng khá nhưng còn hạn chế.', PAST, true, false],
    ['Kết quả giải ngân còn thấp, chưa đạt yêu cầu.', PAST, true, false],
  ])('%s', (text, verdict, isNumbered, isTask) => {
    const settled = settleDoubt(verdict, text, isNumbered, true);
    expect(settled.why === 'judge/in-doubt').toBe(isTask);
    expect(settled.isDirective).toBe(isTask);
    // Before the conclusions have begun everything is the opening's.
    expect(settleDoubt(verdict, text, isNumbered, false)).toBe(verdict);
  });
});
