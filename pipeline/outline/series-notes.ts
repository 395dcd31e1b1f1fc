import { writeValue } from '../../language/printed/numerals.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { Draft } from './draft.js';
import { isBulletKey, type Placement } from './series.js';

/**
 * What is to be said of a mark: that it was mended, or that its series has a hole or goes back. `last` is the place of
 * the item before it in its series.
 */
export const noteMark = (placement: Placement, last: number, draft: Draft): readonly Note[] => {
  const notes: Note[] = [];
  const { how, reading, recovered, value, key } = placement;
  const span = draft.content.pieces[0]?.source;
  const place = { page: draft.page, ...(span === undefined ? {} : { span }) };
  if (recovered && !isBulletKey(key))
    notes.push(makeNote('outline/mark-recovered', { ...place, expected: value, actual: reading.printed }));
  if (how !== 'gap' && how !== 'orphan' && how !== 'repeat') return notes;
  const expected = writeValue(reading.family, how === 'orphan' ? 1 : Math.floor(last) + 1);
  // Some writers count a, b, c, d, e.
  const isOftenLeftOut = how === 'gap' && expected === 'đ' && value === 'e';
  const compared = { ...place, expected, actual: value };
  if (how === 'repeat') notes.push(makeNote('outline/number-repeated', compared));
  else notes.push(makeNote('outline/number-gap', isOftenLeftOut ? { ...compared, level: 'info' } : compared));
  return notes;
};
