import type { Command } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import { listQuarantine, type QuarantinedFile } from '../../output/store/quarantine.js';
import { readStatus, type StoreStatus } from '../../output/store/read-status.js';
import { isSecret } from '../../output/store/secret.js';
import type { QueueAddress } from '../../pipeline/queue/address.js';
import type { QueueStatus } from '../../pipeline/queue/read-queue.js';
import { formatFigure, formatMoment } from '../format.js';
import { readLanguage, type Speak, speak } from '../language.js';
import { oneLine, printText } from '../print.js';
import { addQueueOptions, readQueue } from '../queue-options.js';
import { addStoreOption, withStore } from '../store-option.js';
import { addTodayOption, readToday } from '../task-options.js';

const formatStatus = (status: StoreStatus, quarantine: readonly QuarantinedFile[], say: Speak): string => {
  const { files } = status;
  const rows: [string, number][] = [
    [say('Tệp đã lưu', 'Files stored'), files.stored + files.needsReview],
    [say('Tệp cách ly', 'Files in quarantine'), files.quarantined],
    [say('Trang', 'Pages'), status.pages],
    [say('Văn bản', 'Documents'), status.documents],
    [say('Văn bản cần xem lại', 'Documents that need review'), status.documentsToReview],
    ...(status.doubtfulWords === 0
      ? []
      : [
          // A doubtful word outside days, names and the header asks for no review, and is none the less in doubt.
          [
            say(
              'Từ đọc chưa chắc chắn, kể cả ở chỗ chưa cần xem lại',
              'Words read with doubt, also where no review is asked for',
            ),
            status.doubtfulWords,
          ] satisfies [string, number],
          [
            say('Tệp có từ như thế (xem bằng show)', 'Files that have such words (show names them)'),
            status.filesWithDoubtfulWords,
          ] satisfies [string, number],
        ]),
    [say('Nhiệm vụ', 'Tasks'), status.tasks],
    [say('Nhiệm vụ cần xem lại', 'Tasks that need review'), status.tasksToReview],
    [say('Nhiệm vụ quá hạn', 'Tasks past their day'), status.overdue],
    [
      say('Đoạn giống giao việc chưa thành nhiệm vụ', 'Passages that look like tasks and became none'),
      status.unclaimed,
    ],
    [
      say('Văn bản có số, ngày gợi ý chờ xác nhận', 'Documents with a suggested number or day to confirm'),
      status.suggested,
    ],
    [say('Cơ quan, đơn vị', 'Bodies'), status.bodies],
    [say('Số lần chỉnh sửa', 'Corrections'), status.corrections],
    ...(status.removed === 0 ? [] : [[say('Tệp đã gỡ', 'Files removed'), status.removed] satisfies [string, number]]),
    [say('Số hiệu thay đổi gần nhất', 'Last change'), status.lastChange],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const batch = status.lastBatch;
  const last =
    batch === null
      ? []
      : [
          batch.finishedAt === null
            ? say(
                `Lần nạp gần nhất: bắt đầu ${formatMoment(batch.startedAt)}, chưa xong`,
                `Last batch: began ${formatMoment(batch.startedAt)}, unfinished`,
              )
            : say(
                `Lần nạp gần nhất: xong ${formatMoment(batch.finishedAt)}`,
                `Last batch: finished ${formatMoment(batch.finishedAt)}`,
              ),
        ];
  return [
    ...rows.map(([name, value]) => `${name.padEnd(width)}  ${formatFigure(value, 0, say)}`),
    ...last,
    ...quarantine.map((file) => `  ${oneLine(file.path)}: ${oneLine(say(file.text.vi, file.text.en))} [${file.code}]`),
  ].join('\n');
};

const formatQueue = (queue: QueueStatus, say: Speak): string => {
  const rows: [string, number][] = [
    [say('Tệp chờ đọc', 'Files that wait'), queue.waiting],
    [say('Tệp đang đọc', 'Files being read'), queue.active],
    [say('Tệp hỏng nhiều lần, chờ báo', 'Files that died, to be told'), queue.dead],
    [say('Bộ nhớ Redis (MB)', 'Memory of Redis (MB)'), Math.ceil(queue.bytes / 1024 / 1024)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const line = ({ host, pid, busy, done, failed, capacity }: QueueStatus['workers'][number], role: string): string =>
    `  ${role} ${oneLine(host)} (${pid}): ${say(
      `đang ${busy}${capacity > 0 ? `/${capacity}` : ''}, xong ${done}, lỗi ${failed}`,
      `busy ${busy}${capacity > 0 ? `/${capacity}` : ''}, done ${done}, failed ${failed}`,
    )}`;
  return [
    say(`Hàng đợi ${oneLine(queue.address)}`, `Queue ${oneLine(queue.address)}`),
    ...rows.map(([name, value]) => `${name.padEnd(width)}  ${formatFigure(value, 0, say)}`),
    ...queue.feeders.map((one) => line(one, say('máy nạp', 'feeder'))),
    ...queue.workers.map((one) => line(one, say('máy đọc', 'worker'))),
    ...(queue.workers.length > 0 ? [] : [say('  chưa có máy đọc nào', '  no worker')]),
  ].join('\n');
};

/** How the queue stands: the database, which may be another machine's, is not opened. */
const showQueue = async (command: Command, address: QueueAddress): Promise<void> => {
  const { readQueueStatus } = await import('../../pipeline/queue/read-queue.js');
  const queue = await readQueueStatus(address);
  printText(command.opts().json === true ? toJson(queue) : formatQueue(queue, speak(readLanguage(command))));
};

/** `ketluan status`: what the database holds. — tình trạng */
export const registerStatus = (program: Command): void => {
  const command = program
    .command('status')
    .description('số liệu của cơ sở dữ liệu và các tệp cách ly / what the database holds, and quarantined files');
  addQueueOptions(addTodayOption(addStoreOption(command)))
    .option('--json', 'in một đối tượng JSON / print one JSON object')
    .action(async () => {
      const address = await readQueue(command);
      if (address !== undefined) return showQueue(command, address);
      const { status, quarantine, secret } = await withStore(command, (db) => ({
        secret: isSecret(db),
        status: readStatus(db, readToday(command)),
        quarantine: listQuarantine(db),
      }));
      const say = speak(readLanguage(command));
      const asJson = command.opts().json === true;
      const mark = secret
        ? `\n${say('Cơ sở dữ liệu này dành cho văn bản mật.', 'This database is for classified papers.')}`
        : '';
      printText(asJson ? toJson({ ...status, quarantine }) : formatStatus(status, quarantine, say) + mark);
    });
};
