import { capitalize } from '../../language/writing/capitals.js';
import { uniformTones } from '../../language/writing/tone-place.js';

/**
 * One spelling for each syllable, small letters with the tone in its classic place: the key of the language model.
 * `toModelWord('Uỷ') === 'ủy'`; "quý" stays, since its u belongs to the onset.
 */
export const toModelWord = (word: string): string => uniformTones(word.normalize('NFC'));

/** Abbreviations with a slash, one word each: đ/c đồng chí, b/c báo cáo, t/h thực hiện, T/M thay mặt … */
const SLASHED = '(?:đ/c|b/c|t/h|p/h|t/m|k/t|t/l|v/v)(?![\\p{L}\\p{N}])';
const MODEL_TOKEN = new RegExp(`${SLASHED}|[\\p{L}\\p{M}]+|\\d[\\d.,/-]*\\d|\\d|[.,:;]`, 'giu');

/** Classes of the language model beside its words. */
export const START = '<s>';
export const UNKNOWN = '<unk>';
export const NUMBER = '<num>';

/** Turns running text into tokens of the language model: words, numbers as one class, and the marks . , : */
export const toModelTokens = (text: string): string[] =>
  (text.normalize('NFC').match(MODEL_TOKEN) ?? []).map((token) => {
    if (/^\d/u.test(token)) return NUMBER;
    if (token === ';') return ',';
    return toModelWord(token);
  });

/** "1.", "a)", "II-", "2.1.", "-" at the head of a line of running text. */
const ITEM_OPENING = /^\s*(?:[-–+*•]+|\(?(?:\p{L}|[IVX]{1,4}|\d{1,2}(?:\.\d{1,2}){0,3})[).-]+)\s+/u;

/** A line without the mark of its item: the language model learns how items begin, not how they are numbered. */
export const dropItemMark = (line: string): string => line.replace(ITEM_OPENING, '');

export type CaseForm = 'lower' | 'capital' | 'upper';

/** Writes a word of the model in a case form: `applyCase('ủy', 'capital') === 'Ủy'`. */
export const applyCase = (word: string, form: CaseForm): string => {
  if (form === 'lower') return word;
  return form === 'upper' ? word.toUpperCase() : capitalize(word);
};
