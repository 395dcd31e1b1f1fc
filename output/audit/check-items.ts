import { type Family, letterOrdinal, readRoman, writeValue } from '../../language/printed/numerals.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { type Finding, findingOn } from './finding.js';

interface Place {
  readonly family: Extract<Family, 'arabic' | 'roman' | 'letter'>;
  readonly ordinal: number;
}

/** Where an enumerator stands in its series; undefined for ¶ and other marks that do not count on. */
const findPlace = (mark: string): Place | undefined => {
  if (/^\d{1,3}$/u.test(mark)) return { family: 'arabic', ordinal: Number(mark) };
  const roman = /^[IVXL]+$/u.test(mark) ? readRoman(mark) : 0;
  if (roman > 0) return { family: 'roman', ordinal: roman };
  const letter = /^\p{Ll}$/u.test(mark) ? letterOrdinal(mark) : 0;
  return letter === 0 ? undefined : { family: 'letter', ordinal: letter };
};

/** Marks that should stand between two neighbours of one series. */
const findBetween = (left: string, right: string): string[] => {
  const from = findPlace(left);
  const to = findPlace(right);
  if (from === undefined || to === undefined || from.family !== to.family) return [];
  return Array.from({ length: Math.max(0, to.ordinal - from.ordinal - 1) }, (_, i) =>
    writeValue(from.family, from.ordinal + 1 + i),
  );
};

/** A line of the text that begins with this mark: then the item is there and merely gives no task. */
const isPrinted = (text: string, mark: string): boolean =>
  new RegExp(`(?:^|\\n)[ \\t(]*${mark}[ \\t]*[.)\\-–:/]`, 'u').test(text);

/**
 * Holes in the numbers of a document's items, such as 1, 2, 4 when no 3 is printed anywhere in its text: probably a lost
 * line. `text` is the repaired text of the file.
 */
export const checkItems = ({ document, directives }: ExportedDocument, text: string): Finding[] => {
  const last = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { number } of directives) {
    const dot = number.lastIndexOf('.');
    const parent = number.slice(0, Math.max(dot, 0));
    const mark = number.slice(dot + 1);
    const before = last.get(parent);
    last.set(parent, mark);
    const lost = before === undefined ? [] : findBetween(before, mark).filter((one) => !isPrinted(text, one));
    if (lost.length === 0) continue;
    const names = lost.map((one) => (parent === '' ? one : `${parent}.${one}`)).join(', ');
    findings.push(
      findingOn(document, 'item-hole', `Không thấy mục ${names}: có thể bị mất`, `No item ${names}: probably lost`),
    );
  }
  return findings;
};
