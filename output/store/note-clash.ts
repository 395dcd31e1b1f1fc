import type { Correction } from '../../schemas/correction.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { type Bilingual, makeNote, type Note } from '../../schemas/note.js';
import { nameField } from '../tracker/field-names.js';
import type { Clash } from './unite-histories.js';

/** Where people who did not know of each other contradict each other. */
export interface ToldClash {
  readonly documentId: string;
  readonly directiveId: string | null;
  /** What it is about: "mục 2, hạn xử lý". */
  readonly where: Bilingual;
  readonly counts: Correction;
  readonly other: Correction;
}

/** Fields whose value is text of the paper: a sentence quotes none, the note holds it. */
export const QUOTING: ReadonlySet<string> = new Set(['text', 'split', 'merge', 'add']);

/** A clash in words: where it is. */
export const tellClash = ({ counts, other }: Clash, record: ExportedDocument | undefined): ToldClash => {
  const { documentId, directiveId } = counts;
  const item = record?.directives.find(({ id }) => id === directiveId)?.number ?? counts.seen?.number;
  const names = [...new Set([nameField(counts), nameField(other)])];
  const [vi, en] = [names.map((name) => name.vi).join(' / '), names.map((name) => name.en).join(' / ')];
  const where = item === undefined ? { vi, en } : { vi: `mục ${item}, ${vi}`, en: `item ${item}, ${en}` };
  return { documentId, directiveId, where, counts, other };
};

const VALUES: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  confirmed: { vi: 'đúng như đã đọc', en: 'right as read' },
  'not-a-task': { vi: 'không phải nhiệm vụ', en: 'no task' },
};

const DAY = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/u;
const toDay = (text: string): string => text.replace(DAY, '$<day>/$<month>/$<year>').slice(0, 10);

const tellValue = ({ field, newValue }: Correction) => {
  if (newValue === null) return '—';
  if (field === 'review' || field === 'passage') return VALUES[newValue] ?? newValue;
  return QUOTING.has(field) ? '…' : DAY.test(newValue) ? toDay(newValue) : newValue;
};

const signOf = ({ correctedBy, correctedAt }: Correction): string => `${correctedBy}, ${toDay(correctedAt)}`;

/** The note on the paper: it waits for review until a person decides. */
export const noteClash = ({ where, counts, other }: ToldClash): Note =>
  makeNote(
    'identity/correction-clash',
    { actual: counts.newValue ?? '—' },
    { where, value: tellValue(counts), by: signOf(counts), other: tellValue(other), otherBy: signOf(other) },
  );
