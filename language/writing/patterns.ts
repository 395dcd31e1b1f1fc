import { fold } from './unicode.js';

/** Word edges for Vietnamese: `\b` and `\w` know only ASCII, so /\bđến\b/ misses "đến ngày". */
// Blanks and plain letters are told first: the classes of Unicode are long lists, looked through for every character.
export const WORD_START = '(?<![a-zA-Z0-9]|[\\p{L}\\p{M}\\p{N}](?<![\\0-\\x7f]))';
export const WORD_END = '(?![a-zA-Z0-9]|(?![\\0-\\x7f])[\\p{L}\\p{M}\\p{N}])';

/**
 * A pattern that matches only at word edges, with flags `giu` unless others are given; a space in the source stands
 * for any run of white space. `wordPattern('trước ngày')` finds "trước  ngày" but not "trước ngàyx".
 */
export const wordPattern = (source: string, flags = 'giu'): RegExp =>
  new RegExp(`${WORD_START}(?:${source.replace(/ /gu, '\\s+')})${WORD_END}`, flags);

/**
 * Every match of a global pattern that never matches nothing, in order: `matchAll` without the copy of the pattern that each
 * call of it makes. `matchesOf(/\d+/gu, '3 xã, 12 thôn').map(([print]) => print)` gives `['3', '12']`.
 */
export const matchesOf = (pattern: RegExp, text: string): readonly RegExpExecArray[] => {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match);
  return found;
};

/**
 * A pattern over a text folded with `foldChars`: written with Vietnamese letters, it matches at word edges whatever
 * the accents and the case; a space stands for any run of white space, " ?" also for none. Named groups are lower-case ASCII, and of the
 * escapes only \d and \s may be used, since folding would turn \S into \s.
 * `foldedPattern('trước ngày').test(foldChars('TRUOC  NGÀY')) === true`.
 */
export const foldedPattern = (source: string, flags = 'gu'): RegExp =>
  new RegExp(`(?<![a-z0-9])(?:${foldSource(source)})(?![a-z0-9])`, flags);

/** The folded source alone, for patterns that set their own edges. */
export const foldSource = (source: string): string =>
  fold(source).replace(/ (\?)?/gu, (_space, optional) => (optional === undefined ? '\\s+' : '\\s*'));
