import type { Command } from 'commander';
import type { CsvColumns } from '../../output/export/csv.js';
import { addKnownName, listKnownNames, removeKnownName, type TaughtName } from '../../output/store/known-names.js';
import { formatMoment } from '../format.js';
import { readLanguage, type Speak, speak } from '../language.js';
import { addListOptions, giveList } from '../list-output.js';
import { oneLine, printText } from '../print.js';
import { readCorrector } from '../read-corrector.js';
import { addStoreOption, withStore, withWritableStore } from '../store-option.js';

const useOf = ({ isRemoved, isRead }: TaughtName, say: Speak): string =>
  isRemoved
    ? say('đã bỏ', 'taken out')
    : isRead
      ? say('dùng khi đọc và khi gõ', 'used in reading and in completion')
      : say('chỉ gợi ý khi gõ: quá chung để dùng khi đọc', 'completion only: too common to read by');

const VIETNAMESE = speak('vi');

const COLUMNS: CsvColumns<TaughtName> = [
  ['Tên', ({ name }) => name],
  ['Số nhiệm vụ', ({ count }) => count],
  ['Dùng', (name) => useOf(name, VIETNAMESE)],
  ['Người ghi đầu tiên', ({ sources }) => sources[0]?.by ?? null],
  ['Lúc', ({ sources }) => sources[0]?.at ?? null],
  ['Từ nhiệm vụ', ({ sources }) => sources.flatMap(({ task }) => task ?? []).join('; ')],
];

/** Tasks that are named of those that taught a name. */
const MOST_TASKS = 3;

const formatSources = ({ sources }: TaughtName, say: Speak): string => {
  const [first] = sources;
  const tasks = sources.flatMap(({ task }) => task ?? []);
  const more = tasks.length > MOST_TASKS ? ` … (${tasks.length})` : '';
  const from =
    tasks.length === 0
      ? say('ghi thẳng', 'added by hand')
      : `${say('từ', 'from')} ${tasks.slice(0, MOST_TASKS).join(', ')}${more}`;
  return first === undefined ? from : `${first.by}, ${formatMoment(first.at)} · ${from}`;
};

const formatNames = (names: readonly TaughtName[], say: Speak): string =>
  names.length === 0
    ? say(
        'Chưa có tên nào: tên được ghi khi sửa cơ quan chủ trì, phối hợp, hoặc bằng ketluan names add.',
        'None yet: names come from corrected lead and coordinating bodies, or from ketluan names add.',
      )
    : names
        .map((name) => `${oneLine(`${name.name} · ${useOf(name, say)}`)}\n  ${oneLine(formatSources(name, say))}`)
        .join('\n');

const AGAIN = [
  'Văn bản nạp từ nay dùng danh sách mới; văn bản đã lưu: ketluan reprocess --names',
  'Papers taken in from now on are read with it; for what is stored: ketluan reprocess --names',
] as const;

const registerList = (names: Command): void => {
  const command = names
    .command('list', { isDefault: true })
    .description('các tên đã biết, từ đâu mà có / known names, and where they come from');
  addListOptions(addStoreOption(command))
    .option('--removed', 'cả những tên đã bỏ / with those that were taken out', false)
    .action(async () => {
      const all = command.opts().removed === true;
      const known = await withStore(command, (db) => listKnownNames(db).filter(({ isRemoved }) => all || !isRemoved));
      const say = speak(readLanguage(command));
      await giveList(command, known, { columns: COLUMNS, text: () => formatNames(known, say) });
    });
};

const registerChange = (
  names: Command,
  verb: 'add' | 'remove',
  description: string,
  change: typeof addKnownName,
  done: (name: string) => readonly [string, string],
): void => {
  const command = names
    .command(verb)
    .description(description)
    .argument('<name...>', 'tên cơ quan như văn bản viết / the name as papers write it')
    .option('--by <name>', 'người ghi; mặc định là tên đăng nhập / who says so; the login name when not given');
  addStoreOption(command).action(async (words: string[]) => {
    const name = words.join(' ');
    const doer = readCorrector(command);
    await withWritableStore(command, (db) => change(db, name, doer));
    const say = speak(readLanguage(command));
    printText(`${oneLine(say(...done(name)))}\n${say(...AGAIN)}`);
  });
};

/** `ketluan names list|add|remove`: names of bodies that people taught the database. — tên đã biết */
export const registerNames = (program: Command): void => {
  const command = program
    .command('names')
    .description('tên cơ quan mà người dùng đã dạy / names of bodies that people taught the database');
  registerList(command);
  registerChange(command, 'add', 'thêm một tên / add a name', addKnownName, (name) => [
    `Đã thêm: ${name}`,
    `Added: ${name}`,
  ]);
  registerChange(
    command,
    'remove',
    'bỏ một tên, dù có người sửa theo tên ấy / take a name out',
    removeKnownName,
    (name) => [`Đã bỏ: ${name}`, `Taken out: ${name}`],
  );
};
