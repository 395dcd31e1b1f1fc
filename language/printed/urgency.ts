import { Urgency } from '../../schemas/header-zones.js';
import { foldChars } from '../writing/unicode.js';

/** A mark alone on its line or in its column, strokes of a frame beside it: "| HOẢ TỐC |", "HỎA TỐC HẸN GIỜ". */
const MARKS: readonly (readonly [RegExp, Urgency])[] = [
  [/^[^a-z0-9]*hoa ?toc(?: hen gio)?[^a-z0-9]*$/u, 'Hỏa tốc'],
  [/^[^a-z0-9]*thuong ?khan[^a-z0-9]*$/u, 'Thượng khẩn'],
  [/^[^a-z0-9]*khan[^a-z0-9]*$/u, 'Khẩn'],
];

/** The mark of urgency that a line or cell is, and nothing else: `readUrgencyMark('HOẢ TỐC') === 'Hỏa tốc'`. */
export const readUrgencyMark = (cell: string): Urgency | undefined => {
  const folded = foldChars(cell);
  return MARKS.find(([pattern]) => pattern.test(folded))?.[1];
};

/** The higher of two: letters of a mark get lost, none is added to one. */
export const higherUrgency = (one: Urgency | undefined, other: Urgency | undefined): Urgency | undefined =>
  Urgency.options.findLast((urgency) => urgency === one || urgency === other);
