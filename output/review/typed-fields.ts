import { readTypedDay, readTypedTime } from '../../extractors/deadlines/read-typed.js';
import { formatDay } from '../../language/calendar/civil-date.js';
import type { Correction, HeaderField, TaskField } from '../../schemas/correction.js';
import { DirectiveKind } from '../../schemas/directive.js';
import type { IsoDate } from '../../schemas/span.js';
import { isRole } from '../tracker/correct-task.js';
import { readTypedBodies } from './bodies.js';
import { invalid } from './errors.js';

/** A value as corrections keep it. */
export type TypedValue = Pick<Correction, 'newValue' | 'detail'>;

const TIME_HINT = {
  vi: 'Gõ ngày (30/6, 15/6/2025), tháng 9, quý II, cuối năm, thường xuyên, hằng quý, hoặc "không có hạn".',
  en: 'Type a day (30/6, 15/6/2025), tháng 9, quý II, cuối năm, thường xuyên, hằng quý, or "không có hạn".',
};

/** The days of a paper that a typed time may need. */
export interface PaperDays {
  readonly issuedOn: IsoDate | null;
  readonly heldOn: IsoDate | null;
}

const readDue = (typed: string, { issuedOn, heldOn }: PaperDays): TypedValue => {
  const time = readTypedTime(typed, issuedOn, heldOn);
  if (time.read === 'none') return { newValue: null };
  if (time.read === 'impossible')
    throw invalid({ vi: `Lịch không có ngày "${typed}".`, en: `The calendar has no day "${typed}".` }, TIME_HINT);
  if (time.read === 'early')
    throw invalid(
      { vi: `Hạn "${typed}" sớm hơn ngày ban hành.`, en: `"${typed}" lies before the issue date.` },
      { vi: 'Nếu ngày ban hành sai thì sửa ngày ấy trước.', en: 'If the issue date is wrong, correct that first.' },
    );
  if (time.read === 'floating')
    throw invalid(
      {
        vi: `"${typed}" tính từ hôm nay hay từ ngày ban hành thì không rõ.`,
        en: `"${typed}" may count from today or from the issue date.`,
      },
      TIME_HINT,
    );
  if (time.read !== 'time') {
    const undated =
      issuedOn === null && heldOn === null
        ? { vi: ' Văn bản chưa có ngày ban hành: ghi cả năm.', en: ' The paper has no issue date: give the year, too.' }
        : { vi: '', en: '' };
    throw invalid(
      {
        vi: `Không đọc được "${typed}" thành một hạn.${undated.vi}`,
        en: `Expected one time, got "${typed}".${undated.en}`,
      },
      TIME_HINT,
    );
  }
  const { deadline, saysBound } = time;
  return {
    newValue: deadline.due ?? deadline.text,
    detail: { kind: 'due', deadline: saysBound || deadline.kind !== 'date' ? deadline : { ...deadline, bound: null } },
  };
};

const tidy = (typed: string): string => typed.normalize('NFC').replace(/\s+/gu, ' ').trim();

const required = (field: string, typed: string): string => {
  const value = tidy(typed);
  if (value !== '') return value;
  throw invalid(
    { vi: `Trường ${field} không thể để trống.`, en: `The field ${field} cannot be empty.` },
    { vi: 'Nếu đây không phải nhiệm vụ, dùng dismiss.', en: 'If it gives no task, dismiss it.' },
  );
};

const readKind = (typed: string): TypedValue => {
  const kind = DirectiveKind.safeParse(tidy(typed));
  if (kind.success) return { newValue: kind.data };
  throw invalid(
    { vi: `Không có loại mục "${typed}".`, en: `There is no kind "${typed}".` },
    { vi: 'task (nhiệm vụ), lead-in (câu dẫn), heading (đề mục).', en: 'Expected task, lead-in or heading.' },
  );
};

/** Reads a typed value of a task's field; throws `correction-invalid` with what was expected. */
export const readTypedTask = (field: TaskField, given: string | null, days: PaperDays): TypedValue => {
  const typed = given ?? '';
  if (field === 'due') return tidy(typed) === '' ? { newValue: null } : readDue(typed, days);
  if (isRole(field)) {
    const bodies = readTypedBodies(typed, field, days.issuedOn);
    if (bodies.length === 0) return { newValue: null };
    return { newValue: bodies.map(({ name }) => name).join('; '), detail: { kind: 'bodies', bodies } };
  }
  return field === 'kind' ? readKind(typed) : { newValue: required(field, typed) };
};

const DAYS: ReadonlySet<string> = new Set<HeaderField>(['issuedOn', 'heldOn']);
/** Longer than any printed field of a header but the list of recipients. */
const LONGEST = 2000;

/** A paper that is stored was issued, and its meeting held: not tomorrow. */
const requirePast = (day: IsoDate, today: IsoDate | null): IsoDate => {
  if (today === null || day <= today) return day;
  throw invalid(
    {
      vi: `${formatDay(day)} ở sau hôm nay (${formatDay(today)}): văn bản đã có thì ngày này không thể chưa tới.`,
      en: `${day} lies after today (${today}): a paper that is there was not issued in the future.`,
    },
    { vi: 'Xem lại năm vừa gõ, hoặc ngày giờ của máy.', en: 'Look at the year that was typed, or at the clock.' },
  );
};

/**
 * Reads a typed value of a header field; throws `correction-invalid` with what was expected. "" and "-" are none. `today`: null
 * where it is not known.
 */
export const readTypedHeader = (field: HeaderField, given: string | null, today: IsoDate | null): TypedValue => {
  const typed = given ?? '';
  if (field === 'recipients') {
    const lines = typed
      .split(/[\n;]/u)
      .map(tidy)
      .filter((line) => line !== '');
    return { newValue: lines.length === 0 ? null : lines.join('\n') };
  }
  const value = tidy(typed);
  if (value === '' || value === '-') return { newValue: null };
  if (value.length > LONGEST)
    throw invalid(
      { vi: `Giá trị dài quá ${LONGEST} ký tự.`, en: `Expected at most ${LONGEST} characters.` },
      { vi: 'Rút gọn rồi gõ lại.', en: 'Shorten it.' },
    );
  if (!DAYS.has(field)) return { newValue: value };
  const day = readTypedDay(value);
  if (day !== undefined) return { newValue: requirePast(day, today) };
  throw invalid(
    { vi: `Không đọc được "${value}" thành một ngày đủ năm.`, en: `Expected a day with its year, got "${value}".` },
    { vi: `Gõ như ${formatDay('2025-06-15')} hoặc 15/6/25.`, en: 'Type it like 15/6/2025 or 15/6/25.' },
  );
};
