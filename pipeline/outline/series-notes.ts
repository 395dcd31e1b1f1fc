import { writeValue } from '../../language/printed/numerals.js';
import type { Note } from '../../schemas/note.js';
import type { Draft } from './draft.js';
import { isBulletKey, type Placement } from './series.js';

const RECOVERED = {
  level: 'info',
  rule: 'outline/mark-recovered',
  message: {
    vi: 'Ký hiệu đầu mục đọc sai, đã suy ra từ các mục lân cận.',
    en: 'The mark of an item was misread and taken from its neighbours.',
  },
} as const;
const REPEATED = {
  rule: 'outline/number-repeated',
  message: { vi: 'Số thứ tự mục bị lặp lại hoặc lùi.', en: 'An item number is repeated or goes back.' },
} as const;
const MISSING = {
  rule: 'outline/number-gap',
  message: {
    vi: 'Thiếu mục trong dãy đánh số: có thể mất một mục.',
    en: 'A number is missing in a series: an item may be lost.',
  },
} as const;

/**
 * What is to be said of a mark: that it was mended, or that its series has a hole or goes back. `last` is the place of
 * the item before it in its series.
 */
export const noteMark = (placement: Placement, last: number, draft: Draft): readonly Note[] => {
  const notes: Note[] = [];
  const { how, reading, recovered, value, key } = placement;
  const span = draft.content.pieces[0]?.source;
  const place = { page: draft.page, ...(span === undefined ? {} : { span }) };
  if (recovered && !isBulletKey(key)) notes.push({ ...RECOVERED, ...place, expected: value, actual: reading.printed });
  if (how !== 'gap' && how !== 'orphan' && how !== 'repeat') return notes;
  const expected = writeValue(reading.family, how === 'orphan' ? 1 : last + 1);
  // Some writers count a, b, c, d, e.
  const isOftenLeftOut = how === 'gap' && expected === 'đ' && value === 'e';
  notes.push({
    ...(how === 'repeat' ? REPEATED : MISSING),
    level: isOftenLeftOut ? 'info' : 'review',
    ...place,
    expected,
    actual: value,
  });
  return notes;
};
