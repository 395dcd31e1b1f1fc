import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerServe } from '../../cli/commands/serve.js';
import { registerUsers } from '../../cli/commands/users.js';
import { readSecret } from '../../cli/read-secret.js';
import { findToken, listEvents, listUsers } from '../../output/access/access.js';
import { logIn } from '../../output/access/log-in.js';
import { openAccessFile } from '../../output/store/access-file.js';
import { openDatabase } from '../../output/store/open-database.js';
import { accessPath } from '../../output/store/own-files.js';
import { runCommand } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-serve-'));
const db = join(folder, 'kho.db');
const passwordFile = join(folder, 'mat-khau.txt');
const PASSWORD = 'một mật khẩu đủ dài';
beforeAll(() => {
  openDatabase(db).close();
  writeFileSync(passwordFile, `${PASSWORD}\nkhông phải mật khẩu\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const users = (...args: string[]): Promise<string> => runCommand(registerUsers, ['users', ...args, '--db', db]);
const serve = (...args: string[]): Promise<string> =>
  runCommand(registerServe, ['serve', '--db', db, '--no-open', '--port', '0', ...args]);
const withAccess = async <Result>(work: (access: ReturnType<typeof openAccessFile>) => Result | Promise<Result>) => {
  const access = openAccessFile(accessPath(db));
  try {
    return await work(access);
  } finally {
    access.close();
  }
};

describe('serve on another address', () => {
  const TLS = ['--tls-cert', passwordFile, '--tls-key', passwordFile];

  it('asks for a way that nobody else reads, for users, and for a name, in this order', async () => {
    await expect(serve('--address', '0.0.0.0')).rejects.toThrow('--tls-cert');
    await expect(serve('--address', '0.0.0.0', ...TLS)).rejects.toThrow('ketluan users add');
    await expect(serve('--behind-proxy')).rejects.toThrow('ketluan users add');
    await users('add', 'Lan', '--password-file', passwordFile);
    await expect(serve('--address', '0.0.0.0', ...TLS)).rejects.toThrow('--name');
    await expect(serve('--address', '0.0.0.0', '--name', 'kho', '--tls-cert', passwordFile)).rejects.toThrow(
      '--tls-key',
    );
  });

  it('of a database that is not there makes none', async () => {
    const missing = join(folder, 'khong-co.db');
    await expect(runCommand(registerServe, ['serve', '--db', missing, '--no-open'])).rejects.toThrow('khong-co.db');
    await expect(runCommand(registerUsers, ['users', 'list', '--db', missing])).rejects.toThrow('khong-co.db');
    expect(statSync(accessPath(missing), { throwIfNoEntry: false })).toBeUndefined();
  });
});

describe('users', () => {
  it('are added with the first line of a file as password, as readers unless told otherwise', async () => {
    await users('add', 'Minh', '--password-file', passwordFile);
    await users('add', 'Quản trị', '--role', 'admin', '--password-file', passwordFile);
    await withAccess(async (access) => {
      expect(listUsers(access).map(({ name, role }) => [name, role])).toEqual(
        expect.arrayContaining([
          ['Minh', 'reader'],
          ['Quản trị', 'admin'],
        ]),
      );
      const at = '2026-11-27T08:00:00.000Z';
      expect((await logIn(access, { name: 'Minh', password: PASSWORD, from: 'x' }, at)).result).toBe('in');
    });
    if (process.platform !== 'win32') expect(statSync(accessPath(db)).mode & 0o077).toBe(0);
  });

  it.each(['', ' ', 'a\u202eb', '<b>', '-x-', 'x'.repeat(61)])('are no names that hide or break: %j', async (name) => {
    const words = ['users', 'add', '--db', db, '--password-file', passwordFile, '--', name];
    await expect(runCommand(registerUsers, words)).rejects.toThrow('Expected letters');
  });

  it('need a password of eight signs', async () => {
    const short = join(folder, 'ngan.txt');
    writeFileSync(short, 'bảy chữ');
    await expect(users('add', 'Ngắn', '--password-file', short)).rejects.toThrow('8');
  });

  it('are removed, and nobody is removed twice', async () => {
    await users('add', 'Tạm', '--password-file', passwordFile);
    await users('remove', 'Tạm');
    await expect(users('remove', 'Tạm')).rejects.toThrow('Tạm');
  });

  it('of machines have a token, shown once, that reads alone, until it is taken back', async () => {
    const token = (await users('token', 'báo cáo')).trim();
    await withAccess((access) => expect(findToken(access, token)?.role).toBe('reader'));
    expect(await users('list')).toContain('báo cáo · máy · người xem');
    expect(await users('list', '--json')).not.toContain(token);
    await users('revoke', 'báo cáo');
    await withAccess((access) => expect(findToken(access, token)).toBeUndefined());
  });

  it('leave a line of what was done to them', async () => {
    const actions = await withAccess((access) => listEvents(access, 50).map(({ action }) => action));
    expect(actions).toEqual(expect.arrayContaining(['user-saved', 'user-remove', 'token-made', 'user-revoke']));
  });
});

describe('a secret that is typed', () => {
  it('is taken to the end of its line, with what was taken back', async () => {
    expect(await readSecret('Mật khẩu:', Readable.from(['mật khẩu\u007f\u007fu\r', 'sau']))).toBe('mật khu');
  });
});
