import { readIsoDate } from '../../../language/calendar/civil-date.js';
import { findPrintedDates } from '../../../language/printed/printed-date.js';
import { type Candidate, type DeadlineContext, type DeadlineRefiner, placeOf } from '../candidate.js';

/** How near the words of the rhythm must stand to a day without a year. */
const REACH = 45;
/** A period as a report bears it in its name; with a number or a year it is the report of one. — báo cáo 6 tháng, năm */
const PERIOD = '(?:0?6|sau|0?9|chin)\\s+thang(?:\\s+(?:dau|cuoi)\\s+nam)?|quy|nam|hang\\s+(?:quy|nam)|dinh\\s+ky';
const PERIODS = `(?:${PERIOD})(?:(?:\\s*[,/]\\s*|\\s+va\\s+)(?:${PERIOD})){0,3}`;
/** What may follow the name of a periodic report: "báo cáo năm nội dung" are five. */
const NAME_ENDS =
  '(?=\\s*(?:[,;:.()/-]|$)|\\s+(?:truoc|cham|muon|gui|ve|cua|cho|den|phai|hoan|nop|voi|theo|la|vao|xong|bao|chot|tu|do|ngay|thi|va|cac|so)(?![a-z]))';
const KINDS = '(?:(?:so|tong)\\s+ket|ket\\s+qua|tinh\\s+hinh|tien\\s+do|cong\\s+tac|thuc\\s+hien|dinh\\s+ky)';
const REPORT = `bao\\s+cao\\s+(?:${KINDS}\\s+){0,3}${PERIODS}${NAME_ENDS}`;
// "đối với báo cáo sáu tháng", "(báo cáo năm)": the report named behind the day recurs
const OF_PERIODIC_REPORT = new RegExp(
  `^,?\\s*(?:[(]\\s*(?:doi\\s+voi\\s+|cua\\s+)?|doi\\s+voi\\s+|cua\\s+)${REPORT}`,
  'u',
);
// báo cáo năm gửi về Sở trước ngày 10/12: named before it in its sentence
const IN_SENTENCE = new RegExp(`(?<![a-z])${REPORT}[^;.\\n]{0,160}$`, 'u');
// Báo cáo 6 tháng: các đơn vị …; Sở … trước ngày 10/7: its head rules the paragraph
const HEADS_PARAGRAPH = new RegExp(
  `^[^a-z]{0,12}(?:[a-z][).]\\s*)?(?:doi\\s+voi\\s+)?(?:${REPORT}|${PERIODS})\\s*:`,
  'u',
);
// Thời hạn báo cáo: 6 tháng trước ngày 10/6; năm trước ngày 10/12: the name of the report is said once
const SHORT_NAME = new RegExp(`(?:^|[;:(,]|\\sva)\\s?(?:doi voi )?${PERIODS}[,:(-]?\\s?$`, 'u');
/** Another report or deed in between: the day is no longer that of the periodic report. */
const OTHER_DEED = /(?<![a-z])(?:hoan thanh|xong|rieng)(?![a-z])/u;
const REPORT_REACH = 240;
const PARAGRAPH_REACH = 600;
// a deed of its own between the rhythm and the day: "định kỳ kiểm tra; hoàn thành trước 15/10"
const NEW_DEED = /[;.]|(?<![a-z])(?:hoan thanh|xong|trong do|rieng)(?![a-z])/u;

const isOpenDay = ({ kind, precision, due, inferred, certainty }: Candidate): boolean =>
  kind === 'date' && precision !== 'year' && (inferred || (due === null && certainty === 'stated'));

const gapBetween = (a: Candidate, b: Candidate, { folded }: DeadlineContext): string =>
  folded.slice(a.span.end, b.span.start);

const isBeside = (a: Candidate | undefined, b: Candidate | undefined, context: DeadlineContext): boolean => {
  if (a === undefined || b === undefined) return false;
  const gap = gapBetween(a, b, context);
  return gap.length <= REACH && !NEW_DEED.test(gap);
};

/** Day and month of a day whose year could not be told. */
const readPrinted = (text: string): { readonly month: number; readonly day: number } | undefined => {
  const { day = null, month = null } = findPrintedDates(text).at(-1) ?? {};
  return day === null || month === null ? undefined : { day, month };
};

const yearlyRule = ({ due, unreal, precision, text }: Candidate): string | null => {
  if (unreal !== undefined) return 'FREQ=YEARLY';
  const date = due === null ? readPrinted(text) : readIsoDate(due);
  if (date === undefined || (precision !== 'day' && precision !== 'month')) return null;
  const ofYear = `FREQ=YEARLY;BYMONTH=${date.month}`;
  return precision === 'day' ? `${ofYear};BYMONTHDAY=${date.day}` : ofYear;
};

const toYearly = (candidate: Candidate): Candidate => {
  return {
    ...candidate,
    kind: 'recurring',
    recurrence: yearlyRule(candidate),
    due: null,
    bound: null,
    inferred: false,
    certainty: 'stated',
  };
};

/** The day stands under the name of a report of every half-year or year. — chế độ báo cáo */
const isOfReport = ({ span, precision }: Candidate, { folded }: DeadlineContext): boolean => {
  if (precision !== 'day') return false;
  const before = folded.slice(Math.max(0, span.start - REPORT_REACH), span.start);
  const inSentence = IN_SENTENCE.exec(before);
  if (inSentence !== null && !OTHER_DEED.test(inSentence[0])) return true;
  if (/(?<![a-z])bao cao(?![a-z])/u.test(before) && SHORT_NAME.test(before)) return true;
  const near = folded.slice(Math.max(0, span.start - PARAGRAPH_REACH), span.start);
  const paragraph = near.slice(near.lastIndexOf('\n') + 1);
  const isWhole = paragraph.length < near.length || span.start <= PARAGRAPH_REACH;
  return isWhole && HEADS_PARAGRAPH.test(paragraph) && !OTHER_DEED.test(paragraph);
};

/** Of days in a row, "trước 15/6 và 15/12", the later ones share what the first is. */
const AND = /^\s*(?:,|va|hoac)\s*$/u;

const recurs = (
  found: readonly Candidate[],
  index: number,
  last: Candidate | undefined,
  context: DeadlineContext,
): boolean => {
  const candidate = found[index];
  if (candidate === undefined || !isOpenDay(candidate)) return false;
  const { end } = candidate.span;
  if (OF_PERIODIC_REPORT.test(context.folded.slice(end, end + 60))) return true;
  if (isOfReport(candidate, context)) return true;
  if (last?.kind === 'recurring' && last.precision === 'day' && AND.test(gapBetween(last, candidate, context)))
    return true;
  const [previous, next] = [found[index - 1], found[index + 1]];
  if (previous?.kind === 'recurring' && isBeside(previous, candidate, context)) return true;
  // trong tháng 12 hằng năm | quý I hằng năm
  if (next?.kind === 'recurring' && /^\s*(?:cua\s+)?$/u.test(gapBetween(candidate, next, context))) return true;
  // trước ngày 20/6 và trước ngày 20/12 hằng năm: the rhythm stands behind the last day only
  return next?.kind === 'recurring' && next.precision === 'day' && isBeside(candidate, next, context);
};

/** Makes a day without a year recur when a rhythm stands beside it: "Định kỳ 6 tháng (trước ngày 20/6)", "hằng năm, trước 15/12". */
export const absorbIntoRecurring: DeadlineRefiner = (found, _text, context) => {
  const read: Candidate[] = [];
  for (const [index, candidate] of found.entries()) {
    const isYearly = recurs(found, index, read.at(-1), context);
    if (isYearly) context.trace?.({ rule: 'absorb-into-recurring/yearly', ...placeOf(candidate) });
    read.push(isYearly ? toYearly(candidate) : candidate);
  }
  return read;
};
