import { z } from 'zod';
import table from './verbs.json' with { type: 'json' };

/**
 * What a verb does in these papers; one verb may do several. — loại động từ
 *
 * - `act`: opens what a body does; a name never runs past it, and a name before it is its subject
 * - `in-name`: stands inside names as well (Ban Chỉ đạo *thực hiện* …), where it ends nothing
 * - `begins-task`: a task begins with it, or has it behind the body it is given to
 * - `ahead`: points to what is still to be done
 * - `order`, `announce`, `assign`: hands a task to somebody: anywhere in a sentence; at the end of an announcing paragraph;
 *   with the bodies right behind it
 * - `introduce`: tells, directs or carries out, and needs items below it to say what: "X *chỉ đạo*:"
 * - `agree`, `praise`, `approve`: decides or praises and gives nobody a task; `approve` right behind a committee
 * - `author`: what the author of a conclusion does in its opening
 * - `complete`, `hand-over`, `work`, `at-meeting`: what a deadline may belong to
 */
const VerbKind = z.enum([
  'act',
  'in-name',
  'begins-task',
  'ahead',
  'order',
  'announce',
  'assign',
  'introduce',
  'agree',
  'praise',
  'approve',
  'author',
  'complete',
  'hand-over',
  'work',
  'at-meeting',
]);
export type VerbKind = z.infer<typeof VerbKind>;

/**
 * Verbs with their kinds, a verb a line, in verbs.json.
 *
 * Source: the verbs by which Hướng dẫn 36-HD/VPTW, the working rules of committees (quy chế làm việc) and Nghị định
 * 30/2020/NĐ-CP have conclusions, notices and directives word what is decided and what is to be done, and the general
 * verbs of office work. Rule for entry: a word of general use in papers of every level that a dictionary has as a verb;
 * never a word of one paper's style.
 */
const readKinds = (): ReadonlyMap<string, readonly VerbKind[]> =>
  new Map(
    Object.entries(z.record(z.string(), z.string()).parse(table)).map(([verb, kinds]) => [
      verb,
      z.array(VerbKind).parse(kinds.split(' ')),
    ]),
  );

let read: ReadonlyMap<string, readonly VerbKind[]> | undefined;
/** Read when they are first asked for. */
const kindsOfVerbs = (): ReadonlyMap<string, readonly VerbKind[]> => {
  read ??= readKinds();
  return read;
};

/** All verbs of a kind, longest first: in a pattern one may begin another. `verbsOf('hand-over')` holds "trình". */
export const verbsOf = (kind: VerbKind): readonly string[] =>
  [...kindsOfVerbs()]
    .filter(([, kinds]) => kinds.includes(kind))
    .map(([verb]) => verb)
    .sort((one, other) => other.length - one.length);
