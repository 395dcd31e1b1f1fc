/** Word edges for Vietnamese: `\b` and `\w` know only ASCII, so /\bđến\b/ misses "đến ngày". */
export const WORD_START = '(?<![\\p{L}\\p{M}\\p{N}])';
export const WORD_END = '(?![\\p{L}\\p{M}\\p{N}])';

/**
 * A pattern that matches only at word edges, with flags `giu` unless others are given; a space in the source stands
 * for any run of white space. `wordPattern('trước ngày')` finds "trước  ngày" but not "trước ngàyx".
 */
export const wordPattern = (source: string, flags = 'giu'): RegExp =>
  new RegExp(`${WORD_START}(?:${source.replace(/ /gu, '\\s+')})${WORD_END}`, flags);
