import { z } from 'zod';
import { CorrectionRequest } from '../output/review/request.js';
import { HEADER_FIELDS, TASK_FIELDS } from '../schemas/correction.js';

/** The fields of a form, each once. */
export type Form = Readonly<Record<string, string>>;

/** A row of a list that is marked: what it is, as it was seen. */
export interface Mark {
  readonly kind: string;
  readonly revision: string;
  readonly id: string;
}

const FIELDS: ReadonlySet<string> = new Set([...TASK_FIELDS, ...HEADER_FIELDS]);

/** Many at once, from a list or a program: as many rows as a list shows, with room. */
const MOST = 500;
export const CorrectionRequests = z.union([CorrectionRequest, z.array(CorrectionRequest).min(1).max(MOST)]);

/** A browser sends the lines of a text with "\r\n": as they were written they have "\n". */
const asWritten = (value: string): string => value.replace(/\r\n?/gu, '\n');

/** What a form sent under each name; of several values the last. */
export const readForm = (body: unknown): Form => {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, given]) => {
      const value: unknown = Array.isArray(given) ? given.at(-1) : given;
      return typeof value === 'string' ? [[name, asWritten(value)]] : [];
    }),
  );
};

const MARK = /^(?<kind>task|header|passage) (?<revision>\S{1,300}) (?<id>\S{1,300})$/u;

/** The rows of a list that were marked. */
export const readMarks = (body: unknown): readonly Mark[] => {
  const given: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'mark') : undefined;
  return [given].flat().flatMap((one): Mark[] => {
    const { kind, revision, id } = MARK.exec(typeof one === 'string' ? one : '')?.groups ?? {};
    return kind === undefined || revision === undefined || id === undefined ? [] : [{ kind, revision, id }];
  });
};

/** Fields `f.due` that were touched, by how they were: `was.due`. */
const readTouched = (form: Form): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const field = name.startsWith('f.') ? name.slice(2) : '';
      return FIELDS.has(field) && value !== form[`was.${field}`] ? [[field, value]] : [];
    }),
  );

/** What one key does with a row that is marked. */
const readMarked = (act: string, { kind, revision, id }: Mark, form: Form): unknown => {
  if (act === 'none-a-task') return { do: 'dismiss', id, ...(kind === 'passage' ? {} : { revision }) };
  if (kind === 'passage') return { do: 'add', id };
  const fields = Object.fromEntries(Object.entries(readTouched(form)).filter(([, value]) => value.trim() !== ''));
  return Object.keys(fields).length === 0
    ? { do: 'confirm', id, revision }
    : { do: 'fix', id, fields, confirm: true, revision };
};

const readOne = (form: Form): unknown => {
  const { do: act, id = '', revision = '' } = form;
  const seen = revision === '' ? {} : { revision };
  switch (act) {
    case 'fix': {
      const fields = readTouched(form);
      // Saved with nothing changed, it is what it was: right.
      return Object.keys(fields).length === 0
        ? { do: 'confirm', id, ...seen }
        : { do: 'fix', id, fields, confirm: true, ...seen };
    }
    case 'add':
      return { do: 'add', id, ...(form.text === undefined || form.text === '' ? {} : { text: form.text }) };
    case 'split':
      return { do: 'split', id, at: form.at ?? '', ...seen };
    case 'merge':
      return { do: 'merge', id, other: form.other ?? '', ...seen };
    default:
      return { do: act, id, ...seen };
  }
};

/** The acts that a list sends for all that are marked. */
export const isBulk = (form: Form): boolean => form.do === 'all-right' || form.do === 'none-a-task';

/** What a form asks for, as the requests that it stands for; what was not touched is left out. Undo: the last change first. */
export const readRequests = (form: Form, marks: readonly Mark[]): unknown => {
  if (isBulk(form)) return marks.map((mark) => readMarked(form.do ?? '', mark, form));
  if (form.do !== 'undo') return [readOne(form)];
  return (form.key ?? '')
    .split(',')
    .map(Number)
    .toSorted((a, b) => b - a)
    .map((key) => ({ do: 'undo', key }));
};
