import { readQuarter } from '../../extractors/deadlines/read-time.js';
import {
  addDays,
  addMonths,
  lastDayOfHalf,
  lastDayOfMonth,
  lastDayOfQuarter,
  lastDayOfYear,
  toIsoDate,
  weekdayOf,
} from '../../language/calendar/civil-date.js';
import { readPrintedDate } from '../../language/printed/printed-date.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { IsoDate, Span } from '../../schemas/span.js';
import { listWords } from '../store/index-text.js';

/** A day or a stretch of days that a person named, with its place. */
export interface NamedTime {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The year that is named alone ("năm 2025"): it may be that of issue. */
  readonly year: number | null;
  /** "10 ngày tới", "hôm nay": so many days from today on. */
  readonly days: number | null;
  /** "trên 30 ngày", "hơn 2 tuần": the day `to` and all before it. */
  readonly isOlder: boolean;
  /** "7 ngày qua", "từ đầu năm đến nay": it ends today. */
  readonly isUpToNow: boolean;
  readonly span: Span;
}

const SP = '\\s{1,3}';
const OF_YEAR = `(?:(?:\\s?/\\s?|-|${SP}nam${SP})(?<year>20\\d\\d))?`;
const EDGE = '(?<![\\p{L}\\p{N}/.-])';
const END = '(?![\\p{L}\\p{N}]|[/-]\\d)';

const form = (source: string): RegExp => new RegExp(`${EDGE}(?:${source})${END}`, 'gu');

type Read = (
  groups: Readonly<Record<string, string | undefined>>,
  today: IsoDate,
  quote: string,
) => readonly [from: IsoDate | undefined, to: IsoDate | undefined];

const yearOf = (year: string | undefined, today: IsoDate): number => Number(year ?? today.slice(0, 4));

/** From the day behind the end of what went before to the end. */
const stretch = (
  before: IsoDate | undefined,
  last: IsoDate | undefined,
): readonly [IsoDate | undefined, IsoDate | undefined] => [before === undefined ? undefined : addDays(before, 1), last];

const monthOf = (year: number, month: number): readonly [IsoDate | undefined, IsoDate | undefined] => [
  toIsoDate(year, month, 1),
  lastDayOfMonth(year, month),
];
const quarterOf = (year: number, quarter: number): readonly [IsoDate | undefined, IsoDate | undefined] => [
  toIsoDate(year, quarter * 3 - 2, 1),
  lastDayOfQuarter(year, quarter),
];

/** So many days, weeks or months before a day. */
const goBack = (today: IsoDate, count: number, unit: string): IsoDate | undefined =>
  unit === 'thang' ? addMonths(today, -count) : addDays(today, -count * (unit === 'tuan' ? 7 : 1));

const readDate: Read = (_groups, today, quote) => {
  const date = readPrintedDate(/^ng/u.test(quote) ? quote : `ngày ${quote}`, 0);
  if (date === null || date.day === null || date.month === null) return [undefined, undefined];
  const day = toIsoDate(date.year ?? yearOf(undefined, today), date.month, date.day);
  return [day, day];
};

/** How far a week, month, quarter or year is from the one that holds today, by the word behind it. */
const SIDES: Readonly<Record<string, number>> = { nay: 0, truoc: -1, qua: -1, roi: -1, ngoai: -1, toi: 1, sau: 1 };

const readFromNow: Read = ({ unit = '', side = '' }, today) => {
  const by = SIDES[side] ?? 0;
  const year = yearOf(undefined, today);
  if (unit === 'nam') return [toIsoDate(year + by, 1, 1), lastDayOfYear(year + by)];
  if (unit === 'tuan') {
    const monday = addDays(today, 1 - (weekdayOf(today) ?? 1) + 7 * by);
    return [monday, monday === undefined ? undefined : addDays(monday, 6)];
  }
  const moved = addMonths(`${today.slice(0, 7)}-01`, unit === 'quy' ? 3 * by : by) ?? today;
  const [ofYear, month] = [yearOf(undefined, moved), Number(moved.slice(5, 7))];
  return unit === 'quy' ? quarterOf(ofYear, Math.ceil(month / 3)) : monthOf(ofYear, month);
};

/** The ways in which clerks type a time, those that say more first; a year that is not named is that of today. */
const FORMS: readonly (readonly [pattern: RegExp, read: Read])[] = [
  [
    form(`(?:ngay${SP})?\\d{1,2}\\s?/\\s?\\d{1,2}(?:\\s?/\\s?\\d{2,4})?|(?:ngay${SP})?\\d{1,2}[.-]\\d{1,2}[.-]\\d{4}`),
    readDate,
  ],
  [form(`ngay${SP}\\d{1,2}${SP}thang${SP}\\d{1,2}(?:${SP}nam${SP}\\d{4})?`), readDate],
  [
    form(`thang${SP}(?<month>\\d{1,2})(?:${SP}nay)?${OF_YEAR}|(?<bare>\\d{1,2})/(?<of>20\\d\\d)`),
    ({ month, year, bare, of }, today) => monthOf(yearOf(year ?? of, today), Number(month ?? bare)),
  ],
  [
    form(`quy${SP}(?<quarter>[1-4]|i{1,3}|iv)(?:${SP}nay)?${OF_YEAR}`),
    ({ quarter, year }, today) => quarterOf(yearOf(year, today), readQuarter(quarter) ?? 0),
  ],
  [
    form(`0?(?<months>[369])${SP}thang${SP}(?<side>dau|cuoi)${SP}nam(?:${SP}(?<year>20\\d\\d))?`),
    ({ months, side, year }, today) => {
      const [of, count] = [yearOf(year, today), Number(months)];
      if (side === 'dau') return [toIsoDate(of, 1, 1), lastDayOfMonth(of, count)];
      return stretch(count === 6 ? lastDayOfHalf(of, 1) : lastDayOfMonth(of, 12 - count), lastDayOfYear(of));
    },
  ],
  [form(`nam${SP}(?<alone>20\\d\\d)`), ({ alone }) => [toIsoDate(Number(alone), 1, 1), lastDayOfYear(Number(alone))]],
  [form(`(?<unit>nam)${SP}(?<side>ngoai)`), readFromNow],
  [form(`(?<unit>tuan|thang|quy|nam)${SP}(?:vua${SP})?(?<side>nay|toi|sau|truoc|qua|roi)`), readFromNow],
  [
    form(`(?:tren|hon)${SP}(?<older>\\d{1,3})${SP}(?<unit>ngay|tuan|thang)`),
    ({ older, unit = '' }, today) => {
      const last = goBack(today, Number(older), unit);
      const day = last === undefined ? undefined : addDays(last, -1);
      return [day, day];
    },
  ],
  [
    form(`(?<ago>\\d{1,3})${SP}(?<unit>ngay|tuan|thang)${SP}(?:vua${SP})?qua`),
    ({ ago, unit = '' }, today) => [goBack(today, Number(ago), unit), today],
  ],
  [
    form(`tu${SP}dau${SP}(?<since>nam|quy|thang)(?:${SP}(?:den|toi)${SP}nay)?`),
    ({ since = '' }, today) => [readFromNow({ unit: since, side: 'nay' }, today, '')[0], today],
  ],
  [
    form(`tu${SP}nay${SP}(?:den|toi)${SP}(?:het|cuoi)${SP}(?<rest>nam|quy|thang|tuan)(?:${SP}nay)?`),
    ({ rest = '' }, today) => [today, readFromNow({ unit: rest, side: 'nay' }, today, '')[1]],
  ],
  [form(`(?<now>hom${SP}nay)`), (_, today) => [today, today]],
  [form(`ngay${SP}mai`), (_, today) => stretch(today, addDays(today, 1))],
  [form(`ngay${SP}kia`), (_, today) => [addDays(today, 2), addDays(today, 2)]],
  [form(`(?<days>\\d{1,3})${SP}ngay(?:${SP}(?:toi|nua))`), ({ days }, today) => [today, addDays(today, Number(days))]],
  // The one that holds today; behind "trong" alone, for a week by itself is no time.
  [
    form(`trong${SP}(?<unit>tuan|thang|quy|nam)(?!${SP}(?:\\d|[ivx]+(?![\\p{L}\\p{N}])))`),
    ({ unit = '' }, today) => readFromNow({ unit, side: 'nay' }, today, ''),
  ],
];

/** Words of the forms with their marks: "quỹ 2" is no quarter. */
const MARKED = new Set(
  listWords(
    'ngày tháng quý năm tuần này tới sau trước vừa qua rồi ngoái hôm nay mai kia đầu cuối nữa từ đến hết trong trên hơn',
  ).map(({ exact }) => exact),
);
const isMarkedRight = (quote: string): boolean =>
  listWords(quote).every(({ exact, folded }) => exact === folded || MARKED.has(exact));

const overlaps = (span: Span, others: readonly NamedTime[]): boolean =>
  others.some((other) => span.start < other.span.end && other.span.start < span.end);

/** Every time that an NFC text names, in order. `findNamedTimes('quá hạn quý 2', '2025-08-15')[0]?.to === '2025-06-30'`. */
export const findNamedTimes = (text: string, today: IsoDate): readonly NamedTime[] => {
  const folded = foldChars(text);
  const found: NamedTime[] = [];
  for (const [pattern, read] of FORMS)
    for (const match of folded.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const quote = text.slice(span.start, span.end);
      if (overlaps(span, found) || !isMarkedRight(quote)) continue;
      const { alone, days, now, older, ago, since } = match.groups ?? {};
      const [from, to] = read(match.groups ?? {}, today, match[0]);
      if (from === undefined || to === undefined) continue;
      found.push({
        from,
        to,
        year: alone === undefined ? null : Number(alone),
        days: now !== undefined ? 0 : days === undefined ? null : Number(days),
        isOlder: older !== undefined,
        isUpToNow: ago !== undefined || since !== undefined,
        span,
      });
    }
  return found.sort((a, b) => a.span.start - b.span.start);
};
