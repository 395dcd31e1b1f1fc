import { readIsoDate } from '../../language/calendar/civil-date.js';
import { BOUNDARIES } from '../../language/lexicon/time-words.js';
import { readPrintedDate, toPrintedDay } from '../../language/printed/printed-date.js';
import { foldSource } from '../../language/writing/patterns.js';
import { fold } from '../../language/writing/unicode.js';
import { type Deadline, makeDeadline } from '../../schemas/directive.js';
import type { IsoDate } from '../../schemas/span.js';
import { findDeadlines } from './index.js';

/**
 * What somebody typed as a time. none: there is none; impossible: no such day; early: a day before the paper was issued; floating:
 * it counts from "now", which may be the day of the paper or that of the person; unknown: no time, or more than one.
 */
export type TypedTime =
  | { readonly read: 'time'; readonly deadline: Deadline; readonly saysBound: boolean }
  | { readonly read: 'none' }
  | { readonly read: 'impossible' | 'early' | 'floating' | 'unknown' };

const NO_TIME: ReadonlySet<string> = new Set([
  'khong',
  'khong co',
  'khong han',
  'khong co han',
  'khong thoi han',
  'none',
  '-',
]);

/** Short phrases that let a bare time be read as what is due: papers never print one alone, people type it so. */
const OPENINGS = ['Hoàn thành ', 'Hoàn thành trong ', 'Hoàn thành đến ngày ', 'Hoàn thành đến '] as const;

// "30.6" and "30-6" are figures in print; here nothing but a day is asked for.
const POINTED = /^(\d{1,2})[.-](\d{1,2})(?:[.-](\d{2}|\d{4}))?$/u;
const ISO = /^\d{4}-\d{2}-\d{2}$/u;

const asPrinted = (typed: string): string => {
  if (ISO.test(typed)) return typed.split('-').reverse().join('/');
  const parts = POINTED.exec(typed);
  return parts === null
    ? typed
    : parts
        .slice(1)
        .filter((part) => part !== undefined)
        .join('/');
};

/** "ngày mai", "tuần sau", "10 ngày nữa": who types that means from today, a paper from its own day. — thời gian tính từ lúc nói */
const FLOATING =
  /^(?:.{0,40} )?(?:hom nay|mai|ngay kia|(?:ngay|tuan|thang|quy|nam) (?:nay|sau|toi)|(?:ngay|tuan|thang|quy|nam) nua)(?: .{0,20})?$/u;

/** Id of the finder, as every deadline has one. */
const TYPED_DAY = 'deadline/typed-day';

const SAYS_BOUND = new RegExp(`^(?:${BOUNDARIES.map(({ words }) => foldSource(words)).join('|')})(?![a-z])`, 'u');

/** One time that takes up all that was typed, behind one of the openings. */
const findWhole = (typed: string, issuedOn: IsoDate | null): Deadline | undefined => {
  for (const opening of OPENINGS) {
    const text = `${opening}${typed}`;
    const [one, ...others] = findDeadlines(`${text}.`, { issuedOn });
    if (one === undefined || others.length > 0) continue;
    if (one.span.start <= opening.length && one.span.end >= text.length) return one;
  }
  return undefined;
};

/** No task runs for longer: a figure of the year was mistyped. */
const lastYear = (issuedOn: IsoDate | null): number => (issuedOn === null ? 2099 : Number(issuedOn.slice(0, 4)) + 50);

/** A whole day, which nobody types by chance: it may lie farther off than times that papers give. */
const readWholeDay = (typed: string): IsoDate | undefined => {
  const date = readPrintedDate(typed, 0);
  return date === null || date.year === null || date.span.end < typed.length ? undefined : toPrintedDay(date);
};

/**
 * Reads a time as people type it, against the issue date, by the reader of printed ones: a day with or without a year, a month, a
 * quarter, "thường xuyên", "không có hạn". A year that was supplied is marked `inferred`; where the issue date is blank, the day of
 * the meeting lends it, as for printed times. — hạn gõ tay
 * `readTypedTime('30/6', '2025-06-10')` gives 2025-06-30, inferred.
 */
export const readTypedTime = (input: string, issuedOn: IsoDate | null, heldOn: IsoDate | null = null): TypedTime => {
  const typed = input.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(/[.;]$/u, '');
  const folded = fold(typed);
  if (NO_TIME.has(folded)) return { read: 'none' };
  const day = typed === '' ? undefined : readWholeDay(asPrinted(typed));
  if (day !== undefined) {
    if (issuedOn !== null && day < issuedOn) return { read: 'early' };
    if (Number(day.slice(0, 4)) > lastYear(issuedOn)) return { read: 'unknown' };
    const parts = { text: typed, span: { start: 0, end: 0 }, due: day, foundBy: TYPED_DAY };
    const deadline = makeDeadline({ ...parts, kind: 'date', precision: 'day' });
    return { read: 'time', deadline, saysBound: false };
  }
  if (FLOATING.test(folded)) return { read: 'floating' };
  const found = typed === '' ? undefined : findWhole(asPrinted(typed), issuedOn ?? heldOn);
  // What counts from the signing has no day where that day is missing.
  if (found === undefined || (issuedOn === null && found.kind === 'relative')) return { read: 'unknown' };
  if (found.kind === 'date' && found.due === null) {
    const isDated = issuedOn !== null || /\d{4}|[/.-]\d{2}$/u.test(typed);
    return { read: isDated ? 'impossible' : 'unknown' };
  }
  const deadline = { ...found, text: typed, span: { start: 0, end: 0 }, confidence: null };
  return { read: 'time', deadline, saysBound: SAYS_BOUND.test(folded) };
};

/** Reads a whole day as people type it: "15/6/25", "15.6.2025", "2025-06-15"; undefined for anything else. */
export const readTypedDay = (input: string): IsoDate | undefined => {
  const time = readTypedTime(input, null);
  if (time.read !== 'time') return undefined;
  const { due, precision, inferred } = time.deadline;
  return due === null || precision !== 'day' || inferred || readIsoDate(due) === undefined ? undefined : due;
};
