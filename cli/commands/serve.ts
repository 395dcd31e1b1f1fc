import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { accessPath, backupsPath, uploadsPath } from '../../output/store/own-files.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { withInterrupt } from '../interrupt.js';
import { readLanguage, speak, usageError } from '../language.js';
import { openBrowser } from '../open-browser.js';
import { openPage } from '../open-page.js';
import { oneLine, printText } from '../print.js';
import { addStoreOption, readDatabase } from '../store-option.js';
import { readSurroundings, readUser } from '../surroundings.js';
import { localToday } from '../today.js';

const DEFAULT_PORT = 8765;

const parsePort = (typed: string): number => {
  const port = Number(typed);
  if (!/^\d{1,5}$/u.test(typed) || port > 65_535)
    throw new InvalidArgumentError('một cổng từ 0 đến 65535 / a port from 0 to 65535');
  return port;
};

interface ServeFlags {
  readonly port: number;
  readonly address: string;
  readonly name: readonly string[];
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly behindProxy: boolean;
  readonly intake: readonly string[];
  readonly uploads?: string;
  readonly backups?: string;
  readonly open: boolean;
}

const readTls = ({ tlsCert, tlsKey }: ServeFlags): { readonly cert: Buffer; readonly key: Buffer } | undefined => {
  if (tlsCert === undefined && tlsKey === undefined) return undefined;
  if (tlsCert === undefined || tlsKey === undefined)
    throw usageError('Cần cả --tls-cert và --tls-key', '--tls-cert and --tls-key go together');
  return { cert: readFileSync(tlsCert), key: readFileSync(tlsKey) };
};

/** Tells whether another file stands at a path than when it was asked for. */
const watchFile = (path: string): (() => boolean) => {
  const mark = (): string => {
    const info = statSync(path, { throwIfNoEntry: false });
    return `${info?.ino ?? 0} ${info?.mtimeMs ?? 0}`;
  };
  const first = mark();
  return () => mark() !== first;
};

/** What others can reach asks for passwords, and for a way on which nobody else reads them. */
const requireSafe = (flags: ServeFlags, users: number, isLocal: boolean): void => {
  if (isLocal) return;
  if (flags.tlsCert === undefined && !flags.behindProxy)
    throw usageError(
      'Mở cho máy khác cần --tls-cert và --tls-key, hoặc --behind-proxy khi đã có máy chủ trung gian mã hoá',
      'Other machines need --tls-cert and --tls-key, or --behind-proxy behind a proxy that speaks TLS',
    );
  if (users === 0)
    throw usageError(
      'Mở cho máy khác cần có người dùng: thêm bằng ketluan users add <tên>',
      'Other machines need users: add them with ketluan users add <name>',
    );
  if (flags.name.length === 0)
    throw usageError(
      'Cho biết tên mà mọi người gõ trên trình duyệt: --name <tên máy>',
      'Say under which name people call it: --name <host>',
    );
};

/** Shows the page in the browser; a link that lets in whoever holds it by a file of the person's own. Returns what ends that way. */
const showPage = (isWanted: boolean, link: string, isSecret: boolean): (() => void) => {
  if (isWanted && isSecret) return openPage(link, randomBytes(6).toString('hex'));
  if (isWanted) openBrowser(link);
  return () => undefined;
};

/** `ketluan serve`: the page where clerks and archivists work, until it is stopped. — mở trang làm việc */
export const registerServe = (program: Command): void => {
  const command = program
    .command('serve')
    .description('mở trang làm việc trên trình duyệt / open the page where people work');
  addStoreOption(command)
    .option('--port <port>', 'cổng / port', parsePort, DEFAULT_PORT)
    .option('--address <address>', 'địa chỉ mạng / network address', '127.0.0.1')
    .option(
      '--name <host...>',
      'tên máy mà mọi người gõ, khi mở cho máy khác / the host that people call, for other machines',
      [],
    )
    .option('--tls-cert <file>', 'chứng chỉ TLS / TLS certificate')
    .option('--tls-key <file>', 'khoá của chứng chỉ / its key')
    .option('--behind-proxy', 'sau máy chủ trung gian mã hoá / behind a proxy that speaks TLS', false)
    .option(
      '--intake <folder...>',
      'thư mục trên máy này mà trang được nạp từ đó / folders of this machine to take papers in from',
      [],
    )
    .option(
      '--uploads <folder>',
      'nơi giữ tệp gửi lên từ trang; không có thì cạnh cơ sở dữ liệu / where files that are sent are kept',
    )
    .option(
      '--backups <folder>',
      'nơi ghi bản sao lưu làm từ trang; không có thì cạnh cơ sở dữ liệu / where backups made from the page go',
    )
    .option('--no-open', 'không tự mở trình duyệt / do not open the browser')
    .action(async () => {
      const flags = command.opts<ServeFlags>();
      const say = speak(readLanguage(command));
      const path = readDatabase(command);
      const { now } = readSurroundings();
      const { isLoopback, servePage } = await import('../../web/serve.js');
      const { openToServe } = await import('../../output/store/open-to-serve.js');
      const { openAccessFile } = await import('../../output/store/access-file.js');
      const { openIntake } = await import('../../web/intake/intake.js');
      const { openUpkeep } = await import('../../web/upkeep/upkeep.js');
      const { listUsers } = await import('../../output/access/access.js');
      const { db, readOnly } = openToServe(path);
      // Beside a copy for readers nothing is left: with the link alone, nobody needs to be remembered.
      const access = openAccessFile(readOnly !== null && !existsSync(accessPath(path)) ? ':memory:' : accessPath(path));
      try {
        const users = listUsers(access).length;
        const isLocal = isLoopback(flags.address) && !flags.behindProxy;
        requireSafe(flags, users, isLocal);
        const tls = readTls(flags);
        const ticket =
          isLocal && users === 0
            ? { used: false, secret: randomBytes(24).toString('base64url'), name: readUser() || 'ketluan' }
            : null;
        const intake = openIntake({
          database: path,
          program: packageFile('dist', 'cli', 'intake-child.js'),
          uploads: flags.uploads ?? uploadsPath(path),
          places: flags.intake,
          now,
        });
        const upkeep = openUpkeep({
          database: path,
          program: packageFile('dist', 'cli', 'upkeep-child.js'),
          backups: flags.backups ?? backupsPath(path),
          now,
        });
        const { origin, close } = await servePage({
          db,
          access,
          now,
          today: () => localToday(),
          intake,
          upkeep,
          version: program.version() ?? '',
          ...(readOnly === null ? {} : { readOnly: { reason: readOnly, isReplaced: watchFile(path) } }),
          ticket,
          address: flags.address,
          port: flags.port,
          names: flags.name,
          isBehindProxy: flags.behindProxy,
          ...(tls === undefined ? {} : { tls }),
        });
        const link = ticket === null ? origin : `${origin}/vao/${ticket.secret}`;
        printText(say(`Đang mở ${oneLine(path)} tại:`, `Serving ${oneLine(path)} at:`));
        printText(`  ${link}`);
        if (readOnly !== null)
          printText(
            say(
              'Chỉ đọc: xem, tìm và xuất được, không sửa, không nạp.',
              'Read only: nothing can be corrected or taken in.',
            ),
          );
        if (ticket !== null)
          printText(say('Liên kết dùng được một lần. Dừng: Ctrl+C', 'The link works once. Stop: Ctrl+C'));
        const closeWay = showPage(flags.open && isLocal, link, ticket !== null);
        await withInterrupt(
          (signal) =>
            new Promise<void>((done) => {
              signal.addEventListener('abort', () => done(), { once: true });
            }),
        );
        closeWay();
        intake.close();
        upkeep.job.close();
        await close();
      } finally {
        access.close();
        db.close();
      }
    });
};
