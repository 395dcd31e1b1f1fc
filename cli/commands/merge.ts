import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import type { MergeReport } from '../../output/merge/merge-databases.js';
import type { LeftOut } from '../../output/merge/tally.js';
import type { Bilingual } from '../../schemas/note.js';
import { describeCorrection } from '../describe-correction.js';
import { formatFigure } from '../format.js';
import { withInterrupt } from '../interrupt.js';
import { type Language, readLanguage, type Speak, say, speak, usageError } from '../language.js';
import { oneLine, printText, tell } from '../print.js';
import { readCorrector } from '../read-corrector.js';
import { addCorrectionOptions, runCorrection } from './correct.js';

const LEFT_OUT: Readonly<Record<LeftOut['why'], Bilingual>> = {
  removed: {
    vi: 'đã được gỡ ở một cơ sở dữ liệu (lấy lại: ketluan restore)',
    en: 'was removed in one database (ketluan restore puts it back)',
  },
  purged: { vi: 'đã được xoá hẳn ở một cơ sở dữ liệu', en: 'was deleted for good in one database' },
  classified: {
    vi: 'một cơ sở dữ liệu thấy dấu mật: nằm ở danh sách cách ly',
    en: 'one database met a mark of secrecy: it is in quarantine',
  },
};

/** So many lines of each list are shown; --json has all. */
const LINES = 20;

const list = (title: string, lines: readonly string[], language: Language): readonly string[] => {
  if (lines.length === 0) return [];
  const more = lines.length - LINES;
  const rest = { vi: `  … và ${more} dòng nữa (--json có đủ)`, en: `  … and ${more} more (--json has all)` };
  return [
    `${title}: ${lines.length}`,
    ...lines.slice(0, LINES).map((line) => `  ${line}`),
    ...(more > 0 ? [say(rest, language)] : []),
  ];
};

const count = (n: number, vi: string, en: string, tellIn: Speak): readonly string[] =>
  n === 0 ? [] : [`${formatFigure(n, 0, tellIn)} ${tellIn(vi, en)}`];

const render = (report: MergeReport, language: Language): string => {
  const tellIn = speak(language);
  const { into, wasThere, parts, added, updated, known, behind, quarantined, corrections, names, searches } = report;
  const files = [
    ...count(added, 'tệp mới', 'new files', tellIn),
    ...count(updated, 'tệp có thêm thông tin', 'files with something new', tellIn),
    ...count(known, 'tệp đã có đủ', 'files that were there', tellIn),
    ...count(behind, 'bản trùng hoặc bản cũ của văn bản khác', 'copies or earlier versions', tellIn),
    ...count(quarantined, 'tệp cách ly', 'files in quarantine', tellIn),
  ];
  const brought = [
    ...count(corrections, 'chỉnh sửa', 'corrections', tellIn),
    ...count(names, 'tên đã biết', 'known names', tellIn),
    ...count(searches, 'tìm kiếm đã lưu', 'saved searches', tellIn),
  ];
  const target = wasThere ? tellIn('thêm vào', 'into what was there') : tellIn('tệp mới', 'a new file');
  return [
    tellIn(
      `Đã gộp ${parts.length} cơ sở dữ liệu vào ${oneLine(into)} (${target}), đến thay đổi số ${report.lastChange}`,
      `Merged ${parts.length} databases into ${oneLine(into)} (${target}), up to change ${report.lastChange}`,
    ),
    ...(files.length === 0 ? [] : [`  ${files.join(' · ')}`]),
    ...(brought.length === 0 ? [] : [`  ${tellIn('Mang theo', 'Brought')}: ${brought.join(' · ')}`]),
    ...(files.length + brought.length === 0 ? [tellIn('  Không có gì mới.', '  Nothing was new.')] : []),
    ...parts
      .filter(({ isMigrated }) => isMigrated)
      .map(({ path }) =>
        tellIn(
          `  ${oneLine(path)}: cấu trúc cũ, đọc qua một bản sao được nâng cấp; tệp đó giữ nguyên`,
          `  ${oneLine(path)}: of an older layout, read from a copy brought up to date; the file stays as it is`,
        ),
      ),
    ...list(
      tellIn(
        'Hai nơi sửa khác nhau (tính lần sau, văn bản chờ rà soát)',
        'Corrected otherwise (the later counts, the paper waits for review)',
      ),
      report.clashes.map(({ documentId, directiveId, where, counts, other }) =>
        [
          `${directiveId ?? documentId} · ${say(where, language)}`,
          `${tellIn('tính', 'counts')} ${describeCorrection(counts, tellIn)}`,
          `${tellIn('kia', 'other')} ${describeCorrection(other, tellIn)}`,
        ].join('\n    '),
      ),
      language,
    ),
    ...list(
      tellIn('Không đưa vào', 'Left out'),
      report.leftOut.map(({ path, why }) => `${oneLine(path)}: ${say(LEFT_OUT[why], language)}`),
      language,
    ),
    ...list(
      tellIn('Cần so hai bản', 'To be compared'),
      report.perhaps.map(({ path, reason }) => `${oneLine(path)}: ${say(reason, language)}`),
      language,
    ),
    ...list(
      tellIn('Tìm kiếm trùng tên, giữ cả hai', 'Searches of one name, both kept'),
      report.renamed.map(([was, now]) => `${oneLine(was)} → ${oneLine(now)}`),
      language,
    ),
    ...list(
      tellIn('Bản đã ghi có thể còn văn bản mật', 'Copies that may hold a classified paper'),
      report.copies.map(oneLine),
      language,
    ),
  ].join('\n');
};

/** Files of a merge between two lines that say how far it is. */
const STEP = 1000;

const mergeFiles = async (command: Command, paths: readonly string[], into: string): Promise<void> => {
  if (command.getOptionValueSource('db') === 'cli')
    throw usageError(
      'Cùng --into thì ghi các cơ sở dữ liệu ngay sau merge, không dùng --db',
      'With --into name the databases behind merge, without --db',
    );
  const { mergeDatabases } = await import('../../output/merge/merge-databases.js');
  const language = readLanguage(command);
  const onFile = (done: number, of: number): void => {
    if (done % STEP === 0 && done < of) tell(say({ vi: `${done}/${of} tệp`, en: `${done}/${of} files` }, language));
  };
  const report = await withInterrupt((signal) =>
    mergeDatabases(paths, { into, ...readCorrector(command), onFile, signal }),
  );
  printText(command.opts().json === true ? toJson(report) : render(report, language));
};

/** `ketluan merge <id> <other>`: two items become one; `ketluan merge a.db b.db --into all.db`: databases do. — gộp */
export const registerMerge = (program: Command): void => {
  const command = program
    .command('merge')
    .description(
      'gộp hai mục của một văn bản (mục ghi trước giữ mã), hoặc với --into gộp nhiều cơ sở dữ liệu / put two items of a paper together (the first keeps its id), or with --into several databases',
    )
    .argument(
      '<name...>',
      'mã nhiệm vụ, xem show hoặc search; với --into: các cơ sở dữ liệu / ids of two tasks; with --into: databases',
    )
    .option(
      '--into <file>',
      'cơ sở dữ liệu nhận: tệp mới, hoặc tệp đã có thì gộp thêm vào / database that takes them in: a new one, or one that is there',
    );
  addCorrectionOptions(command).action((names: readonly string[]) => {
    const { into } = command.opts<{ into?: string }>();
    if (into !== undefined) return mergeFiles(command, names, into);
    const [id, other, ...more] = names;
    // Ids are no paths: what lies there as a file was meant as a database.
    if (id === undefined || other === undefined || more.length > 0 || existsSync(id) || existsSync(other))
      throw usageError(
        'Ghi hai mã mục cần gộp; gộp cơ sở dữ liệu thì thêm --into <tệp>',
        'Give the ids of two items; to merge databases add --into <file>',
      );
    return runCorrection(command, () => ({ do: 'merge', id, other }));
  });
};
