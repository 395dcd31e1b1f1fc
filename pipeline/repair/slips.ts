import { splitTone } from '../../language/writing/tone-place.js';

/** True when the printed letter has a tone or a stroke that the other lacks. */
const isAdded = (clean: string, printed: string): boolean =>
  (clean === 'd' && printed === 'đ') || splitTone(printed).tones.length > splitTone(clean).tones.length;

/**
 * True when an engine may have read one lower-case word as the other by a slip: the marks of one letter changed or went unseen.
 * It hardly adds a tone ("riêng" read as "riềng"), nor changes three letters of a word that is a proper one then ("dưới" read
 * as "đuối"). `isSlip('tổ', 'tô')`.
 */
export const isSlip = (clean: string, printed: string): boolean => {
  if (clean.length !== printed.length) return false;
  let changed = 0;
  for (let i = 0; i < clean.length; i++) {
    const [letter, read] = [clean.charAt(i), printed.charAt(i)];
    if (letter === read) continue;
    if (++changed > 1 || isAdded(letter, read)) return false;
  }
  return changed === 1;
};
