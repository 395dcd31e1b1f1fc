// Old place of the tone mark → new place; only at the end of a syllable is there a choice (hoà, hòa but hoàn).
const PAIRS: readonly (readonly [old: string, now: string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
];
const NOW = new Map(PAIRS);
// After "q" the u belongs to the consonant: quý, quỳ stay.
const OLD_ENDING = /(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/gu;

/** Lower-cases an NFC text and puts every tone mark where present spelling has it. `uniformTones('Uỷ ban') === 'ủy ban'`. */
export const uniformTones = (text: string): string =>
  text.toLowerCase().replace(OLD_ENDING, (ending) => NOW.get(ending) ?? ending);
