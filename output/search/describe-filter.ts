import { formatDay } from '../../language/calendar/civil-date.js';
import type { BodyRole, DeadlineKind } from '../../schemas/directive.js';
import type { Bilingual } from '../../schemas/note.js';
import type { IsoDate } from '../../schemas/span.js';
import type { TaskFilters } from './task-filters.js';

const ROLES: Readonly<Record<BodyRole, Bilingual>> = {
  lead: { vi: 'chủ trì', en: 'lead' },
  executing: { vi: 'thực hiện', en: 'executing' },
  coordinating: { vi: 'phối hợp', en: 'coordinating' },
  receiving: { vi: 'nhận báo cáo', en: 'receiving' },
};
const KINDS: Readonly<Record<DeadlineKind, Bilingual>> = {
  date: { vi: 'có ngày', en: 'a date' },
  recurring: { vi: 'định kỳ', en: 'recurring' },
  relative: { vi: 'tính từ một mốc', en: 'relative' },
  event: { vi: 'theo sự kiện', en: 'at an event' },
  standing: { vi: 'thường xuyên', en: 'standing' },
};

const both = (vi: string, en: string): Bilingual => ({ vi, en });
const range = (
  { vi, en }: Bilingual,
  after: IsoDate | undefined,
  before: IsoDate | undefined,
): Bilingual | undefined => {
  const [from, to] = [after, before].map((day) => (day === undefined ? undefined : formatDay(day)));
  if (from !== undefined && to !== undefined)
    return from === to
      ? both(`${vi}: ngày ${to}`, `${en}: ${to}`)
      : both(`${vi}: từ ${from} đến ${to}`, `${en}: ${from} to ${to}`);
  if (to !== undefined) return both(`${vi}: đến hết ${to}`, `${en}: up to ${to}`);
  return from === undefined ? undefined : both(`${vi}: từ ${from}`, `${en}: from ${from}`);
};

/** Filters as people read them, one phrase each: `describeFilters({ body: 'Sở Y tế', overdue: true })`. */
export const describeFilters = (
  filters: TaskFilters,
): readonly { readonly keys: readonly (keyof TaskFilters)[]; readonly label: Bilingual }[] => {
  const { body, role, lead, issuer, type, year, number, meeting, batch, dueWithin, deadlineKind, state, why } = filters;
  const found: { keys: readonly (keyof TaskFilters)[]; label: Bilingual }[] = [];
  const add = (keys: readonly (keyof TaskFilters)[], label: Bilingual | undefined, isGiven = true): void => {
    if (isGiven && label !== undefined) found.push({ keys, label });
  };
  const as = role === undefined ? both('', '') : both(` (${ROLES[role].vi})`, ` (${ROLES[role].en})`);
  add(['body', 'role'], both(`cơ quan: ${body}${as.vi}`, `body: ${body}${as.en}`), body !== undefined);
  if (body === undefined && role !== undefined)
    add(['role'], both(`vai trò: ${ROLES[role].vi}`, `role: ${ROLES[role].en}`));
  add(['lead'], both(`chủ trì: ${lead}`, `lead: ${lead}`), lead !== undefined);
  add(['issuer'], both(`cơ quan ban hành: ${issuer}`, `issuer: ${issuer}`), issuer !== undefined);
  add(['type'], both(`loại văn bản: ${type}`, `document type: ${type}`), type !== undefined);
  add(['year'], both(`năm ban hành: ${year}`, `year of issue: ${year}`), year !== undefined);
  add(['issuedAfter', 'issuedBefore'], range(both('ban hành', 'issued'), filters.issuedAfter, filters.issuedBefore));
  add(['number'], both(`số: ${number}`, `number: ${number}`), number !== undefined);
  add(['meeting'], both(`hội nghị lần thứ: ${meeting}`, `meeting: ${meeting}`), meeting !== undefined);
  add(['batch'], both(`lượt nạp: ${batch}`, `batch: ${batch}`), batch !== undefined);
  add(['overdue'], both('quá hạn', 'overdue'), filters.overdue === true);
  const soon =
    dueWithin === 0
      ? both('đến hạn hôm nay', 'due today')
      : both(`đến hạn trong ${dueWithin} ngày`, `due within ${dueWithin} days`);
  add(['dueWithin'], soon, dueWithin !== undefined);
  add(['dueAfter', 'dueBefore'], range(both('hạn', 'due'), filters.dueAfter, filters.dueBefore));
  add(
    ['lastAfter', 'lastBefore'],
    range(both('ngày cuối còn kịp', 'last day in time'), filters.lastAfter, filters.lastBefore),
  );
  add(['noDeadline'], both('cần điền hạn', 'no day can be told'), filters.noDeadline === true);
  if (deadlineKind !== undefined)
    add(['deadlineKind'], both(`loại thời hạn: ${KINDS[deadlineKind].vi}`, `deadline: ${KINDS[deadlineKind].en}`));
  add(['inferred'], both('năm suy ra', 'supplied year'), filters.inferred === true);
  add(['state'], both(`trạng thái: ${state}`, `state: ${state}`), state !== undefined);
  add(['needsReview'], both('cần xem lại', 'needs review'), filters.needsReview === true);
  add(['why'], both(`lý do cần xem lại: ${why}`, `reason of review: ${why}`), why !== undefined);
  return found;
};
