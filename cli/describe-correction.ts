import { formatDay, readIsoDate } from '../language/calendar/civil-date.js';
import { nameField } from '../output/tracker/field-names.js';
import type { Correction } from '../schemas/correction.js';
import type { Bilingual } from '../schemas/note.js';
import { formatMoment, nameItem } from './format.js';
import type { Speak } from './language.js';
import { oneLine } from './print.js';

const WORDS: Readonly<Record<string, Bilingual>> = {
  confirmed: { vi: 'đúng', en: 'right' },
  'not-a-task': { vi: 'không phải nhiệm vụ', en: 'no task' },
  task: { vi: 'nhiệm vụ', en: 'task' },
  'lead-in': { vi: 'câu dẫn', en: 'lead-in' },
  heading: { vi: 'đề mục', en: 'heading' },
};
const IN_WORDS: ReadonlySet<string> = new Set(['review', 'passage', 'kind']);
/** A longer value is cut in a list; `--json` has it whole. */
const LONGEST = 80;

const quote = (line: string): string => `“${oneLine(line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line)}”`;

const formatValue = (field: string, value: string | null, say: Speak): string => {
  if (value === null) return say('(không)', '(none)');
  const word = IN_WORDS.has(field) ? WORDS[value] : undefined;
  if (word !== undefined) return say(word.vi, word.en);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value) && readIsoDate(value) !== undefined) return formatDay(value);
  // The two parts of what was split are told apart, each with its beginning.
  if (field === 'split' && value.includes('\n')) return value.split('\n').map(quote).join(' | ');
  return quote(value.replaceAll('\n', ' | '));
};

/** A year that nobody typed is shown as such. — năm được thêm */
const formatSupplied = ({ detail }: Correction, say: Speak): string => {
  if (detail?.kind !== 'due' || detail.deadline?.inferred !== true || detail.deadline.due === null) return '';
  const year = detail.deadline.due.slice(0, 4);
  return say(` (năm ${year} lấy theo ngày ban hành)`, ` (the year ${year} is taken from the issue date)`);
};

/** Further times of the item that went with the old one: who meant to correct one of them must see it. — hạn khác bị thay */
const formatReplaced = ({ detail }: Correction, say: Speak): string => {
  if (detail?.kind !== 'due' || detail.replaced === undefined) return '';
  const times = detail.replaced.map(quote).join('; ');
  return say(
    `, thay cho cả ${times} (muốn giữ: hoàn tác rồi tách mục)`,
    `, in place of ${times}, too (to keep them take it back and split the item)`,
  );
};

const formatState = ({ undoes, undoneBy, isLost }: Correction, say: Speak): string => {
  if (undoneBy !== undefined) return say(` · đã hoàn tác (s${undoneBy})`, ` · taken back (s${undoneBy})`);
  if (undoes !== undefined) return say(` · hoàn tác s${undoes}`, ` · takes back s${undoes}`);
  return isLost === true ? say(' · bản đọc hiện nay không còn chỗ này', ' · the reading has no such place now') : '';
};

/** What was changed, without who and when: "hạn xử lý: 15/07/2025 → 30/06/2025 (năm 2025 lấy theo ngày ban hành)". */
export const describeChange = (one: Correction, say: Speak): string => {
  const { vi, en } = nameField(one);
  // What a merged item says begins as its first part does: both parts tell more.
  if (one.detail?.kind === 'merge' && one.undoes === undefined)
    return `${say(vi, en)}: ${formatValue('text', one.oldValue, say)} + ${quote(one.detail.text)}`;
  const values = [one.oldValue, one.newValue].map((value) => formatValue(one.field, value, say));
  return `${say(vi, en)}: ${values.join(' → ')}${formatSupplied(one, say)}${formatReplaced(one, say)}`;
};

/** A correction as a line of a list, with its name for `undo`: "s12 · 08:00, 01/07/2025 · Lan · mục 2 · …". */
export const describeCorrection = (one: Correction, say: Speak, path?: string): string => {
  const item = path ?? one.seen?.number;
  const isHeader = one.directiveId === null;
  const place = isHeader ? say('phần đầu văn bản', 'header') : nameItem(item ?? '', say);
  // The field of a header says by itself where it stands; "right" does not.
  const where = (isHeader ? one.field === 'review' : item !== undefined) ? [place] : [];
  const name = one.key === undefined ? [] : [`s${one.key}`];
  const parts = [...name, formatMoment(one.correctedAt), oneLine(one.correctedBy), ...where, describeChange(one, say)];
  return `${parts.join(' · ')}${formatState(one, say)}`;
};
