import type { IsoDate } from '../schemas/span.js';

/** Today's civil date on this computer's clock. Only cli/ asks for it; everything below is told. */
export const localToday = (now: Date = new Date()): IsoDate => {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
