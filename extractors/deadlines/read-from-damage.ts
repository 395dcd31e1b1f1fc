import { BOUNDARIES } from '../../language/lexicon/time-words.js';
import { isLegalSyllable } from '../../language/writing/syllables.js';
import { fold } from '../../language/writing/unicode.js';
import { WordTable } from '../../language/writing/word-table.js';
import type { Deadline } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';
import { findDamagedBoundary } from './damaged-boundary.js';
import { ACCENT } from './surroundings.js';

/** Units as dates write them; without their marks they are what a scan left. */
const UNITS = ['tháng', 'năm', 'quý', 'tuần'];
/** By what a marked word of a time folds to, where no word of a time is written so. */
const BARE = new Map(
  // Behind a bracket stand words of work, and "cao" is no damaged "cáo".
  [...UNITS, ...BOUNDARIES.flatMap(({ words }) => words.split('(', 1).flatMap((plain) => plain.split(/[^\p{L}]+/u)))]
    .filter((word) => word !== '' && word !== 'quá' && fold(word) !== word)
    .map((word) => [fold(word), word]),
);

/** Figures with a letter among them or a blank inside: "2O/5", "l5/5", "2S/7", "ngày 1 5/9", "202 5", "quý lV". */
const DAMAGED_FIGURES: readonly RegExp[] = [
  /(?<![\p{L}\p{M}\p{N}])(?:\d{1,4}[oOlI|§szqSZ!]|[oOlI|zZ]\d)[\doOlI|§]*(?![\p{L}\p{M}])/u,
  /ng[aà]y\s+[0-3]\s\d\s?(?:[/⁄∕.–-]|tháng)|[/⁄∕.-]\s?[01]\s\d\s?[/⁄∕.-]/iu,
  /(?<!\d)(?:\d{3}\s\d|2\d\s\d{2})(?!\d)/u,
  /qu[yý]\s+(?=[IVl|1!]{1,3}(?![\p{L}\p{N}]))(?:[IV]*[l|!][IVl|1!]*|[IV]+1[IVl|1!]*|1+[IVl|1!]*[IVl|!])/iu,
];

/** "3O/6", "l5-4-2026": letters among the digits of a day or year; "T9/2026" is a month, "11h30" an hour. */
const MIXED = /\d(?!h(?![A-Za-z]))[A-Za-z]|(?<![\p{L}\d])(?!T\d)[A-Za-z]\d/u;
const WORDS = /\p{L}{2,}/gu;

const damagedWords = new WordTable(
  (word) => (!isLegalSyllable(word) && !/^\P{Ll}+$/u.test(word)) || BARE.has(word.toLowerCase()),
);
const isDamagedWord = (word: string): boolean => damagedWords.at(word, 0, word.length);

const opensDamaged = (text: string): boolean => findDamagedBoundary(/^\S*\s/u.exec(text)?.[0] ?? '') !== undefined;

/**
 * True for a time that was read although its print was damaged: "trudc ngày 30/6", "het thang 5", "ngày 3O/6".
 * Its day may be another one. — thời hạn đọc từ chữ hỏng
 */
const isReadFromDamage = ({ text, kind }: Pick<Deadline, 'text' | 'kind'>): boolean => {
  if (kind === 'standing' || kind === 'event') return false;
  if (MIXED.test(text) || (text.match(WORDS) ?? []).some(isDamagedWord)) return true;
  return kind === 'date' && (DAMAGED_FIGURES.some((pattern) => pattern.test(text)) || opensDamaged(text));
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
export const noteDamagedTimes = (text: string, deadlines: readonly Deadline[]): readonly Note[] => {
  // A text that bears no mark anywhere is written so: nothing in it was damaged.
  if (!ACCENT.test(text) && !deadlines.some((one) => MIXED.test(one.text))) return [];
  return deadlines
    .filter((deadline) => isReadFromDamage(deadline) || hasDamageBefore(text, deadline))
    .map((deadline) => makeNote('deadlines/damaged-date', { actual: deadline.text }));
};
