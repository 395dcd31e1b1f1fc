import { uniformTones } from './tone-place.js';

/**
 * Phrases by the key under which a misread one is sought; null where two spellings share it, for it then tells nothing of
 * the marks. The place of a tone mark makes no other spelling. `indexSpellings(['Hải quân', 'Hải quan'], fold)` holds null.
 * — cách viết đúng
 */
export const indexSpellings = (
  phrases: readonly string[],
  keyOf: (phrase: string) => string,
): ReadonlyMap<string, string | null> => {
  const found = new Map<string, string | null>();
  for (const phrase of phrases) {
    const key = keyOf(phrase);
    const known = found.get(key);
    const isShared = known === null || (known !== undefined && uniformTones(known) !== uniformTones(phrase));
    found.set(key, isShared ? null : phrase);
  }
  return found;
};
