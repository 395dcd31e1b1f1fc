import { daysBetween } from '../../language/calendar/civil-date.js';
import { isLegalSyllable, isSyllableSkeleton } from '../../language/writing/syllables.js';
import type { Deadline } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { IsoDate } from '../../schemas/span.js';
import { WEEKENDS_ONLY } from './confidence.js';
import { findDamagedBoundary } from './damaged-boundary.js';
import { namesNoDay } from './read-time.js';

/** A day without a year that lies further ahead than this was rather meant for the year that is over. */
const FAR_AHEAD = 270;

/** Figures with a letter among them or a blank inside: "2O/5", "l5/5", "2S/7", "ngày 1 5/9", "202 5", "quý lV". */
const DAMAGED_FIGURES: readonly RegExp[] = [
  /(?<![\p{L}\p{M}\p{N}])(?:\d{1,4}[oOlI|§szqSZ!]|[oOlI|zZ]\d)[\doOlI|§]*(?![\p{L}\p{M}])/u,
  /ng[aà]y\s+[0-3]\s\d\s?(?:[/⁄∕.–-]|tháng)|[/⁄∕.-]\s?[01]\s\d\s?[/⁄∕.-]/iu,
  /(?<!\d)(?:\d{3}\s\d|2\d\s\d{2})(?!\d)/u,
  /qu[yý]\s+(?=[IVl|1!]{1,3}(?![\p{L}\p{N}]))(?:[IV]*[l|!][IVl|1!]*|[IV]+1[IVl|1!]*|1+[IVl|1!]*[IVl|!])/iu,
];
const ACCENTED = /[^\x20-\x7e\s“”‘’–—…⁄∕]/u;
const WORD = /(?<![\p{L}\p{M}\p{N}])\p{Ll}[\p{Ll}\p{M}]+(?![\p{L}\p{M}\p{N}])/gu;

/** Words that are no Vietnamese syllables: by their letters alone where a quote has no accents at all. */
const hasDamagedWord = (quote: string): boolean => {
  const isWord = ACCENTED.test(quote) ? isLegalSyllable : isSyllableSkeleton;
  return [...quote.matchAll(WORD)].some(([word]) => !isWord(word));
};

/** The time was read out of letters or figures that are damaged. — chữ bị lỗi */
const isDamaged = ({ text, kind }: Deadline): boolean =>
  kind === 'date' &&
  (DAMAGED_FIGURES.some((pattern) => pattern.test(text)) ||
    hasDamagedWord(text) ||
    findDamagedBoundary(`${/^[^\s]*\s/u.exec(text)?.[0] ?? ''}`) !== undefined);

/** A year that the text does not give and that cannot be told, or was told from a day nearly a year ahead. */
const isOfUnknownYear = ({ kind, due, inferred, precision }: Deadline, issuedOn: IsoDate | null): boolean => {
  if (kind !== 'date' || precision !== 'day' || issuedOn === null) return false;
  return due === null || (inferred && (daysBetween(issuedOn, due) ?? 0) > FAR_AHEAD);
};

const noteOne = (deadline: Deadline, issuedOn: IsoDate | null): readonly Note[] => {
  const actual = deadline.text.replace(/\s+/gu, ' ');
  const notes: Note[] = [];
  const hasNoDay = deadline.due === null && namesNoDay(deadline.text, issuedOn);
  if (hasNoDay) notes.push(makeNote('deadlines/day-impossible', { actual }));
  else if (isOfUnknownYear(deadline, issuedOn)) notes.push(makeNote('deadlines/year-unclear', { actual }));
  if (isDamaged(deadline)) notes.push(makeNote('deadlines/damaged-print', { actual }));
  if (deadline.kind === 'relative' && deadline.due !== null && deadline.confidence === WEEKENDS_ONLY)
    notes.push(makeNote('deadlines/holidays-unknown', { actual }));
  return notes;
};

/**
 * What a reader should look at in the deadlines of an item: a day that does not exist, a year that cannot be told, a time
 * read out of damaged print, working days of a year whose holidays are not known. `issuedOn` is the day that lends a year,
 * null when there is none. — ghi chú về thời hạn
 */
export const noteDoubts = (deadlines: readonly Deadline[], issuedOn: IsoDate | null): readonly Note[] =>
  deadlines.flatMap((deadline) => noteOne(deadline, issuedOn));
