import { isTold, type Summary } from '../pipeline/summarize-batch.js';
import type { Bilingual } from '../schemas/note.js';
import { formatFigure } from './format.js';
import { type Language, say, speak } from './language.js';
import { oneLine } from './print.js';
import { RESULT_NAMES } from './result-names.js';

const describeLeft = (left: number): Bilingual => ({ vi: `còn ${left} tệp`, en: `${left} files are left` });

/** The summary for people: counts first, then every file that needs a look, with what to do. */
export const renderSummary = (summary: Summary, language: Language): string => {
  const lines: string[] = [''];
  const tell = speak(language);
  for (const result of ['stored', 'needs-review', 'known', 'duplicate', 'quarantined', 'skipped'] as const) {
    if (summary.counts[result] === 0) continue;
    lines.push(`${String(summary.counts[result]).padStart(6)}  ${say(RESULT_NAMES[result], language)}`);
    for (const file of summary.files) {
      if (file.result !== result || !isTold(file)) continue;
      lines.push(`        ${oneLine(file.path)}${file.duplicateOf === null ? '' : ` = ${oneLine(file.duplicateOf)}`}`);
      for (const { message } of file.reasons) lines.push(`          ${oneLine(say(message, language))}`);
      if (file.hint !== null) lines.push(`          → ${say(file.hint, language)}`);
    }
  }
  const speed =
    summary.pagesPerSecond === null
      ? ''
      : ` (${formatFigure(summary.pagesPerSecond, 2, tell)} ${tell('trang/giây', 'pages/s')})`;
  lines.push(
    language === 'vi'
      ? `${summary.directives} nhiệm vụ, ${summary.pages} trang, ${formatFigure(summary.seconds, 1, tell)} giây${speed}`
      : `${summary.directives} tasks, ${summary.pages} pages, ${formatFigure(summary.seconds, 1, tell)} s${speed}`,
  );
  if (summary.interrupted && summary.found === 0) {
    lines.push(
      language === 'vi'
        ? 'Đã dừng theo yêu cầu khi chưa liệt kê xong các tệp; chạy lại cùng lệnh để tiếp tục.'
        : 'Stopped as asked before all files were listed; run the same command to go on.',
    );
  } else if (summary.interrupted) {
    lines.push(
      language === 'vi'
        ? `Đã dừng theo yêu cầu; còn ${summary.left} tệp, chạy lại cùng lệnh để tiếp tục.`
        : `Stopped as asked; ${summary.left} files are left, run the same command to go on.`,
    );
  }
  if (summary.error !== null) {
    // Before the folders were listed nobody knows how many files there are.
    const left = summary.found === 0 ? { vi: 'chưa đọc tệp nào', en: 'no file was read' } : describeLeft(summary.left);
    lines.push(
      language === 'vi'
        ? `Đã dừng vì lỗi [${summary.error.code}]; ${left.vi}, sửa xong chạy lại cùng lệnh.`
        : `Stopped by a failure [${summary.error.code}]; ${left.en}, mend it and run the same command.`,
    );
  }
  return lines.join('\n');
};
