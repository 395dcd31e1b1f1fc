import { type Command, InvalidArgumentError } from 'commander';
import { formatDay } from '../../language/calendar/civil-date.js';
import { toJson } from '../../language/writing/control-codes.js';
import { listNewNames, type NewName } from '../../output/review/bodies.js';
import { type Corrected, correct } from '../../output/review/correct.js';
import { findItem, requireItem } from '../../output/review/items.js';
import type { CorrectionRequest } from '../../output/review/request.js';
import type { Reread } from '../../output/review/reread.js';
import { findDocumentsByNumber } from '../../output/store/load-document.js';
import type { Store } from '../../output/store/store.js';
import { nameField } from '../../output/tracker/field-names.js';
import { BodyRole } from '../../schemas/directive.js';
import { describeChange, describeCorrection } from '../describe-correction.js';
import { readLanguage, type Speak, speak, usageError } from '../language.js';
import { oneLine, printText } from '../print.js';
import { readCorrector } from '../read-corrector.js';
import { addStoreOption, withWritableStore } from '../store-option.js';

/** Adds who corrects, and the form of the answer. */
export const addCorrectionOptions = (command: Command): Command =>
  addStoreOption(command)
    .option('--by <person>', 'người sửa, mặc định là tên người dùng của máy / who corrects; the login name by default')
    .option('--json', 'in một đối tượng JSON / print one JSON object', false);

/** The id that a name means: of a task, a passage or a document, or the number of one document. */
export const resolveItem = (db: Store, name: string): string => {
  if (findItem(db, name) !== undefined) return name;
  const [id, ...others] = findDocumentsByNumber(db, name);
  if (id === undefined) return requireItem(db, name).id;
  if (others.length === 0) return id;
  const list = [id, ...others].join(', ');
  throw usageError(`${name} là số của nhiều văn bản: ${list}`, `${name} is the number of several documents: ${list}`);
};

const tellValue = (value: string | null, say: Speak): string =>
  value === null
    ? say('(không nêu)', '(none named)')
    : /^\d{4}-\d{2}-\d{2}$/u.test(value)
      ? formatDay(value)
      : `“${oneLine(value)}”`;

/** Day and bodies that a corrected text names and that do not stand: nothing of it was changed. */
const formatReread = (fields: readonly Reread[], id: string, say: Speak): readonly string[] =>
  fields.length === 0
    ? []
    : [
        say(
          'Chữ đã sửa nay đọc ra khác với những gì đang tính (chưa đổi):',
          'The corrected text says other than what stands (nothing of it was changed):',
        ),
        ...fields.map(({ field, reads, stands }) => {
          const { vi, en } = nameField({ directiveId: id, field });
          const typed = reads === null ? 'không có hạn' : tellValue(reads, say).replace(/^“|”$/gu, '');
          const next = `ketluan fix ${id} ${OPTION_OF.get(field)} "${typed}"`;
          return say(
            `  ${vi}: đọc ra ${tellValue(reads, say)}, đang tính ${tellValue(stands, say)} → nếu đúng: ${next}`,
            `  ${en}: reads ${tellValue(reads, say)}, stands ${tellValue(stands, say)} → if right: ${next}`,
          );
        }),
      ];

/** What a correction came to, for people. */
export const formatCorrected = ({ written, lost, reread, item }: Corrected, say: Speak): string => {
  if (written.length === 0) return say('Đã đúng như vậy, không ghi gì.', 'It was so already; nothing was written.');
  const undo = written.map(({ key }) => `ketluan undo s${key}`).join(', ');
  return [
    ...written.map((one) => `${say('Đã ghi', 'Written')} s${one.key} · ${describeChange(one, say)}`),
    ...(written.some(({ undoes, oldValue, newValue }) => undoes !== undefined && oldValue === newValue)
      ? [say('Giá trị không đổi: một lần sửa sau vẫn tính.', 'The value stays: a later correction goes on to count.')]
      : []),
    ...(lost.length === 0
      ? []
      : [
          say('Chỉnh sửa trước đây nay không còn chỗ (vẫn giữ):', 'Earlier corrections without a place now (kept):'),
          ...lost.map((one) => `  ${describeCorrection(one, say)}`),
        ]),
    ...formatReread(reread, item?.id ?? '', say),
    `${say('Lấy lại', 'Take it back')}: ${undo}`,
  ].join('\n');
};

/** A correction for programs, without the whole paper beside it. */
export const toResult = ({ written, item, lost, reread }: Corrected): object => ({
  id: item?.id ?? null,
  revision: item?.revision ?? null,
  written,
  lost,
  ...(reread.length === 0 ? {} : { reread }),
});

const BODY_FIELDS: readonly string[] = BodyRole.options;

const namesOf = (request: CorrectionRequest): string =>
  request.do === 'fix' ? BODY_FIELDS.flatMap((role) => request.fields[role as BodyRole] ?? []).join('; ') : '';

/** A name that is new is written as it was typed; it may be mistyped, and papers to come are read by it. */
const formatNewNames = (names: readonly NewName[], say: Speak): string =>
  names
    .map(({ name, near }) => {
      const others = near.length === 0 ? '' : say(`; gần giống: ${near.join('; ')}`, `; like it: ${near.join('; ')}`);
      return oneLine(`${say('Tên mới trong cơ sở dữ liệu', 'New to this database')}: “${name}”${others}`);
    })
    .map((line) => `\n${line}`)
    .join('');

/** Corrects what a command asks for, and prints what came of it. */
export const runCorrection = async (command: Command, toRequest: (db: Store) => CorrectionRequest): Promise<void> => {
  const who = readCorrector(command);
  const [done, names] = await withWritableStore(command, (db) => {
    const request = toRequest(db);
    const fresh = listNewNames(db, namesOf(request));
    return [correct(db, request, who), fresh] as const;
  });
  const { json } = command.opts<{ json: boolean }>();
  const say = speak(readLanguage(command));
  printText(json ? toJson(toResult(done)) : `${formatCorrected(done, say)}${formatNewNames(names, say)}`);
};

/** `ketluan confirm <id>`: right as it stands. — xác nhận */
export const registerConfirm = (program: Command): void => {
  const command = program
    .command('confirm')
    .description('xác nhận một nhiệm vụ, hoặc phần đầu của một văn bản, là đúng / say that a task or a header is right')
    .argument('<name>', 'mã nhiệm vụ, mã hoặc số văn bản / id of a task, id or number of a document');
  addCorrectionOptions(command).action((name: string) =>
    runCorrection(command, (db) => ({ do: 'confirm', id: resolveItem(db, name) })),
  );
};

/** `ketluan dismiss <id>`: no task. — không phải nhiệm vụ */
export const registerDismiss = (program: Command): void => {
  const command = program
    .command('dismiss')
    .description('ghi rằng một mục hay một đoạn không phải nhiệm vụ / say that an item or a passage is no task')
    .argument('<name>', 'mã nhiệm vụ hoặc mã đoạn / id of a task or a passage');
  addCorrectionOptions(command).action((name: string) =>
    runCorrection(command, (db) => ({ do: 'dismiss', id: resolveItem(db, name) })),
  );
};

/** Options of `fix`, each with the field that it gives. */
const FIELDS: readonly (readonly [flag: string, field: string, description: string])[] = [
  [
    '--due <time>',
    'due',
    'hạn: 30/6, quý II, thường xuyên, "không có hạn" / when due, in Vietnamese words: 30/6, quy II, thuong xuyen',
  ],
  ['--lead <bodies>', 'lead', 'chủ trì, nhiều tên cách nhau bằng ; / lead bodies, parted by ;'],
  ['--execute <bodies>', 'executing', 'thực hiện / executing bodies'],
  ['--coordinate <bodies>', 'coordinating', 'phối hợp / coordinating bodies'],
  ['--receive <bodies>', 'receiving', 'nơi nhận báo cáo / receiving bodies'],
  ['--text <text>', 'text', 'nội dung của mục / text of the item'],
  ['--kind <kind>', 'kind', 'loại mục: task, lead-in, heading / kind of item: task, lead-in, heading'],
  [
    '--number <number>',
    'number',
    'số, ký hiệu của văn bản; của nhiệm vụ: số mục / number of the document; of a task: of the item',
  ],
  ['--type <type>', 'type', 'loại văn bản / type of document'],
  ['--issuer <body>', 'issuer', 'cơ quan ban hành / issuer'],
  ['--place <place>', 'place', 'địa danh / place'],
  ['--subject <text>', 'subject', 'trích yếu / subject'],
  ['--issued <day>', 'issuedOn', 'ngày ban hành: 15/6/2025 / issue date: 15/6/2025'],
  ['--held <day>', 'heldOn', 'ngày họp / day of the meeting'],
  ['--meeting <number>', 'meetingNumber', 'hội nghị lần thứ / number of the meeting'],
  ['--urgency <text>', 'urgency', 'độ khẩn / urgency'],
  ['--signer <person>', 'signerName', 'người ký / signer'],
  ['--signer-position <text>', 'signerPosition', 'chức vụ người ký / office of the signer'],
  ['--signer-authority <text>', 'signerAuthority', 'thẩm quyền ký: T/M … / in whose name: T/M …'],
  ['--recipients <text>', 'recipients', 'nơi nhận, cách nhau bằng ; / recipients, parted by ;'],
];

/** An option as it is typed: "--due". */
const nameOf = (flag: string): string => flag.split(' ')[0] ?? '';
const OPTION_OF: ReadonlyMap<string, string> = new Map(FIELDS.map(([flag, field]) => [field, nameOf(flag)]));

/** A name more is one more body; any other value given twice is one too many, and neither may win in silence. */
const readOnce =
  (field: string) =>
  (value: string, before: string | undefined): string => {
    if (before === undefined) return value;
    if (BODY_FIELDS.includes(field)) return `${before}; ${value}`;
    throw new InvalidArgumentError('một giá trị, ghi một lần / one value, given once');
  };

const optionOf = (flag: string): string =>
  nameOf(flag)
    .slice(2)
    .replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());

/** `ketluan fix <id> --due 30/6`: corrects fields. — sửa */
export const registerFix = (program: Command): void => {
  const command = program
    .command('fix')
    .description(
      'sửa một nhiệm vụ hoặc phần đầu của một văn bản; bản máy đọc vẫn giữ / correct a task or a header; what was read is kept',
    )
    .argument('<name>', 'mã nhiệm vụ, mã hoặc số văn bản / id of a task, id or number of a document');
  for (const [flag, field, description] of FIELDS) command.option(flag, description, readOnce(field));
  command
    .option('--accept', 'nhận số, ngày được gợi ý của văn bản / take what is suggested for number and date', false)
    .option('--confirm', 'đồng thời xác nhận phần còn lại là đúng / say that the rest is right, too', false);
  addCorrectionOptions(command).action((name: string) => {
    const given = command.opts<Record<string, unknown>>();
    const fields = Object.fromEntries(
      FIELDS.flatMap(([flag, field]) => {
        const value = given[optionOf(flag)];
        return typeof value === 'string' ? [[field, value] as const] : [];
      }),
    );
    const isEmpty = Object.keys(fields).length === 0;
    if (isEmpty !== (given.accept === true))
      throw usageError(
        'Ghi ít nhất một trường cần sửa, ví dụ --due 30/6; hoặc riêng --accept',
        'Name a field to correct, as --due 30/6; or --accept alone',
      );
    return runCorrection(command, (db) => {
      const id = resolveItem(db, name);
      return given.accept === true ? { do: 'accept', id } : { do: 'fix', id, fields, confirm: given.confirm === true };
    });
  });
};

/** `ketluan split <id> --at "Sở Y tế"`: one item becomes two. — tách */
export const registerSplit = (program: Command): void => {
  const command = program
    .command('split')
    .description('tách một mục làm hai / cut an item in two')
    .argument('<name>', 'mã nhiệm vụ, xem show hoặc search / id of a task, see show or search')
    .requiredOption(
      '--at <words>',
      'vài chữ đầu của phần thứ hai, đúng như trong mục / first words of the second part',
    );
  addCorrectionOptions(command).action((name: string) =>
    runCorrection(command, () => ({ do: 'split', id: name, at: command.opts<{ at: string }>().at })),
  );
};

/** `ketluan add <id>`: a passage becomes a task. — thêm nhiệm vụ */
export const registerAdd = (program: Command): void => {
  const command = program
    .command('add')
    .description('thêm nhiệm vụ từ một đoạn chưa thành nhiệm vụ / make a task of a passage that became none')
    .argument('<name>', 'mã của đoạn, xem show / id of the passage, see show')
    .option(
      '--text <text>',
      'nội dung, khi đoạn không đọc được hoặc đọc sai / its text, where it was not read rightly',
    );
  addCorrectionOptions(command).action((name: string) => {
    const { text } = command.opts<{ text?: string }>();
    return runCorrection(command, () => ({ do: 'add', id: name, ...(text === undefined ? {} : { text }) }));
  });
};
