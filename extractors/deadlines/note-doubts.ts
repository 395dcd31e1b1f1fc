import { daysBetween } from '../../language/calendar/civil-date.js';
import type { Deadline } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { IsoDate } from '../../schemas/span.js';
import { WEEKENDS_ONLY } from './confidence.js';
import { LUNAR_DAY, WEEKDAY_IN_MONTH } from './finder-ids.js';
import { namesNoDay } from './read-time.js';

/** A day without a year that lies further ahead than this was rather meant for the year that is over. */
const FAR_AHEAD = 270;

/** A year that the text does not give and that cannot be told, or was told from a day nearly a year ahead. */
const isOfUnknownYear = ({ kind, due, inferred, precision }: Deadline, issuedOn: IsoDate | null): boolean => {
  if (kind !== 'date' || precision !== 'day' || issuedOn === null) return false;
  return due === null || (inferred && (daysBetween(issuedOn, due) ?? 0) > FAR_AHEAD);
};

/** The first ten days by their word, which the moon's have as well: "mùng 10 tháng 3". */
const EARLY_DAY = /(?<!\p{L})m[ùồ]ng\s\d{1,2}\s(?:tháng\s\d|\/)/iu;

const noteOne = (deadline: Deadline, issuedOn: IsoDate | null): readonly Note[] => {
  const written = () => ({ actual: deadline.text.replace(/\s+/gu, ' ') });
  const notes: Note[] = [];
  if (deadline.foundBy === LUNAR_DAY) {
    if (deadline.due === null) notes.push(makeNote('deadlines/lunar-day', written()));
    return notes;
  }
  // "thứ Hai tuần đầu tháng 9": which week is the first, nobody can tell
  if (deadline.foundBy === WEEKDAY_IN_MONTH && deadline.due === null && issuedOn !== null)
    return [makeNote('deadlines/wording-unread', written())];
  if (deadline.kind === 'date' && EARLY_DAY.test(deadline.text) && !/\d{4}/u.test(deadline.text))
    notes.push(makeNote('deadlines/lunar-possible', written()));
  const hasNoDay = deadline.due === null && namesNoDay(deadline.text, issuedOn);
  if (hasNoDay) notes.push(makeNote('deadlines/day-impossible', written()));
  else if (isOfUnknownYear(deadline, issuedOn)) notes.push(makeNote('deadlines/year-unclear', written()));
  if (deadline.kind === 'relative' && deadline.due !== null && deadline.confidence === WEEKENDS_ONLY)
    notes.push(makeNote('deadlines/holidays-unknown', written()));
  return notes;
};

/**
 * What a reader should look at in the deadlines of an item: a day that does not exist, a year that cannot be told,
 * working days of a year whose holidays are not known. `issuedOn` is the day that lends a year,
 * null when there is none. — ghi chú về thời hạn
 */
export const noteDoubts = (deadlines: readonly Deadline[], issuedOn: IsoDate | null): readonly Note[] =>
  deadlines.flatMap((deadline) => noteOne(deadline, issuedOn));
