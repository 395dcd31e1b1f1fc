import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { formatDay } from '../../language/calendar/civil-date.js';
import { toJson } from '../../language/writing/control-codes.js';
import { loadDirective, loadDocument } from '../../output/store/load-document.js';
import { loadRepaired } from '../../output/store/load-file.js';
import type { ExplainedItem } from '../../pipeline/explain.js';
import type { Deadline } from '../../schemas/directive.js';
import type { IsoDate } from '../../schemas/span.js';
import { capitalize, formatDeadline, nameItem, wrapText } from '../format.js';
import { readLanguage, type Speak, speak, usageError } from '../language.js';
import { printText } from '../print.js';
import { readInput } from '../read-input.js';
import { ROLE_NAMES } from '../role-names.js';
import { addStoreOption, withStore } from '../store-option.js';
import { parseDay } from '../task-options.js';

const WIDTH = 100;

const formatTime = (deadline: Deadline, say: Speak): string => {
  const { text, due, inferred, anchor, foundBy, target } = deadline;
  const from = anchor === null ? '' : say(`, tính từ “${anchor}”`, `, from “${anchor}”`);
  const kind = {
    date: say('chưa rõ ngày', 'without a day'),
    relative: `${say('khoảng thời gian', 'a length of time')}${from}`,
    event: say('theo sự kiện', 'bound to an event'),
    recurring: say('định kỳ', 'recurring'),
    standing: say('thường xuyên', 'standing'),
  }[deadline.kind];
  const aim = due === null && target ? say(' (phấn đấu)', ' (target)') : '';
  const year = inferred ? say('; năm suy từ ngày ban hành', '; the year taken from the issue date') : '';
  return `+ “${text}”: ${due === null ? `${kind}${aim}` : formatDeadline({ ...deadline, inferred: false }, say)}${year} [${foundBy}]`;
};

/** Lines about the bodies: each with its role and the reason, and those that were left out. */
const formatRoles = ({ steps }: ExplainedItem, say: Speak): string[] =>
  steps
    .filter(({ role }) => role !== null)
    .map(({ deed, text, role, sentence, rule }) => {
      const name = role === null ? '' : say(ROLE_NAMES[role].vi, ROLE_NAMES[role].en).toLowerCase();
      return `${deed === 'dropped' ? '−' : '+'} ${text}, ${name}: ${say(sentence.vi, sentence.en)} [${rule}]`;
    });

/** Lines about the times: what is due, what is none and why, what a neighbour changed. */
const formatTimes = ({ assignments, steps }: ExplainedItem, say: Speak): string[] => {
  const because = say('không phải thời hạn, vì', 'no deadline:');
  const ofTimes = steps.filter(({ role, rule }) => role === null && !rule.startsWith('separate-overlaps/'));
  return [
    ...assignments.flatMap(({ deadlines }) => deadlines.map((deadline) => formatTime(deadline, say))),
    ...ofTimes
      .filter(({ deed }) => deed === 'dropped')
      .map(({ text, sentence, rule }) => `− “${text}”: ${because} ${say(sentence.vi, sentence.en)} [${rule}]`),
    ...ofTimes
      .filter(({ deed }) => deed === 'changed')
      .map(({ text, sentence, rule }) => `  “${text}”: ${say(sentence.vi, sentence.en)} [${rule}]`),
  ];
};

const formatCited = ({ references }: ExplainedItem, say: Speak): string[] =>
  references.map(({ type, number, on }) => {
    const date = on === null ? '' : say(`, ngày ${formatDay(on)}`, `, of ${formatDay(on)}`);
    return `+ ${[type, number].filter((part) => part !== null).join(' ')}${date}`;
  });

const formatItem = (item: ExplainedItem, say: Speak): string => {
  const { rule, sentence } = item.verdict;
  const judged = {
    task: say('Là nhiệm vụ, vì', 'It is a task:'),
    'lead-in': say('Là câu dẫn, chỉ dẫn vào các mục dưới, vì', 'It is a lead-in to the items below:'),
    heading: say('Là đề mục của các mục dưới, vì', 'It is a heading of the items below:'),
    none: say('Không là nhiệm vụ, vì', 'It is no task:'),
  }[item.kind ?? 'none'];
  const section = (title: string, lines: readonly string[], none: string): string[] => [
    `  ${title}`,
    ...(lines.length === 0 ? [`    ${none}`] : lines.map((line) => wrapText(line, WIDTH, '    '))),
  ];
  const cited = formatCited(item, say);
  return [
    ...(item.number === ''
      ? []
      : [`${capitalize(nameItem(item.number, say))}${item.id === null ? '' : ` · ${item.id}`}`]),
    wrapText(item.text, WIDTH, '  '),
    wrapText(`${judged} ${say(sentence.vi, sentence.en)} [${rule}]`, WIDTH, '  '),
    ...(item.assignments.length > 0
      ? [
          ...(item.isDirective ? [] : [`  ${say('Nếu được đọc như một nhiệm vụ:', 'Were it read as a task:')}`]),
          ...section(say('Ai làm', 'Who'), formatRoles(item, say), say('không nêu cơ quan nào', 'nobody is named')),
          ...section(
            say('Khi nào', 'When'),
            formatTimes(item, say),
            say('không có cách viết thời hạn nào mà chương trình biết', 'no wording of a time that the program knows'),
          ),
          ...(cited.length === 0 ? [] : section(say('Viện dẫn', 'Cites'), cited, '')),
        ]
      : []),
  ].join('\n');
};

const STORED_ID = /^[0-9a-f]{16}(?:-\d+)?(?::.+)?$/u;

/** Explains a stored document or directive from its stored text. */
const explainStored = async (command: Command, name: string): Promise<readonly ExplainedItem[]> =>
  withStore(command, async (db) => {
    const document = loadDirective(db, name)?.document ?? loadDocument(db, name)?.document;
    const repaired = document === undefined ? undefined : loadRepaired(db, document.source.sha256);
    if (document === undefined || repaired === undefined)
      throw usageError(`Không có văn bản hay nhiệm vụ nào là ${name}`, `Expected an id that is stored, got ${name}`);
    const { explainRepaired } = await import('../../pipeline/explain.js');
    const items = explainRepaired(repaired, document.issuedOn);
    return document.id === name ? items : items.filter(({ id }) => id === name);
  });

const explainGiven = async (given: string, issuedOn: IsoDate | null): Promise<readonly ExplainedItem[]> => {
  const { explainTyped } = await import('../../pipeline/explain.js');
  const { decodeText } = await import('../../pipeline/paginate/decode-text.js');
  // A sentence has more than one word: a single one that is no file is a misspelt id or file name.
  if (/\s/u.test(given) && !existsSync(given)) return explainTyped(given, { issuedOn });
  return explainTyped(decodeText(await readInput(given)).text, { issuedOn });
};

/** `ketluan explain <id, text or file>`: why something is a task, a deadline, a role, or none. — giải thích */
export const registerExplain = (program: Command): void => {
  const command = program
    .command('explain')
    .description('giải thích vì sao là (không là) nhiệm vụ, thời hạn, vai trò / explain why a text was read as it was')
    .argument('<what>', 'mã nhiệm vụ, mã văn bản; câu văn trong ngoặc kép; tệp văn bản hoặc - / id, text, file or -');
  addStoreOption(command)
    .option('--issued-on <day>', 'ngày ban hành của câu văn / issue date of the text', parseDay)
    .option('--json', 'in JSON, mỗi mục một dòng / print JSON, one item a line')
    .action(async (what: string) => {
      const { issuedOn, json } = command.opts();
      const day = typeof issuedOn === 'string' ? issuedOn : null;
      const items = STORED_ID.test(what) ? await explainStored(command, what) : await explainGiven(what, day);
      if (items.length === 0)
        throw usageError(
          `Nay không còn đọc ra nhiệm vụ ${what} từ văn bản đã lưu: chạy lệnh reprocess`,
          `The stored text no longer gives ${what}: run reprocess`,
        );
      const say = speak(readLanguage(command));
      const lines =
        json === true ? items.map(toJson).join('\n') : items.map((item) => formatItem(item, say)).join('\n\n');
      printText(lines);
    });
};
