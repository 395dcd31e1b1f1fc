import { isAbsolute, relative } from 'node:path';
import { isTold, type Summary } from '../pipeline/summarize-batch.js';
import type { Bilingual } from '../schemas/note.js';
import { formatFigure } from './format.js';
import { type Language, type Speak, say, speak } from './language.js';
import { oneLine } from './print.js';
import { RESULT_NAMES } from './result-names.js';

const describeLeft = (left: number): Bilingual => ({ vi: `còn ${left} tệp`, en: `${left} files are left` });

/** What the summary tells of one file. */
type File = Pick<Summary['files'][number], 'path' | 'reasons' | 'hint' | 'duplicateOf' | 'movedFrom'>;

/** Files of which the same is to be said. */
interface Group {
  readonly reasons: readonly string[];
  readonly files: File[];
}

const groupByReason = (files: readonly File[], language: Language): Group[] => {
  const groups = new Map<string, Group>();
  for (const file of [...files].sort((a, b) => a.path.localeCompare(b.path, 'vi', { numeric: true }))) {
    const reasons = [
      ...file.reasons.map(({ message }) => oneLine(say(message, language))),
      ...(file.hint === null ? [] : [`→ ${say(file.hint, language)}`]),
    ];
    const key = reasons.join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { reasons, files: [file] });
    else group.files.push(file);
  }
  // What is said of many files comes first; ties as the files come.
  return [...groups.values()].sort((a, b) => b.files.length - a.files.length);
};

/** Names of one group that are shown; the manifest and --json have them all. */
const NAMES = 20;

/** A path as it is seen from the folder of whoever typed the command. */
const near = (path: string, folder: string): string => {
  const seen = relative(folder, path);
  return oneLine(seen === '' || seen.startsWith('..') || isAbsolute(seen) ? path : seen);
};

const renderGroup = ({ reasons, files }: Group, folder: string, tell: Speak): string[] => {
  const names = files
    .slice(0, NAMES)
    .map(
      ({ path, duplicateOf, movedFrom }) =>
        near(path, folder) +
        (duplicateOf === null ? '' : ` = ${near(duplicateOf, folder)}`) +
        (movedFrom === undefined ? '' : ` ← ${near(movedFrom, folder)}`),
    );
  const more = files.length - names.length;
  if (more > 0) names.push(tell(`… và ${more} tệp nữa`, `… and ${more} more files`));
  if (files.length === 1)
    return [...names.map((name) => `        ${name}`), ...reasons.map((one) => `          ${one}`)];
  const count = tell(`${files.length} tệp`, `${files.length} files`);
  const head = reasons.map((one, i) => `        ${i === 0 ? `${count}: ${one}` : `  ${one}`}`);
  return [...head, ...names.map((name) => `          ${name}`)];
};

/** Files with what is to be said of them, those of one reason together. `folder`: paths below it are told from there. */
export const renderGroups = (files: readonly File[], language: Language, folder: string): string[] =>
  groupByReason(files, language).flatMap((group) => renderGroup(group, folder, speak(language)));

/**
 * The summary for people: counts first, then every file that needs a look, those of one reason together, with what to do.
 * `folder`: where the command was typed; paths below it are told from there.
 */
export const renderSummary = (summary: Summary, language: Language, folder: string): string => {
  const lines: string[] = [''];
  const tell = speak(language);
  for (const result of ['stored', 'needs-review', 'known', 'duplicate', 'quarantined', 'skipped'] as const) {
    if (summary.counts[result] === 0) continue;
    lines.push(`${String(summary.counts[result]).padStart(6)}  ${say(RESULT_NAMES[result], language)}`);
    const files = summary.files.filter((file) => file.result === result && isTold(file));
    lines.push(...renderGroups(files, language, folder));
  }
  for (const { path, pages } of summary.offers) {
    const where = near(path, folder);
    lines.push(
      tell(
        `→ ${where}: ${pages} ảnh giống các trang của một văn bản; nếu đúng, nạp lại thư mục đó với --join`,
        `→ ${where}: ${pages} images look like the pages of one paper; if they are, ingest that folder again with --join`,
      ),
    );
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
