import { fold } from '../../language/writing/unicode.js';

/* How the print of a stamp is compared, whatever mark is sought in it. */

/** From here on a reading of a stamp counts as read; below it its letters may be anything. */
export const READ = 0.6;

/** The letters of a stamp, folded and closed up. */
export const closeUp = (text: string): string => fold(text).replace(/[^\p{L}]/gu, '');

/** The same where figures and strokes may be misread letters: "H0A TÓG" is "hoatog". */
export const closeUpMisread = (text: string): string => closeUp(text.replace(/0/gu, 'O').replace(/[1|!]/gu, 'I'));
