import type { Command } from 'commander';
import type { CsvColumns } from '../../output/export/csv.js';
import { requireItem } from '../../output/review/items.js';
import { listEntries, listReview, type ReviewEntry } from '../../output/review/queue.js';
import type { Store } from '../../output/store/store.js';
import { stopped } from '../../pipeline/base/errors.js';
import { paintFor } from '../format.js';
import { readLanguage, type Speak, speak } from '../language.js';
import { addListOptions, giveList } from '../list-output.js';
import { paintScreen, printText } from '../print.js';
import { readCorrector } from '../read-corrector.js';
import { KeyReader, type KeySource } from '../review/keys.js';
import { formatEntry } from '../review/screen.js';
import { doubtsOf, runSession, type SessionResult } from '../review/session.js';
import { addStoreOption, withStore, withWritableStore } from '../store-option.js';
import { showsColours } from '../surroundings.js';
import { parseCount } from '../task-options.js';
import { resolveItem } from './correct.js';

/** Entries that are fetched together. */
const CHUNK = 200;
/** Columns of a line where no terminal says how many it has. */
const WIDTH = 100;

interface ReviewOptions {
  readonly list: boolean;
  readonly why?: string;
  readonly issuer?: string;
  readonly type?: string;
  readonly year?: number;
}

const findEntries = (
  db: Store,
  name: string | undefined,
  { why, issuer, type, year }: ReviewOptions,
  limit: number,
): readonly ReviewEntry[] => {
  if (name !== undefined) return listEntries(requireItem(db, resolveItem(db, name)).paper);
  const filters = {
    ...(why === undefined ? {} : { why }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(type === undefined ? {} : { type }),
    ...(year === undefined ? {} : { year }),
  };
  return listReview(db, { filters, limit });
};

const pageOf = ({ item }: ReviewEntry): number | null =>
  item.kind === 'task' ? item.directive.page : item.kind === 'passage' ? item.passage.page : null;

const COLUMNS: CsvColumns<ReviewEntry> = [
  ['Mã', ({ item }) => item.id],
  ['Là', ({ item }) => ({ header: 'văn bản', passage: 'đoạn', task: 'nhiệm vụ' })[item.kind]],
  ['Số văn bản', ({ item }) => item.paper.record.document.number],
  ['Đường dẫn', ({ item }) => item.paper.record.document.source.path],
  ['Trang', pageOf],
  ['Lý do', ({ reasons }) => reasons.map(({ message }) => message.vi).join(' ')],
  [
    'Nội dung',
    ({ item }) =>
      item.kind === 'task'
        ? item.directive.text
        : item.kind === 'passage'
          ? item.passage.text
          : item.paper.record.document.subject,
  ],
];

/** An entry for programs, without the whole paper beside it. */
const toRow = (entry: ReviewEntry): object => {
  const { item, reasons } = entry;
  const { id, kind, revision, paper } = item;
  const { document } = paper.record;
  return {
    id,
    kind,
    revision,
    document: document.id,
    number: document.number,
    path: document.source.path,
    page: pageOf(entry),
    reasons,
    ...(item.kind === 'task' ? { directive: item.directive } : {}),
    ...(item.kind === 'passage' ? { passage: item.passage } : {}),
  };
};

const formatResult = ({ settled, corrected, skipped }: SessionResult, say: Speak): string =>
  say(
    `Đã xong ${settled} mục, ghi ${corrected} lần sửa, để lại ${skipped} mục. Lấy lại: ketluan history, ketluan undo s…`,
    `${settled} settled, ${corrected} corrections written, ${skipped} left. Take back: ketluan history, ketluan undo s…`,
  );

/** What a session runs on; tests bring their own. */
export interface ReviewTerminal {
  readonly input: KeySource;
  readonly output: { readonly isTTY?: boolean; readonly columns?: number };
}

/** `ketluan review`: the queue, one item a screen, by keys. — rà soát */
export const registerReviewOn =
  ({ input, output }: ReviewTerminal) =>
  (program: Command): void => {
    const command = program
      .command('review')
      .description('rà soát từng mục bằng phím, nặng nhất trước / go through what needs review by keys, worst first')
      .argument('[name]', 'chỉ một văn bản: mã hoặc số / one document only: id or number')
      .option('--list', 'chỉ liệt kê, không hỏi / only list it', false)
      .option('--why <reason>', 'chỉ văn bản có lý do này, xem documents / documents with this reason, see documents')
      .option('--issuer <name>', 'cơ quan ban hành / issuer')
      .option('--type <name>', 'loại văn bản / type of document')
      .option('--year <year>', 'năm ban hành / year of issue', parseCount)
      .option(
        '--by <person>',
        'người sửa, mặc định là tên người dùng của máy / who corrects; the login name by default',
      );
    addListOptions(addStoreOption(command)).action(async (name: string | undefined) => {
      const options = command.opts<ReviewOptions & { json?: boolean; csv?: boolean }>();
      const say = speak(readLanguage(command));
      const isTerminal = input.isTTY === true && output.isTTY === true;
      const look = { say, paint: paintFor(isTerminal && showsColours()), width: output.columns ?? WIDTH };
      if (options.list || options.json === true || options.csv === true) {
        await withStore(command, (db) => {
          const entries = findEntries(db, name, options, Number.MAX_SAFE_INTEGER);
          if (options.json === true) return giveList(command, entries.map(toRow), { columns: [], text: () => '' });
          return giveList(command, entries, {
            columns: COLUMNS,
            text: () =>
              entries.map((entry) => formatEntry(entry, doubtsOf(db, entry), look)).join('\n\n') ||
              say('Không có gì cần rà soát.', 'Nothing needs review.'),
          });
        });
        return;
      }
      const result = await withWritableStore(command, async (db) => {
        readCorrector(command);
        const keys = new KeyReader(input);
        try {
          return await runSession(db, {
            keys,
            terminal: { write: paintScreen, columns: () => output.columns ?? WIDTH, isTerminal },
            paint: look.paint,
            say,
            doer: () => readCorrector(command),
            more: (shown) => findEntries(db, name, options, shown + CHUNK),
          });
        } finally {
          keys.close();
        }
      });
      printText(formatResult(result, say));
      if (result.isInterrupted) throw stopped();
    });
  };

/** The same at the terminal of this process. */
export const registerReview = registerReviewOn({ input: process.stdin, output: process.stdout });
