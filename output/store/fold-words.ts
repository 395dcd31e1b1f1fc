import { fold } from '../../language/writing/unicode.js';

/** Words of a text without marks and punctuation, one space between: what names are compared by. `foldWords('Sở Tài chính,') === 'so tai chinh'`. */
export const foldWords = (text: string): string => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
