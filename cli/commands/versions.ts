import type { Command } from 'commander';
import type { CsvColumns } from '../../output/export/csv.js';
import { requirePaper } from '../../output/store/find-file.js';
import { listPaperFiles, type PaperFile } from '../../output/store/paper-files.js';
import type { Bilingual } from '../../schemas/note.js';
import { formatMoment } from '../format.js';
import { readLanguage, type Speak, speak } from '../language.js';
import { addListOptions, giveList } from '../list-output.js';
import { oneLine } from '../print.js';
import { addStoreOption, withStore } from '../store-option.js';

/** What a file is to its paper, in words for people. */
export const PLACE_NAMES: Readonly<Record<PaperFile['as'], Bilingual>> = {
  counted: { vi: 'đang được tính', en: 'counts' },
  version: { vi: 'phiên bản khác', en: 'another version' },
  copy: { vi: 'bản trùng', en: 'copy' },
  'set-aside': { vi: 'người dùng đã chọn bản khác', en: 'a person chose another file' },
};

const COLUMNS: CsvColumns<PaperFile> = [
  ['Vị trí', ({ as }) => PLACE_NAMES[as].vi],
  ['Đường dẫn', ({ path }) => path],
  ['Từ lúc', ({ since }) => since],
  ['Không còn ở đường dẫn này', ({ isGone }) => (isGone ? 'không còn' : null)],
  ['SHA-256', ({ sha256 }) => sha256],
  ['Mã văn bản', ({ documents }) => documents.join('; ')],
];

const formatFile = ({ as, path, since, isGone, sha256 }: PaperFile, say: Speak): string => {
  const moment = since === null ? '' : say(` từ ${formatMoment(since)}`, ` since ${formatMoment(since)}`);
  const gone = isGone ? say(' (tệp không còn ở đường dẫn này)', ' (no longer at this path)') : '';
  return [
    `${say(PLACE_NAMES[as].vi, PLACE_NAMES[as].en)}${moment}`,
    `  ${oneLine(path)}${gone}`,
    ...(as === 'counted' ? [] : [`  ${say('Tính lại bản này', 'Let this one count')}: ketluan restore ${sha256}`]),
  ].join('\n');
};

/** `ketluan versions 118-KL/TU`: the files of one paper, which counts, and what stands behind it. — phiên bản, bản trùng */
export const registerVersions = (program: Command): void => {
  const command = program
    .command('versions')
    .description('các phiên bản và bản trùng của một văn bản / earlier versions and copies of a document')
    .argument('<name>', 'mã văn bản, số ký hiệu hoặc đường dẫn tệp / id, number or path');
  addListOptions(addStoreOption(command)).action(async (name: string) => {
    const files = await withStore(command, (db) => listPaperFiles(db, requirePaper(db, name)));
    const say = speak(readLanguage(command));
    await giveList(command, files, {
      columns: COLUMNS,
      text: () => files.map((file) => formatFile(file, say)).join('\n'),
    });
  });
};
