import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import {
  endSessionsOf,
  LEAST_PASSWORD,
  listTokens,
  listUsers,
  makeToken,
  noteEvent,
  ROLES,
  Role,
  removeToken,
  removeUser,
  saveUser,
  UserName,
} from '../../output/access/access.js';
import { accessPath } from '../../output/store/own-files.js';
import type { Store } from '../../output/store/store.js';
import { formatMoment } from '../format.js';
import { readLanguage, speak, usageError } from '../language.js';
import { oneLine, printJson, printText } from '../print.js';
import { readSecret } from '../read-secret.js';
import { addStoreOption, readDatabase } from '../store-option.js';
import { readDoer } from '../surroundings.js';

const readName = (given: string): string => {
  const name = UserName.safeParse(given);
  if (name.success) return name.data;
  throw usageError(
    'Tên gồm chữ, số, dấu cách, chấm, gạch; tối đa 60 ký tự',
    'Expected letters, digits, blanks, dots and dashes, at most 60',
  );
};

const roleOption = (standard: Role): Option =>
  new Option('--role <role>', 'quyền: reader xem, reviewer rà soát, admin quản trị / what may be done')
    .choices(Role.options)
    .default(standard);

/** Opens the file of users beside the database that was asked for, which must be there. */
const withAccess = async <Result>(command: Command, work: (access: Store) => Result | Promise<Result>) => {
  const path = readDatabase(command);
  const { openDatabase } = await import('../../output/store/open-database.js');
  const { openAccessFile } = await import('../../output/store/access-file.js');
  openDatabase(path, { readonly: true }).close();
  const access = openAccessFile(accessPath(path));
  try {
    return await work(access);
  } finally {
    access.close();
  }
};

const askPassword = async (command: Command): Promise<string> => {
  const { passwordFile } = command.opts<{ passwordFile?: string }>();
  if (passwordFile !== undefined) return readFileSync(passwordFile, 'utf8').split(/\r?\n/u)[0] ?? '';
  const say = speak(readLanguage(command));
  const typed = await readSecret(say('Mật khẩu:', 'Password:'));
  if (process.stdin.isTTY !== true) return typed;
  if ((await readSecret(say('Gõ lại:', 'Again:'))) === typed) return typed;
  throw usageError('Hai lần gõ khác nhau', 'The two differ');
};

const registerList = (users: Command): void => {
  const command = users
    .command('list', { isDefault: true })
    .description('người dùng và mã truy cập của máy / users, and tokens of machines');
  addStoreOption(command)
    .option('--json', 'in một đối tượng JSON / print one JSON object')
    .action(() =>
      withAccess(command, (access) => {
        const [people, machines] = [listUsers(access), listTokens(access)];
        if (command.opts().json === true) return printJson({ users: people, tokens: machines });
        const language = readLanguage(command);
        const say = speak(language);
        const lines = [
          ...people.map((one) => ({ ...one, kind: say('người', 'person') })),
          ...machines.map((one) => ({ ...one, kind: say('máy', 'machine') })),
        ].map(({ name, role, madeAt, kind }) =>
          oneLine(`${name} · ${kind} · ${ROLES[role][language]} · ${formatMoment(madeAt)}`),
        );
        printText(lines.length === 0 ? say('Chưa có người dùng nào.', 'There are no users.') : lines.join('\n'));
      }),
    );
};

const registerAdd = (users: Command): void => {
  const command = users
    .command('add <name>')
    .description('thêm người dùng, hoặc đổi mật khẩu và quyền / add a user, or give a new password and role');
  addStoreOption(command)
    .addOption(roleOption('reader'))
    .option('--password-file <file>', 'lấy mật khẩu từ dòng đầu của tệp / the first line of a file is the password')
    .action(async (given: string) => {
      const name = readName(given);
      const password = await askPassword(command);
      if (password.length < LEAST_PASSWORD)
        throw usageError(`Mật khẩu cần ít nhất ${LEAST_PASSWORD} ký tự`, `Expected ${LEAST_PASSWORD} signs or more`);
      const { role } = command.opts<{ role: Role }>();
      const { by, at } = readDoer();
      await withAccess(command, async (access) => {
        await saveUser(access, { name, role, password }, at);
        noteEvent(access, { at, name: by, action: 'user-saved', target: name });
      });
      printText(
        speak(readLanguage(command))(`Đã ghi ${name} (${ROLES[role].vi}).`, `Saved ${name} (${ROLES[role].en}).`),
      );
    });
};

type Change = (access: Store, name: string) => boolean;

const registerChange = (
  users: Command,
  verb: string,
  description: string,
  change: Change,
  done: readonly [vi: string, en: string],
): void => {
  const command = users.command(`${verb} <name>`).description(description);
  addStoreOption(command).action(async (name: string) => {
    const { by, at } = readDoer();
    await withAccess(command, (access) => {
      if (!change(access, name.normalize('NFC')))
        throw usageError(`Không có gì mang tên ${name}`, `Expected a name that is there, got ${name}`);
      noteEvent(access, { at, name: by, action: `user-${verb}`, target: name });
    });
    printText(speak(readLanguage(command))(...done));
  });
};

const registerToken = (users: Command): void => {
  const command = users
    .command('token <name>')
    .description('làm mã truy cập cho một máy, chỉ hiện một lần / make a token for a machine; it is shown once');
  addStoreOption(command)
    .addOption(roleOption('reader'))
    .action(async (given: string) => {
      const name = readName(given);
      const { role } = command.opts<{ role: Role }>();
      const { by, at } = readDoer();
      await withAccess(command, (access) => {
        printText(makeToken(access, { name, role }, at));
        noteEvent(access, { at, name: by, action: 'token-made', target: name });
      });
    });
};

/** `ketluan users`: who may open the page, and which machines may ask it. — người dùng */
export const registerUsers = (program: Command): void => {
  const users = program
    .command('users')
    .description('người dùng của trang làm việc / who may open the page')
    .usage('[list|add|remove|logout|token|revoke]');
  registerList(users);
  registerAdd(users);
  registerToken(users);
  registerChange(users, 'remove', 'bỏ người dùng / remove a user', removeUser, [
    'Đã bỏ; mọi phiên của người này đã đóng.',
    'Removed; all sessions of that name are closed.',
  ]);
  registerChange(
    users,
    'logout',
    'đóng mọi phiên của một người / close all sessions of somebody',
    (access, name) => endSessionsOf(access, name) > 0,
    ['Đã đóng mọi phiên.', 'All sessions are closed.'],
  );
  registerChange(users, 'revoke', 'bỏ mã truy cập của một máy / take back the token of a machine', removeToken, [
    'Mã này không còn dùng được.',
    'The token is of no use any more.',
  ]);
};
