import { type Correction, HEADER_FIELDS, TASK_FIELDS } from '../../schemas/correction.js';
import type { Directive } from '../../schemas/directive.js';
import type { IsoDate } from '../../schemas/span.js';
import type { Store } from '../store/store.js';
import { isHeaderField, readHeaderField } from '../tracker/correct-document.js';
import { isTaskField, readTaskField } from '../tracker/correct-task.js';
import { findCorrection } from '../tracker/corrected-value.js';
import { nameField } from '../tracker/field-names.js';
import { findFirstDeadline } from '../tracker/first-deadline.js';
import { makeTaskId } from '../tracker/place-in-reading.js';
import { mergeDirectives } from '../tracker/reshape.js';
import { inField, invalid } from './errors.js';
import { type ItemOf, type ReviewItem, taskOf } from './items.js';
import { makeTask, nextNumber } from './place-passage.js';
import type { CorrectionRequest, RequestOf } from './request.js';
import { readTypedHeader, readTypedTask, type TypedValue } from './typed-fields.js';

/** A correction before it is known who makes it. */
export type Planned = Omit<Correction, 'correctedBy' | 'correctedAt'>;

const about = ({ paper, kind, id }: ReviewItem): Pick<Planned, 'documentId' | 'directiveId'> => ({
  documentId: paper.record.document.id,
  directiveId: kind === 'header' ? null : id,
});

const planReview = (item: ReviewItem, newValue: string): readonly Planned[] => {
  const where = about(item);
  const oldValue = findCorrection(item.paper.corrections, where.directiveId, 'review')?.newValue ?? null;
  // What was called right in view of another reading can be called right again.
  const isOutdated = item.paper.otherwise.some(({ correction }) => correction.directiveId === where.directiveId);
  return oldValue === newValue && !isOutdated ? [] : [{ ...where, field: 'review', oldValue, newValue }];
};

const wrongField = ({ kind, id }: ReviewItem, field: string): never => {
  const name = nameField({ directiveId: kind === 'header' ? id : null, field }).vi;
  const names = (fields: readonly string[], directiveId: string | null): string =>
    fields.map((one) => nameField({ directiveId, field: one }).vi).join('; ');
  throw invalid(
    { vi: `Mục này không có trường "${name}".`, en: `This item has no field ${field}.` },
    {
      vi: `Của nhiệm vụ sửa được: ${names(TASK_FIELDS, '')}. Của văn bản: ${names(HEADER_FIELDS, null)}.`,
      en: `A task has ${TASK_FIELDS.join(', ')}; a document ${HEADER_FIELDS.join(', ')}.`,
    },
  );
};

/** A time that is given stands in place of all times of an item: those that the old value does not name are told. */
const tellReplaced = (directive: Directive, value: TypedValue): TypedValue => {
  const first = findFirstDeadline(directive);
  const replaced = directive.assignments.flatMap(({ deadlines }) =>
    deadlines.flatMap((one) => (one === first ? [] : [one.text])),
  );
  if (replaced.length === 0) return value;
  const given = value.detail?.kind === 'due' ? value.detail : {};
  return { ...value, detail: { ...given, kind: 'due', replaced } };
};

const planField = (
  item: ReviewItem,
  field: string,
  typed: string | null,
  today: IsoDate | null,
): readonly Planned[] => {
  const { document } = item.paper.record;
  if (item.kind === 'task' && isTaskField(field)) {
    const value = inField(field, () => readTypedTask(field, typed, document));
    const oldValue = readTaskField(item.directive, field);
    if (value.newValue === oldValue) return [];
    return [{ ...about(item), field, oldValue, ...(field === 'due' ? tellReplaced(item.directive, value) : value) }];
  }
  if (item.kind === 'header' && isHeaderField(field)) {
    const value = inField(field, () => readTypedHeader(field, typed, today));
    const oldValue = readHeaderField(document, field);
    return value.newValue === oldValue ? [] : [{ ...about(item), field, oldValue, ...value }];
  }
  return wrongField(item, field);
};

const planFix = (
  item: ReviewItem,
  { fields, confirm }: RequestOf<'fix'>,
  today: IsoDate | null,
): readonly Planned[] => [
  ...Object.entries(fields).flatMap(([field, typed]) => planField(item, field, typed ?? null, today)),
  ...(confirm === true ? planReview(item, 'confirmed') : []),
];

const requireTask = (item: ReviewItem): ItemOf<'task'> => {
  if (item.kind === 'task') return item;
  throw invalid(
    { vi: 'Chỉ làm được với một nhiệm vụ.', en: 'Expected a task.' },
    { vi: 'Ghi mã nhiệm vụ, xem ketluan show.', en: 'Give the id of a task, see ketluan show.' },
  );
};

// A word, a number or a date is never cut: "10/6/|2025" would leave neither part with its day.
const INSIDE = /[\p{L}\p{M}\p{N}](?:[./-])?\|[\p{L}\p{M}\p{N}]/u;
const isInsideWord = (text: string, at: number): boolean =>
  INSIDE.test(`${text.slice(at - 2, at)}|${text.slice(at, at + 1)}`);

const cutAt = (text: string, at: number | string): number => {
  const offset = typeof at === 'number' ? at : text.indexOf(at.normalize('NFC').trim());
  const isInside =
    offset > 0 &&
    text.slice(0, offset).trim() !== '' &&
    text.slice(offset).trim() !== '' &&
    !isInsideWord(text, offset);
  const isTwice = typeof at === 'string' && text.indexOf(at.normalize('NFC').trim(), offset + 1) >= 0;
  if (isInside && !isTwice) return offset + (text.slice(offset).length - text.slice(offset).trimStart().length);
  throw invalid(
    isTwice
      ? { vi: 'Những chữ này có nhiều chỗ trong mục.', en: 'These words stand in several places of the item.' }
      : { vi: 'Không tách được ở chỗ này.', en: 'The item cannot be cut there.' },
    {
      vi: 'Ghi vài chữ đầu của phần thứ hai, đúng như trong mục.',
      en: 'Give the first words of the second part as the item has them.',
    },
  );
};

const planSplit = (item: ReviewItem, { at }: RequestOf<'split'>): readonly Planned[] => {
  const { directive, paper } = requireTask(item);
  const cut = inField('at', () => cutAt(directive.text, at));
  const first = directive.text.slice(0, cut).trimEnd();
  const second = directive.text.slice(cut);
  const { document, directives } = paper.record;
  const id = makeTaskId(document.id, paper.history.length + 1);
  const number = nextNumber(directives, `${directive.number}.`);
  const detail = { kind: 'split' as const, first, second, id, number };
  return [{ ...about(item), field: 'split', oldValue: directive.text, newValue: `${first}\n${second}`, detail }];
};

const planMerge = (item: ReviewItem, { other: id }: RequestOf<'merge'>): readonly Planned[] => {
  const { directive, paper } = requireTask(item);
  const { directives } = paper.record;
  const other = directives.find((one) => one.id === id && one.id !== directive.id);
  if (other === undefined)
    throw invalid(
      { vi: 'Chỉ gộp được hai mục khác nhau của cùng một văn bản.', en: 'Expected another item of the same paper.' },
      { vi: 'Xem mã các mục bằng ketluan show.', en: 'ketluan show prints the ids of its items.' },
    );
  const isFirst = directives.indexOf(directive) < directives.indexOf(other);
  const merged = isFirst ? mergeDirectives(directive, other) : mergeDirectives(other, directive);
  const detail = { kind: 'merge' as const, other: other.id, text: other.text };
  return [{ ...about(item), field: 'merge', oldValue: directive.text, newValue: merged.text, detail }];
};

const planPassage = (
  db: Store,
  item: ReviewItem,
  request: RequestOf<'add'> | RequestOf<'dismiss'>,
): readonly Planned[] => {
  if (item.kind !== 'passage')
    throw invalid(
      { vi: 'Chỉ thêm được từ một đoạn chưa thành nhiệm vụ.', en: 'Expected a passage that became no task.' },
      { vi: 'Mã của đoạn: ketluan show <văn bản>.', en: 'ketluan show <document> prints the ids of passages.' },
    );
  const { passage, id, paper } = item;
  const seen = { kind: 'passage' as const, page: passage.page, text: passage.text, why: passage.why };
  if (request.do === 'dismiss')
    return [{ ...about(item), field: 'passage', oldValue: null, newValue: 'not-a-task', detail: seen }];
  const text = (request.text ?? passage.text).normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (text === '')
    throw invalid(
      { vi: 'Đoạn này không đọc được chữ: phải gõ nội dung.', en: 'No word of this passage was read: type its text.' },
      { vi: 'Thêm --text "…".', en: 'Add --text "…".' },
    );
  const directive = makeTask(db, paper.record, passage, { id, text });
  return [{ ...about(item), field: 'add', oldValue: null, newValue: text, detail: { ...seen, directive } }];
};

const planAccept = (item: ReviewItem): readonly Planned[] => {
  const suggested = item.kind === 'header' ? item.paper.record.document.suggested : undefined;
  const fields = (['number', 'issuedOn'] as const).filter((field) => suggested?.[field] != null);
  if (suggested === undefined || fields.length === 0)
    throw invalid(
      { vi: 'Văn bản này không có gợi ý.', en: 'Nothing is suggested for this document.' },
      { vi: 'Sửa trực tiếp: ketluan fix <mã> --number …', en: 'Correct it: ketluan fix <id> --number …' },
    );
  return fields.map((field) => ({ ...about(item), field, oldValue: null, newValue: suggested[field] }));
};

/**
 * The corrections that a request comes to; throws `correction-invalid` for what cannot be done. `today`: the day on which it is
 * asked, null where that is not known.
 */
export const planCorrections = (
  db: Store,
  item: ReviewItem,
  request: Exclude<CorrectionRequest, { readonly do: 'undo' }>,
  today: IsoDate | null,
): readonly Planned[] => {
  switch (request.do) {
    case 'fix':
      return planFix(item, request, today);
    case 'confirm':
      return item.kind === 'passage' ? planReview(requireTask(item), 'confirmed') : planReview(item, 'confirmed');
    case 'dismiss':
      return item.kind === 'passage' ? planPassage(db, item, request) : planReview(requireTask(item), 'not-a-task');
    case 'split':
      return planSplit(item, request);
    case 'merge':
      return planMerge(item, request);
    case 'add':
      return planPassage(db, item, request);
    case 'accept':
      return planAccept(item);
  }
};

/** Items that a person may merge into this one: those beside it. */
export const listNeighbours = ({ paper, directive }: ItemOf<'task'>): readonly ItemOf<'task'>[] => {
  const { directives } = paper.record;
  const at = directives.indexOf(directive);
  return [directives[at - 1], directives[at + 1]].flatMap((one) => (one === undefined ? [] : [taskOf(paper, one)]));
};
