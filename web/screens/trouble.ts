import { describeCorrection } from '../../cli/describe-correction.js';
import { formatDay, readIsoDate } from '../../language/calendar/civil-date.js';
import { CorrectionConflict, CorrectionInvalid } from '../../output/review/errors.js';
import { findItem, type ReviewItem } from '../../output/review/items.js';
import { loadDocument } from '../../output/store/load-document.js';
import { isHeaderField, readHeaderField } from '../../output/tracker/correct-document.js';
import { isTaskField, readTaskField } from '../../output/tracker/correct-task.js';
import type { PipelineError } from '../../pipeline/base/errors.js';
import type { Bilingual } from '../../schemas/bilingual.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Page } from '../page.js';

/** A value as a form shows it: days as people write them. */
export const toTyped = (value: string): string => (readIsoDate(value) === undefined ? value : formatDay(value));

/** One field that two people changed, or one of them: what each made of it, and what was read. "" is none. */
export interface Side {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
  readonly read: string;
  /** False where I left the field as I saw it. */
  readonly isMine: boolean;
}

/** What others saved while a form was open. — hai người cùng sửa */
export interface Meanwhile {
  readonly by: string | null;
  readonly sides: readonly Side[];
  /** What they did, a line each. */
  readonly changes: readonly string[];
}

/** Why nothing of a form was saved; what was typed stays in it. — lỗi của biểu mẫu */
export interface Trouble {
  readonly text: Bilingual;
  readonly hint: Bilingual | null;
  /** The field that it is about; null for the form as a whole. */
  readonly field: string | null;
  /** What was typed, by the names of the form. */
  readonly form: Readonly<Record<string, string>>;
  readonly meanwhile: Meanwhile | null;
}

/** What somebody typed into a field; undefined where the form had none of that name. */
export const typedIn = (trouble: Trouble | undefined, field: string): string | undefined => trouble?.form[`f.${field}`];

const readNow = (item: ReviewItem, field: string): string | null => {
  if (item.kind === 'task' && isTaskField(field)) return readTaskField(item.directive, field);
  if (item.kind === 'header' && isHeaderField(field)) return readHeaderField(item.paper.record.document, field);
  return null;
};

const readFirst = (reading: ExportedDocument | undefined, item: ReviewItem, field: string): string | null => {
  if (reading === undefined) return null;
  if (item.kind === 'header') return isHeaderField(field) ? readHeaderField(reading.document, field) : null;
  const directive = reading.directives.find(({ id }) => id === item.id);
  return directive !== undefined && isTaskField(field) ? readTaskField(directive, field) : null;
};

/** All that was written about an item in the last moment that anybody wrote of it. */
const lastChanges = (item: ReviewItem, page: Page): readonly string[] => {
  const own = item.paper.history.filter(({ directiveId }) => directiveId === (item.kind === 'header' ? null : item.id));
  const last = own.at(-1)?.correctedAt;
  return own.filter(({ correctedAt }) => correctedAt === last).map((one) => describeCorrection(one, page.say));
};

const compare = (item: ReviewItem, form: Trouble['form'], page: Page): readonly Side[] => {
  const reading = loadDocument(page.db, item.paper.record.document.id);
  return Object.keys(form).flatMap((name): Side[] => {
    if (!name.startsWith('f.')) return [];
    const field = name.slice(2);
    const [mine = '', was = ''] = [form[name], form[`was.${field}`]];
    const theirs = toTyped(readNow(item, field) ?? '');
    if (mine === was && theirs === was) return [];
    return [{ field, mine, theirs, read: toTyped(readFirst(reading, item, field) ?? ''), isMine: mine !== was }];
  });
};

/** An error as the form shows it that led to it. */
export const makeTrouble = (error: PipelineError, form: Trouble['form'], page: Page): Trouble => {
  const { text, hint } = error;
  const field = error instanceof CorrectionInvalid ? error.field : null;
  const item = error instanceof CorrectionConflict ? findItem(page.db, error.conflict.id) : undefined;
  const meanwhile =
    error instanceof CorrectionConflict && item !== undefined
      ? { by: error.conflict.by, sides: compare(item, form, page), changes: lastChanges(item, page) }
      : null;
  return { text, hint: hint ?? null, field, form, meanwhile };
};
