import { matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { COMPOUNDS } from '../bodies/lexicon.js';
import { parseBodyList } from '../bodies/parse-bodies.js';
import type { ParsedBodies } from '../bodies/parsed.js';

/* Who is told or laid something before in mid-sentence, and is not the subject of what follows. */

/** "*Định kỳ báo cáo Bộ Chính trị, Ban Bí thư* đánh giá …": whoever is reported to at times, of whom none is the subject. */
export const endOfRegularReport = (tokens: readonly Token[], from: number): number | undefined => {
  if (!/^(?:định|hằng|hàng)$/u.test(tokens[from]?.key ?? '')) return undefined;
  for (let i = from + 2; i <= from + 4; i++) {
    if (tokens[i]?.key === 'báo' && tokens[i + 1]?.key === 'cáo')
      return (parseBodyList(tokens, i + 2) ?? findReportedTo(tokens, i + 2))?.to;
  }
  return undefined;
};

const MAX_REPORTED = 10;

/** "báo cáo *kết quả thực hiện về Bộ Công an*": to whom, a few words behind the report. */
const findReportedTo = (tokens: readonly Token[], at: number): ParsedBodies | undefined => {
  for (let i = at; i < at + MAX_REPORTED; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'mark') return undefined;
    if (/^(?:về|lên|với|cho|tới|đến)$/u.test(token.key) && tokens[i + 1]?.isCapital === true)
      return parseBodyList(tokens, i + 1);
  }
  return undefined;
};

// Who is laid something before *thông* qua, *xem* xét, *cho* ý kiến, *quyết* định, *phê* duyệt.
export const DECIDES = new Set(['thông', 'xem', 'cho', 'quyết', 'phê']);

/** "thời gian dự kiến *trình Ban Chấp hành*, Ban Thường vụ thông qua": what stands before the comma is laid before somebody. */
export const isLaidBefore = (tokens: readonly Token[], from: number, at: number): boolean => {
  for (let i = at - 2; i >= Math.max(from, at - MAX_LAID); i--) {
    if (tokens[i]?.kind === 'mark' && tokens[i]?.key !== ',') return false;
    const isLaid = tokens[i]?.key === 'trình' || (tokens[i]?.key === 'báo' && tokens[i + 1]?.key === 'cáo');
    if (!isLaid || matchPhrase(COMPOUNDS, tokens, i - 1) !== undefined) continue;
    const list = parseBodyList(tokens, tokens[i]?.key === 'trình' ? i + 1 : i + 2);
    return list !== undefined && list.to >= at - 1;
  }
  return false;
};
const MAX_LAID = 24;
