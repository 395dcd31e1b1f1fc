import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import type { IngestOptions, Store } from '../../output/library.js';
import { isOwnFile } from '../../output/store/own-files.js';
import type { WatchEvent } from '../../output/watch/watch-folders.js';
import { EXIT, PipelineError } from '../../pipeline/base/errors.js';
import type { QueueAddress } from '../../pipeline/queue/address.js';
import { addEngineOption, readEngine } from '../engine-option.js';
import { feedQueue } from '../feed-queue.js';
import { formatClock } from '../format.js';
import { withInterrupt } from '../interrupt.js';
import { type Language, readLanguage, say, speak, usageError } from '../language.js';
import { addLimitOptions, readLimits } from '../limit-options.js';
import { oneLine, printText } from '../print.js';
import { addFeedOptions, readFeed } from '../queue-options.js';
import { RESULT_NAMES } from '../result-names.js';
import { addSecrecyOptions, readSecrecy } from '../secrecy-options.js';
import { addStoreOption, readDatabase } from '../store-option.js';
import { readSurroundings } from '../surroundings.js';
import { parseCount } from '../task-options.js';
import { addJobsOption } from './ingest.js';

/** One line of the log about an event; never a word of a paper. */
export const formatEvent = (event: WatchEvent, language: Language): string => {
  const tell = speak(language);
  switch (event.kind) {
    case 'watching':
      return tell(`đang theo dõi: ${oneLine(event.folder)}`, `watching: ${oneLine(event.folder)}`);
    case 'folder-gone':
      return tell(
        `không thấy thư mục, chờ nó trở lại: ${oneLine(event.folder)}`,
        `the folder is gone, waiting for it: ${oneLine(event.folder)}`,
      );
    case 'folder-back':
      return tell(`thư mục đã trở lại: ${oneLine(event.folder)}`, `the folder is back: ${oneLine(event.folder)}`);
    case 'again': {
      const { files, seconds, error } = event;
      const why = error === null ? '' : `: ${oneLine(say(error.text, language))} [${error.code}]`;
      return tell(`thử lại ${files} tệp sau ${seconds} giây${why}`, `${files} files again in ${seconds} s${why}`);
    }
    case 'file': {
      const { path, result, error } = event.report;
      return `${say(RESULT_NAMES[result], language)}: ${oneLine(path)}${error === null ? '' : ` [${error.code}]`}`;
    }
  }
};

const toRecord = (event: WatchEvent): object => {
  if (event.kind !== 'file') return { ...event, ...('error' in event ? { error: event.error?.code ?? null } : {}) };
  const { path, result, pages, directives, error } = event.report;
  return { kind: event.kind, path, result, pages, directives, error: error?.code ?? null };
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** A mistyped name would be waited for without end. */
const notThere = (folder: string): PipelineError =>
  usageError(
    `Không có thư mục ${oneLine(folder)}; thêm --wait nếu thư mục sẽ có sau, như ổ mạng chưa nối`,
    `There is no folder ${oneLine(folder)}; add --wait if it will be there later, as a network drive`,
  );

/** A queue that is not there, or that the database may not use, would be tried without end. */
const requireQueue = async (db: Store, address: QueueAddress): Promise<void> => {
  const { isSecret } = await import('../../output/store/secret.js');
  const { noSecrets } = await import('../../pipeline/queue/no-secrets.js');
  if (isSecret(db)) throw noSecrets();
  const { readQueueStatus } = await import('../../pipeline/queue/read-queue.js');
  await readQueueStatus(address);
};

/** `ketluan watch <folders…>`: takes new files as they come, until it is stopped. — theo dõi thư mục */
export const registerWatch = (program: Command): void => {
  const command = program
    .command('watch')
    .description(
      'theo dõi thư mục, nạp tệp mới khi chép xong / watch folders and take in new files when they are whole',
    )
    .argument('<folders...>', 'thư mục / folders');
  addFeedOptions(addJobsOption(addSecrecyOptions(addEngineOption(addLimitOptions(addStoreOption(command))))))
    .option(
      '--poll',
      'hỏi lại ổ đĩa đều đặn, cho thư mục mạng / ask the disk again and again, for network folders',
      false,
    )
    .option(
      '--settle <seconds>',
      'tệp phải đứng yên bao nhiêu giây / seconds for which a file must not have changed',
      parseCount,
      5,
    )
    .option(
      '--wait',
      'chờ thư mục chưa có, như ổ mạng chưa nối / wait for folders that are not there yet, as a network drive',
      false,
    )
    .option('--json', 'in mỗi sự kiện một dòng JSON / print one JSON object an event', false)
    .action(async (folders: string[]) => {
      const { jobs, poll, settle, wait, json } = command.opts<{
        jobs: number;
        poll: boolean;
        settle: number;
        wait: boolean;
        json: boolean;
      }>();
      const feed = await readFeed(command);
      const language = readLanguage(command);
      const missing = wait ? undefined : folders.find((folder) => !isFolder(folder));
      if (missing !== undefined) throw notThere(missing);
      const surroundings = readSurroundings();
      const options = {
        jobs,
        secrecy: readSecrecy(command),
        limits: readLimits(command),
        ...(await readEngine(command)),
        ...surroundings,
      };
      const { ingest, openDatabase, watchFolders } = await import('../../output/library.js');
      const onEvent = (event: WatchEvent): void => {
        const at = surroundings.now();
        printText(json ? toJson({ at, ...toRecord(event) }) : `${formatClock(at)}  ${formatEvent(event, language)}`);
      };
      const watchWith = (more: Pick<IngestOptions, 'queue'>): Promise<void> =>
        withInterrupt(async (signal) => {
          // Opened for each group: a file on a share that comes and goes must not be held open.
          const take = async (paths: readonly string[]) => {
            const db = openDatabase(readDatabase(command));
            try {
              return await ingest(db, paths, { ...options, ...more, signal });
            } finally {
              db.close();
            }
          };
          // What cannot be had is told before a service is believed to run.
          const db = openDatabase(readDatabase(command));
          try {
            if (feed !== undefined) await requireQueue(db, feed.address);
          } finally {
            db.close();
          }
          const isOwn = isOwnFile(readDatabase(command));
          await watchFolders(folders, { signal, take, onEvent, isOwn, poll, settle: settle * 1000 });
        });
      const watching =
        feed === undefined ? watchWith({}) : feedQueue(feed, undefined, language, (queue) => watchWith({ queue }));
      await watching.catch((error: unknown) => {
        if (!(error instanceof PipelineError) || error.code !== 'interrupted') throw error;
      });
      // To be stopped is how it ends.
      process.exitCode = EXIT.ok;
    });
};
