import type { IsoDate } from '../../schemas/span.js';

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A civil date from its parts; null for the 31st of June. `toIsoDate(5, 4, 2024) === '2024-04-05'`. */
export const toIsoDate = (day: number, month: number, year: number): IsoDate | null => {
  const longest = DAYS_IN_MONTH[month - 1];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (longest === undefined || day < 1 || day > longest || (month === 2 && day === 29 && !isLeap)) return null;
  if (year < 1930 || year > 2100) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

// "ngày 03 tháng 2 năm 2018"; OCR may take a letter of ngày, tháng, năm.
const IN_WORDS = /ng[a-z]y\s*(\d{1,2})\s*th[a-z]ng\s*(\d{1,2})\s*n[a-z]m\s*(\d{4})/u;
// "3 / 7 / 2018", "18/6/2018", "18-6-2018", "18.6.2018"
const IN_FIGURES = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/u;

/** The first full date of a folded text; null where none is written out. */
export const readDate = (folded: string): IsoDate | null => {
  const match = IN_WORDS.exec(folded) ?? IN_FIGURES.exec(folded);
  return match === null ? null : toIsoDate(Number(match[1]), Number(match[2]), Number(match[3]));
};
