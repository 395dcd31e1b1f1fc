import type { ItemOf } from '../../output/review/items.js';
import { listNeighbours } from '../../output/review/plan.js';
import type { CorrectionRequest } from '../../output/review/request.js';
import type { Store } from '../../output/store/store.js';
import { readTaskField } from '../../output/tracker/correct-task.js';
import { formatPath } from '../format.js';
import type { Speak } from '../language.js';
import { oneLine } from '../print.js';
import { completeNames, listHeaderNames, readHeaderLine, readRole } from './fields.js';
import type { LineRequest } from './line-editor.js';

/** What a prompt may look up, and its language. */
export interface Prompting {
  readonly db: Store;
  readonly say: Speak;
}

/** A line that is asked for, and what it comes to: a request, or what to tell who typed something else. */
export interface Prompt {
  readonly line: LineRequest;
  readonly toRequest: (typed: string) => CorrectionRequest | { readonly tell: string };
}

type AskTask = (prompting: Prompting, item: ItemOf<'task'>) => Prompt;

const askDue: AskTask = ({ say }, { id, revision }) => ({
  line: {
    prompt: say('Hạn (30/6, quý II, thường xuyên, không có hạn): ', 'Due (30/6, quý II, thường xuyên, không có hạn): '),
  },
  toRequest: (due) => ({ do: 'fix', id, revision, fields: { due } }),
});

const askBodies: AskTask = ({ db, say }, { id, revision, directive }) => ({
  line: {
    prompt: say(
      'Chủ trì (Tab gợi ý; vai trò khác: "phối hợp: …"): ',
      'Lead (Tab completes; other roles: "coordinating: …"): ',
    ),
    initial: readTaskField(directive, 'lead') ?? '',
    complete: completeNames(db),
  },
  toRequest: (typed) => {
    const { role, names } = readRole(typed);
    if (!names.includes(':')) return { do: 'fix', id, revision, fields: { [role]: names } };
    return {
      tell: say(
        'Vai trò đứng trước tên: "phối hợp: Sở Y tế" (Ctrl-U xoá dòng).',
        'The role stands before the names: "coordinating: Sở Y tế" (Ctrl-U clears the line).',
      ),
    };
  },
});

const askSplit: AskTask = ({ say }, { id, revision }) => ({
  line: { prompt: say('Phần thứ hai bắt đầu bằng chữ: ', 'The second part begins with the words: ') },
  toRequest: (at) => ({ do: 'split', id, revision, at }),
});

/** Characters of a neighbour that tell which it is. */
const ENOUGH = 60;

const askMerge: AskTask = ({ say }, item) => {
  const neighbours = listNeighbours(item);
  const list = neighbours
    .map(({ directive: { number, text } }, i) => {
      const path = oneLine(formatPath(number, say));
      return `${i + 1}: ${say('mục', 'item')} ${path} “${oneLine(text.slice(0, ENOUGH))}”`;
    })
    .join(' · ');
  return {
    line: { prompt: `${say('Gộp với', 'Merge with')} ${list}: ` },
    toRequest: (typed) => {
      const other = neighbours[Number(typed) - 1];
      if (other !== undefined) return { do: 'merge', id: item.id, revision: item.revision, other: other.id };
      return { tell: `${say('Gõ số', 'Type the figure')}: ${neighbours.map((_, i) => i + 1).join(', ')}` };
    },
  };
};

/** What the keys of a task ask for. */
export const ASK_TASK: Readonly<Record<string, AskTask>> = { H: askDue, C: askBodies, T: askSplit, G: askMerge };

/** The text of a task, to be edited. */
export const askText: AskTask = ({ say }, { id, revision, directive }) => ({
  line: { prompt: say('Nội dung (Ctrl-U xoá hết): ', 'Text (Ctrl-U clears it): '), initial: directive.text },
  toRequest: (text) => ({ do: 'fix', id, revision, fields: { text } }),
});

/** The text of a passage that becomes a task. */
export const askPassage = ({ say }: Prompting, { id, passage }: ItemOf<'passage'>): Prompt => ({
  line: {
    prompt: say('Nội dung nhiệm vụ (Ctrl-U xoá hết): ', 'Text of the task (Ctrl-U clears it): '),
    initial: passage.text,
  },
  toRequest: (text) => ({ do: 'add', id, text }),
});

/** One field of a header by its name. */
export const askHeader = ({ say }: Prompting, { id, revision }: ItemOf<'header'>): Prompt => ({
  line: { prompt: say('Trường = giá trị (ví dụ: số = 12-KL/TU): ', 'Field = value (as: number = 12-KL/TU): ') },
  toRequest: (typed) => {
    const line = readHeaderLine(typed);
    if (line !== undefined) return { do: 'fix', id, revision, fields: { [line.field]: line.value } };
    return { tell: `${say('Ghi một trong', 'Expected one of')}: ${listHeaderNames(say)}` };
  },
});
