import type { Command } from 'commander';
import type { CsvColumns } from '../../output/export/csv.js';
import { listHistoryOf, listRecent, listUnsettled, type Unsettled } from '../../output/review/history.js';
import { findItem } from '../../output/review/items.js';
import { loadStored } from '../../output/store/load-document.js';
import type { Store } from '../../output/store/store.js';
import { nameField } from '../../output/tracker/field-names.js';
import type { Correction } from '../../schemas/correction.js';
import { describeCorrection } from '../describe-correction.js';
import { readLanguage, type Speak, speak } from '../language.js';
import { addListOptions, giveList } from '../list-output.js';
import { oneLine } from '../print.js';
import { addStoreOption, withStore } from '../store-option.js';
import { resolveItem } from './correct.js';

/** So many of the last corrections where no item is named. */
const RECENT = 50;

const COLUMNS: CsvColumns<Correction> = [
  ['Lần sửa', (one) => (one.key === undefined ? null : `s${one.key}`)],
  ['Lúc', (one) => one.correctedAt],
  ['Người sửa', (one) => one.correctedBy],
  ['Mã văn bản', (one) => one.documentId],
  ['Mã nhiệm vụ', (one) => one.directiveId],
  ['Trường', (one) => nameField(one).vi],
  ['Trước', (one) => one.oldValue],
  ['Sau', (one) => one.newValue],
  ['Hoàn tác lần', (one) => (one.undoes === undefined ? null : `s${one.undoes}`)],
  ['Đã hoàn tác bởi', (one) => (one.undoneBy === undefined ? null : `s${one.undoneBy}`)],
];

/** Tells the path of the item of a correction, as it is now; a paper is loaded once, however often it was corrected. */
const createPaths = (db: Store): ((correction: Correction) => string | undefined) => {
  const papers = new Map<string, ReadonlyMap<string, string>>();
  return ({ documentId, directiveId }) => {
    if (directiveId === null) return undefined;
    const directives = papers.has(documentId) ? [] : (loadStored(db, documentId)?.directives ?? []);
    const paths = papers.get(documentId) ?? new Map(directives.map(({ id, number }) => [id, number]));
    papers.set(documentId, paths);
    return paths.get(directiveId);
  };
};

const formatUnsettled = ({ correction, why, now }: Unsettled, say: Speak): string => {
  const told =
    why === 'lost'
      ? say(
          'bản đọc hiện nay không còn mục này; chỉnh sửa vẫn giữ',
          'the reading has no such item; the correction is kept',
        )
      : `${say('máy nay đọc khác', 'it reads otherwise now')}: “${oneLine(now ?? say('không có', 'none'))}”`;
  return `${describeCorrection(correction, say)}\n   ${told}`;
};

/** `ketluan history <id>`: who changed what, and when. — lịch sử sửa */
export const registerHistory = (program: Command): void => {
  const command = program
    .command('history')
    .description('ai đã sửa gì, lúc nào, trước và sau / who changed what, when, before and after')
    .argument(
      '[name]',
      'mã nhiệm vụ, mã hoặc số văn bản; bỏ trống: các lần gần đây / id or number; none: the last ones',
    )
    .option(
      '--unsettled',
      'chỉ những lần sửa mà bản đọc nay không còn chỗ, hoặc đọc khác / only what another reading put in doubt',
      false,
    );
  addListOptions(addStoreOption(command)).action(async (name: string | undefined) => {
    const say = speak(readLanguage(command));
    await withStore(command, async (db) => {
      const id = name === undefined ? undefined : resolveItem(db, name);
      if (command.opts<{ unsettled: boolean }>().unsettled) {
        const item = id === undefined ? undefined : findItem(db, id);
        const found = listUnsettled(db, item?.paper.record.document.id);
        const columns: CsvColumns<Unsettled> = [
          ...COLUMNS.map(([head, read]) => [head, ({ correction }: Unsettled) => read(correction)] as const),
          ['Vì sao', ({ why }) => why],
          ['Nay đọc là', ({ now }) => now],
        ];
        return giveList(command, found, {
          columns,
          text: () =>
            found.map((one) => formatUnsettled(one, say)).join('\n') ||
            say('Không có chỉnh sửa nào cần xem lại.', 'No correction needs a second look.'),
        });
      }
      const list = id === undefined ? listRecent(db, RECENT) : listHistoryOf(db, id);
      const pathOf = createPaths(db);
      return giveList(command, list, {
        columns: COLUMNS,
        text: () =>
          list.map((one) => describeCorrection(one, say, pathOf(one))).join('\n') ||
          say('Chưa ai sửa gì.', 'Nobody corrected anything.'),
      });
    });
  });
};
