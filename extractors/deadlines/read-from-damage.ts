import { BOUNDARIES } from '../../language/lexicon/time-words.js';
import { isLegalSyllable } from '../../language/writing/syllables.js';
import { fold } from '../../language/writing/unicode.js';
import type { Deadline } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';

/** Units as dates write them; without their marks they are what a scan left. */
const UNITS = ['tháng', 'năm', 'quý', 'tuần'];
/** By what a marked word of a time folds to, where no word of a time is written so. */
const BARE = new Map(
  [...UNITS, ...BOUNDARIES.flatMap(({ words }) => words.split(/[^\p{L}]+/u))]
    .filter((word) => word !== '' && fold(word) !== word)
    .map((word) => [fold(word), word]),
);

/** "3O/6", "l5-4-2026": letters among the digits of a day or year. */
const MIXED = /\d[A-Za-z]|(?<![\p{L}\d])[A-Za-z]\d/u;
const WORDS = /\p{L}{2,}/gu;

const isDamagedWord = (word: string): boolean =>
  (!isLegalSyllable(word) && !/^\P{Ll}+$/u.test(word)) || BARE.has(word.toLowerCase());

/**
 * True for a time that was read although its print was damaged: "trudc ngày 30/6", "het thang 5", "ngày 3O/6".
 * Its day may be another one. — thời hạn đọc từ chữ hỏng
 */
export const isReadFromDamage = ({ text, kind }: Pick<Deadline, 'text' | 'kind'>): boolean => {
  if (kind === 'standing' || kind === 'event') return false;
  return MIXED.test(text) || (text.match(WORDS) ?? []).some(isDamagedWord);
};

/** The two words before a time, its boundary perhaps: "trudc ngay 30/8/2026". */
const WORDS_BEFORE = /(?<!\p{L})(?:(\p{L}{2,})\s)?(\p{L}{2,})\s$/u;

/** True when a word of the boundary before a day is damaged: then the day may be a day off. */
const hasDamageBefore = (text: string, { span, kind, precision, ...time }: Deadline): boolean => {
  if (kind !== 'date' || precision !== 'day') return false;
  const [, first, second] = WORDS_BEFORE.exec(text.slice(Math.max(0, span.start - 24), span.start)) ?? [];
  // "ngay trong ngày 12/9" is "at once"; right before the figures it was "ngày".
  return (
    (second === 'ngay' && /^\d/u.test(time.text)) ||
    [first, second].some((word) => word !== undefined && isDamagedWord(word))
  );
};

/** One note for each time of an item that was read from damaged print. */
export const noteDamagedTimes = (text: string, deadlines: readonly Deadline[]): readonly Note[] =>
  deadlines
    .filter((deadline) => isReadFromDamage(deadline) || hasDamageBefore(text, deadline))
    .map((deadline) => makeNote('deadlines/damaged-date', { actual: deadline.text }));
