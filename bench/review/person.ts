import type { Truth } from '../../fixtures/make/wording-papers.js';
import { formatDay } from '../../language/calendar/civil-date.js';
import type { ReviewItem } from '../../output/review/items.js';
import { readTaskField } from '../../output/tracker/correct-task.js';

/** One thing that a person does at the keyboard: a key, or a text that is typed into the field in hand. */
export type Stroke = { readonly key: string } | { readonly typed: string };

/** What a person makes of one doubt. */
export interface Deed {
  readonly what: string;
  readonly strokes: readonly Stroke[];
  /** Decisions behind it: look and judge, and one for each field that is changed. */
  readonly decisions: number;
}

const key = (name: string): Stroke => ({ key: name });
const ENTER = key('Enter');

/** A key that opens a field is no letter of the field before: that one is left first. Enter saves from within a field. */
const leave = (strokes: readonly Stroke[]): readonly Stroke[] => (strokes.length === 0 ? [] : [key('Escape')]);

/** Where the fixtures do not say who leads, the dearer way is taken: a name of usual length is typed. */
const SOME_BODY = 'Ủy ban nhân dân tỉnh Vân Giang';

/** The lists differ in what nobody would change by hand: case, marks of what joins names. */
const isSame = (one: string, other: string): boolean => {
  const fold = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[\s;,]+/gu, ' ')
      .trim();
  return fold(one) === fold(other);
};

const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '');

/** Strokes that mend one wrong word in a text: to its place word by word, over it, and the right one typed. */
const mendWord = (read: string, right: string): readonly Stroke[] => {
  const [a, b] = [wordsOf(read), wordsOf(right)];
  if (a.length !== b.length) return [];
  const wrong = a.flatMap((word, i) => (word === b[i] ? [] : [i]));
  if (wrong.length === 0 || wrong.length > 3) return [];
  return wrong.flatMap((at) => [
    key('s'),
    key('ControlOrMeta+Home'),
    ...Array.from({ length: at }, () => key('ControlOrMeta+ArrowRight')),
    ...Array.from({ length: [...(a[at] ?? '')].length }, () => key('Delete')),
    { typed: b[at] ?? '' },
    key('Escape'),
  ]);
};

const UNKNOWN = { lead: null, due: null, text: null } as const;

const doTask = (item: Extract<ReviewItem, { kind: 'task' }>, truth: Truth): Deed => {
  const { directive } = item;
  const right = truth.tasks === null ? UNKNOWN : truth.tasks.get(directive.number);
  if (right === undefined) return { what: 'dismissed', strokes: [key('d')], decisions: 1 };
  const strokes: Stroke[] = [];
  const what: string[] = [];
  const lead = readTaskField(directive, 'lead') ?? '';
  const wanted = right.lead ?? (lead === '' ? SOME_BODY : lead);
  if (!isSame(lead, wanted) && wanted !== '') {
    strokes.push(...leave(strokes), key('c'), { typed: wanted });
    what.push('lead');
  }
  const due = readTaskField(directive, 'due') ?? '';
  if (right.due !== null && right.due !== '' && due !== right.due) {
    strokes.push(...leave(strokes), key('h'), {
      typed: /^\d{4}-/u.test(right.due) ? formatDay(right.due) : right.due,
    });
    what.push('due');
  }
  const mending = right.text === null ? [] : mendWord(directive.text, right.text);
  if (mending.length > 0) {
    strokes.push(...leave(strokes), ...mending);
    what.push('text');
  }
  strokes.push(ENTER);
  return { what: what.length === 0 ? 'right' : what.join(', '), strokes, decisions: 1 + what.length };
};

const doHeader = (item: Extract<ReviewItem, { kind: 'header' }>, truth: Truth): Deed => {
  const { number, issuedOn, suggested } = item.paper.record.document;
  const isRight = (own: string | null | undefined, right: string | null): boolean => right === null || own === right;
  const [isNumber, isDay] = [isRight(number, truth.number), isRight(issuedOn, truth.issuedOn)];
  if (isNumber && isDay) return { what: 'right', strokes: [ENTER], decisions: 1 };
  const isOffered =
    suggested !== undefined &&
    (isNumber || suggested.number === truth.number) &&
    (isDay || suggested.issuedOn === truth.issuedOn);
  if (isOffered) return { what: 'suggestion taken', strokes: [key('n')], decisions: 2 };
  const strokes: Stroke[] = [];
  if (!isNumber) strokes.push(key('s'), { typed: truth.number ?? '' });
  if (!isDay)
    strokes.push(key('h'), { typed: truth.issuedOn === null ? '' : formatDay(truth.issuedOn) }, key('Escape'));
  const fields = [isNumber ? [] : ['number'], isDay ? [] : ['day']].flat();
  return { what: fields.join(', '), strokes: [...strokes, ENTER], decisions: 1 + fields.length };
};

/** What a person who knows the paper does with a doubt. */
export const decide = (item: ReviewItem, truth: Truth): Deed => {
  if (item.kind === 'header') return doHeader(item, truth);
  return item.kind === 'task' ? doTask(item, truth) : { what: 'dismissed', strokes: [key('d')], decisions: 1 };
};

/** Syllables that a person reads of a doubt: its sentence on the page and as it was read, and why it is doubted. */
export const countRead = (item: ReviewItem, reasons: readonly string[]): number => {
  const count = (text: string): number => wordsOf(text).length;
  const why = reasons.reduce((sum, one) => sum + count(one), 0);
  if (item.kind === 'task') return 2 * count(item.directive.text) + why;
  if (item.kind === 'passage') return 2 * count(item.passage.text) + why;
  const { number, issuedOn } = item.paper.record.document;
  return 2 * (count(number ?? '') + count(issuedOn ?? '')) + why;
};
