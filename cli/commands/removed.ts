import type { Command } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import type { CsvColumns } from '../../output/export/csv.js';
import { requireFile, requireRemoved } from '../../output/store/find-file.js';
import { findForward } from '../../output/store/paper-files.js';
import {
  listRemoved,
  purgeFiles,
  type RemovedFile,
  removeFiles,
  restoreFiles,
} from '../../output/store/removed-files.js';
import { describeRemoval } from '../../output/store/take-out.js';
import { formatMoment } from '../format.js';
import { readLanguage, type Speak, speak, usageError } from '../language.js';
import { addListOptions, giveList } from '../list-output.js';
import { oneLine, printText } from '../print.js';
import { describeRemoved } from '../removed-names.js';
import { addStoreOption, withStore, withWritableStore } from '../store-option.js';
import { readDoer } from '../surroundings.js';

const hashOf = ({ sha256 }: { readonly sha256: string }): string => sha256;

const formatRemoval = (files: readonly RemovedFile[], dryRun: boolean, say: Speak): string => {
  const others = files.reduce((sum, { documents }) => sum + documents.length - 1, 0);
  const head = dryRun
    ? say('Sẽ gỡ cả tệp; chưa thay đổi gì:', 'Would remove the whole file; nothing was changed:')
    : say('Đã gỡ cả tệp:', 'Removed the whole file:');
  return [
    head,
    ...files.map((file) => describeRemoved(file, say)),
    ...(others > 0
      ? [
          say(
            'Các văn bản trên nằm trong cùng một tệp nên đi cùng nhau.',
            'These documents lie in one file and go together.',
          ),
        ]
      : []),
    ...(dryRun
      ? []
      : files.map(({ sha256, documents }) => {
          const name = documents[0]?.id ?? sha256;
          return say(`Lấy lại: ketluan restore ${name}`, `Put it back: ketluan restore ${name}`);
        })),
  ].join('\n');
};

/** `ketluan remove 118-KL/TU`: takes a file out with all its documents. — gỡ văn bản */
export const registerRemove = (program: Command): void => {
  const command = program
    .command('remove')
    .description(
      'gỡ một văn bản cùng cả tệp của nó; lấy lại được bằng restore / take out a document with its whole file',
    )
    .argument('<name>', 'mã văn bản, số ký hiệu hoặc đường dẫn tệp / id, number or path');
  addStoreOption(command)
    .option('--dry-run', 'chỉ cho biết sẽ gỡ gì / only say what would be removed', false)
    .option('--json', 'in một đối tượng JSON / print one JSON object', false)
    .action(async (name: string) => {
      const { dryRun, json } = command.opts<{ dryRun: boolean; json: boolean }>();
      let forward: string | undefined;
      const files = await (dryRun ? withStore : withWritableStore)(command, (db) => {
        const { sha256 } = requireFile(db, name);
        const doer = readDoer();
        const told = dryRun ? describeRemoval(db, sha256, { ...doer, undone: false }) : undefined;
        if (dryRun) return told === undefined ? [] : [told];
        const removed = removeFiles(db, [sha256], doer);
        forward = findForward(db, sha256)?.path;
        return removed;
      });
      const say = speak(readLanguage(command));
      const next =
        forward === undefined
          ? ''
          : `\n${say('Từ nay tính bản khác của văn bản', 'Another file of the paper counts now')}: ${oneLine(forward)}`;
      const result = { removed: files, dryRun, ...(forward === undefined ? {} : { forward }) };
      printText(json ? toJson(result) : formatRemoval(files, dryRun, say) + next);
    });
};

/** `ketluan restore 7`: puts back what was removed. — khôi phục */
export const registerRestore = (program: Command): void => {
  const command = program
    .command('restore')
    .description('lấy lại những gì đã gỡ, kèm chỉnh sửa / put back what was removed, with its corrections')
    .argument('<name>', 'số lượt nạp, mã văn bản, số ký hiệu hoặc đường dẫn tệp / batch, id, number or path');
  addStoreOption(command)
    .option('--json', 'in một đối tượng JSON / print one JSON object', false)
    .action(async (name: string) => {
      const result = await withWritableStore(command, (db) =>
        restoreFiles(db, requireRemoved(db, name).map(hashOf), readDoer()),
      );
      const say = speak(readLanguage(command));
      const { restored, unreadable } = result;
      const lines = [
        say(`Đã lấy lại ${restored.length} tệp:`, `Put back ${restored.length} files:`),
        ...restored.map((file) => describeRemoved(file, say)),
        ...unreadable.map(({ path, sha256 }) =>
          say(
            `  ${oneLine(path)}: bản lưu không đọc được bằng phiên bản này; xoá hẳn (ketluan purge ${sha256}) rồi nạp lại tệp gốc`,
            `  ${oneLine(path)}: its record cannot be read by this version; purge it (ketluan purge ${sha256}) and ingest the original`,
          ),
        ),
      ];
      printText(command.opts().json === true ? toJson(result) : lines.join('\n'));
    });
};

const COLUMNS: CsvColumns<RemovedFile> = [
  ['Đường dẫn', (file) => file.path],
  ['SHA-256', (file) => file.sha256],
  ['Gỡ lúc', (file) => file.removedAt],
  ['Người gỡ', (file) => file.removedBy],
  ['Lượt nạp', (file) => file.batchKey],
  ['Gỡ cùng lượt', (file) => (file.undone ? 'hoàn tác' : null)],
  ['Mã văn bản', (file) => file.documents.map(({ id }) => id).join('; ')],
  ['Số văn bản', (file) => file.documents.map(({ number }) => number ?? '').join('; ')],
];

/** When, by whom and how: said once for files that went together. */
const formatOccasion = (file: RemovedFile, say: Speak): string => {
  const how =
    file.undone && file.batchKey !== null
      ? say(`hoàn tác lượt ${file.batchKey}`, `undo of batch ${file.batchKey}`)
      : say('gỡ riêng', 'by itself');
  return `${formatMoment(file.removedAt)} · ${oneLine(file.removedBy)} · ${how}`;
};

const formatRemoved = (files: readonly RemovedFile[], say: Speak): string => {
  const lines: string[] = [];
  let last = '';
  for (const file of files) {
    const occasion = formatOccasion(file, say);
    if (occasion !== last) lines.push(occasion);
    last = occasion;
    lines.push(describeRemoved(file, say));
  }
  return lines.join('\n');
};

/** `ketluan removed`: what may be put back. — danh sách đã gỡ */
export const registerRemoved = (program: Command): void => {
  const command = program
    .command('removed')
    .description('những tệp đã gỡ, còn lấy lại được / files that were removed and may be put back');
  addListOptions(addStoreOption(command)).action(async () => {
    const files = await withStore(command, listRemoved);
    const say = speak(readLanguage(command));
    await giveList(command, files, {
      columns: COLUMNS,
      text: () => (files.length === 0 ? say('Không có gì đã gỡ.', 'Nothing was removed.') : formatRemoved(files, say)),
    });
  });
};

/** `ketluan purge --yes`: removed for good. — xoá hẳn */
export const registerPurge = (program: Command): void => {
  const command = program
    .command('purge')
    .description('xoá hẳn những gì đã gỡ, không lấy lại được nữa / delete for good what was removed')
    .argument('[names...]', 'số lượt nạp, mã văn bản, số ký hiệu hoặc đường dẫn tệp / batches, ids, numbers or paths');
  addStoreOption(command)
    .option('--yes', 'xoá tất cả những gì đã gỡ / delete everything that was removed', false)
    .option('--json', 'in một đối tượng JSON / print one JSON object', false)
    .action(async (names: string[]) => {
      const { yes, json } = command.opts<{ yes: boolean; json: boolean }>();
      const say = speak(readLanguage(command));
      const result = await withWritableStore(command, (db) => {
        const all = listRemoved(db);
        if (names.length === 0 && !yes && all.length > 0)
          throw usageError(
            `Có ${all.length} tệp đã gỡ: ghi tên từng tệp, hoặc thêm --yes để xoá hẳn tất cả`,
            `${all.length} files were removed: name them, or add --yes to delete all of them for good`,
          );
        const files = names.length === 0 ? all : names.flatMap((name) => requireRemoved(db, name));
        return purgeFiles(db, [...new Set(files.map(hashOf))], readDoer());
      });
      const { purged, copies, isWiped } = result;
      const lines = [
        say(`Đã xoá hẳn ${purged.length} tệp.`, `Deleted ${purged.length} files for good.`),
        ...purged.map(({ path }) => `  ${oneLine(path)}`),
        ...copies.map(
          (copy) => `  → ${say('bản đã ghi có thể còn giữ', 'a copy may still hold them')}: ${oneLine(copy)}`,
        ),
        ...(isWiped
          ? []
          : [
              say(
                '  → chữ còn nằm trong tệp cơ sở dữ liệu vì chương trình khác đang đọc: đóng chương trình đó, mở lại cơ sở dữ liệu để ghi',
                '  → their words are still in the database file, for another program reads it: close that and run a command that writes',
              ),
            ]),
      ];
      printText(json ? toJson(result) : lines.join('\n'));
    });
};
