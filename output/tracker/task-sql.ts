import type { DueRange } from './due.js';

// The rules of this room where only SQL is fast enough: `x` is a row of directive. A property holds them to the functions.

/** Keys of the directives of which a person last said `confirmed` or `not-a-task`. */
const saidToBe = (review: 'confirmed' | 'not-a-task'): string =>
  `SELECT y.directive_key FROM latest_correction c JOIN document d ON d.id = c.document_id
   JOIN directive y ON y.id = c.directive_id AND y.document_key = d.document_key
   WHERE c.field = 'review' AND c.new_value = '${review}'`;

/** countsAsTask in SQL. */
export const IS_TASK = `x.kind = 'task' AND x.directive_key NOT IN (${saidToBe('not-a-task')})`;

/** readReview is `needs-review`, in SQL. */
export const NEEDS_REVIEW = `x.needs_review = 1 AND x.directive_key NOT IN (${saidToBe('confirmed')})`;

/** The same, asked of each: for few directives among many, it looks at what was said of them, not at all that was ever said. */
export const NEEDS_REVIEW_EACH = `x.needs_review = 1 AND NOT EXISTS (SELECT 1 FROM document d JOIN latest_correction c
   ON c.document_id = d.id AND c.directive_id = x.id AND c.field = 'review'
   WHERE d.document_key = x.document_key AND c.new_value = 'confirmed')`;

/** A doubt about a directive `x` that nobody answered, be it a task, a lead-in or a heading. */
export const OPEN_DOUBT = `x.needs_review = 1 AND x.directive_key NOT IN (${saidToBe('confirmed')})
  AND x.directive_key NOT IN (${saidToBe('not-a-task')})`;

/** documentNeedsReview in SQL: `d` is a row of document. */
export const DOCUMENT_NEEDS_REVIEW = `d.needs_review = 1
  AND d.id NOT IN (SELECT c.document_id FROM latest_correction c
    WHERE c.directive_id IS NULL AND c.field = 'review' AND c.new_value = 'confirmed')
  AND (EXISTS (SELECT 1 FROM note n WHERE n.document_key = d.document_key AND n.directive_ordinal = 0 AND n.level <> 'info')
    OR EXISTS (SELECT 1 FROM unclaimed u WHERE u.document_key = d.document_key AND u.why = 'unread')
    OR EXISTS (SELECT 1 FROM directive x WHERE x.document_key = d.document_key AND ${OPEN_DOUBT})
    OR NOT EXISTS (SELECT 1 FROM directive x WHERE x.document_key = d.document_key AND x.needs_review = 1))`;

/** findLastDay in SQL, of a row that is called `l`. */
const LAST_DAY = `CASE l.bound WHEN 'before' THEN date(l.due, '-1 day') ELSE l.due END`;

/** A condition with the values of its question marks. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** isDueIn in SQL, of the directive whose key is the expression `key`: `isDueInSql('x.directive_key', range)`. */
export const isDueInSql = (key: string, { from, to, lastFrom, lastTo }: DueRange): Condition => {
  const parts = [`l.directive_key = ${key}`, 'l.due IS NOT NULL'];
  const values: string[] = [];
  const add = (part: string, value: string | undefined): void => {
    if (value === undefined) return;
    parts.push(part);
    values.push(value);
  };
  add('l.due >= ?', from);
  add('l.due <= ?', to);
  add(`${LAST_DAY} >= ?`, lastFrom);
  add(`${LAST_DAY} <= ?`, lastTo);
  return { sql: `EXISTS (SELECT 1 FROM deadline l WHERE ${parts.join(' AND ')})`, values };
};

/** Which of DAYLESS_STATES a task without a day is in, in SQL, of a row of `tracked` called k. */
export const DAYLESS_STATE = `CASE k.deadline_type WHEN 'Nhiệm vụ thường xuyên' THEN 'THƯỜNG XUYÊN'
  WHEN 'Chờ quyết định/điều kiện khác' THEN 'CHỜ ĐIỀU KIỆN' ELSE 'CẦN ĐIỀN HẠN' END`;

/** findTrackerState in SQL, of a row of `tracked` called k; today and the last day that is soon are @today and @soon. */
export const TRACKER_STATE = `CASE WHEN k.last_day < @today THEN 'QUÁ HẠN' WHEN k.last_day <= @soon THEN 'SẮP ĐẾN HẠN'
  WHEN k.last_day IS NOT NULL THEN 'ĐANG THỰC HIỆN' ELSE ${DAYLESS_STATE} END`;
